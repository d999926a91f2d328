const NIK = /\d([ .-]*\d){15}|(?<!\d)\d(( *\/ *)?\d){15}(?!\d)/

/**
 * Whether words hold a run of 16 digits, also with blanks, dots and dashes in it, or just 16 with slashes: almost surely a NIK,
 * which Anyam never stores. `has_no_nik` is its twin in SQL.
 */
export const hasNik = (words: string): boolean => NIK.test(words)
