import type { Delivery } from '#app/domain/orders/order-status.ts'
import { m } from '#app/paraglide/messages.js'

interface Packing {
  /** On the card in the list. */
  step: () => string
  progress: () => string
  now: () => string
  button: () => string
  news: () => string
  /** Said by mistake: it is not so. */
  notYet: () => string
}
const TO_SEND: Packing = {
  step: m.console_group_step_pack,
  progress: m.console_group_progress_pack,
  now: m.console_group_now_pack,
  button: m.console_group_button_pack,
  news: m.console_group_news_packed,
  notYet: m.console_event_unpacked,
}
const TO_THE_LIBRARY: Packing = {
  step: m.console_group_step_bring,
  progress: m.console_group_progress_bring,
  now: m.console_group_now_pack_library,
  button: m.console_group_button_pack_library,
  news: m.console_group_news_packed_library,
  notYet: m.console_event_unpacked_library,
}
const TO_BE_FETCHED: Packing = {
  ...TO_SEND,
  now: m.console_group_now_pack_group,
  button: m.console_group_button_pack_group,
  news: m.console_group_news_packed_group,
  notYet: m.console_event_unpacked_group,
}

/** What "packed" says of a parcel: that it is wrapped, that its buyer may come, or that the library has it. */
export function packing(delivery: Delivery): Packing {
  switch (delivery) {
    case 'pickup-library':
      return TO_THE_LIBRARY
    case 'pickup-group':
      return TO_BE_FETCHED
    default:
      return TO_SEND
  }
}

interface Tick {
  label: () => string
  missing: () => string
}
/** What is ticked before a step that a slip of the thumb must not take: the buyer is called at once, or said to have it. */
export function tickBefore(step: string, delivery: Delivery): Tick | null {
  if (step === 'collected') {
    return { label: m.console_group_collected_tick, missing: m.console_group_collected_unticked }
  }
  return step === 'pack' && delivery === 'pickup-library'
    ? { label: m.console_group_bring_tick, missing: m.console_group_bring_unticked }
    : null
}
