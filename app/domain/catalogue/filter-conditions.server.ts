import { type RawBuilder, sql } from 'kysely'
import { publicName } from '#app/domain/groups/members.server.ts'
import type { Facet, FilterName, ProductFilters, Way } from './product-filters.ts'
import type { ReadSearch } from './read-search.server.ts'

export interface Search {
  filters: ProductFilters
  read: ReadSearch
  /** Whether each word must be found, or one of them is enough. */
  everyWord: boolean
}

/** The words looked for as a tsquery; null when the search is not one by words. */
export function searchQuery({ read, everyWord }: Search): RawBuilder<string> | null {
  if (read.by !== 'words') return null
  const query = everyWord ? read.everyWord : read.someWords
  return query === null ? null : sql<string>`${query}::tsquery`
}

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
    // a sample has no price to be found by
    conditions.set(
      'price',
      sql`(not g.shows_samples_only and o.highest_price_rupiah >= ${minRupiah ?? 0} and o.price_rupiah <= ${maxRupiah ?? Number.MAX_SAFE_INTEGER})`,
    )
  }
  if (availability.length > 0) {
    const ways = availability.map((way) => WAY_CONDITIONS[way])
    conditions.set('availability', sql`(${sql.join(ways, sql` or `)})`)
  }
  return conditions
}

/** All conditions at once; true when there are none. */
export const every = (conditions: Iterable<RawBuilder<boolean>>): RawBuilder<boolean> => {
  const all = [...conditions]
  return all.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(all, sql` and `)}`
}

function textCondition(search: Search): RawBuilder<boolean> {
  if (search.read.by === 'code') return sql`p.code = ${search.read.code}`
  const query = searchQuery(search)
  if (!query) return sql`false`
  return sql`p.id in (select product_id from product_search where document @@ ${query}
    union ${ofNamedMakers(query, sql`${search.read.by === 'words' ? search.read.someWords : null}::tsquery`)})`
}

/**
 * Pieces found with the help of their maker's name. It is read where her consent stands and kept in no index, so that it
 * finds nothing from the moment she withdraws.
 */
const ofNamedMakers = (query: RawBuilder<string>, someWords: RawBuilder<string>) => sql`
  select made.id
  from member me
    cross join lateral (select setweight(to_tsvector('simple', fold(${publicName('me')})), 'B') as words) name
    join product made on made.maker_id = me.id
    join product_search s on s.product_id = made.id
  where name.words @@ ${someWords} and (s.document || name.words) @@ ${query}`

const WAY_CONDITIONS: Record<Way, RawBuilder<boolean>> = {
  ready: sql`o.ready_count > 0`,
  made: sql`o.made_days_max is not null`,
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
