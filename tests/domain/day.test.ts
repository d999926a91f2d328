import { describe, expect, test } from 'vitest'
import {
  addDays,
  day,
  daysBetween,
  formatDateTime,
  formatDay,
  formatDayRange,
  formatDayTime,
  formatDeadline,
  formatMonth,
  formatShortDay,
  formatTime,
  formatWeekday,
  isDay,
  localDayOf,
  startOfDay,
} from '#app/lib/day.ts'

test('a day must exist', () => {
  expect(isDay('2024-02-29')).toBe(true)
  for (const text of ['2026-02-29', '2026-13-01', '2026-1-1', '22/11/2026', ''])
    expect(isDay(text)).toBe(false)
  expect(() => day('2026-02-30')).toThrow(RangeError)
})

test('the local day turns at midnight WIB, not UTC', () => {
  expect(localDayOf(new Date('2026-11-22T16:59:59Z'))).toBe('2026-11-22')
  expect(localDayOf(new Date('2026-11-22T17:00:00Z'))).toBe('2026-11-23')
  expect(startOfDay(day('2026-11-23'))).toEqual(new Date('2026-11-22T17:00:00Z'))
})

test('adding days crosses months, years and leap days', () => {
  expect(addDays(day('2026-12-31'), 1)).toBe('2027-01-01')
  expect(addDays(day('2024-02-28'), 1)).toBe('2024-02-29')
  expect(addDays(day('2026-03-01'), -1)).toBe('2026-02-28')
  expect(daysBetween(day('2025-03-15'), day('2025-04-25'))).toBe(41)
  expect(daysBetween(day('2026-01-02'), day('2026-01-01'))).toBe(-1)
})

describe('in words', () => {
  test('days', () => {
    expect(formatDay(day('2026-11-22'), 'id')).toBe('22\u00a0November 2026')
    expect(formatDay(day('2026-08-03'), 'id')).toBe('3\u00a0Agustus 2026')
    expect(formatDay(day('2026-08-03'), 'en')).toBe('3\u00a0August 2026')
    expect(formatShortDay(day('2026-08-03'), 'id')).toBe('3\u00a0Agu\u00a02026')
    expect(formatWeekday(day('2026-11-22'), 'id')).toBe('Minggu 22\u00a0November')
    expect(formatWeekday(day('2026-11-23'), 'en')).toBe('Monday 23\u00a0November')
    expect(formatMonth(day('2026-11-23'), 'id')).toBe('November 2026')
  })
  test('ranges name what the two days share once', () => {
    expect(formatDayRange(day('2025-03-12'), day('2025-03-15'), 'id')).toBe('12–\u206015\u00a0Maret 2025')
    expect(formatDayRange(day('2025-03-30'), day('2025-04-02'), 'id')).toBe(
      '30\u00a0Maret – 2\u00a0April 2025',
    )
    expect(formatDayRange(day('2025-12-30'), day('2026-01-02'), 'en')).toBe(
      '30\u00a0December 2025 – 2\u00a0January 2026',
    )
    expect(formatDayRange(day('2025-03-12'), day('2025-03-12'), 'id')).toBe('12\u00a0Maret 2025')
  })
  test('instants are told in WIB, with the point that Indonesian clocks use', () => {
    const at = new Date('2026-11-23T07:00:00Z')
    expect(formatTime(at, 'id')).toBe('14.00\u00a0WIB')
    expect(formatTime(at, 'en')).toBe('14:00\u00a0WIB')
    expect(formatDateTime(at, 'id')).toBe('Senin 23\u00a0November, 14.00\u00a0WIB')
    expect(formatDateTime(new Date('2026-11-22T17:05:00Z'), 'id')).toBe(
      'Senin 23\u00a0November, 00.05\u00a0WIB',
    )
    expect(formatDeadline(at, 'id')).toBe('Senin 23\u00a0November, 14.00\u00a0WIB')
    expect(formatDeadline(at, 'en')).toBe('Monday 23\u00a0November, 14:00\u00a0WIB (UTC+7)')
    expect(formatDayTime(at, 'en')).toBe('23\u00a0November 2026, 14:00\u00a0WIB')
  })
})
