import { type LimitName, limit } from '#app/platform/rate-limit.server.ts'
import type { Desk, TooMany } from './desk.ts'
import { VISITOR, writeSignInEvent } from './write-audit.server.ts'

/**
 * Counts one attempt against some limits, in order, until one is used up. The refusal that reaches a limit leaves a line
 * in the audit log; those that follow it do not.
 * @returns what to answer, or null when the attempt may go on
 * @see docs/decisions/0052-limits-that-lock-nobody-out.md
 */
export async function tooMany(
  desk: Pick<Desk, 'db' | 'limits'>,
  limits: readonly (readonly [LimitName, key: string])[],
): Promise<TooMany | null> {
  for (const [name, key] of limits) {
    const verdict = await limit(desk, name, key)
    if (verdict.ok) continue
    if (verdict.isFirst)
      await writeSignInEvent(desk, VISITOR, { action: 'limit-sign-in', subject: `limit:${name}` })
    return { code: 'too-many', retryAfterSeconds: verdict.retryAfterSeconds }
  }
  return null
}
