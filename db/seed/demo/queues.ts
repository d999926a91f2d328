import { sql } from 'kysely'
import PgBoss from 'pg-boss'
import type { Db } from '#app/platform/db.server.ts'
import { JOB_NAMES } from '#app/platform/queue.server.ts'

/** The commands queue jobs as they go, so the queues must be there before the first order. */
export async function prepareQueues(url: string): Promise<void> {
  const boss = new PgBoss({ connectionString: url, supervise: false, schedule: false, max: 2 })
  boss.on('error', () => undefined)
  await boss.start()
  for (const name of JOB_NAMES) await boss.createQueue(name)
  await boss.stop({ graceful: false, wait: true })
}

/** Nobody is written to about orders that never were: their notices count as sent and their jobs are forgotten. */
export async function forgetJobs(db: Db): Promise<void> {
  await db.updateTable('notice').set({ sent_at: sql`queued_at` }).where('sent_at', 'is', null).execute()
  await sql`delete from pgboss.job where name = any(${[...JOB_NAMES]}::text[])`.execute(db)
}
