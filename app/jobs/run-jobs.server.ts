import PgBoss from 'pg-boss'
import type { Ctx } from '#app/platform/context.server.ts'
import type { Database } from '#app/platform/db.server.ts'
import type { Log } from '#app/platform/log.server.ts'
import { JOB_NAMES, type JobName, type Jobs } from '#app/platform/queue.server.ts'
import type { CardPayments } from '#app/ports/payments/card-payments.ts'
import { handleCardEvent } from './handle-card-event.server.ts'
import { sweep } from './sweep.server.ts'

/** A throw puts the job back, unless it was the last try. */
export interface Try {
  isLast: boolean
}
export type JobHandler<Name extends JobName> = (ctx: Ctx, data: Jobs[Name], how: Try) => Promise<void>

/** What the jobs need of the app; the handlers that talk to mail and image stores are given in. */
export interface JobsOf {
  databaseUrl: string
  db: Database
  log: Log
  cards: CardPayments | null
  handlers: {
    [Name in 'send-notice' | 'finish-pictures' | 'remove-proofs' | 'remove-letters']: JobHandler<Name>
  }
}

export interface RunningJobs {
  /** Takes no new jobs and waits for those under way; a job cut off comes back after a minute. */
  stop(): Promise<void>
}

const EVERY_MINUTE = '* * * * *'
const DRAIN_MS = 8_000
/** A connection that went dead without a word must not keep letters waiting for ever. */
const BOSS = { max: 4, keepAlive: true, connectionTimeoutMillis: 10_000, query_timeout: 60_000 }

/** Starts this instance's workers. Several instances share the queues; each job is taken by one of them. */
export async function runJobs(app: JobsOf): Promise<RunningJobs> {
  const { databaseUrl, log } = app
  const boss = new PgBoss({ ...BOSS, connectionString: databaseUrl })
  boss.on('error', (error) => log.warn({ reason: error.message }, 'job queue trouble'))
  await boss.start()
  const handlers = allHandlers(app)
  const start = <Name extends JobName>(name: Name) => work(boss, name, handlers[name], app)
  for (const name of JOB_NAMES) await start(name)
  for (const name of ['sweep', 'finish-pictures'] as const) {
    await boss.schedule(name, EVERY_MINUTE, {}, { retryLimit: 0, expireInSeconds: 60 })
  }
  return { stop: () => boss.stop({ graceful: true, wait: true, timeout: DRAIN_MS }) }
}

const allHandlers = ({ cards, handlers }: JobsOf): { [Name in JobName]: JobHandler<Name> } => ({
  ...handlers,
  sweep: (ctx) => sweep(ctx, cards),
  'handle-card-event': (ctx, { eventId }) => {
    if (!cards) throw new Error('A card notice came, but card payments are not set up')
    return handleCardEvent(ctx, cards, eventId)
  },
})

/** One job at a time and per batch: a throw puts back only the job that threw. */
async function work<Name extends JobName>(
  boss: PgBoss,
  name: Name,
  handle: JobHandler<Name>,
  { db, log }: JobsOf,
): Promise<void> {
  const options = { batchSize: 1, pollingIntervalSeconds: 1, includeMetadata: true } as const
  await boss.work<Jobs[Name]>(name, options, async ([job]) => {
    if (!job) return
    const isLast = job.retryCount >= job.retryLimit
    try {
      await handle({ db, log, now: new Date(), locale: 'id' }, job.data, { isLast })
    } catch (error) {
      const words = isLast ? 'job failed for the last time' : 'job failed and will be tried again'
      log.error({ job: name, id: job.id, reason: (error as Error).message }, words)
      throw error
    }
  })
}
