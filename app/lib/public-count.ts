/** A number of people as anyone may see it: in a village of two thousand, one to four people can be recognised. */
export type PublicCount = number | '<5'

const SMALLEST_SHOWN = 5

/** Hides a count of one to four people; zero stays zero, and what is not known stays unknown. */
export function publicCount(people: number): PublicCount
export function publicCount(people: number | null): PublicCount | null
export function publicCount(people: number | null): PublicCount | null {
  return people !== null && people > 0 && people < SMALLEST_SHOWN ? '<5' : people
}
