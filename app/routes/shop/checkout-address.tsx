import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { Cart } from '#app/domain/carts/cart.ts'
import { reachesLibrary } from '#app/domain/shipping/quote.ts'
import { localePath } from '#app/lib/locale.ts'
import { markOf } from '#app/lib/mark.server.ts'
import { pageMeta } from '#app/lib/seo.ts'
import { m } from '#app/paraglide/messages.js'
import { formOf } from '#app/routes/form-of.server.ts'
import { privateHeaders } from '#app/routes/private-headers.server.ts'
import { Button } from '#app/ui/button.tsx'
import { TextareaField } from '#app/ui/field.tsx'
import { ErrorSummary } from '#app/ui/notice.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { shopHref } from '#app/ui/shop-href.ts'
import {
  AbroadFields,
  CollectFields,
  ElsewhereFields,
  fieldOf,
  HomeFields,
  type PickupGroups,
  WhoFields,
} from './checkout/address-fields.tsx'
import { addressHref, type Going, goingOf } from './checkout/address-href.ts'
import { type AddressPage, shippingTo, takeAddress } from './checkout/address-page.server.ts'
import { fieldsAsked } from './checkout/address-problems.ts'
import { collectingTotal, shippingTotal } from './checkout/basket-summary.tsx'
import { cartAtCheckout } from './checkout/cart-at-checkout.server.ts'
import { CartBrief } from './checkout/cart-brief.tsx'
import { checkoutLinks } from './checkout/checkout-links.ts'
import { CheckoutSteps } from './checkout/checkout-steps.tsx'
import { openAddressPage, withNamed } from './checkout/open-address-page.server.ts'
import { readDestination, writeDestination } from './destination-cookie.server.ts'

export const links = checkoutLinks
export const headers = privateHeaders
export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: m.checkout_address_tab(),
    description: m.checkout_address_description(),
    isPrivate: true,
  })

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, cart } = await cartAtCheckout(args)
  const near = await namedPlace(args, cart)
  const { searchParams } = new URL(args.request.url)
  const page = await openAddressPage(ctx, {
    address: cart.draft.address,
    typing: cart.draft.typing,
    near,
    found: searchParams.get('districtCode'),
    going: searchParams.get('tujuan'),
  })
  return {
    page,
    shipping: await shippingTo(ctx, cart, page),
    groups: pickupGroups(cart),
    stamp: stampOf(cart.draft),
    pieceCount: cart.pieceCount,
    goodsRupiah: cart.goodsRupiah,
  }
}

/** Of what was told so far: it changes with every form that is sent. */
const stampOf = ({ typing, address }: Cart['draft']): string =>
  typing?.stamp ?? (address ? markOf(address) : '')

/** The place named last for the cost of sending. */
const namedPlace = async ({ context, request }: ActionFunctionArgs, { destination }: Cart) =>
  (await readDestination(context.app, request)) ?? destination?.code ?? null

function pickupGroups({ parcels }: Cart): PickupGroups {
  const named = (isNear: boolean) =>
    parcels
      .filter(({ districtCode }) => reachesLibrary(districtCode) === isNear)
      .map(({ groupName }) => groupName)
  return { either: named(true), island: named(false) }
}

export async function action(args: ActionFunctionArgs) {
  const at = await cartAtCheckout(args)
  const near = await namedPlace(args, at.cart)
  const taken = await takeAddress(at, await formOf(args.request), near)
  if (!taken.ok) {
    if (taken.error.code === 'typing') return redirect(addressHref(taken.error.going), 303)
    const page = await withNamed(at.ctx, taken.error.page, near)
    const isWrong = Object.keys(page.problems).length > 0 || page.search.isEmpty
    return data({ page, shipping: await shippingTo(at.ctx, at.cart, page) }, { status: isWrong ? 422 : 200 })
  }
  const { districtCode } = taken.value
  return redirect(localePath('/checkout/kirim', at.ctx.locale), {
    status: 303,
    headers: districtCode
      ? { 'Set-Cookie': await writeDestination(args.context.app, districtCode) }
      : undefined,
  })
}

