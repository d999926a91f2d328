import { type Rupiah, rupiah } from '#app/lib/money.ts'

/** Stripe counts rupiah with two decimals although nobody pays them; this file is the only place that knows. */
const STRIPE_UNITS_PER_RUPIAH = 100

/**
 * Whole rupiah as Stripe wants it.
 * @throws RangeError when the amount is not above zero or too large to be exact
 */
export function toStripeAmount(amount: Rupiah): number {
  const units = amount * STRIPE_UNITS_PER_RUPIAH
  if (!Number.isSafeInteger(units) || units <= 0)
    throw new RangeError(`Not an amount to charge: Rp ${amount}`)
  return units
}

/** Stripe's amount as whole rupiah, or null when it is in another currency or has sen in it. */
export function fromStripeAmount(units: number | null, currency: string | null): Rupiah | null {
  if (units === null || currency !== 'idr' || units % STRIPE_UNITS_PER_RUPIAH !== 0) return null
  return rupiah(units / STRIPE_UNITS_PER_RUPIAH)
}
