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
 * Money of another amount that never paid order `o`, in whole rupiah, and what staff say became of it; null when there
 * was none, or when it went into what paid the order. `allRupiah` counts what was dealt with earlier as well.
 */
export const settledAmountOf = (order: OfOrder) =>
  jsonObjectFrom(
    order
      .selectFrom('staff_task as task')
      .innerJoin('payment as given_up', 'given_up.order_id', 'task.order_id')
      .whereRef('task.order_id', '=', 'o.id')
      .where('task.kind', '=', 'wrong-amount')
      .where('task.resolved_at', 'is not', null)
      .where('given_up.state', 'in', ['expired', 'cancelled'])
      .orderBy('task.resolved_at', 'desc')
      .limit(1)
      .select((task) => [
        sql<number>`(task.detail ->> 'amountRupiah')::bigint`.as('amountRupiah'),
        task.fn.coalesce('task.resolution', sql<string>`''`).as('words'),
        sql<number>`sum((task.detail ->> 'amountRupiah')::bigint) over ()::bigint`.as('allRupiah'),
      ]),
  )
