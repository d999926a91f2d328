import { sql } from 'kysely'

/**
 * When the user that a statement calls `u` was last there: as the sessions still open have it, or as those that ended
 * left it; null for somebody who never came in.
 * @see db/migrations/0034-when-somebody-was-last-there.sql
 */
export const lastSeenAt = sql<Date | null>`greatest(
  (select max(updated_at) from user_session where user_id = u.id), (select at from last_seen where user_id = u.id))`
