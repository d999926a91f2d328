import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#app/lib/ids.ts'
import { rupiah } from '#app/lib/money.ts'
import type { CardPage } from '#app/ports/payments/card-payments.ts'
import { stripePayments } from '#app/ports/payments/stripe.server.ts'
import { type StripeStandIn, startStripeStandIn } from '#tests/support/stripe/stand-in.ts'
import { anOrder, forOne } from './card-orders.ts'

const secretKey = 'rk_test_anyam'
const webhookSecret = 'whsec_anyam'

let stripe: StripeStandIn
let payments: ReturnType<typeof stripePayments>

beforeAll(async () => {
  stripe = await startStripeStandIn({ secretKey, webhookSecret })
  payments = stripePayments({ secretKey, webhookSecret, baseUrl: stripe.url })
})
beforeEach(() => stripe.control.reset())
afterAll(() => stripe.close())

async function started(order = anOrder()): Promise<CardPage> {
  const result = await payments.start(order)
  if (!result.ok) throw new Error(result.error.detail)
  return result.value
}

async function paid(order = anOrder()): Promise<{ sessionId: string; paymentIntentId: string }> {
  const { sessionId } = await started(order)
  stripe.control.pay(sessionId)
  const truth = await payments.find(sessionId)
  return { sessionId, paymentIntentId: truth?.paymentIntentId ?? '' }
}

describe('opening the page', () => {
  test.each([1, 15_000, 999_999_999])(
    'Rp %i is charged as exactly a hundred times as many units',
    async (amount) => {
      const order = forOne(amount)
      const { sessionId } = await started(order)
      const [session] = stripe.control.sessions()
      expect(session).toMatchObject({
        id: sessionId,
        amount_total: amount * 100,
        currency: 'idr',
        locale: 'id',
      })
      expect(await payments.find(sessionId)).toMatchObject({
        amount,
        currency: 'idr',
        orderId: order.id,
        state: 'open',
      })
    },
  )

  test('carries the order, its lines, shipping and the time its stock is held', async () => {
    const order = anOrder({ locale: 'en' })
    const page = await started(order)
    expect(page.payUrl).toBe(`${stripe.url}/pay/${page.sessionId}`)
    expect(Math.abs(page.expiresAt.getTime() - order.expiresAt.getTime())).toBeLessThan(1_000)
    expect(stripe.control.sessions()[0]).toMatchObject({
      amount_total: 32_400_000,
      client_reference_id: 'AN-7F3K',
      metadata: { order_id: order.id },
      customer_email: 'pembeli@example.com',
      locale: 'en',
      adaptive_pricing: { enabled: false },
      success_url: order.successUrl,
      cancel_url: order.cancelUrl,
    })
  })

  test('an order whose lines do not add up is a bug and never reaches the provider', async () => {
    await expect(payments.start(anOrder({ total: rupiah(1) }))).rejects.toThrow(RangeError)
    expect(stripe.control.journal()).toEqual([])
  })

  test('twenty starts of one attempt give one page', async () => {
    const order = anOrder()
    const pages = await Promise.all(Array.from({ length: 20 }, () => started(order)))
    expect(new Set(pages.map((page) => page.sessionId)).size).toBe(1)
    expect(stripe.control.sessions()).toHaveLength(1)
  })

  test('below the provider’s minimum it is refused in so many words', async () => {
    stripe.control.set({ minimumAmount: 1_000_000 })
    expect(await payments.start(forOne(5_000))).toMatchObject({ ok: false, error: { code: 'too-small' } })
  })

  test('a hold that ends too soon for a payment page is refused as too late', async () => {
    const order = anOrder({ expiresAt: new Date(Date.now() + 29 * 60_000) })
    expect(await payments.start(order)).toMatchObject({ ok: false, error: { code: 'too-late' } })
  })
})

describe('the truth about a payment', () => {
  test('open, then declined, then paid', async () => {
    const { sessionId } = await started()
    stripe.control.decline(sessionId)
    expect(await payments.find(sessionId)).toMatchObject({ state: 'open' })
    stripe.control.pay(sessionId)
    const truth = await payments.find(sessionId)
    expect(truth).toMatchObject({ state: 'paid', amount: 324_000 })
    expect(truth?.paymentIntentId).toMatch(/^pi_/)
  })

  test('completed but unpaid, then arrived or failed', async () => {
    const [first, second] = [await started(), await started()]
    for (const { sessionId } of [first, second]) stripe.control.payLater(sessionId)
    expect(await payments.find(first.sessionId)).toMatchObject({ state: 'unpaid-completed' })
    stripe.control.arrive(first.sessionId)
    stripe.control.failToArrive(second.sessionId)
    expect(await payments.find(first.sessionId)).toMatchObject({ state: 'paid' })
    expect(await payments.find(second.sessionId)).toMatchObject({ state: 'failed' })
  })

  test('another currency, or sen, has no amount in rupiah', async () => {
    const { sessionId } = await started()
    stripe.control.alterSession(sessionId, { currency: 'usd' })
    expect(await payments.find(sessionId)).toMatchObject({ amount: null, currency: 'usd' })
    stripe.control.alterSession(sessionId, { currency: 'idr', amount_total: 150 })
    expect(await payments.find(sessionId)).toMatchObject({ amount: null, currency: 'idr' })
  })

  test('an unknown session is nothing', async () => {
    expect(await payments.find('cs_test_unknown')).toBeNull()
  })
})

