import type { DeclineReason, DeskStatus, ProblemOutcome } from '#app/domain/fulfilment/parcel.ts'
import type { OrderEventKind } from '#app/domain/orders/order-event.server.ts'
import {
  type Delivery,
  isPickup,
  type ParcelState,
  type PaymentMethod,
  type PaymentState,
} from '#app/domain/orders/order-status.ts'
import { CARD_UNCLEAR } from '#app/domain/payments/card.ts'
import type { RefundState } from '#app/domain/payments/lock-refund.server.ts'
import type { RefundReason } from '#app/domain/payments/owe-refund.server.ts'
import { entryOf } from '#app/lib/entry-of.ts'
import { m } from '#app/paraglide/messages.js'
import { REASON_WORDS } from '#app/routes/decline-words.ts'
import { stillHere } from '#app/routes/dispatch-words.ts'
import type { Tone } from '#app/ui/outcome-chain.tsx'
import type { JsonValue } from '#db/schema.ts'

type Words<Key extends string> = Record<Key, () => string>

const OUTCOME_WORDS: Words<ProblemOutcome> = {
  kept: m.console_settle_kept,
  awaited: m.console_settle_awaited,
  refunded: m.console_settle_refunded,
}
/**
 * How the report about a parcel ended.
 * @param outcome as it is recorded; one without words here is said by none
 */
export const outcomeWords = (outcome: string): string =>
  entryOf<() => string>(OUTCOME_WORDS, outcome)?.() ?? ''

export const STATUS_WORDS: Words<DeskStatus> = {
  reported: m.console_status_reported,
  quoting: m.console_status_quoting,
  'awaiting-payment': m.console_status_awaiting,
  excess: m.console_status_excess,
  'checking-payment': m.console_status_checking,
  'passed-on': m.console_status_passed_on,
  making: m.console_status_making,
  'ready-to-collect': m.console_status_ready,
  'partly-ready': m.console_status_partly_ready,
  'partly-sent': m.console_status_partly,
  sent: m.console_status_sent,
  received: m.console_status_received,
  expired: m.console_status_expired,
  cancelled: m.console_status_cancelled,
  'refund-due': m.console_status_refund_due,
  refunded: m.console_status_refunded,
}

const STATUS_TONES: Record<DeskStatus, Tone> = {
  reported: 'bad',
  quoting: 'bad',
  'awaiting-payment': 'neutral',
  excess: 'bad',
  'checking-payment': 'bad',
  'passed-on': 'neutral',
  making: 'neutral',
  'ready-to-collect': 'neutral',
  'partly-ready': 'neutral',
  'partly-sent': 'neutral',
  sent: 'neutral',
  received: 'good',
  expired: 'over',
  cancelled: 'over',
  'refund-due': 'bad',
  refunded: 'over',
}

/** What has ended does not look done with while something is still to be done, such as sending money back. */
export function statusTone(status: DeskStatus, openTasks = 0): Tone {
  const tone = STATUS_TONES[status]
  const hasEnded = tone === 'over' || tone === 'good'
  return openTasks > 0 && hasEnded ? 'bad' : tone
}

/** Of an order without a sum: its cost is still to be told, or it ended before. */
export const noTotalWords = (status: DeskStatus): string =>
  status === 'quoting' ? m.console_orders_no_total() : m.console_orders_never_total()

const PARCEL_WORDS: Words<ParcelState> = {
  waiting: m.console_parcel_waiting,
  open: m.console_parcel_open,
  accepted: m.console_parcel_accepted,
  packed: m.console_parcel_packed,
  dispatched: m.console_parcel_dispatched,
  received: m.console_parcel_received,
  declined: m.console_parcel_declined,
  cancelled: m.console_parcel_cancelled,
  returned: m.console_parcel_returned,
}

/** A parcel that the buyer comes for is brought, kept and handed over, not packed and sent. */
export function parcelWords(state: ParcelState, delivery: Delivery): string {
  if (state === 'dispatched' && isPickup(delivery)) return m.console_parcel_taken()
  if (state !== 'packed') return PARCEL_WORDS[state]()
  return byPlace(delivery, {
    library: m.console_parcel_at_library,
    group: m.console_parcel_at_group,
    neither: m.console_parcel_packed,
  })
}

/** Words that differ by where the buyer comes for a parcel. */
export function byPlace(
  delivery: Delivery,
  words: { library: () => string; group: () => string; neither: () => string },
): string {
  switch (delivery) {
    case 'pickup-library':
      return words.library()
    case 'pickup-group':
      return words.group()
    default:
      return words.neither()
  }
}

