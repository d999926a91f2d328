import { ok, type Result, refuse } from '#app/lib/result.ts'
import { limit } from '#app/platform/rate-limit.server.ts'
import type { Desk, TooMany } from './desk.ts'
import type { PasswordOwner } from './passwords.server.ts'

/**
 * Somebody asks for a link to set a new password.
 * @returns whom to send it to, or null when the address is nobody's; the answer to the browser must be the same
 */
export async function requestPasswordLink(
  desk: Desk,
  { email, ip }: { email: string; ip: string },
): Promise<Result<PasswordOwner | null, TooMany>> {
  for (const [name, key] of [
    ['password-address', ip],
    ['password-account', email],
  ] as const) {
    const verdict = await limit(desk, name, key)
    if (!verdict.ok) return refuse({ code: 'too-many', retryAfterSeconds: verdict.retryAfterSeconds })
  }
  const owner = await desk.db
    .selectFrom('app_user')
    .where('email', '=', email)
    .where('role', '!=', 'group')
    .where('disabled_at', 'is', null)
    .select(['id', 'name', 'email'])
    .executeTakeFirst()
  return ok(owner ?? null)
}
