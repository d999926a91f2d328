import { APIError } from 'better-auth/api'
import { hashPassword } from 'better-auth/crypto'
import { sql } from 'kysely'
import { newId, newToken } from '#app/lib/ids.ts'
import { ok, type Result, refuse } from '#app/lib/result.ts'
import type { StaffActor } from '#app/platform/context.server.ts'
import { type Db, inTransaction, moment } from '#app/platform/db.server.ts'
import type { Admission, Desk, TooMany } from './desk.ts'
import { hashOfToken } from './hashes.server.ts'
import { makeBrowserKnown } from './known-browser.server.ts'
import { type PasswordFlaw, passwordFlaw } from './password-rules.ts'
import { endSessionsOf } from './sessions.server.ts'
import { tooMany } from './too-many.server.ts'
import { writeAudit, writeSignInEvent } from './write-audit.server.ts'

const RESET_HOURS = 1
export const FIRST_PASSWORD_HOURS = 72

type Flawed = { code: 'flawed-password'; flaw: PasswordFlaw }

/**
 * A link with which one member of staff may set a password, once.
 * @param hours how long it is good, by the database's clock
 * @returns the path; the token in it is kept only as a hash
 */
export async function makePasswordLink(
  { db }: Pick<Desk, 'db'>,
  userId: string,
  hours = RESET_HOURS,
): Promise<string> {
  const token = newToken()
  await db
    .insertInto('sign_in_verification')
    .values({
      id: newId(),
      identifier: identifierOf(token),
      value: userId,
      expires_at: sql<Date>`moment() + make_interval(hours => ${hours})`,
    })
    .execute()
  return `/masuk/atur-sandi/${token}`
}

export interface PasswordOwner {
  id: string
  name: string
  email: string
}

/** Whose password a link sets; null when the link is unknown, used or too old. Looking does not use it up. */
export async function findPasswordLink(
  { db }: Pick<Desk, 'db'>,
  token: string,
): Promise<PasswordOwner | null> {
  const owner = await db
    .selectFrom('sign_in_verification as link')
    .innerJoin('app_user', (join) => join.on(sql<boolean>`app_user.id::text = link.value`))
    .where('link.identifier', '=', identifierOf(token))
    .where('link.expires_at', '>', moment())
    .where('app_user.disabled_at', 'is', null)
    .select(['app_user.id', 'app_user.name', 'app_user.email'])
    .executeTakeFirst()
  return owner ?? null
}

/**
 * Sets a password through a link, uses the link up and ends every session of its owner, all of it or nothing. A second
 * step stays on. This browser counts as the owner's own from now on, whatever strangers have tried.
 */
export async function setPasswordByLink(
  desk: Desk,
  { token, password }: { token: string; password: string },
): Promise<Result<Admission, { code: 'no-link' } | Flawed>> {
  const owner = await findPasswordLink(desk, token)
  if (!owner) return refuse({ code: 'no-link' })
  const flaw = passwordFlaw(password, [owner.name, owner.email])
  if (flaw) return refuse({ code: 'flawed-password', flaw })
  const hash = await hashPassword(password)
  const isSet = await inTransaction(desk.db, async (db) => {
    if (!(await useUpLink(db, token))) return false
    await writePassword(db, owner.id, hash)
    await endSessionsOf(db, owner.id)
    await writeSignInEvent({ db }, owner, { action: 'set-password', subject: `user:${owner.id}` })
    return true
  })
  if (!isSet) return refuse({ code: 'no-link' })
  await desk.limits.forget('sign-in-account', owner.email)
  return ok({ headers: new Headers({ 'Set-Cookie': await makeBrowserKnown(desk, owner.email) }) })
}

const identifierOf = (token: string): string => hashOfToken(`reset-password:${token}`)

/** Whoever comes second with the same link finds it gone, and so does who comes after the account was closed. */
async function useUpLink(db: Db, token: string): Promise<boolean> {
  const used = await db
    .deleteFrom('sign_in_verification')
    .where('identifier', '=', identifierOf(token))
    .where('expires_at', '>', moment())
    .returning('id')
    .executeTakeFirst()
  return used !== undefined
}

/** As better-auth keeps it; somebody new has no row yet. */
async function writePassword(db: Db, userId: string, password: string): Promise<void> {
  await db
    .insertInto('user_credential')
    .values({ id: newId(), user_id: userId, account_id: userId, provider_id: 'credential', password })
    .onConflict((conflict) =>
      conflict.columns(['provider_id', 'account_id']).doUpdateSet({ password, updated_at: moment() }),
    )
    .execute()
}

/** Changes the password of staff who know the present one; every other session ends and this one is renewed. */
export async function changePassword(
  desk: Desk,
  who: { request: Request; actor: StaffActor; email: string },
  { current, next }: { current: string; next: string },
): Promise<Result<Admission, { code: 'wrong-password' } | Flawed | TooMany>> {
  const flaw = passwordFlaw(next, [who.actor.name, who.email])
  if (flaw) return refuse({ code: 'flawed-password', flaw })
  const result = await withPassword(desk, who.actor, () =>
    desk.auth.api.changePassword({
      body: { currentPassword: current, newPassword: next, revokeOtherSessions: true },
      headers: who.request.headers,
      returnHeaders: true,
    }),
  )
  if (!result.ok) return result
  await writeAudit(
    { db: desk.db, actor: who.actor },
    { action: 'change-password', subject: `user:${who.actor.userId}` },
  )
  return ok({ headers: result.value.headers })
}

/**
 * Runs what asks for the present password again. Tries are limited here too: a session left open must not become
 * a place to guess the password.
 */
export async function withPassword<Value>(
  desk: Desk,
  actor: StaffActor,
  work: () => Promise<Value>,
): Promise<Result<Value, { code: 'wrong-password' } | TooMany>> {
  const key = `user:${actor.userId}`
  const refusal = await tooMany(desk, [['sign-in-browser', key]])
  if (refusal) return refuse(refusal)
  try {
    const value = await work()
    await desk.limits.forget('sign-in-browser', key)
    return ok(value)
  } catch (error) {
    if (error instanceof APIError && error.body?.code === 'INVALID_PASSWORD')
      return refuse({ code: 'wrong-password' })
    throw error
  }
}
