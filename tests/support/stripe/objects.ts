import type { Stripe } from 'stripe'
import { idFor, nowInSeconds } from './books.ts'
import type { SessionParameters } from './parameters.ts'

/** A new session in full, so that the compiler complains when a newer SDK expects another shape. */
export function newSession(sent: SessionParameters, total: number, payPage: string): Stripe.Checkout.Session {
  const id = idFor('cs_test')
  return {
    ...absentFromSessions,
    id,
    object: 'checkout.session',
    adaptive_pricing: { enabled: sent.adaptive_pricing?.enabled !== 'false' },
    amount_subtotal: total,
    amount_total: total,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    cancel_url: sent.cancel_url ?? null,
    client_reference_id: sent.client_reference_id ?? null,
    created: nowInSeconds(),
    currency: sent.line_items[0]?.price_data.currency ?? null,
    custom_fields: [],
    custom_text: {
      after_submit: null,
      shipping_address: null,
      submit: null,
      terms_of_service_acceptance: null,
    },
    customer_creation: 'if_required',
    customer_email: sent.customer_email ?? null,
    expires_at: sent.expires_at ?? nowInSeconds() + 24 * 60 * 60,
    livemode: false,
    locale: sent.locale,
    metadata: sent.metadata,
    mode: 'payment',
    payment_method_types: ['card'],
    payment_status: 'unpaid',
    shipping_options: [],
    status: 'open',
    submit_type: sent.submit_type,
    success_url: sent.success_url,
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: 'hosted_page',
    url: `${payPage}/${id}`,
  }
}

const absentFromSessions = {
  after_expiration: null,
  allow_promotion_codes: null,
  allowed_payment_method_types: null,
  billing_address_collection: null,
  client_secret: null,
  collected_information: null,
  consent: null,
  consent_collection: null,
  currency_conversion: null,
  customer: null,
  customer_account: null,
  customer_details: null,
  discounts: null,
  integration_identifier: null,
  invoice: null,
  invoice_creation: null,
  managed_payments: null,
  origin_context: null,
  payment_intent: null,
  payment_link: null,
  payment_method_collection: 'if_required',
  payment_method_configuration_details: null,
  payment_method_options: null,
  permissions: null,
  recovered_from: null,
  saved_payment_method_options: null,
  setup_intent: null,
  shipping_address_collection: null,
  shipping_cost: null,
  subscription: null,
  wallet_options: null,
} satisfies Partial<Stripe.Checkout.Session>

export function newIntent(
  session: Stripe.Checkout.Session,
  data: SessionParameters['payment_intent_data'],
): Stripe.PaymentIntent {
  return {
    ...absentFromIntents,
    id: idFor('pi'),
    object: 'payment_intent',
    amount: session.amount_total ?? 0,
    amount_capturable: 0,
    amount_received: 0,
    capture_method: 'automatic_async',
    confirmation_method: 'automatic',
    created: nowInSeconds(),
    currency: session.currency ?? 'idr',
    description: data?.description ?? null,
    livemode: false,
    metadata: data?.metadata ?? {},
    payment_method_types: ['card'],
    receipt_email: session.customer_email,
    status: 'requires_payment_method',
  }
}

const absentFromIntents = {
  allowed_payment_method_types: null,
  application: null,
  application_fee_amount: null,
  automatic_payment_methods: null,
  canceled_at: null,
  cancellation_reason: null,
  client_secret: null,
  customer: null,
  customer_account: null,
  excluded_payment_method_types: null,
  last_payment_error: null,
  latest_charge: null,
  managed_payments: null,
  next_action: null,
  on_behalf_of: null,
  payment_method: null,
  payment_method_configuration_details: null,
  payment_method_options: null,
  payment_record: null,
  processing: null,
  review: null,
  setup_future_usage: null,
  shipping: null,
  source: null,
  statement_descriptor: null,
  statement_descriptor_suffix: null,
  transfer_group: null,
} satisfies Partial<Stripe.PaymentIntent>

export function newRefund(intent: Stripe.PaymentIntent, amount: number, sent: RefundDetails): Stripe.Refund {
  return {
    id: idFor('re'),
    object: 'refund',
    amount,
    balance_transaction: null,
    charge: intent.latest_charge,
    created: nowInSeconds(),
    currency: intent.currency,
    customer: null,
    customer_account: null,
    metadata: sent.metadata,
    payment_intent: intent.id,
    payment_method: intent.payment_method,
    reason: sent.reason ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: 'pending',
    transfer_reversal: null,
  }
}

const EIGHT_DAYS = 8 * 24 * 60 * 60

export function newDispute(intent: Stripe.PaymentIntent): Stripe.Dispute {
  return {
    id: idFor('dp'),
    object: 'dispute',
    amount: intent.amount_received,
    balance_transactions: [],
    charge: String(intent.latest_charge),
    created: nowInSeconds(),
    currency: intent.currency,
    enhanced_eligibility_types: [],
    // the shop never reads it
    evidence: {} as Stripe.Dispute.Evidence,
    evidence_details: {
      due_by: nowInSeconds() + EIGHT_DAYS,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: 'not_submitted',
    },
    intended_submission_method: null,
    is_charge_refundable: false,
    livemode: false,
    metadata: {},
    payment_intent: intent.id,
    reason: 'product_not_received',
    status: 'needs_response',
  }
}

export interface RefundDetails {
  metadata: Record<string, string>
  reason?: Stripe.Refund.Reason
}

export function newMovement(
  type: 'charge' | 'refund' | 'refund_failure',
  source: string,
  amount: number,
  fee: number,
): Stripe.BalanceTransaction {
  return {
    id: idFor('txn'),
    object: 'balance_transaction',
    amount,
    available_on: nowInSeconds() + 7 * 24 * 60 * 60,
    balance_type: 'payments',
    created: nowInSeconds(),
    currency: 'idr',
    description: null,
    exchange_rate: null,
    fee,
    fee_details: fee
      ? [
          {
            amount: fee,
            application: null,
            currency: 'idr',
            description: 'Stripe processing fees',
            type: 'stripe_fee',
          },
        ]
      : [],
    net: amount - fee,
    reporting_category: type,
    source,
    status: 'pending',
    type,
  }
}
