import { type Locale, localeOf, localePath } from './locale.ts'

/** The shop's name in titles and in shared links. */
export const SITE_NAME = 'Anyam Kayong'

const SOCIAL_CARD = { url: '/ilustrasi/anyam-og.jpg', width: 1200, height: 630, alt: SITE_NAME }

export interface Page {
  /** Without the shop's name; that is added. */
  title: string
  /** The title stands alone, as on the home page. */
  isWholeTitle?: boolean
  /** A few sentences; what search engines would cut off is left out at a word's end. */
  description: string
  /** Shown when the page is shared; an address on this site or elsewhere. Without one the shop's own card is. */
  image?: { url: string; width: number; height: number; alt: string } | null
  /** Orders, basket, errors: kept out of search engines, without canonical and alternates. */
  isPrivate?: boolean
  /** The part of the query that makes it another page, such as `hal=2`; all else is the same page sorted or filtered. */
  search?: string
}

/** What Remix hands to a `meta` function, as far as it is needed here. */
export interface MetaSource {
  matches: readonly { id: string; data: unknown }[]
  location: { pathname: string }
}

type Tag =
  | { title: string }
  | { name: string; content: string }
  | { property: string; content: string }
  | { tagName: 'link'; rel: string; href: string; hrefLang?: string }

/**
 * Everything the head of a page says about it: title, description, canonical, hreflang pairs and Open Graph.
 * The site's own origin comes from the root loader; without it (an error before any data) the absolute addresses are left out.
 */
export function pageMeta({ matches, location }: MetaSource, page: Page): Tag[] {
  const origin = originOf(matches)
  const locale = localeOf(location.pathname)
  const path = withSearch(location.pathname, page.search)
  const description = shortened(page.description)
  const title = page.isWholeTitle ? page.title : `${page.title} · ${SITE_NAME}`
  return [
    { title },
    { name: 'description', content: description },
    ...(page.isPrivate ? [{ name: 'robots', content: 'noindex' }] : addresses(origin, path, locale)),
    { property: 'og:site_name', content: SITE_NAME },
    { property: 'og:type', content: 'website' },
    { property: 'og:title', content: page.title },
    { property: 'og:description', content: description },
    { property: 'og:locale', content: OG_LOCALES[locale] },
    ...(origin && !page.isPrivate ? picture(origin, page.image ?? SOCIAL_CARD) : []),
  ]
}

const LONGEST_DESCRIPTION = 155

/** Cut at the end of a word, with a sign that more follows. */
function shortened(text: string): string {
  if (text.length <= LONGEST_DESCRIPTION) return text
  const whole = text.slice(0, LONGEST_DESCRIPTION).replace(/\s+\S*$/, '')
  return `${whole.replace(/[,;:.]$/, '')}…`
}

/** The other language of the same page, and the page for readers of neither. */
export function alternates(origin: string, path: string): { hrefLang: string; href: string }[] {
  return [
    { hrefLang: 'id', href: origin + localePath(path, 'id') },
    { hrefLang: 'en', href: origin + localePath(path, 'en') },
    { hrefLang: 'x-default', href: origin + localePath(path, 'id') },
  ]
}

const OG_LOCALES: Record<Locale, string> = { id: 'id_ID', en: 'en_GB' }

function originOf(matches: MetaSource['matches']): string | undefined {
  const root = matches.find(({ id }) => id === 'root')?.data as { origin?: string } | null | undefined
  return root?.origin
}

function addresses(origin: string | undefined, path: string, locale: Locale): Tag[] {
  if (!origin) return []
  const here = origin + localePath(path, locale)
  return [
    { tagName: 'link', rel: 'canonical', href: here },
    ...alternates(origin, path).map((link) => ({ tagName: 'link' as const, rel: 'alternate', ...link })),
    { property: 'og:url', content: here },
  ]
}

function picture(origin: string, { url, width, height, alt }: NonNullable<Page['image']>): Tag[] {
  return [
    { property: 'og:image', content: new URL(url, origin).href },
    { property: 'og:image:width', content: String(width) },
    { property: 'og:image:height', content: String(height) },
    { property: 'og:image:alt', content: alt },
    { name: 'twitter:card', content: 'summary_large_image' },
  ]
}

/** A trailing slash or capital letters are the same page; the canonical has neither. */
function withSearch(pathname: string, search?: string): string {
  const path = pathname.toLowerCase().replace(/\/+$/, '') || '/'
  return search ? `${path}?${search}` : path
}
