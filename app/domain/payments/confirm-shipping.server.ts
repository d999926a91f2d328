import type { KeeperCtx } from '#app/domain/fulfilment/lock-parcel.server.ts'
import type { SaidShipping } from '#app/domain/fulfilment/order-parcels.server.ts'
import { type WayMisfit, wayMisfit } from '#app/domain/fulfilment/parcel.ts'
import { ok, type Result, refuse } from '#app/lib/result.ts'
import { within } from '#app/platform/context.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { lockParcelWithPayment } from './lock-parcel-with-payment.server.ts'
import { findPrice, writePrice } from './price-order.server.ts'
import { isPricedByStaff, writeShipping } from './said-shipping.server.ts'

export interface ConfirmShipping extends SaidShipping {
  parcelId: string
}

export type ConfirmShippingRefusal =
  | { code: 'unknown-parcel' }
  /** Priced before, or the order is no longer waiting for a price. */
  | { code: 'nothing-to-confirm' }
  | { code: WayMisfit }
  | { code: 'priced-by-staff' }
  | { code: 'no-free-total' }

/**
 * The group, or staff for it, says what sending a parcel costs. With the last unknown cost the order has its total,
 * and the buyer a day to pay it. Refused when the cost is known already, when the order no longer waits for one, when the
 * carrier is missing or nobody carries it, when the group would bring it out of its regency, and to a group when the
 * parcel goes abroad.
 * @see docs/decisions/0043-shipping-by-nearest-tariff.md, 0085-staff-price-what-goes-abroad.md
 */
export function confirmShipping(
  ctx: KeeperCtx,
  { parcelId, ...said }: ConfirmShipping,
): Promise<Result<{ isPriced: boolean }, ConfirmShippingRefusal>> {
  return inTransaction(ctx.db, async (trx) => {
    const inside = within(ctx, trx)
    const locked = await lockParcelWithPayment(inside, parcelId)
    if (!locked) return refuse({ code: 'unknown-parcel' })
    const { payment, parcel } = locked
    const isOpen = payment.state === 'quoting' && parcel.shippingRupiah === null
    if (!isOpen) return refuse({ code: 'nothing-to-confirm' })
    const misfit = wayMisfit(parcel, { way: said.delivery, carrier: said.carrier })
    if (misfit) return refuse({ code: misfit })
    if (isPricedByStaff(ctx, payment)) return refuse({ code: 'priced-by-staff' })
    const { shippingRupiah, carrier } = said
    const price = await findPrice(inside, payment, { parcelId, shippingRupiah })
    if (price === 'no-free-total') return refuse({ code: price })
    await writeShipping(inside, parcel, said, {
      kind: 'shipping-confirmed',
      action: 'confirm-shipping',
      after: { shippingRupiah, carrier },
    })
    if (price !== 'unknown') await writePrice(inside, payment, price, ctx.actor.userId)
    return ok({ isPriced: price !== 'unknown' })
  })
}
