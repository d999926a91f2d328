import type { DeclineReason } from '#app/domain/fulfilment/parcel.ts'
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
