import { sql } from 'kysely'
import type { MoneyAccount } from '#app/domain/ledger/account.ts'
import type { PaymentMethod, PaymentState } from '#app/domain/orders/order-status.ts'
import type { Ctx } from '#app/platform/context.server.ts'

export interface LockedPayment {
  orderId: string
  method: PaymentMethod
  state: PaymentState
  /** Where the order goes: two letters, `ID` for Indonesia. */
  country: string
  goodsRupiah: number
  totalRupiah: number | null
  uniqueCodeRupiah: number
  receivingAccountId: string | null
  expiresAt: Date
  /** Its buyer asked to be forgotten: nothing of it is taken up again, and nobody can be told. */
  isErased: boolean
  /** By the database's clock. */
  isPastDue: boolean
  proofImageKey: string | null
  proofRefusedReason: string | null
  cardSessionId: string | null
  cardIntentId: string | null
  cardAttempt: number
}

/** Where the library finds the money of each way to pay. */
export const MONEY_ACCOUNT: Record<PaymentMethod, MoneyAccount> = {
  transfer: 'bank',
  card: 'card',
  pickup: 'cash',
}

/**
 * Locks an order's payment until the transaction ends. Everything that moves money, parcels and stock together begins
 * here, then goes on to parcels and to stock in id order, so that no two of them wait for each other.
 */
export async function lockPayment(ctx: Ctx, orderId: string): Promise<LockedPayment | null> {
  const payment = await ctx.db
    .selectFrom('payment')
    .innerJoin('shop_order', 'shop_order.id', 'payment.order_id')
    .where('payment.order_id', '=', orderId)
    .forUpdate('payment')
    .select((eb) => [
      'payment.order_id as orderId',
      eb.ref('payment.method').$castTo<PaymentMethod>().as('method'),
      eb.ref('payment.state').$castTo<PaymentState>().as('state'),
      'shop_order.country',
      'shop_order.goods_rupiah as goodsRupiah',
      'payment.total_rupiah as totalRupiah',
      'payment.unique_code_rupiah as uniqueCodeRupiah',
      'payment.receiving_account_id as receivingAccountId',
      'payment.expires_at as expiresAt',
      sql<boolean>`shop_order.erased_at is not null`.as('isErased'),
      sql<boolean>`payment.expires_at <= moment()`.as('isPastDue'),
      'payment.proof_image_key as proofImageKey',
      'payment.proof_refused_reason as proofRefusedReason',
      'payment.card_session_id as cardSessionId',
      'payment.card_intent_id as cardIntentId',
      'payment.card_attempt as cardAttempt',
    ])
    .executeTakeFirst()
  return payment ?? null
}
