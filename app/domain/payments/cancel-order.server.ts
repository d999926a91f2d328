import { writeAudit } from '#app/domain/accounts/write-audit.server.ts'
import { canBeCancelled, type PaymentState } from '#app/domain/orders/order-status.ts'
import { ok, type Result, refuse } from '#app/lib/result.ts'
import { type Ctx, type StaffCtx, within } from '#app/platform/context.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { type LockedPayment, lockPayment } from './lock-payment.server.ts'
import { closeUnpaid } from './settle-payment.server.ts'

export interface CancelOrder {
  orderId: string
  /** The card page that the provider has just said is closed. */
  closedSessionId?: string
}

export type CancelRefusal =
  | { code: 'unknown-order' }
  /** Paid, or a payment is under way: staff can help. */
  | { code: 'too-late'; state: PaymentState }
  /** The card page is still open; expire it at the provider and call again with its id. */
  | { code: 'card-page-open'; sessionId: string }

export type Cancelled = Result<{ repeated: boolean }, CancelRefusal>

/**
 * The buyer calls off an unpaid order. Pieces are free again only once nobody can pay for them any more, so an open
 * card page has to be closed at the provider first. Refused once it is paid or money is on its way.
 */
export const cancelOrder = (ctx: Ctx, command: CancelOrder): Promise<Cancelled> =>
  cancel(ctx, command, (inside, payment) => closeUnpaid(inside, payment, 'cancelled', 'buyer'))

/**
 * The same at the word of the buyer, who has said it to staff; kept in the record of changes.
 * @see docs/decisions/0106-a-buyer-calls-off-by-telephone.md
 */
export const cancelForBuyer = (ctx: StaffCtx, command: CancelOrder): Promise<Cancelled> =>
  cancel(ctx, command, async (inside, payment) => {
    await closeUnpaid(inside, payment, 'cancelled', ctx.actor.userId)
    await writeAudit(inside, {
      action: 'cancel-order',
      subject: `order:${payment.orderId}`,
      before: { state: payment.state },
      after: { state: 'cancelled' },
      reason: 'buyer-asked',
    })
  })

function cancel<C extends Ctx>(
  ctx: C,
  { orderId, closedSessionId }: CancelOrder,
  close: (inside: C, payment: LockedPayment) => Promise<void>,
): Promise<Cancelled> {
  return inTransaction(ctx.db, async (trx) => {
    const inside = within(ctx, trx)
    const payment = await lockPayment(inside, orderId)
    if (!payment) return refuse({ code: 'unknown-order' })
    const { state, cardSessionId } = payment
    if (state === 'cancelled') return ok({ repeated: true })
    if (!canBeCancelled(state)) return refuse({ code: 'too-late', state })
    if (cardSessionId && cardSessionId !== closedSessionId) {
      return refuse({ code: 'card-page-open', sessionId: cardSessionId })
    }
    await close(inside, payment)
    return ok({ repeated: false })
  })
}
