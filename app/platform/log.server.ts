import { pino } from 'pino'
import type { Env } from './env.server.ts'

export type Log = Pick<pino.Logger, 'debug' | 'info' | 'warn' | 'error'>

/** Structured logs on standard output. Names, phones, addresses, tokens and cookies never reach them. */
export const makeLog = (level: Env['logLevel']) =>
  pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ['*.phone', '*.email', '*.name', '*.address', '*.token', '*.cookie', '*.authorization'],
      remove: true,
    },
  })
