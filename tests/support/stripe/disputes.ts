import type { Stripe } from 'stripe'
import { missing } from './api-error.ts'
import type { Books } from './books.ts'
import { newDispute } from './objects.ts'
import type { Webhooks } from './webhooks.ts'

/** Disputes, which a buyer's bank opens and decides. */
export class Disputes {
  constructor(
    private readonly books: Books,
    private readonly webhooks: Webhooks,
  ) {}

  /** Opens one about a whole payment. While it is open, and once it is lost, nothing can be refunded. */
  open(paymentIntentId: string): string {
    const intent = this.books.intents.get(paymentIntentId)
    if (!intent) throw missing('payment_intent', paymentIntentId)
    const dispute = newDispute(intent)
    this.books.disputes.set(dispute.id, dispute)
    this.webhooks.emit('charge.dispute.created', dispute)
    return dispute.id
  }

  get(id: string): Stripe.Dispute {
    const dispute = this.books.disputes.get(id)
    if (!dispute) throw missing('dispute', id)
    return dispute
  }

  decide(id: string, status: 'won' | 'lost'): void {
    const dispute = this.get(id)
    dispute.status = status
    this.webhooks.emit('charge.dispute.closed', dispute)
  }
}
