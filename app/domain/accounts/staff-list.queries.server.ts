import { sql } from 'kysely'
import type { StaffCtx } from '#app/platform/context.server.ts'
import { closing } from './closing.server.ts'
import { lastSeenAt } from './last-seen.server.ts'

/** Everybody of the library who can sign in, or could: the open accounts first; of a closed one who closed it, and why. */
export function listStaffAccounts({ db }: StaffCtx) {
  return db
    .selectFrom('app_user as u')
    .where('u.role', '<>', 'group')
    .orderBy(sql`u.disabled_at is not null`)
    .orderBy('u.name')
    .orderBy('u.id')
    .select((eb) => [
      'u.id',
      'u.name',
      'u.email',
      eb.ref('u.role').$castTo<'staff' | 'head'>().as('role'),
      'u.disabled_at as closedAt',
      lastSeenAt.as('lastSeenAt'),
      closing.as('closing'),
    ])
    .execute()
}
