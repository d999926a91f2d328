import { m } from '#app/paraglide/messages.js'
import { Totals } from '#app/ui/line-item.tsx'

/** What the order comes to so far, beside a form. */
export function CartBrief({ pieceCount, goodsRupiah }: { pieceCount: number; goodsRupiah: number }) {
  return (
    <aside className="panel" aria-labelledby="ringkasan">
      <h2 id="ringkasan">{m.checkout_summary()}</h2>
      <Totals
        totals={[
          { label: m.checkout_sum_goods({ count: pieceCount }), amountRupiah: goodsRupiah, isGrand: true },
          {
            label: m.checkout_sum_shipping(),
            amountRupiah: null,
            pending: m.checkout_sum_shipping_later(),
            note: m.checkout_sum_pickup_free(),
          },
        ]}
      />
    </aside>
  )
}
