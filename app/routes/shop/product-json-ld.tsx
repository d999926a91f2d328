import { availabilityOfVariant, type Product, toBeHad } from '#app/domain/catalogue/product.ts'
import { regencyIn } from '#app/domain/places/district.ts'
import { organizationThing, productThing } from '#app/lib/structured-data.ts'
import { getLocale } from '#app/paraglide/runtime.js'
import { JsonLd } from '#app/ui/json-ld.tsx'
import type { PictureData } from '#app/ui/picture.tsx'
import { shopHref } from '#app/ui/shop-href.ts'

/**
 * The product and who makes it, for search engines.
 * What is not sold is no product to them: one without an offer is an error in their eyes.
 */
export function ProductJsonLd({ product, picture }: { product: Product; picture: PictureData | undefined }) {
  const { group } = product
  const path = shopHref(`/barang/${product.slug}`)
  const groupPath = shopHref(`/kelompok/${group.slug}`)
  const offers = product.isSample || !product.isForSale ? [] : toBeHad(product.variants).map(offerOf)
  return (
    <JsonLd
      things={(origin) => [
        ...(offers.length > 0
          ? [
              productThing({
                origin,
                path,
                name: product.title,
                description: product.story,
                code: product.code,
                images: picture ? picture.sources.slice(-1).map(({ webp }) => webp) : [],
                group: { name: group.name, path: groupPath },
                materials: product.materials.map(({ name }) => name),
                offers,
              }),
            ]
          : []),
        organizationThing({
          origin,
          path: groupPath,
          name: group.name,
          address: { locality: `${group.villageName}, ${regencyIn(getLocale(), group.regencyName)}` },
        }),
      ]}
    />
  )
}

const offerOf = (variant: Product['variants'][number]) => ({
  name: variant.label,
  priceRupiah: variant.priceRupiah,
  availability: OFFERED[availabilityOfVariant(variant).state],
})

const OFFERED = { ready: 'ready', made: 'made', held: 'taken', full: 'taken', gone: 'gone' } as const
