export type SupporterNameData = {
  name: string
  /** What it is, for readers of English. */
  gloss: string | null
}

/** Whoever else helped, by the name they go by. */
export function SupporterName({ name, gloss }: SupporterNameData) {
  return (
    <>
      <span lang="id">{name}</span>
      {gloss && ` (${gloss})`}
    </>
  )
}
