export type SumPart = 'goods' | 'shipping' | 'code' | 'dropped'

export interface OrderSums {
  goodsRupiah: number
  /** null while a parcel's cost is still asked for. */
  shippingRupiah: number | null
  uniqueCodeRupiah: number
  totalRupiah: number | null
}

/**
 * What an order's total is made of; the parts add up to it exactly. A parcel taken off an unpaid order is a part of its
 * own, below zero.
 * @returns amounts in whole rupiah, null where it is not known yet
 */
export function sumParts(sums: OrderSums): { part: SumPart; amountRupiah: number | null }[] {
  const { goodsRupiah, shippingRupiah, uniqueCodeRupiah, totalRupiah } = sums
  const whole = shippingRupiah === null ? null : goodsRupiah + shippingRupiah + uniqueCodeRupiah
  const dropped = whole !== null && totalRupiah !== null ? totalRupiah - whole : 0
  return [
    { part: 'goods', amountRupiah: goodsRupiah },
    { part: 'shipping', amountRupiah: shippingRupiah },
    ...(uniqueCodeRupiah > 0 ? [{ part: 'code' as const, amountRupiah: uniqueCodeRupiah }] : []),
    ...(dropped !== 0 ? [{ part: 'dropped' as const, amountRupiah: dropped }] : []),
  ]
}
