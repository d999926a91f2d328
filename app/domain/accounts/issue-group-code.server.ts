import { newId, parseId } from '#app/lib/ids.ts'
import { ok, type Result, refuse } from '#app/lib/result.ts'
import type { StaffCtx } from '#app/platform/context.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { findGroupUser } from './group-users.server.ts'
import { hashOfCode } from './hashes.server.ts'
import { inCodeMinutes, sixDigits } from './request-group-code.server.ts'
import { writeAudit } from './write-audit.server.ts'

/**
 * Makes a code that staff read out to a group over the phone. It replaces the one read out before, works once,
 * and only in a browser that has asked for that group's phone.
 * @param input.secret the app's own, without which a stored code could be guessed
 */
export function issueGroupCode(
  ctx: StaffCtx,
  input: { userId: string; secret: string },
): Promise<Result<{ code: string; expiresAt: Date }, { code: 'unknown-user' }>> {
  return inTransaction(ctx.db, async (db) => {
    const user = await findGroupUser({ ...ctx, db }, parseId(input.userId))
    if (!user || user.isDisabled) return refuse({ code: 'unknown-user' })
    await db
      .deleteFrom('sign_in_code')
      .where('user_id', '=', user.id)
      .where('issued_by', 'is not', null)
      .execute()
    const [id, code] = [newId(), sixDigits()]
    const { expires_at: expiresAt } = await db
      .insertInto('sign_in_code')
      .values({
        id,
        user_id: user.id,
        code_hash: hashOfCode(input.secret, id, code),
        issued_by: ctx.actor.userId,
        expires_at: inCodeMinutes(),
      })
      .returning('expires_at')
      .executeTakeFirstOrThrow()
    await writeAudit({ ...ctx, db }, { action: 'issue-group-code', subject: `user:${user.id}` })
    return ok({ code, expiresAt })
  })
}