describe('closing the page', () => {
  test('an open page expires, and expiring it again is no error', async () => {
    const { sessionId } = await started()
    expect(await payments.expire(sessionId)).toBe('expired')
    expect(await payments.expire(sessionId)).toBe('expired')
    expect(await payments.find(sessionId)).toMatchObject({ state: 'expired' })
  })

  test('a page already paid, or completed and not yet paid, stays so', async () => {
    const { sessionId } = await paid()
    expect(await payments.expire(sessionId)).toBe('already-complete')
    const later = await started()
    stripe.control.payLater(later.sessionId)
    expect(await payments.expire(later.sessionId)).toBe('already-complete')
  })

  test('an unknown page is called unknown', async () => {
    expect(await payments.expire('cs_test_unknown')).toBe('unknown-session')
  })
})

describe('giving money back', () => {
  const refundOf = (paymentIntentId: string, amount: number) => ({
    refundId: newId(),
    orderId: newId(),
    paymentIntentId,
    amount: rupiah(amount),
    attempt: 1,
  })

  test('in part, then the rest, never more', async () => {
    const { paymentIntentId } = await paid()
    for (const amount of [24_000, 300_000]) {
      const result = await payments.refund(refundOf(paymentIntentId, amount))
      expect(result).toMatchObject({ ok: true, value: { state: 'succeeded', amount } })
    }
    const tooMuch = await payments.refund(refundOf(paymentIntentId, 1))
    expect(tooMuch).toMatchObject({ ok: false, error: { code: 'not-refundable' } })
    expect(stripe.control.totals()).toMatchObject({ captured: 32_400_000, refunded: 32_400_000 })
  })

  test('the same refund asked for again, under any attempt, is paid once', async () => {
    const { paymentIntentId } = await paid()
    const order = refundOf(paymentIntentId, 10_000)
    stripe.control.fail({ kind: '500-after-success', on: 'POST /v1/refunds', times: 1 })
    expect(await payments.refund(order)).toMatchObject({ error: { code: 'unavailable', attemptSpent: true } })
    const again = await Promise.all([1, 2, 3].map((attempt) => payments.refund({ ...order, attempt })))
    expect(again.every((result) => result.ok)).toBe(true)
    expect(stripe.control.refunds()).toHaveLength(1)
  })

  test('can wait for the bank and fail in the end', async () => {
    const { paymentIntentId } = await paid()
    stripe.control.set({ refundsBeginAs: 'pending' })
    const order = refundOf(paymentIntentId, 10_000)
    const result = await payments.refund(order)
    if (!result.ok) throw new Error(result.error.detail)
    expect(result.value).toMatchObject({ state: 'pending', refundId: order.refundId, paymentIntentId })
    stripe.control.finishRefund(result.value.providerRefundId, 'failed')
    expect(await payments.findRefund(result.value.providerRefundId)).toMatchObject({ state: 'failed' })
    expect(stripe.control.totals().refunded).toBe(0)
  })

  test('is not done by itself once some was given back in the console, unless that has failed', async () => {
    const { paymentIntentId } = await paid()
    const byHand = stripe.control.refundByHand(paymentIntentId, 1_000_000)
    const order = refundOf(paymentIntentId, 10_000)
    expect(await payments.refund(order)).toMatchObject({ error: { code: 'not-refundable' } })
    expect(stripe.control.refunds()).toHaveLength(1)
    expect(await payments.findRefund(byHand)).toMatchObject({
      refundId: null,
      paymentIntentId,
      amount: 10_000,
    })
    stripe.control.finishRefund(byHand, 'failed')
    expect(await payments.refund(order)).toMatchObject({ ok: true, value: { refundId: order.refundId } })
  })

  test('of an unknown payment is not possible', async () => {
    expect(await payments.refund(refundOf('pi_unknown', 1_000))).toMatchObject({
      error: { code: 'not-refundable' },
    })
    expect(await payments.findRefund('re_unknown')).toBeNull()
  })
})

test('a dispute is told as it stands, and nothing is given back meanwhile', async () => {
  const { paymentIntentId } = await paid()
  const disputeId = stripe.control.dispute(paymentIntentId)
  const open = await payments.findDispute(disputeId)
  expect(open).toMatchObject({ disputeId, paymentIntentId, state: 'open', amount: 324_000 })
  expect(open?.answerBy?.getTime()).toBeGreaterThan(Date.now())
  const refund = { refundId: newId(), orderId: newId(), paymentIntentId, amount: rupiah(1_000), attempt: 1 }
  expect(await payments.refund(refund)).toMatchObject({ error: { code: 'not-refundable' } })
  for (const state of ['won', 'lost'] as const) {
    stripe.control.decideDispute(disputeId, state)
    expect(await payments.findDispute(disputeId)).toMatchObject({ state, answerBy: null })
  }
  expect(await payments.findDispute('dp_unknown')).toBeNull()
})

test('a page left open expires by itself when its time comes', async () => {
  const { sessionId } = await started()
  stripe.control.alterSession(sessionId, { expires_at: Math.floor(Date.now() / 1000) - 1 })
  expect(await payments.find(sessionId)).toMatchObject({ state: 'expired' })
  expect(stripe.control.events().map((event) => event.type)).toEqual(['checkout.session.expired'])
})
