import { type Product, type ProductVariant, toBeHad } from '#app/domain/catalogue/product.ts'
import { reachesLibrary } from '#app/domain/shipping/quote.ts'
import { formatRupiah, formatSpan } from '#app/lib/format.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { Button } from '#app/ui/button.tsx'
import { countWords } from '#app/ui/count-words.ts'
import { TextField } from '#app/ui/field.tsx'
import { shopHref } from '#app/ui/shop-href.ts'
import { AbroadPayment } from './abroad-payment.tsx'
import { PlaceChoices } from './place-choices.tsx'
import type { ShippingCost, ShippingTeaserData } from './shipping-teaser.server.ts'

interface Props {
  shipping: ShippingTeaserData
  product: Pick<Product, 'slug' | 'unit' | 'group' | 'variants'>
  chosen: ProductVariant | undefined
}

/** What sending costs to the visitor's own place, before the button; without a place, how to name one. */
export function ShippingTeaser({ shipping, product, chosen }: Props) {
  const { slug } = product
  return (
    <div className="shipping-teaser muted" id="kirim">
      <p className="flush" data-chosen="shipping">
        {shippingText(shipping, product, chosen)}
      </p>
      <details open={shipping.isEmpty || isUnsettled(shipping)}>
        <summary>
          {shipping.place ? m.catalogue_product_shipping_change() : m.catalogue_product_shipping_where()}
        </summary>
        <div className="stack">
          <TextField
            form="beli"
            field={{
              name: 'ke',
              id: 'ke',
              initialValue: shipping.typed,
              errors: wrongPlace(shipping),
              maxLength: 60,
            }}
            label={m.catalogue_product_shipping_label()}
            autoComplete="address-level2"
            hideNeed
          />
          <Button size="compact" {...askHere(slug)}>
            {m.catalogue_product_shipping_see()}
          </Button>
          {shipping.found && shipping.found.length > 0 && (
            <PlaceChoices found={shipping.found} ask={askHere(slug)} />
          )}
        </div>
        <p>
          <a href={shopHref('/bantuan/luar-negeri')}>{m.catalogue_product_shipping_abroad()}</a>
        </p>
        <AbroadPayment />
      </details>
    </div>
  )
}

/** A button of the form to buy: what was chosen there comes along, and is still chosen when the page comes again. */
export const askHere = (slug: string) =>
  ({ form: 'beli', formMethod: 'get', formAction: `${shopHref(`/barang/${slug}`)}#kirim` }) as const

/** A place was typed and none is chosen yet. */
const isUnsettled = ({ typed, chosen }: ShippingTeaserData): boolean => typed !== '' && chosen === null

function wrongPlace({ found, typed, isEmpty }: ShippingTeaserData): string[] {
  if (isEmpty) return [m.catalogue_product_shipping_empty()]
  return found?.length === 0 ? [m.catalogue_product_shipping_none({ text: typed })] : []
}

/** The cost of sending what is chosen; before that the least, and whether it depends on the choice. */
export function shippingText(
  shipping: ShippingTeaserData,
  { unit, group, variants }: Props['product'],
  chosen: ProductVariant | undefined,
): string {
  const { place, count } = shipping
  if (!place) return collectText(group)
  const [least, ...more] = costsOf(shipping, chosen ? [chosen] : variants)
  if (!least) return m.catalogue_product_shipping_ask({ place })
  const said = costText(least, { place, unit, count })
  return more.length > 0 ? m.catalogue_product_shipping_by_choice({ shipping: said }) : said
}

/** Whether what sending costs depends on what is chosen. */
export const sendingDiffers = ({ variants }: Pick<Product, 'variants'>, shipping: ShippingTeaserData) =>
  costsOf(shipping, variants).length > 1

/** The several costs of sending those that can be had, the least first. */
function costsOf({ costs }: ShippingTeaserData, variants: readonly ProductVariant[]): ShippingCost[] {
  const several = new Map<number, ShippingCost>()
  for (const { id } of toBeHad(variants)) {
    const cost = costs?.[id]
    if (cost) several.set(cost.rupiah, cost)
  }
  return [...several.values()].sort((a, b) => a.rupiah - b.rupiah)
}

/** For how many is always said: the line stays as it is while another number is being chosen. */
function costText(
  { rupiah, daysMin, daysMax }: ShippingCost,
  { place, unit, count }: { place: string; unit: Product['unit']; count: number },
): string {
  return m.catalogue_product_shipping_to({
    pieces: countWords({ unit, quantity: count }),
    place,
    price: formatRupiah(rupiah, getLocale()),
    days: formatSpan(daysMin, daysMax),
  })
}

function collectText({ districtCode, villageName: village }: Product['group']): string {
  return reachesLibrary(districtCode)
    ? m.catalogue_product_shipping_free()
    : m.catalogue_product_shipping_free_island({ village })
}
