import { sql } from 'kysely'
import { writeAudit } from '#app/domain/accounts/write-audit.server.ts'
import { postWrongAmount } from '#app/domain/ledger/post-wrong-amount.server.ts'
import { notifyBuyer } from '#app/domain/notices/queue-notice.server.ts'
import { recordEvent } from '#app/domain/orders/order-event.server.ts'
import { isBooked, isGivenUp } from '#app/domain/orders/order-status.ts'
import { closeTask, type TaskKind } from '#app/domain/orders/staff-task.server.ts'
import { ok, type Result, refuse } from '#app/lib/result.ts'
import { type Ctx, type StaffCtx, within } from '#app/platform/context.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { lockPayment } from './lock-payment.server.ts'

export interface ReturnWrongAmount {
  taskId: string
  /** What was sent: all that was noted, in whole rupiah. */
  amountRupiah: number
  /** The bank's reference of the transfer, or when and how it went. */
  reference: string
}

export type ReturnRefusal =
  | { code: 'unknown-task' }
  /** It can still be paid: the right amount ends the task. */
  | { code: 'order-open' }
  /** Somebody else has written down meanwhile that more or less came. */
  | { code: 'other-amount'; noted: number }

/**
 * Staff sent back all that had come in another amount for an order that has ended, or beside what paid it; the buyer is
 * told. It counts as gone from then on. Refused while the order can be paid, and of another amount than is noted. Said
 * twice, it is said once.
 * @see docs/decisions/0099-money-of-another-amount-is-in-the-books.md
 */
export function returnWrongAmount(
  ctx: StaffCtx,
  { taskId, amountRupiah, reference }: ReturnWrongAmount,
): Promise<Result<{ repeated: boolean }, ReturnRefusal>> {
  return inTransaction(ctx.db, async (trx) => {
    const inside = within(ctx, trx)
    const found = await findNoteOf(inside, taskId)
    const payment = found?.orderId ? await lockPayment(inside, found.orderId) : null
    // another amount may have been noted before the payment was locked
    const task = payment && (await findNoteOf(inside, taskId))
    if (!payment || !task) return refuse({ code: 'unknown-task' })
    if (task.resolvedAt) return ok({ repeated: true })
    if (!isGivenUp(payment.state) && !isBooked(payment.state)) return refuse({ code: 'order-open' })
    if (task.amountRupiah !== amountRupiah) return refuse({ code: 'other-amount', noted: task.amountRupiah })
    await writeReturned(inside, { key: task.key, orderId: payment.orderId, amountRupiah, reference })
    return ok({ repeated: false })
  })
}

const findNoteOf = ({ db }: Ctx, taskId: string) =>
  db
    .selectFrom('staff_task')
    .where('id', '=', taskId)
    .where('kind', '=', 'wrong-amount' satisfies TaskKind)
    .select([
      'key',
      'order_id as orderId',
      'resolved_at as resolvedAt',
      sql<number>`(detail ->> 'amountRupiah')::bigint`.as('amountRupiah'),
    ])
    .executeTakeFirst()

async function writeReturned(
  ctx: StaffCtx,
  {
    key,
    orderId,
    amountRupiah,
    reference,
  }: Omit<ReturnWrongAmount, 'taskId'> & { key: string; orderId: string },
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
  await recordEvent(ctx, { orderId, kind: 'refund-sent', actor, detail })
  await notifyBuyer(ctx, { orderId, about, template: 'refund-sent', data: detail })
  await writeAudit(ctx, {
    action: 'return-wrong-amount',
    subject: `order:${orderId}`,
    after: detail,
  })
}
