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

type Goods = readonly { mode: SaleMode }[]

/** What becomes of the ready pieces of a parcel that is called off; null where all were made to order. */
export function soldAgainWords(reason: string, goods: Goods): string | null {
  if (!isReason(reason)) return null
  return isStillSellable(reason)
    ? ofReady(goods, m.console_decline_sold_again, m.console_decline_ready_sold_again)
    : ofReady(goods, m.console_decline_not_sold_again, m.console_decline_ready_not_sold_again)
}

/** The same before there is a reason. */
export const soldAgainUnless = (goods: Goods): string | null =>
  ofReady(goods, m.console_decline_sold_again_unless, m.console_decline_ready_sold_again_unless)

/** Where ready pieces travel with others it is said of which is spoken. */
function ofReady(goods: Goods, all: () => string, some: () => string): string | null {
  const readyCount = goods.filter(({ mode }) => mode === 'ready').length
  if (readyCount === 0) return null
  return readyCount === goods.length ? all() : some()
}
