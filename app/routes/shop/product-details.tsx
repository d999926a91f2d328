import type { Product } from '#app/domain/catalogue/product.ts'
import { TRANSFER_HOURS } from '#app/domain/orders/deadlines.ts'
import { regencyIn } from '#app/domain/places/district.ts'
import { formatPhone } from '#app/lib/phone-text.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { Details } from '#app/ui/facts.tsx'
import { shopHref } from '#app/ui/shop-href.ts'
import type { BuyChoice } from './buy-form.tsx'
import { packedWords } from './packed-words.ts'
import { chosenOf } from './product-buy.tsx'
import { sizeWords } from './size-words.ts'

/** What the piece is: its story and its facts. */
export function ProductDetails({ product, choice }: { product: Product; choice: BuyChoice }) {
  const { motif, isSample } = product
  const chosen = chosenOf(product, choice)
  const words = packedWords(product, chosen)
  const { size, measured } = sizeWords(product, chosen)
  const motifName = motif.gloss
    ? m.catalogue_motif_gloss({ motif: motif.name, gloss: motif.gloss })
    : motif.name
  return (
    <section className="stack">
      <h2>{m.catalogue_product_story()}</h2>
      <p>{product.story}</p>
      <h2>{m.catalogue_product_details()}</h2>
      <Details
        details={[
          {
            label: m.catalogue_detail_motif(),
            value: (
              <>
                <a href={shopHref(`/motif/${motif.slug}`)}>{motifName}</a>
                {motif.slug !== 'polos' && `. ${motif.meaning ?? m.catalogue_detail_motif_unknown()}`}
              </>
            ),
          },
          { label: m.catalogue_detail_technique(), value: product.technique.name },
          {
            label: m.catalogue_detail_material(),
            value: inOneSentence(product.materials.map(({ name }) => name)),
          },
          { label: m.catalogue_detail_dye(), value: product.dye.name },
          {
            label: m.catalogue_detail_size(),
            value: (
              <>
                <span data-chosen="size">{size}</span>. <span data-chosen="measured">{measured}</span>.
              </>
            ),
          },
          {
            label: m.catalogue_detail_weight(),
            value: words && <span data-chosen="weight">{words.weight}</span>,
          },
          {
            label: m.catalogue_detail_packed(),
            // nothing is sent where nothing is sold
            value: isSample || !words ? null : <span data-chosen="packed">{words.packed}</span>,
          },
          { label: m.catalogue_seller_colour(), value: m.catalogue_seller_colour_note() },
          { label: m.catalogue_detail_care(), value: product.care },
        ]}
      />
    </section>
  )
}

/** Names that begin with a capital each, as a list that begins with one. */
const inOneSentence = ([first, ...others]: string[]): string =>
  [first, ...others.map((name) => name.toLowerCase())].join(', ')

/** What PP 80/2019 asks a seller to say before anyone pays. */
export function SellerTerms({ product: { group, isSample } }: { product: Product }) {
  const place = [
    group.hamlet,
    m.common_village({ village: group.villageName }),
    group.districtName,
    regencyIn(getLocale(), group.regencyName),
  ]
  return (
    <section className="stack">
      <h2>{isSample ? m.catalogue_product_weaver() : m.catalogue_product_seller()}</h2>
      <Details
        details={[
          {
            label: isSample ? m.common_trace_group() : m.catalogue_seller_name(),
            value: <a href={shopHref(`/kelompok/${group.slug}`)}>{group.name}</a>,
          },
          { label: m.catalogue_seller_address(), value: place.filter(Boolean).join(', ') },
          {
            label: m.catalogue_seller_contact(),
            value:
              group.phone && !isSample ? (
                <a href={`tel:${group.phone}`}>{formatPhone(group.phone, getLocale())}</a>
              ) : (
                m.catalogue_seller_contact_library()
              ),
          },
          { label: m.catalogue_seller_nib(), value: group.businessNumber ?? m.catalogue_seller_nib_none() },
          ...(isSample ? [] : termsOfSale()),
        ]}
      />
    </section>
  )
}

const termsOfSale = () => [
  { label: m.catalogue_seller_price(), value: m.catalogue_seller_price_note() },
  {
    label: m.catalogue_seller_payment(),
    value: (
      <a href={shopHref('/bantuan/bayar')}>{m.catalogue_seller_payment_note({ hours: TRANSFER_HOURS })}</a>
    ),
  },
  {
    label: m.catalogue_product_return_link(),
    value: <a href={shopHref('/bantuan/kembali')}>{m.catalogue_product_return()}</a>,
  },
  { label: m.catalogue_seller_complaint(), value: m.catalogue_seller_complaint_note() },
]
