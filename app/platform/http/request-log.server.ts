import type { RequestHandler } from 'express'
import { newCode } from '#app/lib/ids.ts'
import type { Log } from '../log.server.ts'

/** Secrets travel in these paths; the log keeps the shape, not the value. */
const SECRETS: [RegExp, string][] = [
  [/^((?:\/en)?\/pesanan\/[^/]+\/buka\/)[^/]+/, '$1*'],
  [/^(\/masuk\/(?:tautan|atur-sandi)\/)[^/]+/, '$1*'],
]

/** One line an answer: method, path without query, status, milliseconds. No addresses, agents or names. */
export function requestLog(log: Log): RequestHandler {
  return (request, response, next) => {
    const started = performance.now()
    const id = newCode(8)
    response.setHeader('X-Request-Id', id)
    response.on('finish', () => {
      const path = SECRETS.reduce((text, [secret, kept]) => text.replace(secret, kept), request.path)
      const line = {
        id,
        method: request.method,
        path,
        status: response.statusCode,
        ms: Math.round(performance.now() - started),
      }
      if (response.statusCode >= 500) log.error(line, 'answered')
      else log.info(line, 'answered')
    })
    next()
  }
}
