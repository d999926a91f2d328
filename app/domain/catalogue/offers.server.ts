import { type RawBuilder, sql } from 'kysely'
import type { Taken } from './availability.ts'
import type { ProductFilters } from './product-filters.ts'

/** What a piece can be had for: the prices and ways of its sizes that can be had; of a piece that is gone, the prices of all. */
export interface OfferRow {
  product_id: string
  price_rupiah: number
  highest_price_rupiah: number
  ready_count: number
  made_days_min: number | null
  made_days_max: number | null
  taken: Taken | null
}

const ALL = sql<boolean>`true`

/** What each piece can be had for by those of its sizes `w` that fit; a piece with none of them has no row. */
export const offers = (fit: RawBuilder<boolean> = ALL) => sql<OfferRow>`(
  select w.product_id, min(w.price_rupiah)::bigint as price_rupiah, max(w.price_rupiah)::bigint as highest_price_rupiah,
    coalesce(sum(w.pieces) filter (where w.way = 'ready'), 0)::int as ready_count,
    min(w.lead_days_min) filter (where w.way = 'made') as made_days_min,
    max(w.lead_days_max) filter (where w.way = 'made') as made_days_max,
    -- of both, that a piece is held: it is free again sooner
    max(w.taken) as taken
  from offered_size w where ${fit} group by w.product_id)`

/** Whether the piece `p` has a size that fits. */
export const hasSize = (fit: RawBuilder<boolean> = ALL) =>
  sql<boolean>`p.id in (select w.product_id from offered_size w where ${fit})`

/** Whether a size `w` has a price of the range and can be had in one of the ways, as far as these are asked for. */
export function sizeFits({
  minRupiah,
  maxRupiah,
  availability,
}: Pick<ProductFilters, 'minRupiah' | 'maxRupiah' | 'availability'>): RawBuilder<boolean> {
  const conditions = [
    ...(minRupiah === null ? [] : [sql`w.price_rupiah >= ${minRupiah}`]),
    ...(maxRupiah === null ? [] : [sql`w.price_rupiah <= ${maxRupiah}`]),
    ...(availability.length === 0 ? [] : [sql`w.way = any(${availability})`]),
  ]
  return conditions.length === 0 ? ALL : sql<boolean>`${sql.join(conditions, sql` and `)}`
}
