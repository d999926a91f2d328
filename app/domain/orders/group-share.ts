import { type Rupiah, rupiah } from '#app/lib/money.ts'

interface FrozenLine {
  lineRupiah: number
  feeRupiah: number
}

/**
 * The group's share of an order line: the line less the fee frozen on it when it was ordered.
 * @returns whole rupiah; the fee was floored, so share and fee are always exactly the line
 */
export const groupShare = ({ lineRupiah, feeRupiah }: FrozenLine): Rupiah => rupiah(lineRupiah - feeRupiah)
