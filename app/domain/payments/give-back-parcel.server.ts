import { parcelAmount } from '#app/domain/ledger/parcel-money.ts'
import { postDecline } from '#app/domain/ledger/post-decline.server.ts'
import { isClosed } from '#app/domain/orders/order-status.ts'
import { listParcelShares, type ParcelShares } from '#app/domain/orders/parcel-shares.queries.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { LockedPayment } from './lock-payment.server.ts'
import { oweRefund } from './owe-refund.server.ts'
import { findPrice, writePrice } from './price-order.server.ts'

interface GivenBack {
  parcelId: string
  wasReceived: boolean
  reason: 'declined' | 'complaint'
}

/**
 * The money of a paid parcel that has just been closed is owed back to the buyer. With the last parcel that still
 * stood the unique code goes back too, and the whole payment becomes a refund.
 * @returns what the buyer is to get
 */
export async function giveBackParcel(
  ctx: Ctx,
  payment: LockedPayment,
  { parcelId, wasReceived, reason }: GivenBack,
): Promise<number> {
  const { orderId } = payment
  const { parcel, isLast } = await lookAt(ctx, orderId, parcelId)
  const uniqueCodeRupiah = isLast ? payment.uniqueCodeRupiah : 0
  const amountRupiah = parcelAmount(parcel) + uniqueCodeRupiah
  await postDecline(ctx, { orderId, parcel, uniqueCodeRupiah, wasReceived })
  await oweRefund(ctx, { orderId, parcelId, amountRupiah, reason })
  if (isLast) await setPayment(ctx, payment, { state: 'refund-due' })
  return amountRupiah
}

/**
 * Takes a declined parcel off what an unpaid order costs. When nothing is left there is no order any more, and a
 * total that was told comes to nothing; when it was the last whose shipping nobody knew, the rest has its price; where no
 * code is free for it, `priceKnownOrders` tries on.
 */
export async function takeOffTotal(
  ctx: Ctx,
  payment: LockedPayment,
  { parcelId, actor }: { parcelId: string; actor: string },
): Promise<void> {
  const { parcel, isLast } = await lookAt(ctx, payment.orderId, parcelId)
  const left = payment.totalRupiah === null ? null : payment.totalRupiah - parcelAmount(parcel)
  if (isLast) return setPayment(ctx, payment, { state: 'cancelled', total_rupiah: left })
  if (left !== null) return setPayment(ctx, payment, { total_rupiah: left })
  const price = await findPrice(ctx, payment)
  if (typeof price === 'object') await writePrice(ctx, payment, price, actor)
}

async function setPayment(
  { db }: Ctx,
  { orderId }: LockedPayment,
  values: { state?: 'cancelled' | 'refund-due'; total_rupiah?: number | null },
): Promise<void> {
  await db.updateTable('payment').set(values).where('order_id', '=', orderId).execute()
}

async function lookAt(
  ctx: Ctx,
  orderId: string,
  parcelId: string,
): Promise<{ parcel: ParcelShares; isLast: boolean }> {
  const parcels = await listParcelShares(ctx, orderId)
  const parcel = parcels.find((one) => one.parcelId === parcelId)
  if (!parcel) throw new Error(`No parcel ${parcelId} in order ${orderId}`)
  return { parcel, isLast: parcels.every((one) => isClosed(one.state)) }
}
