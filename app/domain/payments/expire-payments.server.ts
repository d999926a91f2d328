import { sql } from 'kysely'
import { CARD_GRACE_MINUTES } from '#app/domain/orders/deadlines.ts'
import { oneByOne } from '#app/domain/orders/one-by-one.server.ts'
import type { PaymentMethod } from '#app/domain/orders/order-status.ts'
import { hasItsTotal } from '#app/domain/orders/wrong-amount.queries.server.ts'
import { type Ctx, within } from '#app/platform/context.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { lockPayment } from './lock-payment.server.ts'
import { closeUnpaid } from './settle-payment.server.ts'

const AT_A_TIME = 200

/**
 * Ends orders whose time to pay is over, each in its own transaction. A proof that waits for staff is not ended, and
 * neither is an order with an open card page: the provider has to say first that nobody can pay on it any more. What has
 * its total, and waits for staff to send back what came too much, is not ended either.
 * @returns how many ended
 * @see docs/decisions/0034-late-money.md, docs/decisions/0035-cards-end-at-the-provider.md,
 *   docs/decisions/0109-an-order-that-has-its-total-does-not-end.md
 */
export async function expireDuePayments(ctx: Ctx): Promise<number> {
  const due = await ctx.db
    .selectFrom('payment')
    .where('state', 'in', ['quoting', 'awaiting'])
    .where('expires_at', '<=', sql<Date>`moment()`)
    .where((eb) => eb.or([eb('method', '<>', 'card'), eb('card_session_id', 'is', null)]))
    .where(sql<boolean>`not ${hasItsTotal}`)
    .orderBy('expires_at')
    .limit(AT_A_TIME)
    .select('order_id as orderId')
    .execute()
  return oneByOne(ctx, due, ({ orderId }) => expirePayment(ctx, orderId))
}

/**
 * Ends one order if its time is over and no one can pay for it any more.
 * @param closedSessionId the card page that the provider has just said is closed
 * @returns false when it was paid, lengthened or ended meanwhile, or its total came with an excess
 */
export function expirePayment(ctx: Ctx, orderId: string, closedSessionId?: string): Promise<boolean> {
  return inTransaction(ctx.db, async (trx) => {
    const inside = within(ctx, trx)
    const payment = await lockPayment(inside, orderId)
    if (!payment?.isPastDue) return false
    const { state, cardSessionId } = payment
    const isOpen = state === 'quoting' || state === 'awaiting'
    const isPageOpen = cardSessionId !== null && cardSessionId !== closedSessionId
    if (!isOpen || isPageOpen || (await isTotalHere(inside, orderId))) return false
    await closeUnpaid(inside, payment, 'expired', 'system')
    return true
  })
}

async function isTotalHere({ db }: Ctx, orderId: string): Promise<boolean> {
  const query = db.selectFrom('payment').where('order_id', '=', orderId).select(hasItsTotal.as('isHere'))
  return (await query.executeTakeFirstOrThrow()).isHere
}

export interface OpenCardPage {
  orderId: string
  sessionId: string
  /** Its time, and the grace after it, are over: close it at the provider, then end the order. */
  isDue: boolean
}

/** Card pages of which nobody has heard how they ended, the oldest first. */
export function listOpenCardPages({ db }: Ctx): Promise<OpenCardPage[]> {
  const grace = sql`make_interval(mins => ${CARD_GRACE_MINUTES})`
  return db
    .selectFrom('payment')
    .where('method', '=', 'card' satisfies PaymentMethod)
    .where('state', 'in', ['awaiting', 'processing'])
    .where('card_session_id', 'is not', null)
    .orderBy('expires_at')
    .limit(AT_A_TIME)
    .select((eb) => [
      'order_id as orderId',
      eb.ref('card_session_id').$notNull().as('sessionId'),
      sql<boolean>`expires_at + ${grace} <= moment()`.as('isDue'),
    ])
    .execute()
}
