import type { PaymentState } from './order-status.ts'

/** Whose money can still pay it, once the excess has gone back. */
const PAYABLE: readonly PaymentState[] = ['awaiting', 'proof-sent', 'expired']

/**
 * What goes back of money that is noted for an order, so that the rest is the order's amount, in whole rupiah. null where
 * no more than that came, and where none of it pays: for an order called off or of an erased buyer, and beside what paid.
 */
export function excessOf(
  { state, totalRupiah, isErased }: { state: PaymentState; totalRupiah: number | null; isErased: boolean },
  notedRupiah: number,
): number | null {
  if (isErased || totalRupiah === null || notedRupiah <= totalRupiah || !PAYABLE.includes(state)) return null
  return notedRupiah - totalRupiah
}

/** Nothing is missing of what is noted: what is too much goes back, and then the order is paid. Its buyer has nothing to do. */
export const isAllHere = (noted: { amountRupiah: number; expectedRupiah: number } | null): boolean =>
  noted !== null && noted.amountRupiah >= noted.expectedRupiah
