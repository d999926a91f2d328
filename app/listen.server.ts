import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { Express } from 'express'
import type { Env } from './platform/env.server.ts'

type Place = Pick<Env, 'host' | 'port'>

/** First, so that lasting connections end with an answer and not just when the next request is on its way. */
const FAREWELL_MILLISECONDS = 1_000
/** Then requests under way get this long; the promise is ten seconds in all. */
const DRAIN_MILLISECONDS = 7_000

/** The shop cannot answer where it was told to. */
export class NoPlaceToListen extends Error {
  readonly code: string | undefined
  constructor(
    readonly place: Place,
    cause: NodeJS.ErrnoException,
  ) {
    super(cause.message, { cause })
    this.code = cause.code
  }
}

/**
 * Before anything else is begun that would have to be undone.
 * @throws NoPlaceToListen
 */
export async function refuseTakenPort(place: Place): Promise<void> {
  const probe = await listen(createServer(), place)
  probe.close()
  await once(probe, 'close')
}

/** @throws NoPlaceToListen */
export async function serve(http: Express, place: Place): Promise<Server> {
  const server = createServer(http)
  // a slow phone may take its time, an idle attacker may not
  server.requestTimeout = 120_000
  server.headersTimeout = 20_000
  return listen(server, place)
}

async function listen(server: Server, place: Place): Promise<Server> {
  server.listen(place.port, place.host)
  try {
    await once(server, 'listening')
    return server
  } catch (error) {
    throw new NoPlaceToListen(place, error as NodeJS.ErrnoException)
  }
}

/** Says goodbye in every answer, then takes no new requests, lets those under way finish, and cuts what is left. */
export async function close(server: Server): Promise<void> {
  server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'))
  await pause(FAREWELL_MILLISECONDS)
  return new Promise((closed) => {
    server.close(() => closed())
    server.closeIdleConnections()
    const idle = setInterval(() => server.closeIdleConnections(), 250)
    const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MILLISECONDS)
    server.once('close', () => {
      clearInterval(idle)
      clearTimeout(cut)
    })
  })
}
