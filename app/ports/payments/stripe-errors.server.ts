import { Stripe } from 'stripe'
import { CardPaymentsDown } from './card-payments.ts'

/** For logs and staff; Stripe's own message can repeat what the buyer typed, so it is left out. */
export const inWords = ({ type, code, param, statusCode, requestId }: Stripe.errors.StripeError): string =>
  [type, code, param, statusCode, requestId].filter((part) => part !== undefined).join(' ')

/**
 * What to tell a caller whose call failed: that Stripe is not to be had, and whether it keeps this failure under the
 * idempotency key, so that the same key cannot succeed any more.
 */
export const unavailable = (error: Stripe.errors.StripeError) => ({
  code: 'unavailable' as const,
  detail: inWords(error),
  attemptSpent: error instanceof Stripe.errors.StripeIdempotencyError || (error.statusCode ?? 0) >= 500,
})

/** Stripe's errors as an outage; anything else is a bug and stays what it is. */
export const downOr = (error: unknown): unknown =>
  error instanceof Stripe.errors.StripeError ? new CardPaymentsDown(inWords(error), { cause: error }) : error

/** The answer, or null when Stripe knows no such thing. */
export async function orNull<Thing>(asked: Promise<Thing>): Promise<Thing | null> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError && error.code === 'resource_missing') return null
    throw downOr(error)
  }
}
