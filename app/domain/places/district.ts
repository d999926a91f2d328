import type { Locale } from '#app/lib/locale.ts'

/** A kecamatan with what it lies in. */
export interface District {
  code: string
  name: string
  regencyCode: string
  regencyName: string
  provinceCode: string
  provinceName: string
  /** Written out in full, as `districtLabel` says it. */
  label: string
}

type Names = Pick<District, 'name' | 'regencyName' | 'provinceName'>
/**
 * A kecamatan as it is written out in full: `Kecamatan Sukadana, Kabupaten Kayong Utara, Provinsi Kalimantan Barat`, in
 * English `Sukadana District, Kayong Utara Regency, West Kalimantan`.
 */
export const districtLabel = (locale: Locale, { name, regencyName, provinceName }: Names): string =>
  locale === 'id'
    ? `Kecamatan ${name}, ${regencyName}, Provinsi ${provinceName}`
    : `${name} District, ${regionIn(locale, { regencyName, provinceName })}`

/** What a kecamatan lies in: `Kabupaten Kayong Utara, Kalimantan Barat`, in English `Kayong Utara Regency, West Kalimantan`. */
export const regionIn = (locale: Locale, { regencyName, provinceName }: Omit<Names, 'name'>): string =>
  `${regencyIn(locale, regencyName)}, ${locale === 'id' ? provinceName : provinceInEnglish(provinceName)}`

/** A kecamatan as a sentence says it: `Sukadana, Kabupaten Kayong Utara`. */
export const townIn = (locale: Locale, { name, regencyName }: Omit<Names, 'provinceName'>): string =>
  `${name}, ${regencyIn(locale, regencyName)}`

/** `West Kalimantan` for Kalimantan Barat: a point of the compass stands behind the name in Indonesian. */
function provinceInEnglish(name: string): string {
  const [, place, side] =
    /^(.+?) (Barat Daya|Utara|Selatan|Barat|Timur|Tengah|Tenggara|Pegunungan)$/.exec(name) ?? []
  if (place && side) return `${SIDES[side]} ${ISLANDS[place] ?? place}`
  return name
    .replace(/^Kepulauan (.+)$/, '$1 Islands')
    .replace(/^Daerah Khusus Ibukota /, '')
    .replace(/^Daerah Istimewa /, 'Special Region of ')
}
const ISLANDS: Record<string, string> = { Jawa: 'Java', Sumatera: 'Sumatra' }
const SIDES: Record<string, string> = {
  Utara: 'North',
  Selatan: 'South',
  Barat: 'West',
  Timur: 'East',
  Tengah: 'Central',
  Pusat: 'Central',
  Tenggara: 'Southeast',
  'Barat Daya': 'Southwest',
  Pegunungan: 'Highland',
}

/**
 * A regency as readers of a language say it: `Kabupaten Kayong Utara`, in English `Kayong Utara Regency`; of Jakarta's
 * cities everybody says `South Jakarta`.
 */
export const regencyIn = (locale: Locale, name: string): string =>
  locale === 'id'
    ? name
    : name
        .replace(/^Kota Administrasi Jakarta (.+)$/, (_, side) => `${SIDES[side]} Jakarta`)
        .replace(
          /^(Kabupaten|Kota)(?: Administrasi)? (.+)$/,
          (_, kind, rest) => `${rest} ${REGENCY_KINDS[kind]}`,
        )
const REGENCY_KINDS: Record<string, string> = { Kabupaten: 'Regency', Kota: 'City' }

const SIDES_BEFORE_NAMES = Object.entries(SIDES).map(([side, english]) => ({
  english: new RegExp(`\\b${english.toLowerCase()} (\\S+)`, 'g'),
  side: side.toLowerCase(),
}))

/** What was typed in English about a place, in the words that its Indonesian names are made of: `West Java` as `jawa barat`. */
export function inIndonesian(text: string): string {
  const plain = text
    .toLowerCase()
    .replace(/\b(special region of|special capital region of|district|regency|city|province)\b/g, ' ')
    .replace(/\bislands\b/g, 'kepulauan')
    .replace(/\bcentral jakarta\b/g, 'jakarta pusat')
  const turned = SIDES_BEFORE_NAMES.reduce(
    (said, { english, side }) => said.replace(english, `$1 ${side}`),
    plain,
  )
  return Object.entries(ISLANDS).reduce(
    (said, [island, english]) => said.replaceAll(english.toLowerCase(), island.toLowerCase()),
    turned,
  )
}

/** Where somebody lives, as far as it was told. */
export interface Place extends District {
  /** The village in it that was meant, when it was the village's name that fitted; people know the town, not the kecamatan. */
  village: Pick<Village, 'code' | 'name'> | null
}

/** The code of a place: its village's, which begins with the kecamatan's, else the kecamatan's. */
export const placeCode = ({ code, village }: Pick<Place, 'code' | 'village'>): string => village?.code ?? code

/** The code of the kecamatan with which a place's code begins. */
export const districtCodeIn = (placeCode: string): string => placeCode.slice(0, '61.11.01'.length)

/** A place as a sentence says it: `Teluk Melano, Simpang Hilir, Kabupaten Kayong Utara`. */
export const placeIn = (locale: Locale, place: Place): string =>
  villageIn(locale, { village: place.village?.name ?? null, town: place })

/** A village and its town as a sentence says them; a name that both bear is said once. */
export const villageIn = (
  locale: Locale,
  { village, town }: { village: string | null; town: Omit<Names, 'provinceName'> },
): string => [village !== town.name && village, townIn(locale, town)].filter(Boolean).join(', ')

/** A kecamatan that a search led to. */
export interface FoundDistrict extends Place {
  /** Found by a spelling that is only near, or by part of a name: to be offered, never taken as meant. */
  isGuess: boolean
  /** What was typed is the name of its regency or city. */
  isInNamed: boolean
}

/**
 * More places than a phone's screen can show are not worth choosing from; a page says that there may be others. Only of
 * a regency or city that was named are all shown.
 */
export const MOST_FOUND = 12

/** The one place that a search can only have meant; null when there are several, or when it is a guess. */
export const onlyMatch = (found: readonly FoundDistrict[] | null): FoundDistrict | null => {
  const [first, second] = found ?? []
  return first && !second && !first.isGuess ? first : null
}

/** There are places to choose from: something was looked for, and found. */
export const hasFound = (found: readonly FoundDistrict[] | null): boolean =>
  found !== null && found.length > 0

/** Whether others may fit what was typed as well. */
export const mayBeMore = (found: readonly FoundDistrict[]): boolean =>
  found.length >= MOST_FOUND && !found.some(({ isInNamed }) => isInNamed)

/** Found places under what they lie in, in the order in which they were found. */
export function byRegion(locale: Locale, found: readonly FoundDistrict[]): Map<string, FoundDistrict[]> {
  const regions = new Map<string, FoundDistrict[]>()
  for (const one of found) {
    const region = regionIn(locale, one)
    regions.set(region, [...(regions.get(region) ?? []), one])
  }
  return regions
}

export interface Village {
  code: string
  name: string
  postalCode: string | null
}
