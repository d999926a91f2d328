import { moment } from '#app/platform/db.server.ts'
import { type KeeperCtx } from './lock-parcel.server.ts'
import { takeStep } from './move-parcel.server.ts'

/** The pieces are done and wrapped; one to be collected at the library has been brought there. */
export const packParcel = (ctx: KeeperCtx, parcelId: string) =>
  takeStep(ctx, parcelId, {
    kind: 'packed',
    from: 'accepted',
    to: 'packed',
    columns: { packed_at: moment() },
  })

/**
 * It was said to be packed by mistake: the group makes and packs it still, and the buyer, who has been told otherwise,
 * is told so. Refused once it has left.
 */
export const unpackParcel = (ctx: KeeperCtx, parcelId: string) =>
  takeStep(ctx, parcelId, { kind: 'unpacked', from: 'packed', to: 'accepted', columns: { packed_at: null } })
