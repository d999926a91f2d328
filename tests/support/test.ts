import { test as base } from 'vitest'
import type { Ctx } from '#app/platform/context.server.ts'
import { type Database, makeDatabase, makePool, type Trx } from '#app/platform/db.server.ts'
import type { Log } from '#app/platform/log.server.ts'
import { type FreshDatabase, freshDatabase } from './database.ts'

export const quiet: Log = { debug() {}, info() {}, warn() {}, error() {} }

/** The tests' today: fixed, so that dates in expectations can be written out. */
export const NOW = new Date('2026-11-22T03:00:00Z')

class Rollback extends Error {}

let shared: Promise<{ fresh: FreshDatabase; db: Database }> | undefined
function workerDatabase() {
  shared ??= (async () => {
    const fresh = await freshDatabase()
    return { fresh, db: makeDatabase(makePool(fresh.url, quiet, 4)) }
  })()
  return shared
}

interface Fixtures {
  /** Everything the test writes is rolled back when it ends. For tests of one thing at a time. */
  ctx: Ctx
  /** Its own committed database with many connections. For races. */
  raceCtx: Ctx & { db: Database }
}

export const test = base.extend<Fixtures>({
  ctx: async ({}, use) => {
    const { db } = await workerDatabase()
    await db
      .transaction()
      .execute(async (trx: Trx) => {
        await use({ db: trx, now: NOW, locale: 'id', log: quiet })
        throw new Rollback()
      })
      .catch((error: unknown) => {
        if (!(error instanceof Rollback)) throw error
      })
  },
  raceCtx: async ({}, use) => {
    const fresh = await freshDatabase()
    const db = makeDatabase(makePool(fresh.url, quiet, 24))
    await use({ db, now: NOW, locale: 'id', log: quiet })
    await db.destroy()
    await fresh.drop()
  },
})
