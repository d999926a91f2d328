import { m } from '#app/paraglide/messages.js'
import { Notice } from '#app/ui/notice.tsx'
import type { OrderFlash } from '../checkout/flash.ts'

const GOOD: readonly OrderFlash['code'][] = [
  'placed',
  'received',
  'collected',
  'problem-sent',
  'problem-added',
  'proof-sent',
  'card-paid',
]

/** What the last action did to the order. */
export function OrderFlashNotice({ flash }: { flash: OrderFlash | null }) {
  // the order's state says it
  if (!flash || flash.code === 'cancelled') return null
  return (
    <Notice tone={GOOD.includes(flash.code) ? 'success' : 'warning'} announced>
      <p>{WORDS[flash.code]()}</p>
    </Notice>
  )
}

const WORDS: Record<Exclude<OrderFlash['code'], 'cancelled'>, () => string> = {
  placed: m.order_flash_placed,
  'placed-otherwise': m.order_flash_placed_otherwise,
  received: m.order_flash_received,
  collected: m.order_flash_collected,
  'problem-sent': m.order_flash_problem,
  'problem-added': m.order_flash_problem_added,
  'problem-too-late': m.order_flash_problem_late,
  'proof-sent': m.order_flash_proof,
  'proof-late': m.order_flash_proof_late,
  'proof-same': m.order_flash_proof_same,
  'nothing-to-prove': m.order_flash_proof_none,
  'cannot-cancel': m.order_flash_cannot_cancel,
  'cancel-away': m.order_flash_cancel_away,
  'card-paid': m.order_flash_card_paid,
  'card-unpaid': m.order_flash_card_unpaid,
  'card-away': m.order_flash_card_away,
  'card-unsure': m.order_flash_card_unsure,
  'card-too-late': m.order_flash_card_late,
  'card-too-small': m.order_flash_card_small,
  'changed-meanwhile': m.order_flash_changed,
}
