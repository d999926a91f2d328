import { sql } from 'kysely'
import { writeAudit } from '#app/domain/accounts/write-audit.server.ts'
import { postWrongAmount } from '#app/domain/ledger/post-wrong-amount.server.ts'
import { notifyBuyer } from '#app/domain/notices/queue-notice.server.ts'
import { recordEvent } from '#app/domain/orders/order-event.server.ts'
import { newId } from '#app/lib/ids.ts'
import { ok, type Result, refuse } from '#app/lib/result.ts'
import { type StaffCtx, within } from '#app/platform/context.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import type { LockedPayment } from './lock-payment.server.ts'
import { lockWrongAmountTask } from './lock-wrong-amount-task.server.ts'
import { expectedOf, findCameBefore, writeNoteTask } from './note-wrong-amount.server.ts'

interface ReturnBounced {
  /** The task that ended when the money was said to have gone back. */
  taskId: string
  reason: string
}

/**
 * The bank gave back what staff had sent back of another amount: it is with the library again, noted together with what
 * is noted already, and the buyer is told. Refused where nothing of the task ever went back, and once that has been told.
 * @see docs/decisions/0103-money-that-comes-again-goes-back.md
 */
export function returnBounced(
  ctx: StaffCtx,
  { taskId, reason }: ReturnBounced,
): Promise<Result<null, { code: 'unknown-task' } | { code: 'told-before' }>> {
  return inTransaction(ctx.db, async (trx) => {
    const inside = within(ctx, trx)
    const task = await lockWrongAmountTask(inside, taskId)
    if (!task) return refuse({ code: 'unknown-task' })
    const { payment, returnedRupiah, hasBounced } = task
    if (returnedRupiah === null) return refuse({ code: hasBounced ? 'told-before' : 'unknown-task' })
    await writeBounced(inside, payment, { taskId, reason, amountRupiah: returnedRupiah })
    return ok(null)
  })
}

async function writeBounced(
  ctx: StaffCtx,
  payment: LockedPayment,
  { taskId, reason, amountRupiah }: ReturnBounced & { amountRupiah: number },
): Promise<void> {
  const { orderId } = payment
  const { userId: actor, name: seenBy } = ctx.actor
  const { noted } = await findCameBefore(ctx, orderId)
  const about = `wrong-amount:${newId()}`
  const key = `order:${orderId}:${about}`
  const bounced = JSON.stringify({ bouncedRupiah: amountRupiah })
  await ctx.db
    .updateTable('staff_task')
    .set({ detail: sql`detail - 'returnedRupiah' || ${bounced}::jsonb` })
    .where('id', '=', taskId)
    .execute()
  await writeNoteTask(ctx, key, orderId, {
    amountRupiah: noted + amountRupiah,
    expectedRupiah: expectedOf(payment),
    bounces: [{ amountRupiah, reason }],
    seenBy,
  })
  await postWrongAmount(ctx, { key, orderId, rupiah: amountRupiah })
  const detail = { amountRupiah, reason }
  await recordEvent(ctx, { orderId, kind: 'refund-failed', actor, detail })
  await notifyBuyer(ctx, {
    orderId,
    about,
    template: 'refund-failed',
    data: { amountRupiah, isOtherAmount: true },
  })
  await writeAudit(ctx, {
    action: 'return-bounced',
    subject: `order:${orderId}`,
    before: { amountRupiah },
    reason,
  })
}
