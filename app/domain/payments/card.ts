/** What the card provider says about a payment page when asked. The payments port answers in this shape. */
export interface CardTruth {
  sessionId: string
  /** unpaid-completed: the buyer finished, the money is on its way. failed: it will not come. */
  state: 'open' | 'paid' | 'unpaid-completed' | 'failed' | 'expired'
  /** null when it is not whole rupiah. */
  amount: number | null
  currency: string
  orderId: string | null
  paymentIntentId: string | null
}

/** Why a refund is not sent by itself, as the record keeps it: staff look at the provider first. */
export const CARD_UNCLEAR = 'card-unclear'

/** Whether a number is one that the card provider gives to what it moves; no bank does so. */
export const isProviderNumber = (reference: string): boolean => /^(re|pyr|dp|du|ch|py|pi)_/i.test(reference)

/** Whether a number of the card provider is that of a dispute: its money goes back by the buyer's bank. */
export const isDisputeNumber = (reference: string): boolean => /^(dp|du)_/.test(reference)

/** What the card provider says about a refund when asked. */
export interface CardRefundTruth {
  providerRefundId: string
  state: 'pending' | 'succeeded' | 'failed'
  amount: number | null
  paymentIntentId: string | null
  /** Our own id of it; null when it was made in the provider's console. */
  refundId: string | null
}

/** What the card provider says about a dispute when asked. */
export interface CardDisputeTruth {
  disputeId: string
  paymentIntentId: string | null
  /** won: the money stays. lost: it went back to the card, by the bank. */
  state: 'open' | 'won' | 'lost'
  amount: number | null
  /** Until when staff may answer; null when nothing is asked of them any more. */
  answerBy: Date | null
}

/** A notice that something happened at the provider, its signature already checked. */
export interface CardNotice {
  id: string
  type: string
  subject:
    | { kind: 'session'; sessionId: string }
    | { kind: 'refund'; providerRefundId: string }
    | { kind: 'dispute'; disputeId: string; paymentIntentId: string | null }
    | { kind: 'other' }
}
