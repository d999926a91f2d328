import { sql } from 'kysely'
import { newToken, parseId } from '#app/lib/ids.ts'
import { ok, type Result, refuse } from '#app/lib/result.ts'
import type { Ctx, StaffCtx } from '#app/platform/context.server.ts'
import { inTransaction, moment } from '#app/platform/db.server.ts'
import { admit } from './admit.server.ts'
import type { Admission, Desk, TooMany, Visit } from './desk.ts'
import { LINK_DAYS } from './group-codes.ts'
import { findGroupUser, type GroupUser } from './group-users.server.ts'
import { hashOfToken } from './hashes.server.ts'
import { tooMany } from './too-many.server.ts'
import { writeAudit } from './write-audit.server.ts'

export interface IssuedLink {
  /** shown once, on paper; only its hash is kept */
  token: string
  expiresAt: Date
  user: GroupUser
}

/** Makes a link that lets one phone in as a group, once, within a week. Staff print it or send it. */
export function issueSignInLink(
  ctx: StaffCtx,
  userId: string,
): Promise<Result<IssuedLink, { code: 'unknown-user' }>> {
  return inTransaction(ctx.db, async (db) => {
    const user = await findGroupUser({ ...ctx, db }, parseId(userId))
    if (!user || user.isDisabled) return refuse({ code: 'unknown-user' })
    const token = newToken()
    const { expires_at: expiresAt } = await db
      .insertInto('sign_in_link')
      .values({
        token_hash: hashOfToken(token),
        user_id: user.id,
        made_by: ctx.actor.userId,
        expires_at: sql<Date>`moment() + make_interval(days => ${LINK_DAYS})`,
      })
      .returning('expires_at')
      .executeTakeFirstOrThrow()
    await writeAudit({ ...ctx, db }, { action: 'issue-sign-in-link', subject: `user:${user.id}` })
    return ok({ token, expiresAt, user })
  })
}

export type LinkState = 'open' | 'used' | 'expired'

/**
 * What a printed link is for, before anybody uses it; null when there is no such link. Looking does not use it up. That of
 * a closed phone has expired.
 */
export async function findSignInLink(
  { db }: Pick<Ctx, 'db'>,
  token: string,
): Promise<{ state: LinkState; groupName: string; userName: string } | null> {
  const row = await db
    .selectFrom('sign_in_link')
    .innerJoin('app_user', 'app_user.id', 'sign_in_link.user_id')
    .innerJoin('craft_group', 'craft_group.id', 'app_user.group_id')
    .where('token_hash', '=', hashOfToken(token))
    .select(['used_at', 'craft_group.name as groupName', 'app_user.name as userName'])
    .select(sql<boolean>`expires_at <= moment() or app_user.disabled_at is not null`.as('isExpired'))
    .executeTakeFirst()
  if (!row) return null
  const state = row.used_at ? 'used' : row.isExpired ? 'expired' : 'open'
  return { state, groupName: row.groupName, userName: row.userName }
}

/** Signs a group in with its printed link and uses the link up. */
export async function enterBySignInLink(
  desk: Desk,
  { request, ip }: Visit,
  token: string,
): Promise<Result<Admission, { code: 'no-link' } | TooMany>> {
  const refusal = await tooMany(desk, [['link-address', ip]])
  if (refusal) return refuse(refusal)
  const used = await desk.db
    .updateTable('sign_in_link')
    .set({ used_at: moment() })
    .where('token_hash', '=', hashOfToken(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', moment())
    .returning('user_id')
    .executeTakeFirst()
  const headers = used && (await admit(desk, request, { userId: used.user_id, by: 'link' }))
  return headers ? ok({ headers }) : refuse({ code: 'no-link' })
}
