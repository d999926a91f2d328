export type Locale = 'id' | 'en'

/** The router reads /EN as /en, so it is English, too. */
const ENGLISH = /^\/en(?=\/|$)/i

/** The language of an address: English under /en, Indonesian everywhere else. */
export const localeOf = (pathname: string): Locale => (ENGLISH.test(pathname) ? 'en' : 'id')

/** The same page's address in a language; consoles and machine routes exist in Indonesian only. */
export function localePath(path: string, locale: Locale): string {
  const bare = path.replace(ENGLISH, '') || '/'
  if (locale === 'id') return bare
  return bare === '/' ? '/en' : `/en${bare}`
}

/** Picks the column of a bilingual row. */
export const inLocale = <T>(locale: Locale, id: T, en: T): T => (locale === 'en' ? en : id)
