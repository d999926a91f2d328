import { writeAudit } from '#app/domain/accounts/write-audit.server.ts'
import { notifyBuyer } from '#app/domain/notices/queue-notice.server.ts'
import { newId } from '#app/lib/ids.ts'
import { ok, type Result, refuse } from '#app/lib/result.ts'
import { type StaffCtx, within } from '#app/platform/context.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { lockRefund } from './lock-refund.server.ts'
import { lockWrongAmountTask } from './lock-wrong-amount-task.server.ts'

export type CorrectReferenceRefusal =
  | { code: 'unknown-refund' }
  /** Not sent, come back, gone back to the card, or on its way under another reference than was seen. */
  | { code: 'nothing-to-correct' }
  | { code: 'unchanged' }

interface NewReference {
  reference: string
  /** The mistyped one. */
  seen: string
}

/**
 * The reference under which a buyer's money was sent back was mistyped, and the buyer may ask the bank for it: the right
 * one takes its place, and the buyer is told. Refused unless the money is on its way under the one that was seen.
 */
export function correctRefundReference(
  ctx: StaffCtx,
  { refundId, reference, seen }: NewReference & { refundId: string },
): Promise<Result<null, CorrectReferenceRefusal>> {
  return inTransaction(ctx.db, async (trx) => {
    const inside = within(ctx, trx)
    const refund = await lockRefund(inside, refundId)
    if (!refund) return refuse({ code: 'unknown-refund' })
    const { orderId, parcelId, amountRupiah, state, sentFrom, bankReference } = refund
    if (state !== 'sent' || bankReference !== seen || sentFrom === 'card')
      return refuse({ code: 'nothing-to-correct' })
    if (seen === reference) return refuse({ code: 'unchanged' })
    await trx.updateTable('refund').set({ bank_reference: reference }).where('id', '=', refundId).execute()
    await writeCorrected(inside, {
      orderId,
      parcelId,
      amountRupiah,
      reference,
      subject: `refund:${refundId}`,
      before: seen,
    })
    return ok(null)
  })
}

/** The same of money of another amount that went back. Refused unless it did, and has not bounced since. */
export function correctReturnReference(
  ctx: StaffCtx,
  { taskId, reference, seen }: NewReference & { taskId: string },
): Promise<
  Result<null, { code: 'unknown-task' } | Exclude<CorrectReferenceRefusal, { code: 'unknown-refund' }>>
> {
  return inTransaction(ctx.db, async (trx) => {
    const inside = within(ctx, trx)
    const task = await lockWrongAmountTask(inside, taskId)
    if (!task) return refuse({ code: 'unknown-task' })
    const { returnedRupiah, resolution } = task
    if (returnedRupiah === null || resolution !== seen) return refuse({ code: 'nothing-to-correct' })
    if (seen === reference) return refuse({ code: 'unchanged' })
    await trx.updateTable('staff_task').set({ resolution: reference }).where('id', '=', taskId).execute()
    await writeCorrected(inside, {
      orderId: task.payment.orderId,
      amountRupiah: returnedRupiah,
      reference,
      subject: `task:${taskId}`,
      before: seen,
    })
    return ok(null)
  })
}

interface Corrected {
  orderId: string
  /** null or absent: it is of the whole order. */
  parcelId?: string | null
  amountRupiah: number
  /** The refund, or the task, under which it went. */
  subject: `refund:${string}` | `task:${string}`
  before: string
  reference: string
}

async function writeCorrected(
  ctx: StaffCtx,
  { orderId, parcelId, amountRupiah, subject, before, reference }: Corrected,
): Promise<void> {
  await writeAudit(ctx, {
    action: 'correct-refund-reference',
    subject,
    before: { reference: before },
    after: { reference },
  })
  await notifyBuyer(ctx, {
    orderId,
    // mistyped twice is told twice
    about: `${subject}:corrected:${newId()}`,
    template: 'refund-sent',
    data: { amountRupiah, reference, ...(parcelId && { parcelId }), isCorrection: true },
  })
}
