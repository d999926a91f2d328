import type { DeclineReason } from '#app/domain/fulfilment/parcel.ts'
import { entryOf } from '#app/lib/entry-of.ts'
import { m } from '#app/paraglide/messages.js'

const REASONS: Record<Exclude<DeclineReason, 'buyer-asked'>, () => string> = {
  'out-of-stock': m.order_reason_out_of_stock,
  damaged: m.order_reason_damaged,
  'too-late': m.order_reason_too_late,
  'cannot-ship': m.order_reason_cannot_ship,
  other: m.order_reason_other,
}

/** Why a group could not send a parcel; what the buyer asked for needs no more words. */
export const declineWords = (reason: string | null): string | null =>
  entryOf<() => string>(REASONS, reason ?? '')?.() ?? null
