import { Stripe } from 'stripe'
import { sum } from '#app/lib/money.ts'
import { ok, refuse } from '#app/lib/result.ts'
import {
  type CardOrder,
  type CardPage,
  type CardPayments,
  CardPaymentsDown,
  type CardPaymentTruth,
  type CardStartRefusal,
} from './card-payments.ts'
import { fromStripeAmount, toStripeAmount } from './stripe-amounts.ts'
import { disputesOf } from './stripe-disputes.server.ts'
import { downOr, inWords, orNull, unavailable } from './stripe-errors.server.ts'
import { idOf, readEventsWith } from './stripe-events.server.ts'
import { refundsOf } from './stripe-refunds.server.ts'

export interface StripeOptions {
  /** A restricted key (`rk_`) with Checkout Sessions and Refunds write, PaymentIntents and Disputes read is enough. */
  secretKey: string
  webhookSecret: string
  /** Only for the stand-in server of the tests and of development. */
  baseUrl?: string
}

/** A buyer waits for `start`; two tries of this length and the pause between them stay under 12 seconds. */
const START_TIMEOUT_MS = 5_000
const TIMEOUT_MS = 10_000

/**
 * Card payments through Stripe's hosted Checkout.
 * @throws RangeError when the webhook secret is blank, or a key of a real account would go to another host
 * @see docs/decisions/0010-card-payments-on-a-hosted-page.md
 */
export function stripePayments(options: StripeOptions): CardPayments {
  if (options.webhookSecret.trim() === '') throw new RangeError('The Stripe webhook secret is blank')
  const stripe = new Stripe(options.secretKey, {
    telemetry: false,
    timeout: TIMEOUT_MS,
    maxNetworkRetries: 1,
    ...(options.baseUrl ? standInHost(options.baseUrl, options.secretKey) : {}),
  })
  return {
    start: (order) => start(stripe, order),
    find: (sessionId) => find(stripe, sessionId),
    expire: (sessionId) => expire(stripe, sessionId),
    ...refundsOf(stripe),
    ...disputesOf(stripe),
    readEvent: readEventsWith(stripe, options.webhookSecret),
  }
}

function standInHost(baseUrl: string, secretKey: string) {
  const url = new URL(baseUrl)
  if (!/^(sk|rk)_test_/.test(secretKey))
    throw new RangeError('Only a test key may go to another host than Stripe')
  return {
    host: url.hostname,
    port: url.port,
    protocol: url.protocol === 'http:' ? 'http' : 'https',
  } as const
}

async function start(stripe: Stripe, order: CardOrder): ReturnType<CardPayments['start']> {
  try {
    const earlier = order.attempt > 1 ? await findOpenPage(stripe, order) : null
    if (earlier) return ok(earlier)
    const session = await stripe.checkout.sessions.create(toSession(order), {
      idempotencyKey: `checkout:${order.id}:${order.attempt}`,
      timeout: START_TIMEOUT_MS,
      maxNetworkRetries: order.attempt > 1 ? 0 : 1,
    })
    return ok(toPage(session))
  } catch (error) {
    return refuse(startRefusal(error))
  }
}

/**
 * The page an earlier attempt opened although its answer never came. Without this look a buyer who tries again
 * could be given a second page and pay twice.
 */
async function findOpenPage(stripe: Stripe, order: CardOrder): Promise<CardPage | null> {
  const dayAgo = Math.floor(Date.now() / 1000) - 24 * 60 * 60
  const open = stripe.checkout.sessions.list(
    { status: 'open', created: { gte: dayAgo }, limit: 100 },
    { timeout: START_TIMEOUT_MS, maxNetworkRetries: 0 },
  )
  for await (const session of open) {
    if (session.metadata?.order_id === order.id) return toPage(session)
  }
  return null
}

function toSession(order: CardOrder): Stripe.Checkout.SessionCreateParams {
  const lines = [...order.lines]
  if (order.shipping.amount > 0) {
    lines.push({ title: order.shipping.title, unitPrice: order.shipping.amount, quantity: 1 })
  }
  const total = sum(lines.map((line) => line.unitPrice * line.quantity))
  if (total !== order.total)
    throw new RangeError(`Order ${order.code} is Rp ${order.total}, its lines Rp ${total}`)
  return {
    mode: 'payment',
    submit_type: 'pay',
    locale: order.locale,
    client_reference_id: order.code,
    metadata: { order_id: order.id },
    payment_intent_data: { metadata: { order_id: order.id }, description: order.code },
    ...(order.email ? { customer_email: order.email } : {}),
    // Otherwise Stripe may offer the buyer another currency, at a rate this shop never showed.
    adaptive_pricing: { enabled: false },
    line_items: lines.map((line) => ({
      quantity: line.quantity,
      price_data: {
        currency: 'idr',
        unit_amount: toStripeAmount(line.unitPrice),
        product_data: { name: line.title.slice(0, 250) },
      },
    })),
    expires_at: Math.floor(order.expiresAt.getTime() / 1000),
    success_url: order.successUrl,
    cancel_url: order.cancelUrl,
  }
}

function toPage(session: Stripe.Checkout.Session): CardPage {
  if (!session.url) throw new CardPaymentsDown(`Session ${session.id} has no page to pay on`)
  return { sessionId: session.id, payUrl: session.url, expiresAt: new Date(session.expires_at * 1000) }
}

function startRefusal(error: unknown): CardStartRefusal {
  if (error instanceof CardPaymentsDown) {
    return { code: 'unavailable', detail: error.message, attemptSpent: true }
  }
  if (!(error instanceof Stripe.errors.StripeError)) throw error
  if (error.code === 'amount_too_small') return { code: 'too-small', detail: inWords(error) }
  if (error.param === 'expires_at') return { code: 'too-late', detail: inWords(error) }
  return unavailable(error)
}

async function find(stripe: Stripe, sessionId: string): Promise<CardPaymentTruth | null> {
  const session = await orNull(stripe.checkout.sessions.retrieve(sessionId, { expand: ['payment_intent'] }))
  return (
    session && {
      sessionId: session.id,
      state: stateOf(session),
      amount: fromStripeAmount(session.amount_total, session.currency),
      currency: session.currency ?? '',
      orderId: session.metadata?.order_id ?? null,
      paymentIntentId: idOf(session.payment_intent),
    }
  )
}

function stateOf(session: Stripe.Checkout.Session): CardPaymentTruth['state'] {
  if (session.status === 'expired') return 'expired'
  if (session.status !== 'complete') return 'open'
  if (session.payment_status !== 'unpaid') return 'paid'
  const intent = session.payment_intent
  const status = intent && typeof intent !== 'string' ? intent.status : null
  return status === 'requires_payment_method' || status === 'canceled' ? 'failed' : 'unpaid-completed'
}

async function expire(stripe: Stripe, sessionId: string): ReturnType<CardPayments['expire']> {
  try {
    await stripe.checkout.sessions.expire(sessionId)
    return 'expired'
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw downOr(error)
  }
  // Refused because it is no longer open, or not there at all: only the session itself can say which.
  const truth = await find(stripe, sessionId)
  if (!truth) return 'unknown-session'
  if (truth.state === 'open') throw new CardPaymentsDown(`Session ${sessionId} is open but does not expire`)
  return truth.state === 'expired' ? 'expired' : 'already-complete'
}
