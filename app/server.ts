import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { serveBuilt } from './platform/http/statics.server.ts'
import { runUntilStopped } from './run.server.ts'

const BUILD = join(import.meta.dirname, '../build')

/** The one entry: serves what `npm run build` made. */
await runUntilStopped(async () => ({
  build: (await import(pathToFileURL(join(BUILD, 'server/index.js')).href)) as ServerBuild,
  statics: (app) => serveBuilt(app, join(BUILD, 'client')),
  isDev: false,
}))
