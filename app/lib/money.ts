/** Whole rupiah. Rupiah has no smaller unit in use, so every amount in Anyam is an integer. */
export type Rupiah = number & { readonly unit: 'rupiah' }

/**
 * Brands a number as whole rupiah.
 * @throws RangeError when the number is not a safe integer
 */
export function rupiah(amount: number): Rupiah {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`Not whole rupiah: ${amount}`)
  return amount as Rupiah
}

export const ZERO = rupiah(0)

/** The sum of amounts in whole rupiah. */
export const sum = (amounts: Iterable<number>): Rupiah => {
  let total = 0
  for (const amount of amounts) total += amount
  return rupiah(total)
}

/**
 * A fee in basis points of an amount, floored, so that amount less fee is always whole and never short.
 * @param basisPoints 0 to 10 000
 * @throws RangeError when basisPoints is outside its range
 */
export function feeOf(amount: Rupiah, basisPoints: number): Rupiah {
  if (!Number.isInteger(basisPoints) || basisPoints < 0 || basisPoints > 10_000) {
    throw new RangeError(`Fee outside 0-10000 basis points: ${basisPoints}`)
  }
  return rupiah(Number((BigInt(amount) * BigInt(basisPoints)) / 10_000n))
}

/**
 * Splits an amount over weights by largest remainder; ties go to the earlier weight, so the split is deterministic.
 * @returns one amount per weight; they always add up to the whole
 * @throws RangeError when the amount is negative, or no weight is above zero
 */
export function split(amount: Rupiah, weights: readonly number[]): Rupiah[] {
  const whole = weights.reduce((total, weight) => total + weight, 0)
  if (amount < 0 || whole <= 0 || weights.some((weight) => weight < 0))
    throw new RangeError('Nothing to split by')
  const exact = weights.map((weight) => (BigInt(amount) * BigInt(weight) * 1_000_000n) / BigInt(whole))
  const parts = exact.map((part) => Number(part / 1_000_000n))
  const missing = amount - parts.reduce((total, part) => total + part, 0)
  const byRemainder = exact
    .map((part, index) => ({ index, remainder: part % 1_000_000n }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1))
  for (const { index } of byRemainder.slice(0, missing)) parts[index] = (parts[index] ?? 0) + 1
  return parts.map(rupiah)
}
