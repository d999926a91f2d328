import type { Period } from '#app/domain/outcomes/indicator.ts'
import { addDays, type Day, day } from '#app/lib/day.ts'
import { m } from '#app/paraglide/messages.js'

/** The time a page of outcomes is about. */
export interface Span {
  /** What stands in the address: `semua`, `2026`, `2026-3`. */
  value: string
  label: string
  /** Left out: from the first record on. */
  period?: Period
}

/** A span's label within a sentence. */
export const inSentence = (label: string) => label.charAt(0).toLowerCase() + label.slice(1)

/** Whether a span reaches to a day; a year that is over does not. */
export const holdsDay = ({ period }: Span, on: Day): boolean =>
  !period || ((period.from ?? on) <= on && on <= period.to)

const QUARTERS = ['I', 'II', 'III', 'IV']
const QUARTERS_OFFERED = 5

/** What can be chosen: this year and the one before, the latest quarters, and everything. This year comes first. */
export function spansUntil(today: Day): Span[] {
  const { year, quarter } = partsOf(today)
  const quarters = Array.from({ length: QUARTERS_OFFERED }, (_, back) => year * 4 + quarter - back)
  return [
    yearSpan(year),
    yearSpan(year - 1),
    ...quarters.map((at) => quarterSpan(Math.floor(at / 4), at % 4)),
    { value: 'semua', label: m.console_period_all() },
  ]
}

/** The span in the address; this year where there is none, or one that is not offered. */
export function spanOf(text: string | null, today: Day): Span {
  const spans = spansUntil(today)
  return spans.find(({ value }) => value === text) ?? (spans[0] as Span)
}

const yearSpan = (year: number): Span => ({
  value: String(year),
  label: m.console_period_year({ year }),
  period: { from: day(`${year}-01-01`), to: day(`${year}-12-31`) },
})

/** @param quarter counted from 0 */
const quarterSpan = (year: number, quarter: number): Span => ({
  value: `${year}-${quarter + 1}`,
  label: m.console_period_quarter({ quarter: QUARTERS[quarter] ?? '', year }),
  period: { from: quarterStart(year, quarter), to: addDays(quarterStart(year, quarter + 1), -1) },
})

const quarterStart = (year: number, quarter: number): Day =>
  day(`${year + Math.floor(quarter / 4)}-${String((quarter % 4) * 3 + 1).padStart(2, '0')}-01`)

const partsOf = (on: Day) => ({
  year: Number(on.slice(0, 4)),
  quarter: Math.floor((Number(on.slice(5, 7)) - 1) / 3),
})
