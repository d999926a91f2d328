import { type ExpressionBuilder, sql } from 'kysely'
import { jsonObjectFrom } from 'kysely/helpers/postgres'
import type { DB } from '#db/schema.ts'

/** What came instead of the total of order `o`, in whole rupiah, as staff noted it last; null once that has been dealt with. */
export const wrongAmountOf = (order: ExpressionBuilder<DB & { o: DB['shop_order'] }, 'o'>) =>
  jsonObjectFrom(
    order
      .selectFrom('staff_task as task')
      .whereRef('task.order_id', '=', 'o.id')
      .where('task.kind', '=', 'wrong-amount')
      .where('task.resolved_at', 'is', null)
      .orderBy('task.created_at', 'desc')
      .limit(1)
      .select([
        sql<number>`(task.detail ->> 'amountRupiah')::bigint`.as('amountRupiah'),
        // the total may have been corrected since
        sql<number>`(select total_rupiah from payment where payment.order_id = o.id)`.as('expectedRupiah'),
      ]),
  )
