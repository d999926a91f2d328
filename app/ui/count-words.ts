import type { Unit } from '#app/domain/catalogue/product.ts'
import { formatList, holdSizes } from '#app/lib/format.ts'
import type { Locale } from '#app/lib/locale.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'

interface Counted {
  unit: Unit
  quantity: number
}

/** So many of a piece in what its kind is counted in: `2 buah`, of sandals `2 pasang`. */
export const countWords = ({ unit, quantity: count }: Counted, locale: Locale = getLocale()): string =>
  unit === 'pair' ? m.common_count_pair({ count }, { locale }) : m.common_count_piece({ count }, { locale })

/** What was chosen of a piece, and how many: `Sedang, 22 × 14 cm · 2 buah`. */
export const chosenCountWords = ({ label, ...counted }: Counted & { label: string }): string =>
  [holdSizes(label), countWords(counted)].filter(Boolean).join('\u00a0· ')

/** So many of several kinds together: `3 buah`, with sandals among them `1 buah dan 2 pasang`. */
export function countAllWords(lines: readonly Counted[], locale: Locale): string {
  const units = [...new Set(lines.map(({ unit }) => unit))]
  const counts = units.map((unit) => ({
    unit,
    quantity: lines.reduce((count, line) => (line.unit === unit ? count + line.quantity : count), 0),
  }))
  return formatList(
    counts.map((count) => countWords(count, locale)),
    locale,
  )
}
