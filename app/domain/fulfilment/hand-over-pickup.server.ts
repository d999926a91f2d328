import { ok, type Result, refuse } from '#app/lib/result.ts'
import { type StaffCtx, within } from '#app/platform/context.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { lockKeptParcel } from './lock-parcel.server.ts'
import { auditIfStaff } from './move-parcel.server.ts'
import { type ReceiveRefusal, receiveLocked } from './receive-parcel.server.ts'

/**
 * Staff gave the paid parcel to the buyer at the library's counter. Refused for one that is to be sent or fetched at its
 * group, where nobody of the library stands, and before it is paid.
 */
export function handOverPickup(
  ctx: StaffCtx,
  parcelId: string,
): Promise<Result<{ repeated: boolean }, ReceiveRefusal | { code: 'not-a-pickup' }>> {
  return inTransaction(ctx.db, async (trx) => {
    const inside = within(ctx, trx)
    const parcel = await lockKeptParcel(inside, parcelId)
    if (!parcel) return refuse({ code: 'unknown-parcel' })
    if (parcel.delivery !== 'pickup-library') return refuse({ code: 'not-a-pickup' })
    const received = await receiveLocked(inside, parcel, { by: 'staff', actor: ctx.actor.userId })
    if (received.ok && !received.value.repeated) await auditIfStaff(inside, parcel, 'received')
    return received.ok ? ok(received.value) : received
  })
}
