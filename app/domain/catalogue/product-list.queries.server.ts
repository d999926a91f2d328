import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#app/platform/context.server.ts'
import { cardQuery, type ProductCard, soldOut, toCard } from './cards.queries.server.ts'
import { every, filterConditions, type Search, searchQuery } from './filter-conditions.server.ts'
import { sizeFits } from './offers.server.ts'
import { type ListSummary, summariseProducts } from './product-facets.queries.server.ts'
import { dropFilter, filtersOn, onlySearch, PRODUCTS_A_PAGE, type ProductFilters } from './product-filters.ts'
import { readSearch } from './read-search.server.ts'

export interface ProductList extends ListSummary {
  cards: ProductCard[]
  page: number
  pageCount: number
  /** False when no piece has every word of the search, so these have at least one. */
  everyWord: boolean
  /** What a mistyped search was read as, `tikar` for `tiker`; null where that found nothing either. */
  readAs: string | null
  /** The order that a search asks for which is nothing but words that tell no piece apart, so that these are all of them. */
  filler: 'cheapest' | 'newest' | null
  /** For an empty list: what the search finds without all the filters beside it, where no single one hides it. */
  unfiltered: number
  /** For an empty list: the words of the search that fit no piece, as they were typed. */
  strangeWords: string[]
}

/** Of the whole shop: what so much of it has says nothing about what was looked for. */
const ALMOST_ALL = 0.8

/** A page of published pieces, sold-out ones last, with the counts that narrow it further. */
export async function listProducts(ctx: Ctx, filters: ProductFilters): Promise<ProductList> {
  const read = await readSearch(ctx, filters.text)
  const { search, summary, strangeWords } = await bestSummary(ctx, { filters, read, everyWord: true })
  const pageCount = Math.max(1, Math.ceil(summary.total / PRODUCTS_A_PAGE))
  const page = Math.min(filters.page, pageCount)
  return {
    ...summary,
    cards: summary.total > 0 ? await cardsOf(ctx, search, page) : [],
    ...(summary.total > 0 ? { without: [], unfiltered: 0 } : await waysOut(ctx, search, summary)),
    page,
    pageCount,
    everyWord: search.everyWord,
    filler: read.by === 'filler' ? askedOrder(search) : null,
    readAs: summary.total > 0 && read.by === 'words' ? read.readAs : null,
    strangeWords,
  }
}

interface Best {
  search: Search
  summary: ListSummary
  strangeWords: string[]
}

/**
 * All words of a search must be found; where no piece has them all, those with some of them are better than an empty page.
 * A word that almost every piece has tells none apart: with it alone, nothing was found.
 */
async function bestSummary(ctx: Ctx, search: Search): Promise<Best> {
  const summary = await summariseProducts(ctx, search)
  const { read, filters } = search
  const strict = { search, summary, strangeWords: [] }
  if (summary.total > 0 || read.by !== 'words' || read.everyWord === read.someWords) return strict
  // what only a filter hides is said to be hidden by it
  const isHidden = async (one: Search) => filtersOn(filters).length > 1 && (await totalOfSearch(ctx, one)) > 0
  if (await isHidden(search)) return strict
  const words = await weighWords(ctx, filters.text)
  const telling = words.filter(({ share }) => share < ALMOST_ALL)
  const someWords = (telling.length > 0 ? telling : words).map(({ query }) => query).join(' | ')
  const loose: Search = { filters, read: { ...read, someWords: someWords || null }, everyWord: false }
  const looseSummary = await summariseProducts(ctx, loose)
  if (looseSummary.total > 0 || (await isHidden(loose)))
    return { search: loose, summary: looseSummary, strangeWords: [] }
  const strange = words.filter(({ share }) => share === 0).map(({ word }) => word)
  return { ...strict, strangeWords: asTyped(filters.text, strange) }
}

/** What is one word to who typed it, `Rp45.000`, is said as one where nothing in it is known. */
function asTyped(text: string, strange: readonly string[]): string[] {
  const typed = text.split(' ').flatMap((part) => {
    const words = part.toLowerCase().split(BETWEEN_WORDS).filter(Boolean)
    const unknown = words.filter((word) => strange.includes(word))
    return unknown.length === words.length ? [part.replace(AROUND_WORDS, '')] : unknown
  })
  return [...new Set(typed.filter(Boolean))]
}
const BETWEEN_WORDS = /[^\p{L}\p{N}]+/u
const AROUND_WORDS = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu

/** How many pieces it finds without the filters set beside it. */
async function totalOfSearch(ctx: Ctx, search: Search): Promise<number> {
  const { total } = await summariseProducts(ctx, { ...search, filters: onlySearch(search.filters) })
  return total
}

interface WeighedWord {
  word: string
  /** As a tsquery. */
  query: string
  /** Of all published pieces: 0 for none, 1 for every one. */
  share: number
}

