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
  const again = { orderId, about: 'placed', template: 'order-placed', data: {} } as const
  await notifyBuyer(ctx, again)
  const buyer = { name: 'Jumiati', phone: '+6281200000009', email: null }
  const other = await anOrder(ctx, { lines, buyer })
  const find = (id: string) => findUnsentNotice(ctx, `order:${id}:placed:v1`)
  expect(await find(orderId)).toMatchObject({ channel: 'mail', recipient: 'rini@example.com', locale: 'en' })
  expect(await find(other.orderId)).toMatchObject({
    channel: 'message',
    recipient: '+6281200000009',
    locale: 'id',
  })
  expect(await ctx.db.selectFrom('notice').selectAll().execute()).toHaveLength(2)

  await markNoticeSent(ctx, `order:${orderId}:placed:v1`)
  expect(await find(orderId)).toBeNull()
})

test('a person who has been erased is told nothing', async ({ ctx }) => {
  await aReceivingAccount(ctx)
  const { orderId } = await anOrder(ctx, { lines: [{ variantId: await aVariant(ctx) }] })
  await eraseOrder(ctx, orderId)
  await notifyBuyer(ctx, { orderId, about: 'paid', template: 'order-paid', data: {} })
  expect(await findUnsentNotice(ctx, `order:${orderId}:paid:v1`)).toBeNull()
})

plain('the workers take what commands have queued, and stop when they are told to', async () => {
  const fresh = await freshDatabase()
  const db = makeDatabase(makePool(fresh.url, quiet, 4))
  const ctx: Ctx = { db, now: NOW, locale: 'id', log: quiet }
  const sent: string[] = []
  const jobs = await runJobs({
    databaseUrl: fresh.url,
    db,
    log: quiet,
    cards: null,
    handlers: {
      'send-notice': async (_, { noticeId }) => void sent.push(noticeId),
      'finish-pictures': async () => undefined,
      'remove-proofs': async () => undefined,
    },
  })
  await aReceivingAccount(ctx)
  const { orderId } = await anOrder(ctx, { lines: [{ variantId: await aVariant(ctx) }] })
  await vi.waitFor(() => expect(sent).toEqual([`order:${orderId}:placed:v1`]), { timeout: 10_000 })
  await jobs.stop()
  await db.destroy()
  await fresh.drop()
})
