import type { PaymentState } from '#app/domain/orders/order-status.ts'
import { ok, type Result, refuse } from '#app/lib/result.ts'
import { type Ctx, within } from '#app/platform/context.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { lockPayment } from './lock-payment.server.ts'
import { closeUnpaid } from './settle-payment.server.ts'

export type CancelRefusal =
  | { code: 'unknown-order' }
  /** Paid, or a payment is under way: staff can help. */
  | { code: 'too-late'; state: PaymentState }
  /** The card page is still open; expire it at the provider and call again with its id. */
  | { code: 'card-page-open'; sessionId: string }

/**
 * The buyer calls off an unpaid order. Pieces are free again only once nobody can pay for them any more, so an open
 * card page has to be closed at the provider first. Refused once it is paid or money is on its way.
 * @param closedSessionId the card page that the provider has just said is closed
 */
export function cancelOrder(
  ctx: Ctx,
  { orderId, closedSessionId }: { orderId: string; closedSessionId?: string },
): Promise<Result<{ repeated: boolean }, CancelRefusal>> {
  return inTransaction(ctx.db, async (trx) => {
    const inside = within(ctx, trx)
    const payment = await lockPayment(inside, orderId)
    if (!payment) return refuse({ code: 'unknown-order' })
    const { state, cardSessionId } = payment
    if (state === 'cancelled') return ok({ repeated: true })
    if (state !== 'quoting' && state !== 'awaiting') return refuse({ code: 'too-late', state })
    if (cardSessionId && cardSessionId !== closedSessionId) {
      return refuse({ code: 'card-page-open', sessionId: cardSessionId })
    }
    await closeUnpaid(inside, payment, 'cancelled', 'buyer')
    return ok({ repeated: false })
  })
}
