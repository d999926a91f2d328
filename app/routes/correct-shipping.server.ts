import type { KeeperCtx } from '#app/domain/fulfilment/lock-parcel.server.ts'
import {
  type CorrectShipping,
  type CorrectShippingRefusal,
  correctShipping,
} from '#app/domain/payments/correct-shipping.server.ts'
import { type Result, refuse } from '#app/lib/result.ts'
import { isCardPaymentsDown } from '#app/ports/payments/card-payments.ts'
import { closeCardPage } from './close-card-page.server.ts'
import type { App } from './context.server.ts'

/**
 * Corrects what was said of sending a parcel; a page on which the old total can be paid by card is closed first. Refused
 * as `card-page-open` when the buyer opened another one in that moment.
 */
export async function correctSaidShipping(
  { cards }: App,
  ctx: KeeperCtx,
  said: Omit<CorrectShipping, 'closedSessionId'>,
): Promise<Result<{ isTold: boolean }, CorrectShippingRefusal | { code: 'card-away' }>> {
  const corrected = await correctShipping(ctx, said)
  if (corrected.ok || corrected.error.code !== 'card-page-open') return corrected
  if (!cards) return refuse({ code: 'card-away' })
  const { sessionId: closedSessionId } = corrected.error
  try {
    if (!(await closeCardPage(cards, ctx, closedSessionId))) return refuse({ code: 'nothing-to-correct' })
  } catch (error) {
    if (!isCardPaymentsDown(error)) throw error
    return refuse({ code: 'card-away' })
  }
  return correctShipping(ctx, { ...said, closedSessionId })
}
