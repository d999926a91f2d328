import { sql } from 'kysely'

/** Who closed the account that a statement calls `u`, and why; null while it is open, or when nobody wrote it down. */
export const closing = sql<{ by: string; reason: string | null } | null>`(
  select json_build_object('by', log.actor_name, 'reason', log.reason) from audit_log as log
  where u.disabled_at is not null and log.subject = 'user:' || u.id and log.action = 'disable-user'
  order by log.id desc limit 1)`
