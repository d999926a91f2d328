import { writeAudit } from '#app/domain/accounts/write-audit.server.ts'
import type { MoneyAccount } from '#app/domain/ledger/account.ts'
import { postRefund } from '#app/domain/ledger/post-refund.server.ts'
import { notifyBuyer } from '#app/domain/notices/queue-notice.server.ts'
import { type EventActor, recordEvent } from '#app/domain/orders/order-event.server.ts'
import { closeTask, reopenTask } from '#app/domain/orders/staff-task.server.ts'
import { ok, type Result, refuse } from '#app/lib/result.ts'
import { type Ctx, type StaffCtx, within } from '#app/platform/context.server.ts'
import { inTransaction, moment } from '#app/platform/db.server.ts'
import { takenUnder } from './booked-under.server.ts'
import { isDisputeNumber, isProviderNumber } from './card.ts'
import { MONEY_ACCOUNT } from './lock-payment.server.ts'
import { type LockedRefund, lockRefund } from './lock-refund.server.ts'
import { refundTask } from './owe-refund.server.ts'

export interface MarkRefundSent {
  refundId: string
  /** The bank's reference of the transfer, what the receipt of cash is filed under, or the card provider's number. */
  reference: string
  /** Where the money was taken from: of what was paid by card, `card` where it went back in the provider's console. */
  from?: MoneyAccount
  /** What the card provider says of that number now; null when nothing went back under it. */
  back?: MoneyBack | null
}

/** Money that went back at the card provider, in whole rupiah. */
export interface MoneyBack {
  paymentIntentId: string | null
  amount: number | null
}

export type MarkRefundSentRefusal =
  | { code: 'unknown-refund' }
  | { code: 'goes-by-card' }
  /** Where it was taken from is not said where nobody could know, or cannot be so. */
  | { code: 'source-missing' }
  /** Under this number nothing went back of this payment. */
  | { code: 'not-at-provider' }
  /** The card provider numbers money so: it was not taken from elsewhere, nor is it of an order that was paid otherwise. */
  | { code: 'provider-number'; isCardOrder: boolean }
  /** Less went back under this number, or less is left of it beside what other refunds took. */
  | { code: 'too-little'; left: number; taken: number }
  /** It is on its way already under another reference, or to the card: this one would be the second time. */
  | { code: 'sent-before'; by: string; reference: string | null }

/**
 * Staff sent a buyer's money back, or found that it had gone back in the card provider's console. What was paid by card
 * goes back by itself, so that is refused until the provider has refused it, unless staff say where else they took the
 * money from, which they always say of a card. What went back at the provider counts for what it was, and a number of the
 * provider for nothing else. Said twice, it is said once; said under another reference it is refused, for then it may have
 * left twice.
 * @see docs/decisions/0111-what-the-provider-refuses-is-looked-up.md
 */
export function markRefundSent(
  ctx: StaffCtx,
  { refundId, reference, from, back }: MarkRefundSent,
): Promise<Result<{ repeated: boolean }, MarkRefundSentRefusal>> {
  return inTransaction(ctx.db, async (trx) => {
    const inside = within(ctx, trx)
    const refund = await lockRefund(inside, refundId)
    if (!refund) return refuse({ code: 'unknown-refund' })
    if (refund.state === 'sent') return sentAlready(refund, reference)
    const isFromCard = !from || from === 'card'
    if (isFromCard && refund.state === 'due' && refund.payment.cardIntentId)
      return refuse({ code: 'goes-by-card' })
    const isCardOrder = refund.payment.method === 'card'
    if (from !== 'card' && isProviderNumber(reference))
      return refuse({ code: 'provider-number', isCardOrder })
    if (isCardOrder ? !from : from === 'card') return refuse({ code: 'source-missing' })
    if (from === 'card') {
      if (!back || back.paymentIntentId !== refund.payment.cardIntentId)
        return refuse({ code: 'not-at-provider' })
      const taken = await takenUnder(inside, reference)
      const left = (back.amount ?? 0) - taken
      if (left < refund.amountRupiah) return refuse({ code: 'too-little', left, taken })
      if (left === refund.amountRupiah) await endAllBooked(inside, reference)
    }
    const { userId: actor, name: by } = ctx.actor
    await writeSent(inside, refund, { actor, by, bankReference: reference, from })
    await writeAudit(inside, {
      action: 'mark-refund-sent',
      subject: `refund:${refundId}`,
      before: { state: refund.state },
      after: { state: 'sent', reference },
    })
    return ok({ repeated: false })
  })
}

