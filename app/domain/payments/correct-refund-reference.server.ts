import { writeAudit } from '#app/domain/accounts/write-audit.server.ts'
import { notifyBuyer } from '#app/domain/notices/queue-notice.server.ts'
import { newId } from '#app/lib/ids.ts'
import { ok, type Result, refuse } from '#app/lib/result.ts'
import { type StaffCtx, within } from '#app/platform/context.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { lockRefund } from './lock-refund.server.ts'

export type CorrectReferenceRefusal =
  | { code: 'unknown-refund' }
  /** Not sent, come back, or gone back to the card by itself. */
  | { code: 'nothing-to-correct' }
  | { code: 'unchanged' }

/**
 * The reference under which a buyer's money was sent back was mistyped, and the buyer may ask the bank for it: the right
 * one takes its place, and the buyer is told. Refused unless the money is on its way under another reference.
 */
export function correctRefundReference(
  ctx: StaffCtx,
  { refundId, reference }: { refundId: string; reference: string },
): Promise<Result<null, CorrectReferenceRefusal>> {
  return inTransaction(ctx.db, async (trx) => {
    const inside = within(ctx, trx)
    const refund = await lockRefund(inside, refundId)
    if (!refund) return refuse({ code: 'unknown-refund' })
    const { orderId, amountRupiah, state, bankReference } = refund
    if (state !== 'sent' || !bankReference) return refuse({ code: 'nothing-to-correct' })
    if (bankReference === reference) return refuse({ code: 'unchanged' })
    await trx.updateTable('refund').set({ bank_reference: reference }).where('id', '=', refundId).execute()
    await writeAudit(inside, {
      action: 'correct-refund-reference',
      subject: `refund:${refundId}`,
      before: { reference: bankReference },
      after: { reference },
    })
    await notifyBuyer(inside, {
      orderId,
      // mistyped twice is told twice
      about: `refund:${refundId}:reference:${newId()}`,
      template: 'refund-sent',
      data: { amountRupiah, reference, isCorrection: true },
    })
    return ok(null)
  })
}
