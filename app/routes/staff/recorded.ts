import { isBooked } from '#app/domain/orders/order-status.ts'
import { sum } from '#app/lib/money.ts'
import type { ShownTransfer } from './transfers.tsx'

/** What is written down of an order's money, in whole rupiah: all of it, and what of it no slip can take back. */
export function recordedOf({ state, totalRupiah, wrongAmount, returnedAmounts }: ShownTransfer) {
  const sentBack = sum(returnedAmounts.map(({ amountRupiah }) => amountRupiah))
  const fixed = (isBooked(state) ? totalRupiah : 0) + sentBack
  return { all: fixed + (wrongAmount?.amountRupiah ?? 0), fixed }
}
