import { sql } from 'kysely'
import { notifyGroups } from '#app/domain/notices/queue-notice.server.ts'
import type { DispatchWay, ParcelState } from '#app/domain/orders/order-status.ts'
import { handOverDay } from '#app/domain/orders/promise.ts'
import { type Day, localDayOf } from '#app/lib/day.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { moment } from '#app/platform/db.server.ts'

// What other folders do to parcels. The caller holds the payment row, or the row of the one parcel.

/** Paid: every waiting group may start, and is told. */
export const openParcels = (ctx: Ctx, orderId: string): Promise<void> => startParcels(ctx, orderId, 'waiting')

/** The money came after all and every piece could still be had: what ended with the order is open again. */
export const reviveParcels = (ctx: Ctx, orderId: string): Promise<void> =>
  startParcels(ctx, orderId, 'cancelled')

/** Groups may start today, and are told: the promise counts from today where the money came after the last day for it. */
async function startParcels(ctx: Ctx, orderId: string, from: 'waiting' | 'cancelled'): Promise<void> {
  const started = await ctx.db
    .updateTable('parcel')
    .set({ state: 'open', closed_at: null })
    .where('order_id', '=', orderId)
    .where('state', '=', from)
    .returning(['id', 'lead_days as leadDays'])
    .execute()
  for (const parcel of started) await countPromise(ctx, parcel, localDayOf(ctx.now))
  await notifyGroups(ctx, {
    parcelIds: started.map((parcel) => parcel.id),
    template: 'group-parcel-open',
  })
}

/** Not paid in time, or called off: groups that had been told of the order are told that it is over. */
export async function cancelParcels(ctx: Ctx, orderId: string): Promise<void> {
  const parcels = await ctx.db
    .selectFrom('parcel')
    .where('order_id', '=', orderId)
    .where('state', 'in', ['waiting', 'open', 'accepted', 'packed'])
    .orderBy('id')
    .forUpdate()
    .select((eb) => ['id', eb.ref('state').$castTo<ParcelState>().as('state')])
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
  await tellCalledOff(ctx, orderId, parcels)
}

/**
 * Tells groups that parcels of theirs are off. Before the money came only who was asked for its cost has heard of it, and
 * that end is told apart from a later one: the order may be revived.
 * @param parcels as they stood before
 */
export async function tellCalledOff(
  ctx: Ctx,
  orderId: string,
  parcels: readonly { id: string; state: ParcelState }[],
): Promise<void> {
  const template = 'group-parcel-cancelled'
  const idsOf = (isWaiting: boolean) =>
    parcels.filter(({ state }) => (state === 'waiting') === isWaiting).map(({ id }) => id)
  await notifyGroups(ctx, { parcelIds: idsOf(false), template })
  const asked = await listAsked(ctx, orderId)
  const askedIds = idsOf(true).filter((id) => asked.includes(id))
  await notifyGroups(ctx, { parcelIds: askedIds, template, about: 'asked' })
}

/** The parcels of an order whose groups were asked what sending them costs. */
async function listAsked({ db }: Ctx, orderId: string): Promise<string[]> {
  const asked = await db
    .selectFrom('notice')
    .where('order_id', '=', orderId)
    .where('template', '=', 'group-shipping-asked')
    .select(sql<string>`data ->> 'parcelId'`.as('parcelId'))
    .execute()
  return asked.map(({ parcelId }) => parcelId)
}

/**
 * The order has a later last day to pay: what waits for the money is promised for later.
 * @see docs/decisions/0032-promise-counted-from-the-last-day-to-pay.md
 */
export async function postponeParcels(ctx: Ctx, orderId: string): Promise<void> {
  const waiting = await ctx.db
    .selectFrom('parcel')
    .innerJoin('payment', 'payment.order_id', 'parcel.order_id')
    .where('parcel.order_id', '=', orderId)
    .where('parcel.state', '=', 'waiting')
    .select(['parcel.id', 'parcel.lead_days as leadDays', 'payment.expires_at as expiresAt'])
    .execute()
  for (const parcel of waiting) await countPromise(ctx, parcel, localDayOf(parcel.expiresAt))
}

/** A promise counts from a last day to pay; it is never made for an earlier day than it was. */
async function countPromise(
  ctx: Ctx,
  { id, leadDays }: { id: string; leadDays: number },
  lastPayDay: Day,
): Promise<void> {
  const promiseOn = handOverDay(lastPayDay, leadDays)
  await ctx.db
    .updateTable('parcel')
    .set({ promise_on: promiseOn })
    .where('id', '=', id)
    .where('promise_on', '<', promiseOn)
    .execute()
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
export async function closeProblem(ctx: Ctx, parcelId: string, isGivenBack: boolean): Promise<void> {
  await ctx.db
    .updateTable('parcel')
    .set({
      problem_settled_at: moment(),
      ...(isGivenBack ? { state: 'returned', closed_at: moment() } : {}),
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
