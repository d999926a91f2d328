import { sql } from 'kysely'
import { newId, parseId } from '#app/lib/ids.ts'
import { ok, type Result, refuse } from '#app/lib/result.ts'
import type { Ctx, StaffCtx } from '#app/platform/context.server.ts'
import { type Db, inTransaction, moment } from '#app/platform/db.server.ts'
import { endSessionsOf } from './sessions.server.ts'
import { writeAudit, writeSignInEvent } from './write-audit.server.ts'

const COMMAND_LINE = { id: null, name: 'npm run staff:add' }

export interface NewStaff {
  name: string
  email: string
  role: 'staff' | 'head'
}

/**
 * Makes an account for a member of staff, without a password: they set it themselves through a link.
 * Nobody can make one for themselves.
 */
export function createStaff(
  ctx: Ctx,
  input: NewStaff,
): Promise<Result<{ userId: string }, { code: 'email-taken' }>> {
  return inTransaction(ctx.db, async (db) => {
    const { name, role } = input
    const user = await db
      .insertInto('app_user')
      .values({ id: newId(), name, email: input.email.trim().toLowerCase(), role })
      .onConflict((conflict) => conflict.column('email').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!user) return refuse({ code: 'email-taken' })
    await writeSignInEvent({ db }, COMMAND_LINE, {
      action: 'create-staff',
      subject: `user:${user.id}`,
      after: { name, role },
    })
    return ok({ userId: user.id })
  })
}

/**
 * Starts a member of staff over who lost the phone with the second step, and the backup codes too: no second step,
 * no password, no session. They set a new password through a link. Only from the command line, by whoever runs the site.
 */
export function restartStaff(
  ctx: Ctx,
  email: string,
): Promise<Result<{ userId: string }, { code: 'unknown-user' }>> {
  return inTransaction(ctx.db, async (db) => {
    const user = await db
      .updateTable('app_user')
      .set({ two_factor_enabled: false, updated_at: moment() })
      .where('email', '=', email.trim().toLowerCase())
      .where('role', '!=', 'group')
      .where('disabled_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!user) return refuse({ code: 'unknown-user' })
    await db.deleteFrom('user_two_factor').where('user_id', '=', user.id).execute()
    await db.deleteFrom('user_credential').where('user_id', '=', user.id).execute()
    await endSessionsOf(db, user.id)
    await writeSignInEvent({ db }, COMMAND_LINE, { action: 'restart-staff', subject: `user:${user.id}` })
    return ok({ userId: user.id })
  })
}

type CloseRefusal =
  | { code: 'unknown-user' }
  /** Another's to close, one's own, or whoever asks has been closed in this moment. */
  | { code: 'not-yours' }

/**
 * Closes an account: its sessions, codes and links end with it. Staff may close a group's phone, the head also staff,
 * nobody themselves; so an open head always remains.
 * @see docs/decisions/0093-the-head-closes-accounts.md
 */
export function disableUser(
  ctx: StaffCtx,
  input: { userId: string; reason: string },
): Promise<Result<null, CloseRefusal>> {
  return inTransaction(ctx.db, async (db) => {
    const user = await lockUser(ctx, db, input.userId)
    if (!user) return refuse({ code: 'unknown-user' })
    if (!user.isYours) return refuse({ code: 'not-yours' })
    if (user.isClosed) return ok(null)
    await db
      .updateTable('app_user')
      .set({ disabled_at: moment(), updated_at: moment() })
      .where('id', '=', user.id)
      .execute()
    await endSessionsOf(db, user.id)
    await db.deleteFrom('sign_in_code').where('user_id', '=', user.id).execute()
    await db
      .updateTable('sign_in_link')
      .set({ expires_at: moment() })
      .where('user_id', '=', user.id)
      .where('used_at', 'is', null)
      .where('expires_at', '>', moment())
      .execute()
    await db.deleteFrom('sign_in_verification').where('value', '=', user.id).execute()
    await writeAudit(
      { ...ctx, db },
      { action: 'disable-user', subject: `user:${user.id}`, reason: input.reason },
    )
    return ok(null)
  })
}

/** Opens a closed account again; what had been given out for it stays void. */
export function enableUser(ctx: StaffCtx, userId: string): Promise<Result<null, CloseRefusal>> {
  return inTransaction(ctx.db, async (db) => {
    const user = await lockUser(ctx, db, userId)
    if (!user) return refuse({ code: 'unknown-user' })
    if (!user.isYours) return refuse({ code: 'not-yours' })
    if (!user.isClosed) return ok(null)
    await db
      .updateTable('app_user')
      .set({ disabled_at: null, updated_at: moment() })
      .where('id', '=', user.id)
      .execute()
    await writeAudit({ ...ctx, db }, { action: 'enable-user', subject: `user:${user.id}` })
    return ok(null)
  })
}

/**
 * Locks the account with that of whoever asks, so that of two who close each other the second finds itself closed. What
 * only refers to the account, as a session that ends just then, does not wait for it: each would wait for the other.
 */
async function lockUser({ actor }: StaffCtx, db: Db, userId: string) {
  const users = await db
    .selectFrom('app_user')
    .where('id', 'in', [actor.userId, parseId(userId) ?? actor.userId])
    .orderBy('id')
    .forNoKeyUpdate()
    .select(['id', 'role', sql<boolean>`disabled_at is not null`.as('isClosed')])
    .execute()
  const user = users.find(({ id }) => id === userId)
  const isIn = users.some(({ id, isClosed }) => id === actor.userId && !isClosed)
  const isYours = isIn && userId !== actor.userId && (user?.role === 'group' || actor.role === 'head')
  return user && { ...user, isYours }
}
