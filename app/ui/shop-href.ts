import { getLocale } from '#app/paraglide/runtime.js'

/** A shop address in the language of the page: `/barang` in Indonesian, `/en/barang` in English. */
export function shopHref(path: string, locale: string = getLocale()): string {
  if (locale !== 'en') return path
  return path === '/' ? '/en' : `/en${path}`
}
