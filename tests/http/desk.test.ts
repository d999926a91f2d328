import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { orderLinkToken } from '#app/domain/orders/order-link.server.ts'
import { startTestApp, type TestApp, type TestBrowser } from '#tests/support/http.ts'
import { wordsOf } from '#tests/support/shopper.ts'

const SECRET = 'the-secret-of-this-test-is-long-enough'
let app: TestApp
let staff: TestBrowser
let head: TestBrowser
beforeAll(async () => {
  app = await startTestApp({ demo: true, cards: false, env: { APP_SECRET: SECRET } })
  staff = await enter('petugas@demo.anyam.id')
  head = await enter('kepala@demo.anyam.id')
}, 180_000)
afterAll(() => app.stop())

async function enter(email: string): Promise<TestBrowser> {
  const browser = app.browser()
  await browser.post('/masuk', { intent: 'staff', email, password: 'anyaman-pandan-2020' })
  return browser
}

async function findOrder(parcelState: string) {
  return app.db
    .selectFrom('shop_order as o')
    .innerJoin('parcel', 'parcel.order_id', 'o.id')
    .where('parcel.state', '=', parcelState)
    .where('o.erased_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('staff_task').whereRef('order_id', '=', 'o.id').select('id'))),
    )
    .orderBy('o.id')
    .select(['o.id', 'o.code', 'o.buyer_name as name', 'o.link_version as version', 'parcel.id as parcelId'])
    .executeTakeFirstOrThrow()
}
const pageOf = ({ id }: { id: string }) => `/petugas/pesanan/${id}`
const nameOf = (id: string) =>
  app.db.selectFrom('shop_order').where('id', '=', id).select('buyer_name').executeTakeFirstOrThrow()

describe('a buyer who asks to be forgotten', () => {
  const erase = (browser: TestBrowser, order: { id: string }, code: string) =>
    browser.post(pageOf(order), { about: 'hapus', intent: 'erase', code })

  test('is not, when the code typed is another’s: the form stays open with what was typed', async () => {
    const order = await findOrder('cancelled')
    const answer = await erase(staff, order, 'P-222222')
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toMatch(/<details class="desk-fold" open=""[^>]*><summary>Pembeli minta datanya dihapus/)
    expect(page).toContain('value="P-222222"')
    expect(await nameOf(order.id)).toEqual({ buyer_name: order.name })
  })

  test('is not forgotten by the head, who reads', async () => {
    const order = await findOrder('cancelled')
    expect((await erase(head, order, order.code)).status).toBe(403)
    expect(wordsOf(await (await head.get(pageOf(order))).text())).not.toContain('minta datanya dihapus')
    expect(await nameOf(order.id)).toEqual({ buyer_name: order.name })
  })

  test('is not, while the order still goes its way', async () => {
    const order = await findOrder('accepted')
    expect((await erase(staff, order, order.code)).status).toBe(409)
    expect(await nameOf(order.id)).toEqual({ buyer_name: order.name })
  })

  test('is gone from every page, the code typed as people type it', async () => {
    const order = await findOrder('cancelled')
    const link = `/pesanan/${order.code}/buka/${orderLinkToken(SECRET, order.id, order.version)}`
    const buyer = app.browser()
    expect((await buyer.follow(await buyer.get(link))).status).toBe(200)

    const answer = await erase(staff, order, order.code.toLowerCase().replace('-', ' '))
    expect(answer.headers.get('Location')).toBe(`/petugas/pesanan?dihapus=${order.code}`)
    const shelf = wordsOf(await (await staff.follow(answer)).text())
    expect(shelf).toContain(order.code)
    expect((await staff.get(pageOf(order))).status).toBe(404)
    expect((await buyer.get(`/pesanan/${order.code}`)).status).toBe(404)
    const again = app.browser()
    expect((await again.follow(await again.get(link))).status).toBe(404)
    const found = wordsOf(await (await staff.get(`/petugas/pesanan?q=${order.code}`)).text())
    expect(found).not.toContain(order.name)
  })
})

describe('a form of the desk that is sent half filled', () => {
  test('comes back open, with what was typed and what is missing', async () => {
    const order = await findOrder('accepted')
    const about = `tidak-${order.parcelId}`
    const form = { about, intent: 'decline', parcelId: order.parcelId, note: 'Bahannya habis.' }
    const answer = await staff.post(pageOf(order), form)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toMatch(/<details class="desk-fold" open=""/)
    expect(page).toContain('Bahannya habis.')
    expect(wordsOf(page)).toContain('Pilih sebabnya.')
  })
})

describe('word of what was just done', () => {
  test('goes when the next form comes back, so that nobody takes the one for the other', async () => {
    const order = await findOrder('accepted')
    const address = `${pageOf(order)}?kabar=paket`
    const done = 'Langkahnya dicatat'
    expect(wordsOf(await (await staff.get(address)).text())).toContain(done)
    const about = `tidak-${order.parcelId}`
    const answer = await staff.post(address, { about, intent: 'decline', parcelId: order.parcelId })
    expect(answer.status).toBe(422)
    expect(wordsOf(await answer.text())).not.toContain(done)
  })

  test('names an order only by its code, whatever the address says', async () => {
    const forged = '/petugas/transfer?kabar=lunas&pesanan=Semua+uang+sudah+masuk'
    expect(wordsOf(await (await staff.get(forged)).text())).not.toContain('Semua uang sudah masuk')
  })
})
