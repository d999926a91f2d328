import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { DB_FOLDER } from './folder.ts'

const FOLDER = join(DB_FOLDER, 'migrations')
/** Any fixed number: two instances that start together migrate one after the other. */
const LOCK = 611_101

/** A later version of Anyam has been at work on it. */
export class NewerDatabase extends Error {
  constructor(readonly unknown: string[]) {
    super(`The database knows migrations this version lacks: ${unknown.join(', ')}`)
  }
}

/** One file could not be applied; of it nothing was. The cause is what PostgreSQL said. */
export class MigrationFailed extends Error {
  constructor(
    readonly file: string,
    override readonly cause: Error,
  ) {
    super(`Migration ${file} failed: ${cause.message}`)
  }
}

/** Somebody else is at work on a table, such as a backup: within a minute they are mostly done. */
const TRIES = 12
const PAUSE_MS = 3_000

type Say = (line: string) => void

/**
 * Applies, in order and each in its own transaction, the SQL files that this database has not seen yet.
 * @param say is told when a file has to wait for a table that is in use
 * @returns the names of the files applied
 * @throws MigrationFailed when a file fails, one that waits after a minute (the database keeps the ones before it)
 * @throws NewerDatabase when an applied file is missing from the folder
 */
export async function migrate(url: string, say: Say = () => undefined): Promise<string[]> {
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
    for (const name of waiting) await applyOnceFree(client, name, say)
    return waiting
  } finally {
    await client.end()
  }
}

async function applyOnceFree(client: pg.Client, name: string, say: Say): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await apply(client, name)
    } catch (error) {
      if (!(error instanceof MigrationFailed && isInUse(error)) || tried === TRIES) throw error
      if (tried === 1) say('Basis data sedang dipakai yang lain; menunggu sampai tabelnya bebas.')
      await setTimeout(PAUSE_MS)
    }
  }
}

/** A lock was not to be had in time. */
export const isInUse = ({ cause }: MigrationFailed): boolean => (cause as pg.DatabaseError).code === '55P03'

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
    throw new MigrationFailed(name, error as Error)
  }
}
