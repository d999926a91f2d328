import { sql } from 'kysely'
import type { Delivery, ParcelState } from '#app/domain/orders/order-status.ts'
import { LOCAL_ZONE } from '#app/lib/day.ts'
import type { StaffCtx } from '#app/platform/context.server.ts'
import { isLate } from './group-parcels.queries.server.ts'

export type LateParcel = Awaited<ReturnType<typeof listLateParcels>>[number]

/** Parcels still in a group's hands after the promised day, the longest late first. */
export function listLateParcels({ db }: StaffCtx) {
  return db
    .selectFrom('parcel')
    .innerJoin('shop_order as o', 'o.id', 'parcel.order_id')
    .innerJoin('craft_group', 'craft_group.id', 'parcel.group_id')
    .where(isLate)
    .orderBy('parcel.promise_on')
    .orderBy('parcel.id')
    .limit(200)
    .select((eb) => [
      'parcel.id',
      'parcel.order_id as orderId',
      'o.code as orderCode',
      'craft_group.name as groupName',
      'craft_group.phone as groupPhone',
      eb.ref('parcel.state').$castTo<ParcelState>().as('state'),
      eb.ref('parcel.delivery').$castTo<Delivery>().as('delivery'),
      'parcel.promise_on as promiseOn',
      sql<number>`(moment() at time zone ${sql.lit(LOCAL_ZONE)})::date - parcel.promise_on`.as('daysLate'),
    ])
    .execute()
}

export type PickupParcel = Awaited<ReturnType<typeof listPickupsAtLibrary>>[number]

/** Parcels that a buyer can come for: packed and brought to the library. */
export function listPickupsAtLibrary({ db }: StaffCtx) {
  return db
    .selectFrom('parcel')
    .innerJoin('shop_order as o', 'o.id', 'parcel.order_id')
    .innerJoin('payment', 'payment.order_id', 'parcel.order_id')
    .innerJoin('craft_group', 'craft_group.id', 'parcel.group_id')
    .where('parcel.state', '=', 'packed')
    .where('parcel.delivery', '=', 'pickup-library')
    .orderBy('parcel.packed_at')
    .limit(200)
    .select([
      'parcel.id',
      'parcel.order_id as orderId',
      'o.code as orderCode',
      'o.buyer_name as buyerName',
      'o.buyer_phone as buyerPhone',
      'craft_group.name as groupName',
      'parcel.packed_at as packedAt',
      'payment.method as paymentMethod',
      'payment.state as paymentState',
      'payment.total_rupiah as totalRupiah',
      'payment.expires_at as expiresAt',
    ])
    .execute()
}
