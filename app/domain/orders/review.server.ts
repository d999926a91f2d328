import type { Cart } from '#app/domain/carts/cart.ts'
import type { ParcelChoice } from '#app/domain/shipping/quote.ts'
import { markOf } from '#app/lib/mark.server.ts'

/**
 * A mark of what the shopper looks over on the last page: pieces, counts and prices, to whom and where, by which way
 * and for how much. Two pages of one mark say the same.
 * @returns 43 letters and digits
 * @see docs/decisions/0097-what-was-looked-over-is-what-is-ordered.md
 */
export function reviewOf({ parcels, draft }: Cart, ways: readonly ParcelChoice[]): string {
  const seen = {
    lines: parcels.flatMap(({ lines }) =>
      lines.map(({ variantId, quantity, seenPriceRupiah }) => [variantId, quantity, seenPriceRupiah]),
    ),
    address: draft.address,
    ways: ways.map(({ groupId, delivery, carrier, shippingRupiah, daysMin, daysMax }) => [
      groupId,
      delivery,
      carrier,
      shippingRupiah,
      daysMin,
      daysMax,
    ]),
  }
  return markOf(seen)
}
