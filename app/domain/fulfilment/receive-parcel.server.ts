import { postReceipt } from '#app/domain/ledger/post-receipt.server.ts'
import { notifyBuyer } from '#app/domain/notices/queue-notice.server.ts'
import { type EventActor, recordEvent } from '#app/domain/orders/order-event.server.ts'
import { type Delivery, isPickup, type ParcelState } from '#app/domain/orders/order-status.ts'
import { getParcelShares } from '#app/domain/orders/parcel-shares.queries.server.ts'
import { finishWeaving } from '#app/domain/stock/move-holds.server.ts'
import { ok, type Result, refuse } from '#app/lib/result.ts'
import { type Ctx, within } from '#app/platform/context.server.ts'
import { inTransaction, moment } from '#app/platform/db.server.ts'
import { type LockedParcel, lockOrderParcel } from './lock-parcel.server.ts'

export type ReceiveRefusal =
  | { code: 'unknown-parcel' }
  | { code: 'wrong-state'; state: ParcelState }
  | { code: 'unpaid' }

/**
 * The buyer says the parcel is here, and the group's share becomes payable. Saying it twice changes nothing. Refused
 * before it has left the group or is ready to be collected, and before it is paid. Answers how it came as well.
 */
export function receiveParcel(
  ctx: Ctx,
  { orderId, parcelId }: { orderId: string; parcelId: string },
): Promise<Result<{ repeated: boolean; delivery: Delivery }, ReceiveRefusal>> {
  return inTransaction(ctx.db, async (trx) => {
    const inside = within(ctx, trx)
    const parcel = await lockOrderParcel(inside, { orderId, parcelId })
    if (!parcel) return refuse({ code: 'unknown-parcel' })
    const received = await receiveLocked(inside, parcel, { by: 'buyer', actor: 'buyer' })
    return received.ok ? ok({ ...received.value, delivery: parcel.delivery }) : received
  })
}

interface Receipt {
  by: 'buyer' | 'time' | 'staff'
  actor: EventActor
  /** The buyer reads it in other news that goes out with it. */
  isTold?: boolean
}

/** What every way of receiving a locked parcel has in common. Only a parcel on its way, or one collected, can be. */
export async function receiveLocked(
  ctx: Ctx,
  parcel: LockedParcel,
  receipt: Receipt,
): Promise<Result<{ repeated: boolean }, ReceiveRefusal>> {
  if (parcel.state === 'received') return ok({ repeated: true })
  const isHere = parcel.state === 'dispatched' || (parcel.state === 'packed' && isPickup(parcel.delivery))
  if (!isHere) return refuse({ code: 'wrong-state', state: parcel.state })
  if (parcel.paymentState !== 'paid') return refuse({ code: 'unpaid' })
  await markReceived(ctx, parcel, receipt)
  return ok({ repeated: false })
}

async function markReceived(
  ctx: Ctx,
  { id: parcelId, orderId }: LockedParcel,
  { by, actor, isTold }: Receipt,
): Promise<void> {
  await ctx.db
    .updateTable('parcel')
    .set({ state: 'received', received_at: moment(), received_by: by })
    .where('id', '=', parcelId)
    .execute()
  await finishWeaving(ctx, { orderId, parcelId })
  await postReceipt(ctx, orderId, await getParcelShares(ctx, { orderId, id: parcelId }))
  await recordEvent(ctx, { orderId, parcelId, kind: 'received', actor, detail: { by } })
  if (isTold) return
  const about = `parcel:${parcelId}`
  await notifyBuyer(ctx, { orderId, about, template: 'parcel-received', data: { parcelId } })
}
