import { type Product, type ProductVariant, toBeHad } from '#app/domain/catalogue/product.ts'
import { formatDecimal, holdSizes } from '#app/lib/format.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'

type Sized = Pick<Product, 'variants' | 'lengthCm' | 'widthCm' | 'heightCm' | 'toleranceCm'>

/** How large a piece is and how far that holds, named as the places are in `data-chosen`. */
export type SizeWords = { size: string; measured: string }

/**
 * Of several sizes one is measured: its centimetres are said as the chosen one's only where it is that, else as its own
 * beside the name of the chosen one; before a choice it is said which sizes there are.
 */
export function sizeWords(product: Sized, chosen: ProductVariant | undefined): SizeWords {
  const tolerance = m.catalogue_product_tolerance({
    tolerance: formatDecimal(product.toleranceCm, getLocale()),
  })
  if (!comesInSizes(product)) return { size: centimetres(product), measured: tolerance }
  const [only, ...others] = sizesToBeHad(product)
  const one = chosen ?? (others.length === 0 ? only : undefined)
  const measured = measuredOf(product)
  if (one && one.size === measured?.size) return { size: centimetres(product), measured: tolerance }
  return {
    size: one ? holdSizes(one.label) : severalSizes(product),
    measured: [measuredText(product), tolerance].filter(Boolean).join(' '),
  }
}

/** Which of several sizes the centimetres are of, and whether that one can be had; null where there is one size. */
export function measuredSize(product: Pick<Product, 'variants'>): string | null {
  if (!comesInSizes(product)) return null
  const measured = measuredOf(product)
  if (!measured) return m.catalogue_product_size_drawn_one()
  const size = holdSizes(measured.label)
  return isToBeHad(product, measured)
    ? m.catalogue_product_size_drawn({ size })
    : m.catalogue_product_size_drawn_gone({ size })
}

export const comesInSizes = ({ variants }: Pick<Product, 'variants'>): boolean => bySize(variants).length > 1

const bySize = (variants: readonly ProductVariant[]): ProductVariant[] =>
  variants.filter(({ size }, place) => variants.findIndex((other) => other.size === size) === place)

const sizesToBeHad = ({ variants }: Pick<Product, 'variants'>) => bySize(toBeHad(variants))

const isToBeHad = (product: Pick<Product, 'variants'>, { size }: ProductVariant): boolean =>
  sizesToBeHad(product).some((other) => other.size === size)

const measuredOf = ({ variants }: Pick<Product, 'variants'>) => variants.find(({ isMeasured }) => isMeasured)

/** Two are named, more are counted: the choice below names them all. */
function severalSizes(product: Sized): string {
  const sizes = sizesToBeHad(product)
  const [first, second, ...more] = sizes
  return first && second && more.length === 0
    ? m.catalogue_product_two_sizes({ first: holdSizes(first.label), second: holdSizes(second.label) })
    : m.catalogue_product_sizes({ count: sizes.length })
}

/** Nothing where the name of the measured one says its centimetres already. */
function measuredText(product: Sized): string | null {
  const size = centimetres(product)
  const measured = measuredOf(product)
  if (!measured) return m.catalogue_product_one_size({ size })
  const choice = holdSizes(measured.label)
  if (choice.includes(size)) return null
  return isToBeHad(product, measured)
    ? m.catalogue_product_size_measured({ choice, size })
    : m.catalogue_product_size_measured_gone({ choice, size })
}

function centimetres({ lengthCm, widthCm, heightCm }: Sized): string {
  const length = formatDecimal(lengthCm, getLocale())
  const width = formatDecimal(widthCm, getLocale())
  return holdSizes(
    heightCm === null
      ? m.catalogue_product_size({ length, width })
      : m.catalogue_product_size_three({ length, width, height: formatDecimal(heightCm, getLocale()) }),
  )
}
