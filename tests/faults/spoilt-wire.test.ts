import { rmSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#app/lib/ids.ts'
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts'
import { aStaffUser, PASSWORD } from '#tests/support/desk.ts'
import { type FlakyWire, startFlakyWire } from '#tests/support/flaky-wire.ts'
import { startTestApp, type TestApp } from '#tests/support/http.ts'
import { wordsOf } from '#tests/support/shopper.ts'
import {
  aBuyer,
  ctxOf,
  findTrouble,
  openSmallShop,
  ordersOf,
  type SmallShop,
  sendForm,
} from '#tests/support/small-shop.ts'

/** Far more than the shop takes, so that a busy machine fails nothing; a request that hangs would wait for minutes. */
const PATIENCE_MILLISECONDS = 20_000

let fresh: FreshDatabase
let wire: FlakyWire
let app: TestApp
let shop: SmallShop
beforeAll(async () => {
  fresh = await freshDatabase()
  wire = await startFlakyWire(fresh.url)
  const env = { TRUST_PROXY: 'loopback', DATABASE_URL: wire.url }
  app = await startTestApp({ cards: false, databaseUrl: fresh.url, env })
  shop = await openSmallShop(app, 5)
}, 60_000)
afterAll(async () => {
  await app.stop()
  await wire.close()
  await fresh.drop()
})

const statusOf = async (path: string) => (await app.browser().get(path)).status
const timed = async <Value>(work: Promise<Value>): Promise<Value> => {
  const begun = performance.now()
  const value = await work
  expect(performance.now() - begun).toBeLessThan(PATIENCE_MILLISECONDS)
  return value
}

/** Words and a time to come back, soon; alive all the while, but not ready. */
async function expectAway(): Promise<void> {
  const [page, fetched, ready, alive] = await Promise.all([
    timed(app.browser().get('/barang')),
    timed(statusOf('/barang.data')),
    timed(statusOf('/sehat/siap')),
    statusOf('/sehat'),
  ])
  expect([page.status, fetched, ready, alive]).toEqual([503, 503, 503, 200])
  expect(page.headers.get('Retry-After')).toBe('5')
  expect(wordsOf(await page.text())).toContain('Coba lagi')
  // addresses that only lead on, and files made from data
  const code = await app.browser().get('/j/AK-7F3K')
  expect(code.status).toBe(503)
  expect(wordsOf(await code.text())).toContain('Coba lagi')
  const map = await app.browser().get('/sitemap.xml')
  expect([map.status, map.headers.get('Retry-After')]).toEqual([503, '5'])
}

async function expectBack(): Promise<void> {
  await expect.poll(() => statusOf('/barang'), { timeout: PATIENCE_MILLISECONDS }).toBe(200)
  await expect.poll(() => statusOf('/sehat/siap'), { timeout: PATIENCE_MILLISECONDS }).toBe(200)
}

test.each(['silent', 'cut'] as const)(
  'a database behind a %s wire is away, and back as soon as it is',
  async (state) => {
    expect(await statusOf('/barang')).toBe(200)
    wire.set(state)
    await expectAway().finally(() => wire.set('pass'))
    await expectBack()
  },
  60_000,
)

test('a far database only makes pages slow', async () => {
  wire.slowDown(50)
  expect(await statusOf('/barang')).toBe(200)
  wire.slowDown(0)
}, 30_000)

test('an order whose COMMIT was answered by silence is looked for, and shown', async () => {
  const buyer = await aBuyer(app, shop, { ip: '10.4.0.1' })
  wire.loseAnswer('insert into "shop_order"', 'commit')
  const reply = await sendForm(buyer)
  expect(reply).toMatchObject({ status: 303, place: expect.stringMatching(/^\/pesanan\/P-/) })
  expect(await sendForm(buyer)).toEqual(reply)
  expect(await ordersOf(app, [buyer])).toHaveLength(1)
  expect(await findTrouble(app, shop)).toEqual([])
}, 30_000)

test('when every connection waits for a lock, others are told soon, and are let in when it is gone', async () => {
  await app.db.transaction().execute(async (trx) => {
    await sql`lock table product in access exclusive mode`.execute(trx)
    const crowd = Array.from({ length: 12 }, () => timed(statusOf('/barang')))
    await expectAway()
    expect(await Promise.all(crowd)).toEqual(crowd.map(() => 503))
  })
  await expectBack()
}, 30_000)

test('a photo of a receipt that cannot be kept is refused in words, and taken once it can', async () => {
  const buyer = await aBuyer(app, shop, { ip: '10.4.0.2' })
  const { place } = await sendForm(buyer)
  const photo = await sharp({ create: { width: 300, height: 400, channels: 3, background: '#eee' } })
    .jpeg()
    .toBuffer()
  const send = () => {
    const form = new FormData()
    form.set('foto', new File([new Uint8Array(photo)], 'struk.jpg', { type: 'image/jpeg' }))
    return buyer.browser.post(`${place}/bukti`, form)
  }
  // a file where the folder should be: as impossible to write to as a full disk, whoever runs this
  const folder = join(app.dataDir, 'proofs')
  rmSync(folder, { recursive: true })
  writeFileSync(folder, '')
  const refused = await send()
  expect([503, 507]).toContain(refused.status)
  expect(wordsOf(await refused.text())).toMatch(/coba lagi|belum tersimpan/i)
  expect(await ordersOf(app, [buyer])).toMatchObject([{ state: 'awaiting' }])
  rmSync(folder)
  await mkdir(folder)
  expect((await send()).status).toBe(303)
  expect(await ordersOf(app, [buyer])).toMatchObject([{ state: 'proof-sent' }])
}, 30_000)

test('what staff send while the data are away is answered so that their browser keeps what they typed', async () => {
  const { email } = await aStaffUser(ctxOf(app), { role: 'head' })
  const staff = app.browser()
  const entered = await staff.post('/masuk', { intent: 'staff', email, password: PASSWORD })
  expect(entered.headers.get('Location')).toBe('/petugas')
  const form = { about: 'akun-1', intent: 'close', userId: newId(), reason: 'Pindah ke Ketapang' }
  wire.set('silent')
  const sent = await staff.post('/petugas/akun', form).finally(() => wire.set('pass'))
  expect([sent.status, sent.headers.get('Retry-After')]).toEqual([503, '5'])
  const answer = await sent.text()
  expect(answer).toContain('Tidak ada yang berubah')
  expect(answer).toMatch(/<html[^>]*data-database-away=""/)
  await expectBack()
}, 60_000)
