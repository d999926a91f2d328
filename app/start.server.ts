import { join } from 'node:path'
import type { ServerBuild } from '@remix-run/node'
import type { Express } from 'express'
import { startLocalPostgres } from '#db/local-postgres.ts'
import { prepareDatabase } from '#db/prepare.ts'
import { assembleApp } from './assemble-app.server.ts'
import { removeLetters } from './jobs/remove-letters.server.ts'
import { removeProofs } from './jobs/remove-proofs.server.ts'
import { runJobs } from './jobs/run-jobs.server.ts'
import { sendNotice } from './jobs/send-notice.server.ts'
import { close, refuseTakenPort, serve } from './listen.server.ts'
import { isDatabaseAway } from './platform/db.server.ts'
import { type Env, readEnv } from './platform/env.server.ts'
import { createHttpApp } from './platform/http/create-http-app.server.ts'
import { type Log, makeLog } from './platform/log.server.ts'
import { readSettings } from './platform/settings.server.ts'

export interface Running {
  stop(): Promise<void>
}

/** Where pages and files come from: the build, or in development Vite. */
export interface Web {
  build: ServerBuild | (() => Promise<ServerBuild>)
  statics(app: Express): void
  isDev: boolean
}

/**
 * Environment, database, migrations, data, jobs, HTTP: in this order, and back again on the way out.
 * @param leaving told to leave before it is ready, it drops what it is doing: everything that counts is one transaction
 */
export async function start(loadWeb: () => Promise<Web>, leaving: AbortSignal): Promise<Running> {
  const env = readEnv(process.env)
  const log = makeLog(env.logLevel)
  outliveTheDatabase(log)
  await refuseTakenPort(env)
  const local = env.databaseUrl ? null : await startLocalPostgres({ folder: join(env.dataDir, 'postgres') })
  const databaseUrl = env.databaseUrl ?? local?.url ?? ''
  try {
    const ready = startOn({ env, log, databaseUrl, stopDatabase: local?.stop, loadWeb })
    return await Promise.race([ready, refuseWhen(leaving)])
  } catch (error) {
    await local?.stop()
    throw error
  }
}

/**
 * pg-boss notes that a job has ended without waiting for the answer; when the database is away just then, nobody
 * catches it. The job comes back by itself. Anything else that nobody catches is a bug, and ends the process.
 */
function outliveTheDatabase(log: Log): void {
  process.on('unhandledRejection', (reason) => {
    if (!isDatabaseAway(reason)) throw reason
    log.warn({ reason: (reason as Error).message }, 'a job could not be marked as ended')
  })
}

function refuseWhen(leaving: AbortSignal): Promise<never> {
  return new Promise((_, refuse) => {
    const told = () => refuse(new Error('Told to leave before it was ready'))
    if (leaving.aborted) told()
    else leaving.addEventListener('abort', told)
  })
}

interface Ground {
  env: Env
  log: Log
  databaseUrl: string
  stopDatabase: (() => Promise<void>) | undefined
  loadWeb: () => Promise<Web>
}

async function startOn({ env, log, databaseUrl, stopDatabase, loadWeb }: Ground): Promise<Running> {
  await prepareDatabase(databaseUrl, { demoData: env.demoData, say })
  const app = await assembleApp({ env, log, databaseUrl })
  const jobs = await runJobs({
    ...app,
    databaseUrl,
    handlers: {
      'send-notice': (_ctx, { noticeId }, how) => sendNotice(app, noticeId, how),
      'finish-pictures': async () => {
        await app.images.finish()
      },
      'remove-proofs': (_ctx, { imageKeys }) => removeProofs(app.proofs, imageKeys),
      'remove-letters': (_ctx, { noticeIds }) => removeLetters(app.keptLetters, noticeIds),
    },
  })
  const http = createHttpApp({
    env,
    log,
    origins: app.origins,
    ...(await loadWeb()),
    contextFor: (about) => ({ app, ...about }),
  })
  const server = await serve(http, env)
  const { demo } = await readSettings(app.db)
  announce(env, demo.isLoaded)
  return {
    async stop() {
      app.drain()
      // side by side: ten seconds is the promise for all of it
      await Promise.allSettled([close(server), jobs.stop()])
      await app.close()
      await stopDatabase?.()
    },
  }
}

const say = (line: string) => process.stdout.write(`${line}\n`)

function announce({ origin, isProduction }: Env, hasDemo: boolean): void {
  const signIn = (how: string) => (hasDemo ? `   (masuk: ${how})` : '')
  say('')
  say(`Anyam berjalan di ${origin}`)
  if (isProduction) return
  say(`  Toko              ${origin}/`)
  say(`  English           ${origin}/en`)
  say(
    `  Konsol kelompok   ${origin}/kelompok-saya${signIn('0812-0000-0001, kodenya muncul di /lokal/surat')}`,
  )
  say(`  Konsol petugas    ${origin}/petugas${signIn('petugas@demo.anyam.id / anyaman-pandan-2020')}`)
  say(`  Surat keluar      ${origin}/lokal/surat`)
  say('Hentikan dengan Ctrl-C.')
}
