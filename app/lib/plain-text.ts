/**
 * Everything that is no letter and no line: PostgreSQL keeps no NUL, a sign that turns the direction of reading would turn
 * what stands beside it too, and nobody types the others.
 */
const CONTROLS = /[^\P{Cc}\n\r\t]|\p{Bidi_Control}/gu

/** What somebody typed, in one form for each letter and without what no keyboard writes. */
export const plainText = (typed: string): string => typed.replace(CONTROLS, '').trim().normalize('NFC')
