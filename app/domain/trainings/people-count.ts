import { type PublicCount, publicCount } from '#app/lib/public-count.ts'

/** How many people came: from our own lists, or as a source reports it where there is no list. */
export type PeopleCount =
  | { from: 'lists'; people: PublicCount }
  | { from: 'report'; people: PublicCount; sourceUrl: string | null }

export interface RecordedPeople {
  /** Different people on the attendance lists. */
  countedPeople: number
  reportedPeople: number | null
  sourceUrl: string | null
}

/** Lists come first; a reported figure stands in only where there is no list. Null: nobody recorded it. */
export function peopleCount({
  countedPeople,
  reportedPeople,
  sourceUrl,
}: RecordedPeople): PeopleCount | null {
  if (countedPeople > 0) return { from: 'lists', people: publicCount(countedPeople) }
  if (reportedPeople === null) return null
  return { from: 'report', people: publicCount(reportedPeople), sourceUrl }
}
