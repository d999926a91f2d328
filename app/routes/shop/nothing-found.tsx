import { dropFilter, filtersOn, onlySearch } from '#app/domain/catalogue/product-filters.ts'
import { formatList } from '#app/lib/format.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { KindTiles } from '#app/ui/kind-tiles.tsx'
import { SectionHead } from '#app/ui/page-title.tsx'
import { shopHref } from '#app/ui/shop-href.ts'
import { filterWord } from './filter-words.ts'
import type { ProductListData } from './product-list.server.ts'
import type { HrefOf } from './product-list-view.tsx'

/** A shop in which nothing is shown yet: there is nothing to look for, and nothing to take off. */
function NothingYet() {
  return (
    <EmptyState
      title={m.catalogue_kind_empty_title()}
      action={<LinkButton href={shopHref('/kelompok')}>{m.catalogue_home_groups()}</LinkButton>}
    >
      <p>{m.catalogue_home_empty()}</p>
    </EmptyState>
  )
}

/** Names the words that nothing here has, so that the others can be kept. */
function emptyTitle({ strangeWords }: ProductListData): string {
  if (strangeWords.length === 0) return m.catalogue_empty_title()
  const words = strangeWords.map((word) => `“${word}”`)
  return m.catalogue_empty_words({ words: formatList(words, getLocale()) })
}

interface Named {
  title: string
  pages: { href: string; title: string }[]
}

/** What is called as was looked for, though nobody sells it here yet. */
function namedPages({ named }: Pick<ProductListData, 'named'>): Named[] {
  const under = (path: string, pages: { slug: string; title: string }[] = []) =>
    pages.map(({ slug, title }) => ({ href: shopHref(`${path}/${slug}`), title }))
  return [
    { title: m.catalogue_empty_motifs(), pages: under('/motif', named?.motifs) },
    { title: m.catalogue_empty_groups(), pages: under('/kelompok', named?.groups) },
    { title: m.catalogue_empty_trainings(), pages: under('/pelatihan', named?.trainings) },
  ].filter(({ pages }) => pages.length > 0)
}

const NamedPages = ({ title, pages }: Named) => (
  <>
    <p>{title}</p>
    <ul className="chips">
      {pages.map((page) => (
        <li key={page.href}>
          <a className="chip" href={page.href}>
            {page.title}
          </a>
        </li>
      ))}
    </ul>
  </>
)

/** Never a bare "nothing": which filter to take off and what that gives, else the kinds. */
export function NothingFound({ list, hrefOf }: { list: ProductListData; hrefOf: HrefOf }) {
  const { without, unfiltered, filters, kinds } = list
  const named = namedPages(list)
  if (kinds.length === 0 && filtersOn(filters).length === 0) return <NothingYet />
  return (
    <>
      <EmptyState
        title={emptyTitle(list)}
        action={<LinkButton href={shopHref('/barang')}>{m.catalogue_see_all()}</LinkButton>}
      >
        {without.length > 0 || unfiltered > 0 ? (
          <>
            <p>{m.catalogue_empty_drop()}</p>
            <ul className="chips">
              {without.map(({ filter, count }) => (
                <li key={filter}>
                  <a className="chip" href={hrefOf(dropFilter(filters, filter))}>
                    {m.catalogue_empty_drop_one({ filter: filterWord(filter, list), count })}
                  </a>
                </li>
              ))}
              {unfiltered > 0 && (
                <li>
                  <a className="chip" href={hrefOf(onlySearch(filters))}>
                    {m.catalogue_empty_drop_one({ filter: m.catalogue_any_filters(), count: unfiltered })}
                  </a>
                </li>
              )}
            </ul>
          </>
        ) : named.length > 0 ? (
          named.map((one) => <NamedPages key={one.title} {...one} />)
        ) : (
          <p>{filters.text ? m.catalogue_empty_search() : m.catalogue_empty_filters()}</p>
        )}
      </EmptyState>
      {kinds.length > 0 && (
        <section className="section">
          <SectionHead title={m.catalogue_by_kind()} />
          <KindTiles kinds={kinds} />
        </section>
      )}
    </>
  )
}
