import { writeAudit } from '#app/domain/accounts/write-audit.server.ts'
import type { PaymentState } from '#app/domain/orders/order-status.ts'
import { ok, type Result, refuse } from '#app/lib/result.ts'
import { type StaffCtx, within } from '#app/platform/context.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { lockPayment } from './lock-payment.server.ts'
import { amountOf, markPaid } from './settle-payment.server.ts'

export type PickupPaymentRefusal =
  | { code: 'unknown-order' }
  | { code: 'not-paid-at-pickup' }
  | { code: 'wrong-amount'; expected: number }
  | { code: 'order-closed'; state: PaymentState }

/**
 * The buyer paid in cash at the library's counter; the parcels are handed over next, with `handOverPickup`. Only the
 * exact total, in whole rupiah, is taken.
 */
export function recordPickupPayment(
  ctx: StaffCtx,
  { orderId, amountRupiah }: { orderId: string; amountRupiah: number },
): Promise<Result<{ repeated: boolean }, PickupPaymentRefusal>> {
  return inTransaction(ctx.db, async (trx) => {
    const inside = within(ctx, trx)
    const payment = await lockPayment(inside, orderId)
    if (!payment) return refuse({ code: 'unknown-order' })
    if (payment.method !== 'pickup') return refuse({ code: 'not-paid-at-pickup' })
    if (payment.state === 'paid') return ok({ repeated: true })
    if (payment.state !== 'awaiting') return refuse({ code: 'order-closed', state: payment.state })
    const expected = amountOf(payment)
    if (amountRupiah !== expected) return refuse({ code: 'wrong-amount', expected })
    await markPaid(inside, payment, { actor: ctx.actor.userId, confirmedBy: ctx.actor.name })
    await writeAudit(inside, {
      action: 'record-pickup-payment',
      subject: `order:${orderId}`,
      before: { state: payment.state },
      after: { state: 'paid', amountRupiah },
    })
    return ok({ repeated: false })
  })
}
