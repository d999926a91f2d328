/** Anyone else who helped a group, so that the library never stands alone in its story. */
export interface Supporter {
  name: string
  /** What it is, for readers of English. */
  gloss: string | null
  note: string
  sinceYear: number | null
  untilYear: number | null
  sourceUrl: string | null
}
