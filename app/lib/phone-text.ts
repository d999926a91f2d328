import type { Locale } from './locale.ts'

/** A stored number as people here write it: `0812-3456-7890`, for readers abroad `+62 812-3456-7890`; foreign numbers keep their country code. */
export function formatPhone(e164: string, locale: Locale = 'id'): string {
  if (!e164.startsWith('+62')) return e164
  const digits = `0${e164.slice(3)}`
  const written = [digits.slice(0, 4), digits.slice(4, 8), digits.slice(8)].filter(Boolean).join('-')
  return locale === 'id' ? written : `+62 ${written.slice(1)}`
}
