import type { Ctx } from '#app/platform/context.server.ts'
import { groupPending, type MoneyAccount } from './account.ts'
import { groupAmount, type ParcelMoney } from './parcel-money.ts'
import { post } from './post.server.ts'

export interface PaymentPosting {
  orderId: string
  into: MoneyAccount
  totalRupiah: number
  uniqueCodeRupiah: number
  parcels: readonly ParcelMoney[]
}

/**
 * Money came for an order: each group's share waits for receipt, the fee is earned, the unique code is kept apart.
 * Amounts are whole rupiah; `totalRupiah` is what the parcels and the code come to.
 * @returns false when it had been posted before
 * @see docs/decisions/0033-the-books.md
 */
export function postPayment(
  ctx: Ctx,
  { orderId, into, totalRupiah, uniqueCodeRupiah, parcels }: PaymentPosting,
): Promise<boolean> {
  return post(ctx, {
    key: `order:${orderId}:payment`,
    kind: 'payment',
    orderId,
    entries: [
      { account: into, rupiah: totalRupiah },
      ...parcels.map((parcel) => ({ account: groupPending(parcel.groupId), rupiah: -groupAmount(parcel) })),
      { account: 'fee', rupiah: -parcels.reduce((fees, parcel) => fees + parcel.feeRupiah, 0) },
      { account: 'transfer-code', rupiah: -uniqueCodeRupiah },
    ],
  })
}

/** Money came for an order that can no longer be given: all of it is owed back. */
export function postLateMoney(
  ctx: Ctx,
  { orderId, into, amountRupiah }: { orderId: string; into: MoneyAccount; amountRupiah: number },
): Promise<boolean> {
  return post(ctx, {
    key: `order:${orderId}:late-money`,
    kind: 'late-money',
    orderId,
    entries: [
      { account: into, rupiah: amountRupiah },
      { account: 'refunds-due', rupiah: -amountRupiah },
    ],
  })
}
