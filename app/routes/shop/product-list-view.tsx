import {
  dropFilter,
  FACETS,
  filtersOn,
  onlySearch,
  PROMOTED_RUPIAH,
  type ProductFilters,
  productFiltersQuery,
  toggleFacet,
  withFilters,
} from '#app/domain/catalogue/product-filters.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { AppliedFilters, type FilterLink, QuickFilters } from '#app/ui/filters.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { ProductGrid } from '#app/ui/product-card.tsx'
import { shopHref } from '#app/ui/shop-href.ts'
import { filterWord, priceWord, wayWord } from './filter-words.ts'
import { NothingFound } from './nothing-found.tsx'
import type { ProductListData } from './product-list.server.ts'
import { narrowedBy, ProductListPanel, SortLinks } from './product-list-panel.tsx'

const PROMOTED_MOTIF = 'pucuk-rebung'

interface Props {
  list: ProductListData
  /** Where the list stands: the whole list, or a kind's own page, whose kind is then not a filter to take off. */
  path?: string
  fixedKind?: string
}

/** The list as every page shows it: count, quick filters, what is on, the panel, the grid, more. */
export function ProductListView({ list, path = '/barang', fixedKind }: Props) {
  const hrefOf = (changed: ProductFilters) =>
    fixedKind && changed.facets.kind.includes(fixedKind)
      ? shopHref(path) + productFiltersQuery(ofKind(changed, []))
      : shopHref('/barang') + productFiltersQuery(changed)
  return (
    <>
      <ListTools list={list} hrefOf={hrefOf} action={shopHref(path)} fixedKind={fixedKind} />
      <div className="list-found">
        <p role="status">{m.catalogue_total({ count: list.total })}</p>
        <AppliedFilters
          filters={appliedFilters(list, hrefOf, fixedKind)}
          clearHref={clearHref(list, hrefOf, fixedKind)}
        />
      </div>
      {list.filters.unreadPrices.map((typed) => (
        <Notice key={typed} tone="info">
          {m.catalogue_price_unread({ typed })}
        </Notice>
      ))}
      <ReadAs list={list} />
      {list.total === 0 ? (
        <NothingFound list={list} hrefOf={hrefOf} />
      ) : (
        <>
          <ProductGrid products={list.cards} eager={2} headingLevel={2} />
          <Pages list={list} hrefOf={hrefOf} />
        </>
      )}
    </>
  )
}

/** How a search was read, where it was not taken word by word. */
function ReadAs({ list: { filters, total, readAs, everyWord, filler } }: { list: ProductListData }) {
  if (total === 0) return null
  if (filler && !filters.sort) {
    const order = filler === 'newest' ? m.catalogue_filler_newest() : m.catalogue_filler_cheapest()
    return <Notice tone="info">{m.catalogue_filler({ text: filters.text, order })}</Notice>
  }
  if (!readAs && everyWord) return null
  if (!readAs) return <Notice tone="info">{m.catalogue_any_word()}</Notice>
  const say = everyWord ? m.catalogue_read_as : m.catalogue_read_as_any
  return <Notice tone="info">{say({ typed: filters.text, text: readAs })}</Notice>
}

export type HrefOf = (filters: ProductFilters) => string
type ToolsProps = { list: ProductListData; hrefOf: HrefOf; action: string; fixedKind?: string }

/** The ways to narrow and order a list; where a search found nothing there is nothing to narrow. */
function ListTools({ list, hrefOf, action, fixedKind }: ToolsProps) {
  const { filters, total } = list
  if (total === 0 && narrowedBy(filters) === 0) return null
  return (
    <div className="list-tools">
      <QuickFilters label={m.catalogue_quick()} filters={quickFilters(list, hrefOf)} />
      <ProductListPanel list={list} action={action} fixedKind={fixedKind} />
      {total > 1 && <SortLinks list={list} hrefOf={hrefOf} />}
    </div>
  )
}

function Pages({ list, hrefOf }: { list: ProductListData; hrefOf: HrefOf }) {
  const { filters, page, pageCount } = list
  return (
    <Pagination page={page} pages={pageCount} hrefFor={(number) => hrefOf({ ...filters, page: number })} />
  )
}

const ofKind = (filters: ProductFilters, kind: string[]): ProductFilters => ({
  ...filters,
  facets: { ...filters.facets, kind },
})

/** Takes all filters off but keeps the search: what is looked for is no filter of it. */
function clearHref(list: ProductListData, hrefOf: HrefOf, fixedKind?: string): string | undefined {
  const count = appliedFilters(list, hrefOf, fixedKind).length - (list.filters.text ? 1 : 0)
  return count > 1 ? hrefOf(ofKind(onlySearch(list.filters), fixedKind ? [fixedKind] : [])) : undefined
}

/** Those that find something and are not on yet: once on, a filter stands among the applied ones, where it comes off. */
const quickFilters = (list: ProductListData, hrefOf: HrefOf): FilterLink[] =>
  promotedFilters(list, hrefOf).filter(({ isOn, count }) => !isOn && count > 0)

function promotedFilters(
  { filters, facets, availability, promoted }: ProductListData,
  hrefOf: HrefOf,
): (FilterLink & { count: number })[] {
  const isReady = filters.availability.includes('ready')
  const isCheap = filters.maxRupiah === PROMOTED_RUPIAH
  const motif = facets.motif.find(({ value }) => value === PROMOTED_MOTIF)
  return [
    {
      label: m.catalogue_quick_ready(),
      isOn: isReady,
      count: availability.ready,
      href: hrefOf(withFilters(filters, { availability: isReady ? [] : ['ready'] })),
    },
    {
      label: m.catalogue_quick_under({ price: priceWord(PROMOTED_RUPIAH) }),
      isOn: isCheap,
      count: promoted,
      href: hrefOf(withFilters(filters, { maxRupiah: isCheap ? null : PROMOTED_RUPIAH })),
    },
    ...(motif
      ? [
          {
            label: m.catalogue_quick_motif({ motif: motifInPhrase(motif.label) }),
            isOn: motif.isOn,
            count: motif.count,
            href: hrefOf(toggleFacet(filters, 'motif', PROMOTED_MOTIF)),
          },
        ]
      : []),
  ]
}

/** Inside an Indonesian phrase the name of a motif is an ordinary word: Motif pucuk rebung. */
const motifInPhrase = (name: string) => (getLocale() === 'id' ? name.toLowerCase() : name)

function appliedFilters(list: ProductListData, hrefOf: HrefOf, fixedKind?: string): FilterLink[] {
  const { filters, facets } = list
  const values = FACETS.flatMap((facet) =>
    facets[facet]
      .filter(({ isOn, value }) => isOn && !(facet === 'kind' && value === fixedKind))
      .map(({ value, label }) => ({ label, href: hrefOf(toggleFacet(filters, facet, value)) })),
  )
  const others = filtersOn(filters)
    .filter((name) => name === 'text' || name === 'price')
    .map((name) => ({ label: capitalised(filterWord(name, list)), href: hrefOf(dropFilter(filters, name)) }))
  const ways = filters.availability.map((way) => ({
    label: wayWord(way),
    href: hrefOf(
      withFilters(filters, { availability: filters.availability.filter((other) => other !== way) }),
    ),
  }))
  return [...others, ...ways, ...values]
}

/** A filter that stands alone, outside a sentence. */
const capitalised = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
