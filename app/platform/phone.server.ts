import { parsePhoneNumberFromString as parsePhoneNumber } from 'libphonenumber-js/max'

const LONGEST = 30

/**
 * A phone number in E.164 from the ways people write it: `0812-3456-7890`, `62812…`, `+62 0812…`, `0062812…`.
 * Landlines are numbers too: an office may have nothing else.
 * @returns null when it cannot be a real number
 */
export function normalisePhone(text: string): string | null {
  const typed = text.normalize('NFKC').trim()
  if (typed.length > LONGEST) return null
  // the library takes the 00 of 0062… for a trunk prefix and finds a number that is valid and wrong
  const phone = parsePhoneNumber(typed.replace(/^00(?=[1-9])/, '+'), 'ID')
  return phone?.isValid() && !phone.ext ? phone.number : null
}
