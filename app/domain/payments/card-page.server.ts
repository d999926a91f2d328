import { sql } from 'kysely'
import { CARD_PAGE_MINUTES } from '#app/domain/orders/deadlines.ts'
import { recordEvent } from '#app/domain/orders/order-event.server.ts'
import type { PaymentState } from '#app/domain/orders/order-status.ts'
import { type Rupiah, rupiah } from '#app/lib/money.ts'
import { ok, type Result, refuse } from '#app/lib/result.ts'
import { type Ctx, within } from '#app/platform/context.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { lockPayment } from './lock-payment.server.ts'

/** Everything the payments port needs to open a page, but for the addresses to come back to. */
export interface CardOrder {
  id: string
  code: string
  attempt: number
  locale: 'id' | 'en'
  email: string | null
  lines: { title: string; unitPrice: Rupiah; quantity: number }[]
  shipping: Rupiah
  total: Rupiah
  expiresAt: Date
  /** A page opened before; null before the first and after one that failed. */
  sessionId: string | null
  /** Its time to pay is over, by the database's clock. */
  isPastDue: boolean
}

/** An order that can be paid by card now, or null. */
export async function findCardOrder({ db }: Ctx, orderId: string): Promise<CardOrder | null> {
  const order = await db
    .selectFrom('shop_order')
    .innerJoin('payment', 'payment.order_id', 'shop_order.id')
    .where('shop_order.id', '=', orderId)
    .where('payment.method', '=', 'card')
    .where('payment.state', '=', 'awaiting')
    .select((eb) => [
      'shop_order.id',
      'shop_order.code',
      'payment.card_attempt as attempt',
      eb.ref('shop_order.locale').$castTo<'id' | 'en'>().as('locale'),
      'shop_order.buyer_email as email',
      eb.fn.coalesce('payment.shipping_rupiah', eb.lit(0)).as('shipping'),
      eb.fn.coalesce('payment.total_rupiah', eb.lit(0)).as('total'),
      'payment.expires_at as expiresAt',
      'payment.card_session_id as sessionId',
      sql<boolean>`payment.expires_at <= moment()`.as('isPastDue'),
    ])
    .executeTakeFirst()
  if (!order) return null
  const lines = await listCardLines(db, orderId, order.locale)
  return { ...order, shipping: rupiah(order.shipping), total: rupiah(order.total), lines }
}

async function listCardLines(db: Ctx['db'], orderId: string, locale: 'id' | 'en') {
  const rows = await db
    .selectFrom('order_line')
    .innerJoin('parcel', 'parcel.id', 'order_line.parcel_id')
    .where('order_line.order_id', '=', orderId)
    // a parcel that a group declined while its cost was asked for is not in the total either
    .where('parcel.state', '<>', 'declined')
    .orderBy('order_line.id')
    .select([
      locale === 'en' ? 'title_en as title' : 'title_id as title',
      locale === 'en' ? 'label_en as label' : 'label_id as label',
      'unit_price_rupiah as unitPrice',
      'quantity',
    ])
    .execute()
  return rows.map(({ title, label, unitPrice, quantity }) => ({
    title: label ? `${title}, ${label}` : title,
    unitPrice: rupiah(unitPrice),
    quantity,
  }))
}

/** The grid on which a lengthened page ends, so that a second try within it asks for the same page. */
const GRID_MS = 10 * 60_000

/**
 * When the page of an order ends: with the order's time to pay or, where less of that is left than a page lasts at
 * least, when that is over. A page opened before keeps its end.
 * @see docs/decisions/0087-who-comes-in-time-can-pay-by-card.md
 */
export function endOfCardPage(
  { expiresAt, sessionId }: Pick<CardOrder, 'expiresAt' | 'sessionId'>,
  now: Date,
): Date {
  const soonest = now.getTime() + CARD_PAGE_MINUTES * 60_000
  if (sessionId !== null || expiresAt.getTime() > soonest) return expiresAt
  return new Date((Math.floor(soonest / GRID_MS) + 1) * GRID_MS)
}

export interface OpenedCardPage {
  orderId: string
  attempt: number
  sessionId: string
  expiresAt: Date
}

export type CardPageRefusal =
  | { code: 'unknown-order' }
  | { code: 'not-payable'; state: PaymentState }
  /** Another tab went on to a later attempt. */
  | { code: 'stale-attempt'; attempt: number }

/**
 * Remembers the page that the provider opened for an attempt, so that the clock asks the provider before it gives the
 * pieces to others; they are kept as long as the page can be paid on.
 */
export function attachCardSession(
  ctx: Ctx,
  { orderId, attempt, sessionId, expiresAt }: OpenedCardPage,
): Promise<Result<null, CardPageRefusal>> {
  return onCardPage(ctx, orderId, async (inside, payment) => {
    if (payment.cardSessionId === sessionId) return ok(null)
    if (payment.cardAttempt !== attempt)
      return refuse({ code: 'stale-attempt', attempt: payment.cardAttempt })
    await inside.db
      .updateTable('payment')
      .set({ card_session_id: sessionId, expires_at: sql`greatest(expires_at, ${expiresAt})` })
      .where('order_id', '=', orderId)
      .execute()
    await recordEvent(inside, { orderId, kind: 'card-opened', actor: 'buyer' })
    return ok(null)
  })
}

/**
 * Raises the attempt after a failure that the provider would replay for a day. Call it before trying again.
 * @param attempt the one that failed; when another tab has raised it already, its number is given back
 */
export function nextCardAttempt(
  ctx: Ctx,
  { orderId, attempt }: { orderId: string; attempt: number },
): Promise<Result<{ attempt: number }, CardPageRefusal>> {
  return onCardPage(ctx, orderId, async (inside, payment) => {
    if (payment.cardAttempt !== attempt) return ok({ attempt: payment.cardAttempt })
    await inside.db
      .updateTable('payment')
      .set({ card_attempt: attempt + 1 })
      .where('order_id', '=', orderId)
      .execute()
    return ok({ attempt: attempt + 1 })
  })
}

function onCardPage<Value, Refusal extends CardPageRefusal>(
  ctx: Ctx,
  orderId: string,
  work: (
    inside: Ctx,
    payment: NonNullable<Awaited<ReturnType<typeof lockPayment>>>,
  ) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, CardPageRefusal>> {
  return inTransaction(ctx.db, async (trx) => {
    const inside = within(ctx, trx)
    const payment = await lockPayment(inside, orderId)
    if (payment?.method !== 'card') return refuse({ code: 'unknown-order' })
    if (payment.state !== 'awaiting') return refuse({ code: 'not-payable', state: payment.state })
    return work(inside, payment)
  })
}
