import { finishWeaving } from '#app/domain/stock/move-holds.server.ts'
import { moment } from '#app/platform/db.server.ts'
import { type KeeperCtx } from './lock-parcel.server.ts'
import { takeStep } from './move-parcel.server.ts'
import { type Sent, sentMisfit } from './parcel.ts'

export interface DispatchParcel extends Sent {
  parcelId: string
}

/**
 * The parcel left the group's hands: with a courier, on a boat, by the group itself, or fetched by the buyer at the
 * group. What is to be collected at the library is handed over there by staff instead. Refused when the way and the
 * carrier do not fit each other, the delivery or the place it goes to.
 */
export const dispatchParcel = (ctx: KeeperCtx, { parcelId, ...sent }: DispatchParcel) =>
  takeStep(ctx, parcelId, {
    kind: 'dispatched',
    from: 'packed',
    to: 'dispatched',
    columns: {
      dispatched_at: moment(),
      dispatch_way: sent.way,
      dispatch_carrier: sent.carrier,
      tracking_number: sent.trackingNumber,
    },
    detail: { ...sent },
    check: (parcel) => {
      if (parcel.delivery === 'pickup-library') return { code: 'collected-at-library' }
      const code = sentMisfit(parcel, sent)
      return code && { code }
    },
    also: (inside, parcel) => finishWeaving(inside, { orderId: parcel.orderId, parcelId }),
  })
