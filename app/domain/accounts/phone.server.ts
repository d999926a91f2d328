import { parsePhoneNumberFromString } from 'libphonenumber-js/max'

/**
 * A phone number in E.164 from the ways people write it: 0812-3456-7890, 62812…, +62 812….
 * @returns null when it cannot be a real number
 */
export function parsePhone(text: string): string | null {
  const typed = text.normalize('NFKC').trim()
  if (typed.length > 30) return null
  const withCountry = /^62\s*-?8/.test(typed) ? `+${typed}` : typed
  const phone = parsePhoneNumberFromString(withCountry, 'ID')
  return phone?.isValid() && !phone.ext ? phone.number : null
}
