import { type Delivery, type DispatchWay, isPickup } from '#app/domain/orders/order-status.ts'
import { m } from '#app/paraglide/messages.js'

/** What may have been written wrongly of how a parcel left, as the link to mend it asks. */
export const DISPATCH_WRONG_WORDS: Record<DispatchWay, () => string> = {
  courier: m.console_dispatch_wrong,
  boat: m.console_dispatch_wrong_boat,
  local: m.console_dispatch_wrong_own,
}

export const WAY_WORDS: Record<DispatchWay, () => string> = {
  courier: m.console_delivery_courier,
  boat: m.console_delivery_boat,
  local: m.console_delivery_local,
}

/** It was said to have left, or to be collected, and is still with its group. */
export function stillHere(way: Delivery): string {
  if (isPickup(way)) return m.console_event_untaken()
  return way === 'local' ? m.console_event_unleft() : m.console_event_undispatched()
}
