import type { MoneyAccount } from '#app/domain/ledger/account.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { type LockedPayment, lockPayment } from './lock-payment.server.ts'

export type RefundState = 'due' | 'sent' | 'failed'

export interface LockedRefund {
  id: string
  orderId: string
  parcelId: string | null
  amountRupiah: number
  state: RefundState
  attempt: number
  sentFrom: MoneyAccount | null
  sentBy: string | null
  cardRefundId: string | null
  bankReference: string | null
  /** Staff look at the card provider before it is sent. */
  isUnclear: boolean
  payment: LockedPayment
}

/** Locks a refund behind its payment, so that two refunds of one order take turns. */
export async function lockRefund(ctx: Ctx, refundId: string): Promise<LockedRefund | null> {
  const found = await ctx.db
    .selectFrom('refund')
    .where('id', '=', refundId)
    .select('order_id')
    .executeTakeFirst()
  const payment = found && (await lockPayment(ctx, found.order_id))
  if (!payment) return null
  const refund = await ctx.db
    .selectFrom('refund')
    .where('id', '=', refundId)
    .forUpdate()
    .select((eb) => [
      'id',
      'order_id as orderId',
      'parcel_id as parcelId',
      'amount_rupiah as amountRupiah',
      eb.ref('state').$castTo<RefundState>().as('state'),
      'attempt',
      eb.ref('sent_from').$castTo<MoneyAccount | null>().as('sentFrom'),
      'sent_by as sentBy',
      'card_refund_id as cardRefundId',
      'bank_reference as bankReference',
      'card_unclear as isUnclear',
    ])
    .executeTakeFirstOrThrow()
  return { ...refund, payment }
}
