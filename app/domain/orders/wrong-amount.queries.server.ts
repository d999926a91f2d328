import { type ExpressionBuilder, sql } from 'kysely'
import { jsonObjectFrom } from 'kysely/helpers/postgres'
import type { DB } from '#db/schema.ts'

type OfOrder = ExpressionBuilder<DB & { o: DB['shop_order'] }, 'o'>

/** What came instead of the total of order `o`, in whole rupiah, as staff noted it last; one task per order holds it. null once that has been dealt with. */
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
      ]),
  )

/**
 * Money of another amount that went back from order `o`, in whole rupiah, and how; null when there was none, or when it
 * went into what paid the order. `allRupiah` counts what went back earlier as well; what was noted by mistake is 0.
 */
export const returnedAmountOf = (order: OfOrder) =>
  jsonObjectFrom(
    order
      .selectFrom('staff_task as task')
      .innerJoin('payment as given_up', 'given_up.order_id', 'task.order_id')
      .whereRef('task.order_id', '=', 'o.id')
      .where('task.kind', '=', 'wrong-amount')
      .where('task.resolved_at', 'is not', null)
      .where('given_up.state', 'in', ['expired', 'cancelled'])
      .where(sql`(task.detail ->> 'amountRupiah')::bigint`, '>', 0)
      .orderBy('task.resolved_at', 'desc')
      .limit(1)
      .select((task) => [
        sql<number>`(task.detail ->> 'amountRupiah')::bigint`.as('amountRupiah'),
        task.fn.coalesce('task.resolution', sql<string>`''`).as('reference'),
        sql<number>`sum((task.detail ->> 'amountRupiah')::bigint) over ()::bigint`.as('allRupiah'),
      ]),
  )

/** Whether a photo that came when order `o` had ended waits for staff to look. */
export const isLateProofWaiting = sql<boolean>`exists (select from staff_task as task
  where task.order_id = o.id and task.kind = 'late-money' and task.resolved_at is null)`

/** Whether money of another amount is noted for order `o`. */
export const hasWrongAmount = sql<boolean>`exists (select from staff_task as task
  where task.order_id = o.id and task.kind = 'wrong-amount' and task.resolved_at is null)`
