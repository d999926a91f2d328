import { m } from '#app/paraglide/messages.js'
import { type Total, Totals } from '#app/ui/line-item.tsx'

interface Props {
  pieceCount: number
  goodsRupiah: number
  /** What sending costs, as far as it is known at this step. */
  shipping: Total
}

/** What the order comes to so far, beside a form. */
export function CartBrief({ pieceCount, goodsRupiah, shipping }: Props) {
  return (
    <aside className="panel" aria-labelledby="ringkasan">
      <h2 id="ringkasan">{m.checkout_summary()}</h2>
      <Totals
        totals={[
          { label: m.checkout_sum_goods({ count: pieceCount }), amountRupiah: goodsRupiah, isGrand: true },
          shipping,
        ]}
      />
    </aside>
  )
}
