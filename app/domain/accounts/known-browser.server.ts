import { newToken } from '#app/lib/ids.ts'
import { COOKIE_LIMIT_SECONDS, siteCookie } from '#app/platform/cookies.server.ts'
import type { Desk } from './desk.ts'
import { hashOfToken } from './hashes.server.ts'

// A browser in which somebody has signed in before keeps its own count of wrong passwords. A stranger who guesses at
// the account from elsewhere uses up the strangers' count and never locks its owner out.

const knownCookie = (desk: Desk) => siteCookie(desk.env, 'known', COOKIE_LIMIT_SECONDS)

/** What to count this browser's attempts by, when it is known for the account; null when it is a stranger's. */
export async function knownBrowser(desk: Desk, request: Request, email: string): Promise<string | null> {
  const value: unknown = await knownCookie(desk).parse(request.headers.get('cookie'))
  if (typeof value !== 'object' || value === null) return null
  const { account, browser } = value as { account?: unknown; browser?: unknown }
  return account === hashOfToken(email) && typeof browser === 'string' ? `${account}:${browser}` : null
}

/** The cookie that makes this browser known for the account. */
export const makeBrowserKnown = (desk: Desk, email: string): Promise<string> =>
  knownCookie(desk).serialize({ account: hashOfToken(email), browser: newToken() })
