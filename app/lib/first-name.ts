/** How people are addressed, and what is short for a name, where no dot says so. */
const WORDS =
  'pak|bapak|bpk|ibu|kak|kakak|adik|dek|bang|abang|mas|mbak|om|tante|tuan|nyonya|nona|saudara|saudari|sdr|sdri|yth|' +
  'haji|hajah|ust|ustad|ustadz|ustaz|ustazah|pdt|pendeta|pastor|romo|suster|cik|encik|datuk|' +
  'drs|dra|drg|dokter|bidan|prof|mrs|miss|moh|moch|mohd|muh|toko|warung|keluarga'

/** Those, whatever is short for something (`Drs.`, `H.`), and what is too short to be called by (`Bu`, `Ny`, `M`). */
const ADDRESS = String.raw`${WORDS}|[^\s,]+\.|[^\s,]{1,2}`

/**
 * What a buyer is called by, for PostgreSQL and JavaScript alike: the first word of the name, with what comes before it
 * where that is only how people are addressed. "Pak" and "Drs. H." alone say nothing to a group.
 */
export const FIRST_NAME = String.raw`^(?:(?:${ADDRESS})\s+)*\S[^\s,]*`

/** `Rini` of Rini Astuti, `Bapak H. Joni` of Bapak H. Joni Saputra, M.Pd. */
export const firstName = (name: string): string => new RegExp(FIRST_NAME, 'i').exec(name)?.[0] ?? ''
