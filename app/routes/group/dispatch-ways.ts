import { DISPATCH_WAYS, type DispatchWay } from '#app/domain/orders/order-status.ts'

/** Each way a parcel leaves by, as its form's address calls it. */
export const WAY_NAMES: Record<DispatchWay, string> = { courier: 'kurir', boat: 'kapal', local: 'antar' }
/** The couriers with a counter in Sukadana, Teluk Melano or Ketapang. */
export const COURIERS = ['JNE', 'J&T', 'Pos Indonesia', 'TIKI']
export const OTHER = 'other'

/** The way whose form is asked for; null where none is. */
export const wayNamed = (name: unknown): DispatchWay | null =>
  DISPATCH_WAYS.find((way) => WAY_NAMES[way] === name) ?? null
