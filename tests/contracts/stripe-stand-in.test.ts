import { Stripe } from 'stripe'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { idOf } from '#tests/support/stripe/books.ts'
import { type StripeStandIn, startStripeStandIn } from '#tests/support/stripe/stand-in.ts'

const secretKey = 'sk_test_anyam'
let standIn: StripeStandIn
let stripe: Stripe

beforeAll(async () => {
  standIn = await startStripeStandIn({ secretKey, webhookSecret: 'whsec_anyam' })
  const host = { host: '127.0.0.1', port: standIn.port, protocol: 'http' } as const
  stripe = new Stripe(secretKey, { ...host, telemetry: false, maxNetworkRetries: 0 })
})
beforeEach(() => standIn.control.reset())
afterAll(() => standIn.close())

const aSession = (changes: Partial<Stripe.Checkout.SessionCreateParams> = {}) =>
  ({
    mode: 'payment',
    client_reference_id: 'AN-7F3K',
    line_items: [
      {
        quantity: 1,
        price_data: { currency: 'idr', unit_amount: 3_500_000, product_data: { name: 'Lekar' } },
      },
    ],
    success_url: 'https://anyam.example/berhasil?sesi={CHECKOUT_SESSION_ID}',
    cancel_url: 'https://anyam.example/batal',
    ...changes,
  }) satisfies Stripe.Checkout.SessionCreateParams

const failure = (call: Promise<unknown>) =>
  call.then(
    () => null,
    ({ type, code, param, statusCode }: Stripe.errors.StripeError) => ({ type, code, param, statusCode }),
  )

describe('like Stripe, the stand-in', () => {
  test('knows only its own key', async () => {
    const stranger = new Stripe('sk_test_x', { host: '127.0.0.1', port: standIn.port, protocol: 'http' })
    expect(await failure(stranger.events.list())).toMatchObject({ statusCode: 401 })
  })

  test('refuses parameters it does not know, and names them', async () => {
    const sent = { ...aSession(), surprise: 'x' } as Stripe.Checkout.SessionCreateParams
    expect(await failure(stripe.checkout.sessions.create(sent))).toMatchObject({
      code: 'parameter_unknown',
      param: 'surprise',
      statusCode: 400,
    })
    const line = {
      price_data: { currency: 'idr', unit_amount: 1, product_data: { name: 'x', colour: 'y' } },
      quantity: 1,
    }
    const nested = aSession({ line_items: [line] })
    expect(await failure(stripe.checkout.sessions.create(nested))).toMatchObject({
      param: 'line_items[0][price_data][product_data][colour]',
    })
  })

  test('refuses what is missing, fractional or too far ahead', async () => {
    const { success_url: _, ...without } = aSession()
    expect(await failure(stripe.checkout.sessions.create(without))).toMatchObject({ param: 'success_url' })
    const price = { currency: 'idr', unit_amount: 1.5, product_data: { name: 'x' } }
    const fraction = aSession({ line_items: [{ quantity: 1, price_data: price }] })
    expect(await failure(stripe.checkout.sessions.create(fraction))).toMatchObject({
      param: 'line_items[0][price_data][unit_amount]',
    })
    const far = aSession({ expires_at: Math.floor(Date.now() / 1000) + 25 * 60 * 60 })
    expect(await failure(stripe.checkout.sessions.create(far))).toMatchObject({ param: 'expires_at' })
  })

  test('answers an unknown address and an unknown id with 404', async () => {
    expect(await failure(stripe.customers.list())).toMatchObject({ statusCode: 404 })
    expect(await failure(stripe.paymentIntents.retrieve('pi_x'))).toMatchObject({ code: 'resource_missing' })
  })

  test('plays the first answer of a key again, a failure too, and knows a key used for something else', async () => {
    const key = { idempotencyKey: 'one' }
    const first = await stripe.checkout.sessions.create(aSession(), key)
    expect((await stripe.checkout.sessions.create(aSession(), key)).id).toBe(first.id)
    const other = aSession({ client_reference_id: 'AN-XXXX' })
    expect(await failure(stripe.checkout.sessions.create(other, key))).toMatchObject({
      type: 'StripeIdempotencyError',
    })
    standIn.control.fail({ kind: '500' })
    const spent = { idempotencyKey: 'two' }
    for (const _ of [1, 2]) {
      expect(await failure(stripe.checkout.sessions.create(aSession(), spent))).toMatchObject({
        statusCode: 500,
      })
    }
    expect(standIn.control.sessions()).toHaveLength(1)
  })

  test('keeps nothing of a call it refused before it began', async () => {
    const key = { idempotencyKey: 'three' }
    const wrong = { ...aSession(), surprise: 'x' } as Stripe.Checkout.SessionCreateParams
    expect(await failure(stripe.checkout.sessions.create(wrong, key))).toMatchObject({ statusCode: 400 })
    standIn.control.fail({ kind: '429' })
    expect(await failure(stripe.checkout.sessions.create(aSession(), key))).toMatchObject({ statusCode: 429 })
    expect((await stripe.checkout.sessions.create(aSession(), key)).status).toBe('open')
  })

  test('refuses a second call while the first with its key is still at work', async () => {
    standIn.control.fail({ kind: 'slow', delayMs: 200 })
    const both = await Promise.all(
      [1, 2].map(() => failure(stripe.checkout.sessions.create(aSession(), { idempotencyKey: 'four' }))),
    )
    expect(both).toContain(null)
    expect(both).toContainEqual(expect.objectContaining({ statusCode: 409 }))
  })

  test('lists newest first, page by page, and keeps books that add up', async () => {
    for (let i = 0; i < 12; i += 1)
      standIn.control.pay((await stripe.checkout.sessions.create(aSession())).id)
    const first = await stripe.checkout.sessions.list({ limit: 5 })
    expect(first.data).toHaveLength(5)
    expect(first.has_more).toBe(true)
    const all = await stripe.checkout.sessions
      .list({ status: 'complete', limit: 5 })
      .autoPagingToArray({ limit: 100 })
    expect(new Set(all.map((session) => session.id)).size).toBe(12)
    const movements = await stripe.balanceTransactions.list({ type: 'charge', limit: 100 })
    expect(movements.data.reduce((sum, { amount }) => sum + amount, 0)).toBe(12 * 3_500_000)
    const completed = await stripe.events.list({ type: 'checkout.session.completed', limit: 100 })
    expect(completed.data).toHaveLength(12)
  })

  test('refunds with the charge as with the payment', async () => {
    const session = await stripe.checkout.sessions.create(aSession())
    standIn.control.pay(session.id)
    const [intentId] = standIn.control.sessions().map((one) => idOf(one.payment_intent))
    const intent = await stripe.paymentIntents.retrieve(intentId ?? '')
    const refund = await stripe.refunds.create({ charge: idOf(intent.latest_charge), amount: 1_000_000 })
    expect(await stripe.refunds.retrieve(refund.id)).toMatchObject({
      payment_intent: intent.id,
      status: 'succeeded',
    })
    expect((await stripe.refunds.list({ payment_intent: intent.id })).data).toHaveLength(1)
    expect(await failure(stripe.refunds.create({}))).toMatchObject({ statusCode: 400 })
  })
})

