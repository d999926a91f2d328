import { availabilityOfVariant, type Product, type ProductVariant } from '#app/domain/catalogue/product.ts'
import { dotted } from '#app/lib/dotted.ts'
import { formatRupiah, formatSpan, holdSizes } from '#app/lib/format.ts'
import { waLink } from '#app/lib/whatsapp.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { type FieldSource, SelectField } from '#app/ui/field.tsx'
import { ErrorSummary, Notice } from '#app/ui/notice.tsx'
import { MOST_AT_ONCE, QuantitySelect } from '#app/ui/quantity.tsx'
import { shopHref } from '#app/ui/shop-href.ts'
import { chosenWords } from './chosen-words.ts'
import type { ShippingTeaserData } from './shipping-teaser.server.ts'
import { askHere, sendingDiffers } from './shipping-teaser.tsx'

/** What was chosen before the page came again: for the cost of sending, or without saying which size or colour. */
export interface BuyChoice {
  variantId: string | null
  count: number
  /** It was to go into the basket, and nothing said which. */
  isMissing: boolean
}

interface Props {
  product: Product
  shipping: ShippingTeaserData
  now: Date
  isOnOffer: boolean
  choice: BuyChoice
}

/**
 * How many of which, and the button; or why there is none. It is sent to the page it stands on, so that what is still
 * to be chosen is said here.
 */
export function BuyForm({ product, shipping, now, isOnOffer, choice }: Props) {
  const { variants, group, title, code, slug, isSample } = product
  const [first, second] = variants.filter(({ left }) => left > 0)
  const field = variantField(
    choice.variantId ?? (second ? '' : first?.id),
    choice.isMissing && choiceWords(variants).missing,
  )
  return (
    <form
      action={shopHref(`/barang/${slug}`)}
      method="post"
      id="beli"
      className="stack"
      noValidate
      data-carry=""
    >
      <ErrorSummary fields={[field]} />
      {isSample && <Notice>{m.catalogue_product_sample()}</Notice>}
      {!product.isForSale && !isSample && <Notice>{m.catalogue_product_not_sold()}</Notice>}
      {isOnOffer && first && (
        <>
          {variants.length > 1 ? (
            <VariantSelect field={field} product={product} shipping={shipping} now={now} />
          ) : (
            <input type="hidden" name="pilihan" value={first.id} />
          )}
          <QuantitySelect
            id="jumlah"
            name="jumlah"
            value={choice.count}
            max={Math.max(...variants.map(({ left }) => left))}
          />
          {sendingDiffers(product, shipping) && (
            <noscript>
              <Button full {...askHere(slug)}>
                {m.catalogue_product_shipping_chosen()}
              </Button>
            </noscript>
          )}
          <Button kind="main" size="large" full type="submit" name="aksi" value="tambah" icon="basket">
            {m.catalogue_product_to_basket()}
          </Button>
        </>
      )}
      {group.phone && !isSample && (
        <LinkButton
          full
          icon="chat"
          href={waLink(group.phone, m.catalogue_product_ask_text({ title, code }))}
          rel="noopener"
        >
          {m.catalogue_product_ask()}
        </LinkButton>
      )}
    </form>
  )
}

/** The choice a page was asked with, as far as it can be had. */
export function choiceIn(given: FormData | URLSearchParams, variants: readonly ProductVariant[]): BuyChoice {
  const variant = variants.find(({ id, left }) => id === given.get('pilihan') && left > 0)
  const count = Number(given.get('jumlah') ?? 1)
  const isCount = Number.isInteger(count) && count > 0 && count <= MOST_AT_ONCE
  return { variantId: variant?.id ?? null, count: isCount ? count : 1, isMissing: false }
}

/** Nobody gets a size that was not asked for: with more than one to be had, the choice begins empty. */
const variantField = (chosen: string | undefined, missing: string | false): FieldSource => ({
  name: 'pilihan',
  id: 'pilihan',
  initialValue: chosen,
  errors: missing ? [missing] : undefined,
  required: true,
})

/** What is to be chosen, by what the variants differ in. */
function choiceWords(variants: readonly ProductVariant[]): { label: string; missing: string } {
  const differ = (of: (variant: ProductVariant) => string | null) => new Set(variants.map(of)).size > 1
  const bySize = differ(({ size }) => size)
  const byColour = differ(({ colour }) => colour)
  if (bySize && byColour)
    return { label: m.catalogue_product_choose_both(), missing: m.catalogue_product_choose_both_missing() }
  if (bySize)
    return { label: m.catalogue_product_choose_size(), missing: m.catalogue_product_choose_size_missing() }
  if (byColour)
    return {
      label: m.catalogue_product_choose_colour(),
      missing: m.catalogue_product_choose_colour_missing(),
    }
  return { label: m.catalogue_product_choose(), missing: m.catalogue_product_choose_missing() }
}

interface SelectProps extends Pick<Props, 'product' | 'shipping' | 'now'> {
  field: FieldSource
}

function VariantSelect({ field, product, shipping, now }: SelectProps) {
  const { variants, priceVaries } = product
  const words = chosenWords(product, shipping, now)
  const none = { value: '', label: m.catalogue_product_choose_first(), words: words.get('') }
  const choices = variants.map((variant) => ({
    value: variant.id,
    label: variantText(variant, priceVaries),
    disabled: variant.left === 0,
    words: words.get(variant.id),
  }))
  return (
    <SelectField
      field={field}
      label={choiceWords(variants).label}
      choices={field.initialValue ? choices : [none, ...choices]}
      hideNeed
    />
  )
}

/** Short enough for a closed list on a small phone: a price that all share stands beside the button. */
function variantText(variant: ProductVariant, priceVaries: boolean): string {
  const name = holdSizes(variant.label) || m.catalogue_product_variant_default()
  const price = priceVaries && formatRupiah(variant.priceRupiah, getLocale())
  return dotted(name, price, availability(variant))
}

const NOT_NOW = {
  held: m.catalogue_product_variant_held,
  full: m.catalogue_product_variant_full,
  gone: m.catalogue_product_variant_gone,
}

function availability(variant: ProductVariant): string {
  const now = availabilityOfVariant(variant)
  if (now.state === 'ready') return m.catalogue_product_variant_ready({ count: now.count })
  if (now.state === 'made')
    return m.catalogue_product_variant_made({ days: formatSpan(now.daysMin, now.daysMax) })
  return NOT_NOW[now.state]()
}
