import { sql } from 'kysely'
import { writeAudit } from '#app/domain/accounts/write-audit.server.ts'
import type { KeeperCtx, LockedParcel } from '#app/domain/fulfilment/lock-parcel.server.ts'
import { priceParcel } from '#app/domain/fulfilment/order-parcels.server.ts'
import { notifyBuyer } from '#app/domain/notices/queue-notice.server.ts'
import { QUOTED_PAY_HOURS } from '#app/domain/orders/deadlines.ts'
import { recordEvent } from '#app/domain/orders/order-event.server.ts'
import { takeTransferTotal } from '#app/domain/orders/transfer-total.server.ts'
import { type Rupiah, sum, ZERO } from '#app/lib/money.ts'
import { ok, type Result, refuse } from '#app/lib/result.ts'
import { type Ctx, within } from '#app/platform/context.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { lockParcelWithPayment } from './lock-parcel-with-payment.server.ts'
import type { LockedPayment } from './lock-payment.server.ts'

export interface ConfirmShipping {
  parcelId: string
  shippingRupiah: number
  delivery: 'local' | 'boat' | 'courier'
  carrier: string
  daysMin: number
  daysMax: number
}

export type ConfirmShippingRefusal =
  | { code: 'unknown-parcel' }
  /** Priced before, or the order is no longer waiting for a price. */
  | { code: 'nothing-to-confirm' }
  | { code: 'no-free-total' }

/**
 * The group, or staff for it, says what sending a parcel costs. With the last unknown cost the order has its total,
 * and the buyer a day to pay it.
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
    if (payment.state !== 'quoting' || parcel.shippingRupiah !== null) {
      return refuse({ code: 'nothing-to-confirm' })
    }
    const shipping = await shippingOf(inside, payment.orderId, command)
    const code = shipping === null ? ZERO : await uniqueCodeFor(inside, payment, shipping)
    if (code === null) return refuse({ code: 'no-free-total' })
    await writeShipping(inside, parcel, command)
    if (shipping !== null) await writeTotal(inside, payment, shipping, code)
    return ok({ isPriced: shipping !== null })
  })
}

/** @returns the order's whole shipping with this parcel's, or null while another parcel's is unknown */
async function shippingOf(
  { db }: Ctx,
  orderId: string,
  { parcelId, shippingRupiah }: ConfirmShipping,
): Promise<Rupiah | null> {
  const others = await db
    .selectFrom('parcel')
    .where('order_id', '=', orderId)
    .where('id', '<>', parcelId)
    .select('shipping_rupiah as rupiah')
    .execute()
  const known = others.flatMap(({ rupiah }) => (rupiah === null ? [] : [rupiah]))
  return known.length === others.length ? sum([...known, shippingRupiah]) : null
}

async function uniqueCodeFor(
  ctx: Ctx,
  { orderId, goodsRupiah, receivingAccountId }: LockedPayment,
  shipping: Rupiah,
): Promise<Rupiah | null> {
  if (!receivingAccountId) return ZERO
  const baseRupiah = sum([goodsRupiah, shipping])
  return takeTransferTotal(ctx, { orderId, receivingAccountId, baseRupiah, payHours: QUOTED_PAY_HOURS })
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
    after: { shippingRupiah, delivery, carrier, daysMin, daysMax },
  })
}

async function writeTotal(
  ctx: KeeperCtx,
  { orderId, goodsRupiah }: LockedPayment,
  shipping: Rupiah,
  code: Rupiah,
): Promise<void> {
  await ctx.db
    .updateTable('payment')
    .set({
      state: 'awaiting',
      shipping_rupiah: shipping,
      unique_code_rupiah: code,
      total_rupiah: sum([goodsRupiah, shipping, code]),
      expires_at: sql`moment() + make_interval(hours => ${QUOTED_PAY_HOURS})`,
    })
    .where('order_id', '=', orderId)
    .execute()
  await recordEvent(ctx, { orderId, kind: 'priced', actor: ctx.actor.userId })
  await notifyBuyer(ctx, { orderId, about: 'priced', template: 'order-priced', data: {} })
}
