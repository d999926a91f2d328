import { randomBytes } from 'node:crypto'

/** No 0/O, 1/I/L or U: a code is read aloud over the phone and copied by hand from a paper tag. */
const SPOKEN = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A time-ordered UUIDv7, made by the app so that a retry can carry the id it already made. */
export function newId(at = Date.now()): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(at, 0, 6)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** A random code of letters and digits that cannot be mistaken for one another when spoken. */
export function newCode(length: number): string {
  let code = ''
  while (code.length < length) {
    for (const byte of randomBytes(length * 2)) {
      if (byte < 240 && code.length < length) code += SPOKEN[byte % SPOKEN.length]
    }
  }
  return code
}

/** 256 random bits for an unguessable link, as base64url. Only its hash is ever stored. */
export const newToken = (): string => randomBytes(32).toString('base64url')

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
/** The id in an address or form field, or null when it cannot be one. */
export const parseId = (text: string | null | undefined): string | null =>
  text && UUID.test(text.toLowerCase()) ? text.toLowerCase() : null
