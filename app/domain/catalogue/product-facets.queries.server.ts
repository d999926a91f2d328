import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#app/platform/context.server.ts'
import { forEnglish, words } from '#app/platform/words.server.ts'
import { every, filterConditions, type Search } from './filter-conditions.server.ts'
import { hasSize, sizeFits } from './offers.server.ts'
import { FACETS, type Facet, type FilterName, PROMOTED_RUPIAH, type Way } from './product-filters.ts'

export interface FacetValue {
  /** As it stands in the address. */
  value: string
  label: string
  /** How many pieces there would be with this value, the other filters staying as they are. */
  count: number
  isOn: boolean
}

export interface ListSummary {
  total: number
  facets: Record<Facet, FacetValue[]>
  /** How many pieces there would be that can be had in the one way, and in the other. */
  availability: Record<Way, number>
  /** How many pieces there would be for no more than `PROMOTED_RUPIAH`. */
  promoted: number
  /** How many pieces there would be without one of the filters. */
  without: { filter: FilterName; count: number }[]
}

interface SummaryRow extends Omit<ListSummary, 'facets'> {
  values: (FacetValue & { facet: Facet })[]
}

/**
 * What the whole list holds, counted in one pass: each piece carries the names of the filters it misses,
 * so a facet counts the pieces that miss nothing but the facet itself. A piece that misses `size` has some size for the
 * price and another for the way to have it, and none for both: it would be found without either filter.
 */
export async function summariseProducts(ctx: Ctx, search: Search): Promise<ListSummary> {
  const { rows } = await sql<SummaryRow>`
    with hit as materialized (${hits(search)}),
    facet_value as (${facetValues()}),
    counted as (
      select facet, value, sum(pieces)::int as count from facet_value where misses <@ array[facet] group by facet, value
    ),
    label as (${labels(ctx)}),
    selected (facet, value) as (select * from unnest(${selectedFacets(search)}::text[], ${selectedValues(search)}::text[]))
    select
      (select count(*)::int from hit where misses = '{}') as total,
      (select coalesce(jsonb_agg(v order by v.count desc, v.label), '[]') from (
        select facet, value, label.label, coalesce(counted.count, 0) as count, selected.value is not null as "isOn"
        from label left join counted using (facet, value) left join selected using (facet, value)
        where counted.count > 0 or selected.value is not null) v) as values,
      (select jsonb_build_object('ready', count(*) filter (where is_ready), 'made', count(*) filter (where is_made))
        from hit where misses <@ array['availability', 'size']) as availability,
      (select count(*)::int from hit where is_promoted and misses <@ array['price', 'size']) as promoted,
      (select coalesce(jsonb_agg(jsonb_build_object('filter', filter, 'count', count) order by count desc), '[]') from (
        select filter, count(*) as count from hit
          cross join lateral unnest(case misses when '{size}' then '{price,availability}' else array_remove(misses, 'size') end) filter
        where cardinality(array_remove(misses, 'size')) <= 1 group by filter) d) as without
  `.execute(ctx.db)
  const { values, ...row } = rows[0] as SummaryRow
  return { ...row, facets: byFacet(values) }
}

/** Every published piece that the search finds, with the filters it misses. The text is applied at once, by its index. */
function hits(search: Search): RawBuilder<unknown> {
  const { filters } = search
  const conditions = filterConditions(search)
  const text = conditions.get('text')
  conditions.delete('text')
  const misses = [...conditions].map(
    ([name, condition]) => sql`case when not ${condition} then ${name}::text end`,
  )
  return sql`
    select p.id, p.kind, p.motif, p.technique, g.slug as group_slug, v.slug as village_slug,
      ${hasSize(sizeFits({ ...filters, availability: ['ready'] }))} as is_ready,
      ${hasSize(sizeFits({ ...filters, availability: ['made'] }))} as is_made,
      ${hasSize(sizeFits({ ...filters, maxRupiah: PROMOTED_RUPIAH }))} as is_promoted,
      array_remove(array[${sql.join(misses)}]::text[], null) as misses
    from product p
      join craft_group g on g.id = p.group_id
      join village v on v.code = g.village_code
    where p.state = 'published' and ${hasSize()} and ${every(text ? [text] : [])}`
}

/** Alike pieces are piled up first: there are far fewer kinds of piece than pieces. */
const facetValues = () => sql`
  select f.facet, f.value, pile.misses, pile.pieces
  from (
    select kind, motif, technique, group_slug, village_slug, misses, count(*) as pieces from hit group by 1, 2, 3, 4, 5, 6
  ) pile cross join lateral (values
    ('kind', kind), ('motif', motif), ('technique', technique), ('group', group_slug), ('village', village_slug)
  ) f (facet, value)
  union all
  select 'material', pm.material, hit.misses, count(*) from hit
    join product_material pm on pm.product_id = hit.id group by pm.material, hit.misses
  union all
  select 'training', t.slug, hit.misses, count(*) from hit
    join product_training pt on pt.product_id = hit.id join training t on t.id = pt.training_id group by t.slug, hit.misses`

const labels = (ctx: Ctx) => sql`
  select 'kind' as facet, slug::text as value, ${words(ctx, 'kind.name')} as label from kind
  union all select 'motif', slug, name || coalesce(' (' || ${forEnglish(ctx, 'motif.gloss_en')} || ')', '') from motif
  union all select 'technique', slug, ${words(ctx, 'technique.name')} from technique
  union all select 'material', slug, ${words(ctx, 'material.name')} from material
  union all select 'group', slug, name from craft_group
  union all select distinct 'village', v.slug, coalesce(v.spoken, v.name)
    from village v where exists (select from craft_group g where g.village_code = v.code)
  union all select 'training', slug, ${words(ctx, 'training.title')} from training`

const selectedFacets = ({ filters }: Search) =>
  FACETS.flatMap((facet) => filters.facets[facet].map(() => facet as string))
const selectedValues = ({ filters }: Search) => FACETS.flatMap((facet) => filters.facets[facet])

function byFacet(values: SummaryRow['values']): Record<Facet, FacetValue[]> {
  const facets = Object.fromEntries(FACETS.map((facet) => [facet, []])) as unknown as Record<
    Facet,
    FacetValue[]
  >
  for (const { facet, ...value } of values) facets[facet].push(value)
  return facets
}
