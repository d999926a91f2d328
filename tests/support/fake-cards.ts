import { newId } from '#app/lib/ids.ts'
import { rupiah } from '#app/lib/money.ts'
import { ok, refuse } from '#app/lib/result.ts'
import {
  type CardDisputeTruth,
  type CardPayments,
  CardPaymentsDown,
  type CardPaymentTruth,
  type CardRefundTruth,
} from '#app/ports/payments/card-payments.ts'

/** A card provider in memory, for tests of what the shop does with its answers. */
export interface FakeCards extends CardPayments {
  pages: Map<string, CardPaymentTruth>
  refunds: Map<string, CardRefundTruth>
  disputes: Map<string, CardDisputeTruth>
  isDown: boolean
  refusesRefunds: boolean
  open(order: { orderId: string; totalRupiah: number }): string
  pay(sessionId: string): void
}

export function fakeCards(): FakeCards {
  const pages = new Map<string, CardPaymentTruth>()
  const refunds = new Map<string, CardRefundTruth>()
  const disputes = new Map<string, CardDisputeTruth>()
  const up = () => {
    if (cards.isDown) throw new CardPaymentsDown('down')
  }
  const set = (sessionId: string, change: Partial<CardPaymentTruth>) => {
    const page = pages.get(sessionId)
    if (page) pages.set(sessionId, { ...page, ...change })
  }
  const cards: FakeCards = {
    pages,
    refunds,
    disputes,
    isDown: false,
    refusesRefunds: false,
    open({ orderId, totalRupiah }) {
      const sessionId = `cs_${newId()}`
      const amount = rupiah(totalRupiah)
      pages.set(sessionId, {
        sessionId,
        state: 'open',
        amount,
        currency: 'idr',
        orderId,
        paymentIntentId: null,
      })
      return sessionId
    },
    pay: (sessionId) => set(sessionId, { state: 'paid', paymentIntentId: `pi_${sessionId}` }),
    start: () => Promise.reject(new Error('Pages are opened by the test')),
    async find(sessionId) {
      up()
      return pages.get(sessionId) ?? null
    },
    async expire(sessionId) {
      up()
      const page = pages.get(sessionId)
      if (!page) return 'unknown-session'
      if (page.state === 'paid' || page.state === 'unpaid-completed' || page.state === 'failed')
        return 'already-complete'
      set(sessionId, { state: 'expired' })
      return 'expired'
    },
    async refund({ refundId, paymentIntentId, amount }) {
      up()
      if (cards.refusesRefunds) return refuse({ code: 'not-refundable', detail: 'disputed' })
      const made = refunds.get(`re_${refundId}`)
      const truth = made ?? {
        providerRefundId: `re_${refundId}`,
        state: 'pending',
        amount,
        paymentIntentId,
        refundId,
      }
      refunds.set(truth.providerRefundId, truth)
      return ok(truth)
    },
    async findRefund(providerRefundId) {
      up()
      return refunds.get(providerRefundId) ?? null
    },
    async findDispute(disputeId) {
      up()
      return disputes.get(disputeId) ?? null
    },
    readEvent: () => refuse({ code: 'bad-signature' }),
  }
  return cards
}
