import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type LocalPostgres, startLocalPostgres } from '#db/local-postgres.ts'
import { homeOf } from '#db/postgres-home.ts'
import { type FlakyWire, startFlakyWire } from '#tests/support/flaky-wire.ts'
import { startTestApp, type TestApp } from '#tests/support/http.ts'
import { wordsOf } from '#tests/support/shopper.ts'
import {
  aBuyer,
  type Buyer,
  findTrouble,
  insist,
  openSmallShop,
  ordersOf,
  type SmallShop,
  sendForm,
} from '#tests/support/small-shop.ts'
import { type SmtpSink, startSmtpSink } from '#tests/support/smtp/sink.ts'

const BUYERS = 8
const folder = mkdtempSync(join(tmpdir(), 'anyam-crash-'))

let cluster: LocalPostgres
let wire: FlakyWire
let mail: SmtpSink
let app: TestApp
let shop: SmallShop
beforeAll(async () => {
  // durable, as in real life: what was acknowledged must be there after the crash
  cluster = await startLocalPostgres({ folder })
  mail = await startSmtpSink()
  wire = await startFlakyWire(cluster.url)
  const env = {
    TRUST_PROXY: 'loopback',
    DATABASE_URL: wire.url,
    SMTP_URL: mail.url,
    MAIL_FROM: 'anyam@example.com',
  }
  app = await startTestApp({ cards: false, databaseUrl: cluster.url, env })
  shop = await openSmallShop(app, 2 * BUYERS)
}, 60_000)
afterAll(async () => {
  await app.stop()
  await mail.close()
  await wire.close()
  await cluster.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** What a crash of PostgreSQL is: every session gone at once, nothing written down beforehand. Away until `untilBack`. */
function crashDatabase(): void {
  wire.set('cut')
  const [pid] = readFileSync(join(homeOf(folder), 'cluster', 'postmaster.pid'), 'utf8').split('\n')
  process.kill(Number(pid), 'SIGQUIT')
}

/** The shop sells again as soon as its database does. */
async function untilBack(): Promise<void> {
  const alive = () =>
    sql`select 1`.execute(app.db).then(
      () => true,
      () => false,
    )
  await expect.poll(alive, { timeout: 20_000, interval: 20 }).toBe(true)
  wire.set('pass')
  const shows = async () => (await app.browser().get('/barang')).status
  await expect.poll(shows, { timeout: 5_000, interval: 20 }).toBe(200)
}

test('a crash of the database under orders: words and 503 while it is away, then everything that was confirmed', async () => {
  const buyers = await Promise.all(
    Array.from({ length: BUYERS }, (_, index) => aBuyer(app, shop, { ip: `10.2.0.${index}` })),
  )
  const [early, ...others] = buyers.map(sendForm)
  await early
  crashDatabase()
  const away = await app.browser().get('/barang')
  expect(away.status).toBe(503)
  expect(away.headers.get('Retry-After')).toBe('5')
  expect(wordsOf(await away.text())).toContain('Coba lagi')
  expect((await app.browser().get('/sehat')).status).toBe(200)
  expect((await app.browser().get('/sehat/siap')).status).toBe(503)
  const first = await Promise.all([early, ...others])
  for (const reply of first) expect([303, 503]).toContain(reply?.status)

  await untilBack()
  const codes = (await ordersOf(app, buyers)).map(({ code }) => code)
  for (const reply of first)
    if (reply?.status === 303) expect(codes).toContain(reply.place.replace('/pesanan/', ''))

  const again = await Promise.all(buyers.map(insist))
  expect(again.map(({ status }) => status)).toEqual(buyers.map(() => 303))
  for (const [index, reply] of first.entries())
    if (reply?.status === 303) expect(again[index]?.place).toBe(reply.place)
  expect(await ordersOf(app, buyers)).toHaveLength(BUYERS)
  expect(await findTrouble(app, shop)).toEqual([])
}, 60_000)

test('a crash while a letter is under way: the process lives, the letter is not lost, later ones go out', async () => {
  const [first, second] = [
    await aBuyer(app, shop, { ip: '10.2.1.1' }),
    await aBuyer(app, shop, { ip: '10.2.1.2' }),
  ]
  mail.control.slowDown(100)
  await sendForm(first)
  await expect.poll(() => letterOf(first), { timeout: 10_000, interval: 5 }).toMatchObject({ job: 'active' })
  crashDatabase()
  await untilBack()
  mail.control.slowDown(0)
  expect((await insist(second)).status).toBe(303)
  await expect.poll(() => letterOf(second), { timeout: 20_000 }).toMatchObject({ isSent: true })
  const cut = await letterOf(first)
  expect(cut?.isSent || cut?.job === 'active' || cut?.job === 'retry').toBe(true)
}, 60_000)

/** How the letter about a buyer's order stands, and the job that sends it. */
async function letterOf(buyer: Buyer): Promise<{ isSent: boolean; job: string } | undefined> {
  const { rows } = await sql<{ isSent: boolean; job: string }>`
    select notice.sent_at is not null as "isSent", job.state::text as job
    from shop_order
      join notice on notice.order_id = shop_order.id
      join pgboss.job on job.name = 'send-notice' and job.data ->> 'noticeId' = notice.id
    where shop_order.intent_id = ${buyer.intentId}
  `.execute(app.db)
  return rows[0]
}

test('somebody who signs in meanwhile is not told that the password is wrong', async () => {
  crashDatabase()
  const answer = await app.browser().post('/masuk', {
    intent: 'staff',
    email: 'petugas@demo.anyam.id',
    password: 'anyaman-pandan-2020',
  })
  expect(answer.status).toBe(503)
  await untilBack()
}, 60_000)
