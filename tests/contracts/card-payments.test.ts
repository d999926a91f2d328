import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#app/lib/ids.ts'
import { rupiah } from '#app/lib/money.ts'
import type { CardOrder, CardPage } from '#app/ports/payments/card-payments.ts'
import { CardPaymentsDown } from '#app/ports/payments/card-payments.ts'
import { stripePayments } from '#app/ports/payments/stripe.server.ts'
import type { FaultKind } from '#tests/support/stripe/faults.ts'
import { type StripeStandIn, startStripeStandIn } from '#tests/support/stripe/stand-in.ts'

const secretKey = 'rk_test_anyam'
const webhookSecret = 'whsec_anyam'
const CREATE = 'POST /v1/checkout/sessions'

let stripe: StripeStandIn
let payments: ReturnType<typeof stripePayments>

beforeAll(async () => {
  stripe = await startStripeStandIn({ secretKey, webhookSecret })
  payments = stripePayments({ secretKey, webhookSecret, baseUrl: stripe.url })
})
beforeEach(() => stripe.control.reset())
afterAll(() => stripe.close())

function anOrder(changes: Partial<CardOrder> = {}): CardOrder {
  return {
    id: newId(),
    code: 'AN-7F3K',
    attempt: 1,
    locale: 'id',
    email: 'pembeli@example.com',
    lines: [{ title: 'Tas pandan pucuk rebung', unitPrice: rupiah(150_000), quantity: 2 }],
    shipping: { title: 'Ongkos kirim', amount: rupiah(24_000) },
    total: rupiah(324_000),
    expiresAt: new Date(Date.now() + 60 * 60_000),
    successUrl: 'https://anyam.example/pesanan/AN-7F3K?sesi={CHECKOUT_SESSION_ID}',
    cancelUrl: 'https://anyam.example/pesanan/AN-7F3K',
    ...changes,
  }
}

const forOne = (amount: number) =>
  anOrder({
    lines: [{ title: 'Lekar', unitPrice: rupiah(amount), quantity: 1 }],
    shipping: { title: 'Diambil sendiri', amount: rupiah(0) },
    total: rupiah(amount),
  })

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

describe('when the provider is in trouble', () => {
  test('an answer lost after success, asked for again by the SDK, is one page', async () => {
    stripe.control.fail({ kind: 'answer-lost', on: CREATE })
    const { sessionId } = await started()
    expect(stripe.control.sessions().map((session) => session.id)).toEqual([sessionId])
    expect(stripe.control.journal().map((call) => call.replayed)).toEqual([false, true])
  })

  test('answers lost to both tries, then the buyer’s own retry, are one page', async () => {
    const order = anOrder()
    stripe.control.fail({ kind: 'answer-lost', on: CREATE, times: 2 })
    expect(await payments.start(order)).toMatchObject({ error: { code: 'unavailable', attemptSpent: false } })
    await started(order)
    expect(stripe.control.sessions()).toHaveLength(1)
  })

  test('a failure that is stored under the key is got round by the next attempt, still with one page', async () => {
    const order = anOrder()
    stripe.control.fail({ kind: '500-after-success', on: CREATE })
    expect(await payments.start(order)).toMatchObject({ error: { code: 'unavailable', attemptSpent: true } })
    expect(await payments.start(order)).toMatchObject({ error: { attemptSpent: true } })
    const page = await started({ ...order, attempt: 2 })
    expect(stripe.control.sessions().map((session) => session.id)).toEqual([page.sessionId])
  })

  test('a key used with other parameters is spent, and the next attempt finds the page', async () => {
    const order = anOrder()
    const page = await started(order)
    const changed = { ...order, cancelUrl: 'https://anyam.example/lain' }
    expect(await payments.start(changed)).toMatchObject({
      error: { code: 'unavailable', attemptSpent: true },
    })
    expect(await started({ ...changed, attempt: 2 })).toEqual(page)
  })

  test.each<FaultKind>(['500', '502-html', '429', 'reset'])(
    '%s is a refusal, and a later try works',
    async (kind) => {
      const order = anOrder()
      stripe.control.fail({ kind, on: CREATE, times: kind === '429' ? 1 : 2 })
      const first = await payments.start(order)
      if (first.ok || first.error.code !== 'unavailable') throw new Error('expected a refusal')
      await started({ ...order, attempt: first.error.attemptSpent ? 2 : 1 })
      expect(stripe.control.sessions()).toHaveLength(1)
    },
  )

  test('a hanging provider is given up within 12 seconds', { timeout: 15_000 }, async () => {
    stripe.control.fail({ kind: 'hang', on: CREATE, times: 2 })
    const began = Date.now()
    expect(await payments.start(anOrder())).toMatchObject({
      error: { code: 'unavailable', attemptSpent: false },
    })
    expect(Date.now() - began).toBeLessThan(12_000)
  })

  test('a wrong key is an outage to the buyer, not a crash', async () => {
    const stranger = stripePayments({ secretKey: 'rk_test_other', webhookSecret, baseUrl: stripe.url })
    expect(await stranger.start(anOrder())).toMatchObject({ error: { code: 'unavailable' } })
    await expect(stranger.find('cs_test_1')).rejects.toThrow(CardPaymentsDown)
  })

  test('a job that asks during an outage gets an error it can retry', async () => {
    stripe.control.fail({ kind: '500', times: 9 })
    await expect(payments.find('cs_test_1')).rejects.toThrow(CardPaymentsDown)
    await expect(payments.expire('cs_test_1')).rejects.toThrow(CardPaymentsDown)
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

  test('of an unknown payment is not possible', async () => {
    expect(await payments.refund(refundOf('pi_unknown', 1_000))).toMatchObject({
      error: { code: 'not-refundable' },
    })
    expect(await payments.findRefund('re_unknown')).toBeNull()
  })
})

test('a page left open expires by itself when its time comes', async () => {
  const { sessionId } = await started()
  stripe.control.alterSession(sessionId, { expires_at: Math.floor(Date.now() / 1000) - 1 })
  expect(await payments.find(sessionId)).toMatchObject({ state: 'expired' })
  expect(stripe.control.events().map((event) => event.type)).toEqual(['checkout.session.expired'])
})
