import { sql } from 'kysely'
import type { Packed } from '#app/domain/catalogue/packed.ts'
import type { Rupiah } from '#app/lib/money.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { words } from '#app/platform/words.server.ts'
import { type Delivery, type ParcelQuote, quoteParcel, type Tariff } from './quote.ts'
import type { PackedPieces } from './weight.ts'

export interface Destination {
  /** ISO 3166: `ID`. */
  country: string
  /** The buyer's kecamatan; null until it is told. */
  districtCode: string | null
}

export interface ParcelToQuote {
  groupId: string
  lines: readonly PackedPieces[]
}

/** What it costs to send each group's parcel there, in two statements however many groups there are. */
export async function quoteParcels(
  ctx: Ctx,
  destination: Destination,
  parcels: readonly ParcelToQuote[],
): Promise<ParcelQuote[]> {
  if (parcels.length === 0) return []
  // one after the other: within an order's transaction both share a connection
  const tariffs = await tariffsTo(ctx, destination)
  const groups = await ctx.db
    .selectFrom('craft_group as g')
    .innerJoin('village as v', 'v.code', 'g.village_code')
    .where(
      'g.id',
      'in',
      parcels.map(({ groupId }) => groupId),
    )
    .select(['g.id', 'v.district_code as districtCode'])
    .execute()
  const origins = new Map(groups.map((group) => [group.id, group.districtCode]))
  return parcels.map(({ groupId, lines }) => {
    const route = {
      fromDistrict: origins.get(groupId) ?? '',
      toDistrict: destination.districtCode,
      country: destination.country,
    }
    return quoteParcel(groupId, lines, route, tariffs)
  })
}

export interface ShippingEstimate {
  delivery: Delivery
  carrier: string | null
  /** For these pieces alone, by the cheapest way: "mulai". */
  shippingRupiah: Rupiah
  daysMin: number | null
  daysMax: number | null
}

export interface PiecesToSend {
  group: { id: string; districtCode: string }
  /** The sizes that a product comes in. */
  sizes: readonly Packed[]
  /** How many of one size. */
  quantity: number
}

/**
 * The least that sending so many pieces of each size there costs, in the order of the sizes; null where no tariff is
 * known. Pickups are free and not counted.
 */
export async function estimateShipping(
  ctx: Ctx,
  { group, sizes, quantity }: PiecesToSend,
  districtCode: string,
): Promise<(ShippingEstimate | null)[]> {
  const route = { fromDistrict: group.districtCode, toDistrict: districtCode, country: 'ID' }
  const tariffs = await tariffsTo(ctx, { country: 'ID', districtCode })
  return sizes.map((size) => cheapestOf(quoteParcel(group.id, [{ ...size, quantity }], route, tariffs)))
}

function cheapestOf({ options }: ParcelQuote): ShippingEstimate | null {
  const cheapest = options.find(({ carrier, shippingRupiah }) => carrier !== null && shippingRupiah !== null)
  if (!cheapest || cheapest.shippingRupiah === null) return null
  const { delivery, carrier, shippingRupiah, daysMin, daysMax } = cheapest
  return { delivery, carrier, shippingRupiah, daysMin, daysMax }
}

function tariffsTo(ctx: Ctx, { country, districtCode }: Destination): Promise<Tariff[]> {
  if (country !== 'ID' || districtCode === null) return Promise.resolve([])
  return ctx.db
    .selectFrom('shipping_tariff')
    .where('is_active', '=', true)
    .where('scope', 'in', [districtCode, districtCode.slice(0, 5), districtCode.slice(0, 2), 'ID'])
    .orderBy(sql`length(scope)`, 'desc')
    .select((eb) => [
      eb.ref('method').$castTo<Tariff['method']>().as('method'),
      'scope',
      'from_district as fromDistrict',
      'carrier',
      'first_kg_rupiah as firstKgRupiah',
      'next_kg_rupiah as nextKgRupiah',
      'days_min as daysMin',
      'days_max as daysMax',
      words<string | null>(ctx, 'note').as('note'),
    ])
    .execute()
}
