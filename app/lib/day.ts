import type { Locale } from './locale.ts'

/** A calendar day without a time, as PostgreSQL's `date` writes it: `2026-11-22`. */
export type Day = string & { readonly unit: 'day' }

/** Kayong Utara's zone, WIB. It has no summer time. */
export const LOCAL_ZONE = 'Asia/Pontianak'

const MILLISECONDS_A_DAY = 86_400_000
const LOCAL_DAY = new Intl.DateTimeFormat('en-CA', { timeZone: LOCAL_ZONE, dateStyle: 'short' })
const MONTHS = {
  id: monthNames('id-ID', 'long'),
  en: monthNames('en-GB', 'long'),
}
const SHORT_MONTHS = { id: monthNames('id-ID', 'short'), en: monthNames('en-GB', 'short') }
const WEEKDAYS = { id: weekdayNames('id-ID'), en: weekdayNames('en-GB') }

/**
 * Brands text as a calendar day.
 * @throws RangeError when there is no such day
 */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`Not a day: ${text}`)
  return text
}

/** Whether the text names a day that exists; 30 February does not. */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

/** The day it is in Kayong Utara at an instant. */
export const localDayOf = (instant: Date): Day => LOCAL_DAY.format(instant) as Day

/** The last day that is over by an instant at which something ends: midnight ends the day before it. */
export const lastDayBefore = (end: Date): Day => localDayOf(new Date(end.getTime() - 1))

/** The instant a day begins in Kayong Utara. */
export const startOfDay = (on: Day): Date => new Date(`${on}T00:00:00+07:00`)

/** The day a number of days later, or earlier when negative. */
export function addDays(on: Day, days: number): Day {
  return new Date(utc(on) + days * MILLISECONDS_A_DAY).toISOString().slice(0, 10) as Day
}

/** Whole days from one day to another; negative when the second comes first. */
export const daysBetween = (from: Day, to: Day): number => (utc(to) - utc(from)) / MILLISECONDS_A_DAY

/** `22 November 2026`, in both languages. As in all of these, a line never breaks between the number and its month. */
export function formatDay(on: Day, locale: Locale): string {
  const { year, month, date } = partsOf(on)
  return `${date}\u00a0${MONTHS[locale][month - 1]} ${year}`
}

/** `22 Nov 2026`, for tables, in one piece. */
export function formatShortDay(on: Day, locale: Locale): string {
  const { year, month, date } = partsOf(on)
  return `${date}\u00a0${SHORT_MONTHS[locale][month - 1]}\u00a0${year}`
}

/** `Minggu 22 November`, for days close enough that the year goes without saying. */
export function formatWeekday(on: Day, locale: Locale): string {
  const { month, date } = partsOf(on)
  return `${WEEKDAYS[locale][new Date(utc(on)).getUTCDay()]} ${date}\u00a0${MONTHS[locale][month - 1]}`
}

/** `November 2026`. */
export function formatMonth(on: Day, locale: Locale): string {
  const { year, month } = partsOf(on)
  return `${MONTHS[locale][month - 1]} ${year}`
}

/** `Nov 2026`, for tables. */
export function formatShortMonth(on: Day, locale: Locale): string {
  const { year, month } = partsOf(on)
  return `${SHORT_MONTHS[locale][month - 1]} ${year}`
}

/** `12–15 Maret 2025`, naming month and year once where both days share them. Nor does a line break at the dash. */
export function formatDayRange(from: Day, to: Day, locale: Locale): string {
  if (from === to) return formatDay(from, locale)
  const first = partsOf(from)
  const last = partsOf(to)
  if (first.year !== last.year) return `${formatDay(from, locale)} – ${formatDay(to, locale)}`
  if (first.month !== last.month) {
    return `${first.date}\u00a0${MONTHS[locale][first.month - 1]} – ${formatDay(to, locale)}`
  }
  return `${first.date}–\u2060${formatDay(to, locale)}`
}

/** `14.00 WIB`, in English `14:00 WIB`: the clock on the wall in Kayong Utara. A line never breaks inside it. */
export function formatTime(instant: Date, locale: Locale): string {
  const local = new Date(instant.getTime() + 7 * 3_600_000)
  const [hours, minutes] = [local.getUTCHours(), local.getUTCMinutes()].map((n) => String(n).padStart(2, '0'))
  return `${hours}${locale === 'id' ? '.' : ':'}${minutes}\u00a0WIB`
}

/** `Senin 23 November, 14.00 WIB`. */
export const formatDateTime = (instant: Date, locale: Locale): string =>
  `${formatWeekday(localDayOf(instant), locale)}, ${formatTime(instant, locale)}`

/** A moment by which something has to be done: who reads English may live far off and is told what WIB means. */
export const formatDeadline = (instant: Date, locale: Locale): string =>
  formatDateTime(instant, locale) + (locale === 'en' ? ' (UTC+7)' : '')

/** `23 November 2026, 14.00 WIB`, where the year matters. */
export const formatDayTime = (instant: Date, locale: Locale): string =>
  `${formatDay(localDayOf(instant), locale)}, ${formatTime(instant, locale)}`

const utc = (on: Day) => Date.parse(`${on}T00:00:00Z`)

function partsOf(on: Day) {
  const [year = 0, month = 1, date = 1] = on.split('-').map(Number)
  return { year, month, date }
}

function monthNames(language: string, month: 'long' | 'short'): string[] {
  const names = new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' })
  return Array.from({ length: 12 }, (_, index) => names.format(new Date(Date.UTC(2026, index, 1))))
}

function weekdayNames(language: string): string[] {
  const names = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' })
  // 4 January 2026 is a Sunday, as getUTCDay counts.
  return Array.from({ length: 7 }, (_, index) => names.format(new Date(Date.UTC(2026, 0, 4 + index))))
}
