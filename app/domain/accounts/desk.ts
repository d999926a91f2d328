import type { Auth } from '#app/platform/auth.server.ts'
import type { Db } from '#app/platform/db.server.ts'
import type { Log } from '#app/platform/log.server.ts'
import type { Limits } from '#app/platform/rate-limit.server.ts'

/** The part of the running app that lets people in; the whole app fits. */
export interface Desk {
  db: Db
  auth: Auth
  limits: Limits
  log: Log
  env: { origin: string; secret: string }
}

/** One attempt to come in: the request it came with, and the address the trusted proxy gives. */
export interface Visit {
  request: Request
  ip: string
}

/** Cookies to send along with the answer. */
export interface Admission {
  headers: Headers
}

export type TooMany = { code: 'too-many'; retryAfterSeconds: number }
