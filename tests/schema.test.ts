import { readFileSync } from 'node:fs'
import { expect, inject, test } from 'vitest'
import { describeSchema } from '#db/generate-schema.ts'
import { databaseUrl } from '#tests/support/database.ts'

test('db/schema.ts is what the migrations make', () => {
  const committed = readFileSync(new URL('../db/schema.ts', import.meta.url), 'utf8')
  expect(describeSchema(databaseUrl(inject('clusterUrl'), 'anyam_template'))).toBe(committed)
})
