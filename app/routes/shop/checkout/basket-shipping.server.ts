import type { LoaderFunctionArgs } from '@remix-run/node'
import { type Cart, linesToHave } from '#app/domain/carts/cart.ts'
import { quoteCart } from '#app/domain/orders/check-out.server.ts'
import { destinationIn } from '#app/domain/places/address.ts'
import { type FoundDistrict, onlyMatch, type Place, placeCode, placeIn } from '#app/domain/places/district.ts'
import { findPlace, searchDistricts } from '#app/domain/places/places.queries.server.ts'
import { sum } from '#app/lib/money.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { readDestination } from '../destination-cookie.server.ts'
import { placedAddress } from './placed-address.server.ts'

/** What sending costs at least, as far as the place is known. */
export interface LeastShipping {
  /** Where to, as the page says it; null while the visitor has named no place. */
  place: string | null
  least: Least | null
  /** Nobody collects a parcel from another country: it is not offered there. */
  isAbroad: boolean
}

export interface BasketShipping extends LeastShipping {
  typed: string
  /** The search was sent with nothing in it. */
  isEmpty: boolean
  /** Places to choose from that fit what was typed; null when nothing was typed or only one place fits. */
  found: FoundDistrict[] | null
  /** Chosen just now, to be remembered. */
  chosen: string | null
}

/** What the parcels with a known tariff cost together, null when there is none; and the groups without. */
interface Least {
  rupiah: number | null
  asked: string[]
}

const LONGEST_PLACE = 60

/** What sending a basket costs at least, to the place of the address, of the basket or of the visitor's cookie. */
export async function basketShipping(
  { request, context }: LoaderFunctionArgs,
  ctx: Ctx,
  cart: Cart,
): Promise<BasketShipping> {
  const params = new URL(request.url).searchParams
  const asked = params.get('kec')
  const typed = asked ? '' : (params.get('ke') ?? '').trim().slice(0, LONGEST_PLACE)
  const { address } = cart.draft
  const found = typed ? await searchDistricts(ctx, typed) : null
  const only = onlyMatch(found)
  const named = asked ?? (only && placeCode(only))
  const abroad = address && address.country !== 'ID' && !named ? address : null
  const code = named ?? (await readDestination(context.app, request)) ?? cart.destination?.code
  const near = code && !abroad ? await findPlace(ctx, code) : null
  const isChosen = near !== null && Boolean(named)
  return {
    ...(abroad
      ? { place: destinationIn(ctx.locale, await placedAddress(ctx, abroad)), least: null, isAbroad: true }
      : await leastWithin(ctx, cart, near)),
    typed,
    isEmpty: params.has('ke') && !typed && !asked,
    found: only ? null : found,
    chosen: isChosen ? placeCode(near) : null,
  }
}

/** What sending costs at least to a kecamatan, while none is named to none. */
export const leastWithin = async (ctx: Ctx, cart: Cart, near: Place | null): Promise<LeastShipping> => ({
  place: near && placeIn(ctx.locale, near),
  least: near && (await cheapest(ctx, cart, near.code)),
  isAbroad: false,
})

/** The least that each parcel costs, taken together; and the groups to which no tariff is known. */
async function cheapest(ctx: Ctx, cart: Cart, districtCode: string): Promise<Least> {
  const parcelsToHave = cart.parcels.map((parcel) => ({ ...parcel, lines: linesToHave(parcel) }))
  const quotes = await quoteCart(ctx, { parcels: parcelsToHave }, { country: 'ID', districtCode })
  const parcels = quotes.map(({ groupId, options }) => ({
    group: cart.parcels.find((parcel) => parcel.groupId === groupId)?.groupName ?? '',
    rupiah: options.find(({ carrier }) => carrier)?.shippingRupiah ?? null,
  }))
  const known = parcels.flatMap(({ rupiah }) => (rupiah === null ? [] : [rupiah]))
  const asked = parcels.filter(({ rupiah }) => rupiah === null).map(({ group }) => group)
  return { rupiah: known.length > 0 ? sum(known) : null, asked }
}
