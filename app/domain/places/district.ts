import type { Locale } from '#app/lib/locale.ts'

/** A kecamatan with what it lies in. */
export interface District {
  code: string
  name: string
  regencyCode: string
  regencyName: string
  provinceCode: string
  provinceName: string
  /** `Kecamatan Sukadana, Kabupaten Kayong Utara, Provinsi Kalimantan Barat`. */
  label: string
}

type Names = Pick<District, 'name' | 'regencyName' | 'provinceName'>
/** A kecamatan as it is written out in full. */
export const districtLabel = ({ name, regencyName, provinceName }: Names): string =>
  `Kecamatan ${name}, ${regencyName}, Provinsi ${provinceName}`

/** A regency as readers of a language say it: `Kabupaten Kayong Utara`, in English `Kayong Utara Regency`. */
export const regencyIn = (locale: Locale, name: string): string =>
  locale === 'id'
    ? name
    : name.replace(/^(Kabupaten|Kota) (.+)$/, (_, kind, rest) => `${rest} ${REGENCY_KINDS[kind]}`)
const REGENCY_KINDS: Record<string, string> = { Kabupaten: 'Regency', Kota: 'City' }

/** A kecamatan that a search led to. */
export interface FoundDistrict extends District {
  /** The village in it that was meant, when it was the village's name that fitted; people know the town, not the kecamatan. */
  village: string | null
  /** Found by a spelling that is only near: to be offered, never taken as meant. */
  isGuess: boolean
}

/** More places than a phone's screen can show are not worth choosing from; a page says that there may be others. */
export const MOST_FOUND = 12

/** The one place that a search can only have meant; null when there are several, or when it is a guess. */
export const onlyMatch = (found: readonly FoundDistrict[] | null): FoundDistrict | null => {
  const [first, second] = found ?? []
  return first && !second && !first.isGuess ? first : null
}

/** `Desa Teluk Melano, Kecamatan Simpang Hilir, ...`: the label with the village people searched for. */
export const foundLabel = ({ village, label }: Pick<FoundDistrict, 'village' | 'label'>): string =>
  village ? `Desa ${village}, ${label}` : label

/** Whether others may fit what was typed as well. */
export const mayBeMore = (found: readonly unknown[]): boolean => found.length >= MOST_FOUND

export interface Village {
  code: string
  name: string
  postalCode: string | null
}
