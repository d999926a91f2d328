import { oneByOne } from '#app/domain/orders/one-by-one.server.ts'
import { type Ctx, within } from '#app/platform/context.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { lockPayment } from './lock-payment.server.ts'
import { findPrice, writePrice } from './price-order.server.ts'

const AT_A_TIME = 50

/**
 * Prices the orders of which every cost is known and that still have no total: when a group declined their last parcel
 * without a cost, all 999 codes of the sum were taken. One that is still without a code is left for the next time.
 * @returns how many got their total
 */
export async function priceKnownOrders(ctx: Ctx): Promise<number> {
  const stuck = await ctx.db
    .selectFrom('payment')
    .where('state', '=', 'quoting')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('parcel')
            .whereRef('parcel.order_id', '=', 'payment.order_id')
            .where('parcel.state', '=', 'waiting')
            .where('parcel.shipping_rupiah', 'is', null)
            .select('parcel.id'),
        ),
      ),
    )
    .orderBy('expires_at')
    .limit(AT_A_TIME)
    .select('order_id as orderId')
    .execute()
  return oneByOne(ctx, stuck, ({ orderId }) => priceIfKnown(ctx, orderId))
}

function priceIfKnown(ctx: Ctx, orderId: string): Promise<boolean> {
  return inTransaction(ctx.db, async (trx) => {
    const inside = within(ctx, trx)
    const payment = await lockPayment(inside, orderId)
    if (payment?.state !== 'quoting' || payment.isPastDue) return false
    const price = await findPrice(inside, payment)
    if (typeof price !== 'object') return false
    await writePrice(inside, payment, price, 'system')
    return true
  })
}
