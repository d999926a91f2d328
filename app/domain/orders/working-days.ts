import { addDays, type Day } from '#app/lib/day.ts'

const SUNDAY = 0
const SATURDAY = 6

/** Monday to Friday. Holidays move from year to year by decree and are not known here. */
function isWorkingDay(on: Day): boolean {
  const weekday = new Date(`${on}T00:00:00Z`).getUTCDay()
  return weekday !== SUNDAY && weekday !== SATURDAY
}

/** The day itself when people work on it, else the next one on which they do. */
export const workingDayFrom = (on: Day): Day => (isWorkingDay(on) ? on : workingDayFrom(addDays(on, 1)))

/** The working day a number of working days after a day. */
export const addWorkingDays = (on: Day, count: number): Day =>
  count === 0 ? on : addWorkingDays(workingDayFrom(addDays(on, 1)), count - 1)
