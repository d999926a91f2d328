import { sql } from 'kysely'
import { notifyBuyer, notifyGroups } from '#app/domain/notices/queue-notice.server.ts'
import { holdStock } from '#app/domain/stock/reserve-stock.server.ts'
import { newId } from '#app/lib/ids.ts'
import { type Rupiah, sum, ZERO } from '#app/lib/money.ts'
import { ok, type Result, refuse } from '#app/lib/result.ts'
import { type Ctx, within } from '#app/platform/context.server.ts'
import { type Db, inTransaction } from '#app/platform/db.server.ts'
import { type CheckedOrder, checkOrder } from './check-order.server.ts'
import { TRANSFER_HOURS } from './deadlines.ts'
import {
  insertLines,
  insertOrderRow,
  insertParcels,
  insertPayment,
  type NewParcel,
  type OrderSums,
  sumsOf,
  withPromises,
} from './insert-order.server.ts'
import { recordEvent } from './order-event.server.ts'
import type { PlacedOrder, PlaceOrder, PlaceOrderRefusal } from './place-order.ts'
import { takeTransferTotal } from './transfer-total.server.ts'

export type PlaceOrderResult = Result<PlacedOrder, PlaceOrderRefusal>

/**
 * Places an order: one transaction, prices from the database, pieces held, one parcel a group.
 * The same intent sent again, even at the same moment, answers with the order it made the first time.
 * A refusal has written nothing, so it may be answered inside a larger transaction. Shipping is taken as given: the
 * caller quotes it in the same transaction and wraps both in `rereadIfLost`.
 * @see docs/decisions/0030-an-order-is-one-transaction.md
 */
export function placeOrder(ctx: Ctx, command: PlaceOrder): Promise<PlaceOrderResult> {
  return rereadIfLost(ctx, command.intentId, (inside) => place(inside, command))
}

/**
 * Runs the work that places an order in one transaction. When its COMMIT is answered by silence nobody knows whether
 * the order exists, so it is looked for by its intent before the failure is believed.
 */
export async function rereadIfLost<R extends { ok: boolean }>(
  ctx: Ctx,
  intentId: string,
  work: (inside: Ctx) => Promise<R>,
): Promise<R | { ok: true; value: PlacedOrder }> {
  try {
    return await inTransaction(ctx.db, (trx) => work(within(ctx, trx)))
  } catch (error) {
    // inside a larger transaction nothing can be known until that one ends
    if (ctx.db.isTransaction) throw error
    const order = await findOrderByIntent(ctx, intentId).catch(() => null)
    if (!order) throw error
    return ok({ ...order, repeated: true })
  }
}

/** The order that a form has already made, or null. */
export async function findOrderByIntent(
  { db }: Ctx,
  intentId: string,
): Promise<{ orderId: string; code: string } | null> {
  const order = await db
    .selectFrom('shop_order')
    .where('intent_id', '=', intentId)
    .select(['id as orderId', 'code'])
    .executeTakeFirst()
  return order ?? null
}

async function place(ctx: Ctx, command: PlaceOrder): Promise<PlaceOrderResult> {
  await queueBehindSameIntent(ctx.db, command.intentId)
  const earlier = await findOrderByIntent(ctx, command.intentId)
  if (earlier) return ok({ ...earlier, repeated: true })
  const checked = await checkOrder(ctx, command)
  if (!checked.ok) return checked
  const orderId = newId(ctx.now.getTime())
  const sums = sumsOf(checked.value)
  const uniqueCode = await takeUniqueCode(ctx, orderId, sums, checked.value)
  if (uniqueCode === null) return refuse({ code: 'no-free-total' })
  const code = await write(ctx, { orderId, sums, uniqueCode, command, checked: checked.value })
  return ok({ orderId, code, repeated: false })
}

/** Twenty clicks on one form wait here in line; the first makes the order and the others find it. */
async function queueBehindSameIntent(db: Db, intentId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`intent:${intentId}`}, 0))`.execute(db)
}

/** @returns the code, zero where none is needed, or null when none is left */
async function takeUniqueCode(
  ctx: Ctx,
  orderId: string,
  { goods, shipping }: OrderSums,
  { receivingAccountId }: CheckedOrder,
): Promise<Rupiah | null> {
  if (!receivingAccountId || shipping === null) return ZERO
  const baseRupiah = sum([goods, shipping])
  return takeTransferTotal(ctx, { orderId, receivingAccountId, baseRupiah, payHours: TRANSFER_HOURS })
}

interface Ready {
  orderId: string
  sums: OrderSums
  uniqueCode: Rupiah
  command: PlaceOrder
  checked: CheckedOrder
}

async function write(ctx: Ctx, { orderId, sums, uniqueCode, command, checked }: Ready): Promise<string> {
  const parcels = withPromises(ctx, command, checked)
  const isDemo = checked.lines.some((line) => line.isDemo)
  const code = await insertOrderRow(ctx, { orderId, goods: sums.goods, isDemo }, command)
  await insertParcels(ctx, orderId, parcels, command.paymentMethod === 'pickup' ? 'open' : 'waiting')
  await insertLines(ctx, orderId, checked.lines, parcels)
  await holdStock(ctx, orderId, checked.lines)
  const { receivingAccountId } = checked
  await insertPayment(ctx, orderId, sums, { command, receivingAccountId, uniqueCode, parcels })
  await recordEvent(ctx, { orderId, kind: 'placed', actor: 'buyer' })
  await tellEveryone(ctx, orderId, command, parcels)
  return code
}

async function tellEveryone(
  ctx: Ctx,
  orderId: string,
  { paymentMethod, destination }: PlaceOrder,
  parcels: readonly NewParcel[],
): Promise<void> {
  await notifyBuyer(ctx, { orderId, template: 'order-placed', data: {} })
  const idsOf = (some: readonly NewParcel[]) => some.map((parcel) => parcel.id)
  if (paymentMethod === 'pickup')
    await notifyGroups(ctx, { parcelIds: idsOf(parcels), template: 'group-parcel-open' })
  // what goes abroad staff ask for; it waits on their desk
  const unpriced =
    destination.country === 'ID' ? parcels.filter((parcel) => parcel.shippingRupiah === null) : []
  await notifyGroups(ctx, { parcelIds: idsOf(unpriced), template: 'group-shipping-asked' })
}