describe('the page to pay on', () => {
  const press = (sessionId: string, button: string) =>
    fetch(`${standIn.url}/pay/${sessionId}/${button}`, { method: 'POST', redirect: 'manual' })

  const page = async (sessionId: string) => (await fetch(`${standIn.url}/pay/${sessionId}`)).text()

  test('shows the order, the amount and four buttons', async () => {
    const session = await stripe.checkout.sessions.create(aSession({ client_reference_id: 'AN<b>' }))
    const html = await (await fetch(session.url ?? '')).text()
    expect(html).toContain('AN&lt;b&gt;')
    expect(html).toContain('Rp 35.000')
    for (const label of ['Pay', 'Decline', 'Pay later', 'Close']) expect(html).toContain(`>${label}</button>`)
  })

  test('pays and goes back with the session in the address', async () => {
    const session = await stripe.checkout.sessions.create(aSession())
    const answer = await press(session.id, 'pay')
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(`https://anyam.example/berhasil?sesi=${session.id}`)
    expect(await stripe.checkout.sessions.retrieve(session.id)).toMatchObject({
      payment_status: 'paid',
      url: null,
    })
    expect((await press(session.id, 'pay')).status).toBe(400)
    expect(standIn.control.totals().captured).toBe(3_500_000)
  })

  test('declines on the same page, and closes back to the shop with the session still open', async () => {
    const session = await stripe.checkout.sessions.create(aSession())
    expect(await (await press(session.id, 'decline')).text()).toContain('Your card was declined')
    expect((await press(session.id, 'close')).headers.get('location')).toBe('https://anyam.example/batal')
    expect((await stripe.checkout.sessions.retrieve(session.id)).status).toBe('open')
  })

  test('pays later, and then the payment arrives or fails', async () => {
    const session = await stripe.checkout.sessions.create(aSession())
    expect((await press(session.id, 'pay-later')).status).toBe(303)
    expect(await page(session.id)).toContain('The payment arrives')
    await press(session.id, 'fail-to-arrive')
    expect((await press(session.id, 'arrive')).status).toBe(400)
    expect(standIn.control.events().map((event) => event.type)).toContain(
      'checkout.session.async_payment_failed',
    )
  })

  test('of an unknown session says so', async () => {
    expect((await fetch(`${standIn.url}/pay/cs_test_x`)).status).toBe(404)
  })
})

test('everything a test can do to the stand-in works over HTTP too', async () => {
  const command = (name: string, ...given: unknown[]) =>
    fetch(`${standIn.url}/_control/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(given),
    })
  const session = await stripe.checkout.sessions.create(aSession())
  await command('pay', session.id)
  expect(await (await command('totals')).json()).toMatchObject({ captured: 3_500_000 })
  expect(await (await command('journal')).json()).toMatchObject([
    { call: 'POST /v1/checkout/sessions', status: 200 },
  ])
  await command('fail', { kind: '500', on: 'GET /v1/events' })
  expect(await failure(stripe.events.list())).toMatchObject({ statusCode: 500 })
  expect((await command('toString')).status).toBe(404)
  await command('reset')
  expect(standIn.control.sessions()).toEqual([])
})
