import { sql } from 'kysely'
import { isOverdue } from '#app/domain/fulfilment/group-parcels.queries.server.ts'
import { LOCAL_ZONE } from '#app/lib/day.ts'
import type { StaffCtx } from '#app/platform/context.server.ts'
import { needsAttention } from './order-desk.queries.server.ts'

export interface DeskWork {
  /** Transfers whose buyers have sent a proof. */
  proofs: number
  oldestProofAt: Date | null
  /** Orders on the shelf of those that need attention. */
  orders: number
  lateParcels: number
  longestLateDays: number | null
  /** Parcels whose shipping nobody has priced yet. */
  quotes: number
  /** Since when the first of their buyers waits, and when the next of their orders ends without a cost. */
  oldestQuoteAt: Date | null
  nextQuoteEndsAt: Date | null
  tasks: number
  oldestTaskAt: Date | null
  /** Parcels at the library that a buyer can come for. */
  pickups: number
}

/** How much waits for staff, of each kind, and since when. */
export async function findDeskWork({ db }: StaffCtx): Promise<DeskWork> {
  const { rows } = await sql<DeskWork>`
    with proof as (select proof_sent_at from payment where method = 'transfer' and state = 'proof-sent'),
    late as (
      select (moment() at time zone ${sql.lit(LOCAL_ZONE)})::date - promise_on as days from parcel where ${isOverdue}
    ),
    quote as (
      select placed_at, payment.expires_at from parcel
        join payment using (order_id) join shop_order on shop_order.id = order_id
        where payment.state = 'quoting' and parcel.shipping_rupiah is null
    ),
    task as (select created_at from staff_task where resolved_at is null)
    select
      (select count(*)::int from proof) as proofs,
      (select min(proof_sent_at) from proof) as "oldestProofAt",
      (select count(*)::int from shop_order o join payment on payment.order_id = o.id
        where ${needsAttention}) as orders,
      (select count(*)::int from late) as "lateParcels",
      (select max(days) from late) as "longestLateDays",
      (select count(*)::int from quote) as quotes,
      (select min(placed_at) from quote) as "oldestQuoteAt",
      (select min(expires_at) from quote) as "nextQuoteEndsAt",
      (select count(*)::int from task) as tasks,
      (select min(created_at) from task) as "oldestTaskAt",
      (select count(*)::int from parcel where state = 'packed' and delivery = 'pickup-library') as pickups
  `.execute(db)
  return rows[0] as DeskWork
}
