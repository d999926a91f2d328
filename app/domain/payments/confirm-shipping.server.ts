import { writeAudit } from '#app/domain/accounts/write-audit.server.ts'
import type { KeeperCtx, LockedParcel } from '#app/domain/fulfilment/lock-parcel.server.ts'
import { priceParcel } from '#app/domain/fulfilment/order-parcels.server.ts'
import { recordEvent } from '#app/domain/orders/order-event.server.ts'
import { ok, type Result, refuse } from '#app/lib/result.ts'
import { within } from '#app/platform/context.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { lockParcelWithPayment } from './lock-parcel-with-payment.server.ts'
import { findPrice, writePrice } from './price-order.server.ts'

export interface ConfirmShipping {
  parcelId: string
  /** Whole rupiah, 0 or more. */
  shippingRupiah: number
  delivery: 'local' | 'boat' | 'courier'
  carrier: string
  daysMin: number
  daysMax: number
  /** Staff had mistyped what was asked for, and the buyer has not been told yet. */
  corrects?: boolean
}

export type ConfirmShippingRefusal =
  | { code: 'unknown-parcel' }
  /** Priced before, or the order is no longer waiting for a price. */
  | { code: 'nothing-to-confirm' }
  /** What goes abroad is asked for and priced by staff. */
  | { code: 'priced-by-staff' }
  | { code: 'no-free-total' }

/**
 * The group, or staff for it, says what sending a parcel costs. With the last unknown cost the order has its total,
 * and the buyer a day to pay it. Until then staff may correct a cost that was asked for. Refused otherwise when the cost
 * is known already, when the order no longer waits for one, and to a group when the parcel goes abroad.
 * @see docs/decisions/0043-shipping-by-nearest-tariff.md, 0085-staff-price-what-goes-abroad.md
 */
export function confirmShipping(
  ctx: KeeperCtx,
  command: ConfirmShipping,
): Promise<Result<{ isPriced: boolean }, ConfirmShippingRefusal>> {
  return inTransaction(ctx.db, async (trx) => {
    const inside = within(ctx, trx)
    const locked = await lockParcelWithPayment(inside, command.parcelId)
    if (!locked) return refuse({ code: 'unknown-parcel' })
    const { payment, parcel } = locked
    const isOpen = parcel.shippingRupiah === null || (await mayCorrect(inside, command))
    if (payment.state !== 'quoting' || !isOpen) return refuse({ code: 'nothing-to-confirm' })
    if (ctx.actor.kind === 'group' && payment.country !== 'ID') return refuse({ code: 'priced-by-staff' })
    const price = await findPrice(inside, payment, command)
    if (price === 'no-free-total') return refuse({ code: price })
    await writeShipping(inside, parcel, command)
    if (price !== 'unknown') await writePrice(inside, payment, price, ctx.actor.userId)
    return ok({ isPriced: price !== 'unknown' })
  })
}

/** A tariff's cost was shown to the buyer at the checkout and stands; only what somebody said can have been mistyped. */
async function mayCorrect(
  { db, actor }: KeeperCtx,
  { parcelId, corrects }: ConfirmShipping,
): Promise<boolean> {
  if (!corrects || actor.kind !== 'staff') return false
  const said = await db
    .selectFrom('order_event')
    .where('parcel_id', '=', parcelId)
    .where('kind', '=', 'shipping-confirmed')
    .select('id')
    .limit(1)
    .executeTakeFirst()
  return said !== undefined
}

async function writeShipping(ctx: KeeperCtx, parcel: LockedParcel, command: ConfirmShipping): Promise<void> {
  const { shippingRupiah, delivery, carrier, daysMin, daysMax } = command
  await priceParcel(ctx, parcel.id, { rupiah: shippingRupiah, delivery, carrier, daysMin, daysMax })
  await recordEvent(ctx, {
    orderId: parcel.orderId,
    parcelId: parcel.id,
    kind: 'shipping-confirmed',
    actor: ctx.actor.userId,
    detail: { shippingRupiah, carrier },
  })
  if (ctx.actor.kind !== 'staff') return
  await writeAudit(ctx, {
    action: 'confirm-shipping',
    subject: `parcel:${parcel.id}`,
    before: parcel.shippingRupiah === null ? undefined : { shippingRupiah: parcel.shippingRupiah },
    after: { shippingRupiah, delivery, carrier, daysMin, daysMax },
  })
}
