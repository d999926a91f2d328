import { type Packed, packedRoom, packedText } from '#app/domain/catalogue/packed.ts'
import { type Product, type ProductVariant, toBeHad } from '#app/domain/catalogue/product.ts'
import { formatNumber, formatSpan, holdSizes } from '#app/lib/format.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'

/** What a piece weighs and how large it is packed, named as the places are in `data-chosen`. */
export type PackedWords = { weight: string; packed: string }

/** Those of the size that is chosen; before that from the least to the most of what can be had. Null when nothing is left to say it of. */
export function packedWords(
  { variants }: Pick<Product, 'variants'>,
  chosen: ProductVariant | undefined,
): PackedWords | null {
  const [lightest, heaviest] = ends(toBeHad(variants), ({ weightGrams }) => weightGrams)
  const [smallest, largest] = ends(toBeHad(variants), packedRoom)
  if (!lightest || !heaviest || !smallest || !largest) return null
  return {
    weight: weightWords(lightest, heaviest, chosen),
    packed: sizeWords(smallest, largest, chosen),
  }
}

function weightWords(lightest: Packed, heaviest: Packed, chosen: ProductVariant | undefined): string {
  const least = grams(lightest)
  const most = grams(heaviest)
  if (least === most) return m.catalogue_detail_weight_value({ grams: least })
  return chosen
    ? m.catalogue_detail_weight_chosen({ grams: grams(chosen), choice: holdSizes(chosen.label) })
    : m.catalogue_detail_weight_between({ grams: formatSpan(least, most) })
}

function sizeWords(smallest: Packed, largest: Packed, chosen: ProductVariant | undefined): string {
  const least = packedText(smallest)
  const most = packedText(largest)
  if (least === most) return m.catalogue_detail_packed_value({ size: least })
  return chosen
    ? m.catalogue_detail_packed_chosen({ size: packedText(chosen), choice: holdSizes(chosen.label) })
    : m.catalogue_detail_packed_between({ least, most })
}

const grams = ({ weightGrams }: Packed) => formatNumber(weightGrams, getLocale())

/** The one with the least and the one with the most. */
function ends<T>(all: readonly T[], of: (one: T) => number): [T | undefined, T | undefined] {
  const sorted = [...all].sort((a, b) => of(a) - of(b))
  return [sorted[0], sorted.at(-1)]
}
