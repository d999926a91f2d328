import { sql } from 'kysely'
import { writeAudit } from '#app/domain/accounts/write-audit.server.ts'
import { postWrongAmount } from '#app/domain/ledger/post-wrong-amount.server.ts'
import { recordEvent } from '#app/domain/orders/order-event.server.ts'
import type { TaskKind } from '#app/domain/orders/staff-task.server.ts'
import { newId } from '#app/lib/ids.ts'
import { ok, type Result, refuse } from '#app/lib/result.ts'
import { type Ctx, type StaffCtx, within } from '#app/platform/context.server.ts'
import { inTransaction, moment } from '#app/platform/db.server.ts'
import { lockPayment } from './lock-payment.server.ts'

export interface ReturnToErased {
  orderId: string
  /** What came and was sent back to the account it came from, in whole rupiah. */
  amountRupiah: number
  /** The bank's reference of the transfer back. */
  reference: string
}

/** Unknown is also an order whose buyer is not erased, or that no transfer could pay: their money is noted elsewhere. */
export type ReturnToErasedRefusal = { code: 'unknown-order' } | { code: 'nothing-came' }

/**
 * Money came for an order whose buyer is erased, and staff sent it back: both are written down at once, since whatever
 * the amount it pays nothing, and nobody can be told or asked. Said twice of one reference, it is said once.
 * @see docs/decisions/0102-an-erased-buyer-leaves-the-order.md
 */
export function returnToErased(
  ctx: StaffCtx,
  returned: ReturnToErased,
): Promise<Result<{ repeated: boolean }, ReturnToErasedRefusal>> {
  return inTransaction(ctx.db, async (trx) => {
    const inside = within(ctx, trx)
    const payment = await lockPayment(inside, returned.orderId)
    if (!payment?.isErased || payment.method !== 'transfer') return refuse({ code: 'unknown-order' })
    if (returned.amountRupiah <= 0) return refuse({ code: 'nothing-came' })
    if (await wasSaid(inside, returned)) return ok({ repeated: true })
    await write(inside, returned)
    return ok({ repeated: false })
  })
}

const KIND: TaskKind = 'wrong-amount'

async function wasSaid({ db }: Ctx, { orderId, reference }: ReturnToErased): Promise<boolean> {
  const task = await db
    .selectFrom('staff_task')
    .where('order_id', '=', orderId)
    .where('kind', '=', KIND)
    .where('resolution', '=', reference)
    .where(sql<boolean>`detail ? 'returnedRupiah'`)
    .select('id')
    .executeTakeFirst()
  return task !== undefined
}

/** A task that has ended keeps it, as it keeps all money of another amount that went back: it can bounce. */
async function write(ctx: StaffCtx, { orderId, amountRupiah, reference }: ReturnToErased): Promise<void> {
  const taskId = newId()
  const key = `order:${orderId}:wrong-amount:${newId()}`
  const { userId: actor, name: by } = ctx.actor
  await ctx.db
    .insertInto('staff_task')
    .values({
      id: taskId,
      key,
      kind: KIND,
      order_id: orderId,
      detail: JSON.stringify({ amountRupiah, returnedRupiah: amountRupiah, seenBy: by }),
      resolved_at: moment(),
      resolved_by: by,
      resolution: reference,
    })
    .execute()
  await postWrongAmount(ctx, { key, orderId, rupiah: amountRupiah })
  await postWrongAmount(ctx, { key: `${key}:returned`, orderId, rupiah: -amountRupiah })
  const detail = { amountRupiah, reference }
  await recordEvent(ctx, { orderId, kind: 'refund-sent', actor, detail: { ...detail, of: `task:${taskId}` } })
  await writeAudit(ctx, { action: 'return-wrong-amount', subject: `order:${orderId}`, after: detail })
}
