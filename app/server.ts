import { join } from 'node:path'
import { serveBuilt } from './platform/http/statics.server.ts'
import { runUntilStopped } from './run.server.ts'

/** `npm run build` puts this file beside the folder that browsers get theirs from. */
const CLIENT = join(import.meta.dirname, '../client')

/** The one entry, built together with the pages it serves. */
await runUntilStopped(async () => ({
  build: await import('virtual:remix/server-build'),
  statics: (app) => serveBuilt(app, CLIENT),
  isDev: false,
}))
