import { APIError } from 'better-auth/api'
import { sql } from 'kysely'
import { newToken } from '#app/lib/ids.ts'
import { ok, type Result, refuse } from '#app/lib/result.ts'
import type { StaffActor } from '#app/platform/context.server.ts'
import { limit } from '#app/platform/rate-limit.server.ts'
import type { Admission, Desk, TooMany } from './desk.ts'
import { makeBrowserKnown } from './known-browser.server.ts'
import { type PasswordFlaw, passwordFlaw } from './password-rules.ts'
import { writeAudit, writeSignInEvent } from './write-audit.server.ts'

export const RESET_HOURS = 1
export const FIRST_PASSWORD_HOURS = 72

type Flawed = { code: 'flawed-password'; flaw: PasswordFlaw }

/**
 * A link with which one member of staff may set a password, once.
 * @returns the path; the token in it is kept only as a hash
 */
export async function makePasswordLink(
  { auth, db }: Pick<Desk, 'auth' | 'db'>,
  userId: string,
  hours = RESET_HOURS,
): Promise<string> {
  const { internalAdapter } = await auth.$context
  const token = newToken()
  const { rows } = await sql<{ expiresAt: Date }>`
    select moment() + make_interval(hours => ${hours}) as "expiresAt"
  `.execute(db)
  const expiresAt = rows[0]?.expiresAt ?? new Date(0)
  await internalAdapter.createVerificationValue({
    identifier: `reset-password:${token}`,
    value: userId,
    expiresAt,
  })
  return `/masuk/atur-sandi/${token}`
}

export interface PasswordOwner {
  id: string
  name: string
  email: string
}

/** Whose password a link sets; null when the link is unknown, used or too old. Looking does not use it up. */
export async function findPasswordLink({ auth, db }: Desk, token: string): Promise<PasswordOwner | null> {
  const { internalAdapter } = await auth.$context
  const link = await internalAdapter.findVerificationValue(`reset-password:${token}`)
  if (!link) return null
  const owner = await db
    .selectFrom('app_user')
    .where('id', '=', link.value)
    .where(sql<boolean>`moment() < ${link.expiresAt}`)
    .where('disabled_at', 'is', null)
    .select(['id', 'name', 'email'])
    .executeTakeFirst()
  return owner ?? null
}

/**
 * Sets a password through a link, uses the link up and ends every session of its owner. A second step stays on.
 * This browser counts as the owner's own from now on, whatever strangers have tried.
 */
export async function setPasswordByLink(
  desk: Desk,
  { token, password }: { token: string; password: string },
): Promise<Result<Admission, { code: 'no-link' } | Flawed>> {
  const owner = await findPasswordLink(desk, token)
  if (!owner) return refuse({ code: 'no-link' })
  const flaw = passwordFlaw(password, [owner.name, owner.email])
  if (flaw) return refuse({ code: 'flawed-password', flaw })
  try {
    await desk.auth.api.resetPassword({ body: { token, newPassword: password } })
  } catch (error) {
    if (error instanceof APIError) return refuse({ code: 'no-link' })
    throw error
  }
  await writeSignInEvent(desk, owner, { action: 'set-password', subject: `user:${owner.id}` })
  await desk.limits.forget('sign-in-account', owner.email)
  return ok({ headers: new Headers({ 'Set-Cookie': await makeBrowserKnown(desk, owner.email) }) })
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
    { ...desk, actor: who.actor, locale: 'id', now: new Date() },
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
  const verdict = await limit(desk, 'sign-in-browser', key)
  if (!verdict.ok) return refuse({ code: 'too-many', retryAfterSeconds: verdict.retryAfterSeconds })
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
