import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { expect, test } from 'vitest'
import { JOB_NAMES } from '#app/platform/queue.server.ts'
import { startLocalPostgres } from '#db/local-postgres.ts'
import { DataFolderInUse } from '#db/postgres-home.ts'
import { prepareDatabase } from '#db/prepare.ts'
import { withDatabase } from '#db/with-database.ts'
import { emptyDatabase } from '#tests/support/database.ts'

const ROOT = resolve(import.meta.dirname, '../..')

test('instances that start together on an empty database make it ready once', async () => {
  const empty = await emptyDatabase()
  const said: string[] = []
  const prepare = () => prepareDatabase(empty.url, { demoData: false, say: (line) => said.push(line) })
  await Promise.all([prepare(), prepare(), prepare()])
  expect(said.filter((line) => line.startsWith('Basis data disiapkan'))).toHaveLength(1)
  const client = new pg.Client({ connectionString: empty.url })
  await client.connect()
  const { rows } = await client.query<{ name: string }>('select name from pgboss.queue')
  await client.end()
  expect(rows.map((row) => row.name)).toEqual(expect.arrayContaining([...JOB_NAMES]))
  await empty.drop()
}, 60_000)

test('a database that outlived its Anyam, because that was killed, is taken over with all it holds', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'anyam-left-'))
  const owner = await startElsewhere(folder)
  await expect(startLocalPostgres({ folder, durable: false })).rejects.toThrow(DataFolderInUse)
  owner.kill('SIGKILL')
  await once(owner, 'exit')
  const again = await startLocalPostgres({ folder, durable: false })
  const client = new pg.Client({ connectionString: again.url })
  await client.connect()
  expect((await client.query('select from kept')).rowCount).toBe(1)
  await client.end()
  await again.stop()
  rmSync(folder, { recursive: true, force: true })
}, 60_000)

test('a command joins the database of an Anyam that runs, and starts it for the moment when none does', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'anyam-command-'))
  const ask = () => withDatabase({ databaseUrl: undefined, dataDir }, () => undefined, tablesIn)
  const running = await startLocalPostgres({ folder: join(dataDir, 'postgres'), durable: false })
  expect(await ask()).toContain('shop_order')
  expect(await tablesIn(running.url)).toContain('shop_order')
  await running.stop()
  expect(await ask()).toContain('shop_order')
  rmSync(dataDir, { recursive: true, force: true })
}, 60_000)

async function tablesIn(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ name: string }>('select tablename as name from pg_tables')
  await client.end()
  return rows.map(({ name }) => name)
}

/** PostgreSQL with a row in it, as another process's own. */
async function startElsewhere(folder: string): Promise<ChildProcess> {
  const program = `
    import pg from 'pg'
    import { startLocalPostgres } from '#db/local-postgres.ts'
    const { url } = await startLocalPostgres({ folder: ${JSON.stringify(folder)}, durable: false })
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query('create table kept as select 1 as piece')
    await client.end()
    process.stdout.write('ready')
  `
  const node = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(node.stdout, 'data')
  return node
}
