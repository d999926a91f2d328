export type Locale = 'id' | 'en'

/** The language of an address: English under /en, Indonesian everywhere else. */
export const localeOf = (pathname: string): Locale =>
  pathname === '/en' || pathname.startsWith('/en/') ? 'en' : 'id'

/** The same page's address in a language; consoles and machine routes exist in Indonesian only. */
export function localePath(path: string, locale: Locale): string {
  const bare = path.replace(/^\/en(?=\/|$)/, '') || '/'
  if (locale === 'id') return bare
  return bare === '/' ? '/en' : `/en${bare}`
}

/** Picks the column of a bilingual row. */
export const inLocale = <T>(locale: Locale, id: T, en: T): T => (locale === 'en' ? en : id)
