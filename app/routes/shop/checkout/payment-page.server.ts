import { redirect } from '@remix-run/node'
import { type CartParcel, sellableLines } from '#app/domain/carts/cart.ts'
import { openIntent } from '#app/domain/carts/checkout.server.ts'
import type { Address } from '#app/domain/carts/checkout-form.ts'
import { chosenWays, quoteCart } from '#app/domain/orders/check-out.server.ts'
import { QUOTE_HOURS, TRANSFER_HOURS } from '#app/domain/orders/deadlines.ts'
import type { PaymentMethod } from '#app/domain/orders/order-status.ts'
import { promiseDay } from '#app/domain/orders/promise.ts'
import { listReceivingAccounts } from '#app/domain/payments/payments.queries.server.ts'
import type { ParcelChoice } from '#app/domain/shipping/quote.ts'
import { type Day, localDayOf } from '#app/lib/day.ts'
import { localePath } from '#app/lib/locale.ts'
import { sum } from '#app/lib/money.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { App } from '#app/routes/context.server.ts'
import type { AtCheckout } from './cart-at-checkout.server.ts'
import { placeOf } from './delivery-page.server.ts'

const HOUR_MS = 3_600_000

export interface ReviewParcel {
  groupId: string
  groupName: string
  villageName: string
  lines: { variantId: string; title: string; label: string; quantity: number; lineRupiah: number }[]
  way: ParcelChoice
  promiseOn: Day
}

/** Everything the shopper agrees to by pressing the button. */
export interface PaymentPage {
  intentId: string
  address: Address
  place: string
  parcels: ReviewParcel[]
  pieceCount: number
  goodsRupiah: number
  /** null while a parcel's cost is still to be asked. */
  shippingRupiah: number | null
  /** The groups whose cost is asked for while another's is known: those parcels wait for these. */
  askedGroups: string[]
  methods: PaymentMethod[]
  /** If ordered now: the last moment to pay by transfer, or to hear what shipping costs. */
  deadline: Date
}

export async function openPaymentPage(app: App, at: AtCheckout): Promise<PaymentPage> {
  const { ctx, cart, token } = at
  const { address } = cart.draft
  if (!address) throw redirect(localePath('/checkout/alamat', ctx.locale))
  const ways = chosenWays(cart, await quoteCart(ctx, cart, address))
  if (!ways) throw redirect(deliveryHref(at))
  const costs = ways.flatMap(({ shippingRupiah }) => (shippingRupiah === null ? [] : [shippingRupiah]))
  const isQuoting = costs.length < ways.length
  const parcels = ways.map((way) => reviewParcel(at, way, isQuoting))
  const asked = parcels.filter(({ way }) => way.shippingRupiah === null)
  const [methods, place, intentId] = await Promise.all([
    openMethods(app, ctx, ways, address),
    placeOf(ctx, address),
    openIntent(ctx, token),
  ])
  return {
    intentId,
    address,
    place,
    parcels,
    pieceCount: cart.pieceCount,
    goodsRupiah: cart.goodsRupiah,
    shippingRupiah: isQuoting ? null : sum(costs),
    askedGroups: asked.length < parcels.length ? asked.map(({ groupName }) => groupName) : [],
    methods,
    deadline: new Date(ctx.now.getTime() + (isQuoting ? QUOTE_HOURS : TRANSFER_HOURS) * HOUR_MS),
  }
}

/** Nothing chosen yet is the next step; a way that is no longer open is worth a word. */
export const deliveryHref = ({ ctx, cart }: Pick<AtCheckout, 'ctx' | 'cart'>): string =>
  localePath('/checkout/kirim', ctx.locale) + (Object.keys(cart.draft.deliveries).length > 0 ? '?lagi' : '')

/** The ways to pay that are open to this order, first the one that is easiest from where the buyer is. */
async function openMethods(
  { cards }: App,
  ctx: Ctx,
  ways: readonly ParcelChoice[],
  { country }: Address,
): Promise<PaymentMethod[]> {
  const accounts = await listReceivingAccounts(ctx)
  const isAllAtLibrary = ways.every(({ delivery }) => delivery === 'pickup-library')
  const methods: PaymentMethod[] = []
  if (accounts.length > 0) methods.push('transfer')
  if (isAllAtLibrary) methods.push('pickup')
  if (!cards) return methods
  return country === 'ID' ? [...methods, 'card'] : ['card', ...methods]
}

function reviewParcel({ ctx, cart }: AtCheckout, way: ParcelChoice, isQuoting: boolean): ReviewParcel {
  const parcel = cart.parcels.find(({ groupId }) => groupId === way.groupId) as CartParcel
  const { groupId, groupName, villageName, leadDaysMax } = parcel
  const orderedOn = localDayOf(ctx.now)
  return {
    groupId,
    groupName,
    villageName,
    lines: sellableLines(parcel).map(({ variantId, title, label, quantity, lineRupiah }) => ({
      variantId,
      title,
      label,
      quantity,
      lineRupiah,
    })),
    way,
    promiseOn: promiseDay({ orderedOn, method: 'transfer', isQuoting, leadDaysMax }),
  }
}
