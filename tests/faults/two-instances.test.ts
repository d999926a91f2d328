import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TRANSFER_HOURS } from '#app/domain/orders/deadlines.ts'
import { enqueue } from '#app/platform/queue.server.ts'
import { aVariant } from '#tests/support/builders.ts'
import { aGroupUser, aStaffUser, PASSWORD } from '#tests/support/desk.ts'
import { startTestApp, type TestApp } from '#tests/support/http.ts'
import { wordsOf } from '#tests/support/shopper.ts'
import {
  aBuyer,
  type Buyer,
  ctxOf,
  findTrouble,
  openSmallShop,
  ordersOf,
  type SmallShop,
  sendForm,
} from '#tests/support/small-shop.ts'
import { type SmtpSink, startSmtpSink } from '#tests/support/smtp/sink.ts'

const TEN_MINUTES = 10 * 60

let mail: SmtpSink
let app: TestApp
/** Beside the first, on the same database and data folder, and its clock is ten minutes ahead. */
let ahead: TestApp
let shop: SmallShop
beforeAll(async () => {
  mail = await startSmtpSink()
  const env = {
    APP_SECRET: 'instances share a secret, nobody else has it',
    TRUST_PROXY: 'loopback',
    SMTP_URL: mail.url,
    MAIL_FROM: 'anyam@example.com',
  }
  app = await startTestApp({ cards: false, env })
  ahead = await startTestApp({
    cards: false,
    env: { ...env, DATA_DIR: app.dataDir },
    databaseUrl: app.databaseUrl,
    preload: './tests/support/clock-ahead.ts',
  })
  shop = await openSmallShop(app, 3)
}, 60_000)
afterAll(async () => {
  await ahead.stop()
  await app.stop()
  await mail.close()
})

const elsewhere = (buyer: Buyer): Buyer => ({ ...buyer, browser: buyer.browser.at(ahead) })
const buyers = (count: number, net: number) =>
  Promise.all(Array.from({ length: count }, (_, index) => aBuyer(app, shop, { ip: `10.3.${net}.${index}` })))

test('one form sent to both at once is one order', async () => {
  const [buyer] = (await buyers(1, 0)) as [Buyer]
  const replies = await Promise.all([buyer, elsewhere(buyer), buyer, elsewhere(buyer)].map(sendForm))
  expect(replies.map(({ status }) => status)).toEqual([303, 303, 303, 303])
  expect(new Set(replies.map(({ place }) => place)).size).toBe(1)
  expect(await ordersOf(app, [buyer])).toHaveLength(1)
})

test('of ten who want the last two pieces through both, two get one each and eight are told', async () => {
  const crowd = await buyers(10, 1)
  const replies = await Promise.all(
    crowd.map((buyer, index) => sendForm(index % 2 ? elsewhere(buyer) : buyer)),
  )
  expect(replies.map(({ status }) => status)).toEqual(crowd.map(() => 303))
  expect(replies.filter(({ place }) => /^\/pesanan\/P-/.test(place))).toHaveLength(2)
  const losers = crowd.filter((_, index) => replies[index]?.place === '/keranjang')
  expect(losers).toHaveLength(8)
  for (const { browser } of losers) {
    const basket = wordsOf(await (await browser.get('/keranjang')).text())
    expect(basket).toContain('Pesanan belum dibuat')
    expect(basket).toMatch(/sedang dipesan/i)
  }
  expect(await findTrouble(app, shop)).toEqual([])
})

test('every letter is sent once, whichever instance takes it', async () => {
  const unsent = () =>
    app.db
      .selectFrom('notice')
      .where('sent_at', 'is', null)
      .where('channel', '=', 'mail')
      .select('id')
      .execute()
  await expect.poll(unsent, { timeout: 20_000 }).toEqual([])
  const ids = mail.control.received().map(({ messageId }) => messageId)
  expect(ids).toHaveLength(3)
  expect(new Set(ids).size).toBe(3)
})

test('a session begun on one counts on the other, and ends on both', async () => {
  const { email } = await aStaffUser(app)
  const browser = app.browser()
  await browser.at(ahead).post('/masuk', { intent: 'staff', email, password: PASSWORD })
  const copy = browser.copy()
  expect((await browser.get('/petugas')).status).toBe(200)
  expect((await browser.at(ahead).get('/petugas')).status).toBe(200)
  await browser.post('/keluar', {})
  for (const each of [copy, copy.at(ahead)]) {
    expect((await each.get('/petugas')).headers.get('Location')).toMatch(/^\/masuk/)
  }
})

