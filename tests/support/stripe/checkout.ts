import type { Stripe } from 'stripe'
import { invalid, missing } from './api-error.ts'
import { type Books, idFor, idOf, nowInSeconds } from './books.ts'
import { newIntent, newMovement, newSession } from './objects.ts'
import type { SessionParameters } from './parameters.ts'
import type { Webhooks } from './webhooks.ts'

/** What Stripe keeps of each payment. The real rate depends on the account; a reconciliation only needs it not to be 0. */
const FEE_BASIS_POINTS = 340

/** Checkout Sessions and what a buyer, or time, does to them. */
export class Checkout {
  private intentData = new Map<string, SessionParameters['payment_intent_data']>()

  constructor(
    private readonly books: Books,
    private readonly webhooks: Webhooks,
  ) {}

  create(sent: SessionParameters, payPage: string): Stripe.Checkout.Session {
    const total = sent.line_items.reduce((sum, line) => sum + line.quantity * line.price_data.unit_amount, 0)
    const lasts = (sent.expires_at ?? Infinity) - nowInSeconds()
    if (lasts < 30 * 60) {
      throw invalid(
        'The `expires_at` timestamp must be at least 30 minutes from now.',
        undefined,
        'expires_at',
      )
    }
    if (sent.expires_at && lasts > 24 * 60 * 60) {
      throw invalid(
        'The `expires_at` timestamp must be less than 24 hours from now.',
        undefined,
        'expires_at',
      )
    }
    if (new Set(sent.line_items.map((line) => line.price_data.currency)).size > 1) {
      throw invalid('All line items must have the same currency.', undefined, 'line_items')
    }
    if (total < this.books.settings.minimumAmount) {
      throw invalid("The Checkout Session's total amount is below the minimum.", 'amount_too_small')
    }
    const session = newSession(sent, total, payPage)
    this.books.sessions.set(session.id, session)
    this.intentData.set(session.id, sent.payment_intent_data)
    return session
  }

  get(id: string): Stripe.Checkout.Session {
    const session = this.books.sessions.get(id)
    if (!session) throw missing('checkout session', id)
    return session
  }

  pay(id: string): void {
    const session = this.complete(id)
    session.payment_status = 'paid'
    this.succeed(this.intentOf(session))
    this.webhooks.emit('checkout.session.completed', session)
  }

  decline(id: string): void {
    const session = this.getOpen(id)
    this.refuse(this.intentOf(session))
  }

  /** The buyer has finished, the money has not arrived: a bank debit, a voucher paid at a counter. */
  payLater(id: string): void {
    const session = this.complete(id)
    const intent = this.intentOf(session)
    intent.status = 'processing'
    this.webhooks.emit('payment_intent.processing', intent)
    this.webhooks.emit('checkout.session.completed', session)
  }

  arrive(id: string): void {
    const session = this.getComing(id)
    session.payment_status = 'paid'
    this.succeed(this.intentOf(session))
    this.webhooks.emit('checkout.session.async_payment_succeeded', session)
  }

  failToArrive(id: string): void {
    const session = this.getComing(id)
    this.refuse(this.intentOf(session))
    this.webhooks.emit('checkout.session.async_payment_failed', session)
  }

  expire(id: string): Stripe.Checkout.Session {
    const session = this.getOpen(id)
    session.status = 'expired'
    session.url = null
    this.webhooks.emit('checkout.session.expired', session)
    return session
  }

  expireOverdue(): void {
    for (const session of this.books.sessions.values()) {
      if (session.status === 'open' && session.expires_at <= nowInSeconds()) this.expire(session.id)
    }
  }

  private getOpen(id: string): Stripe.Checkout.Session {
    const session = this.get(id)
    if (session.status === 'open') return session
    throw invalid(
      `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ` +
        `\`${session.status}\`.`,
    )
  }

  private getComing(id: string): Stripe.Checkout.Session {
    const session = this.get(id)
    if (session.status !== 'complete' || this.intentOf(session).status !== 'processing') {
      throw invalid(`No payment is on its way for ${id}.`)
    }
    return session
  }

  private complete(id: string): Stripe.Checkout.Session {
    const session = this.getOpen(id)
    session.status = 'complete'
    session.url = null
    session.customer_details = {
      address: null,
      business_name: null,
      email: session.customer_email ?? 'pembeli@example.com',
      individual_name: null,
      name: 'Pembeli',
      phone: null,
      tax_exempt: 'none',
      tax_ids: [],
    }
    return session
  }

  private intentOf(session: Stripe.Checkout.Session): Stripe.PaymentIntent {
    const made = this.books.intents.get(idOf(session.payment_intent))
    if (made) return made
    const intent = newIntent(session, this.intentData.get(session.id))
    this.books.intents.set(intent.id, intent)
    session.payment_intent = intent.id
    return intent
  }

  private succeed(intent: Stripe.PaymentIntent): void {
    intent.status = 'succeeded'
    intent.amount_received = intent.amount
    intent.last_payment_error = null
    intent.payment_method = idFor('pm')
    intent.latest_charge = idFor('ch')
    const fee = Math.floor((intent.amount * FEE_BASIS_POINTS) / 10_000)
    const movement = newMovement('charge', intent.latest_charge, intent.amount, fee)
    this.books.movements.set(movement.id, movement)
    this.webhooks.emit('payment_intent.succeeded', intent)
  }

  private refuse(intent: Stripe.PaymentIntent): void {
    intent.status = 'requires_payment_method'
    intent.last_payment_error = {
      type: 'card_error',
      code: 'card_declined',
      decline_code: 'generic_decline',
      message: 'Your card was declined.',
    }
    this.webhooks.emit('payment_intent.payment_failed', intent)
  }
}
