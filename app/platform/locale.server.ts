import { AsyncLocalStorage } from 'node:async_hooks'
import type { Locale } from '#app/lib/locale.ts'

// In development the server and the pages each hold a copy of this module; the storage itself must be one.
const KEY = Symbol.for('anyam.locale')
const shared = globalThis as { [KEY]?: AsyncLocalStorage<Locale> }
shared[KEY] ??= new AsyncLocalStorage<Locale>()
const storage = shared[KEY]

/** Runs work in the language of one request, so that every message inside it comes in that language. */
export const inRequestLocale = <T>(locale: Locale, work: () => T): T => storage.run(locale, work)

/** The language of the request under way; Indonesian outside of one. */
export const currentLocale = (): Locale => storage.getStore() ?? 'id'
