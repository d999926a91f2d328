import { sql } from 'kysely'
import { writeAudit } from '#app/domain/accounts/write-audit.server.ts'
import { postWrongAmount } from '#app/domain/ledger/post-wrong-amount.server.ts'
import { notifyBuyer } from '#app/domain/notices/queue-notice.server.ts'
import { recordEvent } from '#app/domain/orders/order-event.server.ts'
import { isBooked, isGivenUp } from '#app/domain/orders/order-status.ts'
import { closeTask, type EndedBefore, endedBefore } from '#app/domain/orders/staff-task.server.ts'
import { excessOf } from '#app/domain/orders/wrong-amount.ts'
import { newId } from '#app/lib/ids.ts'
import { ok, type Result, refuse } from '#app/lib/result.ts'
import { type StaffCtx, within } from '#app/platform/context.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { takeExact } from './confirm-transfer.server.ts'
import type { LockedPayment } from './lock-payment.server.ts'
import { lockWrongAmountTask } from './lock-wrong-amount-task.server.ts'
import { writeNoteTask } from './note-wrong-amount.server.ts'
import { amountOf } from './settle-payment.server.ts'

export interface ReturnWrongAmount {
  taskId: string
  /** What was sent, in whole rupiah: all that was noted, or what of it is more than the order's amount. */
  amountRupiah: number
  /** The bank's reference of the transfer, or when and how it went. */
  reference: string
}

/**
 * What became of the order by it: `returned`, nothing; `paid` and `refund-due`, what its money became once the excess had
 * gone back.
 */
export type Returned = 'returned' | 'paid' | 'refund-due'

export type ReturnRefusal =
  | { code: 'unknown-task' }
  /** It can still be paid, and no more than its amount is noted: the right amount ends the task. */
  | { code: 'order-open' }
  /** Somebody else has written down meanwhile that more or less came. */
  | { code: 'other-amount'; noted: number }
  /** The task has ended already, and not by this reference: what left under it is not written down. */
  | EndedBefore

/**
 * Staff sent back all that had come in another amount for an order that has ended, or beside what paid it; or the excess
 * for one that can be paid, or taken up again, and then the rest pays it. The buyer is told. It counts as gone from then
 * on. Refused of any other amount, and of a task that ended otherwise. Said twice, it is said once.
 * @see docs/decisions/0099-money-of-another-amount-is-in-the-books.md
 * @see docs/decisions/0105-an-excess-goes-back-by-its-proof.md
 */
export function returnWrongAmount(
  ctx: StaffCtx,
  { taskId, amountRupiah, reference }: ReturnWrongAmount,
): Promise<Result<{ outcome: Returned; repeated: boolean }, ReturnRefusal>> {
  return inTransaction(ctx.db, async (trx) => {
    const inside = within(ctx, trx)
    const task = await lockWrongAmountTask(inside, taskId)
    if (!task) return refuse({ code: 'unknown-task' })
    const { payment } = task
    if (task.resolvedAt) {
      if (task.resolution !== reference) return endedBefore(task.resolvedBy)
      return ok({ outcome: 'returned', repeated: true })
    }
    const excess = excessOf(payment, task.amountRupiah)
    const isOver = isGivenUp(payment.state) || isBooked(payment.state)
    if (!isOver && excess === null) return refuse({ code: 'order-open' })
    if (amountRupiah !== excess && !(isOver && amountRupiah === task.amountRupiah))
      return refuse({ code: 'other-amount', noted: task.amountRupiah })
    const isExcess = amountRupiah === excess
    const { key } = task
    await writeReturned(inside, { taskId, key, orderId: payment.orderId, amountRupiah, reference, isExcess })
    const outcome = isExcess ? await payWithRest(inside, payment) : 'returned'
    return ok({ outcome, repeated: false })
  })
}

/** What is left is the order's own amount. */
async function payWithRest(ctx: StaffCtx, payment: LockedPayment): Promise<'paid' | 'refund-due'> {
  const { orderId } = payment
  const total = amountOf(payment)
  const rest = { amountRupiah: total, expectedRupiah: total, seenBy: ctx.actor.name }
  await writeNoteTask(ctx, `order:${orderId}:wrong-amount:${newId()}`, orderId, rest)
  return takeExact(ctx, payment, null)
}

interface WrittenReturn extends ReturnWrongAmount {
  key: string
  orderId: string
  isExcess: boolean
}

async function writeReturned(
  ctx: StaffCtx,
  { taskId, key, orderId, amountRupiah, reference, isExcess }: WrittenReturn,
): Promise<void> {
  const { userId: actor, name: by } = ctx.actor
  const about = `${key.slice(`order:${orderId}:`.length)}:returned`
  const detail = { amountRupiah, reference }
  await closeTask(ctx, { key, by, resolution: reference })
  await ctx.db
    .updateTable('staff_task')
    .set({ detail: sql`detail || ${JSON.stringify({ returnedRupiah: amountRupiah })}::jsonb` })
    .where('key', '=', key)
    .execute()
  await postWrongAmount(ctx, { key: `order:${orderId}:${about}`, orderId, rupiah: -amountRupiah })
  await recordEvent(ctx, { orderId, kind: 'refund-sent', actor, detail: { ...detail, of: `task:${taskId}` } })
  await notifyBuyer(ctx, {
    orderId,
    about,
    template: 'refund-sent',
    data: { ...detail, ...(isExcess && { isExcess }) },
  })
  await writeAudit(ctx, {
    action: 'return-wrong-amount',
    subject: `order:${orderId}`,
    after: detail,
  })
}
