import { randomBytes } from 'node:crypto'
import type { Request, RequestHandler } from 'express'
import helmet from 'helmet'
import type { Env } from '../env.server.ts'
import { Refusal } from './refuse.server.ts'

const MEGABYTE = 1024 * 1024
export const FORM_LIMIT = 1 * MEGABYTE
export const PHOTO_LIMIT = 12 * MEGABYTE
/** More than any phone's photo; who sends a film is cut off. */
const MOST_READ_OFF = 64 * MEGABYTE

export interface Origins {
  images: string[]
  payPages: string[]
}

/** A fresh nonce for every answer; scripts without it do not run. */
export const nonce: RequestHandler = (_request, response, next) => {
  response.locals['nonce'] = randomBytes(16).toString('base64')
  next()
}

/** Security headers on every answer, errors included. */
export function headers(env: Env, origins: Origins, isDev: boolean): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        // our own files by address, because modules import modules without a nonce; anything inline by nonce only
        scriptSrc: [
          "'self'",
          (_request, response) =>
            `'nonce-${(response as { locals?: { nonce?: string } }).locals?.nonce ?? ''}'`,
        ],
        styleSrc: ["'self'", ...(isDev ? ["'unsafe-inline'"] : [])],
        // widths of chart bars and photo boxes are style attributes; no style element is ever inline
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', ...origins.images],
        fontSrc: ["'self'"],
        connectSrc: ["'self'", ...(isDev ? ['ws:'] : [])],
        manifestSrc: ["'self'"],
        formAction: ["'self'", ...origins.payPages],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        ...(env.isProduction ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    // no-referrer would make browsers post Origin: null; private pages set their own stricter header
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: true },
    frameguard: { action: 'deny' },
    crossOriginEmbedderPolicy: false,
  })
}

/** A page's own referrer policy takes the place of everybody's; appended, as pages' headers are, it would be a second one. */
export const oneReferrerPolicy: RequestHandler = (_request, response, next) => {
  const append = response.append.bind(response)
  response.append = (name, value) =>
    name.toLowerCase() === 'referrer-policy' ? response.set(name, value) : append(name, value)
  next()
}

/** X-Forwarded-* only counts when it comes from the configured proxy; from anyone else it is removed. */
export function stripForwarded(trustProxy: string | undefined): RequestHandler {
  return (request, _response, next) => {
    if (!trustProxy) {
      for (const name of Object.keys(request.headers)) {
        if (name.startsWith('x-forwarded-') || name === 'forwarded') delete request.headers[name]
      }
    }
    next()
  }
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])
const KNOWN = new Set([...SAFE, 'POST'])

/** Only the methods the shop uses; TRACE, PUT and the rest are nobody's business here. */
export const methods: RequestHandler = (request, response, next) => {
  if (KNOWN.has(request.method)) return next()
  response
    .status(405)
    .set('Allow', [...KNOWN].join(', '))
    .type('text')
    .send('Method Not Allowed')
}

/**
 * Refuses every unsafe request that another site could have caused, before Remix sees it: pages, data addresses and
 * resource routes alike. The webhook, by its exact address, proves itself by signature instead.
 */
export function sameOrigin(env: Env, webhook: string): RequestHandler {
  return (request, _response, next) => {
    if (SAFE.has(request.method) || request.path === webhook) return next()
    const site = request.headers['sec-fetch-site']
    const origin = request.headers.origin
    const known = origin === env.origin || (!env.isProduction && origin === `http://${request.headers.host}`)
    // both must agree when both are there; older browsers send only Origin
    const fromHere =
      site === undefined
        ? known
        : (site === 'same-origin' || site === 'none') && (origin === undefined || known)
    if (fromHere) {
      if (origin === env.origin) speakToItsOwnName(request, env)
      return next()
    }
    next(new Refusal(403))
  }
}

/**
 * Remix compares Origin with Host once more, and a proxy need not pass on the Host that the browser spoke to: nginx
 * does not unless it is told. The Origin has been judged by the name in APP_ORIGIN, so that is the name.
 */
function speakToItsOwnName({ headers }: Request, { origin }: Env): void {
  headers.host = new URL(origin).host
  delete headers['x-forwarded-host']
}

/**
 * Bodies must say their length, and it must be small. Node then never reads more than was said, so nothing needs counting.
 * What nobody wants is still read off, and kept nowhere: a browser looks for the answer only when it has sent everything,
 * and a connection closed on it before takes the answer along.
 */
export function bodyLimit(limitFor: (path: string) => number): RequestHandler {
  return (request, response, next) => {
    if (SAFE.has(request.method)) return next()
    // whoever began to read and stopped would hold back the rest
    response.on('finish', () => request.removeAllListeners('data').resume())
    if (request.headers['transfer-encoding'] !== undefined) {
      response.status(411).set('Connection', 'close').type('text').send('Length Required')
      return
    }
    const length = Number(request.headers['content-length'] ?? 0)
    if (Number.isInteger(length) && length >= 0 && length <= limitFor(request.path)) return next()
    if (length > MOST_READ_OFF) response.set('Connection', 'close')
    next(new Refusal(413))
  }
}
