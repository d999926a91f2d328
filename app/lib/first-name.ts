/** How people are addressed, whatever is short for something (`Drs.`, `H.`, `Moh.`), and single letters. */
const ADDRESS = String.raw`pak|bapak|bu|ibu|kak|kakak|bang|abang|mas|mbak|om|tante|tuan|nyonya|tn|ny|haji|hajah|hj|kh|ustaz|ustazah|dr|drs|dra|ir|prof|mr|mrs|ms|miss|[^\s,]+\.|[^\s,]`

/**
 * What a buyer is called by, for PostgreSQL and JavaScript alike: the first word of the name, with what comes before it
 * where that is only how people are addressed. "Pak" and "Drs. H." alone say nothing to a group.
 */
export const FIRST_NAME = String.raw`^(?:(?:${ADDRESS})\s+)*\S[^\s,]*`

/** `Rini` of Rini Astuti, `Bapak H. Joni` of Bapak H. Joni Saputra, M.Pd. */
export const firstName = (name: string): string => new RegExp(FIRST_NAME, 'i').exec(name)?.[0] ?? ''
