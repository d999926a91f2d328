import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { expect, test } from 'vitest'
import { explainFailure } from '#app/explain-failure.server.ts'
import { MigrationFailed, migrate } from '#db/migrate.ts'
import { emptyDatabase } from '#tests/support/database.ts'

const FOLDER = new URL('../../db/migrations/', import.meta.url).pathname
/** The first one that an older database is without. */
const NEXT = '0051-nobody-attends-what-was-not-held.sql'

/** A database as an older version left it, with an open connection to it. */
async function withOlderDatabase(work: (url: string, client: pg.Client) => Promise<void>): Promise<void> {
  const { url, drop } = await emptyDatabase()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(
      'create table migration (name text primary key, applied_at timestamptz not null default now())',
    )
    const older = readdirSync(FOLDER)
      .filter((name) => name.endsWith('.sql') && name < NEXT)
      .sort()
    for (const name of older) {
      await client.query(readFileSync(FOLDER + name, 'utf8'))
      await client.query('insert into migration (name) values ($1)', [name])
    }
    await work(url, client)
  } finally {
    await client.end()
    await drop()
  }
}

const isApplied = async (client: pg.Client): Promise<boolean> =>
  (await client.query('select from migration where name = $1', [NEXT])).rowCount === 1

test('waits for a table that is in use, and goes on once it is free', () =>
  withOlderDatabase(async (url, client) => {
    const said: string[] = []
    await client.query('begin')
    await client.query('select from group_training')
    const migrated = migrate(url, (line) => said.push(line))
    while (said.length === 0) await setTimeout(100)
    expect(await isApplied(client)).toBe(false)
    await client.query('commit')
    expect(await migrated).toContain(NEXT)
    expect(said).toHaveLength(1)
    expect(await isApplied(client)).toBe(true)
  }))

test('says which old row a new rule stumbles over, and changes nothing', () =>
  withOlderDatabase(async (url, client) => {
    await plannedTrainingWithAGroup(client)
    const failed = await migrate(url).catch((error: unknown) => error)
    expect(failed).toBeInstanceOf(MigrationFailed)
    const words = explainFailure(failed)
    expect(words).toContain(`Langkah basis data ${NEXT} berhenti pada catatan lama`)
    expect(words).toContain('does not fit the new rule')
    expect(words).toMatch(/group_training_was_held.*Key \(/s)
    expect(words).not.toMatch(/\n\s+at /)
    expect(await isApplied(client)).toBe(false)
  }))

/** As someone who keeps the programme's rows by hand could have left it. */
async function plannedTrainingWithAGroup(client: pg.Client): Promise<void> {
  // only the new rule is tried here: the rows around these are left out
  await client.query('set session_replication_role = replica')
  await client.query(`insert into training
    (id, slug, title_id, title_en, library_id, strategy, skill, place_id, place_en, district_code, starts_on, ends_on)
    values (gen_random_uuid(), 'nanti', 'Nanti', 'Later', gen_random_uuid(), 'pelibatan-masyarakat', 'anyam',
      'Sukadana', 'Sukadana', '61.11.01', '2027-01-04', '2027-01-05')`)
  await client.query(`insert into group_training (group_id, training_id, evidence)
    select gen_random_uuid(), id, 'stated' from training`)
  await client.query('set session_replication_role = origin')
}
