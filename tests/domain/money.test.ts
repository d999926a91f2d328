import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { feeOf, rupiah, sum } from '#app/lib/money.ts'

const anAmount = fc.integer({ min: 0, max: 1_000_000_000_000 }).map(rupiah)

test('rupiah is whole', () => {
  expect(rupiah(285_000)).toBe(285_000)
  for (const amount of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
    expect(() => rupiah(amount)).toThrow(RangeError)
  }
})

test('a sum that no longer fits is refused, not rounded', () => {
  expect(sum([1, 2, 3])).toBe(6)
  expect(sum([])).toBe(0)
  expect(() => sum([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError)
})

describe('feeOf', () => {
  test('is floored, so the group never pays a part of a rupiah', () => {
    expect(feeOf(rupiah(285_000), 800)).toBe(22_800)
    expect(feeOf(rupiah(99), 100)).toBe(0)
    expect(feeOf(rupiah(101), 100)).toBe(1)
  })
  test('is between nothing and the whole amount, whatever the rate', () => {
    fc.assert(
      fc.property(anAmount, fc.integer({ min: 0, max: 10_000 }), (amount, basisPoints) => {
        const fee = feeOf(amount, basisPoints)
        expect(fee).toBeGreaterThanOrEqual(0)
        expect(fee).toBeLessThanOrEqual(amount)
        expect(Math.abs(fee - (amount * basisPoints) / 10_000)).toBeLessThan(1.001)
      }),
    )
  })
  test('refuses a rate outside 0 to 10 000', () => {
    for (const rate of [-1, 10_001, 0.5]) expect(() => feeOf(rupiah(1), rate)).toThrow(RangeError)
  })
})
