import { sql } from 'kysely'
import type { StaffCtx } from '#app/platform/context.server.ts'
import type { PaymentState } from './order-status.ts'
import type { TaskKind } from './staff-task.server.ts'

export type OpenTask = Awaited<ReturnType<typeof listOpenTasks>>[number]

/** Nobody's name and number stand where an erased buyer's were. */
const unlessErased = (column: 'o.buyer_name' | 'o.buyer_phone') =>
  sql<string | null>`case when o.erased_at is null then ${sql.ref(column)} end`

/** What a person must look at, the oldest first; without the buyer where they are erased. */
export function listOpenTasks({ db }: StaffCtx) {
  return db
    .selectFrom('staff_task as task')
    .leftJoin('shop_order as o', 'o.id', 'task.order_id')
    .leftJoin('payment', 'payment.order_id', 'task.order_id')
    .where('task.resolved_at', 'is', null)
    .orderBy('task.created_at')
    .orderBy('task.id')
    .limit(200)
    .select((eb) => [
      'task.id',
      eb.ref('task.kind').$castTo<TaskKind>().as('kind'),
      'task.order_id as orderId',
      'o.code as orderCode',
      unlessErased('o.buyer_name').as('buyerName'),
      unlessErased('o.buyer_phone').as('buyerPhone'),
      sql<boolean>`o.erased_at is not null`.as('isErased'),
      eb.ref('o.locale').$castTo<'id' | 'en' | null>().as('locale'),
      eb.ref('payment.state').$castTo<PaymentState | null>().as('paymentState'),
      'task.detail',
      // of the group that news did not reach, as it is now
      sql<string | null>`(select group_phone(parcel.group_id)
        from notice join parcel on parcel.id = (notice.data ->> 'parcelId')::uuid
        where task.kind = 'unreachable' and task.key = 'notice:' || notice.id and notice.template like 'group-%')`.as(
        'groupPhone',
      ),
      'payment.total_rupiah as totalRupiah',
      'task.created_at as createdAt',
      // what was paid by card goes back by itself
      sql<boolean>`task.kind = 'refund-due' and payment.card_intent_id is not null`.as('goesByCard'),
    ])
    .execute()
}
