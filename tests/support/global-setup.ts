import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startLocalPostgres } from '#db/local-postgres.ts'
import { prepareTemplate } from './database.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    clusterUrl: string
  }
}

/** One throwaway PostgreSQL cluster for the whole run, with a migrated template that every test database is cloned from. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'anyam-test-'))
  const cluster = await startLocalPostgres({ folder, durable: false })
  await prepareTemplate(cluster.url)
  project.provide('clusterUrl', cluster.url)
  return async () => {
    await cluster.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
