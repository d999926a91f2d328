import type { Stripe } from 'stripe'
import { ok, refuse } from '#app/lib/result.ts'
import type { CardEvent, CardPayments } from './card-payments.ts'

const TOLERANCE_SECONDS = 300

/**
 * Reads notices signed with one endpoint secret.
 * The SDK refuses old timestamps but takes future ones, which would keep a stolen notice usable for as long as its
 * forger likes; those are refused here.
 */
export function readEventsWith(stripe: Stripe, secret: string): CardPayments['readEvent'] {
  return (rawBody, signature) => {
    if (!signature || isFromTheFuture(signature)) return refuse({ code: 'bad-signature' })
    try {
      const event = stripe.webhooks.constructEvent(rawBody, signature, secret, TOLERANCE_SECONDS)
      return isWhole(event) ? ok(toCardEvent(event)) : refuse({ code: 'bad-signature' })
    } catch (error) {
      // A signed body that is not JSON cannot come from Stripe, nor one that is no event: both are answered as unsigned.
      if (error instanceof SyntaxError) return refuse({ code: 'bad-signature' })
      if (error instanceof stripe.errors.StripeSignatureVerificationError)
        return refuse({ code: 'bad-signature' })
      throw error
    }
  }
}

const isWhole = ({ id, created, data }: Partial<Stripe.Event>): boolean =>
  Boolean(id && created && data?.object)

/** Two timestamps in one header are refused too: the SDK signs with the last, so the first could hide it. */
function isFromTheFuture(signature: string): boolean {
  const times = signature.split(',').filter((part) => part.trim().startsWith('t='))
  const seconds = Number(times[0]?.trim().slice(2))
  return times.length !== 1 || !(seconds <= Date.now() / 1000 + TOLERANCE_SECONDS)
}

const toCardEvent = (event: Stripe.Event): CardEvent => ({
  id: event.id,
  type: event.type,
  createdAt: new Date(event.created * 1000),
  subject: subjectOf(event.data.object),
  payload: event,
})

function subjectOf(object: Stripe.Event.Data.Object): CardEvent['subject'] {
  if (!('object' in object)) return { kind: 'other' }
  switch (object.object) {
    case 'checkout.session': {
      const session = object as Stripe.Checkout.Session
      return { kind: 'session', sessionId: session.id, orderId: session.metadata?.order_id ?? null }
    }
    case 'refund':
      return { kind: 'refund', providerRefundId: (object as Stripe.Refund).id }
    case 'dispute': {
      const dispute = object as Stripe.Dispute
      return { kind: 'dispute', disputeId: dispute.id, paymentIntentId: idOf(dispute.payment_intent) }
    }
    default:
      return { kind: 'other' }
  }
}

/** The id of a thing Stripe gives either as its id or in full. */
export const idOf = (thing: string | { id: string } | null): string | null =>
  typeof thing === 'string' ? thing : (thing?.id ?? null)
