import type { ReactNode } from 'react'
import { MoneyText } from './money-text.tsx'
import { Picture, type PictureData, SIZES } from './picture.tsx'

type LineProps = {
  title: string
  href?: string
  picture?: PictureData | null
  /** Colour, size, code: what was chosen. */
  note?: ReactNode
  amountRupiah?: number
  /** A warning about this line, or its controls. */
  children?: ReactNode
}

/** One craft in a basket or an order. */
export function LineItem({ title, href, picture, note, amountRupiah, children }: LineProps) {
  return (
    <li className="line-item">
      {picture ? <Picture picture={picture} sizes={SIZES.thumb} className="cut" alt="" /> : <span />}
      <div>
        <b>{href ? <a href={href}>{title}</a> : title}</b>
        {note && <span className="small muted">{note}</span>}
      </div>
      {amountRupiah !== undefined && (
        <span className="price">
          <MoneyText amount={amountRupiah} />
        </span>
      )}
      {children && <div className="line-more">{children}</div>}
    </li>
  )
}

export type Total = {
  label: ReactNode
  /** Null while it is not known; `pending` says so in words. */
  amountRupiah: number | null
  pending?: string
  note?: ReactNode
  isGrand?: boolean
}

/** The sums under the lines, the last one large. */
export function Totals({ totals }: { totals: readonly Total[] }) {
  return (
    <dl className="totals">
      {totals.map(({ label, amountRupiah, pending, note, isGrand }, place) => (
        <div key={place} className={isGrand ? 'grand' : undefined}>
          <dt>{label}</dt>
          <dd className={isGrand ? 'price' : undefined}>
            {amountRupiah === null ? pending : <MoneyText amount={amountRupiah} />}
          </dd>
          {note && <dd className="aside small muted">{note}</dd>}
        </div>
      ))}
    </dl>
  )
}

/** The price and the button, kept at the lower edge of a phone. */
export function BuyBar({
  label,
  price,
  note,
  children,
}: {
  label: string
  price: ReactNode
  note?: ReactNode
  children: ReactNode
}) {
  return (
    <section className="buy-bar" aria-label={label}>
      <span>
        <span className="price">{price}</span>
        {note && <span className="small muted">{note}</span>}
      </span>
      {children}
    </section>
  )
}
