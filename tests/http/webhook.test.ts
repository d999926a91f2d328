import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp, type TestBrowser } from '#tests/support/http.ts'
import { order, wordsOf } from '#tests/support/shopper.ts'
import type { StripeStandIn } from '#tests/support/stripe/stand-in.ts'

let app: TestApp
let stripe: StripeStandIn
beforeAll(async () => {
  app = await startTestApp({ demo: true })
  if (!app.stripe) throw new Error('Cards are off')
  stripe = app.stripe
}, 180_000)
afterAll(() => app.stop())

const stateOf = async (code: string): Promise<string> => {
  const { state } = await app.db
    .selectFrom('payment')
    .innerJoin('shop_order', 'shop_order.id', 'payment.order_id')
    .where('shop_order.code', '=', code)
    .select('payment.state')
    .executeTakeFirstOrThrow()
  return state
}
const pageOf = async (browser: TestBrowser, code: string) =>
  wordsOf(await (await browser.get(`/pesanan/${code}`)).text())

async function aCardOrder() {
  const browser = app.browser()
  const code = await order(app, browser, { method: 'card' })
  const session = stripe.control.sessions().find((one) => one.client_reference_id === code)
  if (!session) throw new Error(`No session for ${code}`)
  return { browser, code, sessionId: session.id, session }
}

describe('paying by card', () => {
  test('the provider is asked for exactly what the order comes to', async () => {
    const { code, session } = await aCardOrder()
    const { total } = await app.db
      .selectFrom('payment')
      .innerJoin('shop_order', 'shop_order.id', 'payment.order_id')
      .where('shop_order.code', '=', code)
      .select('total_rupiah as total')
      .executeTakeFirstOrThrow()
    expect(session.amount_total).toBe((total ?? 0) * 100)
    expect(session.currency).toBe('idr')
  })

  test('coming back proves nothing', async () => {
    const { browser, code } = await aCardOrder()
    const back = await browser.get(`/pesanan/${code}/kartu`)
    expect(back.headers.get('Location')).toBe(`/pesanan/${code}`)
    expect(await pageOf(browser, code)).toContain('Kami belum menerima pembayaran kartunya')
    expect(await stateOf(code)).toBe('awaiting')
  })

  test('asking for the page again gives the same one', async () => {
    const { browser, code, sessionId } = await aCardOrder()
    const again = await browser.post(`/pesanan/${code}/kartu`, {})
    expect(again.headers.get('Location')).toContain(sessionId)
    expect(stripe.control.sessions().filter((one) => one.client_reference_id === code)).toHaveLength(1)
  })

  test('the notice alone pays the order, once, however often it comes', async () => {
    const { browser, code, sessionId } = await aCardOrder()
    stripe.control.deliver({ copies: 3 })
    await stripe.control.pay(sessionId)
    await expect.poll(() => stateOf(code), { timeout: 15_000 }).toBe('paid')
    stripe.control.deliver({ copies: 1 })
    // the buyer may come back from the provider only now
    await browser.get(`/pesanan/${code}/kartu`)
    const page = await pageOf(browser, code)
    expect(page).toContain('Pesanan sudah masuk daftar kelompok')
    expect(page).not.toContain('Pembayaran kartunya belum')
    const events = await app.db
      .selectFrom('order_event')
      .innerJoin('shop_order', 'shop_order.id', 'order_event.order_id')
      .where('shop_order.code', '=', code)
      .where('kind', '=', 'paid')
      .select('order_event.id')
      .execute()
    expect(events).toHaveLength(1)
  })

  test('the return page finds out where the notice never comes', async () => {
    const { browser, code, sessionId } = await aCardOrder()
    stripe.control.deliver({ mode: 'drop' })
    await stripe.control.pay(sessionId)
    await browser.get(`/pesanan/${code}/kartu`)
    stripe.control.deliver({ mode: 'send' })
    expect(await stateOf(code)).toBe('paid')
    expect(await pageOf(browser, code)).toContain('Pembayaran kartu sudah kami terima')
  })

  test('an order is kept and can be paid later when the provider does not answer', async () => {
    stripe.control.fail({ on: 'POST /v1/checkout/sessions', kind: '500', times: 2 })
    const browser = app.browser()
    const code = await order(app, browser, { method: 'card' })
    expect(await pageOf(browser, code)).toContain('Halaman kartu sedang tidak bisa dibuka')
    const again = await browser.post(`/pesanan/${code}/kartu`, {})
    expect(again.headers.get('Location')).toContain('/pay/')
  })

  test('while the provider does not answer nobody is told that nothing was charged, and the order still stands', async () => {
    const { browser, code, sessionId } = await aCardOrder()
    stripe.control.deliver({ mode: 'drop' })
    await stripe.control.pay(sessionId)
    for (const method of ['GET', 'POST'])
      stripe.control.fail({ on: `${method} /v1/checkout/sessions/${sessionId}`, kind: '500', times: 9 })
    await browser.get(`/pesanan/${code}/kartu`)
    const back = await pageOf(browser, code)
    expect(back).toContain('Sudah membayar? Jangan bayar lagi')
    expect(back).not.toContain('sedang tidak bisa dibuka')
    await browser.post(`/pesanan/${code}`, { aksi: 'batal' })
    expect(await pageOf(browser, code)).toContain('Pesanannya masih berlaku')
    expect(await stateOf(code)).toBe('awaiting')
  })

  test('calling it off closes the page first', async () => {
    const { browser, code, sessionId } = await aCardOrder()
    await browser.post(`/pesanan/${code}`, { aksi: 'batal' })
    expect(await stateOf(code)).toBe('cancelled')
    expect(stripe.control.sessions().find(({ id }) => id === sessionId)?.status).toBe('expired')
  })
})

describe('the address for notices', () => {
  const send = (body: string, signature?: string) =>
    app.browser().send('/webhook/bayar', {
      method: 'POST',
      body,
      headers: signature ? { 'Stripe-Signature': signature } : {},
    })

  test('believes nothing that is not signed', async () => {
    const forged = JSON.stringify({ id: 'evt_forged', type: 'checkout.session.completed' })
    expect((await send(forged)).status).toBe(400)
    expect((await send(forged, 't=1,v1=00')).status).toBe(400)
    expect((await send('', '')).status).toBe(400)
    const kept = await app.db.selectFrom('card_event').where('id', '=', 'evt_forged').select('id').execute()
    expect(kept).toEqual([])
  })

  test('shows nothing', async () => {
    expect((await app.browser().get('/webhook/bayar')).status).toBe(404)
  })
})
