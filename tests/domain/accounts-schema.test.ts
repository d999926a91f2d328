import { getMigrations } from 'better-auth/db/migration'
import { expect } from 'vitest'
import { makeAuth } from '#app/platform/auth.server.ts'
import { quiet, test } from '#tests/support/test.ts'

test('better-auth finds every table, column and index it wants in our own migrations', async ({
  raceCtx,
}) => {
  const auth = makeAuth({
    db: raceCtx.db,
    origin: 'http://localhost:3000',
    secret: 'x'.repeat(32),
    log: quiet,
  })
  const plan = await getMigrations(auth.options)
  expect(await plan.compileMigrations()).toBe(';')
  expect(plan.toBeCreated).toEqual([])
  expect(plan.toBeAdded).toEqual([])
  expect(plan.schemaProblems).toEqual([])
})
