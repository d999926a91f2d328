import { cancelParcels, openParcels, reviveParcels } from '#app/domain/fulfilment/order-parcels.server.ts'
import { postLateMoney, postPayment } from '#app/domain/ledger/post-payment.server.ts'
import { notifyBuyer } from '#app/domain/notices/queue-notice.server.ts'
import { type EventActor, recordEvent } from '#app/domain/orders/order-event.server.ts'
import { isClosed } from '#app/domain/orders/order-status.ts'
import { listParcelShares } from '#app/domain/orders/parcel-shares.queries.server.ts'
import { closeTasks } from '#app/domain/orders/staff-task.server.ts'
import { keepTransferTotal } from '#app/domain/orders/transfer-total.server.ts'
import { payHolds, releaseUnpaid } from '#app/domain/stock/move-holds.server.ts'
import { rereserveStock } from '#app/domain/stock/rereserve-stock.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { moment } from '#app/platform/db.server.ts'
import { type LockedPayment, MONEY_ACCOUNT } from './lock-payment.server.ts'
import { mergeWrongAmount } from './note-wrong-amount.server.ts'
import { oweRefund } from './owe-refund.server.ts'

// The three ends of an unpaid payment. Each is called with the payment locked and in a state that may end so.

export interface Payer {
  actor: EventActor
  /** The name of the person who saw the money; null when the card provider says so. */
  confirmedBy: string | null
  note?: string | null
  cardIntentId?: string | null
}

/**
 * The exact money came in time: pieces become the buyer's, the books are posted, groups may start.
 * @see docs/decisions/0033-the-books.md
 */
export async function markPaid(ctx: Ctx, payment: LockedPayment, payer: Payer): Promise<void> {
  const { orderId } = payment
  await writePaid(ctx, payment, payer, 'paid')
  if (payment.state === 'proof-sent') await keepTransferTotal(ctx, orderId, moment())
  await openParcels(ctx, orderId)
  await payHolds(ctx, { orderId })
  await postPayment(ctx, {
    orderId,
    into: MONEY_ACCOUNT[payment.method],
    totalRupiah: amountOf(payment),
    uniqueCodeRupiah: payment.uniqueCodeRupiah,
    parcels: (await listParcelShares(ctx, orderId)).filter((parcel) => !isClosed(parcel.state)),
  })
  await recordEvent(ctx, { orderId, kind: 'paid', actor: payer.actor })
  await closeMoneyTasks(ctx, orderId, payer)
  await notifyBuyer(ctx, { orderId, template: 'order-paid', data: {} })
}

/**
 * The exact money came for an order that had already been given up. When every piece can still be had the order goes
 * on as if it had been paid in time; otherwise, or when the buyer had called it off, all of it goes back.
 * @see docs/decisions/0034-late-money.md
 */
export async function takeLateMoney(
  ctx: Ctx,
  payment: LockedPayment,
  payer: Payer,
): Promise<'paid' | 'refund-due'> {
  const { orderId } = payment
  if (payment.state === 'expired' && (await rereserveExpired(ctx, orderId))) {
    await reviveParcels(ctx, orderId)
    await markPaid(ctx, payment, payer)
    return 'paid'
  }
  const amountRupiah = amountOf(payment)
  await writePaid(ctx, payment, payer, 'refund-due')
  await postLateMoney(ctx, { orderId, into: MONEY_ACCOUNT[payment.method], amountRupiah })
  const reason = payment.state === 'expired' ? 'paid-after-expiry' : 'paid-after-cancel'
  await oweRefund(ctx, { orderId, parcelId: null, amountRupiah, reason })
  await recordEvent(ctx, {
    orderId,
    kind: 'refund-due',
    actor: payer.actor,
    detail: { amountRupiah, reason },
  })
  await closeMoneyTasks(ctx, orderId, payer)
  await notifyBuyer(ctx, { orderId, template: 'order-refund-due', data: { amountRupiah } })
  return 'refund-due'
}

/** No money came, or the buyer called it off: everything held for the order is free again. */
export async function closeUnpaid(
  ctx: Ctx,
  { orderId }: LockedPayment,
  to: 'expired' | 'cancelled',
  actor: EventActor,
): Promise<void> {
  await ctx.db.updateTable('payment').set({ state: to }).where('order_id', '=', orderId).execute()
  await cancelParcels(ctx, orderId)
  await releaseUnpaid(ctx, { orderId })
  await recordEvent(ctx, { orderId, kind: to, actor })
  await notifyBuyer(ctx, { orderId, template: `order-${to}`, data: {} })
}

/** Only what expired with the order comes back to life, not what a group had declined before. */
async function rereserveExpired(ctx: Ctx, orderId: string): Promise<boolean> {
  const parcels = await listParcelShares(ctx, orderId)
  const expired = parcels.filter((parcel) => parcel.state === 'cancelled')
  return rereserveStock(ctx, { orderId, parcelIds: expired.map((parcel) => parcel.parcelId) })
}

async function writePaid(
  ctx: Ctx,
  payment: LockedPayment,
  { confirmedBy, note, cardIntentId }: Payer,
  state: 'paid' | 'refund-due',
): Promise<void> {
  await ctx.db
    .updateTable('payment')
    .set({
      state,
      paid_at: moment(),
      confirmed_by: confirmedBy,
      paid_note: note ?? null,
      card_intent_id: cardIntentId ?? payment.cardIntentId,
    })
    .where('order_id', '=', payment.orderId)
    .execute()
}

async function closeMoneyTasks(ctx: Ctx, orderId: string, { confirmedBy }: Payer): Promise<void> {
  await mergeWrongAmount(ctx, orderId)
  await closeTasks(ctx, {
    orderId,
    kinds: ['wrong-amount', 'late-money'],
    by: confirmedBy ?? 'Anyam',
    resolution: 'paid',
  })
}

/** @throws when the payment has no total yet; no state from which money is taken allows that */
export function amountOf({ orderId, totalRupiah }: LockedPayment): number {
  if (totalRupiah === null) throw new Error(`Order ${orderId} has no total`)
  return totalRupiah
}
