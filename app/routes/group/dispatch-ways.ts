import type { Delivery } from '#app/domain/orders/order-status.ts'

export const WAYS = ['kurir', 'kapal', 'antar'] as const
export type Way = (typeof WAYS)[number]
export const WAY_OF_DELIVERY: Record<string, Way> = { courier: 'kurir', boat: 'kapal', local: 'antar' }
/** The couriers with a counter in Sukadana, Teluk Melano or Ketapang. */
export const COURIERS = ['JNE', 'J&T', 'Pos Indonesia', 'TIKI']
export const OTHER = 'other'

export const wayOf = (text: unknown): Way | null => WAYS.find((way) => way === text) ?? null

/** What is known of how a parcel went. */
export interface Sent {
  carrier: string | null
  trackingNumber: string | null
  /** The group brings it itself. */
  isBrought?: boolean
}

/** The way whose form a parcel's carrier and number were written in, as far as they tell. */
export function wayOfSent({
  delivery,
  dispatchCarrier,
  trackingNumber,
}: {
  delivery: Delivery
  dispatchCarrier: string | null
  trackingNumber: string | null
}): Way {
  if (!dispatchCarrier) return 'antar'
  const isCourier = delivery !== 'boat' || trackingNumber !== null || COURIERS.includes(dispatchCarrier)
  return isCourier ? 'kurir' : 'kapal'
}
