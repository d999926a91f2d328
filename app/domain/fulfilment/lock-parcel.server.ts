import { sql } from 'kysely'
import { isNear } from '#app/domain/orders/is-near.server.ts'
import type {
  Delivery,
  DispatchWay,
  ParcelState,
  PaymentMethod,
  PaymentState,
} from '#app/domain/orders/order-status.ts'
import { type Day, LOCAL_ZONE } from '#app/lib/day.ts'
import type { Ctx, GroupCtx, StaffCtx } from '#app/platform/context.server.ts'

/** Who may move a parcel on: its own group, or staff who help the group. */
export type KeeperCtx = GroupCtx | StaffCtx

export interface LockedParcel {
  id: string
  orderId: string
  groupId: string
  state: ParcelState
  delivery: Delivery
  /** Whether it goes to the regency of its group. */
  isNear: boolean
  shippingRupiah: number | null
  carrier: string | null
  daysMin: number | null
  daysMax: number | null
  dispatchWay: DispatchWay | null
  dispatchCarrier: string | null
  trackingNumber: string | null
  receivedAt: Date | null
  declineReason: string | null
  declineNote: string | null
  problemAt: Date | null
  problemSettledAt: Date | null
  paymentMethod: PaymentMethod
  paymentState: PaymentState
  /** In Kayong Utara, by the database's clock. */
  today: Day
}

/** Locks a parcel that the keeper may move, or answers null: another group's parcel does not exist for it. */
export async function lockKeptParcel(ctx: KeeperCtx, parcelId: string): Promise<LockedParcel | null> {
  let parcels = parcelQuery(ctx).where('parcel.id', '=', parcelId)
  if (ctx.actor.kind === 'group') parcels = parcels.where('parcel.group_id', '=', ctx.actor.groupId)
  return (await parcels.executeTakeFirst()) ?? null
}

/** Locks a parcel of an order whose page the buyer has opened. */
export async function lockOrderParcel(
  ctx: Ctx,
  { orderId, parcelId }: { orderId: string; parcelId: string },
): Promise<LockedParcel | null> {
  const parcels = parcelQuery(ctx).where('parcel.id', '=', parcelId).where('parcel.order_id', '=', orderId)
  return (await parcels.executeTakeFirst()) ?? null
}

const parcelQuery = ({ db }: Ctx) =>
  db
    .selectFrom('parcel')
    .innerJoin('payment', 'payment.order_id', 'parcel.order_id')
    .forUpdate('parcel')
    .select((eb) => [
      'parcel.id',
      'parcel.order_id as orderId',
      'parcel.group_id as groupId',
      eb.ref('parcel.state').$castTo<ParcelState>().as('state'),
      eb.ref('parcel.delivery').$castTo<Delivery>().as('delivery'),
      isNear.as('isNear'),
      'parcel.shipping_rupiah as shippingRupiah',
      'parcel.carrier',
      'parcel.days_min as daysMin',
      'parcel.days_max as daysMax',
      eb.ref('parcel.dispatch_way').$castTo<DispatchWay | null>().as('dispatchWay'),
      'parcel.dispatch_carrier as dispatchCarrier',
      'parcel.tracking_number as trackingNumber',
      'parcel.decline_reason as declineReason',
      'parcel.decline_note as declineNote',
      'parcel.received_at as receivedAt',
      'parcel.problem_at as problemAt',
      'parcel.problem_settled_at as problemSettledAt',
      eb.ref('payment.method').$castTo<PaymentMethod>().as('paymentMethod'),
      eb.ref('payment.state').$castTo<PaymentState>().as('paymentState'),
      sql<Day>`(moment() at time zone ${LOCAL_ZONE})::date`.as('today'),
    ])
