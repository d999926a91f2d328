import { sql } from 'kysely'
import { createDemoUsers, type DemoUsers } from '#app/domain/accounts/demo-users.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { type Db, makePool, makeRepetitiveDatabase } from '#app/platform/db.server.ts'
import { makeLog } from '#app/platform/log.server.ts'
import { writeSetting } from '#app/platform/settings.server.ts'
import { seedBase } from './base.ts'
import { seedCatalogue } from './demo/catalogue.ts'
import { inFixedWorld } from './demo/fixed-world.ts'
import { type Calendar, calendarUntil } from './demo/history/calendar.ts'
import { atHour } from './demo/history/clock.ts'
import { runHistory } from './demo/history/run-history.ts'
import { seedProgramme } from './demo/programme.ts'
import { proofImages } from './demo/proof-pictures.ts'
import { forgetJobs } from './demo/queues.ts'
import { receivingAccount, tariffs } from './demo/tariffs.ts'
import { insertMissing } from './rows.ts'

export type OnProgress = (line: string) => void

/** The demo never mixes with orders that somebody has really made. */
export class HasOrders extends Error {
  constructor() {
    super('This database already has orders; the demo data is only for a database without any.')
  }
}

/**
 * Fills a prepared database (tables and queues) with the base data and the demo: groups, people, trainings, goods, and eighteen months of
 * orders made by the real commands, up to the last full hour. The same rows in every run of that hour; all of them or,
 * when interrupted, none.
 * @throws HasOrders when the database has orders already
 * @see docs/decisions/0060-two-seeds.md, docs/decisions/0063-the-demo-ends-now.md
 */
export async function seedDemo(
  url: string,
  onProgress: OnProgress,
  now: Date = new Date(),
): Promise<DemoUsers> {
  const calendar = calendarUntil(now)
  const log = makeLog('warn')
  const db = makeRepetitiveDatabase(makePool(url, log, 1))
  try {
    // the connection is made before the world is fixed: its password exchange needs real chance
    if (await hasOrders(db)) throw new HasOrders()
    const users = await inFixedWorld('anyam-demo-1', (world) =>
      db.transaction().execute(async (trx) => {
        const ctx: Ctx = { db: trx, now: atHour(calendar.firstDay, 0), locale: 'id', log }
        await world.travelTo(trx, ctx.now)
        onProgress('Wilayah dan kosakata ...')
        await seedBase(trx)
        onProgress('Kelompok, pelatihan, dan barang contoh ...')
        const users = await seedPeopleAndGoods(ctx, calendar)
        await runHistory({ ctx, calendar, world, users, onProgress })
        await forgetJobs(trx)
        await writeSetting(trx, 'demo', { isLoaded: true })
        return users
      }),
    )
    // so that the first visitors' queries are planned for what is now there
    await sql`analyze`.execute(db)
    return users
  } finally {
    await db.destroy()
  }
}

async function seedPeopleAndGoods(ctx: Ctx, calendar: Calendar): Promise<DemoUsers> {
  await seedProgramme(ctx.db)
  await seedCatalogue(ctx.db, calendar)
  await insertMissing(ctx.db, 'shipping_tariff', tariffs)
  await insertMissing(ctx.db, 'receiving_account', [receivingAccount])
  await insertMissing(ctx.db, 'image', proofImages)
  return createDemoUsers(ctx)
}

async function hasOrders(db: Db): Promise<boolean> {
  return (await db.selectFrom('shop_order').select('id').limit(1).executeTakeFirst()) !== undefined
}
