import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { rupiah } from '#app/lib/money.ts'
import type { CardEvent } from '#app/ports/payments/card-payments.ts'
import { stripePayments } from '#app/ports/payments/stripe.server.ts'
import { type StripeStandIn, startStripeStandIn } from '#tests/support/stripe/stand-in.ts'
import { sign } from '#tests/support/stripe/webhooks.ts'

const secretKey = 'sk_test_anyam'
const webhookSecret = 'whsec_anyam'

let stripe: StripeStandIn
let payments: ReturnType<typeof stripePayments>
let shop: Server
let arrived: { body: string; signature: string }[]
let answers: number[]

beforeAll(async () => {
  shop = createServer(async (req, res) => {
    const parts: Buffer[] = []
    for await (const part of req) parts.push(part)
    arrived.push({
      body: Buffer.concat(parts).toString(),
      signature: String(req.headers['stripe-signature']),
    })
    res.writeHead(answers.shift() ?? 200).end()
  }).listen(0, '127.0.0.1')
  await once(shop, 'listening')
  const webhookUrl = `http://127.0.0.1:${(shop.address() as AddressInfo).port}/webhook/bayar`
  stripe = await startStripeStandIn({ secretKey, webhookSecret, webhookUrl })
  payments = stripePayments({ secretKey, webhookSecret, baseUrl: stripe.url })
})
beforeEach(() => {
  stripe.control.reset()
  arrived = []
  answers = []
})
afterAll(async () => {
  await stripe.close()
  shop.close()
})

async function started(orderId = '0193c0de-0000-7000-8000-000000000001'): Promise<string> {
  const result = await payments.start({
    id: orderId,
    code: 'AN-7F3K',
    attempt: 1,
    locale: 'id',
    email: null,
    lines: [{ title: 'Lekar', unitPrice: rupiah(35_000), quantity: 1 }],
    shipping: { title: 'Diambil sendiri', amount: rupiah(0) },
    total: rupiah(35_000),
    expiresAt: new Date(Date.now() + 60 * 60_000),
    successUrl: 'https://anyam.example/berhasil',
    cancelUrl: 'https://anyam.example/batal',
  })
  if (!result.ok) throw new Error(result.error.detail)
  return result.value.sessionId
}

function read({ body, signature }: { body: string; signature: string }): CardEvent {
  const event = payments.readEvent(body, signature)
  if (!event.ok) throw new Error(event.error.code)
  return event.value
}

describe('a notice', () => {
  test('that Stripe signed names what it is about, and the body is kept as it came', async () => {
    const sessionId = await started('0193c0de-0000-7000-8000-000000000002')
    stripe.control.pay(sessionId)
    await stripe.control.quiet()
    const event = arrived.map(read).find(({ type }) => type === 'checkout.session.completed')
    expect(event?.id).toMatch(/^evt_/)
    expect(event?.subject).toEqual({
      kind: 'session',
      sessionId,
      orderId: '0193c0de-0000-7000-8000-000000000002',
    })
    expect(event?.payload).toMatchObject({ id: event?.id, data: { object: { id: sessionId } } })
    expect(
      payments.readEvent(Buffer.from(arrived[0]?.body ?? ''), arrived[0]?.signature ?? ''),
    ).toMatchObject({ ok: true })
  })

  test('about a refund names the refund, and one about anything else is only kept', async () => {
    const sessionId = await started()
    stripe.control.pay(sessionId)
    const truth = await payments.find(sessionId)
    const paymentIntentId = truth?.paymentIntentId ?? ''
    await payments.refund({
      refundId: 'r1',
      orderId: 'o1',
      paymentIntentId,
      amount: rupiah(35_000),
      attempt: 1,
    })
    await stripe.control.quiet()
    const subjects = arrived.map(read).map(({ type, subject }) => [type, subject.kind])
    expect(subjects).toContainEqual(['refund.created', 'refund'])
    expect(subjects).toContainEqual(['payment_intent.succeeded', 'other'])
  })

  test('about a dispute names the payment', () => {
    const body = JSON.stringify({
      id: 'evt_1',
      object: 'event',
      type: 'charge.dispute.created',
      created: 1_800_000_000,
      data: { object: { id: 'dp_1', object: 'dispute', payment_intent: 'pi_1' } },
    })
    const event = read({ body, signature: sign(body, webhookSecret) })
    expect(event.subject).toEqual({ kind: 'dispute', disputeId: 'dp_1', paymentIntentId: 'pi_1' })
    expect(event.createdAt).toEqual(new Date(1_800_000_000_000))
  })
})

