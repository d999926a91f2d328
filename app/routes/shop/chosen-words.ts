import type { Product, ProductVariant } from '#app/domain/catalogue/product.ts'
import { briefWords, havingWords } from './having-words.ts'
import { packedWords } from './packed-words.ts'
import { priceWords } from './price-words.ts'
import type { ShippingTeaserData } from './shipping-teaser.server.ts'
import { shippingText } from './shipping-teaser.tsx'
import { sizeWords } from './size-words.ts'

type Words = Readonly<Record<string, string>>

/**
 * What the page says of the size or colour that is chosen, for each choice by its id and for none by `''`: by the
 * `data-chosen` of the place, and only where the choices differ.
 */
export function chosenWords(product: Product, shipping: ShippingTeaserData, now: Date): Map<string, Words> {
  const all = [undefined, ...product.variants].map((variant) => wordsOf(product, shipping, variant, now))
  const differs = (place: string) => new Set(all.map((words) => words[place])).size > 1
  return new Map(
    all.map((words, place) => [
      product.variants[place - 1]?.id ?? '',
      Object.fromEntries(Object.entries(words).filter(([name]) => differs(name))),
    ]),
  )
}

const wordsOf = (
  product: Product,
  shipping: ShippingTeaserData,
  chosen: ProductVariant | undefined,
  now: Date,
): Words => ({
  ...priceWords(product, chosen),
  ...sizeWords(product, chosen),
  ...packedWords(product, chosen),
  ...havingWords(product, chosen, now),
  ...briefWords(product, chosen),
  most: String(chosen?.left ?? Math.max(...product.variants.map(({ left }) => left))),
  shipping: shippingText(shipping, product, chosen),
})
