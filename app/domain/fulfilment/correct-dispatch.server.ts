import { writeAudit } from '#app/domain/accounts/write-audit.server.ts'
import { notifyBuyer } from '#app/domain/notices/queue-notice.server.ts'
import { countEvents, recordEvent } from '#app/domain/orders/order-event.server.ts'
import { ok, type Result, refuse } from '#app/lib/result.ts'
import { within } from '#app/platform/context.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import type { DispatchParcel } from './dispatch-parcel.server.ts'
import { type KeeperCtx, type LockedParcel, lockKeptParcel } from './lock-parcel.server.ts'
import { canCorrectDispatch, type Sent, type SentMisfit, sentMisfit, wasSentSo } from './parcel.ts'

export type CorrectDispatchRefusal =
  | { code: 'unknown-parcel' }
  /** Not on its way: still with the group, arrived, or fetched by its buyer. */
  | { code: 'nothing-to-correct' }
  | { code: SentMisfit }
  | { code: 'unchanged' }

/**
 * The way, the courier or the number was written wrongly when the parcel was handed over, and the buyer looks for it with them: the
 * group, or staff for it, writes the right ones while the parcel is on its way, also when that is what the buyer
 * complains of, and the buyer is told each time.
 * Refused when the parcel is not on its way, when way and carrier do not fit each other or the place it goes to, and when
 * all of it stands there already.
 */
export function correctDispatch(
  ctx: KeeperCtx,
  { parcelId, ...sent }: DispatchParcel,
): Promise<Result<null, CorrectDispatchRefusal>> {
  return inTransaction(ctx.db, async (trx) => {
    const inside = within(ctx, trx)
    const parcel = await lockKeptParcel(inside, parcelId)
    if (!parcel) return refuse({ code: 'unknown-parcel' })
    if (!canCorrectDispatch(parcel)) return refuse({ code: 'nothing-to-correct' })
    const misfit = sentMisfit(parcel, sent)
    if (misfit) return refuse({ code: misfit })
    if (wasSentSo(parcel, sent)) return refuse({ code: 'unchanged' })
    await writeCorrection(inside, parcel, sent)
    return ok(null)
  })
}

async function writeCorrection(
  ctx: KeeperCtx,
  { id, orderId, dispatchWay, dispatchCarrier, trackingNumber }: LockedParcel,
  after: Sent,
): Promise<void> {
  const before = { way: dispatchWay, carrier: dispatchCarrier, trackingNumber }
  await ctx.db
    .updateTable('parcel')
    .set({
      dispatch_way: after.way,
      dispatch_carrier: after.carrier,
      tracking_number: after.trackingNumber,
    })
    .where('id', '=', id)
    .execute()
  const kind = 'dispatch-corrected'
  const detail = { ...after, before }
  await recordEvent(ctx, { orderId, parcelId: id, kind, actor: ctx.actor.userId, detail })
  await notifyBuyer(ctx, {
    orderId,
    // what is mistyped twice is told twice, even when the first number comes back
    about: `parcel:${id}:${await countEvents(ctx, { orderId, parcelId: id, kind })}`,
    template: 'parcel-corrected',
    data: { parcelId: id },
  })
  if (ctx.actor.kind !== 'staff') return
  await writeAudit(ctx, { action: 'correct-dispatch', subject: `parcel:${id}`, before, after: { ...after } })
}
