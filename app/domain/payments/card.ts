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

/** What the card provider says about a refund when asked. */
export interface CardRefundTruth {
  providerRefundId: string
  state: 'pending' | 'succeeded' | 'failed'
  amount: number | null
  /** Our own id of it; null when it was made in the provider's console. */
  refundId: string | null
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
