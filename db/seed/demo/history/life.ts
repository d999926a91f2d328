import type { Delivery } from '#app/domain/orders/order-status.ts'
import type { Db } from '#app/platform/db.server.ts'
import type { Random } from '../../illustrations/random.ts'
import type { OrderPlan, Stage } from './plan.ts'

/** An order from the moment it is placed. */
export interface Life {
  plan: OrderPlan
  orderId: string
  random: Random
  parcels: LifeParcel[]
}
export interface LifeParcel {
  id: string
  groupId: string
  groupSlug: string
  delivery: Delivery
  carrier: string | null
  promiseOn: string
  daysMin: number | null
  daysMax: number | null
}

const STAGES: Stage[] = ['placed', 'proof', 'paid', 'accepted', 'packed', 'dispatched']

/** Whether the story is to go on past a stage, or stands still there when the demo ends. */
export const goesBeyond = ({ plan: { stopsAfter } }: Life, stage: Stage): boolean =>
  stopsAfter === undefined || STAGES.indexOf(stopsAfter) > STAGES.indexOf(stage)

export async function readParcels(db: Db, orderId: string): Promise<LifeParcel[]> {
  return db
    .selectFrom('parcel')
    .innerJoin('craft_group', 'craft_group.id', 'parcel.group_id')
    .where('parcel.order_id', '=', orderId)
    .orderBy('craft_group.slug')
    .select((eb) => [
      'parcel.id',
      'parcel.group_id as groupId',
      'craft_group.slug as groupSlug',
      eb.ref('parcel.delivery').$castTo<Delivery>().as('delivery'),
      'parcel.carrier',
      'parcel.promise_on as promiseOn',
      'parcel.days_min as daysMin',
      'parcel.days_max as daysMax',
    ])
    .execute()
}

export async function readPayment(db: Db, orderId: string) {
  return db
    .selectFrom('payment')
    .where('order_id', '=', orderId)
    .select(['state', 'total_rupiah as total', 'expires_at as expiresAt'])
    .executeTakeFirstOrThrow()
}
