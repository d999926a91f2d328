import { sql } from 'kysely'
import { notifyBuyer } from '#app/domain/notices/queue-notice.server.ts'
import { QUOTED_PAY_HOURS } from '#app/domain/orders/deadlines.ts'
import { recordEvent } from '#app/domain/orders/order-event.server.ts'
import { takeTransferTotal } from '#app/domain/orders/transfer-total.server.ts'
import { type Rupiah, rupiah, sum, ZERO } from '#app/lib/money.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { LockedPayment } from './lock-payment.server.ts'

/** A parcel's cost of sending that has been said but not been written yet. */
interface SaidCost {
  parcelId: string
  shippingRupiah: number
}

export interface Price {
  goods: Rupiah
  shipping: Rupiah
  uniqueCode: Rupiah
}

/**
 * What a quoting order comes to, with a transfer total taken for it. Parcels that have been declined no longer count.
 * @returns 'unknown' while a parcel's shipping is, 'no-free-total' when the order cannot be told from others
 */
export async function findPrice(
  ctx: Ctx,
  payment: LockedPayment,
  said?: SaidCost,
): Promise<Price | 'unknown' | 'no-free-total'> {
  const parcels = await listStanding(ctx, payment.orderId)
  const costs = parcels.map(({ id, shipping }) => (id === said?.parcelId ? said.shippingRupiah : shipping))
  const known = costs.filter((cost) => cost !== null)
  if (known.length < costs.length) return 'unknown'
  const goods = sum(parcels.map((parcel) => parcel.goods))
  const shipping = sum(known)
  const uniqueCode = await takeUniqueCode(ctx, payment, sum([goods, shipping]))
  return uniqueCode === null ? 'no-free-total' : { goods, shipping, uniqueCode }
}

export const totalOf = ({ goods, shipping, uniqueCode }: Price): Rupiah => sum([goods, shipping, uniqueCode])

/** The order has its total, and the buyer a day to pay it. */
export async function writePrice(
  ctx: Ctx,
  payment: LockedPayment,
  price: Price,
  actor: string,
): Promise<void> {
  const { orderId } = payment
  await setPrice(ctx, payment, price)
  await recordEvent(ctx, { orderId, kind: 'priced', actor })
  await notifyBuyer(ctx, { orderId, template: 'order-priced', data: {} })
}

/**
 * Sets what an unpaid order comes to. A card page that is being opened for an earlier total meanwhile is of an earlier
 * attempt, and is not taken.
 */
export async function setPrice(
  { db }: Ctx,
  { orderId, cardAttempt, totalRupiah }: LockedPayment,
  price: Price,
): Promise<void> {
  await db
    .updateTable('payment')
    .set({
      state: 'awaiting',
      shipping_rupiah: price.shipping,
      unique_code_rupiah: price.uniqueCode,
      total_rupiah: totalOf(price),
      expires_at: sql`moment() + make_interval(hours => ${QUOTED_PAY_HOURS})`,
      card_session_id: null,
      card_attempt: totalRupiah === null ? cardAttempt : cardAttempt + 1,
    })
    .where('order_id', '=', orderId)
    .execute()
}

async function listStanding({ db }: Ctx, orderId: string) {
  const parcels = await db
    .selectFrom('parcel')
    .innerJoin('order_line as line', 'line.parcel_id', 'parcel.id')
    .where('parcel.order_id', '=', orderId)
    .where('parcel.state', '=', 'waiting')
    .groupBy('parcel.id')
    .select((eb) => [
      'parcel.id',
      'parcel.shipping_rupiah as shipping',
      eb.cast<number>(eb.fn.sum('line.line_rupiah'), 'bigint').as('goods'),
    ])
    .execute()
  return parcels.map((parcel) => ({ ...parcel, goods: rupiah(parcel.goods) }))
}

async function takeUniqueCode(
  ctx: Ctx,
  { orderId, receivingAccountId }: LockedPayment,
  baseRupiah: Rupiah,
): Promise<Rupiah | null> {
  if (!receivingAccountId) return ZERO
  return takeTransferTotal(ctx, { orderId, receivingAccountId, baseRupiah, payHours: QUOTED_PAY_HOURS })
}
