import { Kysely, type Kysely as KyselyOf, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import type { DB } from '#db/schema.ts'
import type { Log } from './log.server.ts'

export type Database = KyselyOf<DB>
export type Trx = Transaction<DB>
/** Either: queries do not care, commands that must be whole ask for a transaction. */
export type Db = Database | Trx

const INT8 = 20
const DATE = 1082
const NUMERIC = 1700

/** Fails loudly where pg would hand over a string that adds up to '600001'. */
function checkedInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`Integer outside the safe range: ${text}`)
  return value
}

const parsers: Record<number, (text: string) => unknown> = {
  [INT8]: checkedInteger,
  [DATE]: (text) => text,
  [NUMERIC]: Number,
}
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => parsers[oid] ?? pg.types.getTypeParser(oid, format),
}

/** The pool: bounded waiting, and listeners so that a database restart never ends the process. */
export function makePool(url: string, log: Log, max = 12): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types,
    connectionTimeoutMillis: 3_000,
    idleTimeoutMillis: 30_000,
  })
  const lost = (error: Error) => log.warn({ reason: error.message }, 'database connection lost')
  pool.on('error', lost)
  pool.on('connect', (client) => client.on('error', lost))
  return pool
}

export const makeDatabase = (pool: pg.Pool): Database =>
  new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })

/** The shop's time inside a statement: the database's clock, unless seed or test set another moment. */
export const moment = () => sql<Date>`moment()`

/** Runs work in one transaction, or in the caller's when there is one already. */
export function inTransaction<T>(db: Db, work: (trx: Trx) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db as Trx) : db.transaction().execute(work)
}

/** The name of the constraint that refused a statement, or null when the error is something else. */
export const brokenConstraint = (error: unknown): string | null =>
  error instanceof pg.DatabaseError && error.code?.startsWith('23') ? (error.constraint ?? '') : null

const AWAY = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', '57P01', '57P02', '57P03', '53300'])

/** Whether an error says that the database does not answer just now, rather than that something is wrong. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code = '' } = error as { code?: string }
  return (
    AWAY.has(code) ||
    /^08/.test(code) ||
    /Connection terminated|timeout exceeded when trying to connect/.test(error.message)
  )
}
