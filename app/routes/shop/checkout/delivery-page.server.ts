import { type CartParcel, sellableLines } from '#app/domain/carts/cart.ts'
import { saveCheckout } from '#app/domain/carts/checkout.server.ts'
import { type Address, deliveryForm } from '#app/domain/carts/checkout-form.ts'
import { quoteCart } from '#app/domain/orders/check-out.server.ts'
import { promiseDay } from '#app/domain/orders/promise.ts'
import type { ShippingOption } from '#app/domain/shipping/quote.ts'
import { type Day, localDayOf } from '#app/lib/day.ts'
import { ok, type Result, refuse } from '#app/lib/result.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { AtCheckout } from './cart-at-checkout.server.ts'

export interface DeliveryParcel {
  groupId: string
  groupName: string
  villageName: string
  lines: { title: string; label: string; quantity: number }[]
  options: ShippingOption[]
  /** The key of the way chosen before, while it is still open. */
  chosen: string | undefined
  /** By when it leaves, whichever way it goes. */
  promiseOn: Day
  isMissing: boolean
}

/** Each group's parcel with every way it can go to the address. `ticked`: on the page in its other language, not sent yet. */
export async function deliveryParcels(
  { ctx, cart }: AtCheckout,
  address: Address,
  { answered, ticked }: { answered?: Record<string, string>; ticked?: Record<string, string> } = {},
): Promise<DeliveryParcel[]> {
  const quotes = await quoteCart(ctx, cart, address)
  return quotes.map(({ groupId, options }) => {
    const parcel = cart.parcels.find((one) => one.groupId === groupId) as CartParcel
    const key = (answered ?? { ...cart.draft.deliveries, ...ticked })[groupId]
    const chosen = options.find((option) => option.key === key) ?? onlyOne(options)
    return {
      groupId,
      groupName: parcel.groupName,
      villageName: parcel.villageName,
      lines: sellableLines(parcel).map(({ title, label, quantity }) => ({ title, label, quantity })),
      options,
      chosen: chosen?.key,
      promiseOn: promiseOf(ctx, parcel),
      isMissing: answered !== undefined && !chosen,
    }
  })
}

const onlyOne = (options: ShippingOption[]) => (options.length === 1 ? options[0] : undefined)

/** A transfer takes longest to come, so the promise holds however the buyer pays in the end. */
const promiseOf = ({ now }: Ctx, { leadDaysMax }: CartParcel): Day =>
  promiseDay({ orderedOn: localDayOf(now), method: 'transfer', isQuoting: false, leadDaysMax })

/** Why the ways must be looked at again, by the names of the groups whose parcels it is about. */
export interface DeliveryNews {
  /** The way that was chosen is no longer open. */
  closed: string[]
  /** None was chosen, such as for a parcel that was added since. */
  unchosen: string[]
}

export function newsOf({ cart }: Pick<AtCheckout, 'cart'>, parcels: readonly DeliveryParcel[]): DeliveryNews {
  const named = (some: readonly DeliveryParcel[]) => some.map(({ groupName }) => groupName)
  const wayOf = ({ groupId }: DeliveryParcel) => cart.draft.deliveries[groupId]
  return {
    closed: named(parcels.filter((one) => wayOf(one) && !one.options.some(({ key }) => key === wayOf(one)))),
    unchosen: named(parcels.filter((one) => !wayOf(one))),
  }
}

/** The chosen ways, kept; or the page again where a parcel has none. */
export async function takeDeliveries(
  at: AtCheckout,
  address: Address,
  form: FormData,
): Promise<Result<null, { code: 'missing'; parcels: DeliveryParcel[] }>> {
  const answered = answersIn(form)
  const parcels = await deliveryParcels(at, address, { answered })
  if (parcels.some(({ isMissing }) => isMissing)) return refuse({ code: 'missing', parcels })
  const chosen = parcels.map(({ groupId, chosen: key }) => [groupId, key])
  const { deliveries } = deliveryForm.parse({ deliveries: Object.fromEntries(chosen) })
  await saveCheckout(at.ctx, at.token, { deliveries })
  return ok(null)
}

const PREFIX = 'kirim.'

/** The ways that a form, or an address that brings what was ticked in it, says. */
export const answersIn = (form: FormData | URLSearchParams): Record<string, string> =>
  Object.fromEntries(
    [...form]
      .filter(([name, value]) => name.startsWith(PREFIX) && typeof value === 'string')
      .map(([name, value]) => [name.slice(PREFIX.length), String(value)]),
  )
