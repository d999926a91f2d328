import { feeOf, type Rupiah, rupiah } from '#app/lib/money.ts'

/** Where a price goes: the parts always add up to it. */
export interface MoneySplit {
  groupRupiah: Rupiah
  /** Kept by the library to run the site; 0 unless the group's agreement says otherwise. */
  feeRupiah: Rupiah
}

/**
 * What of a price goes to the group. The fee is floored, as it is when an order is placed.
 * @param feeBasisPoints 0 to 10 000
 */
export function moneySplit(priceRupiah: number, feeBasisPoints: number): MoneySplit {
  const price = rupiah(priceRupiah)
  const feeRupiah = feeOf(price, feeBasisPoints)
  return { groupRupiah: rupiah(price - feeRupiah), feeRupiah }
}
