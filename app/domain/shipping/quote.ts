import { type Rupiah, rupiah, ZERO } from '#app/lib/money.ts'
import { billableGrams, chargedKilograms, type PackedPieces } from './weight.ts'

export type Delivery = 'pickup-library' | 'pickup-group' | 'local' | 'boat' | 'courier' | 'quote'

/** One way a parcel can reach its buyer. */
export interface ShippingOption {
  /** What a form sends back when it is chosen. */
  key: string
  delivery: Delivery
  carrier: string | null
  /** null: no tariff is known; the group says what it costs before anything is paid. */
  shippingRupiah: Rupiah | null
  /** Days on the way, after the parcel is handed over; null for a pickup or while nobody knows. */
  daysMin: number | null
  daysMax: number | null
  /** Sailings and weather, in the reader's language. */
  note: string | null
}

/** All ways one group's parcel can go; pickups first, then the cheapest. */
export interface ParcelQuote {
  groupId: string
  billableGrams: number
  options: ShippingOption[]
}

/** A parcel as an order is placed with it. */
export interface ParcelChoice {
  groupId: string
  delivery: Delivery
  carrier: string | null
  shippingRupiah: Rupiah | null
  billableGrams: number
  daysMin: number | null
  daysMax: number | null
}

export interface Tariff {
  method: 'local' | 'boat' | 'courier'
  /** `61.11.01`, `61.11`, `61` or `ID`. */
  scope: string
  /** The kecamatan it holds from; null: anywhere on the mainland. */
  fromDistrict: string | null
  carrier: string
  firstKgRupiah: number
  nextKgRupiah: number
  daysMin: number
  daysMax: number
  note: string | null
}

export interface Route {
  /** The group's own kecamatan. */
  fromDistrict: string
  /** null: not told yet. */
  toDistrict: string | null
  country: string
}

/** Pulau Maya and Kepulauan Karimata: no road leads there, so no tariff for a whole regency or province holds, and none of the mainland's from there. */
const ISLANDS = new Set(['61.11.04', '61.11.06'])

/**
 * Whether a group of that kecamatan brings its pieces to the library in Sukadana to be collected there. From an island no
 * road leads there: it could promise no day, and nothing for free.
 */
export const reachesLibrary = (fromDistrict: string): boolean => !ISLANDS.has(fromDistrict)

/** Every way a parcel of these pieces can go, from the tariffs that reach the buyer's kecamatan. */
export function quoteParcel(
  groupId: string,
  pieces: readonly PackedPieces[],
  route: Route,
  tariffs: readonly Tariff[],
): ParcelQuote {
  const grams = billableGrams(pieces)
  if (route.country !== 'ID') return { groupId, billableGrams: grams, options: [TO_BE_CONFIRMED] }
  const carried = nearestTariffs(tariffs, route)
    .map((tariff) => tariffOption(tariff, chargedKilograms(grams)))
    .sort((a, b) => (a.shippingRupiah ?? 0) - (b.shippingRupiah ?? 0))
  const unknown = route.toDistrict !== null && carried.length === 0 ? [TO_BE_CONFIRMED] : []
  return { groupId, billableGrams: grams, options: [...pickupsFrom(route), ...carried, ...unknown] }
}

/** The parcel that a form's choice stands for, or null when that way is not open. */
export function chooseOption(quote: ParcelQuote, key: string | undefined): ParcelChoice | null {
  const option = quote.options.find((one) => one.key === key)
  if (!option) return null
  const { delivery, carrier, shippingRupiah, daysMin, daysMax } = option
  return {
    groupId: quote.groupId,
    delivery,
    carrier,
    shippingRupiah,
    billableGrams: quote.billableGrams,
    daysMin,
    daysMax,
  }
}

const pickup = (delivery: Delivery): ShippingOption => ({
  key: delivery,
  delivery,
  carrier: null,
  shippingRupiah: ZERO,
  daysMin: null,
  daysMax: null,
  note: null,
})
const PICKUPS = [pickup('pickup-library'), pickup('pickup-group')]
const pickupsFrom = ({ fromDistrict }: Route): ShippingOption[] =>
  PICKUPS.filter(({ delivery }) => delivery !== 'pickup-library' || reachesLibrary(fromDistrict))
const TO_BE_CONFIRMED: ShippingOption = { ...pickup('quote'), shippingRupiah: null }

function tariffOption(tariff: Tariff, kilograms: number): ShippingOption {
  const { method, carrier, daysMin, daysMax, note } = tariff
  const shippingRupiah = rupiah(tariff.firstKgRupiah + tariff.nextKgRupiah * (kilograms - 1))
  return { key: `${method}:${carrier}`, delivery: method, carrier, shippingRupiah, daysMin, daysMax, note }
}

/**
 * Of each carrier the tariff with the nearest scope: district before regency before province before the country; of two
 * with the same scope the one that names where the parcel comes from.
 */
function nearestTariffs(tariffs: readonly Tariff[], { fromDistrict, toDistrict }: Route): Tariff[] {
  if (toDistrict === null) return []
  const nearest = new Map<string, Tariff>()
  for (const tariff of tariffs) {
    if (!reaches(tariff, fromDistrict, toDistrict)) continue
    const key = `${tariff.method}:${tariff.carrier}`
    const other = nearest.get(key)
    if (!other || nearness(tariff) > nearness(other)) nearest.set(key, tariff)
  }
  return [...nearest.values()]
}

function reaches({ method, scope, ...tariff }: Tariff, fromDistrict: string, toDistrict: string): boolean {
  if (tariff.fromDistrict === null ? ISLANDS.has(fromDistrict) : tariff.fromDistrict !== fromDistrict)
    return false
  if (scope !== 'ID' && toDistrict !== scope && !toDistrict.startsWith(`${scope}.`)) return false
  // the group brings it itself, so only inside its own regency and only where that was agreed on
  if (method === 'local' && (scope.length < 5 || regencyOf(fromDistrict) !== regencyOf(toDistrict)))
    return false
  return !ISLANDS.has(toDistrict) || scope === toDistrict
}

const nearness = ({ scope, fromDistrict }: Tariff) =>
  (scope === 'ID' ? 0 : scope.length) + (fromDistrict === null ? 0 : 0.5)
const regencyOf = (district: string) => district.slice(0, 5)