export const PARCEL_TONES: Partial<Record<ParcelState, Tone>> = {
  received: 'good',
  declined: 'over',
  cancelled: 'over',
  returned: 'over',
}

export const DELIVERY_WORDS: Words<Delivery> = {
  'pickup-library': m.console_by_pickup_library,
  'pickup-group': m.console_by_pickup_group,
  local: m.console_by_local,
  boat: m.console_by_boat,
  courier: m.console_by_courier,
  quote: m.console_by_quote,
}

export const METHOD_WORDS: Words<PaymentMethod> = {
  transfer: m.console_method_transfer,
  pickup: m.console_method_pickup,
  card: m.console_method_card,
}

const EVENT_WORDS: Words<OrderEventKind> = {
  placed: m.console_event_placed,
  'shipping-confirmed': m.console_event_shipping,
  'shipping-corrected': m.console_event_repriced,
  priced: m.console_event_priced,
  'proof-sent': m.console_event_proof,
  'proof-refused': m.console_event_proof_refused,
  'wrong-amount': m.console_task_wrong_amount,
  'money-again': m.console_task_money_again,
  'card-opened': m.console_event_card_opened,
  processing: m.console_event_processing,
  'card-failed': m.console_event_card_failed,
  paid: m.console_event_paid,
  expired: m.console_event_expired,
  cancelled: m.console_event_cancelled,
  'refund-due': m.console_event_refund_due,
  'refund-sent': m.console_event_refund_sent,
  'refund-failed': m.console_event_refund_failed,
  disputed: m.console_event_disputed,
  'dispute-won': m.console_event_dispute_won,
  'dispute-lost': m.console_event_dispute_lost,
  accepted: m.console_event_accepted,
  packed: m.console_event_packed,
  unpacked: m.console_event_unpacked,
  dispatched: m.console_event_dispatched,
  undispatched: m.console_event_undispatched,
  'dispatch-corrected': m.console_event_dispatch_corrected,
  received: m.console_event_received,
  declined: m.console_event_declined,
  problem: m.console_event_problem,
  'problem-settled': m.console_event_settled,
}

/** @param delivery how the parcel goes that it is about, if it is about one */
export function eventWords(kind: OrderEventKind, delivery?: Delivery): string {
  if (kind === 'dispatched' && delivery && isPickup(delivery)) return m.console_event_taken()
  if (kind === 'undispatched' && delivery) return stillHere(delivery)
  if (!delivery) return EVENT_WORDS[kind]()
  if (kind === 'unpacked') return notYetWords(delivery)
  if (kind !== 'packed') return EVENT_WORDS[kind]()
  return byPlace(delivery, {
    library: m.console_event_packed_library,
    group: m.console_event_packed_group,
    neither: m.console_event_packed,
  })
}

/** It was said to be packed, and is not. */
export const notYetWords = (delivery: Delivery): string =>
  byPlace(delivery, {
    library: m.console_event_unpacked_library,
    group: m.console_event_unpacked_group,
    neither: m.console_event_unpacked,
  })

/** Who did it. A user who is gone from the list of users is still a user. */
export function actorWords({ actor, actorName }: { actor: string; actorName: string | null }): string {
  switch (actor) {
    case 'buyer':
      return m.console_actor_buyer()
    case 'system':
      return m.console_actor_system()
    case 'card':
      return m.console_actor_card()
    default:
      return actorName ?? m.console_actor_unknown()
  }
}

export const REFUND_WORDS: Words<RefundReason> = {
  declined: m.console_refund_declined,
  'paid-after-expiry': m.console_refund_late,
  'paid-after-cancel': m.console_refund_cancelled,
  complaint: m.console_refund_complaint,
}

const RECORDED_REASONS: Words<DeclineReason | RefundReason | 'card' | typeof CARD_UNCLEAR> = {
  ...REASON_WORDS,
  ...REFUND_WORDS,
  card: m.console_refund_card_refused,
  [CARD_UNCLEAR]: m.console_refund_card_unclear,
}
/** Why, as the order's history has it: a reason of ours in words, else what somebody of the library wrote. */
export const recordedReason = (reason: string): string =>
  entryOf<() => string>(RECORDED_REASONS, reason)?.() ?? reason

