import { type RawBuilder, sql } from 'kysely'
import { openProblem } from '#app/domain/ledger/open-problem.server.ts'
import { receivedByItselfAt } from '#app/domain/orders/receive-days.server.ts'
import { LOCAL_ZONE } from '#app/lib/day.ts'

const localDay = (instant: RawBuilder<unknown>) => sql`(${instant} at time zone ${sql.lit(LOCAL_ZONE)})::date`

/**
 * Money that moved: a parcel's pieces on the day it was completed, and the same with a minus on the day a parcel that
 * had been completed was given back. Completed is paid and received, or handed over so long ago that it counts
 * as received, without a complaint that still stands. Shipping, unique codes and fees are not in it. The first of an order's parcels to be completed
 * brings the order with it, so that it counts on one day however many groups are in it.
 * Columns: order_id, group_id, placed_on, moved_on, is_sale, brings_order, goods_rupiah, linked_rupiah.
 */
export const salesMovements = (): RawBuilder<unknown> => sql`
  with completed as (
    select pa.order_id, pa.group_id, pa.id as parcel_id, ${localDay(sql`o.placed_at`)} as placed_on,
      ${localDay(sql`coalesce(pa.received_at, ${receivedByItselfAt('pa')})`)} as completed_on,
      (select ${localDay(sql`r.created_at`)} from refund r where r.parcel_id = pa.id and pa.state = 'returned') as returned_on
    from parcel pa
      join shop_order o on o.id = pa.order_id
      join payment pay on pay.order_id = pa.order_id
    where pay.paid_at is not null and (
      pa.state = 'received'
      or (pa.state = 'returned' and pa.received_at is not null)
      or (pa.state = 'dispatched' and not ${openProblem('pa')}))
  ), worth as (
    select completed.*,
      row_number() over (partition by order_id order by completed_on, parcel_id) = 1 as is_first,
      (select sum(l.line_rupiah)::bigint from order_line l where l.parcel_id = completed.parcel_id) as goods_rupiah,
      (select coalesce(sum(l.line_rupiah), 0)::bigint from order_line l where l.parcel_id = completed.parcel_id
        and exists (select from training t where t.id = any(l.training_ids) and t.ends_on < completed.placed_on)) as linked_rupiah
    from completed
  )
  select order_id, group_id, placed_on, completed_on as moved_on, true as is_sale, is_first as brings_order, goods_rupiah, linked_rupiah from worth
  union all
  select order_id, group_id, placed_on, returned_on, false, false, -goods_rupiah, -linked_rupiah from worth where returned_on is not null`
