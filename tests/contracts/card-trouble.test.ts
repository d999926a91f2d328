import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CardPage } from '#app/ports/payments/card-payments.ts'
import { CardPaymentsDown } from '#app/ports/payments/card-payments.ts'
import { stripePayments } from '#app/ports/payments/stripe.server.ts'
import type { FaultKind } from '#tests/support/stripe/faults.ts'
import { type StripeStandIn, startStripeStandIn } from '#tests/support/stripe/stand-in.ts'
import { anOrder } from './card-orders.ts'

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

async function started(order = anOrder()): Promise<CardPage> {
  const result = await payments.start(order)
  if (!result.ok) throw new Error(result.error.detail)
  return result.value
}

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
