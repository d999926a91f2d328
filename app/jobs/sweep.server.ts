import { forgetOldSignIns } from '#app/domain/accounts/forget-old-sign-ins.server.ts'
import { purgeOldCarts } from '#app/domain/carts/purge-old-carts.server.ts'
import { receiveOverdueParcels } from '#app/domain/fulfilment/receive-overdue-parcels.server.ts'
import {
  type CardRefundToSend,
  leaveCardRefund,
  listCardRefundsToSend,
  nextRefundAttempt,
  settleCardRefund,
} from '#app/domain/payments/card-refunds.server.ts'
import {
  expireDuePayments,
  expirePayment,
  listOpenCardPages,
  type OpenCardPage,
} from '#app/domain/payments/expire-payments.server.ts'
import { priceKnownOrders } from '#app/domain/payments/price-known-orders.server.ts'
import { settleCardSession } from '#app/domain/payments/settle-card-session.server.ts'
import { forgetOldQuestions } from '#app/domain/questions/forget-old-questions.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { CardPayments } from '#app/ports/payments/card-payments.ts'

/**
 * Every minute: ends what is overdue, and asks the card provider about everything it has not told us. One thing that
 * goes wrong is logged and left for the next minute; it never keeps the others from being done.
 */
export async function sweep(ctx: Ctx, cards: CardPayments | null): Promise<void> {
  await attempt(ctx, 'expire payments', () => expireDuePayments(ctx))
  await attempt(ctx, 'price orders', () => priceKnownOrders(ctx))
  await attempt(ctx, 'receive parcels', () => receiveOverdueParcels(ctx))
  await attempt(ctx, 'forget old baskets', () => purgeOldCarts(ctx))
  await attempt(ctx, 'forget old questions', () => forgetOldQuestions(ctx))
  await attempt(ctx, 'forget old sign-ins', () => forgetOldSignIns(ctx))
  if (!cards) return
  for (const page of await listOpenCardPages(ctx)) {
    await attempt(ctx, 'ask about a card page', () => followPage(ctx, cards, page))
  }
  for (const refund of await listCardRefundsToSend(ctx)) {
    await attempt(ctx, 'send a card refund', () => sendRefund(ctx, cards, refund))
  }
}

/** Held pieces go to others only after the provider has said that nobody can pay on the page any more. */
async function followPage(ctx: Ctx, cards: CardPayments, { orderId, sessionId, isDue }: OpenCardPage) {
  const closed = isDue ? await cards.expire(sessionId) : null
  if (closed === 'unknown-session') {
    await expirePayment(ctx, orderId, sessionId)
    return
  }
  const truth = await cards.find(sessionId)
  if (truth) await settleCardSession(ctx, truth)
}

async function sendRefund(ctx: Ctx, cards: CardPayments, refund: CardRefundToSend) {
  if (refund.providerRefundId) {
    const truth = await cards.findRefund(refund.providerRefundId)
    if (truth) await settleCardRefund(ctx, truth)
    return
  }
  const sent = await cards.refund(refund)
  if (sent.ok) return settleCardRefund(ctx, { ...sent.value, refundId: refund.refundId })
  if (sent.error.code === 'not-refundable') {
    ctx.log.warn({ refundId: refund.refundId, detail: sent.error.detail }, 'card refund refused')
    return leaveCardRefund(ctx, refund.refundId)
  }
  if (sent.error.attemptSpent) await nextRefundAttempt(ctx, refund)
}

async function attempt(ctx: Ctx, what: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    ctx.log.error({ reason: (error as Error).message, what }, 'sweep could not finish a step')
  }
}
