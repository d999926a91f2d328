import { Stripe } from 'stripe'
import { ok, refuse } from '#app/lib/result.ts'
import type { CardPayments, CardRefundOrder, CardRefundRefusal, CardRefundTruth } from './card-payments.ts'
import { fromStripeAmount, toStripeAmount } from './stripe-amounts.ts'
import { inWords, orNull, unavailable } from './stripe-errors.server.ts'
import { idOf } from './stripe-events.server.ts'

/** The part of the port that sends money back to cards. */
export function refundsOf(stripe: Stripe): Pick<CardPayments, 'refund' | 'findRefund'> {
  return {
    refund: (order) => refund(stripe, order),
    findRefund: async (providerRefundId) => {
      const found = await orNull(stripe.refunds.retrieve(providerRefundId))
      return found && toTruth(found)
    },
  }
}

async function refund(stripe: Stripe, order: CardRefundOrder): ReturnType<CardPayments['refund']> {
  try {
    const { ours, byHand } = await madeBefore(stripe, order)
    if (ours) return ok(toTruth(ours))
    if (byHand) return refuse({ code: 'not-refundable', detail: `refunded in the console ${byHand.id}` })
    const created = await stripe.refunds.create(
      {
        payment_intent: order.paymentIntentId,
        amount: toStripeAmount(order.amount),
        metadata: { order_id: order.orderId, refund_id: order.refundId },
      },
      { idempotencyKey: `refund:${order.refundId}:${order.attempt}` },
    )
    return ok(toTruth(created))
  } catch (error) {
    return refuse(refundRefusal(error))
  }
}

interface MadeBefore {
  ours?: Stripe.Refund
  byHand?: Stripe.Refund
}

/**
 * A refund asked for again after a day, when Stripe has forgotten its key, must not be paid twice; nor one that somebody
 * has made in Stripe's console.
 */
async function madeBefore(stripe: Stripe, order: CardRefundOrder): Promise<MadeBefore> {
  let byHand: Stripe.Refund | undefined
  for await (const refund of stripe.refunds.list({ payment_intent: order.paymentIntentId, limit: 100 })) {
    if (refund.metadata?.refund_id === order.refundId) return { ours: refund }
    if (!refund.metadata?.refund_id && stateOf(refund.status) !== 'failed') byHand = refund
  }
  return { byHand }
}

function refundRefusal(error: unknown): CardRefundRefusal {
  if (!(error instanceof Stripe.errors.StripeError)) throw error
  const isConflict = error.statusCode === 409
  if (error instanceof Stripe.errors.StripeInvalidRequestError && !isConflict) {
    return { code: 'not-refundable', detail: inWords(error) }
  }
  return unavailable(error)
}

const toTruth = (refund: Stripe.Refund): CardRefundTruth => ({
  providerRefundId: refund.id,
  state: stateOf(refund.status),
  amount: fromStripeAmount(refund.amount, refund.currency),
  paymentIntentId: idOf(refund.payment_intent),
  refundId: refund.metadata?.refund_id ?? null,
})

function stateOf(status: string | null): CardRefundTruth['state'] {
  if (status === 'succeeded') return 'succeeded'
  return status === 'failed' || status === 'canceled' ? 'failed' : 'pending'
}