describe('where one clock is ten minutes ahead, the database’s counts', () => {
  test('for the time to pay', async () => {
    const variantId = await aVariant(ctxOf(app), { onHand: 5 })
    const buyer = elsewhere(await aBuyer(app, { variantId, onHand: 5 }, { ip: '10.3.2.1' }))
    await sendForm(buyer)
    const [order] = await ordersOf(app, [buyer])
    const left = await app.db
      .selectFrom('payment')
      .where('order_id', '=', order?.id ?? '')
      .select(sql<number>`extract(epoch from expires_at - now())::float8`.as('seconds'))
      .executeTakeFirstOrThrow()
    expect(Math.abs(left.seconds - TRANSFER_HOURS * 3600)).toBeLessThan(60)

    const nearlyOver = sql<Date>`now() + interval '5 minutes'`
    await app.db
      .updateTable('payment')
      .set({ expires_at: nearlyOver })
      .where('order_id', '=', order?.id ?? '')
      .execute()
    await sweepEverywhere()
    expect(await ordersOf(app, [buyer])).toMatchObject([{ state: 'awaiting' }])
  })

  test('for sign-in codes', async () => {
    const { phone } = await aGroupUser(ctxOf(app))
    const browser = ahead.browser()
    await browser.post('/masuk', { phone })
    const { seconds } = await app.db
      .selectFrom('sign_in_code')
      .orderBy('id', 'desc')
      .select(sql<number>`extract(epoch from expires_at - now())::float8`.as('seconds'))
      .executeTakeFirstOrThrow()
    expect(Math.abs(seconds - TEN_MINUTES)).toBeLessThan(60)
    // the answer does not wait for the gateway
    await expect.poll(() => codeSentTo(phone), { timeout: 10_000 }).not.toBeNull()
    const entered = await browser.post('/masuk/kode', { code: codeSentTo(phone) ?? '' })
    expect(entered.headers.get('Location')).toBe('/kelompok-saya/pesanan')
    expect((await browser.at(app).get('/kelompok-saya/pesanan')).status).toBe(200)
  })

  test('for sessions and for links to a new password', async () => {
    const { email } = await aStaffUser(app)
    await ahead.browser().post('/masuk/lupa', { email })
    const secondsLeft = () =>
      app.db
        .selectFrom('sign_in_verification')
        .select(sql<number>`extract(epoch from expires_at - now())::float8`.as('seconds'))
        .execute()
    // made after the answer, which must not tell whose address it is
    await expect.poll(secondsLeft, { timeout: 15_000 }).not.toEqual([])
    for (const { seconds } of await secondsLeft()) expect(Math.abs(seconds - 3600)).toBeLessThan(60)

    const nearlyOver = sql<Date>`now() + interval '5 minutes'`
    await app.db.updateTable('sign_in_verification').set({ expires_at: nearlyOver }).execute()
    await expect.poll(() => passwordLinkSentTo(email), { timeout: 10_000 }).not.toBeNull()
    const password = 'tikar di beranda pagi'
    const set = await ahead.browser().post(passwordLinkSentTo(email) ?? '', { password, repeat: password })
    expect(set.headers.get('Location')).toBe('/masuk')
    const browser = app.browser()
    await browser.post('/masuk', { intent: 'staff', email, password })
    expect((await browser.get('/petugas')).status).toBe(200)
  })
})

/** Both instances take this kind of job; whichever is given it runs on its own clock. */
async function sweepEverywhere(): Promise<void> {
  for (let time = 0; time < 6; time += 1) await enqueue(app.db, 'sweep', {})
  const waiting = () =>
    sql`select from pgboss.job where name = 'sweep' and state in ('created', 'retry', 'active')`
      .execute(app.db)
      .then(({ rows }) => rows.length)
  await expect.poll(waiting, { timeout: 15_000 }).toBe(0)
}

/** The path of the link, once it has been sent; null before. */
function passwordLinkSentTo(email: string): string | null {
  const raw = mail.control.received().find(({ to }) => to.includes(email))?.raw ?? ''
  // long lines are broken with an equals sign in mails
  return /\/masuk\/atur-sandi\/[\w-]{43}/.exec(raw.replaceAll('=\r\n', ''))?.[0] ?? null
}

/** The six digits, once they have been sent; null before. */
function codeSentTo(phone: string): string | null {
  const folder = join(app.dataDir, 'messages')
  const letters = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as { to: string; text: string })
  const text = letters.find(({ to }) => to === phone)?.text
  return text ? (/\d{6}|\d{3} \d{3}/.exec(text)?.[0] ?? null) : null
}
