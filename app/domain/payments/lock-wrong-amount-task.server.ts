import { sql } from 'kysely'
import type { TaskKind } from '#app/domain/orders/staff-task.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { type LockedPayment, lockPayment } from './lock-payment.server.ts'

export interface LockedWrongAmountTask {
  key: string
  resolvedAt: Date | null
  resolvedBy: string | null
  /** How it ended: the bank's reference where the money went back. */
  resolution: string | null
  /** What was noted, in whole rupiah. */
  amountRupiah: number
  /** What of it went back; null while nothing has, and once it has bounced. */
  returnedRupiah: number | null
  hasBounced: boolean
  payment: LockedPayment
}

/** Reads a task about money of another amount behind its payment's lock, so that what two people do with it takes turns. */
export async function lockWrongAmountTask(ctx: Ctx, taskId: string): Promise<LockedWrongAmountTask | null> {
  const tasks = ctx.db
    .selectFrom('staff_task')
    .where('id', '=', taskId)
    .where('kind', '=', 'wrong-amount' satisfies TaskKind)
  const found = await tasks.select('order_id as orderId').executeTakeFirst()
  const payment = found?.orderId ? await lockPayment(ctx, found.orderId) : null
  if (!payment) return null
  const task = await tasks
    .select([
      'key',
      'resolved_at as resolvedAt',
      'resolved_by as resolvedBy',
      'resolution',
      sql<number>`(detail ->> 'amountRupiah')::bigint`.as('amountRupiah'),
      sql<number | null>`(detail ->> 'returnedRupiah')::bigint`.as('returnedRupiah'),
      sql<boolean>`detail ? 'bouncedRupiah'`.as('hasBounced'),
    ])
    .executeTakeFirstOrThrow()
  return { ...task, payment }
}
