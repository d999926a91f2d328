import { createRequestHandler } from '@remix-run/express'
import type { AppLoadContext, ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type Express } from 'express'
import { localeOf } from '#app/lib/locale.ts'
import type { Env } from '../env.server.ts'
import { inRequestLocale } from '../locale.server.ts'
import type { Log } from '../log.server.ts'
import { lastResort } from './last-resort.server.ts'
import { Refusal, type Refused, refuseInWords } from './refuse.server.ts'
import { requestLog } from './request-log.server.ts'
import {
  bodyLimit,
  FORM_LIMIT,
  headers,
  methods,
  nonce,
  type Origins,
  oneReferrerPolicy,
  PHOTO_LIMIT,
  sameOrigin,
  stripForwarded,
} from './security.server.ts'

interface Options {
  env: Env
  log: Log
  origins: Origins
  /** Built files, or in development Vite's own middleware. */
  statics: (app: Express) => void
  build: ServerBuild | (() => Promise<ServerBuild>)
  contextFor(about: About): AppLoadContext
  isDev?: boolean
}

/** What the socket's side knows of a request. */
interface About {
  ip: string
  nonce: string
  requestId: string
  refused: Refused | undefined
}

const aboutOf = (request: express.Request, response: express.Response): About => ({
  ip: request.ip ?? '',
  nonce: String(response.locals['nonce']),
  requestId: String(response.getHeader('X-Request-Id') ?? ''),
  refused: response.locals['refused'] as Refused | undefined,
})

/** What the card provider tells comes from elsewhere, with a signature. */
const WEBHOOK = '/webhook/bayar'
/** The addresses that take a photo; everything else takes forms only. */
const PHOTO = /^\/(en\/)?(pesanan\/[^/]+\/bukti|kelompok-saya\/.+)(\.data)?$/

/** Everything between the socket and Remix: headers, limits, origin check, files, log. */
export function createHttpApp(options: Options): Express {
  const { env, log } = options
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', env.trustProxy ?? false)
  app.use(
    nonce,
    headers(env, options.origins, options.isDev ?? false),
    oneReferrerPolicy,
    stripForwarded(env.trustProxy),
    requestLog(log),
    compression({ level: 5 }),
  )
  app.use(methods, refuseMalformed)
  app.use(sameOrigin(env, WEBHOOK), refuseOldData)
  app.use(bodyLimit((path) => (PHOTO.test(path) ? PHOTO_LIMIT : FORM_LIMIT)))
  options.statics(app)
  // made once: it reads the whole table of routes
  const handle = createRequestHandler({
    build: options.build,
    mode: options.isDev ? 'development' : 'production',
    getLoadContext: (request, response) => {
      const context = options.contextFor(aboutOf(request, response))
      sayWhenAway(response, context)
      return context
    },
  })
  const answer: express.RequestHandler = (request, response, next) => {
    void inRequestLocale(localeOf(request.path), () => handle(request, response, next))
  }
  app.use(answer)
  app.use(refuseInWords(answer, env.origin), lastResort(log))
  return app
}

/** Addresses that do not decode, carry NUL or are none at their host: a 400 before they reach a query. */
const refuseMalformed: express.RequestHandler = (request, _response, next) =>
  next(isAddress(request) ? undefined : new Refusal(400))

function isAddress({ originalUrl, headers: { host = 'localhost' } }: express.Request): boolean {
  if (!originalUrl.startsWith('/') || !URL.canParse(`http://${host}${originalUrl}`)) return false
  try {
    return !decodeURIComponent(originalUrl).includes('\0')
  } catch {
    return false
  }
}

/** Remix still answers its older data addresses, past the headers that a page sets; no page of ours asks for them. */
const refuseOldData: express.RequestHandler = (request, _response, next) => {
  const { searchParams } = new URL(`http://localhost${request.originalUrl}`)
  next(searchParams.has('_data') ? new Refusal(400) : undefined)
}

const AWAY_SECONDS = '5'

/**
 * A database that is away is no bug of ours: pages, data addresses and resource routes alike answer to come back, and
 * when.
 */
function sayWhenAway(response: express.Response, context: AppLoadContext): void {
  const answer = response.status.bind(response)
  response.status = (code) => {
    const status = code === 500 && context.isDatabaseAway ? 503 : code
    if (status === 503) response.set('Retry-After', AWAY_SECONDS)
    return answer(status)
  }
}
