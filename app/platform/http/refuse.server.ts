import type { ErrorRequestHandler, RequestHandler } from 'express'
import { localeOf, localePath } from '#app/lib/locale.ts'

/** A request that no page should see: an address that is none, a form from elsewhere, a body without end. */
export class Refusal extends Error {
  constructor(readonly status: 400 | 403 | 413) {
    super(`Refused with ${status}`)
  }
}

/** What was refused, and where its sender was. */
export interface Refused {
  status: Refusal['status']
  pathname: string
  search: string
}

/**
 * Lets the shop's own page say what was refused: the request goes on without its body, as a visit to an address that
 * nobody has.
 */
export function refuseInWords(answer: RequestHandler, origin: string): ErrorRequestHandler {
  const { host } = new URL(origin)
  return (error, request, response, next) => {
    if (!(error instanceof Refusal)) return next(error)
    const home = localePath('/', localeOf(request.path))
    response.locals['refused'] = {
      status: error.status,
      ...(error.status === 400 ? { pathname: home, search: '' } : placeOf(request.originalUrl)),
    } satisfies Refused
    if (request.method !== 'HEAD') request.method = 'GET'
    request.headers.host = host
    request.originalUrl = `${home.replace(/\/$/, '')}/ditolak`
    answer(request, response, next)
  }
}

/** The page whose form it was. */
function placeOf(originalUrl: string): Pick<Refused, 'pathname' | 'search'> {
  const { pathname, search } = new URL(`http://localhost${originalUrl}`)
  return { pathname: pathname.replace(/\.data$/, ''), search }
}
