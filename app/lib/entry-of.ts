/** What a table holds under a word that came from outside; nothing for `constructor` and the like, which every object inherits. */
export const entryOf = <T>(table: Record<string, T>, word: string | null): T | undefined =>
  word !== null && Object.hasOwn(table, word) ? table[word] : undefined
