import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { freePort, startLocalPostgres } from '#db/local-postgres.ts'
import { DataFolderInUse } from '#db/postgres-home.ts'
import { databaseUrl } from '#tests/support/database.ts'
import { startTestApp } from '#tests/support/http.ts'

test('a second database on the same folder refuses in words, before anything is built', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'anyam-twice-'))
  const folder = join(dataDir, 'postgres')
  const env = { DATA_DIR: dataDir, PORT: String(await freePort()) }
  const first = await startLocalPostgres({ folder, durable: false })
  await expect(startLocalPostgres({ folder, durable: false })).rejects.toThrow(DataFolderInUse)
  expect(mayStart(env)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('Anyam lain sedang memakai folder data ini.'),
  })
  await first.stop()
  expect(mayStart(env)).toMatchObject({ status: 0, stderr: '' })
  const again = await startLocalPostgres({ folder, durable: false })
  await again.stop()
  rmSync(dataDir, { recursive: true, force: true })
}, 60_000)

/** What `npm start` asks before it builds. */
const mayStart = (env: Record<string, string>) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'app/may-start.ts'], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  })

test('a database restart does not end the process, and pages come back', async () => {
  const app = await startTestApp({ cards: false })
  try {
    expect((await app.browser().get('/sehat/siap')).status).toBe(200)
    await cutConnections(app.databaseUrl)
    expect((await app.browser().get('/sehat')).status).toBe(200)
    await expect.poll(async () => (await app.browser().get('/barang')).status, { timeout: 5_000 }).toBe(200)
  } finally {
    await app.stop()
  }
}, 60_000)

/** What a restart of PostgreSQL looks like to its clients. */
async function cutConnections(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl(inject('clusterUrl'), 'postgres') })
  await client.connect()
  await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
    new URL(url).pathname.slice(1),
  ])
  await client.end()
}

test('told to stop, it answers what is under way and leaves within ten seconds', async () => {
  const app = await startTestApp({ cards: false })
  const form = new URLSearchParams({ aksi: 'tambah' }).toString()
  const answer = await halfSent(app.origin, form)
  const left = app.signal('SIGTERM')
  const told = performance.now()
  // the process has stopped listening before the rest of the form comes
  await expect
    .poll(
      () =>
        fetch(app.origin).then(
          () => 'open',
          () => 'closed',
        ),
      { timeout: 5_000 },
    )
    .toBe('closed')
  expect(await answer.finish()).toBeLessThan(500)
  expect(await left).toBe(0)
  expect(performance.now() - told).toBeLessThan(10_000)
  await app.stop()
}, 60_000)

/** A form of which the server has the beginning, so that it is certainly at work on it. */
async function halfSent(origin: string, form: string): Promise<{ finish(): Promise<number> }> {
  const { hostname, port } = new URL(origin)
  const headers = {
    origin,
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': String(form.length),
  }
  const sent = request({ hostname, port, path: '/keranjang', method: 'POST', headers })
  const status = new Promise<number>((answered, fail) => {
    sent.once('response', (response) => answered(response.statusCode ?? 0))
    sent.once('error', fail)
  })
  await new Promise((gone) => sent.write(form.slice(0, 4), gone))
  return {
    finish() {
      sent.end(form.slice(4))
      return status
    },
  }
}

test.each([
  [
    { STRIPE_SECRET_KEY: 'sk_live_abc', STRIPE_WEBHOOK_SECRET: 'whsec_x', STRIPE_API_BASE: '' },
    /STRIPE_SECRET_KEY: a live key outside production/,
  ],
  [
    { STRIPE_SECRET_KEY: 'sk_test_abc', STRIPE_WEBHOOK_SECRET: ' ', STRIPE_API_BASE: '' },
    /STRIPE_WEBHOOK_SECRET: must be set/,
  ],
  [{ NODE_ENV: 'production' }, /APP_SECRET: required in production[\s\S]*APP_ORIGIN: required/],
])(
  'refuses to start with %o and says why',
  async (env, words) => {
    await expect(startTestApp({ cards: false, env })).rejects.toThrow(words)
  },
  60_000,
)
