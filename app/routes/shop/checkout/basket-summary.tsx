import type { Cart } from '#app/domain/carts/cart.ts'
import { formatList, formatRupiah } from '#app/lib/format.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { type Total, Totals } from '#app/ui/line-item.tsx'
import { shopHref } from '#app/ui/shop-href.ts'
import { AbroadPayment } from '../abroad-payment.tsx'
import { PlaceChoices } from '../place-choices.tsx'
import { BASKET_FORM } from './basket-form.tsx'
import type { BasketShipping, LeastShipping } from './basket-shipping.server.ts'

interface Props {
  cart: Pick<Cart, 'pieceCount' | 'goodsRupiah' | 'canCheckOut'>
  shipping: BasketShipping
  /** The buyer said that they come for everything: there is no place to send to. */
  isCollected: boolean
}

/** What it comes to so far, sending included, and the way on. */
export function BasketSummary({ cart, shipping, isCollected }: Props) {
  return (
    <section className="panel stack" aria-labelledby="ringkasan">
      <h2 id="ringkasan" className="flush">
        {m.checkout_summary()}
      </h2>
      <Totals
        totals={[
          {
            label: m.checkout_sum_goods({ count: cart.pieceCount }),
            amountRupiah: cart.goodsRupiah,
            isGrand: true,
          },
          ...(cart.pieceCount > 0 ? [isCollected ? collectingTotal() : shippingTotal(shipping)] : []),
        ]}
      />
      {shipping.isAbroad && <AbroadPayment />}
      {cart.pieceCount > 0 && !isCollected && <PlaceSearch shipping={shipping} />}
      {cart.canCheckOut ? (
        <>
          <Button form={BASKET_FORM} name="lanjut" value="ya" kind="main" size="large" full iconAfter="right">
            {m.checkout_to_address()}
          </Button>
          <p className="small muted">{m.checkout_no_account()}</p>
        </>
      ) : (
        <p className="flush">
          <b>{m.checkout_fix_first()}</b>
        </p>
      )}
    </section>
  )
}

/** What sending costs at least, as far as the place is known. */
export const shippingTotal = (shipping: LeastShipping): Total => ({
  label: shipping.place ? m.checkout_sum_shipping_to({ place: shipping.place }) : m.checkout_sum_shipping(),
  amountRupiah: null,
  pending: shippingText(shipping),
  note: shipping.isAbroad ? undefined : m.checkout_sum_pickup_free(),
})

/** Nothing is sent: the buyer comes for every parcel. */
export const collectingTotal = (): Total => ({
  label: m.order_sum_collecting(),
  amountRupiah: null,
  pending: m.checkout_way_free(),
})

function shippingText({ place, least, isAbroad }: LeastShipping): string {
  if (isAbroad) return m.checkout_sum_shipping_ask()
  if (!place) return m.checkout_sum_shipping_later()
  if (!least || least.rupiah === null) return m.checkout_sum_shipping_ask()
  const price = formatRupiah(least.rupiah, getLocale())
  const groups = formatList(least.asked, getLocale())
  return groups ? m.checkout_sum_shipping_partly({ price, groups }) : m.checkout_sum_shipping_from({ price })
}

/** A place can be tried without giving an address; the counts that were typed go along with it. */
function PlaceSearch({ shipping: { place, typed, found, isEmpty } }: { shipping: BasketShipping }) {
  const isNone = found?.length === 0
  const errors = isNone ? [m.catalogue_product_shipping_none({ text: typed })] : []
  return (
    <details id="kirim" className="estimate" open={found !== null || isEmpty}>
      <summary>
        {place ? m.catalogue_product_shipping_change() : m.catalogue_product_shipping_where()}
      </summary>
      <div className="stack">
        <input type="hidden" name="ke_was" value={typed} form={BASKET_FORM} />
        <TextField
          form={BASKET_FORM}
          field={{
            name: 'ke',
            id: 'ke',
            initialValue: typed,
            errors: isEmpty ? [m.catalogue_product_shipping_empty()] : errors,
            maxLength: 60,
          }}
          label={m.catalogue_product_shipping_label()}
          autoComplete="address-level2"
          hideNeed
        />
        <Button form={BASKET_FORM} name="cari" value="ya" size="compact">
          {m.catalogue_product_shipping_see()}
        </Button>
        {found && found.length > 0 && <PlaceChoices found={found} ask={{ form: BASKET_FORM }} />}
      </div>
      <p>
        <a href={shopHref('/bantuan/luar-negeri')}>{m.catalogue_product_shipping_abroad()}</a>
      </p>
    </details>
  )
}
