import { addDays, type Day, localDayOf, startOfDay } from '#app/lib/day.ts'
import type { Random } from '../../illustrations/random.ts'

const HOUR = 3_600_000

export const hoursAfter = (at: Date, hours: number): Date => new Date(at.getTime() + hours * HOUR)

/** A clock time of a day in Kayong Utara. */
export const atHour = (on: Day, hour: number): Date => hoursAfter(startOfDay(on), hour)

export const weekdayOf = (on: Day): number => new Date(`${on}T00:00:00Z`).getUTCDay()
export const isWorkday = (on: Day) => weekdayOf(on) >= 1 && weekdayOf(on) <= 5

/** The first moment from `at` on at which the library's office is open, and a little into its day. */
export function nextOfficeHour(at: Date, random: Random): Date {
  const on = localDayOf(at)
  const hour = (at.getTime() - startOfDay(on).getTime()) / HOUR
  if (!isWorkday(on) || hour >= 14.5) return nextOfficeHour(atHour(addDays(on, 1), 0), random)
  return hour < 8 ? atHour(on, 8 + random.range(0.2, 2.5)) : hoursAfter(at, random.range(0.05, 0.4))
}

/** The first moment from `at` on at which people are up and about. */
export function nextDaylight(at: Date, random: Random): Date {
  const on = localDayOf(at)
  const hour = (at.getTime() - startOfDay(on).getTime()) / HOUR
  if (hour >= 21) return atHour(addDays(on, 1), random.range(6.5, 9))
  return hour < 6.5 ? atHour(on, random.range(6.5, 9)) : at
}

/** The first moment from `at` on at which a courier or a boat takes parcels. */
export function nextCounterHour(at: Date, random: Random): Date {
  const on = localDayOf(at)
  const hour = (at.getTime() - startOfDay(on).getTime()) / HOUR
  if (hour >= 17.5) return atHour(addDays(on, 1), random.range(8, 10))
  return hour < 8 ? atHour(on, random.range(8, 10)) : at
}
