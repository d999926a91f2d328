import { type RawBuilder, sql } from 'kysely'
import { RECEIVE_DAYS, RECEIVE_DAYS_AFTER_ARRIVAL } from './deadlines.ts'

/**
 * When a parcel counts as received by itself, in SQL: `receiveDays` after it left, or after a report about it was settled.
 * @param parcel what the statement calls the table
 */
export function receivedByItselfAt(parcel: string): RawBuilder<Date> {
  const column = (name: string) => sql.ref(`${parcel}.${name}`)
  return sql`greatest(${column('dispatched_at')}, ${column('problem_settled_at')}) + make_interval(days =>
    greatest(${sql.lit(RECEIVE_DAYS)}, coalesce(${column('days_max')}, 0) + ${sql.lit(RECEIVE_DAYS_AFTER_ARRIVAL)}))`
}
