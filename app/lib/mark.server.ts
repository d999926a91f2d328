import { createHash } from 'node:crypto'

/** A name for what something says: the same as long as it says the same. */
export const markOf = (said: unknown): string =>
  createHash('sha256').update(JSON.stringify(said)).digest('base64url')
