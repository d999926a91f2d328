import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

interface Lock {
  packages: Record<string, { version?: string }>
}
const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')) as Lock

/** Versions below these have published holes: CVE-2026-53668 and those before it. */
const MINIMUM: Record<string, string> = {
  '@remix-run/router': '1.23.4',
  'react-router': '6.30.6',
  'react-router-dom': '6.30.6',
  '@remix-run/node': '2.17.5',
  '@remix-run/express': '2.17.5',
  '@remix-run/react': '2.17.5',
}

const asNumber = (version: string) =>
  version.split('.').reduce((total, part) => total * 1000 + Number.parseInt(part, 10), 0)

test.each(Object.entries(MINIMUM))('%s is at least %s everywhere in the lock', (name, minimum) => {
  const found = Object.entries(lock.packages).filter(([path]) => path.endsWith(`node_modules/${name}`))
  expect(found.length).toBeGreaterThan(0)
  for (const [, entry] of found)
    expect(asNumber(entry.version ?? '0')).toBeGreaterThanOrEqual(asNumber(minimum))
})

test('what the owner named is really there', () => {
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  ) as Record<string, Record<string, string>>
  for (const name of ['remix', '@remix-run/node', 'stripe', 'kysely', 'pg', 'cloudinary'])
    expect(dependencies).toHaveProperty(name)
  expect(devDependencies).toHaveProperty('vitest')
})
