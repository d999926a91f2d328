import { z } from 'zod'
import { parseRupiah } from '#app/lib/format.ts'

export const PRODUCTS_A_PAGE = 24
/** The price up to which a list offers to narrow itself at one press. */
export const PROMOTED_RUPIAH = 150_000

/** What a list can be narrowed by, and the word for it in the address. Values of one facet are alternatives. */
export const FACET_PARAMETERS = {
  kind: 'jenis',
  motif: 'motif',
  technique: 'teknik',
  material: 'bahan',
  group: 'kelompok',
  village: 'desa',
  training: 'pelatihan',
} as const
export type Facet = keyof typeof FACET_PARAMETERS
export const FACETS = Object.keys(FACET_PARAMETERS) as Facet[]

/** Everything that can be taken off again. */
export type FilterName = Facet | 'text' | 'price' | 'availability'

/** How a piece can be had, and the word for it in the address. Both at once are alternatives too. */
export const WAY_PARAMETERS = { ready: 'siap', made: 'pesan' } as const
export type Way = keyof typeof WAY_PARAMETERS
const WAYS = Object.keys(WAY_PARAMETERS) as Way[]

export const SORTS = { newest: 'terbaru', cheapest: 'termurah', dearest: 'termahal' } as const
export type Sort = keyof typeof SORTS

export interface ProductFilters {
  text: string
  facets: Record<Facet, string[]>
  minRupiah: number | null
  maxRupiah: number | null
  /** What was typed as a price and is none: it narrows nothing, and the page says so. */
  unreadPrices: string[]
  availability: Way[]
  /** null: the best match first when searching, else the newest. */
  sort: Sort | null
  page: number
}

const MOST_VALUES = 12
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/
const CONTROL = /\p{Cc}/gu

const slugs = z
  .array(z.string())
  .transform((values) =>
    [...new Set(values)].filter((value) => value.length <= 80 && SLUG.test(value)).slice(0, MOST_VALUES),
  )
const oneLine = (text: string | null): string =>
  (text ?? '').normalize('NFKC').replace(CONTROL, ' ').replace(/\s+/g, ' ').trim()

const price = z
  .string()
  .nullable()
  .transform((text) => oneLine(text).slice(0, 40))
  .transform((typed) => ({ typed, rupiah: parseRupiah(typed) }))
const schema = z.object({
  q: z
    .string()
    .nullable()
    .transform((text) => oneLine(text).slice(0, 80)),
  facets: z.record(z.string(), slugs),
  min: price,
  maks: price,
  urut: z
    .string()
    .nullable()
    .transform((word) => (Object.keys(SORTS) as Sort[]).find((sort) => SORTS[sort] === word) ?? null),
  hal: z.coerce.number().int().min(1).max(1000).catch(1),
})

/** The filters in an address. What cannot be read is left out: a mistyped address still shows a list. */
export function parseProductFilters(params: URLSearchParams): ProductFilters {
  const first = (name: string) => params.get(name)
  const read = schema.parse({
    q: first('q'),
    facets: Object.fromEntries(FACETS.map((facet) => [facet, params.getAll(FACET_PARAMETERS[facet])])),
    min: first('min'),
    maks: first('maks'),
    urut: first('urut'),
    hal: first('hal') ?? 1,
  })
  const [minRupiah, maxRupiah] = inOrder(read.min.rupiah, read.maks.rupiah)
  return {
    text: read.q,
    facets: read.facets,
    minRupiah,
    maxRupiah,
    unreadPrices: [read.min, read.maks].flatMap(({ typed, rupiah }) =>
      typed && rupiah === null ? [typed] : [],
    ),
    availability: WAYS.filter((way) => first(WAY_PARAMETERS[way]) === '1'),
    sort: read.urut,
    page: read.hal,
  }
}

/** The query of an address for these filters, with its `?`; empty when nothing is filtered. */
export function productFiltersQuery(filters: ProductFilters): string {
  const params = new URLSearchParams()
  if (filters.text) params.set('q', filters.text)
  for (const facet of FACETS) {
    for (const value of filters.facets[facet]) params.append(FACET_PARAMETERS[facet], value)
  }
  if (filters.minRupiah !== null) params.set('min', String(filters.minRupiah))
  if (filters.maxRupiah !== null) params.set('maks', String(filters.maxRupiah))
  for (const way of filters.availability) params.set(WAY_PARAMETERS[way], '1')
  if (filters.sort) params.set('urut', SORTS[filters.sort])
  if (filters.page > 1) params.set('hal', String(filters.page))
  const query = params.toString()
  return query ? `?${query}` : ''
}

/** No filter at all: the whole list, newest first. */
export const noFilters = (): ProductFilters => parseProductFilters(new URLSearchParams())

/** What is looked for and in which order, without the filters beside it. */
export const onlySearch = ({ text, sort }: ProductFilters): ProductFilters => ({ ...noFilters(), text, sort })

/** The filters with some of them changed, from the first page again. */
export const withFilters = (filters: ProductFilters, changes: Partial<ProductFilters>): ProductFilters => ({
  ...filters,
  page: 1,
  ...changes,
})

/** Adds a facet's value, or takes it off when it is on. */
export function toggleFacet(filters: ProductFilters, facet: Facet, value: string): ProductFilters {
  const on = filters.facets[facet]
  const values = on.includes(value) ? on.filter((other) => other !== value) : [...on, value]
  return withFilters(filters, { facets: { ...filters.facets, [facet]: values } })
}

/** Takes one filter off altogether. */
export function dropFilter(filters: ProductFilters, name: FilterName): ProductFilters {
  if (name === 'text') return withFilters(filters, { text: '' })
  if (name === 'price') return withFilters(filters, { minRupiah: null, maxRupiah: null })
  if (name === 'availability') return withFilters(filters, { availability: [] })
  return withFilters(filters, { facets: { ...filters.facets, [name]: [] } })
}

/** Which filters are on, in the order they are shown. */
export function filtersOn(filters: ProductFilters): FilterName[] {
  return [
    ...(filters.text ? (['text'] as const) : []),
    ...FACETS.filter((facet) => filters.facets[facet].length > 0),
    ...(filters.minRupiah !== null || filters.maxRupiah !== null ? (['price'] as const) : []),
    ...(filters.availability.length > 0 ? (['availability'] as const) : []),
  ]
}

function inOrder(min: number | null, max: number | null): [number | null, number | null] {
  return min !== null && max !== null && min > max ? [max, min] : [min, max]
}