describe('a notice is refused', () => {
  const body = JSON.stringify({
    id: 'evt_1',
    object: 'event',
    type: 'ping',
    created: 1,
    data: { object: {} },
  })
  const now = Math.floor(Date.now() / 1000)
  const good = sign(body, webhookSecret, now)

  test.each<[string, string, string | null]>([
    ['without a signature', body, null],
    ['with an empty one', body, ''],
    ['signed with another secret', body, sign(body, 'whsec_other', now)],
    ['signed with no secret', body, sign(body, '', now)],
    ['301 seconds old', body, sign(body, webhookSecret, now - 301)],
    ['from tomorrow', body, sign(body, webhookSecret, now + 86_400)],
    [
      'from tomorrow behind a timestamp of today',
      body,
      `t=${now},${sign(body, webhookSecret, now + 86_400)}`,
    ],
    ['with a byte changed', body.replace('evt_1', 'evt_2'), good],
    ['written anew with the same meaning', JSON.stringify(JSON.parse(body), null, 1), good],
    ['under the test scheme only', body, good.replace('v1=', 'v0=')],
    ['without a time', body, good.replace(/t=\d+,/, '')],
    ['with a time that is no number', body, good.replace(/t=\d+/, 't=x')],
    ['with nothing in it', '', sign('', webhookSecret, now)],
    ['that is not JSON', 'x', sign('x', webhookSecret, now)],
    ['that is no event', '{}', sign('{}', webhookSecret, now)],
  ])('%s', (_, sent, signature) => {
    expect(payments.readEvent(sent, signature)).toEqual({ ok: false, error: { code: 'bad-signature' } })
  })

  test('never for being signed twice, as while a secret is changed', () => {
    const [time, first] = good.split(',')
    const other = sign(body, 'whsec_other', now).split(',')[1]
    expect(payments.readEvent(body, `${time},${other},${first}`)).toMatchObject({ ok: true })
  })
})

describe('the adapter does not exist', () => {
  test.each(['', '   '])('with the blank secret %j', (blank) => {
    expect(() => stripePayments({ secretKey, webhookSecret: blank })).toThrow(RangeError)
  })

  test.each(['sk_live_1', 'rk_live_1', ''])('with the key %j and another host than Stripe', (key) => {
    expect(() => stripePayments({ secretKey: key, webhookSecret, baseUrl: stripe.url })).toThrow()
  })
})

describe('the stand-in delivers', () => {
  const types = () => arrived.map(({ body }) => JSON.parse(body).type)

  test('again until it is taken, under one id', async () => {
    answers = [500, 200, 200]
    stripe.control.decline(await started())
    await stripe.control.quiet()
    expect(types()).toEqual(['payment_intent.payment_failed', 'payment_intent.payment_failed'])
    expect(new Set(arrived.map(({ body }) => JSON.parse(body).id)).size).toBe(1)
    expect(stripe.control.events()[0]?.pending_webhooks).toBe(0)
  })

  test('several times, when a test asks for it', async () => {
    stripe.control.deliver({ copies: 5 })
    stripe.control.expire(await started())
    await stripe.control.quiet()
    expect(types()).toEqual(Array(5).fill('checkout.session.expired'))
  })

  test('held back until flushed, in any order', async () => {
    stripe.control.deliver({ mode: 'hold' })
    for (let i = 0; i < 20; i += 1)
      stripe.control.pay(await started(`0193c0de-0000-7000-8000-${100_000_000_000 + i}`))
    expect(arrived).toEqual([])
    expect(stripe.control.flush({ shuffled: true })).toBe(40)
    await stripe.control.quiet()
    expect(arrived).toHaveLength(40)
  })

  test('never, when dropped; the event can still be listed and sent again', async () => {
    stripe.control.deliver({ mode: 'drop' })
    stripe.control.expire(await started())
    await stripe.control.quiet()
    expect(arrived).toEqual([])
    stripe.control.resend(stripe.control.events()[0]?.id ?? '')
    await stripe.control.quiet()
    expect(types()).toEqual(['checkout.session.expired'])
  })

  test('late, when delayed', async () => {
    stripe.control.deliver({ delayMs: 200 })
    stripe.control.expire(await started())
    const began = Date.now()
    await stripe.control.quiet()
    expect(Date.now() - began).toBeGreaterThan(150)
  })
})
