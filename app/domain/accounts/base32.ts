const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Text as base32 without padding: how authenticator apps take a secret, and how people copy one by hand. */
export function base32(text: string): string {
  const bits = [...new TextEncoder().encode(text)].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const fives = bits.match(/.{1,5}/g) ?? []
  return fives.map((five) => LETTERS[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}
