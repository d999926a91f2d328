/**
 * Writes indonesia.txt from the CSV files of the npm package idn-area-data:
 *   npm pack idn-area-data@4.0.1 && tar xzf idn-area-data-4.0.1.tgz
 *   npx tsx db/seed/places/shorten.ts package/data
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** One place a line, its depth shown by spaces, its code by the part its parent does not have. */
export function shorten(folder: string): string {
  const provinces = read(folder, 'provinces').map(([code = '', name = '']) => ({ code, name }))
  const rest = [...read(folder, 'regencies'), ...read(folder, 'districts')]
    .filter(([code]) => code !== 'code')
    .map(([code = '', , name = '']) => ({ code, name }))
  const lines = [...provinces, ...rest]
    .filter(({ code }) => code !== 'code')
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ code, name }) => {
      const parts = code.split('.')
      return `${' '.repeat(parts.length - 1)}${parts.at(-1)} ${name.trim()}`
    })
  return `${lines.join('\n')}\n`
}

const read = (folder: string, name: string): string[][] =>
  readFileSync(join(folder, `${name}.csv`), 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(',').map((cell) => cell.replace(/^"(.*)"$/, '$1').replaceAll('""', '"')))

if (process.argv[1]?.endsWith('shorten.ts')) {
  writeFileSync(new URL('indonesia.txt', import.meta.url), shorten(process.argv[2] ?? '.'))
}
