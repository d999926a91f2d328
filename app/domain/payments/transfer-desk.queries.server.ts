import type { PaymentState } from '#app/domain/orders/order-status.ts'
import type { StaffCtx } from '#app/platform/context.server.ts'

/** Orders given up whose buyers say that they have paid after all. */
export const listLateTransfers = ({ db }: StaffCtx) =>
  db
    .selectFrom('payment')
    .innerJoin('shop_order as o', 'o.id', 'payment.order_id')
    .leftJoin('receiving_account as account', 'account.id', 'payment.receiving_account_id')
    .where('payment.method', '=', 'transfer')
    .where('payment.state', 'in', ['expired', 'cancelled'])
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('staff_task as task')
          .whereRef('task.order_id', '=', 'payment.order_id')
          .where('task.kind', '=', 'late-money')
          .where('task.resolved_at', 'is', null)
          .select('task.id'),
      ),
    )
    .orderBy('payment.proof_sent_at')
    .select((eb) => [
      'payment.order_id as orderId',
      'o.code as orderCode',
      'o.buyer_name as buyerName',
      'o.buyer_phone as buyerPhone',
      'o.is_demo as isDemo',
      eb.ref('payment.state').$castTo<PaymentState>().as('state'),
      eb.ref('payment.total_rupiah').$notNull().as('totalRupiah'),
      'payment.unique_code_rupiah as uniqueCodeRupiah',
      'payment.expires_at as expiresAt',
      'payment.proof_image_key as proofImageKey',
      'payment.proof_sent_at as proofSentAt',
      'account.bank',
      'account.number as accountNumber',
    ])
    .execute()

/** Where the files of some proofs of transfer are, by key. */
export async function listProofs({ db }: StaffCtx, keys: readonly (string | null)[]) {
  const known = keys.filter((key) => key !== null)
  if (known.length === 0) return []
  return db
    .selectFrom('image')
    .where('key', 'in', known)
    .select((eb) => [
      'key',
      eb.ref('source').$castTo<'bundled' | 'stored'>().as('source'),
      'width',
      'height',
      'widths',
      'is_illustration as isIllustration',
    ])
    .execute()
}
