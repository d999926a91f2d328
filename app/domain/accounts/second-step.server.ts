import { APIError } from 'better-auth/api'
import { symmetricDecrypt } from 'better-auth/crypto'
import { ok, type Result, refuse } from '#app/lib/result.ts'
import type { StaffActor } from '#app/platform/context.server.ts'
import { limit } from '#app/platform/rate-limit.server.ts'
import { endPreviousSession, writeSignIn } from './admit.server.ts'
import { base32 } from './base32.ts'
import type { Admission, Desk, TooMany, Visit } from './desk.ts'
import { withPassword } from './passwords.server.ts'
import { tooMany } from './too-many.server.ts'
import { writeAudit } from './write-audit.server.ts'

type StepRefusal =
  | { code: 'wrong-code' }
  | { code: 'used-code' }
  | { code: 'start-again' }
  | { code: 'locked' }
  | TooMany

/**
 * Ends a sign-in that waits for its second step: six digits from the app, or one of the backup codes.
 * Six digits count once, although the app shows them for half a minute.
 */
export async function enterSecondStep(
  desk: Desk,
  { request, ip }: Visit,
  code: string,
): Promise<Result<Admission, StepRefusal>> {
  const refusal = await tooMany(desk, [['sign-in-address', ip]])
  if (refusal) return refuse(refusal)
  const isTotp = /^\d{6}$/.test(code)
  const verify = isTotp ? desk.auth.api.verifyTOTP : desk.auth.api.verifyBackupCode
  try {
    const { headers, response } = await verify({
      body: { code },
      headers: request.headers,
      returnHeaders: true,
    })
    const { token, user } = response
    if (!token) return refuse({ code: 'start-again' })
    if (isTotp && !(await limit(desk, 'second-step-used', `${user.id}:${code}`)).ok) {
      await desk.db.deleteFrom('user_session').where('token', '=', token).execute()
      return refuse({ code: 'used-code' })
    }
    await endPreviousSession(desk, request)
    await writeSignIn(desk, user.id, isTotp ? 'password and app' : 'password and backup code')
    return ok({ headers })
  } catch (error) {
    if (error instanceof APIError) return refuse({ code: refusalOf(error) })
    throw error
  }
}

function refusalOf(error: APIError): 'wrong-code' | 'start-again' | 'locked' {
  switch (error.body?.code) {
    case 'INVALID_CODE':
    case 'INVALID_BACKUP_CODE':
      return 'wrong-code'
    case 'ACCOUNT_TEMPORARILY_LOCKED':
      return 'locked'
    default:
      return 'start-again'
  }
}

interface Owner {
  request: Request
  actor: StaffActor
}

/** Makes a secret for the app on the phone. Nothing changes at sign-in until the app's first code was right. */
export async function prepareSecondStep(
  desk: Desk,
  { request, actor }: Owner,
  password: string,
): Promise<Result<null, { code: 'wrong-password' } | TooMany>> {
  const result = await withPassword(desk, actor, () =>
    desk.auth.api.enableTwoFactor({ body: { password, method: 'totp' }, headers: request.headers }),
  )
  return result.ok ? ok(null) : result
}

/** What must be told to the app on the phone, and what to keep in case it is lost. */
export interface PreparedStep {
  secret: string
  uri: string
  backupCodes: string[]
}

/** What was prepared and waits for the app's first code; null when nothing does. Once it is on, it is not told again. */
export async function findPreparedSecondStep(
  { auth, db }: Desk,
  { userId, email }: { userId: string; email: string },
): Promise<PreparedStep | null> {
  const row = await db
    .selectFrom('user_two_factor')
    .where('user_id', '=', userId)
    .where('verified', '=', false)
    .select('secret')
    .executeTakeFirst()
  if (!row) return null
  const { secretConfig } = await auth.$context
  const secret = base32(await symmetricDecrypt({ key: secretConfig, data: row.secret }))
  const uri = new URL(`otpauth://totp/${encodeURIComponent(`Anyam Kayong:${email}`)}`)
  uri.search = new URLSearchParams({ secret, issuer: 'Anyam Kayong', digits: '6', period: '30' })
    .toString()
    .replaceAll('+', '%20')
  const { backupCodes } = await auth.api.viewBackupCodes({ body: { userId } })
  return { secret, uri: uri.href, backupCodes }
}

/** Turns the second step on once the app has shown a right code; the session is renewed. */
export async function confirmSecondStep(
  desk: Desk,
  { request, actor }: Owner,
  code: string,
): Promise<Result<Admission, { code: 'wrong-code' } | TooMany>> {
  const refusal = await tooMany(desk, [['sign-in-browser', `second-step:${actor.userId}`]])
  if (refusal) return refuse(refusal)
  try {
    const { headers } = await desk.auth.api.verifyTOTP({
      body: { code },
      headers: request.headers,
      returnHeaders: true,
    })
    await audit(desk, actor, 'turn-on-second-step')
    return ok({ headers })
  } catch (error) {
    if (error instanceof APIError) return refuse({ code: 'wrong-code' })
    throw error
  }
}

/** Turns the second step off, with the password once more; the session is renewed. */
export async function stopSecondStep(
  desk: Desk,
  { request, actor }: Owner,
  password: string,
): Promise<Result<Admission, { code: 'wrong-password' } | TooMany>> {
  const result = await withPassword(desk, actor, () =>
    desk.auth.api.disableTwoFactor({ body: { password }, headers: request.headers, returnHeaders: true }),
  )
  if (!result.ok) return result
  await audit(desk, actor, 'turn-off-second-step')
  return ok({ headers: result.value.headers })
}

const audit = (desk: Desk, actor: StaffActor, action: string) =>
  writeAudit({ db: desk.db, actor }, { action, subject: `user:${actor.userId}` })
