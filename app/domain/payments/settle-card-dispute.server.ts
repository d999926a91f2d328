import { sql } from 'kysely'
import { type OrderEventKind, recordEvent } from '#app/domain/orders/order-event.server.ts'
import { addToTask, closeTask, raiseTask } from '#app/domain/orders/staff-task.server.ts'
import { type Ctx, within } from '#app/platform/context.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import type { JsonObject } from '#db/schema.ts'
import { isAllBooked, lockBookedUnder } from './booked-under.server.ts'
import { CARD_UNCLEAR, type CardDisputeTruth } from './card.ts'
import { lockPayment } from './lock-payment.server.ts'
import { lostDisputeTask } from './mark-refund-sent.server.ts'
import { findOrderOfCardPayment } from './order-of-card-payment.server.ts'
import { doubtFailedRefunds, writeFailed } from './refund-failed.server.ts'

type DisputeNotice = Pick<CardDisputeTruth, 'disputeId' | 'paymentIntentId'>

/**
 * The buyer's bank disputes a payment: staff are asked to look, before the provider has been asked for more. Noticed
 * again, it adds nothing. Only a person can answer a dispute, at the provider.
 * @see docs/decisions/0111-what-the-provider-refuses-is-looked-up.md
 */
export function noteCardDispute(ctx: Ctx, notice: DisputeNotice): Promise<void> {
  return inTransaction(ctx.db, async (trx) => {
    await raise(within(ctx, trx), notice)
  })
}

/**
 * Makes an order follow what the provider says of a dispute now; told as often and in whatever order. Won, it asks for
 * nothing more, and what was booked as gone back by it is owed again; lost, the money has left by the buyer's bank, which
 * staff are told even if they had ended the first task, unless all of it is booked.
 */
export function settleCardDispute(ctx: Ctx, truth: CardDisputeTruth): Promise<void> {
  return inTransaction(ctx.db, async (trx) => {
    const inside = within(ctx, trx)
    const orderId = await raise(inside, truth)
    const key = taskOf(truth)
    const detail = known(truth)
    if (truth.state === 'open') {
      await addToTask(inside, key, detail)
      return
    }
    if (orderId) await recordOnce(inside, orderId, `dispute-${truth.state}`, truth)
    // won before, it may be lost after all
    if (orderId && truth.state === 'lost') await doubtFailedRefunds(inside, orderId)
    const lost = lostDisputeTask(truth.disputeId)
    await closeTask(inside, { key, by: 'Anyam', resolution: truth.state })
    if (truth.state === 'lost' && !(await isAllBooked(inside, truth.disputeId, truth.amount))) {
      await raiseTask(inside, {
        key: lost,
        kind: 'card-dispute',
        orderId,
        detail: { ...detail, isLost: true },
      })
    }
    if (truth.state === 'won') {
      await closeTask(inside, { key: lost, by: 'Anyam', resolution: truth.state })
      for (const refund of await lockBookedUnder(inside, truth.disputeId))
        await writeFailed(inside, refund, { actor: 'card', reason: CARD_UNCLEAR })
    }
  })
}

const taskOf = ({ disputeId }: DisputeNotice): string => `dispute:${disputeId}`

const known = ({ disputeId, amount, answerBy }: CardDisputeTruth): JsonObject => ({
  disputeId,
  amountRupiah: amount,
  answerBy: answerBy?.toISOString() ?? null,
})

/** Asks a person to look, once. @returns the order it is about, locked behind its payment */
async function raise(ctx: Ctx, notice: DisputeNotice): Promise<string | null> {
  const { disputeId, paymentIntentId } = notice
  const orderId = await findOrderOfCardPayment(ctx, paymentIntentId)
  if (orderId) await lockPayment(ctx, orderId)
  const isNews = await raiseTask(ctx, {
    key: taskOf(notice),
    kind: 'card-dispute',
    orderId,
    detail: { disputeId },
  })
  if (isNews && orderId) {
    await recordOnce(ctx, orderId, 'disputed', notice)
    await doubtFailedRefunds(ctx, orderId)
  }
  return orderId
}

async function recordOnce(
  ctx: Ctx,
  orderId: string,
  kind: OrderEventKind,
  { disputeId }: DisputeNotice,
): Promise<void> {
  const last = await ctx.db
    .selectFrom('order_event')
    .where('order_id', '=', orderId)
    .where(sql`detail ->> 'disputeId'`, '=', disputeId)
    .orderBy('id', 'desc')
    .limit(1)
    .select('kind')
    .executeTakeFirst()
  if (last?.kind !== kind) await recordEvent(ctx, { orderId, kind, actor: 'card', detail: { disputeId } })
}
