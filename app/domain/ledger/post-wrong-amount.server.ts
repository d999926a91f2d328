import type { Ctx } from '#app/platform/context.server.ts'
import { post } from './post.server.ts'

export interface WrongAmountPosting {
  /** What happened, named so that it is posted once. */
  key: string
  orderId: string
  /** Whole rupiah; below zero where it left, was a slip, or became part of what paid the order. */
  rupiah: number
}

/**
 * Money of another amount than an order's came into the bank, or is no longer kept apart there.
 * @returns false when nothing moves, or it had been posted before
 * @see docs/decisions/0099-money-of-another-amount-is-in-the-books.md
 */
export const postWrongAmount = (ctx: Ctx, { key, orderId, rupiah }: WrongAmountPosting): Promise<boolean> =>
  post(ctx, {
    key,
    kind: 'wrong-amount',
    orderId,
    entries: [
      { account: 'bank', rupiah },
      { account: 'wrong-amount', rupiah: -rupiah },
    ],
  })
