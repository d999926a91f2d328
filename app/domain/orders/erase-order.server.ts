import { sql } from 'kysely'
import type { Ctx } from '#app/platform/context.server.ts'
import { moment } from '#app/platform/db.server.ts'

/** What stands where a name and a number were: nobody's, and the only ones that an erased order may carry. */
const NOBODY = { buyer_name: '-', buyer_phone: '+10000000' } as const

/**
 * Takes who ordered out of an order, and out of what was written about it the words that people typed. Figures, codes,
 * dates, the kecamatan and the numbers under which money went back stay. From then on no page of the shop and no letter finds the order.
 */
export async function eraseOrder({ db }: Ctx, orderId: string): Promise<void> {
  await db
    .updateTable('shop_order')
    .set({
      ...NOBODY,
      buyer_email: null,
      street: null,
      village: null,
      postal_code: null,
      landmark: null,
      note: null,
      erased_at: moment(),
    })
    .where('id', '=', orderId)
    .execute()
  const detail = sql<string>`detail - 'note'`
  await db
    .updateTable('order_event')
    .set({ detail })
    .where('order_id', '=', orderId)
    .where(sql<boolean>`detail ? 'note'`)
    .execute()
  await db
    .updateTable('staff_task')
    .set({
      detail,
      resolution: sql<string | null>`case when detail ? 'returnedRupiah' then resolution end`,
    })
    .where('order_id', '=', orderId)
    .execute()
}