/** Each word of a search with how much of the shop it finds. */
async function weighWords({ db }: Ctx, text: string): Promise<WeighedWord[]> {
  const { rows } = await sql<WeighedWord>`
    select said.word, read.some_words::text as query,
      (select coalesce(avg((s.document @@ read.some_words)::int), 0)::float
        from product_search s join product p on p.id = s.product_id where p.state = 'published') as share
    from words_of(${text}) with ordinality as said (word, place)
      cross join lateral read_search(said.word) as read
    where read.some_words is not null
    order by said.place limit 8`.execute(db)
  return rows
}

async function cardsOf(ctx: Ctx, search: Search, page: number): Promise<ProductCard[]> {
  const conditions = filterConditions(search)
  const rows = await cardQuery(ctx, sizeFits(search.filters))
    .where(every(conditions.values()))
    .orderBy(soldOut())
    .orderBy('g.shows_samples_only')
    .$call((query) => sorted(query, search))
    .orderBy('p.id', 'desc')
    .limit(PRODUCTS_A_PAGE)
    .offset((page - 1) * PRODUCTS_A_PAGE)
    .execute()
  return rows.map(toCard)
}

const CHEAP = /\b(murah|termurah|cheap|cheaper|cheapest|affordable)\b/i
const NEW = /\b(baru|terbaru|new|newest|latest)\b/i

/** The order that the search itself asks for. Who looks for no piece in particular looks at prices: murah, harga, beli. */
function askedOrder({ filters: { text }, read }: Search): 'cheapest' | 'newest' | null {
  if (NEW.test(text)) return 'newest'
  return read.by === 'filler' || CHEAP.test(text) ? 'cheapest' : null
}

function sorted(query: ReturnType<typeof cardQuery>, search: Search) {
  const asked = search.filters.sort ?? askedOrder(search)
  // by the weight of each word: ranked as a whole, words near each other in a story would outdo the title
  const words = search.filters.sort ? null : searchQuery({ ...search, everyWord: false })
  const named = words && asked ? query.orderBy(isNamed(words), 'desc') : query
  switch (asked) {
    case 'cheapest':
      return named.orderBy('o.price_rupiah')
    case 'dearest':
      return named.orderBy('o.price_rupiah', 'desc')
    case 'newest':
      return named.orderBy('p.published_at', 'desc')
    case null:
      return (words ? query.orderBy(closeness(words), 'desc') : query).orderBy('p.published_at', 'desc')
  }
}

/** Whether a piece is what is looked for, before those that only tell of it: of cheap or new ones it is these that are wanted. */
const isNamed = (words: RawBuilder<string>) =>
  sql`(select ts_rank('{0, 0, 0, 1}', s.document, ${words}) > 0 from product_search s where s.product_id = p.id)`

const closeness = (words: RawBuilder<string>) =>
  sql`(select ts_rank(s.document, ${words}) from product_search s where s.product_id = p.id)`

/** For an empty list: what each single filter hides, most first, the search last; else what they hide together. */
async function waysOut(
  ctx: Ctx,
  search: Search,
  { without }: ListSummary,
): Promise<Pick<ProductList, 'without' | 'unfiltered'>> {
  const { filters } = search
  if (!filters.text || filtersOn(filters).length < 2) return { without, unfiltered: 0 }
  const withoutText: Search = {
    filters: dropFilter(filters, 'text'),
    read: { by: 'nothing' },
    everyWord: true,
  }
  const { total } = await summariseProducts(ctx, withoutText)
  return {
    without: total > 0 ? [...without, { filter: 'text', count: total }] : without,
    unfiltered: without.length > 0 ? 0 : await totalOfSearch(ctx, search),
  }
}

/** The newest pieces that can still be had. */
export async function listNewest(ctx: Ctx, limit: number): Promise<ProductCard[]> {
  const rows = await cardQuery(ctx)
    .orderBy(soldOut())
    .orderBy('p.published_at', 'desc')
    .orderBy('p.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toCard)
}

/** Pieces like this one that can be had now: the same kind and motif first, then the same group. */
export async function listRelatedProducts(
  ctx: Ctx,
  product: { id: string; kind: { slug: string }; motif: { slug: string }; group: { id: string } },
  limit = 4,
): Promise<ProductCard[]> {
  const likeness = sql`(p.kind = ${product.kind.slug})::int * 2 + (p.motif = ${product.motif.slug})::int
    + (p.group_id = ${product.group.id})::int`
  const rows = await cardQuery(ctx)
    .where('p.id', '<>', product.id)
    .where(sql<boolean>`not ${soldOut()}`)
    .where((eb) =>
      eb.or([
        eb('p.kind', '=', product.kind.slug),
        eb('p.motif', '=', product.motif.slug),
        eb('p.group_id', '=', product.group.id),
      ]),
    )
    .orderBy(likeness, 'desc')
    .orderBy('p.published_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toCard)
}
