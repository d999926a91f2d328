import { sql } from 'kysely'
import type { PaymentState } from '#app/domain/orders/order-status.ts'
import {
  isLateProofWaiting,
  returnedAmountsOf,
  wrongAmountOf,
} from '#app/domain/orders/wrong-amount.queries.server.ts'
import type { Ctx, StaffCtx } from '#app/platform/context.server.ts'

export type ReceivingAccount = Awaited<ReturnType<typeof listReceivingAccounts>>[number]

/** Where the library receives transfers, its own accounts before the sample one. */
export function listReceivingAccounts({ db }: Ctx) {
  return db
    .selectFrom('receiving_account')
    .where('is_active', '=', true)
    .orderBy('is_demo')
    .orderBy('id')
    .select(['id', 'bank', 'number', 'holder', 'is_demo as isDemo'])
    .execute()
}

/** Transfers that staff look for in the bank account: those with a proof first, the longest waiting first. */
export function listTransfersToConfirm(ctx: StaffCtx) {
  return transferQuery(ctx)
    .where('payment.state', 'in', ['proof-sent', 'awaiting'])
    .orderBy(sql`payment.state = 'proof-sent'`, 'desc')
    .orderBy(sql`case when payment.state = 'proof-sent' then payment.proof_sent_at end`)
    .orderBy('payment.expires_at')
    .limit(200)
    .select('o.placed_at as placedAt')
    .execute()
}

/** What the buyer was told before the cost of sending was corrected, and may have paid. */
const totalBefore = sql<number | null>`(select former.total_rupiah from transfer_total as former
  where former.order_id = o.id
  order by lower(former.used) desc, former.total_rupiah = payment.total_rupiah desc offset 1 limit 1)`

/** Transfers as staff see them: `payment`, `o` order, `account` where the money goes. Only those with a total. */
export const transferQuery = ({ db }: StaffCtx) =>
  db
    .selectFrom('payment')
    .innerJoin('shop_order as o', 'o.id', 'payment.order_id')
    .leftJoin('receiving_account as account', 'account.id', 'payment.receiving_account_id')
    .where('payment.method', '=', 'transfer')
    .where('payment.total_rupiah', 'is not', null)
    .where('o.erased_at', 'is', null)
    .select((eb) => [
      'payment.order_id as orderId',
      'o.code as orderCode',
      'o.buyer_name as buyerName',
      'o.buyer_phone as buyerPhone',
      'o.is_demo as isDemo',
      eb.ref('payment.state').$castTo<PaymentState>().as('state'),
      eb.ref('payment.total_rupiah').$notNull().as('totalRupiah'),
      'payment.unique_code_rupiah as uniqueCodeRupiah',
      totalBefore.as('formerRupiah'),
      'payment.expires_at as expiresAt',
      sql<Date | null>`(select max(at) from order_event where order_id = o.id and kind in ('expired', 'cancelled'))`.as(
        'endedAt',
      ),
      'payment.paid_at as paidAt',
      'payment.proof_image_key as proofImageKey',
      'payment.proof_sent_at as proofSentAt',
      'payment.proof_refused_reason as proofRefusedReason',
      'account.bank',
      'account.number as accountNumber',
      wrongAmountOf(eb).as('wrongAmount'),
      returnedAmountsOf(eb).as('returnedAmounts'),
      isLateProofWaiting.as('isLateProofWaiting'),
    ])
