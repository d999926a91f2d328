import {
  type Day,
  formatDateTime,
  formatDay,
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

/** An instant as the clock in Kayong Utara shows it; `withYear` where it may lie far off. */
export function TimeText({ at, withYear }: { at: Date | string; withYear?: boolean }) {
  const instant = new Date(at)
  const words = (withYear ? formatDayTime : formatDateTime)(instant, getLocale())
  return <time dateTime={instant.toISOString()}>{words}</time>
}
