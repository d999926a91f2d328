import { redirect } from '@remix-run/node'
import { type Cart, type CartLine, type CartParcel, sellableLines } from '#app/domain/carts/cart.ts'
import { openIntent } from '#app/domain/carts/checkout.server.ts'
import type { Address } from '#app/domain/carts/checkout-form.ts'
import { chosenWays, quoteCart } from '#app/domain/orders/check-out.server.ts'
import { CARD_MINUTES, QUOTE_HOURS, TRANSFER_HOURS } from '#app/domain/orders/deadlines.ts'
import type { PaymentMethod } from '#app/domain/orders/order-status.ts'
import { takesCash } from '#app/domain/orders/place-order.ts'
import { lastDayToCollect, latestOf, promiseDay } from '#app/domain/orders/promise.ts'
import { reviewOf } from '#app/domain/orders/review.server.ts'
import { addressLines } from '#app/domain/places/address.ts'
import type { ParcelChoice, ParcelQuote } from '#app/domain/shipping/quote.ts'
import { addDays, type Day, localDayOf, startOfDay } from '#app/lib/day.ts'
import { localePath } from '#app/lib/locale.ts'
import { sum } from '#app/lib/money.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { writePhone } from '#app/platform/phone.server.ts'
import type { App } from '#app/routes/context.server.ts'
import { waysToPay } from '../ways-to-pay.server.ts'
import type { AtCheckout } from './cart-at-checkout.server.ts'
import { placedAddress } from './placed-address.server.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

export interface ReviewParcel {
  groupId: string
  groupName: string
  villageName: string
  lines: Pick<CartLine, 'variantId' | 'title' | 'label' | 'quantity' | 'unit' | 'lineRupiah'>[]
  way: ParcelChoice
}

/** A way to pay as it would go if the order were placed now. */
export interface MethodOffer {
  method: PaymentMethod
  /** The order ends at this moment if nothing has been paid; null while a cost is still to be asked. */
  payBefore: Date | null
  /** By when every parcel has left, or is ready to be collected. */
  promiseOn: Day
}

/** Everything the shopper agrees to by pressing the button. */
export interface PaymentPage {
  intentId: string
  address: Address
  /** The number of the address as people write it. */
  phoneText: string
  /** Where it goes, as it stands on the parcel; empty where the buyer collects. */
  addressLines: string[]
  parcels: ReviewParcel[]
  pieceCount: number
  goodsRupiah: number
  /** null while a parcel's cost is still to be asked. */
  shippingRupiah: number | null
  /** The groups whose cost is asked for while another's is known: those parcels wait for these. */
  askedGroups: string[]
  methods: MethodOffer[]
  /** Cash is not among them, though the buyer could have thought so: the groups whose parcels never come to the library. */
  noCash: { notAtLibrary: string[] } | null
  /** If ordered now: the last moment to hear what shipping costs. */
  quoteBefore: Date
}

export async function openPaymentPage(app: App, at: AtCheckout): Promise<PaymentPage> {
  const { ctx, cart, token } = at
  const { address } = cart.draft
  if (!address) throw redirect(localePath('/checkout/alamat', ctx.locale))
  const quotes = await quoteCart(ctx, cart, address)
  const ways = chosenWays(cart, quotes)
  if (!ways) throw redirect(deliveryHref(at))
  const costs = ways.flatMap(({ shippingRupiah }) => (shippingRupiah === null ? [] : [shippingRupiah]))
  const isQuoting = costs.length < ways.length
  const parcels = ways.map((way) => reviewParcel(at, way))
  const asked = parcels.filter(({ way }) => way.shippingRupiah === null)
  const [methods, placed, intentId] = await Promise.all([
    openMethods(app, ctx, ways, address),
    placedAddress(ctx, address),
    openIntent(ctx, token, reviewOf(cart, ways)),
  ])
  return {
    intentId,
    address,
    phoneText: writePhone(address.phone, ctx.locale),
    addressLines: addressLines(ctx.locale, placed),
    parcels,
    pieceCount: cart.pieceCount,
    goodsRupiah: cart.goodsRupiah,
    shippingRupiah: isQuoting ? null : sum(costs),
    askedGroups: asked.length < parcels.length ? asked.map(({ groupName }) => groupName) : [],
    methods: methods.map((method) => offerOf(at, ways, { method, isQuoting })),
    noCash:
      address.country === 'ID' && !methods.includes('pickup')
        ? { notAtLibrary: notAtLibrary(parcels, quotes) }
        : null,
    quoteBefore: new Date(ctx.now.getTime() + QUOTE_HOURS * HOUR_MS),
  }
}

/** Nothing chosen yet is the next step; a way that is no longer open is worth a word. */
export const deliveryHref = ({ ctx, cart }: Pick<AtCheckout, 'ctx' | 'cart'>): string =>
  localePath('/checkout/kirim', ctx.locale) + (Object.keys(cart.draft.deliveries).length > 0 ? '?lagi' : '')

/** The ways to pay that are open to this order, first the one that is easiest from where the buyer is. */
async function openMethods(
  app: App,
  ctx: Ctx,
  ways: readonly ParcelChoice[],
  { country }: Address,
): Promise<PaymentMethod[]> {
  const { card, transfer } = await waysToPay(app, ctx)
  const methods: PaymentMethod[] = []
  if (transfer) methods.push('transfer')
  if (ways.every(takesCash)) methods.push('pickup')
  if (!card) return methods
  return country === 'ID' ? [...methods, 'card'] : ['card', ...methods]
}

function notAtLibrary(parcels: readonly ReviewParcel[], quotes: readonly ParcelQuote[]): string[] {
  const never = quotes.filter(({ options }) => !options.some(takesCash)).map(({ groupId }) => groupId)
  return parcels.filter(({ groupId }) => never.includes(groupId)).map(({ groupName }) => groupName)
}

function offerOf(
  { ctx, cart }: AtCheckout,
  ways: readonly ParcelChoice[],
  { method, isQuoting }: { method: PaymentMethod; isQuoting: boolean },
): MethodOffer {
  const orderedOn = localDayOf(ctx.now)
  const promises = ways.map((way) =>
    promiseDay({ orderedOn, method, isQuoting, leadDaysMax: parcelOf(cart, way).leadDaysMax }),
  )
  const payBefore = isQuoting ? null : payBeforeOf(method, ctx.now, promises)
  return { method, payBefore, promiseOn: latestOf(promises) }
}

function payBeforeOf(method: PaymentMethod, now: Date, promises: readonly Day[]): Date {
  switch (method) {
    case 'transfer':
      return new Date(now.getTime() + TRANSFER_HOURS * HOUR_MS)
    case 'card':
      return new Date(now.getTime() + CARD_MINUTES * MINUTE_MS)
    case 'pickup':
      return startOfDay(addDays(lastDayToCollect(promises), 1))
  }
}

const parcelOf = ({ parcels }: Cart, way: ParcelChoice) =>
  parcels.find(({ groupId }) => groupId === way.groupId) as CartParcel

function reviewParcel({ cart }: AtCheckout, way: ParcelChoice): ReviewParcel {
  const parcel = parcelOf(cart, way)
  const { groupId, groupName, villageName } = parcel
  return {
    groupId,
    groupName,
    villageName,
    lines: sellableLines(parcel).map(({ variantId, title, label, quantity, unit, lineRupiah }) => ({
      variantId,
      title,
      label,
      quantity,
      unit,
      lineRupiah,
    })),
    way,
  }
}
