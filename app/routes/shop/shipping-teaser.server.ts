import type { LoaderFunctionArgs } from '@remix-run/node'
import type { Product } from '#app/domain/catalogue/product.ts'
import { type FoundDistrict, onlyMatch, placeCode, placeIn } from '#app/domain/places/district.ts'
import { findPlace, searchDistricts } from '#app/domain/places/places.queries.server.ts'
import { estimateShipping, type ShippingEstimate } from '#app/domain/shipping/quotes.queries.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { readDestination } from './destination-cookie.server.ts'

export interface ShippingCost {
  rupiah: number
  daysMin: number
  daysMax: number
}

export interface ShippingTeaserData {
  /** The place as it is said on the page; null while the visitor has named none. */
  place: string | null
  /** What each size or colour costs to send there, by its id; null: no tariff is known to that place. */
  costs: Readonly<Record<string, ShippingCost>> | null
  /** How many pieces the cost is for. */
  count: number
  typed: string
  /** The search was sent with nothing in it, and no place is known. */
  isEmpty: boolean
  /** Places to choose from that fit what was typed; null when nothing was typed or only one place fits. */
  found: FoundDistrict[] | null
  /** Chosen just now, to be remembered. */
  chosen: string | null
}

const LONGEST_PLACE = 60

/** The place that was typed. */
export function typedPlace(given: FormData | URLSearchParams): string {
  const typed = given.get('ke')
  return typeof typed === 'string' ? typed.trim().slice(0, LONGEST_PLACE) : ''
}

/** What sending so many pieces to the visitor's place costs: the place comes from the address, else from their cookie. */
export async function shippingTeaser(
  { request, context }: LoaderFunctionArgs,
  ctx: Ctx,
  { product, count }: { product: Product; count: number },
): Promise<ShippingTeaserData> {
  const params = new URL(request.url).searchParams
  const asked = params.get('kec')
  const typed = asked ? '' : typedPlace(params)
  const found = typed ? await searchDistricts(ctx, typed) : null
  const only = onlyMatch(found)
  const code = asked ?? (only && placeCode(only)) ?? (await readDestination(context.app, request))
  const place = code ? await findPlace(ctx, code) : null
  return {
    place: place && placeIn(ctx.locale, place),
    costs: place && (await costsTo(ctx, place.code, { product, count })),
    count,
    typed,
    isEmpty: params.has('ke') && !typed && !place,
    found: only ? null : found,
    chosen: (asked || only) && place ? placeCode(place) : null,
  }
}

async function costsTo(
  ctx: Ctx,
  districtCode: string,
  { product, count }: { product: Product; count: number },
): Promise<ShippingTeaserData['costs']> {
  const { group, variants } = product
  const estimates = await estimateShipping(ctx, { group, sizes: variants, quantity: count }, districtCode)
  const costs = variants.flatMap(({ id }, place) => {
    const estimate = estimates[place]
    return estimate ? [[id, costOf(estimate)] as const] : []
  })
  return costs.length > 0 ? Object.fromEntries(costs) : null
}

const costOf = ({ shippingRupiah, daysMin, daysMax }: ShippingEstimate): ShippingCost => ({
  rupiah: shippingRupiah,
  daysMin: daysMin ?? 0,
  daysMax: daysMax ?? 0,
})
