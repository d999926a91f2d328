import { groupOf, raiseTask } from '#app/domain/orders/staff-task.server.ts'
import { newId } from '#app/lib/ids.ts'
import type { Ctx } from '#app/platform/context.server.ts'

export type RefundReason = 'declined' | 'paid-after-expiry' | 'paid-after-cancel' | 'complaint'

export interface OwedRefund {
  orderId: string
  /** null: the whole order. */
  parcelId: string | null
  amountRupiah: number
  reason: RefundReason
}

/** Writes down what a buyer is to get back and asks staff to send it. Posted to the books by the caller. */
export async function oweRefund(
  ctx: Ctx,
  { orderId, parcelId, amountRupiah, reason }: OwedRefund,
): Promise<void> {
  const id = newId()
  await ctx.db
    .insertInto('refund')
    .values({ id, order_id: orderId, parcel_id: parcelId, amount_rupiah: amountRupiah, reason })
    .execute()
  await raiseTask(ctx, {
    key: refundTask(id),
    kind: 'refund-due',
    orderId,
    detail: { refundId: id, amountRupiah, reason, ...(parcelId && (await groupOf(ctx, parcelId))) },
  })
}

/** The key of the task that a refund leaves open until it is sent. */
export const refundTask = (refundId: string): string => `refund:${refundId}:due`
