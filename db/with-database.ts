import { join } from 'node:path'
import type { Env } from '#app/platform/env.server.ts'
import { startLocalPostgres } from './local-postgres.ts'
import { homeOf, runningUrl } from './postgres-home.ts'
import { prepareDatabase } from './prepare.ts'

type Where = Pick<Env, 'databaseUrl' | 'dataDir'>

/**
 * Gives a command the database that Anyam itself would use, with this version's tables, and says which one that is:
 * DATABASE_URL; else Anyam's own PostgreSQL, joined while Anyam runs and started for the moment while it does not.
 */
export async function withDatabase<T>(
  { databaseUrl, dataDir }: Where,
  say: (line: string) => void,
  work: (url: string) => Promise<T>,
): Promise<T> {
  const prepared = async (url: string) => {
    await prepareDatabase(url, { demoData: false, say })
    return work(url)
  }
  if (databaseUrl) {
    const { host, pathname } = new URL(databaseUrl)
    say(`Basis data: ${host}${pathname} (DATABASE_URL)`)
    return prepared(databaseUrl)
  }
  const folder = join(dataDir, 'postgres')
  say(`Basis data: ${folder} (DATA_DIR)`)
  const running = runningUrl(homeOf(folder))
  if (running) return prepared(running)
  const local = await startLocalPostgres({ folder })
  try {
    return await prepared(local.url)
  } finally {
    await local.stop()
  }
}
