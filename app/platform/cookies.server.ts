import { type Cookie, createCookie } from '@remix-run/node'

interface Site {
  origin: string
}

/** Browsers keep no cookie longer than 400 days. */
export const COOKIE_LIMIT_SECONDS = 400 * 24 * 60 * 60

/** Over plain http, as on localhost, browsers refuse Secure and __Host- cookies. */
export const isSecure = ({ origin }: Site): boolean => origin.startsWith('https:')

/** `__Host-anyam.basket` over https, so that no other host or path can set it; `anyam.basket` on localhost. */
export const cookieName = (site: Site, name: string): string =>
  `${isSecure(site) ? '__Host-anyam' : 'anyam'}${name && '.'}${name}`

/** A signed cookie of this site that scripts cannot read and other sites do not send. */
export function siteCookie(site: Site & { secret: string }, name: string, maxAgeSeconds: number): Cookie {
  return createCookie(cookieName(site, name), {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: isSecure(site),
    secrets: [site.secret],
    maxAge: maxAgeSeconds,
  })
}
