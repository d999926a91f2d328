import { sql } from 'kysely'
import { writeAudit } from '#app/domain/accounts/write-audit.server.ts'
import { notifyBuyer } from '#app/domain/notices/queue-notice.server.ts'
import { PROOF_RETRY_HOURS } from '#app/domain/orders/deadlines.ts'
import { recordEvent } from '#app/domain/orders/order-event.server.ts'
import { closeTasks } from '#app/domain/orders/staff-task.server.ts'
import { keepTransferTotal } from '#app/domain/orders/transfer-total.server.ts'
import { isLateProofWaiting } from '#app/domain/orders/wrong-amount.queries.server.ts'
import { newId } from '#app/lib/ids.ts'
import { ok, type Result, refuse } from '#app/lib/result.ts'
import { type StaffCtx, within } from '#app/platform/context.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { lockPayment } from './lock-payment.server.ts'

export type RefuseProofRefusal = { code: 'unknown-order' } | { code: 'no-proof' }

/**
 * Staff could not find the money, or read the picture; the buyer is told why. While the order can be paid there are six
 * hours at the least to answer; once it has ended that answers the photo, and a better one can be sent at any time.
 * Refused when no proof waits.
 * @see docs/decisions/0034-late-money.md
 */
export function refuseTransferProof(
  ctx: StaffCtx,
  { orderId, reason }: { orderId: string; reason: string },
): Promise<Result<{ isLate: boolean }, RefuseProofRefusal>> {
  return inTransaction(ctx.db, async (trx) => {
    const inside = within(ctx, trx)
    const payment = await lockPayment(inside, orderId)
    if (!payment) return refuse({ code: 'unknown-order' })
    const isLate = payment.state !== 'proof-sent'
    if (isLate && !(await hasLateProof(inside, orderId))) return refuse({ code: 'no-proof' })
    await (isLate ? answerLate(inside, orderId, reason) : askAgain(inside, orderId, reason))
    await recordEvent(inside, { orderId, kind: 'proof-refused', actor: ctx.actor.userId, detail: { reason } })
    // the same photo can be refused before the order's end and after it
    await notifyBuyer(inside, { orderId, template: 'proof-refused', about: newId(), data: { reason } })
    await writeAudit(inside, { action: 'refuse-transfer-proof', subject: `order:${orderId}`, reason })
    return ok({ isLate })
  })
}

async function hasLateProof({ db }: StaffCtx, orderId: string): Promise<boolean> {
  const { isWaiting } = await db
    .selectFrom('shop_order as o')
    .where('o.id', '=', orderId)
    .select(isLateProofWaiting.as('isWaiting'))
    .executeTakeFirstOrThrow()
  return isWaiting
}

async function askAgain(ctx: StaffCtx, orderId: string, reason: string): Promise<void> {
  const { expires_at: payUntil } = await ctx.db
    .updateTable('payment')
    .set({
      state: 'awaiting',
      proof_refused_reason: reason,
      expires_at: sql`greatest(expires_at, moment() + make_interval(hours => ${PROOF_RETRY_HOURS}))`,
    })
    .where('order_id', '=', orderId)
    .returning('expires_at')
    .executeTakeFirstOrThrow()
  await keepTransferTotal(ctx, orderId, payUntil)
}

async function answerLate(ctx: StaffCtx, orderId: string, reason: string): Promise<void> {
  await ctx.db
    .updateTable('payment')
    .set({ proof_refused_reason: reason })
    .where('order_id', '=', orderId)
    .execute()
  await closeTasks(ctx, { orderId, kinds: ['late-money'], by: ctx.actor.name, resolution: reason })
}
