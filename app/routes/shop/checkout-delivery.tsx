import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { Address } from '#app/domain/carts/checkout-form.ts'
import { isPickup } from '#app/domain/orders/order-status.ts'
import { destinationIn } from '#app/domain/places/address.ts'
import { localePath } from '#app/lib/locale.ts'
import { pageMeta } from '#app/lib/seo.ts'
import { m } from '#app/paraglide/messages.js'
import { formOf } from '#app/routes/form-of.server.ts'
import { privateHeaders } from '#app/routes/private-headers.server.ts'
import { Button } from '#app/ui/button.tsx'
import type { Total } from '#app/ui/line-item.tsx'
import { ErrorSummary } from '#app/ui/notice.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { shopHref } from '#app/ui/shop-href.ts'
import { addressHref } from './checkout/address-href.ts'
import { collectingTotal } from './checkout/basket-summary.tsx'
import { type AtCheckout, cartAtCheckout } from './checkout/cart-at-checkout.server.ts'
import { CartBrief } from './checkout/cart-brief.tsx'
import { checkoutLinks } from './checkout/checkout-links.ts'
import { CheckoutSteps } from './checkout/checkout-steps.tsx'
import { DeliveryChoice, deliveryFieldOf } from './checkout/delivery-choice.tsx'
import { DeliveryNotice } from './checkout/delivery-notice.tsx'
import {
  answersIn,
  type DeliveryParcel,
  deliveryParcels,
  newsOf,
  takeDeliveries,
} from './checkout/delivery-page.server.ts'
import { placedAddress } from './checkout/placed-address.server.ts'

export const links = checkoutLinks
export const headers = privateHeaders
export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: titleOf(args.data?.place),
    description: args.data?.place ? m.checkout_delivery_description() : m.checkout_collect_description(),
    isPrivate: true,
  })

export async function loader(args: LoaderFunctionArgs) {
  const at = await cartAtCheckout(args)
  const address = addressOf(at)
  const { searchParams } = new URL(args.request.url)
  const ticked = answersIn(searchParams)
  const [parcels, placed] = await Promise.all([
    deliveryParcels(at, address, { ticked }),
    placedAddress(at.ctx, address),
  ])
  const place = destinationIn(at.ctx.locale, placed)
  const { pieceCount, goodsRupiah } = at.cart
  const news = searchParams.has('lagi') ? newsOf(at, parcels) : null
  return { parcels, place, pieceCount, goodsRupiah, news }
}

export async function action(args: ActionFunctionArgs) {
  const at = await cartAtCheckout(args)
  const taken = await takeDeliveries(at, addressOf(at), await formOf(args.request))
  if (!taken.ok) return data({ parcels: taken.error.parcels }, { status: 422 })
  return redirect(localePath('/checkout/bayar', at.ctx.locale), 303)
}

function addressOf({ cart, ctx }: AtCheckout): Address {
  if (!cart.draft.address) throw redirect(localePath('/checkout/alamat', ctx.locale))
  return cart.draft.address
}

export default function CheckoutDelivery() {
  const { place, news, ...loaded } = useLoaderData<typeof loader>()
  const parcels = useActionData<typeof action>()?.parcels ?? loaded.parcels
  return (
    <div className="wrap">
      <CheckoutSteps at="delivery" isCollected={!place} />
      <PageTitle title={titleOf(place)} />
      <div className="columns aside">
        <form
          method="post"
          action={shopHref('/checkout/kirim')}
          className="stack"
          noValidate
          data-sent="address"
          data-carry={parcels.map((parcel) => deliveryFieldOf(parcel).name).join(' ')}
        >
          <ErrorSummary fields={parcels.map(deliveryFieldOf)} />
          {news && <DeliveryNotice news={news} />}
          <p className="flush cluster">
            <span>{place ? m.checkout_delivery_to({ place }) : m.checkout_delivery_collect()}</span>
            <a href={place ? shopHref('/checkout/alamat') : addressHref('dalam-negeri')}>
              {place ? m.checkout_delivery_change() : m.checkout_collect_not()}
            </a>
          </p>
          {parcels.map((parcel) => (
            <DeliveryChoice
              key={parcel.groupId}
              parcel={parcel}
              others={parcels.filter((other) => other !== parcel)}
            />
          ))}
          <Button kind="main" size="large" full iconAfter="right">
            {m.checkout_to_payment()}
          </Button>
        </form>
        <CartBrief {...loaded} shipping={shippingOf(parcels)} />
      </div>
    </div>
  )
}

/** Nobody sends to a place that there is not: the order is collected. */
const titleOf = (place: string | undefined): string =>
  place ? m.checkout_delivery_title() : m.checkout_collect_where()

/** The cost depends on the choice only where there is one. */
function shippingOf(parcels: readonly DeliveryParcel[]): Total {
  const options = parcels.flatMap((parcel) => parcel.options)
  if (options.every(({ delivery }) => isPickup(delivery))) return collectingTotal()
  const total = { label: m.checkout_sum_shipping(), amountRupiah: null }
  if (options.every(({ shippingRupiah }) => shippingRupiah === null))
    return { ...total, pending: m.checkout_sum_shipping_ask() }
  return { ...total, pending: m.checkout_sum_shipping_chosen(), note: m.checkout_sum_pickup_free() }
}
