import type { Stripe } from 'stripe'
import type { CardDisputeTruth, CardPayments } from './card-payments.ts'
import { fromStripeAmount } from './stripe-amounts.ts'
import { orNull } from './stripe-errors.server.ts'
import { idOf } from './stripe-events.server.ts'

/** The part of the port that asks about disputes. */
export function disputesOf(stripe: Stripe): Pick<CardPayments, 'findDispute'> {
  return {
    findDispute: async (disputeId) => {
      const found = await orNull(stripe.disputes.retrieve(disputeId))
      return found && toTruth(found)
    },
  }
}

const toTruth = (dispute: Stripe.Dispute): CardDisputeTruth => ({
  disputeId: dispute.id,
  paymentIntentId: idOf(dispute.payment_intent),
  state: stateOf(dispute.status),
  amount: fromStripeAmount(dispute.amount, dispute.currency),
  answerBy: answerBy(dispute),
})

function stateOf(status: Stripe.Dispute.Status): CardDisputeTruth['state'] {
  switch (status) {
    case 'won':
    case 'warning_closed':
      return 'won'
    case 'lost':
    // ended before it began, by giving the money back
    case 'prevented':
      return 'lost'
    default:
      return 'open'
  }
}

function answerBy({ status, evidence_details: { due_by } }: Stripe.Dispute): Date | null {
  const isAsked = status === 'needs_response' || status === 'warning_needs_response'
  return isAsked && due_by !== null ? new Date(due_by * 1000) : null
}
