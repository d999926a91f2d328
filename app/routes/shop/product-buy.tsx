import { canBeHad } from '#app/domain/catalogue/availability.ts'
import { moneySplit } from '#app/domain/catalogue/money-split.ts'
import type { Product, ProductVariant } from '#app/domain/catalogue/product.ts'
import { m } from '#app/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'
import { type Fact, Facts } from '#app/ui/facts.tsx'
import { BuyBar } from '#app/ui/line-item.tsx'
import { PriceSplit } from '#app/ui/price-split.tsx'
import { shopHref } from '#app/ui/shop-href.ts'
import { type BuyChoice, BuyForm } from './buy-form.tsx'
import { briefWords, havingWords } from './having-words.ts'
import { priceWords } from './price-words.ts'
import type { ShippingTeaserData } from './shipping-teaser.server.ts'
import { ShippingTeaser } from './shipping-teaser.tsx'
import { comesInSizes, sizeWords } from './size-words.ts'

interface Props {
  product: Product
  shipping: ShippingTeaserData
  now: Date
  choice: BuyChoice
}

/** Everything to know before the button, then the button: no cost appears after it that was not here. */
export function ProductBuy({ product, shipping, now, choice }: Props) {
  return (
    <div className="offer">
      <h1>{product.title}</h1>
      <Price product={product} choice={choice} />
      {isOnOffer(product) && (
        <ShippingTeaser shipping={shipping} product={product} chosen={chosenOf(product, choice)} />
      )}
      <Facts facts={factsOf(product, now, chosenOf(product, choice))} />
      <BuyForm
        product={product}
        shipping={shipping}
        now={now}
        isOnOffer={isOnOffer(product)}
        choice={choice}
      />
      <MoneyWhere product={product} choice={choice} />
    </div>
  )
}

type PriceProps = Pick<Props, 'product' | 'choice'>

function Price({ product, choice }: PriceProps) {
  if (product.priceRupiah === null || product.isSample) return null
  return (
    <p className="price">
      <ChosenPrice product={product} choice={choice} />
    </p>
  )
}

/** The price of what is chosen, before that the lowest; it follows the choice. */
function ChosenPrice({ product, choice }: PriceProps) {
  const { from, whole } = priceWords(product, chosenOf(product, choice))
  return (
    <>
      <span className="from" data-chosen="from">
        {from}
      </span>
      <span className="nowrap" data-chosen="whole">
        {whole}
      </span>
    </>
  )
}

export const chosenOf = ({ variants }: Product, { variantId }: BuyChoice): ProductVariant | undefined =>
  variants.find(({ id }) => id === variantId)

function factsOf(product: Product, now: Date, chosen: ProductVariant | undefined): Fact[] {
  const { group, isSample } = product
  const isBy = isSample ? m.catalogue_product_sample_for() : m.catalogue_product_woven_by()
  return [
    ...(isSample ? [] : [havingFact(product, now, chosen)]),
    sizeFact(product, chosen),
    {
      icon: 'people',
      title: (
        <>
          {isBy} <a href={shopHref(`/kelompok/${group.slug}`)}>{group.name}</a>
        </>
      ),
      note: m.catalogue_product_place({ village: group.villageName, district: group.districtName }),
    },
    ...(isOnOffer(product) ? [returnsFact()] : []),
  ]
}

function sizeFact(product: Product, chosen: ProductVariant | undefined): Fact {
  const { size, measured } = sizeWords(product, chosen)
  const follows = <span data-chosen="measured">{measured}</span>
  return {
    icon: 'ruler',
    title: <span data-chosen="size">{size}</span>,
    note: (comesInSizes(product) ? null : product.holds) ?? follows,
  }
}

const returnsFact = (): Fact => ({
  icon: 'undo',
  title: <a href={shopHref('/bantuan/kembali')}>{m.catalogue_product_return_link()}</a>,
  note: m.catalogue_product_return(),
})

const HAVING_ICONS = { ready: 'check', made: 'clock', held: 'clock', full: 'clock', gone: 'info' } as const

function havingFact(product: Product, now: Date, chosen: ProductVariant | undefined): Fact {
  const { having, leaves } = havingWords(product, chosen, now)
  return {
    icon: product.ways.length > 1 ? 'calendar' : HAVING_ICONS[product.availability.state],
    title: <span data-chosen="having">{having}</span>,
    note: <span data-chosen="leaves">{leaves}</span>,
  }
}

/** Whether it can be put into the basket now. */
export const isOnOffer = (product: Product) =>
  product.isForSale && canBeHad(product.availability) && !product.isSample

/** Adds up to the price exactly: the rule is in moneySplit and tested there. */
function MoneyWhere({ product, choice }: PriceProps) {
  const { group, isSample } = product
  const priceRupiah = chosenOf(product, choice)?.priceRupiah ?? product.priceRupiah
  if (priceRupiah === null || isSample) return null
  const { groupRupiah, feeRupiah } = moneySplit(priceRupiah, group.feeBasisPoints)
  return (
    <PriceSplit
      note={m.catalogue_product_split_note()}
      parts={[
        { to: 'group', label: m.catalogue_product_split_group(), amountRupiah: groupRupiah },
        ...(feeRupiah > 0
          ? [{ to: 'site' as const, label: m.catalogue_product_split_fee(), amountRupiah: feeRupiah }]
          : []),
      ]}
    />
  )
}

/** On a phone the price and the button stay at hand. */
export function StickyBuy({ product, choice }: PriceProps) {
  if (!isOnOffer(product) || product.priceRupiah === null) return null
  return (
    <BuyBar
      label={m.catalogue_product_buy_fast()}
      price={<ChosenPrice product={product} choice={choice} />}
      note={<span data-chosen="brief">{briefWords(product, chosenOf(product, choice)).brief}</span>}
    >
      <Button kind="main" type="submit" form="beli" name="aksi" value="tambah">
        {m.catalogue_product_to_basket()}
      </Button>
    </BuyBar>
  )
}
