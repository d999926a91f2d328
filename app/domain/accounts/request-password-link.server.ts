import { ok, type Result, refuse } from '#app/lib/result.ts'
import type { Desk, TooMany } from './desk.ts'
import type { PasswordOwner } from './passwords.server.ts'
import { tooMany } from './too-many.server.ts'

/**
 * Somebody asks for a link to set a new password.
 * @returns whom to send it to, or null when the address is nobody's; the answer to the browser must be the same
 */
export async function requestPasswordLink(
  desk: Desk,
  { email, ip }: { email: string; ip: string },
): Promise<Result<PasswordOwner | null, TooMany>> {
  const refusal = await tooMany(desk, [
    ['password-address', ip],
    ['password-account', email],
  ])
  if (refusal) return refuse(refusal)
  const owner = await desk.db
    .selectFrom('app_user')
    .where('email', '=', email)
    .where('role', '!=', 'group')
    .where('disabled_at', 'is', null)
    .select(['id', 'name', 'email'])
    .executeTakeFirst()
  return ok(owner ?? null)
}
