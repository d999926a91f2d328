import type { Cancelled, CancelRefusal } from '#app/domain/payments/cancel-order.server.ts'
import { type Result, refuse } from '#app/lib/result.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { isCardPaymentsDown } from '#app/ports/payments/card-payments.ts'
import { closeCardPage } from './close-card-page.server.ts'
import type { App } from './context.server.ts'

/**
 * Calls an unpaid order off; a page on which it can be paid by card is closed first. Nobody may be left with an open page
 * for an order that is off, and money that came first wins.
 * @param cancel the buyer's command, or the one of staff for the buyer
 */
export async function closePageAndCancel(
  { cards }: Pick<App, 'cards'>,
  ctx: Ctx,
  cancel: (closedSessionId?: string) => Promise<Cancelled>,
): Promise<Cancelled | Result<never, CancelRefusal | { code: 'card-away' }>> {
  const cancelled = await cancel()
  if (cancelled.ok || cancelled.error.code !== 'card-page-open') return cancelled
  if (!cards) return refuse({ code: 'card-away' })
  const { sessionId } = cancelled.error
  try {
    return cancel((await closeCardPage(cards, ctx, sessionId)) ? sessionId : undefined)
  } catch (error) {
    if (!isCardPaymentsDown(error)) throw error
    return refuse({ code: 'card-away' })
  }
}
