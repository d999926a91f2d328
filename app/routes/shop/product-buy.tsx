import { moneySplit } from '#app/domain/catalogue/money-split.ts'
import type { Product, ProductVariant } from '#app/domain/catalogue/product.ts'
import { promiseDay } from '#app/domain/orders/promise.ts'
import { formatWeekday, localDayOf } from '#app/lib/day.ts'
import { formatDecimal, formatRupiah } from '#app/lib/format.ts'
import { waLink } from '#app/lib/whatsapp.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { type Fact, Facts } from '#app/ui/facts.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { BuyBar } from '#app/ui/line-item.tsx'
import { MoneyText } from '#app/ui/money-text.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PriceSplit } from '#app/ui/price-split.tsx'
import { availabilityText, PriceFrom } from '#app/ui/product-card.tsx'
import { QuantitySelect } from '#app/ui/quantity.tsx'
import { shopHref } from '#app/ui/shop-href.ts'
import type { ShippingTeaserData } from './shipping-teaser.server.ts'
import { ShippingTeaser } from './shipping-teaser.tsx'

interface Props {
  product: Product
  shipping: ShippingTeaserData
  now: Date
}

/** Everything to know before the button, then the button: no cost appears after it that was not here. */
export function ProductBuy({ product, shipping, now }: Props) {
  return (
    <div className="offer">
      <h1>{product.title}</h1>
      <Price product={product} />
      {isOnOffer(product) && <ShippingTeaser shipping={shipping} slug={product.slug} />}
      <Facts facts={factsOf(product, now)} />
      <BuyForm product={product} />
      <MoneyWhere product={product} />
    </div>
  )
}

function Price({ product: { priceRupiah, priceVaries, isSample } }: { product: Product }) {
  if (priceRupiah === null || isSample) return null
  return (
    <p className="price">
      {priceVaries ? <PriceFrom price={priceRupiah} /> : <MoneyText amount={priceRupiah} />}
    </p>
  )
}

function factsOf(product: Product, now: Date): Fact[] {
  const { group } = product
  return [
    ...(product.isSample ? [] : [availabilityFact(product, now)]),
    {
      icon: 'ruler',
      title: sizeText(product),
      note: product.holds ?? toleranceText(product),
    },
    {
      icon: 'people',
      title: (
        <>
          {m.catalogue_product_woven_by()} <a href={shopHref(`/kelompok/${group.slug}`)}>{group.name}</a>
        </>
      ),
      note: m.catalogue_product_place({ village: group.villageName, district: group.districtName }),
    },
    ...(isOnOffer(product) ? [returnsFact()] : []),
  ]
}

const returnsFact = (): Fact => ({
  icon: 'undo',
  title: <a href={shopHref('/bantuan/kembali')}>{m.catalogue_product_return_link()}</a>,
  note: m.catalogue_product_return(),
})

function availabilityFact({ availability }: Product, now: Date): Fact {
  const leaves = (leadDaysMax: number | null) =>
    formatWeekday(
      promiseDay({ orderedOn: localDayOf(now), method: 'transfer', isQuoting: false, leadDaysMax }),
      getLocale(),
    )
  switch (availability.state) {
    case 'ready': {
      const { count } = availability
      return {
        icon: 'check',
        title: count === 1 ? m.catalogue_product_one() : m.catalogue_product_ready({ count }),
        note: m.catalogue_product_leaves({ date: leaves(null) }),
      }
    }
    case 'made': {
      const { daysMin, daysMax } = availability
      return {
        icon: 'clock',
        title: m.catalogue_product_made({ days: daysMin === daysMax ? daysMax : `${daysMin}–${daysMax}` }),
        note: m.catalogue_product_made_leaves({ date: leaves(daysMax) }),
      }
    }
    case 'gone':
      return { icon: 'info', title: m.catalogue_product_gone(), note: m.catalogue_product_gone_note() }
  }
}

export function sizeText({ lengthCm, widthCm, heightCm }: Product): string {
  const length = formatDecimal(lengthCm, getLocale())
  const width = formatDecimal(widthCm, getLocale())
  return heightCm === null
    ? m.catalogue_product_size({ length, width })
    : m.catalogue_product_size_three({ length, width, height: formatDecimal(heightCm, getLocale()) })
}

export const toleranceText = ({ toleranceCm }: Product): string =>
  m.catalogue_product_tolerance({ tolerance: formatDecimal(toleranceCm, getLocale()) })

const isOnOffer = (product: Product) =>
  product.isForSale && product.availability.state !== 'gone' && !product.isSample

function BuyForm({ product }: { product: Product }) {
  const { variants, group, title, code, isSample } = product
  const [first, second] = variants.filter(({ left }) => left > 0)
  return (
    <form action={shopHref('/keranjang')} method="post" id="beli" className="stack">
      {isSample && <Notice>{m.catalogue_product_sample()}</Notice>}
      {!product.isForSale && !isSample && <Notice>{m.catalogue_product_not_sold()}</Notice>}
      {isOnOffer(product) && first && (
        <>
          <input type="hidden" name="aksi" value="tambah" />
          {variants.length > 1 ? (
            <VariantSelect variants={variants} only={second ? null : first.id} />
          ) : (
            <input type="hidden" name="pilihan" value={first.id} />
          )}
          <QuantitySelect id="jumlah" name="jumlah" max={variants.length > 1 ? 10 : first.left} />
          <Button kind="main" size="large" full type="submit" icon="basket">
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

/** Nobody gets a size that was not asked for: with more than one to be had, the choice begins empty. */
function VariantSelect({ variants, only }: { variants: readonly ProductVariant[]; only: string | null }) {
  const choices = variants.map((variant) => ({
    value: variant.id,
    label: variantText(variant),
    disabled: variant.left === 0,
  }))
  return (
    <SelectField
      field={{ name: 'pilihan', id: 'pilihan', initialValue: only ?? '', required: true }}
      label={m.catalogue_product_choose()}
      emptyLabel={only ? undefined : m.catalogue_product_choose_first()}
      choices={choices}
      hideNeed
    />
  )
}

function variantText({ label, priceRupiah, left, mode, leadDaysMin, leadDaysMax }: ProductVariant): string {
  const price = formatRupiah(priceRupiah, getLocale())
  const name = label || m.catalogue_product_variant_default()
  if (left === 0) return m.catalogue_product_variant_gone({ label: name, price })
  if (mode === 'ready') return m.catalogue_product_variant_ready({ label: name, price, count: left })
  const days = leadDaysMin === leadDaysMax ? `${leadDaysMax}` : `${leadDaysMin}–${leadDaysMax}`
  return m.catalogue_product_variant_made({ label: name, price, days })
}

/** Adds up to the price exactly: the rule is in moneySplit and tested there. */
function MoneyWhere({ product: { priceRupiah, group, isSample } }: { product: Product }) {
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
export function StickyBuy({ product }: { product: Product }) {
  if (!isOnOffer(product) || product.priceRupiah === null) return null
  return (
    <BuyBar
      label={m.catalogue_product_buy_fast()}
      price={
        product.priceVaries ? (
          <PriceFrom price={product.priceRupiah} />
        ) : (
          <MoneyText amount={product.priceRupiah} />
        )
      }
      note={product.priceVaries ? null : availabilityText(product.availability)}
    >
      <Button kind="main" type="submit" form="beli">
        {m.catalogue_product_to_basket()}
      </Button>
    </BuyBar>
  )
}
