/**
 * What a buyer is called by, for PostgreSQL and JavaScript alike: the first word of the name, with the one before
 * it where that is only how people are addressed. "Pak" alone says nothing to a group.
 */
export const FIRST_NAME = String.raw`^(?:(?:pak|bapak|bu|ibu|kak|bang|abang|mas|mbak|haji|hajah|hj?\.|dr\.|ustaz|ustazah)\s+)?\S+`

/** `Rini` of Rini Astuti, `Pak Joni` of Pak Joni Saputra. */
export const firstName = (name: string): string => new RegExp(FIRST_NAME, 'i').exec(name)?.[0] ?? ''
