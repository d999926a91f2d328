import { moneySplit } from '#app/domain/catalogue/money-split.ts'
import type { Product, ProductVariant } from '#app/domain/catalogue/product.ts'
import { formatRupiah } from '#app/lib/format.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'

/** A price as the page says it in its several places, named as the places are in `data-chosen`. */
export type PriceWords = {
  /** `mulai `; empty where the price is no longer one of several. */
  from: string
  whole: string
  group: string
  site: string
}

/** The price of the size or colour that is chosen, and where it goes; before that the lowest of what can be had. */
export function priceWords(
  { priceRupiah, priceVaries, group }: Product,
  chosen: ProductVariant | undefined,
): PriceWords {
  const price = chosen?.priceRupiah ?? priceRupiah ?? 0
  const { groupRupiah, feeRupiah } = moneySplit(price, group.feeBasisPoints)
  const words = (amount: number) => formatRupiah(amount, getLocale())
  return {
    from: priceVaries && !chosen ? m.common_price_from({ price: '' }) : '',
    whole: words(price),
    group: words(groupRupiah),
    site: words(feeRupiah),
  }
}
