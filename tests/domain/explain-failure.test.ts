import { expect, test } from 'vitest'
import { explainFailure } from '#app/explain-failure.server.ts'
import { NoPlaceToListen } from '#app/listen.server.ts'
import { NewerDatabase } from '#db/migrate.ts'
import { DataFolderInUse } from '#db/postgres-home.ts'
import { OldPostgres } from '#db/prepare.ts'

const systemError = (code: string, message = code) => Object.assign(new Error(message), { code })
const noPlace = (code: string) => new NoPlaceToListen({ host: '10.9.9.9', port: 3000 }, systemError(code))

test.each([
  [noPlace('EADDRINUSE'), 'misalnya PORT=3001.\n(Port 3000 is in use'],
  [noPlace('EACCES'), 'Port 3000 is not allowed'],
  [noPlace('EADDRNOTAVAIL'), 'HOST: 10.9.9.9 is not an address of this machine'],
  [noPlace('ENOTFOUND'), 'HOST: 10.9.9.9 is not an address of this machine'],
  [systemError('ENOTFOUND'), 'DATABASE_URL: PostgreSQL tidak menjawab'],
  [systemError('28P01'), 'DATABASE_URL: nama atau kata sandinya salah'],
  [new DataFolderInUse(), 'Another Anyam is using this data folder'],
  [new OldPostgres('14.1'), 'Anyam needs 15 or newer'],
  [new NewerDatabase(['9999_later.sql']), 'install the later version'],
  [systemError('53100', 'could not extend file'), 'The disk is full'],
  [new Error('initdb: error: could not write: No space left on device'), 'The disk is full'],
])('%s is said in words', (error, words) => {
  const said = explainFailure(error)
  expect(said).toContain(words)
  expect(said).not.toMatch(/\n\s+at /)
})

test('what nobody foresaw keeps the place where it happened', () => {
  expect(explainFailure(new Error('?!'))).toMatch(/explain-failure\.test\.ts/)
})
