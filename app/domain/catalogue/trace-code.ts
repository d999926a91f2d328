const LETTERS = '[2-9A-HJKMNP-TV-Z]'
const WITH_PREFIX = new RegExp(`^AK(${LETTERS}{4})$`)
const BARE = new RegExp(`^${LETTERS}{4}$`)

/**
 * The trace code on a paper tag, however it was typed: `AK-7F3K`, `ak 7f3k`, `7F3K`.
 * Four letters alone may be a word, so without `AK` a code needs a digit.
 * @returns the code as stored, or null when the text cannot be one
 */
export function parseTraceCode(text: string): string | null {
  const typed = text.toUpperCase().replace(/[\s.–—-]/g, '')
  const code = WITH_PREFIX.exec(typed)?.[1] ?? (BARE.test(typed) && /\d/.test(typed) ? typed : null)
  return code ? `AK-${code}` : null
}
