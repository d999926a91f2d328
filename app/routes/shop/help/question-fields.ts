/** The most characters an answer may have, by the name of its field. */
export const LONGEST = { pertanyaan: 1_000, nama: 80, kontak: 120, pesanan: 20 } as const
