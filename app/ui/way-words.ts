import type { DispatchWay } from '#app/domain/orders/order-status.ts'
import type { Delivery } from '#app/domain/shipping/quote.ts'
import { formatSpan } from '#app/lib/format.ts'
import type { Locale } from '#app/lib/locale.ts'
import { m } from '#app/paraglide/messages.js'

export interface Way {
  delivery: Delivery
  carrier: string | null
}

/** A way of sending by its name, on pages and in letters alike: `JNE`, `Titip KM Banawa`, `Ambil di perpustakaan`. */
export function wayTitle({ delivery, carrier }: Way, locale: Locale): string {
  const words = { locale }
  switch (delivery) {
    case 'pickup-library':
      return m.checkout_way_pickup_library({}, words)
    case 'pickup-group':
      return m.checkout_way_pickup_group({}, words)
    case 'local':
      return m.checkout_way_local({}, words)
    case 'boat':
      return carrier ? m.checkout_way_boat({ carrier }, words) : m.checkout_way_boat_plain({}, words)
    case 'courier':
      return carrier ? m.checkout_way_courier({ carrier }, words) : m.checkout_way_courier_plain({}, words)
    case 'quote':
      return m.checkout_way_quote({}, words)
  }
}

/** With whom a parcel that has left is on its way; without a name the group brings it itself. */
export function sentWith(
  {
    dispatchWay,
    dispatchCarrier: carrier,
  }: { dispatchWay: DispatchWay | null; dispatchCarrier: string | null },
  locale: Locale,
): string {
  if (carrier === null) return m.checkout_way_local({}, { locale })
  return dispatchWay === 'boat' ? m.checkout_way_boat_sent({ carrier }, { locale }) : carrier
}

/** How long it is on the way, `3–5 hari di jalan`; null where nobody has said. */
export function travelWords(daysMin: number | null, daysMax: number | null, locale: Locale): string | null {
  if (daysMax === null) return null
  const days = formatSpan(daysMin ?? daysMax, daysMax)
  return m.checkout_way_days({ days, count: daysMax }, { locale })
}
