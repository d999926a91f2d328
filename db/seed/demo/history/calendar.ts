import { addDays, type Day, day, daysBetween, localDayOf, startOfDay } from '#app/lib/day.ts'
import type { Random } from '../../illustrations/random.ts'
import { atHour, hoursAfter, isWorkday, weekdayOf } from './clock.ts'

/** The days on which the story was first told. Told later, it is moved as a whole. */
const FIRST_DAY = day('2025-05-21')
const LAST_DAY = day('2026-11-20')
const EARLIEST_END = atHour(LAST_DAY, 16)

/** When this telling of the history takes place. */
export interface Calendar {
  firstDay: Day
  /** It breaks off here: orders younger than their course are still under way. */
  end: Date
  /** The day on which something of the story happens this time. */
  dayOf(story: Day): Day
  /** The day of the story that a day is this time. */
  storyDayOf(on: Day): Day
}

/**
 * The history as somebody finds it who starts the shop at a moment: it ends with the last full hour, so that what
 * waits for an answer still waits. Moved by whole weeks, because people keep office hours and Saturdays.
 */
export function calendarUntil(now: Date): Calendar {
  const lastHour = new Date(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS)
  const end = lastHour > EARLIEST_END ? lastHour : EARLIEST_END
  const moved = Math.floor(daysBetween(LAST_DAY, localDayOf(end)) / 7) * 7
  return {
    firstDay: addDays(FIRST_DAY, moved),
    end,
    dayOf: (story) => addDays(story, moved),
    storyDayOf: (on) => addDays(on, -moved),
  }
}

/** The moment at an hour of the working day so many working days before the last one whose office hours are over. */
export function workdaysBefore({ end }: Calendar, count: number, hour: number): Date {
  const today = localDayOf(end)
  let on = hoursAfter(startOfDay(today), OFFICE_CLOSES) > end ? addDays(today, -1) : today
  for (let left = count; ; on = addDays(on, -1)) {
    if (isWorkday(on) && left-- === 0) return atHour(on, hour)
  }
}

const HOUR_MS = 3_600_000
const OFFICE_CLOSES = 15

/**
 * Orders a month: a slow first summer, the weeks before Lebaran (20 March 2026) and the lull after it,
 * the fair in June and year-end gifts.
 */
const ORDERS_A_MONTH: Record<string, number> = {
  '2025-05': 3,
  '2025-06': 9,
  '2025-07': 8,
  '2025-08': 11,
  '2025-09': 10,
  '2025-10': 12,
  '2025-11': 13,
  '2025-12': 18,
  '2026-01': 12,
  '2026-02': 24,
  '2026-03': 27,
  '2026-04': 9,
  '2026-05': 16,
  '2026-06': 24,
  '2026-07': 20,
  '2026-08': 21,
  '2026-09': 20,
  '2026-10': 23,
  '2026-11': 8,
}

/** On Lebaran itself and the days after it nobody orders and nobody weaves. */
const LEBARAN: [Day, Day] = [day('2026-03-19'), day('2026-03-25')]

/** The moments at which ordinary orders are placed, first to last. */
export function orderMoments({ dayOf }: Calendar, random: Random): Date[] {
  const days = Array.from({ length: daysBetween(FIRST_DAY, LAST_DAY) + 1 }, (_, at) => addDays(FIRST_DAY, at))
  return Object.entries(ORDERS_A_MONTH)
    .flatMap(([month, count]) => {
      const open = days.filter((on) => on.startsWith(month) && on < addDays(LAST_DAY, -3) && !isLebaran(on))
      return Array.from({ length: count }, () => momentOn(dayOf(pickDay(open, random)), random))
    })
    .sort((a, b) => a.getTime() - b.getTime())
}

const isLebaran = (on: Day) => on >= LEBARAN[0] && on <= LEBARAN[1]

/** Paydays and weekends see more orders; the days before Lebaran fill up towards it. */
function pickDay(days: readonly Day[], random: Random): Day {
  const weights = days.map((on) => {
    const isPayday = Number(on.slice(8)) <= 5 || Number(on.slice(8)) >= 26
    const isWeekend = weekdayOf(on) === 0 || weekdayOf(on) === 6
    const beforeLebaran = on >= '2026-03-01' && on < LEBARAN[0] ? 2 : 1
    return (isPayday ? 1.5 : 1) * (isWeekend ? 1.3 : 1) * beforeLebaran
  })
  let left = random() * weights.reduce((total, weight) => total + weight, 0)
  return days.find((_, at) => (left -= weights[at] ?? 0) < 0) ?? LAST_DAY
}

/** Breakfast, lunch and above all the evening, when the day's work is done. */
function momentOn(on: Day, random: Random): Date {
  const part = random()
  if (part < 0.2) return atHour(on, random.range(6.5, 9.5))
  if (part < 0.5) return atHour(on, random.range(11, 14.5))
  return atHour(on, random.range(16.5, 22))
}
