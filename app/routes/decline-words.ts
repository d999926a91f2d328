import { type DeclineReason, isStillSellable } from '#app/domain/fulfilment/parcel.ts'
import type { SaleMode } from '#app/domain/stock/hold.ts'
import { m } from '#app/paraglide/messages.js'

/** Why a parcel was called off. */
export const REASON_WORDS: Record<DeclineReason, () => string> = {
  'out-of-stock': m.console_decline_out_of_stock,
  damaged: m.console_decline_damaged,
  'too-late': m.console_decline_too_late,
  'cannot-ship': m.console_decline_cannot_ship,
  'buyer-asked': m.console_decline_buyer_asked,
  other: m.console_decline_other,
}

const isReason = (text: string): text is DeclineReason => Object.hasOwn(REASON_WORDS, text)

/** The words for a reason as it was recorded; what is no reason of ours is somebody's own words already. */
export const reasonWords = (reason: string): string => (isReason(reason) ? REASON_WORDS[reason]() : reason)

/** What becomes of the finished pieces of a parcel that is called off; null where all are still to be woven. */
export function soldAgainWords(reason: string, goods: readonly { mode: SaleMode }[]): string | null {
  const readyCount = goods.filter(({ mode }) => mode === 'ready').length
  if (!isReason(reason) || readyCount === 0) return null
  if (readyCount === goods.length) {
    return isStillSellable(reason) ? m.console_decline_sold_again() : m.console_decline_not_sold_again()
  }
  return isStillSellable(reason)
    ? m.console_decline_finished_sold_again()
    : m.console_decline_finished_not_sold_again()
}
