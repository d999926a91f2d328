/** Everything that is no letter and no line: PostgreSQL keeps no NUL, and nobody types the others. */
const CONTROLS = /[^\P{Cc}\n\r\t]/gu

/** What somebody typed, in one form for each letter and without what no keyboard writes. */
export const plainText = (typed: string): string => typed.replace(CONTROLS, '').trim().normalize('NFC')
