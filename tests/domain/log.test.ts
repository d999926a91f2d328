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

test('a link that opens something is not in the log, wherever it was said', () => {
  const lines: string[] = []
  const log = makeLog('info', { write: (line) => lines.push(line) })
  for (const path of [
    '/en/pesanan/P-7F3K9Q/buka/sEcret-1',
    '/masuk/tautan/sEcret-1.data',
    '/Masuk/Atur-Sandi/sEcret-1',
  ]) {
    log.info({ path }, 'answered')
    log.error({ err: new Error(`No route matches URL "${path}"`), path }, 'request failed')
  }
  log.info({ path: '/petugas/kelompok/1/tautan' }, 'answered')
  expect(lines.join('')).not.toContain('sEcret')
  expect(lines.join('')).toContain('/en/pesanan/P-7F3K9Q/buka/*')
  expect(lines.at(-1)).toContain('/petugas/kelompok/1/tautan"')
  for (const line of lines) expect(() => JSON.parse(line)).not.toThrow()
})
