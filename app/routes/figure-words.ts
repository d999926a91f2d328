import type { Indicator, IndicatorKey } from '#app/domain/outcomes/indicator.ts'
import { day, formatMonth, formatShortMonth } from '#app/lib/day.ts'
import { formatNumber, formatPercent, formatRupiah, shortRupiah } from '#app/lib/format.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'

/** @throws when it is not among them; every figure is always there, with or without data */
export function indicatorOf(indicators: readonly Indicator[], key: IndicatorKey): Indicator {
  const found = indicators.find((indicator) => indicator.key === key)
  if (!found) throw new Error(`No figure ${key}`)
  return found
}

/** A figure as it is read out; `short` where the full amount stands nearby. */
export function valueWords({ value, unit }: Pick<Indicator, 'value' | 'unit'>, short = false): string {
  const locale = getLocale()
  if (value === null) return m.impact_no_data()
  if (value === '<5') return value
  if (unit === 'share') return formatPercent(value, locale)
  if (unit === 'rupiah') return short ? shortRupiah(value, locale) : formatRupiah(value, locale)
  return formatNumber(value, locale)
}

/** `November 2026` for `2026-11`. */
export const monthWords = (month: string): string => formatMonth(day(`${month}-01`), getLocale())

/** `Nov 2026` for `2026-11`. */
export const shortMonthWords = (month: string): string => formatShortMonth(day(`${month}-01`), getLocale())
