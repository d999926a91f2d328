import type { KeeperCtx, LockedParcel } from '#app/domain/fulfilment/lock-parcel.server.ts'
import { auditIfStaff } from '#app/domain/fulfilment/move-parcel.server.ts'
import { closeDeclined, tellCalledOff } from '#app/domain/fulfilment/order-parcels.server.ts'
import { canBeDeclined, type DeclineReason, isStillSellable } from '#app/domain/fulfilment/parcel.ts'
import { notifyBuyer } from '#app/domain/notices/queue-notice.server.ts'
import { recordEvent } from '#app/domain/orders/order-event.server.ts'
import type { ParcelState } from '#app/domain/orders/order-status.ts'
import { closeTasks } from '#app/domain/orders/staff-task.server.ts'
import { putBack, writeOff } from '#app/domain/stock/move-holds.server.ts'
import { ok, type Result, refuse } from '#app/lib/result.ts'
import { within } from '#app/platform/context.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { giveBackParcel, takeOffTotal } from './give-back-parcel.server.ts'
import { lockParcelWithPayment } from './lock-parcel-with-payment.server.ts'
import type { LockedPayment } from './lock-payment.server.ts'

export interface DeclineParcel {
  parcelId: string
  reason: DeclineReason
  note: string | null
}

/**
 * The group cannot give what was ordered, or cannot send it where it is wanted; or the buyer does not want it any more.
 * Good pieces go back on sale, missing or damaged ones do not; what was paid for the parcel is owed back to the buyer, and
 * the group's share and the fee with it. What the buyer reports of it ends with that, and staff need not look any more. A
 * group that had the parcel to prepare is told when staff have called it off.
 * Said twice, it is said once; refused for another reason than was said, once the parcel has left the group, and before it is paid unless the group is asked for a cost of sending.
 * @see docs/decisions/0031-stock-is-the-sum-of-its-holds.md, docs/decisions/0033-the-books.md,
 * docs/decisions/0106-a-buyer-calls-off-by-telephone.md
 */
export function declineParcel(
  ctx: KeeperCtx,
  command: DeclineParcel,
): Promise<
  Result<{ repeated: boolean }, { code: 'unknown-parcel' } | { code: 'wrong-state'; state: ParcelState }>
> {
  return inTransaction(ctx.db, async (trx) => {
    const inside = within(ctx, trx)
    const locked = await lockParcelWithPayment(inside, command.parcelId)
    if (!locked) return refuse({ code: 'unknown-parcel' })
    const { state, declineReason, declineNote } = locked.parcel
    const isSame = declineReason === command.reason && declineNote === command.note
    if (state === 'declined' && isSame) return ok({ repeated: true })
    if (!canBeDeclined(state, locked.payment.state)) return refuse({ code: 'wrong-state', state })
    await decline(inside, locked, command)
    return ok({ repeated: false })
  })
}

async function decline(
  ctx: KeeperCtx,
  { payment, parcel }: { payment: LockedPayment; parcel: LockedParcel },
  { reason, note }: DeclineParcel,
): Promise<void> {
  const { orderId, id: parcelId } = parcel
  await closeDeclined(ctx, parcelId, { reason, note })
  await (isStillSellable(reason) ? putBack : writeOff)(ctx, { orderId, parcelId })
  const refundRupiah =
    payment.state === 'paid'
      ? await giveBackParcel(ctx, payment, { parcelId, wasReceived: false, reason: 'declined' })
      : 0
  await recordEvent(ctx, {
    orderId,
    parcelId,
    kind: 'declined',
    actor: ctx.actor.userId,
    detail: { reason, note, refundRupiah },
  })
  const resolution = note ?? reason
  await closeTasks(ctx, { orderId, parcelId, kinds: ['problem'], by: ctx.actor.name, resolution })
  const about = `parcel:${parcelId}`
  await notifyBuyer(ctx, { orderId, about, template: 'parcel-declined', data: { parcelId, refundRupiah } })
  await tellGroup(ctx, parcel)
  await auditIfStaff(ctx, parcel, 'declined', { reason, note })
  // what the rest costs follows from it, and is told after it
  if (payment.state !== 'paid') await takeOffTotal(ctx, payment, { parcelId, actor: ctx.actor.userId })
}

/** A group that has said it itself knows. */
async function tellGroup(ctx: KeeperCtx, parcel: LockedParcel): Promise<void> {
  if (ctx.actor.kind === 'staff') await tellCalledOff(ctx, parcel.orderId, [parcel])
}
