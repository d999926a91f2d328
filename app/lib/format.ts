import type { Locale } from './locale.ts'
import { type Rupiah, rupiah } from './money.ts'

const FULL = {
  id: new Intl.NumberFormat('id-ID', { style: 'currency', currency: 'IDR', maximumFractionDigits: 0 }),
  en: new Intl.NumberFormat('en-GB', {
    style: 'currency',
    currency: 'IDR',
    currencyDisplay: 'code',
    maximumFractionDigits: 0,
  }),
}
const NUMBERS = { id: new Intl.NumberFormat('id-ID'), en: new Intl.NumberFormat('en-GB') }
const ONE_DECIMAL = {
  id: new Intl.NumberFormat('id-ID', { maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 }),
}
const TENTHS = {
  id: new Intl.NumberFormat('id-ID', { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
}
const PERCENT = {
  id: new Intl.NumberFormat('id-ID', { style: 'percent', maximumFractionDigits: 0 }),
  en: new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 0 }),
}

/** Holds together what a line's end would part: an amount, a short word and the name behind it. */
export const NO_BREAK = '\u00a0'

/**
 * An amount as people here write it: `Rp285.000`, in English `IDR 285,000`.
 * Intl puts a no-break space after Rp that nobody writes, so the parts are joined without it; English keeps one.
 */
export function formatRupiah(amount: Rupiah | number, locale: Locale): string {
  const parts = FULL[locale].formatToParts(amount)
  return parts
    .map((part) => (part.type === 'literal' ? (locale === 'id' ? '' : NO_BREAK) : part.value))
    .join('')
}

const LISTS = { id: new Intl.ListFormat('id'), en: new Intl.ListFormat('en-GB') }

/** `Seroja dan Bakau Indah`, in English `Seroja and Bakau Indah`; nothing for an empty list. */
export const formatList = (names: readonly string[], locale: Locale): string => LISTS[locale].format(names)

/** A rounded amount for charts only: `Rp38,2 jt`, `Rp142 rb`; the full figure belongs in the table beside it. */
export function shortRupiah(amount: Rupiah | number, locale: Locale): string {
  const [unit, word] = shortUnit(Math.abs(amount), locale)
  if (unit === 1) return formatRupiah(amount, locale)
  const sign = amount < 0 ? '-' : ''
  const figure = ONE_DECIMAL[locale].format(Math.abs(amount) / unit)
  return locale === 'id' ? `${sign}Rp${figure}${NO_BREAK}${word}` : `${sign}IDR${NO_BREAK}${figure}${word}`
}

function shortUnit(size: number, locale: Locale): [number, string] {
  // The thresholds sit where one decimal would round up to the next unit: 999 950 is "1 jt", not "1.000 rb".
  if (size >= 999_950_000) return [1_000_000_000, locale === 'id' ? 'M' : 'bn']
  if (size >= 999_950) return [1_000_000, locale === 'id' ? 'jt' : 'm']
  if (size >= 10_000) return [1_000, locale === 'id' ? 'rb' : 'k']
  return [1, '']
}

const UNITS: Record<string, number> = {
  rb: 1_000,
  ribu: 1_000,
  k: 1_000,
  jt: 1_000_000,
  juta: 1_000_000,
}

/**
 * The amount in what a person typed: `165.000`, `Rp 165.000,-`, `165rb`, `165 ribu`, `1,5 juta`, `165000`.
 * @returns whole rupiah, or null when it cannot be read as one amount of zero or more
 */
export function parseRupiah(text: string): Rupiah | null {
  const typed = text.normalize('NFKC').trim().toLowerCase()
  const match = /^(?:rp|idr)?\.?\s*([\d.,\s]*\d)\s*(?:,-|\.-)?\s*(rb|ribu|k|jt|juta)?\.?$/.exec(typed)
  if (!match?.[1]) return null
  const unit = match[2] ? UNITS[match[2]] : undefined
  const figure = unit ? decimal(match[1]) : whole(match[1])
  if (figure === null) return null
  const amount = Math.round(figure * (unit ?? 1))
  return Number.isSafeInteger(amount) ? rupiah(amount) : null
}

/** Digits in groups of three, `165.000` or `165,000` or `165 000`, with `,00` sen allowed because bank apps copy it. */
function whole(figure: string): number | null {
  const withoutSen = figure.replace(/[.,]00$/, '')
  const grouped = /^\d{1,3}(?:([.,\s])\d{3})(?:\1\d{3})*$/.test(withoutSen)
  return grouped || /^\d+$/.test(withoutSen) ? Number(withoutSen.replace(/\D/g, '')) : null
}

/** Before "juta" a comma or a point is a decimal mark, unless it sets off three digits after a longer number. */
function decimal(figure: string): number | null {
  const plain = figure.replace(',', '.')
  return /^\d+(?:\.\d{1,3})?$/.test(plain) ? Number(plain) : whole(figure)
}

/** A count: `1.250` in Indonesian, `1,250` in English. */
export const formatNumber = (value: number, locale: Locale): string => NUMBERS[locale].format(value)

/** At most one decimal: `4,8` in Indonesian, `4.8` in English. */
export const formatDecimal = (value: number, locale: Locale): string => ONE_DECIMAL[locale].format(value)

/** Exactly one decimal, for figures under each other: `11,0` above `10,6`. */
export const formatTenths = (value: number, locale: Locale): string => TENTHS[locale].format(value)

/** A share from 0 to 1 as a whole percentage: `80%`. */
export const formatPercent = (share: number, locale: Locale): string => PERCENT[locale].format(share)

/** From one number to another: `14–20`, or the one where both are the same. No line breaks at the dash. */
export const formatSpan = (least: number | string, most: number | string): string =>
  least === most ? `${most}` : `${least}–\u2060${most}`

/** A weight in words: `420 gram`, from a kilogram up `1,2 kg`. */
export function formatGrams(grams: number, locale: Locale): string {
  if (grams >= 1_000) return `${ONE_DECIMAL[locale].format(grams / 1_000)}${NO_BREAK}kg`
  return `${grams}${NO_BREAK}${locale === 'id' ? 'gram' : 'g'}`
}

/** Words with the sizes in them held together where a line ends: `Sedang, 22 × 14 cm`, `Laptop 13–14 inci`, `Ukuran 41`. */
export const holdSizes = (words: string): string =>
  words.replaceAll(INSIDE_A_SIZE, NO_BREAK).replaceAll(/(?<=\d)–(?=\d)/g, '–\u2060')
const INSIDE_A_SIZE = /(?<=\d) (?=(?:cm|inci|inch)\b|×)|(?<=×) (?=\d)|(?<=\b(?:ukuran|nomor|size)) (?=\d)/gi

const COUNTRIES = {
  id: new Intl.DisplayNames('id', { type: 'region' }),
  en: new Intl.DisplayNames('en', { type: 'region' }),
}

/** A country as the reader calls it, `Singapura` for `SG`; the code itself where there is no name. */
export const countryName = (code: string, locale: Locale): string => COUNTRIES[locale].of(code) ?? code
