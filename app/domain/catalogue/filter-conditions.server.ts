import { type RawBuilder, sql } from 'kysely'
import type { Facet, FilterName, ProductFilters } from './product-filters.ts'
import { parseTraceCode } from './trace-code.ts'

export interface Search {
  filters: ProductFilters
  /** Whether each word must be found, or one of them is enough. */
  everyWord: boolean
}

/** The search as a tsquery, worked out once per statement rather than once per row. */
export const searchQuery = ({ filters, everyWord }: Search) =>
  sql`(select search_query(${filters.text}, ${everyWord}))`

/**
 * Each filter that is on as a condition over `p` product, `g` group, `v` village and `o` offer,
 * so that a list can apply them all and a facet all but its own.
 */
export function filterConditions(search: Search): Map<FilterName, RawBuilder<boolean>> {
  const { filters } = search
  const conditions = new Map<FilterName, RawBuilder<boolean>>()
  if (filters.text) conditions.set('text', textCondition(search))
  for (const [facet, condition] of Object.entries(FACET_CONDITIONS) as [Facet, FacetCondition][]) {
    const values = filters.facets[facet]
    if (values.length > 0) conditions.set(facet, condition(values))
  }
  const { minRupiah, maxRupiah, availability } = filters
  if (minRupiah !== null || maxRupiah !== null) {
    conditions.set(
      'price',
      sql`(o.highest_price_rupiah >= ${minRupiah ?? 0} and o.price_rupiah <= ${maxRupiah ?? Number.MAX_SAFE_INTEGER})`,
    )
  }
  if (availability === 'ready') conditions.set('availability', sql`o.ready_count > 0`)
  if (availability === 'made') conditions.set('availability', sql`o.made_days_max is not null`)
  return conditions
}

/** All conditions at once; true when there are none. */
export const every = (conditions: Iterable<RawBuilder<boolean>>): RawBuilder<boolean> => {
  const all = [...conditions]
  return all.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(all, sql` and `)}`
}

/** A code on a tag names one piece; anything else is looked up in the words. */
function textCondition(search: Search): RawBuilder<boolean> {
  const code = parseTraceCode(search.filters.text)
  if (code) return sql`p.code = ${code}`
  return sql`p.id in (select product_id from product_search where document @@ ${searchQuery(search)})`
}

type FacetCondition = (values: string[]) => RawBuilder<boolean>
const FACET_CONDITIONS: Record<Facet, FacetCondition> = {
  kind: (values) => sql`p.kind = any(${values})`,
  motif: (values) => sql`p.motif = any(${values})`,
  technique: (values) => sql`p.technique = any(${values})`,
  group: (values) => sql`g.slug = any(${values})`,
  village: (values) => sql`v.slug = any(${values})`,
  material: (values) =>
    sql`exists (select from product_material pm where pm.product_id = p.id and pm.material = any(${values}))`,
  training: (values) => sql`exists (
    select from product_training pt join training t on t.id = pt.training_id
    where pt.product_id = p.id and t.slug = any(${values}))`,
}
