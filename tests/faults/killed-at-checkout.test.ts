import { afterAll, beforeAll, expect, test } from 'vitest'
import { sweep } from '#app/jobs/sweep.server.ts'
import { stripePayments } from '#app/ports/payments/stripe.server.ts'
import { chanceFrom } from '#tests/support/chance.ts'
import { startTestApp, type TestApp } from '#tests/support/http.ts'
import {
  aBuyer,
  type Buyer,
  findTrouble,
  insist,
  type Method,
  openSmallShop,
  ordersOf,
  type Reply,
  type SmallShop,
  sendForm,
} from '#tests/support/small-shop.ts'
import type { StripeStandIn } from '#tests/support/stripe/stand-in.ts'
import { quiet } from '#tests/support/test.ts'

const SEED = Number(process.env['FAULT_SEED'] ?? Math.floor(Math.random() * 1e9))
const ROUNDS = 2
const BUYERS = 9
const METHODS: readonly Method[] = ['transfer', 'card', 'pickup']

let app: TestApp
let stripe: StripeStandIn
let shop: SmallShop
beforeAll(async () => {
  app = await startTestApp({ env: { TRUST_PROXY: 'loopback' } })
  if (!app.stripe) throw new Error('Cards are off')
  stripe = app.stripe
  shop = await openSmallShop(app, ROUNDS * BUYERS + 2)
}, 60_000)
afterAll(() => app.stop())

test(`whenever the process is killed, no order is lost or doubled (FAULT_SEED=${SEED})`, async () => {
  const chance = chanceFrom(SEED)
  for (let round = 0; round < ROUNDS; round += 1) {
    const buyers = await Promise.all(
      Array.from({ length: BUYERS }, (_, index) =>
        aBuyer(app, shop, { method: METHODS[index % 3] as Method, ip: `10.0.${round}.${index}` }),
      ),
    )
    const first = await sendUntilKilled(buyers, Math.floor(chance() * BUYERS))
    await app.restart()
    const made = await ordersOf(app, buyers)
    for (const { place } of first)
      if (codeIn(place)) expect(made.map(({ code }) => code)).toContain(codeIn(place))
    expect(await findTrouble(app, shop)).toEqual([])

    const again = await Promise.all(buyers.map(insist))
    expect(again.map(({ status }) => status)).toEqual(buyers.map(() => 303))
    const orders = await ordersOf(app, buyers)
    expect(new Set(orders.map(({ intentId }) => intentId)).size).toBe(BUYERS)
    expect(orders).toHaveLength(BUYERS)
    for (const [index, { place }] of first.entries()) {
      const [before, now] = [codeIn(place), codeIn(again[index]?.place ?? '')]
      if (before) expect(now).toBe(before)
    }
    expect(await findTrouble(app, shop)).toEqual([])
  }
}, 120_000)

const codeIn = (place: string) => /P-\w{6}/.exec(place)?.[0]

/** Every buyer sends the last form at once; the process dies when so many of them have been answered. */
async function sendUntilKilled(buyers: readonly Buyer[], answersBefore: number): Promise<Reply[]> {
  let answered = 0
  let death: Promise<unknown> | undefined
  const count = () => {
    if (answered++ >= answersBefore) death ??= app.signal('SIGKILL')
  }
  if (answersBefore === 0) setImmediate(count)
  const replies = await Promise.all(
    buyers.map(async (buyer) => {
      const reply = await sendForm(buyer)
      count()
      return reply
    }),
  )
  await death
  return replies
}

test('a card order cut off while its page was being opened is paid once', async () => {
  const buyer = await cutWhileOpeningPage('10.1.0.1')
  expect((await insist(buyer)).place).toMatch(/^\/pesanan\/P-/)
  const [order] = await ordersOf(app, [buyer])
  const { place } = await payByCard(buyer, order?.code ?? '')
  expect(place).toContain('/pay/')
  const sessions = stripe.control.sessions().filter((one) => one.client_reference_id === order?.code)
  expect(sessions).toHaveLength(1)
  const paidBefore = stripe.control.totals().captured
  await stripe.control.pay(sessions[0]?.id ?? '')
  await expect.poll(async () => (await ordersOf(app, [buyer]))[0]?.state, { timeout: 15_000 }).toBe('paid')
  expect(stripe.control.totals().captured).toBeGreaterThan(paidBefore)
  expect(await findTrouble(app, shop, { paidIn: stripe.control.totals().captured / 100 })).toEqual([])
}, 60_000)

test('and one that nobody comes back to ends by the clock, with its piece given back', async () => {
  const buyer = await cutWhileOpeningPage('10.1.0.2')
  const [order] = await ordersOf(app, [buyer])
  await app.db
    .updateTable('payment')
    .set({ expires_at: new Date(Date.now() - 3_600_000) })
    .where('order_id', '=', order?.id ?? '')
    .execute()
  const cards = stripePayments({
    secretKey: 'sk_test_stand_in',
    webhookSecret: 'whsec_for_the_stand_in_only',
    baseUrl: stripe.url,
  })
  await sweep({ db: app.db, now: new Date(), locale: 'id', log: quiet }, cards)
  expect((await ordersOf(app, [buyer]))[0]?.state).toBe('expired')
  expect(await findTrouble(app, shop, { paidIn: stripe.control.totals().captured / 100 })).toEqual([])
}, 60_000)

/** The order is placed, the provider has been asked for a page and does not answer, and the process is killed. */
async function cutWhileOpeningPage(ip: string): Promise<Buyer> {
  const buyer = await aBuyer(app, shop, { method: 'card', ip })
  const asked = () => stripe.control.journal().filter(({ fault }) => fault === 'hang').length
  const before = asked()
  stripe.control.fail({ kind: 'hang', on: 'POST /v1/checkout/sessions' })
  const reply = sendForm(buyer)
  await expect.poll(asked, { timeout: 10_000, interval: 10 }).toBe(before + 1)
  await app.signal('SIGKILL')
  expect((await reply).status).toBe('cut')
  await app.restart()
  expect(await ordersOf(app, [buyer])).toMatchObject([{ state: 'awaiting' }])
  return buyer
}

async function payByCard({ browser }: Buyer, code: string): Promise<Reply> {
  const answer = await browser.post(`/pesanan/${code}/kartu`, {})
  return { status: answer.status, place: answer.headers.get('Location') ?? '' }
}