const PAYMENT_WORDS: Words<PaymentState> = {
  quoting: m.console_pay_quoting,
  awaiting: m.console_pay_awaiting,
  'proof-sent': m.console_pay_proof,
  processing: m.console_pay_processing,
  paid: m.console_pay_paid,
  expired: m.console_pay_expired,
  cancelled: m.console_pay_cancelled,
  'refund-due': m.console_pay_refund_due,
  refunded: m.console_pay_refunded,
}
const REFUND_STATES: Words<RefundState> = {
  due: m.console_refund_state_due,
  sent: m.console_refund_state_sent,
  failed: m.console_refund_state_failed,
}
const STATES = { ...PARCEL_WORDS, ...PAYMENT_WORDS, ...REFUND_STATES }
/**
 * The state of whatever a line of the audit log is about.
 * @param delivery how the parcel goes that it is about, if it is about one
 */
export const stateWords = (state: string, delivery?: Delivery): string =>
  delivery && isParcelState(state)
    ? parcelWords(state, delivery)
    : (entryOf<() => string>(STATES, state)?.() ?? state)
const isParcelState = (state: string): state is ParcelState => Object.hasOwn(PARCEL_WORDS, state)

const AUDIT_WORDS = {
  'confirm-transfer': m.console_audit_confirm_transfer,
  'note-wrong-amount': m.console_audit_wrong_amount,
  'note-money-again': m.console_audit_money_again,
  'correct-wrong-amount': m.console_audit_wrong_amount_slip,
  'return-wrong-amount': m.console_audit_refund_sent,
  'return-bounced': m.console_audit_refund_failed,
  'record-transfer': m.console_audit_record_transfer,
  'refuse-transfer-proof': m.console_audit_refuse_proof,
  'record-pickup-payment': m.console_audit_pickup_payment,
  'confirm-shipping': m.console_audit_shipping,
  'correct-shipping': m.console_event_repriced,
  'correct-dispatch': m.console_audit_correct_dispatch,
  'settle-problem': m.console_audit_settle,
  'mark-refund-sent': m.console_audit_refund_sent,
  'refund-failed': m.console_audit_refund_failed,
  'correct-refund-reference': m.console_audit_refund_reference,
  'cancel-order': m.console_audit_cancel,
  'resolve-task': m.console_audit_task,
  'erase-buyer': m.console_audit_erase,
}

interface AuditLine {
  action: string
  before: JsonValue
  after: JsonValue
}
/**
 * What staff did, by a line of the audit log; each move of a parcel in its own words.
 * @param delivery how the parcel goes that it is about, if it is about one
 */
export function auditWords({ action, before, after }: AuditLine, delivery?: Delivery): string {
  if (action === 'move-parcel') return moveWords(stateIn(before), stateIn(after), delivery)
  return entryOf<() => string>(AUDIT_WORDS, action)?.() ?? action
}

const MOVES_BACK: Record<string, OrderEventKind> = {
  'packed accepted': 'unpacked',
  'dispatched packed': 'undispatched',
}

function moveWords(from: string, to: string, delivery?: Delivery): string {
  if (to === 'received') return m.console_audit_handed_over()
  const kind = entryOf<OrderEventKind>(MOVES_BACK, `${from} ${to}`) ?? to
  return kind in EVENT_WORDS ? eventWords(kind as OrderEventKind, delivery) : kind
}

const stateIn = (value: JsonValue): string =>
  typeof value === 'object' && value !== null && 'state' in value ? String(value.state) : ''

/** What was just done on an order's page, as it says it once. */
export type OrderNews =
  | 'paid'
  | 'paid-before'
  | 'handed-over'
  | 'moved'
  | 'corrected'
  | 'declined'
  | 'cancelled'
  | 'priced'
  | 'quoted'
  | 'repriced'
  | 'refunded'
  | 'refund-failed'
  | 'reference-corrected'
  | 'settled'
  | 'erased'
  | 'returned-to-erased'
export const NEWS_WORDS: Words<OrderNews> = {
  paid: m.console_order_news_cash,
  'paid-before': m.console_order_news_cash_before,
  'handed-over': m.console_order_news_handed,
  moved: m.console_order_news_moved,
  corrected: m.console_order_news_corrected,
  declined: m.console_order_news_declined,
  cancelled: m.console_order_news_cancelled,
  priced: m.console_order_news_priced,
  quoted: m.console_order_news_quoted,
  repriced: m.console_order_news_repriced,
  refunded: m.console_order_news_refunded,
  'refund-failed': m.console_order_news_refund_failed,
  'reference-corrected': m.console_refund_reference_corrected,
  settled: m.console_order_news_settled,
  erased: m.console_erase_done,
  'returned-to-erased': m.console_erased_money_done,
}
