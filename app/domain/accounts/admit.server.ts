import type { Desk } from './desk.ts'
import { writeSignInEvent } from './write-audit.server.ts'

/**
 * Opens a session for a user whom a code, link or password has proved, and closes the one this browser had before,
 * so that a session made before signing in is never the one used after it.
 * @returns the cookies to set; null when the user has been disabled meanwhile
 */
export async function admit(
  desk: Desk,
  request: Request,
  { userId, by }: { userId: string; by: 'code' | 'link' },
): Promise<Headers | null> {
  const { headers, response } = await desk.auth.api.startSession({
    body: { userId },
    headers: request.headers,
    returnHeaders: true,
  })
  if (!response.started) return null
  await endPreviousSession(desk, request)
  await writeSignIn(desk, userId, by)
  return headers
}

/** Ends the session that the request came with, if any. */
export async function endPreviousSession({ auth, db }: Desk, request: Request): Promise<void> {
  if (!request.headers.has('cookie')) return
  const { token } = await auth.api.readSessionToken({ headers: request.headers })
  if (token) await db.deleteFrom('user_session').where('token', '=', token).execute()
}

/** Writes down that a user came in, and how. */
export async function writeSignIn(desk: Desk, userId: string, by: string): Promise<void> {
  const user = await desk.db
    .selectFrom('app_user')
    .where('id', '=', userId)
    .select(['id', 'name'])
    .executeTakeFirstOrThrow()
  await writeSignInEvent(desk, user, { action: 'sign-in', subject: `user:${userId}`, after: { by } })
}
