const CODE = /^P(-)?([2-9A-HJKMNP-TV-Z]{6})$/

/**
 * An order's code among other words that can be searched for: `P-7F3K9Q`, `p 7f3k9q`, `P7F3K9Q`. Seven letters may be a
 * word, so without the dash a code needs a digit.
 * @returns the code as stored, or null when the text cannot be one
 */
export function parseOrderCode(text: string): string | null {
  const typed = text.toUpperCase().replace(/\s/g, '').replace(/[–—‑]/, '-')
  const [, dash, letters] = CODE.exec(typed) ?? []
  return letters && (dash || /\d/.test(letters)) ? `P-${letters}` : null
}

/** Where an order is opened by its code and four digits. */
export const trackPath = (code: string): string => `/pesanan/lacak?${new URLSearchParams({ kode: code })}`
