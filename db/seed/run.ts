/**
 * Seeds from the command line, into the database that Anyam uses:
 *   npx tsx db/seed/run.ts base    the sourced facts, for a real deployment; may run again at any time
 *   npx tsx db/seed/run.ts demo    those and the demo data, into a database without orders
 */
import { explainFailure } from '#app/explain-failure.server.ts'
import { makeDatabase, makePool } from '#app/platform/db.server.ts'
import { readEnv } from '#app/platform/env.server.ts'
import { makeLog } from '#app/platform/log.server.ts'
import { withDatabase } from '../with-database.ts'
import { seedBase } from './base.ts'
import { HasOrders, seedDemo } from './demo.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

class Refusal extends Error {}

async function base(url: string): Promise<void> {
  const db = makeDatabase(makePool(url, makeLog('warn'), 1))
  await seedBase(db).finally(() => db.destroy())
  say('Data dasar siap.')
}

async function demo(url: string): Promise<void> {
  const users = await seedDemo(url, say)
  say('Data contoh siap. Masuk dengan:')
  for (const { email, password } of users.staff) say(`  ${email}  ${password}`)
  for (const { groupName, phone } of users.groups) say(`  ${groupName}  ${phone}`)
}

async function run(which: string | undefined): Promise<void> {
  const seed = which === 'base' ? base : which === 'demo' ? demo : null
  if (!seed) throw new Refusal('Say which seed: base or demo.')
  const env = readEnv(process.env)
  if (env.isProduction && seed === demo) throw new Refusal('The demo data is not for production.')
  await withDatabase(env, say, seed)
}

const explain = (error: unknown): string =>
  error instanceof Refusal || error instanceof HasOrders ? error.message : explainFailure(error)

try {
  await run(process.argv[2])
} catch (error) {
  process.stderr.write(`${explain(error)}\n`)
  process.exitCode = 1
}
