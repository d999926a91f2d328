import { createHash } from 'node:crypto'
import {
  Kysely,
  type Kysely as KyselyOf,
  PostgresDialect,
  type PostgresPool,
  type PostgresPoolClient,
  sql,
  type Transaction,
} from 'kysely'
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

const POOL: pg.PoolConfig = {
  types,
  connectionTimeoutMillis: 3_000,
  idleTimeoutMillis: 30_000,
  keepAlive: true,
  // a transaction whose app has gone silent gives back what it locked
  idle_in_transaction_session_timeout: 15_000,
}

/** Under five seconds in all, for a connection and a statement; the server drops what nobody waits for any more. */
const IMPATIENT: pg.PoolConfig = {
  connectionTimeoutMillis: 2_000,
  query_timeout: 2_500,
  statement_timeout: 3_500,
}

/** The pool: bounded waiting, and listeners so that a database restart never ends the process. */
export const makePool = (url: string, log: Log, max = 12): pg.Pool =>
  watched(new pg.Pool({ ...POOL, connectionString: url, max }), log)

/** The same where people wait: a database that answers too late counts as away. */
export const makeImpatientPool = (url: string, log: Log): pg.Pool =>
  watched(new pg.Pool({ ...POOL, ...IMPATIENT, connectionString: url, max: 12 }), log)

function watched(pool: pg.Pool, log: Log): pg.Pool {
  pool.on('error', (error) => log.warn({ reason: error.message }, 'database connection lost'))
  // while it is in use its own statement tells; but without a listener the process would end
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/** Kysely over a pool, with connections that went silent taken out of it. */
export const makeDatabase = (pool: pg.Pool): Database =>
  new Kysely<DB>({ dialect: new PostgresDialect({ pool: droppingTheSilent(pool) }) })

/**
 * The same for one long piece of work on tables that nobody changes meanwhile: PostgreSQL parses and plans what is
 * asked thousands of times only a few times.
 */
export const makeRepetitiveDatabase = (pool: pg.Pool): Database =>
  new Kysely<DB>({ dialect: new PostgresDialect({ pool: droppingTheSilent(pool, nameOf) }) })

const nameOf = (text: string) => createHash('md5').update(text).digest('hex')

/**
 * A connection on which an answer did not come is thrown away: the rest of its transaction would only wait as long
 * again, and whoever got it next would too.
 */
function droppingTheSilent(pool: pg.Pool, name?: (text: string) => string): PostgresPool {
  return {
    async connect() {
      const client = await pool.connect()
      let isSilent = false
      const query = async (text: string, values: readonly unknown[]) => {
        if (isSilent) throw new Error(SILENT)
        try {
          return await client.query({ text, values: [...values], name: name?.(text) })
        } catch (error) {
          isSilent = (error as Error).message === SILENT
          throw error
        }
      }
      return { query, release: () => client.release(isSilent) } as unknown as PostgresPoolClient
    },
    end: () => pool.end(),
  }
}

/** The shop's time inside a statement: the database's clock, unless seed or test set another moment. */
export const moment = () => sql<Date>`moment()`

/** Runs work in one transaction, or in the caller's when there is one already. */
export function inTransaction<T>(db: Db, work: (trx: Trx) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db as Trx) : db.transaction().execute(work)
}

/** What pg says when an answer did not come in time. */
const SILENT = 'Query read timeout'
const AWAY_WORDS =
  /Connection terminated|timeout exceeded when trying to connect|Query read timeout|not queryable|connection error/
const AWAY = new Set(
  'ECONNREFUSED ECONNRESET EPIPE ETIMEDOUT EHOSTUNREACH ENETUNREACH ENOTFOUND EAI_AGAIN 57P01 57P02 57P03 57014 53300 25P03'.split(
    ' ',
  ),
)

/** Whether an error says that the database does not answer just now, rather than that something is wrong. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code = '' } = error as { code?: string }
  return AWAY.has(code) || /^08/.test(code) || AWAY_WORDS.test(error.message)
}
