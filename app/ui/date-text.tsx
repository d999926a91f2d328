import {
  type Day,
  formatDateTime,
  formatDay,
  formatDayRange,
  formatDayTime,
  formatMonth,
  formatShortDay,
  formatWeekday,
} from '#app/lib/day.ts'
import { getLocale } from '#app/paraglide/runtime.js'

const DAY_STYLES = { full: formatDay, short: formatShortDay, weekday: formatWeekday, month: formatMonth }

/** A calendar day in words. */
export function DateText({ day, style = 'full' }: { day: Day | string; style?: keyof typeof DAY_STYLES }) {
  return <time dateTime={day}>{DAY_STYLES[style](day as Day, getLocale())}</time>
}

/** The days something lasted: `12–15 Maret 2025`. */
export function DateRangeText({ from, to }: { from: Day | string; to: Day | string }) {
  return <span>{formatDayRange(from as Day, to as Day, getLocale())}</span>
}

/** An instant as the clock in Kayong Utara shows it; `withYear` where it may lie far off. */
export function TimeText({ at, withYear }: { at: Date | string; withYear?: boolean }) {
  const instant = new Date(at)
  const words = (withYear ? formatDayTime : formatDateTime)(instant, getLocale())
  return <time dateTime={instant.toISOString()}>{words}</time>
}
