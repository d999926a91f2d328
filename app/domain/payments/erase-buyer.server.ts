import { sql } from 'kysely'
import { writeAudit } from '#app/domain/accounts/write-audit.server.ts'
import { forgetImages } from '#app/domain/catalogue/keep-image.server.ts'
import { eraseParcelNotes } from '#app/domain/fulfilment/order-parcels.server.ts'
import { openProblem } from '#app/domain/ledger/open-problem.server.ts'
import { forgetBuyerNotices } from '#app/domain/notices/queue-notice.server.ts'
import { eraseOrder } from '#app/domain/orders/erase-order.server.ts'
import { forgetQuestionsAbout, hasOpenQuestion } from '#app/domain/questions/questions-about-order.server.ts'
import { ok, type Result, refuse } from '#app/lib/result.ts'
import { type Ctx, type StaffCtx, within } from '#app/platform/context.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { enqueue } from '#app/platform/queue.server.ts'
import { lockPayment } from './lock-payment.server.ts'

export type EraseBuyerRefusal =
  | { code: 'unknown-order' }
  /** Something is still to be paid, sent, settled or given back, and until then the buyer must be reachable. */
  | { code: 'not-at-rest' }
  /** Somebody who named the order waits for an answer, which goes to what the question says. */
  | { code: 'question-open' }

/**
 * Forgets who placed an order, because they asked: name, number, addresses, notes, letters, photos of receipts, and the
 * answered questions that name it. The books, the pieces and the kecamatan stay, so that no figure changes. Asked twice,
 * it is done once. It cannot be undone.
 * @see docs/decisions/0091-an-erased-buyer-leaves-figures.md, 0102-an-erased-buyer-leaves-the-order.md
 */
export function eraseBuyer(
  ctx: StaffCtx,
  { orderId }: { orderId: string },
): Promise<Result<{ repeated: boolean }, EraseBuyerRefusal>> {
  return inTransaction(ctx.db, async (trx) => {
    const inside = within(ctx, trx)
    const payment = await lockPayment(inside, orderId)
    if (!payment) return refuse({ code: 'unknown-order' })
    if (payment.isErased) return ok({ repeated: true })
    if (!(await isAtRest(inside, orderId))) return refuse({ code: 'not-at-rest' })
    if (await hasOpenQuestion(inside, orderId)) return refuse({ code: 'question-open' })
    await erase(inside, orderId)
    return ok({ repeated: false })
  })
}

async function erase(ctx: StaffCtx, orderId: string): Promise<void> {
  await ctx.db
    .updateTable('payment')
    .set({ proof_image_key: null, proof_refused_reason: null, paid_note: null })
    .where('order_id', '=', orderId)
    .execute()
  const imageKeys = await forgetImages(ctx, await listProofKeys(ctx, orderId))
  if (imageKeys.length > 0) await enqueue(ctx.db, 'remove-proofs', { imageKeys })
  await eraseOrder(ctx, orderId)
  await eraseParcelNotes(ctx, orderId)
  await forgetBuyerNotices(ctx, orderId)
  await forgetQuestionsAbout(ctx, orderId)
  await writeAudit(ctx, { action: 'erase-buyer', subject: `order:${orderId}` })
}

/** Whether nothing of the order is left to do, for anybody. */
async function isAtRest({ db }: Ctx, orderId: string): Promise<boolean> {
  const { rows } = await sql<{ isAtRest: boolean }>`
    select
      exists (select from payment where order_id = ${orderId}
        and state in ('paid', 'expired', 'cancelled', 'refunded'))
      and not exists (select from parcel where order_id = ${orderId}
        and (state in ('waiting', 'open', 'accepted', 'packed', 'dispatched')
          or ${openProblem('parcel')}))
      and not exists (select from refund where order_id = ${orderId} and state <> 'sent')
      and not exists (select from staff_task where order_id = ${orderId} and resolved_at is null) as "isAtRest"
  `.execute(db)
  return rows[0]?.isAtRest ?? false
}

/** Every photo of a receipt the buyer ever sent for the order, those replaced by a better one too. */
async function listProofKeys({ db }: Ctx, orderId: string): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select distinct detail ->> 'imageKey' as key from order_event
    where order_id = ${orderId} and kind = 'proof-sent' and detail ? 'imageKey' order by key
  `.execute(db)
  return rows.map(({ key }) => key)
}
