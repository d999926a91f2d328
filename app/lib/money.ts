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
