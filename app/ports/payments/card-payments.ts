import type { Rupiah } from '#app/lib/money.ts'
import type { Result } from '#app/lib/result.ts'

/** One card payment to be taken on a page the provider hosts. Everything in it is frozen with the order. */
export interface CardOrder {
  id: string
  /** The code people say on the phone; shown at the provider and in its exports. */
  code: string
  /** 1 at first; raised by one only after a refusal that says `attemptSpent`. Store it before calling `start`. */
  attempt: number
  locale: 'id' | 'en'
  email: string | null
  lines: readonly CardLine[]
  shipping: { title: string; amount: Rupiah }
  /** Must equal the lines plus shipping. */
  total: Rupiah
  /** When the stock hold ends: 30 minutes to 24 hours from now, and the same on every try of one attempt. */
  expiresAt: Date
  successUrl: string
  cancelUrl: string
}

export interface CardLine {
  title: string
  unitPrice: Rupiah
  quantity: number
}

export interface CardPage {
  sessionId: string
  payUrl: string
  expiresAt: Date
}

export type CardStartRefusal =
  /** Below what the provider will charge. */
  | { code: 'too-small'; detail: string }
  /** The hold ends sooner than a payment page may live; the buyer can still pay by transfer. */
  | { code: 'too-late'; detail: string }
  /**
   * No answer, or one that cannot be used: show a retry button.
   * `attemptSpent` means the provider has stored a failure under this attempt and would replay it for a day.
   */
  | { code: 'unavailable'; detail: string; attemptSpent: boolean }

/** What the provider says about a payment now. Webhooks and return addresses only say when to ask. */
export interface CardPaymentTruth {
  sessionId: string
  /** `unpaid-completed`: the buyer finished, the money is still on its way. `failed`: it will not come. */
  state: 'open' | 'paid' | 'unpaid-completed' | 'failed' | 'expired'
  /** Null when the provider's amount is not whole rupiah; never to be treated as paid. */
  amount: Rupiah | null
  currency: string
  orderId: string | null
  paymentIntentId: string | null
}

export interface CardRefundOrder {
  /** Our own id of the refund, made and stored before the call. */
  refundId: string
  orderId: string
  paymentIntentId: string
  amount: Rupiah
  /** As in `CardOrder`. */
  attempt: number
}

export interface CardRefundTruth {
  /** The provider's id. */
  providerRefundId: string
  state: 'pending' | 'succeeded' | 'failed'
  amount: Rupiah | null
  paymentIntentId: string | null
  /** Our own id, when the refund was made through the shop and not in the provider's console. */
  refundId: string | null
}

export type CardRefundRefusal =
  /**
   * More than is left of the payment, or the payment is disputed or unpaid, or some of it was given back in the
   * provider's console, which may have been for this: staff must look.
   */
  { code: 'not-refundable'; detail: string } | { code: 'unavailable'; detail: string; attemptSpent: boolean }

/** What the provider says of a dispute that a buyer's bank has opened. */
export interface CardDisputeTruth {
  disputeId: string
  paymentIntentId: string | null
  /** `won`: the money stays. `lost`: it went back to the card, by the bank. */
  state: 'open' | 'won' | 'lost'
  amount: Rupiah | null
  /** Until when staff may answer at the provider; null when nothing is asked of them any more. */
  answerBy: Date | null
}

/** A signed notice that something happened. It names the thing; the job that handles it asks for the truth. */
export interface CardEvent {
  id: string
  type: string
  createdAt: Date
  subject:
    | { kind: 'session'; sessionId: string; orderId: string | null }
    | { kind: 'refund'; providerRefundId: string }
    | { kind: 'dispute'; disputeId: string; paymentIntentId: string | null }
    | { kind: 'other' }
  /** The whole notice, to be stored as received. */
  payload: unknown
}

/** Card payments on a hosted page. The shop runs without it: no keys, no port, no card choice at checkout. */
export interface CardPayments {
  /** Opens the page to pay on. The same order and attempt always give the same page. */
  start(order: CardOrder): Promise<Result<CardPage, CardStartRefusal>>
  /** @throws CardPaymentsDown when the provider does not answer */
  find(sessionId: string): Promise<CardPaymentTruth | null>
  /**
   * Closes the page before held stock is given back.
   * @throws CardPaymentsDown when the provider does not answer; keep the hold
   */
  expire(sessionId: string): Promise<'expired' | 'already-complete' | 'unknown-session'>
  refund(order: CardRefundOrder): Promise<Result<CardRefundTruth, CardRefundRefusal>>
  /** @throws CardPaymentsDown when the provider does not answer */
  findRefund(providerRefundId: string): Promise<CardRefundTruth | null>
  /** @throws CardPaymentsDown when the provider does not answer */
  findDispute(disputeId: string): Promise<CardDisputeTruth | null>
  /** Checks a notice against its raw, unparsed body. */
  readEvent(rawBody: string | Buffer, signature: string | null): Result<CardEvent, { code: 'bad-signature' }>
}

/** The provider did not answer or answered with an error of its own; whoever asked may ask again later. */
export class CardPaymentsDown extends Error {
  override name = 'CardPaymentsDown'
}

/** By its name and not by `instanceof`: routes are bundled with a copy of this class of their own. */
export const isCardPaymentsDown = (error: unknown): error is CardPaymentsDown =>
  error instanceof Error && error.name === 'CardPaymentsDown'
