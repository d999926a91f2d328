import { type Rupiah, rupiah, sum } from '#app/lib/money.ts'

/** A parcel in money, as frozen on its lines when it was ordered. */
export interface ParcelMoney {
  parcelId: string
  groupId: string
  goodsRupiah: number
  /** Part of the goods. */
  feeRupiah: number
  shippingRupiah: number
}

/** What the group gets for a parcel: its goods less the fee, and the shipping, since the group pays the carrier. */
export const groupAmount = ({ goodsRupiah, feeRupiah, shippingRupiah }: ParcelMoney): Rupiah =>
  rupiah(goodsRupiah - feeRupiah + shippingRupiah)

/** What the buyer paid for a parcel. */
export const parcelAmount = ({ goodsRupiah, shippingRupiah }: ParcelMoney): Rupiah =>
  sum([goodsRupiah, shippingRupiah])
