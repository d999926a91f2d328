import { notifyBuyer } from '#app/domain/notices/queue-notice.server.ts'
import { recordEvent } from '#app/domain/orders/order-event.server.ts'
import { raiseTask } from '#app/domain/orders/staff-task.server.ts'
import { parseId } from '#app/lib/ids.ts'
import { type Ctx, within } from '#app/platform/context.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import type { CardTruth } from './card.ts'
import { type LockedPayment, lockPayment } from './lock-payment.server.ts'
import { closeUnpaid, markPaid, takeLateMoney } from './settle-payment.server.ts'

export type CardOutcome =
  | 'paid'
  | 'refund-due'
  | 'processing'
  | 'page-closed'
  | 'expired'
  | 'unchanged'
  /** Not believed; a person must look. */
  | 'mismatch'

/**
 * Makes the order follow what the card provider says now. Notices, the return page and the clock all end here with a
 * freshly fetched truth, so it may be told the same thing often and in any order.
 * @see docs/decisions/0035-cards-end-at-the-provider.md
 */
export function settleCardSession(ctx: Ctx, truth: CardTruth): Promise<CardOutcome> {
  return inTransaction(ctx.db, async (trx) => {
    const inside = within(ctx, trx)
    const orderId = await findOrderOfPage(inside, truth)
    const payment = orderId && (await lockPayment(inside, orderId))
    if (!payment || payment.method !== 'card' || truth.orderId !== payment.orderId) {
      return truth.state === 'paid' ? mismatch(inside, payment || null, truth, 'order') : 'unchanged'
    }
    switch (truth.state) {
      case 'open':
        return 'unchanged'
      case 'paid':
        return takePaid(inside, payment, truth)
      case 'unpaid-completed':
        return waitForBank(inside, payment, truth)
      case 'failed':
        return freePage(inside, payment, truth)
      case 'expired':
        return endPage(inside, payment, truth)
    }
  })
}

/** By the page we remember, else by the order that the provider was given when the page was opened. */
async function findOrderOfPage({ db }: Ctx, { sessionId, orderId }: CardTruth): Promise<string | null> {
  const payment = await db
    .selectFrom('payment')
    .where('card_session_id', '=', sessionId)
    .select('order_id')
    .executeTakeFirst()
  return payment?.order_id ?? parseId(orderId)
}

async function takePaid(ctx: Ctx, payment: LockedPayment, truth: CardTruth): Promise<CardOutcome> {
  if (truth.amount !== payment.totalRupiah || truth.currency !== 'idr') {
    return mismatch(ctx, payment, truth, 'amount')
  }
  const payer = { actor: 'card', confirmedBy: null, cardIntentId: truth.paymentIntentId }
  switch (payment.state) {
    case 'awaiting':
    case 'processing':
      await markPaid(ctx, payment, payer)
      return 'paid'
    case 'expired':
    case 'cancelled':
      return takeLateMoney(ctx, payment, payer)
    default:
      return payment.cardIntentId === truth.paymentIntentId
        ? 'unchanged'
        : mismatch(ctx, payment, truth, 'paid-twice')
  }
}

/** The buyer has done all they can; the pieces stay theirs until the bank has answered, however long it takes. */
async function waitForBank(
  ctx: Ctx,
  { orderId, state }: LockedPayment,
  truth: CardTruth,
): Promise<CardOutcome> {
  if (state !== 'awaiting') return 'unchanged'
  await ctx.db
    .updateTable('payment')
    .set({ state: 'processing', card_session_id: truth.sessionId })
    .where('order_id', '=', orderId)
    .execute()
  await recordEvent(ctx, { orderId, kind: 'processing', actor: 'card' })
  await notifyBuyer(ctx, { orderId, template: 'payment-processing', about: truth.sessionId, data: {} })
  return 'processing'
}

/** The bank said no: the buyer may open another page while there is time, else the clock ends the order. */
async function freePage(ctx: Ctx, payment: LockedPayment, { sessionId }: CardTruth): Promise<CardOutcome> {
  const { orderId, state } = payment
  const isOpen = state === 'awaiting' || state === 'processing'
  if (!isOpen || payment.cardSessionId !== sessionId) return 'unchanged'
  await ctx.db
    .updateTable('payment')
    .set({ state: 'awaiting', card_session_id: null, card_attempt: payment.cardAttempt + 1 })
    .where('order_id', '=', orderId)
    .execute()
  await recordEvent(ctx, { orderId, kind: 'card-failed', actor: 'card' })
  // who was told not to pay again is told otherwise; past its time the order ends, which has a letter of its own
  if (state === 'processing' && !payment.isPastDue) {
    await notifyBuyer(ctx, { orderId, template: 'payment-failed', about: sessionId, data: {} })
  }
  return 'page-closed'
}

/** Nobody can pay on the page any more: what was held may be given to others, if the order's time is over too. */
async function endPage(ctx: Ctx, payment: LockedPayment, truth: CardTruth): Promise<CardOutcome> {
  if (payment.state !== 'awaiting' || payment.cardSessionId !== truth.sessionId) return 'unchanged'
  if (!payment.isPastDue) return freePage(ctx, payment, truth)
  await closeUnpaid(ctx, payment, 'expired', 'card')
  return 'expired'
}

/** Money that does not fit its order is never booked by itself. */
async function mismatch(
  ctx: Ctx,
  payment: LockedPayment | null,
  truth: CardTruth,
  why: 'order' | 'amount' | 'paid-twice',
): Promise<CardOutcome> {
  ctx.log.warn({ sessionId: truth.sessionId, why }, 'card payment does not fit its order')
  await raiseTask(ctx, {
    key: `card-page:${truth.sessionId}:${why}`,
    kind: 'card-mismatch',
    orderId: payment?.orderId ?? null,
    detail: {
      why,
      sessionId: truth.sessionId,
      paymentIntentId: truth.paymentIntentId,
      saidOrderId: truth.orderId,
      amountRupiah: truth.amount,
      currency: truth.currency,
      expectedRupiah: payment?.totalRupiah ?? null,
    },
  })
  return 'mismatch'
}
