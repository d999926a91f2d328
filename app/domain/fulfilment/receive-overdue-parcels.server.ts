import { openProblem } from '#app/domain/ledger/open-problem.server.ts'
import { oneByOne } from '#app/domain/orders/one-by-one.server.ts'
import { receivedByItselfAt } from '#app/domain/orders/receive-days.server.ts'
import { type Ctx, within } from '#app/platform/context.server.ts'
import { inTransaction, moment } from '#app/platform/db.server.ts'
import { lockOrderParcel } from './lock-parcel.server.ts'
import { hasOpenProblem } from './parcel.ts'
import { receiveLocked } from './receive-parcel.server.ts'

const AT_A_TIME = 200

/**
 * Counts parcels as received whose buyers have had their time to speak (`receiveDays`) and about which no report stands.
 * @returns how many
 */
export async function receiveOverdueParcels(ctx: Ctx): Promise<number> {
  return oneByOne(ctx, await findOverdue(ctx), (parcel) => receiveIfStillOverdue(ctx, parcel))
}

const findOverdue = ({ db }: Ctx) =>
  db
    .selectFrom('parcel')
    .where('state', '=', 'dispatched')
    .where(receivedByItselfAt('parcel'), '<=', moment())
    .where((eb) => eb.not(openProblem('parcel')))
    .orderBy('dispatched_at')
    .limit(AT_A_TIME)
    .select(['id as parcelId', 'order_id as orderId'])
    .execute()

/** A complaint or the buyer's own word may have come since the list was made. */
function receiveIfStillOverdue(ctx: Ctx, ids: { orderId: string; parcelId: string }): Promise<boolean> {
  return inTransaction(ctx.db, async (trx) => {
    const inside = within(ctx, trx)
    const parcel = await lockOrderParcel(inside, ids)
    if (!parcel || parcel.state !== 'dispatched' || hasOpenProblem(parcel)) return false
    return (await receiveLocked(inside, parcel, { by: 'time', actor: 'system' })).ok
  })
}
