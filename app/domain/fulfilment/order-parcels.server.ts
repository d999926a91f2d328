import { sql } from 'kysely'
import { notifyGroups } from '#app/domain/notices/queue-notice.server.ts'
import { QUOTE_DAYS } from '#app/domain/orders/deadlines.ts'
import type { DispatchWay } from '#app/domain/orders/order-status.ts'
import { LOCAL_ZONE } from '#app/lib/day.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { moment } from '#app/platform/db.server.ts'

// What other folders do to parcels. The caller holds the payment row, or the row of the one parcel.

/** Paid: every waiting group may start, and is told. */
export async function openParcels(ctx: Ctx, orderId: string): Promise<void> {
  const opened = await ctx.db
    .updateTable('parcel')
    .set({ state: 'open' })
    .where('order_id', '=', orderId)
    .where('state', '=', 'waiting')
    .returning('id')
    .execute()
  await notifyGroups(ctx, { parcelIds: opened.map((parcel) => parcel.id), template: 'group-parcel-open' })
}

/** Not paid in time, or called off: groups that had been told of the order are told that it is over. */
export async function cancelParcels(ctx: Ctx, orderId: string): Promise<void> {
  const parcels = await ctx.db
    .selectFrom('parcel')
    .where('order_id', '=', orderId)
    .where('state', 'in', ['waiting', 'open', 'accepted', 'packed'])
    .orderBy('id')
    .forUpdate()
    .select(['id', 'state'])
    .execute()
  if (parcels.length === 0) return
  await ctx.db
    .updateTable('parcel')
    .set({ state: 'cancelled', closed_at: moment() })
    .where(
      'id',
      'in',
      parcels.map((parcel) => parcel.id),
    )
    .execute()
  const told = parcels.filter((parcel) => parcel.state !== 'waiting').map((parcel) => parcel.id)
  await notifyGroups(ctx, { parcelIds: told, template: 'group-parcel-cancelled' })
}

/**
 * The money came after all and every piece could still be had: what ended with the order is open again, and its groups
 * are told. The promise moves by the days that the money was late, since no group could have started.
 * @see docs/decisions/0032-promise-counted-from-the-last-day-to-pay.md
 */
export async function reviveParcels(ctx: Ctx, orderId: string): Promise<void> {
  const revived = await sql<{ id: string }>`
    update parcel set state = 'open', closed_at = null,
      promise_on = parcel.promise_on + greatest(0, (moment() at time zone ${LOCAL_ZONE})::date
        - (payment.expires_at at time zone ${LOCAL_ZONE})::date)
    from payment where payment.order_id = parcel.order_id
      and parcel.order_id = ${orderId} and parcel.state = 'cancelled'
    returning parcel.id
  `.execute(ctx.db)
  const parcelIds = revived.rows.map((parcel) => parcel.id)
  await notifyGroups(ctx, { parcelIds, template: 'group-parcel-open' })
}

/**
 * The order has a later last day to pay than its promises were counted from: they move by as much. Until the third day,
 * which an order whose cost is asked for allows for, they stand.
 * @param paidUntil the last moment to pay as it was before
 * @see docs/decisions/0032-promise-counted-from-the-last-day-to-pay.md
 */
export async function postponeParcels(ctx: Ctx, orderId: string, paidUntil: Date): Promise<void> {
  await sql`
    update parcel set promise_on = parcel.promise_on + greatest(0, (payment.expires_at at time zone ${LOCAL_ZONE})::date
      - greatest((${paidUntil}::timestamptz at time zone ${LOCAL_ZONE})::date,
        (o.placed_at at time zone ${LOCAL_ZONE})::date + ${QUOTE_DAYS}::int))
    from payment join shop_order as o on o.id = payment.order_id
    where parcel.order_id = payment.order_id and payment.order_id = ${orderId} and parcel.state = 'waiting'
  `.execute(ctx.db)
}

/** What somebody found out about sending a parcel. */
export interface SaidShipping {
  /** Whole rupiah, 0 or more. */
  shippingRupiah: number
  delivery: DispatchWay
  /** The courier or the boat; null where the group brings it itself. */
  carrier: string | null
  daysMin: number
  daysMax: number
}

/** Says what sending a parcel costs and how it will go. The order it belongs to is not paid yet. */
export async function priceParcel(ctx: Ctx, parcelId: string, said: SaidShipping): Promise<void> {
  await ctx.db
    .updateTable('parcel')
    .set({
      shipping_rupiah: said.shippingRupiah,
      delivery: said.delivery,
      carrier: said.carrier,
      days_min: said.daysMin,
      days_max: said.daysMax,
    })
    .where('id', '=', parcelId)
    .execute()
}

/** The group cannot give what it had taken on; what the buyer reports of it ends with it. */
export async function closeDeclined(
  ctx: Ctx,
  parcelId: string,
  { reason, note }: { reason: string; note: string | null },
): Promise<void> {
  await ctx.db
    .updateTable('parcel')
    .set({
      state: 'declined',
      decline_reason: reason,
      decline_note: note,
      closed_at: moment(),
      problem_settled_at: sql`case when problem_at is not null then coalesce(problem_settled_at, moment()) end`,
    })
    .where('id', '=', parcelId)
    .execute()
}

/** Staff settled what the buyer had reported: the parcel stands, or its money goes back. */
export async function closeProblem(ctx: Ctx, parcelId: string, outcome: 'kept' | 'refunded'): Promise<void> {
  await ctx.db
    .updateTable('parcel')
    .set({
      problem_settled_at: moment(),
      ...(outcome === 'refunded' ? { state: 'returned', closed_at: moment() } : {}),
    })
    .where('id', '=', parcelId)
    .execute()
}

/** The buyer is erased: what they wrote about their parcels, and what groups wrote back, goes too. */
export async function eraseParcelNotes({ db }: Ctx, orderId: string): Promise<void> {
  await db
    .updateTable('parcel')
    .set({ problem_note: null, decline_note: null })
    .where('order_id', '=', orderId)
    .execute()
}
