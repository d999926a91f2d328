import {
  type KeeperCtx,
  type LockedParcel,
  lockKeptParcel,
} from '#app/domain/fulfilment/lock-parcel.server.ts'
import { type LockedPayment, lockPayment } from './lock-payment.server.ts'

/** Locks the payment first, as everything does that will move it, then the parcel that the keeper may move. */
export async function lockParcelWithPayment(
  ctx: KeeperCtx,
  parcelId: string,
): Promise<{ payment: LockedPayment; parcel: LockedParcel } | null> {
  const found = await ctx.db
    .selectFrom('parcel')
    .where('id', '=', parcelId)
    .select('order_id')
    .executeTakeFirst()
  const payment = found && (await lockPayment(ctx, found.order_id))
  const parcel = payment && (await lockKeptParcel(ctx, parcelId))
  return payment && parcel ? { payment, parcel } : null
}
