import { pino } from 'pino'
import type { Env } from './env.server.ts'

export type Log = Pick<pino.Logger, 'debug' | 'info' | 'warn' | 'error'>

/** PostgreSQL's `detail` quotes whole rows. */
const PERSONAL = ['phone', 'email', 'name', 'address', 'token', 'cookie', 'authorization', 'detail', 'where']

/** Secrets travel in these paths. Whoever logs one, in a path, a message or a stack: the log keeps the shape, not the value. */
const SECRET = /\/(buka|tautan|atur-sandi)\/[^/"\\?#\s]+/gi

/** Structured logs on standard output. Names, phones, addresses, tokens and cookies never reach them. */
export const makeLog = (level: Env['logLevel'], output: pino.DestinationStream = pino.destination(1)) =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      hooks: { streamWrite: (line) => line.replace(SECRET, '/$1/*') },
      redact: { paths: PERSONAL.flatMap((field) => [`*.${field}`, `*.*.${field}`]), remove: true },
    },
    output,
  )
