import { notifyBuyer } from '#app/domain/notices/queue-notice.server.ts'
import { countEvents, recordEvent } from '#app/domain/orders/order-event.server.ts'
import { canBeProved, isGivenUp, type PaymentState } from '#app/domain/orders/order-status.ts'
import { raiseTask, type TaskKind } from '#app/domain/orders/staff-task.server.ts'
import { keepTransferTotal } from '#app/domain/orders/transfer-total.server.ts'
import { ok, type Result, refuse } from '#app/lib/result.ts'
import { type Ctx, within } from '#app/platform/context.server.ts'
import { inTransaction, moment } from '#app/platform/db.server.ts'
import { type LockedPayment, lockPayment } from './lock-payment.server.ts'

export interface SendTransferProof {
  orderId: string
  /** An image that the images port has already made anew and stored. */
  imageKey: string
}

export type SendProofRefusal =
  | { code: 'unknown-order' }
  | { code: 'not-a-transfer' }
  | { code: 'nothing-to-prove'; state: PaymentState }
  /** The very photo that staff could not accept. */
  | { code: 'refused-before' }

/**
 * The buyer sent a picture of the transfer. From then on the clock no longer ends the order; staff answer. A proof for
 * an order that has already ended becomes a task, so that no late money goes unseen. Refused for an order without a
 * total, for one that is paid, and for the very photo that staff could not accept.
 * @see docs/decisions/0034-late-money.md, docs/decisions/0038-a-proof-keeps-its-orders-total.md
 */
export function sendTransferProof(
  ctx: Ctx,
  { orderId, imageKey }: SendTransferProof,
): Promise<Result<{ isLate: boolean }, SendProofRefusal>> {
  return inTransaction(ctx.db, async (trx) => {
    const inside = within(ctx, trx)
    const payment = await lockPayment(inside, orderId)
    if (!payment) return refuse({ code: 'unknown-order' })
    if (payment.method !== 'transfer') return refuse({ code: 'not-a-transfer' })
    if (payment.totalRupiah === null || !canBeProved(payment.state)) {
      return refuse({ code: 'nothing-to-prove', state: payment.state })
    }
    const isLate = isGivenUp(payment.state)
    const isKnown = payment.proofImageKey === imageKey
    if (isKnown && payment.state === 'awaiting') return refuse({ code: 'refused-before' })
    // once the order has ended a photo that was refused asks anew: its money may have come since
    if (!isKnown || payment.proofRefusedReason !== null) await keepProof(inside, payment, imageKey, isLate)
    if (isLate) await tellOfLateMoney(inside, payment, imageKey)
    return ok({ isLate })
  })
}

async function keepProof(
  ctx: Ctx,
  { orderId }: LockedPayment,
  imageKey: string,
  isLate: boolean,
): Promise<void> {
  await ctx.db
    .updateTable('payment')
    .set({
      proof_image_key: imageKey,
      proof_sent_at: moment(),
      proof_refused_reason: null,
      ...(isLate ? {} : { state: 'proof-sent' }),
    })
    .where('order_id', '=', orderId)
    .execute()
  if (!isLate) await keepTransferTotal(ctx, orderId, null)
  await recordEvent(ctx, { orderId, kind: 'proof-sent', actor: 'buyer', detail: { imageKey } })
  // a photo can come again after another one, and is told again
  const about = `${await countEvents(ctx, { orderId, kind: 'proof-sent' })}`
  await notifyBuyer(ctx, { orderId, about, template: 'proof-sent', data: {} })
}

/** One task for each photo until it is answered; sent again after that, it is another. */
async function tellOfLateMoney(
  ctx: Ctx,
  { orderId, totalRupiah }: LockedPayment,
  imageKey: string,
): Promise<void> {
  const answered = await ctx.db
    .selectFrom('staff_task')
    .where('order_id', '=', orderId)
    .where('kind', '=', 'late-money' satisfies TaskKind)
    .where('resolved_at', 'is not', null)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  await raiseTask(ctx, {
    key: `order:${orderId}:late-proof:${imageKey}:${answered.count}`,
    kind: 'late-money',
    orderId,
    detail: { imageKey, totalRupiah },
  })
}
