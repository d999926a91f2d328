import type { Ctx } from '#app/platform/context.server.ts'
import type { MoneyAccount } from './account.ts'
import { post } from './post.server.ts'

export interface RefundPosting {
  refundId: string
  /** Each try that failed raises it by one. */
  attempt: number
  orderId: string
  parcelId: string | null
  from: MoneyAccount
  amountRupiah: number
}

/** The buyer's money left for the buyer. */
export const postRefund = (ctx: Ctx, refund: RefundPosting): Promise<boolean> =>
  post(ctx, { ...common(refund, 'sent'), kind: 'refund', entries: entries(refund, 1) })

/** It came back: the buyer is still owed. */
export const postRefundFailed = (ctx: Ctx, refund: RefundPosting): Promise<boolean> =>
  post(ctx, { ...common(refund, 'failed'), kind: 'refund-failed', entries: entries(refund, -1) })

const common = ({ refundId, attempt, orderId, parcelId }: RefundPosting, word: string) => ({
  key: `refund:${refundId}:${word}:${attempt}`,
  orderId,
  parcelId: parcelId ?? undefined,
})

const entries = ({ from, amountRupiah }: RefundPosting, sign: 1 | -1) => [
  { account: 'refunds-due' as const, rupiah: sign * amountRupiah },
  { account: from, rupiah: -sign * amountRupiah },
]
