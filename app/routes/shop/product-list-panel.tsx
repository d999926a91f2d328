import {
  dropFilter,
  FACET_PARAMETERS,
  FACETS,
  type Facet,
  type FilterName,
  filtersOn,
  type ProductFilters,
  SORTS,
  type Sort,
  withFilters,
} from '#app/domain/catalogue/product-filters.ts'
import { m } from '#app/paraglide/messages.js'
import { ChoiceList } from '#app/ui/choice-field.tsx'
import { TextField } from '#app/ui/field.tsx'
import { FilterPanel } from '#app/ui/filters.tsx'
import { facetWord } from './filter-words.ts'
import type { ProductListData } from './product-list.server.ts'

interface PanelProps {
  list: ProductListData
  action: string
  fixedKind?: string
}

/** How many filters are on, each value of a facet for itself as it can be taken off; the search is not counted. */
export const narrowedBy = (filters: ProductFilters): number =>
  filtersOn(dropFilter(filters, 'text'))
    .map((name) => (isFacet(name) ? filters.facets[name].length : 1))
    .reduce((total, count) => total + count, 0)
const isFacet = (name: FilterName): name is Facet => name in FACET_PARAMETERS

/** Everything printed on a card can be filtered by; what is on stays, so that applying the rest does not drop it. */
export function ProductListPanel({ list, action, fixedKind }: PanelProps) {
  const { filters, facets } = list
  const shown = FACETS.filter(
    (facet) =>
      !(fixedKind && facet === 'kind') &&
      (facets[facet].length > 1 || facets[facet].some(({ isOn }) => isOn)),
  )
  return (
    <FilterPanel action={action} count={narrowedBy(filters) - (fixedKind ? 1 : 0)}>
      {filters.text && <input type="hidden" name="q" value={filters.text} />}
      {filters.sort && <input type="hidden" name="urut" value={SORTS[filters.sort]} />}
      <AvailabilityChoice list={list} />
      <div className="price-fields">
        <PriceField name="min" label={m.catalogue_price_from()} amount={filters.minRupiah} />
        <PriceField name="maks" label={m.catalogue_price_to()} amount={filters.maxRupiah} />
      </div>
      {shown.map((facet) => (
        <ChoiceList
          key={facet}
          legend={facetWord(facet)}
          name={FACET_PARAMETERS[facet]}
          choices={facets[facet].map(({ value, label, count, isOn }) => ({
            value,
            label: `${label} (${count})`,
            chosen: isOn,
          }))}
        />
      ))}
    </FilterPanel>
  )
}

const WAYS = [
  { way: 'ready', name: 'siap', label: m.catalogue_availability_ready },
  { way: 'made', name: 'pesan', label: m.catalogue_availability_made },
] as const

/** A way in which nothing can be had is not offered, but can be taken off. */
function AvailabilityChoice({ list: { filters, availability } }: { list: ProductListData }) {
  const offered = WAYS.filter(({ way }) => availability[way] > 0 || filters.availability.includes(way))
  if (offered.length === 0) return null
  return (
    <fieldset className="choice-list">
      <legend className="label">{m.catalogue_availability()}</legend>
      {offered.map(({ way, name, label }) => (
        <label className="choice" key={way}>
          <input type="checkbox" name={name} value="1" defaultChecked={filters.availability.includes(way)} />
          <span>{label({ count: availability[way] })}</span>
        </label>
      ))}
    </fieldset>
  )
}

function PriceField({ name, label, amount }: { name: string; label: string; amount: number | null }) {
  const field = {
    name,
    id: `saring-${name}`,
    initialValue: amount === null ? '' : String(amount),
    maxLength: 12,
  }
  return <TextField field={field} label={label} inputMode="numeric" hideNeed autoComplete="off" />
}

interface SortProps {
  list: ProductListData
  hrefOf(filters: ProductFilters): string
}

const SORT_WORDS: Record<Sort, () => string> = {
  newest: m.catalogue_sort_newest,
  cheapest: m.catalogue_sort_cheapest,
  dearest: m.catalogue_sort_dearest,
}

/** Orders as links: each has its own address, and Back brings the last one back. */
export function SortLinks({ list: { filters, filler }, hrefOf }: SortProps) {
  const standard = filters.text ? filler : 'newest'
  const sorts: Sort[] = ['newest', 'cheapest', 'dearest']
  const choices = standard ? sorts : [null, ...sorts]
  const current = filters.sort ?? standard
  return (
    <nav className="sort-links" aria-label={m.catalogue_sort()}>
      {choices.map((sort) => (
        <a
          key={sort ?? 'best'}
          href={hrefOf(withFilters(filters, { sort: sort === standard ? null : sort }))}
          aria-current={sort === current ? 'true' : undefined}
        >
          {sort ? SORT_WORDS[sort]() : m.catalogue_sort_best()}
        </a>
      ))}
    </nav>
  )
}
