import { addToTask, closeTask, raiseTask, type Task } from '#app/domain/orders/staff-task.server.ts'
import { type Rupiah, rupiah } from '#app/lib/money.ts'
import { type Ctx, within } from '#app/platform/context.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { isAllBooked, isBookedUnder, lockBookedUnder } from './booked-under.server.ts'
import { CARD_UNCLEAR, type CardRefundTruth } from './card.ts'
import { type LockedRefund, lockRefund } from './lock-refund.server.ts'
import { consoleRefundTask, writeSent } from './mark-refund-sent.server.ts'
import { findOrderOfCardPayment } from './order-of-card-payment.server.ts'
import { writeFailed } from './refund-failed.server.ts'

const AT_A_TIME = 50

/** A refund to send back to the card it came from, as the payments port asks for it. */
export interface CardRefundToSend {
  refundId: string
  orderId: string
  paymentIntentId: string
  amount: Rupiah
  attempt: number
  /** The provider has it already and has not said how it ended. */
  providerRefundId: string | null
}

/** Card refunds that the clock sends by itself; those that failed wait for a person. */
export async function listCardRefundsToSend({ db }: Ctx): Promise<CardRefundToSend[]> {
  const refunds = await db
    .selectFrom('refund')
    .innerJoin('payment', 'payment.order_id', 'refund.order_id')
    .where('refund.state', '=', 'due')
    .where('payment.method', '=', 'card')
    .where('payment.card_intent_id', 'is not', null)
    .orderBy('refund.created_at')
    .limit(AT_A_TIME)
    .select((eb) => [
      'refund.id as refundId',
      'refund.order_id as orderId',
      eb.ref('payment.card_intent_id').$notNull().as('paymentIntentId'),
      'refund.amount_rupiah as amount',
      'refund.attempt',
      'refund.card_refund_id as providerRefundId',
    ])
    .execute()
  return refunds.map((refund) => ({ ...refund, amount: rupiah(refund.amount) }))
}

/**
 * Makes a refund follow what the card provider says of it now; told as often and in whatever order. What does not fit,
 * in amount or because it was sent before, becomes a task and is not booked.
 * @see docs/decisions/0035-cards-end-at-the-provider.md
 */
export function settleCardRefund(ctx: Ctx, truth: CardRefundTruth): Promise<void> {
  return inTransaction(ctx.db, async (trx) => {
    const inside = within(ctx, trx)
    const id = truth.refundId ?? (await findByProvider(inside, truth))
    const refund = id && (await lockRefund(inside, id))
    if (!refund) return strange(inside, null, truth)
    if (truth.amount !== refund.amountRupiah) return strange(inside, refund, truth)
    // staff may have doubted what the shop had sent, and found it there under its number
    const isTheirs =
      refund.cardRefundId === truth.providerRefundId || isBookedUnder(refund, truth.providerRefundId)
    switch (truth.state) {
      case 'succeeded':
        if (refund.state === 'sent') return isTheirs ? undefined : strange(inside, refund, truth)
        return writeSent(inside, refund, { actor: 'card', by: 'Anyam', cardRefundId: truth.providerRefundId })
      case 'pending':
        return remember(inside, refund, truth)
      case 'failed':
        if (isTheirs || isUnheardOf(refund))
          await writeFailed(inside, refund, { actor: 'card', reason: 'card' })
        await oweAgain(inside, truth)
    }
  })
}

/**
 * The clock does not send this money: it may have gone back at the provider already, or be disputed. Staff look there
 * before they send it.
 * @see docs/decisions/0111-what-the-provider-refuses-is-looked-up.md
 */
export function leaveCardRefund(ctx: Ctx, refundId: string): Promise<void> {
  return inTransaction(ctx.db, async (trx) => {
    const inside = within(ctx, trx)
    const refund = await lockRefund(inside, refundId)
    if (refund?.state === 'due') await writeFailed(inside, refund, { actor: 'card', reason: CARD_UNCLEAR })
  })
}

/** The provider keeps a failure under this attempt and would replay it: the next try needs another number. */
export async function nextRefundAttempt(
  { db }: Ctx,
  { refundId, attempt }: { refundId: string; attempt: number },
): Promise<void> {
  await db
    .updateTable('refund')
    .set({ attempt: attempt + 1 })
    .where('id', '=', refundId)
    .where('attempt', '=', attempt)
    .where('state', '=', 'due')
    .execute()
}

/** Asked for, and the answer that would have named it was lost. */
const isUnheardOf = ({ state, cardRefundId }: LockedRefund): boolean =>
  state === 'due' && cardRefundId === null

async function findByProvider({ db }: Ctx, { providerRefundId }: CardRefundTruth): Promise<string | null> {
  const refund = await db
    .selectFrom('refund')
    .where('card_refund_id', '=', providerRefundId)
    .select('id')
    .executeTakeFirst()
  return refund?.id ?? null
}

async function remember({ db }: Ctx, refund: LockedRefund, truth: CardRefundTruth): Promise<void> {
  if (refund.state !== 'due' || refund.cardRefundId) return
  await db
    .updateTable('refund')
    .set({ card_refund_id: truth.providerRefundId })
    .where('id', '=', refund.id)
    .execute()
}

/**
 * Made in the provider's console, of another amount, or on top of one already sent: a person must look, unless all of it
 * is booked already, and look again when it fails there after somebody has looked.
 */
async function strange(ctx: Ctx, refund: LockedRefund | null, truth: CardRefundTruth): Promise<void> {
  const key = consoleRefundTask(truth.providerRefundId)
  const task: Task = {
    key,
    kind: 'card-mismatch',
    orderId: refund?.orderId ?? (await findOrderOfCardPayment(ctx, truth.paymentIntentId)),
    detail: { why: 'refund', providerRefundId: truth.providerRefundId, amountRupiah: truth.amount },
  }
  if (truth.state !== 'failed') {
    if (!(await isAllBooked(ctx, truth.providerRefundId, truth.amount))) await raiseTask(ctx, task)
    return
  }
  const failed = { key: `${key}:failed`, detail: { ...task.detail, hasFailed: true } }
  const isOwedAgain = await oweAgain(ctx, truth)
  if (!isOwedAgain && (await addToTask(ctx, key, failed.detail))) return
  await raiseTask(ctx, { ...task, ...failed })
  if (!isOwedAgain) return
  // what it asks for is asked by the refunds that are owed again
  for (const each of [key, failed.key]) await closeTask(ctx, { key: each, by: 'Anyam', resolution: 'card' })
}

/** What was booked as gone back under a number that has failed is owed again; whether anything was is the answer. */
async function oweAgain(ctx: Ctx, { providerRefundId }: CardRefundTruth): Promise<boolean> {
  const booked = await lockBookedUnder(ctx, providerRefundId)
  for (const refund of booked) await writeFailed(ctx, refund, { actor: 'card', reason: 'card' })
  return booked.length > 0
}
