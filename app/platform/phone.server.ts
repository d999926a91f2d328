import {
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString as parsePhoneNumber,
} from 'libphonenumber-js/max'
import type { Locale } from '#app/lib/locale.ts'
import { formatPhone } from '#app/lib/phone-text.ts'

const LONGEST = 30

/**
 * A phone number in E.164 from the ways people write it: `0812-3456-7890`, `62812…`, `+62 0812…`, `0062812…`.
 * Landlines are numbers too: an office may have nothing else. Letters make it no number: they may be a slip, or a second one.
 * @param country where its owner lives, as two letters: without a country code it is read as people there write theirs,
 *   or as an Indonesian mobile phone's
 * @returns null when it cannot be a real number, or could be one of either country
 */
export function normalisePhone(text: string, country = 'ID'): string | null {
  const typed = text.normalize('NFKC').trim()
  if (typed.length > LONGEST || /\p{L}/u.test(typed)) return null
  // the library takes the 00 of 0062… for a trunk prefix and finds a number that is valid and wrong
  const written = typed.replace(/^00(?=[1-9])/, '+')
  const here = readIn('ID', written)
  if (country === 'ID' || written.startsWith('+')) return here
  const numbers = new Set([readIn(country, written), here && !isLandline(here) ? here : null])
  numbers.delete(null)
  const [only] = numbers
  return numbers.size === 1 ? (only ?? null) : null
}

function readIn(country: string, written: string): string | null {
  const phone: PhoneNumber | undefined = isSupportedCountry(country)
    ? parsePhoneNumber(written, country)
    : undefined
  return phone?.isValid() && !phone.ext ? phone.number : null
}

/** Whether no message reaches it: the telephone of a house or an office. */
export const isLandline = (e164: string): boolean => parsePhoneNumber(e164)?.getType() === 'FIXED_LINE'

/** A stored number as people write it, those of other countries as their own plan groups them: `+65 9123 4567`. */
export function writePhone(e164: string, locale: Locale): string {
  if (e164.startsWith('+62')) return formatPhone(e164, locale)
  return parsePhoneNumber(e164)?.formatInternational() ?? e164
}
