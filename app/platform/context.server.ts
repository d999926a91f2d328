import type { Locale } from '#app/lib/locale.ts'
import type { Db } from './db.server.ts'
import type { Log } from './log.server.ts'

/** What every command and query is given first: where the data is, what time it is, and in whose words to answer. */
export interface Ctx {
  db: Db
  now: Date
  locale: Locale
  log: Log
}
export interface GroupActor {
  kind: 'group'
  userId: string
  groupId: string
  name: string
}
export interface StaffActor {
  kind: 'staff'
  userId: string
  name: string
  role: 'staff' | 'head'
}
/** A craft group's own phone: sees and changes that group's rows only. */
export interface GroupCtx extends Ctx {
  actor: GroupActor
}
/** Library staff: every write leaves a row in the audit log. */
export interface StaffCtx extends Ctx {
  actor: StaffActor
}

/** The same context inside a transaction: pass it on, or the work silently happens outside. */
export const within = <C extends Ctx>(ctx: C, db: Db): C => ({ ...ctx, db })
