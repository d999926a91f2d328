import type { ParcelMoney } from '#app/domain/ledger/parcel-money.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { ParcelState } from './order-status.ts'

/** A parcel in money and where it stands. */
export interface ParcelShares extends ParcelMoney {
  state: ParcelState
}

/** The parcels of an order with what each comes to, in group order. */
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

/**
 * One parcel of an order with what it comes to.
 * @throws when there is no such parcel; the caller has locked it
 */
export async function getParcelShares(
  ctx: Ctx,
  parcel: { orderId: string; id: string },
): Promise<ParcelShares> {
  const shares = (await listParcelShares(ctx, parcel.orderId)).find((one) => one.parcelId === parcel.id)
  if (!shares) throw new Error(`No lines in parcel ${parcel.id}`)
  return shares
}
