import type { Ctx } from '#app/platform/context.server.ts'
import type { ParcelState } from './order-status.ts'

/** What a parcel is worth and to whom, as frozen on its lines. */
export interface ParcelShares {
  parcelId: string
  groupId: string
  state: ParcelState
  goodsRupiah: number
  feeRupiah: number
  shippingRupiah: number
}

/** The parcels of an order with what each comes to, in the order in which groups were added to the books. */
export function listParcelShares({ db }: Ctx, orderId: string): Promise<ParcelShares[]> {
  return db
    .selectFrom('parcel')
    .innerJoin('order_line as line', 'line.parcel_id', 'parcel.id')
    .where('parcel.order_id', '=', orderId)
    .groupBy('parcel.id')
    .orderBy('parcel.group_id')
    .select((eb) => [
      'parcel.id as parcelId',
      'parcel.group_id as groupId',
      eb.ref('parcel.state').$castTo<ParcelState>().as('state'),
      eb.cast<number>(eb.fn.sum('line.line_rupiah'), 'bigint').as('goodsRupiah'),
      eb.cast<number>(eb.fn.sum('line.fee_rupiah'), 'bigint').as('feeRupiah'),
      eb.fn.coalesce('parcel.shipping_rupiah', eb.lit(0)).as('shippingRupiah'),
    ])
    .execute()
}
