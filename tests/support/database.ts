import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { prepareQueues } from '#app/platform/queue.server.ts'
import { migrate } from '#db/migrate.ts'
import { seedDemo } from '#db/seed/demo.ts'

const TEMPLATE = 'anyam_template'
const DEMO_TEMPLATE = 'anyam_demo'

/** The same server, another database. */
export function databaseUrl(clusterUrl: string, name: string): string {
  const url = new URL(clusterUrl)
  url.pathname = `/${name}`
  return url.href
}

async function onCluster<Row extends object>(clusterUrl: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: clusterUrl })
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

export async function prepareTemplate(clusterUrl: string): Promise<void> {
  await onCluster(clusterUrl, `create database ${TEMPLATE}`)
  const url = databaseUrl(clusterUrl, TEMPLATE)
  await migrate(url)
  await prepareQueues(url)
  await leaveAlone(clusterUrl, TEMPLATE)
}

export interface FreshDatabase {
  url: string
  drop(): Promise<void>
}

/** A database of its own, cloned from the migrated template: for races, crashes and whole servers. */
export const freshDatabase = (): Promise<FreshDatabase> => cloneOf(TEMPLATE)

/** A database that nobody has put anything into, not even tables. */
export const emptyDatabase = (): Promise<FreshDatabase> => cloneOf('template0')

/** A database of its own with the demo data. The first to ask makes the template; everyone else waits and clones. */
export async function demoDatabase(): Promise<FreshDatabase> {
  const clusterUrl = inject('clusterUrl')
  const client = new pg.Client({ connectionString: clusterUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(611102)')
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DEMO_TEMPLATE])
    if (rowCount === 0) await prepareDemoTemplate(clusterUrl)
  } finally {
    await client.end()
  }
  return cloneOf(DEMO_TEMPLATE)
}

async function prepareDemoTemplate(clusterUrl: string): Promise<void> {
  const making = `${DEMO_TEMPLATE}_making`
  const end = new Date()
  await onCluster(clusterUrl, `create database ${making} template ${TEMPLATE}`)
  await seedDemo(databaseUrl(clusterUrl, making), () => undefined, end)
  await onCluster(clusterUrl, `comment on database ${making} is '${end.toISOString()}'`)
  await leaveAlone(clusterUrl, making)
  await onCluster(clusterUrl, `alter database ${making} rename to ${DEMO_TEMPLATE}`)
}

/** Up to which moment the demo of `demoDatabase` goes. */
export async function endOfDemo(): Promise<Date> {
  const [row] = await onCluster<{ end: string }>(
    inject('clusterUrl'),
    `select shobj_description(oid, 'pg_database') as end from pg_database where datname = '${DEMO_TEMPLATE}'`,
  )
  if (!row) throw new Error('Nobody has asked for the demo yet')
  return new Date(row.end)
}

/** What others copy is entered by nobody: not even by the vacuum that PostgreSQL starts by itself, which a copy would wait for. */
const leaveAlone = (clusterUrl: string, name: string) =>
  onCluster(clusterUrl, `alter database ${name} allow_connections false`)

async function cloneOf(template: string): Promise<FreshDatabase> {
  const clusterUrl = inject('clusterUrl')
  const name = `anyam_${randomBytes(6).toString('hex')}`
  await onCluster(clusterUrl, `create database ${name} template ${template}`)
  return {
    url: databaseUrl(clusterUrl, name),
    async drop() {
      await onCluster(clusterUrl, `drop database if exists ${name} with (force)`)
    },
  }
}
