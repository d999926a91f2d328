import { parseId } from '#app/lib/ids.ts'
import { ok, type Result, refuse } from '#app/lib/result.ts'
import type { GroupCtx, StaffCtx } from '#app/platform/context.server.ts'
import { type Db, inTransaction, moment } from '#app/platform/db.server.ts'
import { writeAudit } from './write-audit.server.ts'

/** A sign-in that still counts, as its owner sees it. */
export interface OpenSession {
  id: string
  userAgent: string
  startedAt: Date
  usedAt: Date
}

/** The signed-in user's own sessions, the one used last first. */
export async function listSessions({ db, actor }: StaffCtx | GroupCtx): Promise<OpenSession[]> {
  const rows = await db
    .selectFrom('user_session')
    .where('user_id', '=', actor.userId)
    .where('expires_at', '>', moment())
    .orderBy('updated_at', 'desc')
    .orderBy('id', 'desc')
    .select(['id', 'user_agent', 'created_at', 'updated_at'])
    .execute()
  return rows.map((row) => ({
    id: row.id,
    userAgent: row.user_agent ?? '',
    startedAt: row.created_at,
    usedAt: row.updated_at,
  }))
}

/** Ends one of the signed-in user's own sessions, this one or another. */
export function endSession(
  ctx: StaffCtx | GroupCtx,
  sessionId: string,
): Promise<Result<null, { code: 'unknown-session' }>> {
  return inTransaction(ctx.db, async (db) => {
    const ended = await db
      .deleteFrom('user_session')
      .where('id', '=', parseId(sessionId))
      .where('user_id', '=', ctx.actor.userId)
      .returning('id')
      .executeTakeFirst()
    if (!ended) return refuse({ code: 'unknown-session' })
    await writeAudit({ ...ctx, db }, { action: 'end-session', subject: `user:${ctx.actor.userId}` })
    return ok(null)
  })
}

/** Ends all of the signed-in user's sessions but one; all of them when none is kept. */
export function endSessions(ctx: StaffCtx | GroupCtx, keepId: string | null): Promise<number> {
  return inTransaction(ctx.db, async (db) => {
    const count = await endSessionsOf(db, ctx.actor.userId, keepId)
    await writeAudit(
      { ...ctx, db },
      { action: 'end-sessions', subject: `user:${ctx.actor.userId}`, after: { count } },
    )
    return count
  })
}

/** Deletes a user's sessions; for commands that have already decided and written down why. */
export async function endSessionsOf(db: Db, userId: string, keepId: string | null = null): Promise<number> {
  const ended = await db
    .deleteFrom('user_session')
    .where('user_id', '=', userId)
    .$if(keepId !== null, (query) => query.where('id', '!=', keepId))
    .returning('id')
    .execute()
  return ended.length
}
