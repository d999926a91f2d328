import { type RawBuilder, sql } from 'kysely'
import { publicName } from '#app/domain/groups/members.server.ts'
import { hasSize, sizeFits } from './offers.server.ts'
import type { Facet, FilterName, ProductFilters } from './product-filters.ts'
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

/** What a condition is named after: a filter, or `size` where the price and the way to have it must be those of one size. */
export type ConditionName = FilterName | 'size'

/**
 * Each filter that is on as a condition over `p` product, `g` group and `v` village,
 * so that a list can apply them all and a facet all but its own.
 */
export function filterConditions(search: Search): Map<ConditionName, RawBuilder<boolean>> {
  const { filters } = search
  const conditions = new Map<ConditionName, RawBuilder<boolean>>()
  if (filters.text && search.read.by !== 'filler') conditions.set('text', textCondition(search))
  for (const [facet, condition] of Object.entries(FACET_CONDITIONS) as [Facet, FacetCondition][]) {
    const values = filters.facets[facet]
    if (values.length > 0) conditions.set(facet, condition(values))
  }
  const isPriced = filters.minRupiah !== null || filters.maxRupiah !== null
  const isByWay = filters.availability.length > 0
  if (isPriced) conditions.set('price', hasPrice({ ...filters, availability: [] }))
  if (isByWay)
    conditions.set('availability', hasSize(sizeFits({ ...filters, minRupiah: null, maxRupiah: null })))
  if (isPriced && isByWay) conditions.set('size', hasSize(sizeFits(filters)))
  return conditions
}

/** A sample has no price to be found by. */
const hasPrice = (filters: ProductFilters) =>
  sql<boolean>`(not g.shows_samples_only and ${hasSize(sizeFits(filters))})`

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
