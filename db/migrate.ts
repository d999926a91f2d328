import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

const FOLDER = new URL('./migrations/', import.meta.url).pathname
/** Any fixed number: two instances that start together migrate one after the other. */
const LOCK = 611_101

/** A later version of Anyam has been at work on it. */
export class NewerDatabase extends Error {
  constructor(readonly unknown: string[]) {
    super(`The database knows migrations this version lacks: ${unknown.join(', ')}`)
  }
}

/**
 * Applies, in order and each in its own transaction, the SQL files that this database has not seen yet.
 * @returns the names of the files applied
 * @throws when a file fails (the database keeps the ones before it) or an applied file is missing from the folder
 */
export async function migrate(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  // its statements tell when it is lost; without a listener the process would end
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await client.query(
      'create table if not exists migration (name text primary key, applied_at timestamptz not null default now())',
    )
    const seen = await client.query<{ name: string }>('select name from migration')
    const done = new Set(seen.rows.map((row) => row.name))
    const files = readdirSync(FOLDER)
      .filter((name) => name.endsWith('.sql'))
      .sort()
    const unknown = [...done].filter((name) => !files.includes(name))
    if (unknown.length > 0) throw new NewerDatabase(unknown)
    const waiting = files.filter((name) => !done.has(name))
    for (const name of waiting) await apply(client, name)
    return waiting
  } finally {
    await client.end()
  }
}

async function apply(client: pg.Client, name: string): Promise<void> {
  await client.query('begin')
  try {
    // a migration that cannot get its lock quickly gives way to shoppers rather than queueing them behind it
    await client.query(`set local lock_timeout = '2s'`)
    await client.query(readFileSync(join(FOLDER, name), 'utf8'))
    await client.query('insert into migration (name) values ($1)', [name])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`Migration ${name} failed: ${(error as Error).message}`, { cause: error })
  }
}
