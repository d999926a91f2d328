import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { describeSchema } from '#db/generate-schema.ts'
import { freshDatabase } from '#tests/support/database.ts'

test('db/schema.ts is what the migrations make', async () => {
  const committed = readFileSync(new URL('../db/schema.ts', import.meta.url), 'utf8')
  const fresh = await freshDatabase()
  expect(describeSchema(fresh.url)).toBe(committed)
  await fresh.drop()
})
