import { type RawBuilder, sql } from 'kysely'
import { RECEIVE_DAYS, RECEIVE_DAYS_AFTER_ARRIVAL } from './deadlines.ts'

/** `receiveDays` as an interval in SQL, from the column with the most days a parcel takes on the way. */
export const receiveInterval = (daysMax: string): RawBuilder<unknown> =>
  sql`make_interval(days => greatest(${sql.lit(RECEIVE_DAYS)}, coalesce(${sql.ref(daysMax)}, 0) + ${sql.lit(RECEIVE_DAYS_AFTER_ARRIVAL)}))`
