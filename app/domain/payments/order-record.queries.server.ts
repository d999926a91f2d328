import { type RawBuilder, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { OrderEventKind } from '#app/domain/orders/order-event.server.ts'
import type { TaskKind } from '#app/domain/orders/staff-task.server.ts'
import type { StaffCtx } from '#app/platform/context.server.ts'
import type { JsonValue } from '#db/schema.ts'

/** What staff see of an order beyond the buyer's own page: who did what, who was asked to look, and what was written down. */
export async function findOrderRecord({ db }: StaffCtx, orderId: string) {
  const record = await db
    .selectFrom('payment')
    .innerJoin('shop_order as o', 'o.id', 'payment.order_id')
    .where('payment.order_id', '=', orderId)
    .select((eb) => [
      'payment.confirmed_by as confirmedBy',
      'payment.paid_note as paidNote',
      'payment.proof_image_key as proofImageKey',
      jsonArrayFrom(
        eb
          .selectFrom('order_event as event')
          .leftJoin('app_user', (join) => join.on(sql<boolean>`app_user.id::text = event.actor`))
          .whereRef('event.order_id', '=', 'payment.order_id')
          .orderBy('event.id')
          .select((event) => [
            'event.id',
            'event.parcel_id as parcelId',
            event.ref('event.kind').$castTo<OrderEventKind>().as('kind'),
            unlessErased(sql`event.detail`, sql`event.detail - 'reason'`).$castTo<JsonValue>().as('detail'),
            'event.at',
            'event.actor',
            'app_user.name as actorName',
          ]),
      ).as('events'),
      jsonArrayFrom(
        eb
          .selectFrom('staff_task as task')
          .whereRef('task.order_id', '=', 'payment.order_id')
          .orderBy('task.created_at')
          .select((task) => [
            'task.id',
            task.ref('task.kind').$castTo<TaskKind>().as('kind'),
            'task.detail',
            'task.created_at as createdAt',
            'task.resolved_at as resolvedAt',
            'task.resolved_by as resolvedBy',
            'task.resolution',
          ]),
      ).as('tasks'),
      jsonArrayFrom(
        eb
          .selectFrom('audit_log as log')
          .where('log.subject', 'in', subjectsOf(orderId))
          .orderBy('log.id')
          .select([
            'log.id',
            'log.at',
            'log.actor_name as actorName',
            'log.action',
            'log.subject',
            'log.before',
            'log.after',
            unlessErased(sql`log.reason`).$castTo<string | null>().as('reason'),
          ]),
      ).as('audit'),
    ])
    .executeTakeFirst()
  return record ?? null
}

/** What people typed may name a buyer, and is not shown of one who is erased. */
const unlessErased = (words: RawBuilder<unknown>, instead: RawBuilder<unknown> = sql`null`) =>
  sql`case when o.erased_at is null then ${words} else ${instead} end`

/** The order and everything of it that a line of the audit log can be about. */
const subjectsOf = (orderId: string) => sql<string>`(
  select 'order:' || ${orderId}::text
  union all select 'parcel:' || id from parcel where order_id = ${orderId}
  union all select 'refund:' || id from refund where order_id = ${orderId}
  union all select 'task:' || id from staff_task where order_id = ${orderId})`
