import { m } from '#app/paraglide/messages.js'
import { Totals } from '#app/ui/line-item.tsx'

interface Props {
  pieceCount: number
  goodsRupiah: number
  /** The address is given: what is open is only how it goes. */
  isPlaceKnown?: boolean
  /** Nobody collects a parcel from another country: it is not offered there. */
  isAbroad: boolean
}

/** What the order comes to so far, beside a form. */
export function CartBrief({ pieceCount, goodsRupiah, isPlaceKnown, isAbroad }: Props) {
  return (
    <aside className="panel" aria-labelledby="ringkasan">
      <h2 id="ringkasan">{m.checkout_summary()}</h2>
      <Totals
        totals={[
          { label: m.checkout_sum_goods({ count: pieceCount }), amountRupiah: goodsRupiah, isGrand: true },
          {
            label: m.checkout_sum_shipping(),
            amountRupiah: null,
            pending: isPlaceKnown ? m.checkout_sum_shipping_chosen() : m.checkout_sum_shipping_later(),
            note: isAbroad ? undefined : m.checkout_sum_pickup_free(),
          },
        ]}
      />
    </aside>
  )
}
