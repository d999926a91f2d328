import { finishWeaving } from '#app/domain/stock/move-holds.server.ts'
import { moment } from '#app/platform/db.server.ts'
import { type KeeperCtx } from './lock-parcel.server.ts'
import { takeStep } from './move-parcel.server.ts'
import { type Sent, sentMisfit, wasSentSo } from './parcel.ts'

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
    isOther: (parcel) => !wasSentSo(parcel, sent),
    check: (parcel) => {
      if (parcel.delivery === 'pickup-library') return { code: 'collected-at-library' }
      const code = sentMisfit(parcel, sent)
      return code && { code }
    },
    also: (inside, parcel) => finishWeaving(inside, { orderId: parcel.orderId, parcelId }),
  })

/**
 * It was said to have left, or to have been fetched, by mistake: the group has it still, packed, and the buyer, who has been
 * told otherwise, is told so. Refused once it counts as received.
 * @see docs/decisions/0110-sent-by-mistake-is-taken-back.md
 */
export const undispatchParcel = (ctx: KeeperCtx, parcelId: string) =>
  takeStep(ctx, parcelId, { kind: 'undispatched', from: 'dispatched', to: 'packed', columns: STILL_HERE })

/** Nothing is kept of a way it did not go. */
const STILL_HERE = {
  dispatched_at: null,
  dispatch_way: null,
  dispatch_carrier: null,
  tracking_number: null,
}
