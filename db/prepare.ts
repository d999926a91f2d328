import pg from 'pg'
import { prepareQueues } from '#app/platform/queue.server.ts'
import { migrate } from './migrate.ts'
import { seedEmptyDatabase } from './seed/first-start.ts'

/** Any fixed number but the one of migrate.ts, which is taken inside. */
const LOCK = 611_103
const OLDEST = 150_000

export class OldPostgres extends Error {
  constructor(readonly version: string) {
    super(`PostgreSQL ${version} is too old; Anyam needs 15 or newer.`)
  }
}

interface Options {
  demoData: boolean
  say: (line: string) => void
}

/**
 * Makes a database ready for this version: tables, queues and, if wanted, the demo data. Instances that start together
 * do it one after the other, and those that come later find it done.
 * @throws OldPostgres
 */
export async function prepareDatabase(url: string, { demoData, say }: Options): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  // its statements tell when it is lost; without a listener the process would end
  client.on('error', () => undefined)
  await client.connect()
  try {
    await refuseOld(client)
    await waitForTurn(client, say)
    const applied = await migrate(url, say)
    if (applied.length > 0) say(`Basis data disiapkan (${applied.length} langkah).`)
    await prepareQueues(url)
    if (demoData) await seedEmptyDatabase(url, say)
  } finally {
    await client.end()
  }
}

async function refuseOld(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: string; number: number }>(
    `select current_setting('server_version') as version, current_setting('server_version_num')::int as number`,
  )
  const [server] = rows
  if (server && server.number < OLDEST) throw new OldPostgres(server.version)
}

async function waitForTurn(client: pg.Client, say: Options['say']): Promise<void> {
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [LOCK])
  if (rows[0]?.taken) return
  say('Anyam lain sedang menyiapkan basis data ini; menunggu sampai selesai.')
  await client.query('select pg_advisory_lock($1)', [LOCK])
}
