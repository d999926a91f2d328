import { type RawBuilder, sql } from 'kysely'

/**
 * Whether a buyer's report about a parcel still stands, in SQL: as `hasOpenProblem` tells it of a parcel that was read.
 * With the books, the furthest right of all who ask: the parcel's money waits as long.
 * @param parcel what the statement calls the table
 */
export function openProblem(parcel: string): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${parcel}.${name}`)
  return sql`(${column('problem_at')} is not null and ${column('problem_settled_at')} is null)`
}
