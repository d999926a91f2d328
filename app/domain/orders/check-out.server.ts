import { type Cart, sellableLines } from '#app/domain/carts/cart.ts'
import { findCart } from '#app/domain/carts/carts.queries.server.ts'
import { emptyCart } from '#app/domain/carts/change-lines.server.ts'
import { lockCart } from '#app/domain/carts/checkout.server.ts'
import type { Address } from '#app/domain/carts/checkout-form.ts'
import { chooseOption, type ParcelChoice, type ParcelQuote } from '#app/domain/shipping/quote.ts'
import { quoteParcels } from '#app/domain/shipping/quotes.queries.server.ts'
import { ok, type Result, refuse } from '#app/lib/result.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { PaymentMethod } from './order-status.ts'
import { findOrderByIntent, placeOrder, rereadIfLost } from './place-order.server.ts'
import type { PlacedOrder, PlaceOrderRefusal } from './place-order.ts'
import { reviewOf } from './review.server.ts'

export interface CheckOut {
  /** The basket's. */
  token: string
  intentId: string
  paymentMethod: PaymentMethod
}

export type CheckOutRefusal =
  | PlaceOrderRefusal
  | { code: 'address-missing' }
  /** Not chosen yet, or the way that was chosen is no longer open. */
  | { code: 'delivery-missing' }
  /** The form belongs to another basket, to one that was ordered before, or to what this one was before it changed. */
  | { code: 'stale-form' }

/**
 * Turns a basket into an order: shipping quoted anew, order placed and basket emptied, all of it or nothing. The same
 * form sent again, even at the same moment, answers with the order it made the first time; one that showed something
 * else orders nothing.
 * @see docs/decisions/0097-what-was-looked-over-is-what-is-ordered.md
 */
export function checkOut(ctx: Ctx, command: CheckOut): Promise<Result<PlacedOrder, CheckOutRefusal>> {
  const { token, intentId } = command
  return rereadIfLost(ctx, intentId, async (inside): Promise<Result<PlacedOrder, CheckOutRefusal>> => {
    // whoever comes second waits here, then finds the order and not an empty basket
    await lockCart(inside, token)
    const earlier = await findOrderByIntent(inside, intentId)
    if (earlier) return ok({ ...earlier, repeated: true })
    const cart = await findCart(inside, token)
    if (!cart || cart.parcels.flatMap(sellableLines).length === 0) return refuse({ code: 'nothing-to-order' })
    if (cart.draft.intentId !== intentId) return refuse({ code: 'stale-form' })
    const placed = await placeCart(inside, cart, command)
    if (placed.ok && !placed.value.repeated) await emptyCart(inside, token)
    return placed
  })
}

/** What each parcel of a basket can be sent by, to the address that was given. */
export function quoteCart(
  ctx: Ctx,
  { parcels }: Pick<Cart, 'parcels'>,
  { country, districtCode }: Pick<Address, 'country' | 'districtCode'>,
): Promise<ParcelQuote[]> {
  const filled = parcels.filter((parcel) => sellableLines(parcel).length > 0)
  return quoteParcels(
    ctx,
    { country, districtCode },
    filled.map((parcel) => ({ groupId: parcel.groupId, lines: sellableLines(parcel) })),
  )
}

/** The ways that were chosen, as far as they are still open; null when one is not. */
export function chosenWays({ draft }: Cart, quotes: readonly ParcelQuote[]): ParcelChoice[] | null {
  const ways = quotes.map((quote) => chooseOption(quote, draft.deliveries[quote.groupId]))
  return ways.every((way) => way !== null) ? ways : null
}

async function placeCart(
  ctx: Ctx,
  cart: Cart,
  { intentId, paymentMethod }: CheckOut,
): Promise<Result<PlacedOrder, CheckOutRefusal>> {
  const { address } = cart.draft
  if (!address) return refuse({ code: 'address-missing' })
  const parcels = chosenWays(cart, await quoteCart(ctx, cart, address))
  if (!parcels) return refuse({ code: 'delivery-missing' })
  // a line with news of its own is refused for that, below
  if (cart.canCheckOut && cart.draft.review !== reviewOf(cart, parcels)) return refuse({ code: 'stale-form' })
  // a place nobody told can only be collected for, so the ways have seen to that
  const { name, phone, email, note, collects: _collects, ...destination } = address
  return placeOrder(ctx, {
    intentId,
    locale: ctx.locale,
    buyer: { name, phone, email },
    destination,
    note,
    paymentMethod,
    // a line that was taken down is sent along, so that it is said aloud and not left out in silence
    lines: cart.parcels.flatMap(({ lines }) => lines),
    parcels,
  })
}
