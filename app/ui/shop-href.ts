import { localePath } from '#app/lib/locale.ts'
import { getLocale } from '#app/paraglide/runtime.js'

/** A shop address in the language of the page: `/barang` in Indonesian, `/en/barang` in English. */
export const shopHref = (path: string): string => localePath(path, getLocale())
