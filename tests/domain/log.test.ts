import { expect, test } from 'vitest'
import { makeLog } from '#app/platform/log.server.ts'

test('a row that the database refused is not quoted in the log', () => {
  const lines: string[] = []
  const log = makeLog('info', { write: (line) => lines.push(line) })
  const error = Object.assign(new Error('new row violates check constraint'), {
    code: '23514',
    detail: 'Failing row contains (1, Siti Aminah, +6281234567890, Jl. Merdeka 1).',
  })
  log.error({ err: error }, 'request failed')
  expect(lines[0]).toContain('23514')
  expect(lines[0]).not.toMatch(/Siti|6281234567890|Merdeka/)
})
