import { writeAudit } from '#app/domain/accounts/write-audit.server.ts'
import { postRefundFailed } from '#app/domain/ledger/post-refund.server.ts'
import { notifyBuyer } from '#app/domain/notices/queue-notice.server.ts'
import { disputeOf } from '#app/domain/orders/dispute.ts'
import { type EventActor, type OrderEventKind, recordEvent } from '#app/domain/orders/order-event.server.ts'
import { addToTask, closeTask, groupOf, raiseTask } from '#app/domain/orders/staff-task.server.ts'
import { ok, type Result, refuse } from '#app/lib/result.ts'
import { type Ctx, type StaffCtx, within } from '#app/platform/context.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { CARD_UNCLEAR } from './card.ts'
import { MONEY_ACCOUNT } from './lock-payment.server.ts'
import { type LockedRefund, lockRefund } from './lock-refund.server.ts'
import { askAgain, failedRefundTask } from './mark-refund-sent.server.ts'
import { refundTask } from './owe-refund.server.ts'

interface RefundFailed {
  refundId: string
  reason: string
  /** The reference it had been sent under when it was looked at; absent where it had none, as to a card. */
  seen?: string
}

/**
 * A refund came back, or could not be sent: the buyer is owed again and staff must find another way. Told twice, it is
 * told once. Refused once it is on its way again under another reference than was seen.
 */
export function refundFailed(
  ctx: StaffCtx,
  { refundId, reason, seen }: RefundFailed,
): Promise<
  Result<{ repeated: boolean; cameBack: boolean }, { code: 'unknown-refund' } | { code: 'sent-otherwise' }>
> {
  return inTransaction(ctx.db, async (trx) => {
    const inside = within(ctx, trx)
    const refund = await lockRefund(inside, refundId)
    if (!refund) return refuse({ code: 'unknown-refund' })
    if (refund.state === 'failed') return ok({ repeated: true, cameBack: false })
    if (refund.state === 'sent' && refund.bankReference !== (seen ?? null))
      return refuse({ code: 'sent-otherwise' })
    // it was said to have gone back at the provider, where staff look again
    const wasAtProvider = refund.state === 'sent' && refund.sentFrom === 'card'
    await writeFailed(inside, refund, { actor: ctx.actor.userId, reason, wasAtProvider })
    if (wasAtProvider && refund.bankReference) await askAgain(inside, refund.bankReference)
    await writeAudit(inside, {
      action: 'refund-failed',
      subject: `refund:${refundId}`,
      before: { state: refund.state },
      after: { state: 'failed' },
      reason,
    })
    return ok({ repeated: false, cameBack: refund.state === 'sent' })
  })
}

interface HowFailed {
  actor: EventActor
  reason: string
  wasAtProvider?: boolean
}

/**
 * What every way of failing has in common; the refund is locked and not failed already. Where the money may go back
 * otherwise, staff look at the provider before they send it.
 * @see docs/decisions/0111-what-the-provider-refuses-is-looked-up.md
 */
export async function writeFailed(
  ctx: Ctx,
  refund: LockedRefund,
  { actor, reason, wasAtProvider = false }: HowFailed,
): Promise<void> {
  const { id, orderId, parcelId, amountRupiah, attempt, payment } = refund
  const isUnclear = wasAtProvider || reason === CARD_UNCLEAR || (await isDisputed(ctx, orderId))
  await ctx.db
    .updateTable('refund')
    .set({
      state: 'failed',
      attempt: attempt + 1,
      sent_at: null,
      sent_by: null,
      card_refund_id: null,
      card_unclear: isUnclear,
    })
    .where('id', '=', id)
    .execute()
  if (refund.state === 'sent') {
    const from = refund.sentFrom ?? MONEY_ACCOUNT[payment.method]
    await postRefundFailed(ctx, { refundId: id, attempt, orderId, parcelId, from, amountRupiah })
    if (payment.state === 'refunded') {
      await ctx.db
        .updateTable('payment')
        .set({ state: 'refund-due' })
        .where('order_id', '=', orderId)
        .execute()
    }
  }
  await recordEvent(ctx, {
    orderId,
    parcelId: parcelId ?? undefined,
    kind: 'refund-failed',
    actor,
    detail: { reason },
  })
  await notifyBuyer(ctx, {
    orderId,
    about: `refund:${id}:${attempt}`,
    template: 'refund-failed',
    data: { amountRupiah, ...(parcelId && { parcelId }) },
  })
  await closeTask(ctx, { key: refundTask(id), by: 'Anyam', resolution: reason })
  const detail = {
    refundId: id,
    amountRupiah,
    reason,
    isUnclear,
    ...(parcelId && (await groupOf(ctx, parcelId))),
  }
  await raiseTask(ctx, { key: failedRefundTask(id, attempt), kind: 'refund-failed', orderId, detail })
}

/** Whether the buyer's bank takes this order's money back by itself, or may. */
async function isDisputed({ db }: Ctx, orderId: string): Promise<boolean> {
  const events = await db
    .selectFrom('order_event')
    .where('order_id', '=', orderId)
    .orderBy('id')
    .select((eb) => eb.ref('kind').$castTo<OrderEventKind>().as('kind'))
    .execute()
  return disputeOf(events) !== null
}

/** What had failed before the buyer's bank came in is not sent another way either before somebody has looked. */
export async function doubtFailedRefunds(ctx: Ctx, orderId: string): Promise<void> {
  const doubted = await ctx.db
    .updateTable('refund')
    .set({ card_unclear: true })
    .where('order_id', '=', orderId)
    .where('state', '=', 'failed')
    .returning(['id', 'attempt'])
    .execute()
  for (const { id, attempt } of doubted)
    await addToTask(ctx, failedRefundTask(id, attempt - 1), { isUnclear: true })
}
