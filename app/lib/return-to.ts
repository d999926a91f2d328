/** A browser sends nothing else in an address, and a header carries nothing else. */
const ASCII = /^[ -~]*$/

/**
 * An address inside this site to go back to; anything that could lead elsewhere becomes the fallback.
 * Refuses //host, backslashes, schemes, control characters and their encoded forms, and what a header cannot carry (trust: CVE-2026-53668).
 */
export function safeReturnTo(value: unknown, fallback = '/'): string {
  if (typeof value !== 'string' || value.length > 500) return fallback
  let decoded: string
  try {
    decoded = decodeURIComponent(value)
  } catch {
    return fallback
  }
  const inside = /^\/(?![/\\])[^\\\p{Cc}]*$/u
  return ASCII.test(value) && inside.test(value) && inside.test(decoded) ? value : fallback
}
