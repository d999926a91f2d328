import { createHmac } from 'node:crypto'
import type pg from 'pg'
import { RateLimiterMemory, RateLimiterPostgres, type RateLimiterRes } from 'rate-limiter-flexible'
import type { Log } from './log.server.ts'

const MINUTE = 60
const HOUR = 60 * MINUTE

/**
 * How often, and over how many seconds. Whole villages share one address on a phone network,
 * so limits by address are wide and limits by account or phone are narrow.
 */
const RULES = {
  'sign-in-account': { points: 10, seconds: 15 * MINUTE },
  'sign-in-browser': { points: 10, seconds: 15 * MINUTE },
  'sign-in-address': { points: 50, seconds: 15 * MINUTE },
  'code-phone': { points: 5, seconds: HOUR },
  'code-address': { points: 30, seconds: HOUR },
  'code-entry': { points: 60, seconds: HOUR },
  'link-address': { points: 30, seconds: HOUR },
  'password-account': { points: 3, seconds: HOUR },
  'password-address': { points: 20, seconds: HOUR },
  'second-step-used': { points: 1, seconds: 2 * MINUTE },
  tracking: { points: 20, seconds: 15 * MINUTE },
  checkout: { points: 30, seconds: 15 * MINUTE },
  question: { points: 20, seconds: HOUR },
  'proof-upload': { points: 10, seconds: HOUR },
} as const

export type LimitName = keyof typeof RULES
/** isFirst marks the refusal that reached the limit: the one worth an audit row. */
export type Verdict = { ok: true } | { ok: false; retryAfterSeconds: number; isFirst: boolean }

export interface Limits {
  consume(name: LimitName, key: string): Promise<Verdict>
  forget(name: LimitName, key: string): Promise<void>
}

interface Options {
  pool: pg.Pool
  secret: string
  log: Log
}

/** Counts in the database, so that limits hold across instances; in memory while the database does not answer. */
export function makeLimits({ pool, secret, log }: Options): Limits {
  const limiters = new Map<LimitName, RateLimiterPostgres>()
  const limiterOf = (name: LimitName) => {
    const limiter = limiters.get(name) ?? limiterFor(name, pool)
    limiters.set(name, limiter)
    return limiter
  }
  // neither addresses nor phones nor e-mails are kept: only a hash that means nothing without the secret
  const hidden = (name: LimitName, key: string) =>
    createHmac('sha256', secret).update(`limit:${name}:${key}`).digest('base64url')
  return {
    async consume(name, key) {
      try {
        await limiterOf(name).consume(hidden(name, key))
        return { ok: true }
      } catch (refusal) {
        if (refusal instanceof Error) throw refusal
        const { consumedPoints, msBeforeNext } = refusal as RateLimiterRes
        const isFirst = consumedPoints === RULES[name].points + 1
        if (isFirst) log.warn({ limit: name }, 'rate limit reached')
        return { ok: false, retryAfterSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)), isFirst }
      }
    },
    async forget(name, key) {
      await limiterOf(name).delete(hidden(name, key))
    },
  }
}

/**
 * Counts one use of something that may be had only so often.
 * @param key whose use it is: an address, an account, an order code; stored only as a keyed hash
 */
export const limit = (app: { limits: Limits }, name: LimitName, key: string): Promise<Verdict> =>
  app.limits.consume(name, key)

function limiterFor(name: LimitName, pool: pg.Pool): RateLimiterPostgres {
  const { points, seconds: duration } = RULES[name]
  return new RateLimiterPostgres({
    storeClient: pool,
    storeType: 'pool',
    tableName: 'rate_limit',
    tableCreated: true,
    keyPrefix: name,
    points,
    duration,
    insuranceLimiter: new RateLimiterMemory({ points, duration, keyPrefix: name }),
  })
}
