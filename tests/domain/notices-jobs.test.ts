import { sql } from 'kysely'
import { expect, test as plain, vi } from 'vitest'
import { findUnsentNotice, markNoticeSent } from '#app/domain/notices/notices.queries.server.ts'
import { notifyBuyer } from '#app/domain/notices/queue-notice.server.ts'
import { eraseOrder } from '#app/domain/orders/erase-order.server.ts'
import { runJobs } from '#app/jobs/run-jobs.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { makeDatabase, makePool } from '#app/platform/db.server.ts'
import { aVariant } from '#tests/support/builders.ts'
import { freshDatabase } from '#tests/support/database.ts'
import { anOrder, aReceivingAccount } from '#tests/support/order-builders.ts'
import { NOW, quiet, test } from '#tests/support/test.ts'

test('the same news is queued once, by mail where there is an address and by message otherwise', async ({
  ctx,
}) => {
  await aReceivingAccount(ctx)
  const lines = [{ variantId: await aVariant(ctx) }]
  const { orderId } = await anOrder(ctx, { lines, locale: 'en' })
  const again = { orderId, template: 'order-placed', data: {} } as const
  await notifyBuyer(ctx, again)
  const buyer = { name: 'Jumiati', phone: '+6281200000009', email: null }
  const other = await anOrder(ctx, { lines, buyer })
  const find = (id: string) => findUnsentNotice(ctx, `order:${id}:order-placed:v1`)
  expect(await find(orderId)).toMatchObject({ channel: 'mail', recipient: 'rini@example.com', locale: 'en' })
  expect(await find(other.orderId)).toMatchObject({
    channel: 'message',
    recipient: '+6281200000009',
    locale: 'id',
  })
  expect(await ctx.db.selectFrom('notice').selectAll().execute()).toHaveLength(2)

  await markNoticeSent(ctx, `order:${orderId}:order-placed:v1`)
  expect(await find(orderId)).toBeNull()
})

test('a person who has been erased is told nothing', async ({ ctx }) => {
  await aReceivingAccount(ctx)
  const { orderId } = await anOrder(ctx, { lines: [{ variantId: await aVariant(ctx) }] })
  await eraseOrder(ctx, orderId)
  await notifyBuyer(ctx, { orderId, template: 'order-paid', data: {} })
  expect(await findUnsentNotice(ctx, `order:${orderId}:order-paid:v1`)).toBeNull()
})

test('a letter is tried for two days at the least, while the mail server is away', async ({ ctx }) => {
  await aReceivingAccount(ctx)
  await anOrder(ctx, { lines: [{ variantId: await aVariant(ctx) }] })
  const { rows } = await sql<{ limit: number; delay: number; backoff: boolean }>`
    select retry_limit as limit, retry_delay as delay, retry_backoff as backoff from pgboss.job
    where name = 'send-notice'`.execute(ctx.db)
  const [{ limit, delay, backoff } = { limit: 0, delay: 0, backoff: false }] = rows
  // pg-boss waits between once and twice the delay, doubled with each try
  const seconds = Array.from({ length: limit }, (_, tries) => delay * (backoff ? 2 ** tries : 1))
  expect(seconds.reduce((total, wait) => total + wait, 0)).toBeGreaterThan(44 * 3600)
})

plain('the workers take what commands have queued, and stop when they are told to', async () => {
  const fresh = await freshDatabase()
  const db = makeDatabase(makePool(fresh.url, quiet, 4))
  const ctx: Ctx = { db, now: NOW, locale: 'id', log: quiet }
  const sent: [string, boolean][] = []
  const jobs = await runJobs({
    databaseUrl: fresh.url,
    db,
    log: quiet,
    cards: null,
    handlers: {
      'send-notice': async (_, { noticeId }, { isLast }) => void sent.push([noticeId, isLast]),
      'finish-pictures': async () => undefined,
      'remove-proofs': async () => undefined,
      'remove-letters': async () => undefined,
    },
  })
  await aReceivingAccount(ctx)
  const { orderId } = await anOrder(ctx, { lines: [{ variantId: await aVariant(ctx) }] })
  await sql`insert into pgboss.job (name, data, retry_limit, start_after)
    values ('send-notice', '{"noticeId": "tried before"}', 0, now() + interval '2 seconds')`.execute(db)
  const expected = [
    [`order:${orderId}:order-placed:v1`, false],
    ['tried before', true],
  ]
  await vi.waitFor(() => expect(sent).toEqual(expected), { timeout: 10_000 })
  await jobs.stop()
  await db.destroy()
  await fresh.drop()
})
