import { parcelAmount } from '#app/domain/ledger/parcel-money.ts'
import { postDecline } from '#app/domain/ledger/post-decline.server.ts'
import { isClosed } from '#app/domain/orders/order-status.ts'
import { listParcelShares, type ParcelShares } from '#app/domain/orders/parcel-shares.queries.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { LockedPayment } from './lock-payment.server.ts'
import { oweRefund } from './owe-refund.server.ts'

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
  if (isLast) {
    await ctx.db.updateTable('payment').set({ state: 'refund-due' }).where('order_id', '=', orderId).execute()
  }
  return amountRupiah
}

/** Takes a declined parcel off what an unpaid order costs; when nothing is left, there is no order any more. */
export async function takeOffTotal(ctx: Ctx, payment: LockedPayment, parcelId: string): Promise<void> {
  const { parcel, isLast } = await lookAt(ctx, payment.orderId, parcelId)
  const left = (payment.totalRupiah ?? 0) - parcelAmount(parcel)
  await ctx.db
    .updateTable('payment')
    .set(isLast ? { state: 'cancelled' } : { total_rupiah: left })
    .where('order_id', '=', payment.orderId)
    .execute()
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
