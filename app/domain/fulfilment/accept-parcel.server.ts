import { moment } from '#app/platform/db.server.ts'
import { type KeeperCtx } from './lock-parcel.server.ts'
import { takeStep } from './move-parcel.server.ts'

/** The group will make and send it. */
export const acceptParcel = (ctx: KeeperCtx, parcelId: string) =>
  takeStep(ctx, parcelId, {
    kind: 'accepted',
    from: 'open',
    to: 'accepted',
    columns: { accepted_at: moment() },
  })
