import { finishWeaving } from '#app/domain/stock/move-holds.server.ts'
import { type KeeperCtx } from './lock-parcel.server.ts'
import { takeStep } from './move-parcel.server.ts'
import { lacksCarrier } from './parcel.ts'

export interface DispatchParcel {
  parcelId: string
  /** The courier or the boat; null where the group brings it or the buyer fetched it. */
  carrier: string | null
  /** The group brings it itself, whatever had been agreed. */
  isBrought?: boolean
  /** Couriers give one, boats do not. */
  trackingNumber: string | null
}

/**
 * The parcel left the group's hands: with a courier, on a boat, by the group itself, or fetched by the buyer at the
 * group. What is to be collected at the library is handed over there by staff instead.
 */
export const dispatchParcel = (ctx: KeeperCtx, { parcelId, ...sent }: DispatchParcel) =>
  takeStep(ctx, parcelId, {
    from: 'packed',
    to: 'dispatched',
    columns: { dispatch_carrier: sent.carrier, tracking_number: sent.trackingNumber },
    detail: { carrier: sent.carrier, trackingNumber: sent.trackingNumber },
    check: ({ delivery }) => {
      if (delivery === 'pickup-library') return { code: 'collected-at-library' }
      return lacksCarrier(delivery, sent) ? { code: 'carrier-missing' } : null
    },
    also: (inside, parcel) => finishWeaving(inside, { orderId: parcel.orderId, parcelId }),
  })
