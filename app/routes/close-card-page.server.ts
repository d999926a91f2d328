import { settleCardSession } from '#app/domain/payments/settle-card-session.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { CardPayments } from '#app/ports/payments/card-payments.ts'

/**
 * Closes the page on which an order could be paid by card. Money that came first wins, and the order follows it.
 * @returns false when the buyer had finished on it already
 * @throws CardPaymentsDown when the provider does not answer
 */
export async function closeCardPage(cards: CardPayments, ctx: Ctx, sessionId: string): Promise<boolean> {
  if ((await cards.expire(sessionId)) !== 'already-complete') return true
  const truth = await cards.find(sessionId)
  if (truth) await settleCardSession(ctx, truth)
  return false
}
