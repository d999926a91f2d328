import type { ReactNode } from 'react'
import { formatSpan } from '#app/lib/format.ts'
import { m } from '#app/paraglide/messages.js'
import { MoneyText } from './money-text.tsx'
import { Picture, type PictureData, SIZES } from './picture.tsx'

/** `ready` can be sent now, `made` is woven after the order; not now: `held` for an order or the queue `full`; or `gone`. */
export type Availability =
  | { state: 'ready'; count: number }
  | { state: 'made'; daysMin: number; daysMax: number }
  | { state: 'held' | 'full' | 'gone' }

export type ProductCardData = {
  href: string
  title: string
  picture: PictureData | null
  priceRupiah: number
  /** The price is the lowest of several. */
  priceVaries?: boolean
  groupName: string
  villageName: string
  availability: Availability
  /** Shown, not sold: no price and no stock are claimed for it. */
  isSample?: boolean
}

type Props = {
  product: ProductCardData
  load?: 'first' | 'soon' | 'lazy'
  /** The level of the title: 3 under a section's heading, 2 right under the page's. */
  headingLevel?: 2 | 3
}

/** One craft in a grid: one link, and the whole card answers to it. */
export function ProductCard({ product, load, headingLevel = 3 }: Props) {
  const Heading = `h${headingLevel}` as const
  return (
    <li className="card">
      <div className="shot cut">
        {product.picture && <Picture picture={product.picture} sizes={SIZES.card} load={load} />}
        {product.picture?.isIllustration && <IllustrationTab />}
      </div>
      <Heading className="title">
        <a href={product.href}>{product.title}</a>
      </Heading>
      {!product.isSample && <Price product={product} />}
      <p className="by">
        <span>{m.common_group_and_village({ group: product.groupName, village: product.villageName })}</span>
      </p>
      <p className={isToBeHad(product.availability) ? 'ready' : 'ready gone'}>
        {product.isSample ? m.common_sample() : availabilityText(product.availability)}
      </p>
    </li>
  )
}

function Price({ product: { priceVaries, priceRupiah } }: { product: ProductCardData }) {
  return (
    <div className="price">
      {priceVaries ? <PriceFrom price={priceRupiah} /> : <MoneyText amount={priceRupiah} />}
    </div>
  )
}

/** Cards side by side; the first row is fetched at once, the rest as it comes near. */
export function ProductGrid({
  products,
  eager = 0,
  headingLevel,
}: {
  products: readonly ProductCardData[]
  /** How many cards from the start stand on the first screen. */
  eager?: number
  headingLevel?: 2 | 3
}) {
  return (
    <ul className="goods">
      {products.map((product, place) => (
        <ProductCard
          key={product.href}
          product={product}
          load={place < eager ? 'soon' : 'lazy'}
          headingLevel={headingLevel}
        />
      ))}
    </ul>
  )
}

/** Says in words that a picture is drawn, where the drawing itself is too small to be read. */
export function IllustrationTab(): ReactNode {
  return <span className="illustration">{m.common_illustration()}</span>
}

/** The lowest of several prices, said as such. */
function PriceFrom({ price }: { price: number }) {
  const [before = '', after = ''] = m.common_price_from({ price: '|' }).split('|')
  return (
    <>
      <span className="from">{before}</span>
      <MoneyText amount={price} />
      {after}
    </>
  )
}

/** `Siap kirim · 3 buah`, `Dibuat 7–10 hari` or, of what cannot be had, `Sedang dipesan`, `Habis terjual`. */
export function availabilityText(availability: Availability): string {
  if (availability.state === 'ready') return m.common_ready_count({ count: availability.count })
  if (availability.state === 'made')
    return m.common_made_in_days({ days: formatSpan(availability.daysMin, availability.daysMax) })
  return NOT_NOW[availability.state]()
}

const NOT_NOW = { held: m.common_held, full: m.common_queue_full, gone: m.common_sold_out }

const isToBeHad = ({ state }: Availability) => state === 'ready' || state === 'made'
