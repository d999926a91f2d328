import { countryName, NO_BREAK } from '#app/lib/format.ts'
import type { Locale } from '#app/lib/locale.ts'
import { regionIn, villageIn } from './district.ts'

/** Where a parcel goes, as far as it was told; who collects has told nothing. */
export interface PostalAddress {
  street: string | null
  landmark: string | null
  /** The village or kelurahan, abroad the city. */
  village: string | null
  districtName: string | null
  regencyName: string | null
  provinceName: string | null
  postalCode: string | null
  /** ISO 3166: `ID`. */
  country: string
}

/**
 * An address line by line, as a carrier reads it: the street in the lines in which it was written, what to look for, the
 * village and its kecamatan, the regency, province and postal code; abroad the city with its postal code and, last, the
 * country. The same on every page. What was not told is left out.
 */
export function addressLines(locale: Locale, address: PostalAddress): string[] {
  const { street, landmark, country } = address
  const lines = [
    ...(street ?? '').split('\n').map((line) => line.trim()),
    landmark && `${locale === 'id' ? 'Patokan' : 'Landmark'}: ${landmark}`,
    ...(country === 'ID' ? homeLines(locale, address) : [cityLine(address), countryName(country, locale)]),
  ]
  return lines.filter((line): line is string => Boolean(line))
}

/** A country as carriers on both sides of the border read it: `SINGAPORE (Singapura)`. */
export function countryOnLabel(country: string): string {
  const [abroad, here] = [countryName(country, 'en'), countryName(country, 'id')]
  return abroad === here ? abroad.toUpperCase() : `${abroad.toUpperCase()} (${here})`
}

/** An address as it is written on a parcel: abroad, its last line has to be read at both ends of the way. */
export function labelLines(address: PostalAddress): string[] {
  const lines = addressLines('id', address)
  return address.country === 'ID' ? lines : [...lines.slice(0, -1), countryOnLabel(address.country)]
}

function homeLines(locale: Locale, address: PostalAddress): string[] {
  const { village, districtName, regencyName, provinceName, postalCode } = address
  const district =
    districtName && (locale === 'id' ? `Kec.${NO_BREAK}${districtName}` : `${districtName} District`)
  const region = regencyName && provinceName && regionIn(locale, { regencyName, provinceName })
  return [joined([village, district], ', '), joined([region, postalCode], ' ')]
}

/** Countries that write the postal code behind the city; everywhere else it stands before. */
const CODE_BEHIND = new Set(
  'AU BD BH BN CA GB GG HK IE IM IN JE JP KH KR NP NZ PK SA SG TH TW US VN ZA'.split(' '),
)

function cityLine({ country, village, postalCode }: PostalAddress): string {
  const code = postalCode?.replaceAll(' ', NO_BREAK) ?? null
  return joined(CODE_BEHIND.has(country) ? [village, code] : [code, village], ' ')
}

const joined = (parts: (string | null)[], between: string) => parts.filter(Boolean).join(between)

const isCityState = (city: string, country: string): boolean =>
  (['id', 'en'] as const).some((locale) => countryName(country, locale).toLowerCase() === city.toLowerCase())

/** Where to in a few words: `Sutera, Sukadana, Kabupaten Kayong Utara`, abroad `Darwin, Australia` or `Singapore`; empty for who collects. */
export function destinationIn(
  locale: Locale,
  {
    village,
    districtName,
    regencyName,
    country,
  }: Pick<PostalAddress, 'village' | 'districtName' | 'regencyName' | 'country'>,
): string {
  if (country !== 'ID') {
    const city = village && isCityState(village, country) ? null : village
    return joined([city, countryName(country, locale)], ', ')
  }
  return districtName && regencyName
    ? villageIn(locale, { village, town: { name: districtName, regencyName } })
    : ''
}
