import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { data } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findCart } from '#app/domain/carts/carts.queries.server.ts'
import { collectsAll } from '#app/domain/carts/checkout-form.ts'
import { countByKind } from '#app/domain/catalogue/kinds.queries.server.ts'
import { pageMeta } from '#app/lib/seo.ts'
import { m } from '#app/paraglide/messages.js'
import { shopContext } from '#app/routes/context.server.ts'
import { formOf } from '#app/routes/form-of.server.ts'
import { pictureOf } from '#app/routes/pictures.server.ts'
import { privateHeaders } from '#app/routes/private-headers.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { type KindTile, KindTiles } from '#app/ui/kind-tiles.tsx'
import { BuyBar } from '#app/ui/line-item.tsx'
import { MoneyText } from '#app/ui/money-text.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { shopHref } from '#app/ui/shop-href.ts'
import { readCartToken } from './cart-cookie.server.ts'
import { changeBasket } from './checkout/basket-action.server.ts'
import { BASKET_FORM, BasketForm } from './checkout/basket-form.tsx'
import { BasketLine, type BasketLineData } from './checkout/basket-line.tsx'
import { BasketNotices } from './checkout/basket-notice.tsx'
import { basketShipping } from './checkout/basket-shipping.server.ts'
import { BasketSummary } from './checkout/basket-summary.tsx'
import { checkoutLinks } from './checkout/checkout-links.ts'
import { CheckoutSteps } from './checkout/checkout-steps.tsx'
import { readBasketFlash } from './checkout/flash.server.ts'
import { rememberDestination } from './destination-cookie.server.ts'
import { openOrders } from './order/open-orders.server.ts'
import { OpenOrders } from './order/open-orders.tsx'
import { kindTileOf } from './product-list.server.ts'

export const links = checkoutLinks
export const headers = privateHeaders
export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: m.checkout_basket_title(),
    description: m.checkout_basket_description(),
    isPrivate: true,
  })

export async function loader(args: LoaderFunctionArgs) {
  const { app } = args.context
  const { said, cookie } = await readBasketFlash(args, shopContext(args))
  const { basket, chosen } = await readBasket(args)
  const headers = new Headers()
  if (cookie) headers.append('Set-Cookie', cookie)
  if (chosen) headers.append('Set-Cookie', await rememberDestination(args, chosen))
  const kinds = basket ? [] : await countByKind(shopContext(args))
  const tiles = kinds
    .filter(({ count }) => count > 0)
    .map((kind) => kindTileOf(shopContext(args), app.images, kind))
  return data({ said, basket, kinds: tiles, orders: await openOrders(args) }, { headers })
}

export const action = async (args: ActionFunctionArgs) => changeBasket(args, await formOf(args.request))

async function readBasket(args: LoaderFunctionArgs) {
  const ctx = shopContext(args)
  const { images } = args.context.app
  const token = await readCartToken(args)
  const cart = await findCart(ctx, token)
  if (!token || !cart || cart.parcels.length === 0) return { basket: null, chosen: null }
  const shipping = await basketShipping(args, ctx, cart)
  const parcels = cart.parcels.map((parcel) => ({
    ...parcel,
    lines: parcel.lines.map(
      (line): BasketLineData => ({ ...line, picture: line.photo && pictureOf(images, line.photo) }),
    ),
  }))
  const { pieceCount, goodsRupiah, canCheckOut, changedAt } = cart
  const isCollected = collectsAll(cart.draft)
  return {
    basket: { parcels, pieceCount, goodsRupiah, canCheckOut, changedAt, shipping, isCollected },
    chosen: shipping.chosen,
  }
}

type Basket = NonNullable<Awaited<ReturnType<typeof readBasket>>['basket']>

export default function BasketPage() {
  const { said, basket, kinds, orders } = useLoaderData<typeof loader>()
  return (
    <>
      <BasketForm changedAt={basket?.changedAt} />
      <div className="wrap">
        {basket && <CheckoutSteps at="basket" isCollected={basket.isCollected} />}
        <PageTitle title={m.checkout_basket_title()} />
        <div className="stack">
          <BasketNotices said={said} />
          <OpenOrders orders={orders} />
          {basket ? <FullBasket basket={basket} /> : <EmptyBasket kinds={kinds} />}
        </div>
      </div>
      {basket?.canCheckOut && (
        <BuyBar label={m.checkout_sum_total()} price={<MoneyText amount={basket.goodsRupiah} />}>
          <Button kind="main" form={BASKET_FORM} name="lanjut" value="ya">
            {m.checkout_to_address()}
          </Button>
        </BuyBar>
      )}
    </>
  )
}

function FullBasket({ basket }: { basket: Basket }) {
  return (
    <div className="columns aside">
      <div className="stack">
        <ChangedPrices basket={basket} />
        {basket.parcels.length > 1 && !basket.isCollected && (
          <p className="muted flush">{m.checkout_parcels_apart()}</p>
        )}
        {basket.parcels.map((parcel) => (
          <BasketParcel key={parcel.groupId} parcel={parcel} />
        ))}
        <p>
          <a href={shopHref('/barang')}>{m.checkout_basket_more()}</a>
        </p>
      </div>
      <BasketSummary cart={basket} shipping={basket.shipping} isCollected={basket.isCollected} />
    </div>
  )
}

function BasketParcel({ parcel }: { parcel: Basket['parcels'][number] }) {
  const { groupId, groupSlug, groupName, villageName, lines } = parcel
  return (
    <section className="panel" aria-labelledby={`paket-${groupId}`}>
      <h2 id={`paket-${groupId}`} className="flush">
        <a href={shopHref(`/kelompok/${groupSlug}`)}>{m.checkout_parcel({ group: groupName })}</a>
      </h2>
      <p className="small muted flush">{m.order_parcel_village({ village: villageName })}</p>
      <ul>
        {lines.map((line) => (
          <BasketLine key={line.variantId} line={line} />
        ))}
      </ul>
    </section>
  )
}

/** Prices are accepted together: each change is said on its own line below. */
function ChangedPrices({ basket: { parcels } }: { basket: Basket }) {
  const hasChanged = parcels.some(({ lines }) =>
    lines.some(({ notes }) => notes.some(({ code }) => code === 'price-changed')),
  )
  if (!hasChanged) return null
  return (
    <Notice tone="warning" title={m.checkout_prices_title()}>
      <p>{m.checkout_prices()}</p>
      <Button form={BASKET_FORM} name="harga" value="setuju" icon="check">
        {m.checkout_prices_accept()}
      </Button>
    </Notice>
  )
}

function EmptyBasket({ kinds }: { kinds: readonly KindTile[] }) {
  return (
    <>
      <EmptyState
        title={m.checkout_basket_empty_title()}
        action={
          <LinkButton kind="main" href={shopHref('/barang')}>
            {m.checkout_basket_see_all()}
          </LinkButton>
        }
      >
        <p>{m.checkout_basket_empty()}</p>
        <p>
          {m.checkout_basket_ordered()} <a href={shopHref('/pesanan/lacak')}>{m.common_footer_track()}</a>
        </p>
      </EmptyState>
      <KindTiles kinds={kinds} />
    </>
  )
}
