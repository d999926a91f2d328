import type { FacetValue } from '#app/domain/catalogue/product-facets.queries.server.ts'
import type { Facet, FilterName, ProductFilters, Way } from '#app/domain/catalogue/product-filters.ts'
import { formatRupiah } from '#app/lib/format.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'

interface FilteredList {
  filters: ProductFilters
  facets: Record<Facet, FacetValue[]>
}

export const priceWord = (amount: number): string => formatRupiah(amount, getLocale())

const FACET_WORDS: Record<Facet, () => string> = {
  kind: m.catalogue_facet_kind,
  motif: m.catalogue_facet_motif,
  technique: m.catalogue_facet_technique,
  material: m.catalogue_facet_material,
  group: m.catalogue_facet_group,
  village: m.catalogue_facet_village,
  training: m.catalogue_facet_training,
}
export const facetWord = (facet: Facet): string => FACET_WORDS[facet]()

const WAY_WORDS: Record<Way, () => string> = {
  ready: m.catalogue_availability_ready_plain,
  made: m.catalogue_availability_made_plain,
}
export const wayWord = (way: Way): string => WAY_WORDS[way]()

/** A filter as it is named when it can be taken off: by what was chosen, where that is known. */
export function filterWord(name: FilterName, { filters, facets }: FilteredList): string {
  switch (name) {
    case 'text':
      return textWord(filters.text)
    case 'price':
      return priceRange(filters)
    case 'availability':
      return filters.availability.map(wayWord).join(', ')
    default:
      return chosenWords(facets[name]) || unknownWords(filters.facets[name])
  }
}

const textWord = (text: string): string =>
  /\s/.test(text) ? m.catalogue_filter_text({ text }) : m.catalogue_filter_word({ text })

const chosenWords = (values: readonly FacetValue[]): string =>
  values
    .filter(({ isOn }) => isOn)
    .map(({ label }) => label)
    .join(', ')

/** Named by nothing we know, as in an address that was written by hand. */
const unknownWords = (values: readonly string[]): string => values.map((value) => `“${value}”`).join(', ')

function priceRange({ minRupiah, maxRupiah }: ProductFilters): string {
  if (minRupiah !== null && maxRupiah !== null) {
    return m.catalogue_price_range({ from: priceWord(minRupiah), to: priceWord(maxRupiah) })
  }
  if (minRupiah !== null) return m.catalogue_price_at_least({ price: priceWord(minRupiah) })
  return maxRupiah === null
    ? m.catalogue_filter_price()
    : m.catalogue_price_at_most({ price: priceWord(maxRupiah) })
}
