import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { startLocalPostgres } from './local-postgres.ts'
import { migrate } from './migrate.ts'

const MAPPING = { timestamptz: 'Date', date: 'string', int8: 'number', numeric: 'number' }
const HEADER = '// Generated from a migrated database by `npm run schema`; the tests compare. Do not edit.\n'

/** The Kysely types of a migrated database. */
export function describeSchema(url: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'anyam-schema-'))
  const file = join(folder, 'schema.ts')
  const cli = join(import.meta.dirname, '../node_modules/kysely-codegen/dist/cli/bin.js')
  execFileSync(
    process.execPath,
    [
      cli,
      '--dialect',
      'postgres',
      '--url',
      url,
      '--out-file',
      file,
      '--exclude-pattern',
      '{migration,pgboss.*}',
    ].concat([
      '--default-schema',
      'public',
      '--include-pattern',
      'public.*',
      '--type-mapping',
      JSON.stringify(MAPPING),
      '--date-parser',
      'string',
    ]),
    { stdio: 'ignore' },
  )
  const types = readFileSync(file, 'utf8')
  rmSync(folder, { recursive: true })
  return HEADER + types.slice(types.indexOf('import type'))
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const folder = mkdtempSync(join(tmpdir(), 'anyam-schema-cluster-'))
  const cluster = await startLocalPostgres({ folder, durable: false })
  await migrate(cluster.url)
  writeFileSync(join(import.meta.dirname, 'schema.ts'), describeSchema(cluster.url))
  await cluster.stop()
  rmSync(folder, { recursive: true, force: true })
}
