import type { Stripe } from 'stripe'
import { invalid, missing } from './api-error.ts'
import type { Books } from './books.ts'
import { newMovement, newRefund, type RefundDetails } from './objects.ts'
import type { Webhooks } from './webhooks.ts'

export interface RefundCall extends RefundDetails {
  payment_intent?: string
  charge?: string
  amount?: number
}

/** Refunds, which can stay pending for days and still fail. */
export class Refunds {
  constructor(
    private readonly books: Books,
    private readonly webhooks: Webhooks,
  ) {}

  create(sent: RefundCall): Stripe.Refund {
    const intent = this.intentFor(sent)
    const left = intent.amount_received - this.refundedOf(intent)
    const amount = sent.amount ?? left
    if (intent.status !== 'succeeded')
      throw invalid(`${intent.id} does not have a successful charge to refund.`)
    if (this.isDisputed(intent)) throw invalid('The charge has been charged back.', 'charge_disputed')
    if (left === 0) throw invalid('The charge has already been refunded.', 'charge_already_refunded')
    if (amount > left) {
      throw invalid(
        `Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`,
        undefined,
        'amount',
      )
    }
    const refund = newRefund(intent, amount, sent)
    this.books.refunds.set(refund.id, refund)
    refund.balance_transaction = this.move('refund', refund.id, -amount)
    this.webhooks.emit('refund.created', refund)
    if (this.books.settings.refundsBeginAs === 'succeeded') this.finish(refund.id, 'succeeded')
    else refund.pending_reason = 'insufficient_funds'
    return refund
  }

  /** As somebody does it in the dashboard, where the shop's own ids are not known. */
  createByHand(paymentIntentId: string, amount: number): string {
    return this.create({ payment_intent: paymentIntentId, amount, metadata: {} }).id
  }

  get(id: string): Stripe.Refund {
    const refund = this.books.refunds.get(id)
    if (!refund) throw missing('refund', id)
    return refund
  }

  /** What the bank says in the end; a failed refund puts the money back on the account. */
  finish(id: string, status: 'succeeded' | 'failed'): void {
    const refund = this.get(id)
    refund.status = status
    delete refund.pending_reason
    if (status === 'failed') {
      refund.failure_reason = 'expired_or_canceled_card'
      refund.failure_balance_transaction = this.move('refund_failure', refund.id, refund.amount)
      this.webhooks.emit('refund.failed', refund)
    }
    this.webhooks.emit('refund.updated', refund)
  }

  private move(type: 'refund' | 'refund_failure', source: string, amount: number): string {
    const movement = newMovement(type, source, amount, 0)
    this.books.movements.set(movement.id, movement)
    return movement.id
  }

  private intentFor(sent: RefundCall): Stripe.PaymentIntent {
    if (!sent.payment_intent === !sent.charge) {
      throw invalid(
        'One of the following params should be provided for this request: payment_intent or charge.',
      )
    }
    const intents = [...this.books.intents.values()]
    const intent = intents.find((one) => one.id === sent.payment_intent || one.latest_charge === sent.charge)
    if (!intent) throw missing('payment_intent', sent.payment_intent ?? sent.charge ?? '')
    return intent
  }

  private isDisputed(intent: Stripe.PaymentIntent): boolean {
    return [...this.books.disputes.values()].some(
      ({ payment_intent, status }) => payment_intent === intent.id && status !== 'won',
    )
  }

  private refundedOf(intent: Stripe.PaymentIntent): number {
    const counted = [...this.books.refunds.values()].filter(
      (refund) => refund.payment_intent === intent.id && refund.status !== 'failed',
    )
    return counted.reduce((sum, refund) => sum + refund.amount, 0)
  }
}
