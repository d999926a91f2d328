import { sql } from 'kysely'
import type { Db } from '#app/platform/db.server.ts'
import { JOB_NAMES } from '#app/platform/queue.server.ts'

/** Nobody is written to about orders that never were: their notices count as sent and their jobs are forgotten. */
export async function forgetJobs(db: Db): Promise<void> {
  await db.updateTable('notice').set({ sent_at: sql`queued_at` }).where('sent_at', 'is', null).execute()
  await sql`delete from pgboss.job where name = any(${[...JOB_NAMES]}::text[])`.execute(db)
}
