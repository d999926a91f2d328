import { type ExpressionBuilder, sql } from 'kysely'
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres'
import type { DB } from '#db/schema.ts'

type OfOrder = ExpressionBuilder<DB & { o: DB['shop_order'] }, 'o'>

/** What came instead of the total of order `o`, in whole rupiah, as staff noted it last, and whether it was sent back and bounced; one task per order holds it. null once that has been dealt with. */
export const wrongAmountOf = (order: OfOrder) =>
  jsonObjectFrom(
    order
      .selectFrom('staff_task as task')
      .whereRef('task.order_id', '=', 'o.id')
      .where('task.kind', '=', 'wrong-amount')
      .where('task.resolved_at', 'is', null)
      .select([
        sql<number>`(task.detail ->> 'amountRupiah')::bigint`.as('amountRupiah'),
        // the total may have been corrected since
        sql<number>`(select total_rupiah from payment where payment.order_id = o.id)`.as('expectedRupiah'),
        sql<boolean>`task.detail ? 'bounces'`.as('hasBounced'),
      ]),
  )

/**
 * All money of another amount that went back from order `o`, in whole rupiah, beside what was noted of it, and how, from
 * first to last. What the bank bounced has not gone back.
 */
export const returnedAmountsOf = (order: OfOrder) =>
  jsonArrayFrom(
    order
      .selectFrom('staff_task as task')
      .whereRef('task.order_id', '=', 'o.id')
      .where('task.kind', '=', 'wrong-amount')
      .where(sql<boolean>`task.detail ? 'returnedRupiah'`)
      .orderBy('task.resolved_at')
      .orderBy('task.id')
      .select((task) => [
        'task.id as taskId',
        'task.resolved_at as returnedAt',
        sql<number>`(task.detail ->> 'returnedRupiah')::bigint`.as('amountRupiah'),
        sql<number>`(task.detail ->> 'amountRupiah')::bigint`.as('notedRupiah'),
        task.fn.coalesce('task.resolution', sql<string>`''`).as('reference'),
      ]),
  )

/** Whether a photo that came when order `o` had ended waits for staff to look. */
export const isLateProofWaiting = sql<boolean>`exists (select from staff_task as task
  where task.order_id = o.id and task.kind = 'late-money' and task.resolved_at is null)`

/** Whether what is noted for the order of `payment` is its total or more: nothing is missing, and staff have what is too much to send back. */
export const hasItsTotal = sql<boolean>`exists (select from staff_task as task
  where task.order_id = payment.order_id and task.kind = 'wrong-amount' and task.resolved_at is null
    and (task.detail ->> 'amountRupiah')::bigint >= payment.total_rupiah)`

/** Whether money of another amount is noted for order `o`. */
export const hasWrongAmount = sql<boolean>`exists (select from staff_task as task
  where task.order_id = o.id and task.kind = 'wrong-amount' and task.resolved_at is null)`