/** All that went back under a number of the provider is booked: nothing more is asked about it. */
async function endAllBooked(ctx: StaffCtx, number: string): Promise<void> {
  for (const key of providerTasks(number))
    await closeTask(ctx, { key, by: ctx.actor.name, resolution: number })
}

function sentAlready(
  { bankReference, sentBy }: LockedRefund,
  reference: string,
): Result<{ repeated: boolean }, MarkRefundSentRefusal> {
  if (bankReference === reference) return ok({ repeated: true })
  return refuse({ code: 'sent-before', by: sentBy ?? 'Anyam', reference: bankReference })
}

export interface Sender {
  actor: EventActor
  by: string
  from?: MoneyAccount
  bankReference?: string
  cardRefundId?: string
}

/** What every way of sending a locked refund has in common. */
export async function writeSent(ctx: Ctx, refund: LockedRefund, sender: Sender): Promise<void> {
  const { id, orderId, parcelId, amountRupiah, attempt, payment } = refund
  const from = sender.from ?? MONEY_ACCOUNT[payment.method]
  await ctx.db
    .updateTable('refund')
    .set({
      state: 'sent',
      sent_at: moment(),
      sent_by: sender.by,
      sent_from: from,
      bank_reference: sender.bankReference ?? null,
      card_refund_id: sender.cardRefundId ?? null,
      card_unclear: false,
    })
    .where('id', '=', id)
    .execute()
  await postRefund(ctx, { refundId: id, attempt, orderId, parcelId, from, amountRupiah })
  await finishPayment(ctx, orderId)
  const reference = sender.bankReference ?? null
  await recordEvent(ctx, {
    orderId,
    parcelId: parcelId ?? undefined,
    kind: 'refund-sent',
    actor: sender.actor,
    detail: { amountRupiah, reference, of: `refund:${id}` },
  })
  await closeTask(ctx, { key: refundTask(id), by: sender.by, resolution: reference ?? 'sent' })
  await closeTask(ctx, {
    key: failedRefundTask(id, attempt - 1),
    by: sender.by,
    resolution: reference ?? 'sent',
  })
  await notifyBuyer(ctx, {
    orderId,
    about: `refund:${id}:${attempt}`,
    template: 'refund-sent',
    // a number of the card provider says nothing to the buyer or the buyer's bank
    data: {
      amountRupiah,
      reference: from === 'card' ? null : reference,
      ...(parcelId && { parcelId }),
      ...(from === 'card' && reference && isDisputeNumber(reference) && { isByBank: true }),
    },
  })
}

/** The key of the task that a failed attempt leaves open until the money is sent after all. */
export const failedRefundTask = (refundId: string, attempt: number): string =>
  `refund:${refundId}:failed:${attempt}`

/** The key of the task that a refund leaves which was made in the provider's console. */
export const consoleRefundTask = (providerRefundId: string): string => `card-refund:${providerRefundId}`

/** Keys of the tasks about what went back under a number of the provider. */
const providerTasks = (number: string): string[] => [consoleRefundTask(number), lostDisputeTask(number)]

/** What went back under a number of the provider is not all booked any more: its task asks again. */
export async function askAgain(ctx: Ctx, number: string): Promise<void> {
  for (const key of providerTasks(number)) await reopenTask(ctx, { key, resolution: number })
}

/** The key of the task that a dispute leaves which the buyer's bank has decided for the buyer. */
export const lostDisputeTask = (disputeId: string): string => `dispute:${disputeId}:lost`

/** A payment of which all is owed back is refunded once every part has been sent. */
async function finishPayment({ db }: Ctx, orderId: string): Promise<void> {
  await db
    .updateTable('payment')
    .set({ state: 'refunded' })
    .where('order_id', '=', orderId)
    .where('state', '=', 'refund-due')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('refund').where('order_id', '=', orderId).where('state', '<>', 'sent').select('id'),
        ),
      ),
    )
    .execute()
}
