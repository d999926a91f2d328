import { describe, expect, test } from 'vitest'
import { day } from '#app/lib/day.ts'
import { holdsDay, spanOf } from '#app/routes/staff/outcome-period.ts'
import { headline, monthsAnswer } from '#app/routes/staff/outcome-words.ts'

const figures = ['trained-groups-selling', 'completed-sales', 'completed-orders'].map((key) => ({
  key,
  value: null,
  numerator: null,
  denominator: null,
})) as unknown as Parameters<typeof headline>[0]

const TODAY = day('2026-11-26')
const month = (name: string, salesRupiah: number) => ({
  month: name,
  salesRupiah,
  linkedRupiah: 0,
  orderCount: 3,
  isBeforeFirst: false,
})

describe('the desk’s figures keep to the time they are about', () => {
  test('a year that is over does not hold today; this one and all time do', () => {
    expect(holdsDay(spanOf('2025', TODAY), TODAY)).toBe(false)
    expect(holdsDay(spanOf('2026', TODAY), TODAY)).toBe(true)
    expect(holdsDay(spanOf('semua', TODAY), TODAY)).toBe(true)
  })

  test('who needs a visit today is not said of a year that is over', () => {
    const quiet = [{ state: 'active', lastSaleOn: null }] as Parameters<typeof headline>[1]
    const said = (isNow: boolean) => headline(figures, quiet, { today: TODAY, isNow }).more.join(' ')
    expect(said(true)).toContain('Hari ini 1 kelompok')
    expect(said(false)).not.toContain('Hari ini')
  })

  test('this month is said only when it is among the months', () => {
    const over = [month('2025-11', 2_000_000), month('2025-12', 1_000_000)]
    expect(monthsAnswer(over, TODAY)).toBe('Paling tinggi November 2025: Rp2.000.000 dari 3 pesanan.')
    expect(monthsAnswer([...over, month('2026-11', 500_000)], TODAY)).toContain(
      'Bulan ini sampai hari ini Rp500.000.',
    )
  })
})
