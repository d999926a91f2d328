import { type KeeperCtx } from './lock-parcel.server.ts'
import { takeStep } from './move-parcel.server.ts'

/** The pieces are done and wrapped; one to be collected at the library has been brought there. */
export const packParcel = (ctx: KeeperCtx, parcelId: string) =>
  takeStep(ctx, parcelId, { from: 'accepted', to: 'packed' })
