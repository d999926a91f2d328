import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** The hash of an unguessable token: the only form in which it is kept. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('base64url')

/**
 * The hash of a six-digit code. A million codes are tried in a second, so the hash needs the app's secret.
 * @param id the code's own row, so that equal codes do not look alike
 */
export const hashOfCode = (secret: string, id: string, code: string): string =>
  createHmac('sha256', secret).update(`sign-in-code:${id}:${code}`).digest('base64url')

/** Compares without telling by the time it takes how much was right. */
export function isSameHash(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
