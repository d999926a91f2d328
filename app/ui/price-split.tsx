import { formatRupiah } from '#app/lib/format.ts'
import { sum } from '#app/lib/money.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'

export type PricePart = {
  /** Who it goes to: the group's share is woven, the rest is plain. */
  to: 'group' | 'materials' | 'site'
  /** In words, after the amount: `untuk kelompok`. */
  label: string
  amountRupiah: number
}

/**
 * Where the price goes. The price is the sum of the parts, so what is shown always adds up;
 * a part of zero is said in the list and takes no room in the bar.
 */
export function PriceSplit({ parts, note }: { parts: readonly PricePart[]; note?: string }) {
  const locale = getLocale()
  const [before, after] = m.common_price_split_title({ price: '|' }).split('|')
  const price = sum(parts.map(({ amountRupiah }) => amountRupiah))
  return (
    <section className="price-split">
      <h2>
        {before}
        <span data-chosen="whole">{formatRupiah(price, locale)}</span>
        {after}
      </h2>
      <div className="bar" aria-hidden="true">
        {parts
          .filter(({ amountRupiah }) => amountRupiah > 0)
          .map(({ to, amountRupiah }) => (
            <i key={to} className={to} style={{ width: `${(amountRupiah / price) * 100}%` }} />
          ))}
      </div>
      <ul>
        {parts.map(({ to, label, amountRupiah }) => (
          <li key={to}>
            <i className={to} aria-hidden="true" />
            <span>
              <b data-chosen={to}>{formatRupiah(amountRupiah, locale)}</b> {label}
            </span>
          </li>
        ))}
      </ul>
      {note && <p className="small muted flush">{note}</p>}
    </section>
  )
}
