import { sql } from 'kysely'
import { parseRupiah } from '#app/lib/format.ts'
import type { StaffCtx } from '#app/platform/context.server.ts'
import { tidyOrderCode } from './find-order.queries.server.ts'
import {
  type Delivery,
  orderStatus,
  type ParcelState,
  type PaymentMethod,
  type PaymentState,
} from './order-status.ts'
import type { TaskKind } from './staff-task.server.ts'

const LIMIT = 50

export type OpenTask = Awaited<ReturnType<typeof listOpenTasks>>[number]

/** What a person must look at, the oldest first. */
export function listOpenTasks({ db }: StaffCtx) {
  return db
    .selectFrom('staff_task as task')
    .leftJoin('shop_order as o', 'o.id', 'task.order_id')
    .where('task.resolved_at', 'is', null)
    .orderBy('task.created_at')
    .orderBy('task.id')
    .limit(200)
    .select((eb) => [
      'task.id',
      eb.ref('task.kind').$castTo<TaskKind>().as('kind'),
      'task.order_id as orderId',
      'o.code as orderCode',
      'o.buyer_name as buyerName',
      'o.buyer_phone as buyerPhone',
      'task.detail',
      'task.created_at as createdAt',
    ])
    .execute()
}

export type SearchedOrder = Awaited<ReturnType<typeof searchOrders>>[number]

/**
 * Orders by what staff have in hand: a code, the amount on a bank statement, or the end of a phone number.
 * @param words as typed: `P-7F3K9Q`, `Rp305.123`, `7890`
 */
export async function searchOrders({ db }: StaffCtx, words: string) {
  const amount = parseRupiah(words)
  const digits = words.replace(/\D/g, '')
  const orders = await db
    .selectFrom('shop_order as o')
    .innerJoin('payment', 'payment.order_id', 'o.id')
    .where((eb) =>
      eb.or([
        eb('o.code', '=', tidyOrderCode(words)),
        ...(amount === null ? [] : [eb('payment.total_rupiah', '=', amount)]),
        ...(digits.length < 4 ? [] : [eb(sql<string>`right(o.buyer_phone, ${digits.length})`, '=', digits)]),
      ]),
    )
    .orderBy('o.placed_at', 'desc')
    .limit(LIMIT)
    .select((eb) => [
      'o.id as orderId',
      'o.code',
      'o.buyer_name as buyerName',
      'o.placed_at as placedAt',
      eb.ref('payment.method').$castTo<PaymentMethod>().as('method'),
      eb.ref('payment.state').$castTo<PaymentState>().as('paymentState'),
      'payment.total_rupiah as totalRupiah',
      'payment.expires_at as expiresAt',
      sql<{ state: ParcelState; delivery: Delivery }[]>`(
        select json_agg(json_build_object('state', parcel.state, 'delivery', parcel.delivery))
        from parcel where parcel.order_id = o.id)`.as('parcels'),
    ])
    .execute()
  return orders.map(({ parcels, ...order }) => ({
    ...order,
    status: orderStatus({ method: order.method, state: order.paymentState }, parcels),
  }))
}