export default function CheckoutAddress() {
  const brief = useLoaderData<typeof loader>()
  const { page, shipping } = useActionData<typeof action>() ?? brief
  return (
    <div className="wrap">
      <CheckoutSteps at="address" isCollected={page.isCollected} />
      <PageTitle
        title={page.isCollected ? m.checkout_collect_title() : m.checkout_address_title()}
        lead={page.isCollected ? m.checkout_collect_lead() : m.checkout_address_lead()}
      />
      <div className="columns aside">
        <AddressForm page={page} groups={brief.groups} stamp={brief.stamp} />
        <CartBrief {...brief} shipping={page.isCollected ? collectingTotal() : shippingTotal(shipping)} />
      </div>
    </div>
  )
}

type FormProps = { page: AddressPage; groups: PickupGroups }

function AddressForm({ page, groups, stamp }: FormProps & { stamp: string }) {
  return (
    <form
      method="post"
      action={addressHref(goingOf(page))}
      className="form"
      noValidate
      data-keep="address"
      // what is held of one place is never put into the other's fields
      data-stamp={`${stamp} ${page.isAbroad ? 'abroad' : 'home'}`}
      data-carry="districtCode"
      // a browser that comes back puts what was typed only into a form of the same name, or of the same first field
      name={`s.${stamp}`}
    >
      {/* Enter in any field presses the form's first button. */}
      <button type="submit" name="aksi" value="enter" className="sr" tabIndex={-1} aria-hidden="true" />
      <input type="hidden" name={`s.${stamp}`} />
      <ErrorSummary fields={fieldsAsked(page.isAbroad).map((name) => fieldOf(page, name))} />
      <h2>{page.isCollected ? m.checkout_collect_who() : m.checkout_address_who()}</h2>
      <WhoFields page={page} />
      <h2 id="tujuan">{page.isCollected ? m.checkout_collect_where() : m.checkout_address_where()}</h2>
      <OtherPlaces page={page} />
      <PlaceFields page={page} groups={groups} />
      <ElsewhereFields page={page} />
      <TextareaField
        field={fieldOf(page, 'note')}
        label={m.checkout_note()}
        hint={page.isAbroad ? m.checkout_note_hint_abroad() : m.checkout_note_hint()}
      />
      <Button kind="main" size="large" iconAfter="right">
        {page.isCollected ? m.checkout_to_collect() : m.checkout_to_delivery()}
      </Button>
      <p className="small muted flush">
        {!page.isCollected && <>{page.isAbroad ? m.checkout_privacy_abroad() : m.checkout_privacy()} </>}
        <a href={shopHref('/privasi')}>{m.checkout_privacy_link()}</a>
      </p>
    </form>
  )
}

function PlaceFields({ page, groups }: FormProps) {
  if (page.isCollected) return <CollectFields page={page} groups={groups} />
  return page.isAbroad ? <AbroadFields page={page} /> : <HomeFields page={page} />
}

/** Buttons and not links, so that what was typed stays. */
function OtherPlaces({ page: { isAbroad, isCollected } }: { page: AddressPage }) {
  if (isAbroad) return <OtherPlace value="dalam-negeri" label={m.checkout_home_button()} />
  if (isCollected) return <OtherPlace value="dalam-negeri" label={m.checkout_collect_not()} />
  return (
    <div>
      <OtherPlace value="ambil-sendiri" ask={m.checkout_collect_link()} label={m.checkout_collect_button()} />
      <OtherPlace value="luar-negeri" ask={m.checkout_abroad_link()} label={m.checkout_abroad_button()} />
    </div>
  )
}

function OtherPlace({ value, ask, label }: { value: Going; ask?: string; label: string }) {
  return (
    <p className="flush">
      {ask && <>{ask} </>}
      <Button kind="plain" size="compact" name="aksi" value={value} formAction={addressHref(value, 'tujuan')}>
        {label}
      </Button>
    </p>
  )
}
