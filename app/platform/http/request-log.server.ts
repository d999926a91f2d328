import type { RequestHandler } from 'express'
import { newCode } from '#app/lib/ids.ts'
import type { Log } from '../log.server.ts'

/** One line an answer: method, path without query, status, milliseconds. No addresses, agents or names. */
export function requestLog(log: Log): RequestHandler {
  return (request, response, next) => {
    const started = performance.now()
    const { method } = request
    const id = newCode(8)
    response.setHeader('X-Request-Id', id)
    response.on('finish', () => {
      const line = {
        id,
        method,
        path: request.path,
        status: response.statusCode,
        ms: Math.round(performance.now() - started),
      }
      if (response.statusCode >= 500) log.error(line, 'answered')
      else log.info(line, 'answered')
    })
    next()
  }
}
