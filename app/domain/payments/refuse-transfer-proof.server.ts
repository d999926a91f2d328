import { sql } from 'kysely'
import { writeAudit } from '#app/domain/accounts/write-audit.server.ts'
import { notifyBuyer } from '#app/domain/notices/queue-notice.server.ts'
import { PROOF_RETRY_HOURS } from '#app/domain/orders/deadlines.ts'
import { recordEvent } from '#app/domain/orders/order-event.server.ts'
import { keepTransferTotal } from '#app/domain/orders/transfer-total.server.ts'
import { ok, type Result, refuse } from '#app/lib/result.ts'
import { type StaffCtx, within } from '#app/platform/context.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { lockPayment } from './lock-payment.server.ts'

/**
 * Staff could not find the money, or read the picture. The buyer is told why and has six hours at the least to answer.
 * Refused when no proof waits.
 * @see docs/decisions/0034-late-money.md
 */
export function refuseTransferProof(
  ctx: StaffCtx,
  { orderId, reason }: { orderId: string; reason: string },
): Promise<Result<{ payUntil: Date }, { code: 'unknown-order' } | { code: 'no-proof' }>> {
  return inTransaction(ctx.db, async (trx) => {
    const inside = within(ctx, trx)
    const payment = await lockPayment(inside, orderId)
    if (!payment) return refuse({ code: 'unknown-order' })
    if (payment.state !== 'proof-sent') return refuse({ code: 'no-proof' })
    const { expires_at: payUntil } = await trx
      .updateTable('payment')
      .set({
        state: 'awaiting',
        proof_refused_reason: reason,
        expires_at: sql`greatest(expires_at, moment() + make_interval(hours => ${PROOF_RETRY_HOURS}))`,
      })
      .where('order_id', '=', orderId)
      .returning('expires_at')
      .executeTakeFirstOrThrow()
    await keepTransferTotal(inside, orderId, payUntil)
    await recordEvent(inside, { orderId, kind: 'proof-refused', actor: ctx.actor.userId, detail: { reason } })
    const about = `proof-refused:${payment.proofImageKey}`
    await notifyBuyer(inside, { orderId, about, template: 'proof-refused', data: { reason } })
    await writeAudit(inside, { action: 'refuse-transfer-proof', subject: `order:${orderId}`, reason })
    return ok({ payUntil })
  })
}
