import { CompiledQuery } from 'kysely'
import PgBoss from 'pg-boss'
import type { Db } from './db.server.ts'

/** Every kind of job and what it carries. Handlers are idempotent: a job may run twice, never zero times. */
export interface Jobs {
  'send-notice': { noticeId: string }
  'handle-card-event': { eventId: string }
  /** Encodes stored photos better and copies them to where they are served from. */
  'finish-pictures': Record<string, never>
  /** Removes the files of proofs of transfer whose buyer has been erased. */
  'remove-proofs': { imageKeys: string[] }
  /** Removes the letters to a buyer who has been erased, where letters are kept as files. */
  'remove-letters': { noticeIds: string[] }
  sweep: Record<string, never>
}
export type JobName = keyof Jobs
export const JOB_NAMES: readonly JobName[] = [
  'send-notice',
  'handle-card-event',
  'finish-pictures',
  'remove-proofs',
  'remove-letters',
  'sweep',
]

/** The queues must be there before the first order. One at a time: two who make the same queue wait for each other for ever. */
export async function prepareQueues(url: string): Promise<void> {
  const boss = new PgBoss({ connectionString: url, supervise: false, schedule: false, max: 2 })
  boss.on('error', () => undefined)
  await boss.start()
  for (const name of JOB_NAMES) await boss.createQueue(name)
  await boss.stop({ graceful: false, wait: true })
}

/** Only composes the insert; the statement itself runs on the caller's connection, inside its transaction. */
const composer = new PgBoss({
  db: { executeSql: () => Promise.reject(new Error('enqueue needs a transaction')) },
})

/**
 * A mail server or a gateway may be away over a weekend: fourteen more tries, each wait twice the last, from ten seconds
 * on, are about three days, and no wait is much longer than all the time that has already passed.
 * @see docs/decisions/0084-letters-are-tried-for-three-days.md
 */
const RETRIES = { retryLimit: 14, retryDelay: 10, retryBackoff: true } as const

/**
 * Queues a job in the caller's own transaction: the work is queued if, and only if, the change is kept.
 * @param options.startAfter when to run it; absent means at once
 */
export async function enqueue<Name extends JobName>(
  db: Db,
  name: Name,
  data: Jobs[Name],
  options: { startAfter?: Date } = {},
): Promise<void> {
  await composer.send(name, data, {
    ...options,
    ...RETRIES,
    // short, so that a job whose process died comes back while the buyer still waits
    expireInSeconds: 60,
    db: {
      executeSql: async (text: string, values: unknown[]) => {
        const { rows } = await db.executeQuery(CompiledQuery.raw(text, values))
        return { rows }
      },
    },
  })
}
