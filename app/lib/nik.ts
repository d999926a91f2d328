/** Whether words hold a run of 16 digits: almost surely a NIK, which Anyam never stores. `has_no_nik` is its twin in SQL. */
export const hasNik = (words: string): boolean => /\d{16}/.test(words.replace(/[ .-]/g, ''))
