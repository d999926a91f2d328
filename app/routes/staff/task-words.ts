import { isBooked, isGivenUp, type PaymentState } from '#app/domain/orders/order-status.ts'
import type { TaskKind } from '#app/domain/orders/staff-task.server.ts'
import { endsByWord } from '#app/domain/orders/task-end.ts'
import { excessOf } from '#app/domain/orders/wrong-amount.ts'
import { m } from '#app/paraglide/messages.js'
import type { JsonValue } from '#db/schema.ts'
import { recordOf } from './task-found.ts'

type Words = Record<TaskKind, () => string>

const TASK_WORDS: Words = {
  'wrong-amount': m.console_task_wrong_amount,
  'late-money': m.console_task_late_money,
  'refund-due': m.console_task_refund_due,
  'refund-failed': m.console_task_refund_failed,
  'card-mismatch': m.console_task_card_mismatch,
  'card-dispute': m.console_task_card_dispute,
  problem: m.console_task_problem,
  unreachable: m.console_task_unreachable,
  question: m.console_task_question,
}

/** What was sent back and bounced is named as every refund that failed. */
export function taskWords(task: TaskAtHand): string {
  const ofCard = cardTask(task)
  if (ofCard) return CARD_TASKS[ofCard].title()
  if (hasBounced(task)) return m.console_task_refund_failed()
  return isMoneyAgain(task) ? m.console_task_money_again() : TASK_WORDS[task.kind]()
}

/** Tasks about a card that ask for something else than their kind does. */
const CARD_TASKS = {
  unclear: { title: m.console_task_refund_unclear, how: m.console_task_how_refund_unclear },
  refund: { title: m.console_task_card_refund, how: m.console_task_how_card_refund },
  'refund-failed': { title: m.console_task_card_refund_failed, how: m.console_task_how_card_refund_failed },
  lost: { title: m.console_task_card_lost, how: m.console_task_how_card_lost },
}

function cardTask({ kind, detail }: TaskAtHand): keyof typeof CARD_TASKS | null {
  const { isUnclear, why, hasFailed, isLost } = recordOf(detail)
  if (kind === 'refund-failed' && isUnclear === true) return 'unclear'
  if (kind === 'card-mismatch' && why === 'refund') return hasFailed ? 'refund-failed' : 'refund'
  return kind === 'card-dispute' && isLost === true ? 'lost' : null
}

/** Beside what paid the order. */
const isMoneyAgain = ({ kind, paymentState }: TaskAtHand): boolean =>
  kind === 'wrong-amount' && paymentState !== null && isBooked(paymentState)

const hasBounced = ({ kind, detail }: TaskAtHand): boolean =>
  kind === 'wrong-amount' && 'bounces' in recordOf(detail)

const TASK_HOW: Words = {
  'wrong-amount': m.console_task_how_wrong_short,
  'late-money': m.console_task_how_late_money,
  'refund-due': m.console_task_how_refund_due,
  'refund-failed': m.console_task_how_refund_failed,
  'card-mismatch': m.console_task_how_card_mismatch,
  'card-dispute': m.console_task_how_card_dispute,
  problem: m.console_task_how_problem,
  unreachable: m.console_task_how_unreachable,
  question: m.console_task_how_question,
}

/** A task and how the payment of its order stands, if it is about one. */
interface TaskAtHand {
  kind: TaskKind
  detail: JsonValue
  paymentState: PaymentState | null
}

interface NoteTask extends TaskAtHand {
  totalRupiah: number | null
  isErased: boolean
}

/**
 * What of money of another amount may go back, in whole rupiah, as is said where the task stands: the excess, where the
 * rest pays the order, and all of it, where the order has ended or is paid.
 */
export function returnsOf({ kind, detail, paymentState: state, totalRupiah, isErased }: NoteTask) {
  if (kind !== 'wrong-amount' || state === null) return { excess: null, all: null }
  const noted = notedIn(detail)
  return {
    excess: excessOf({ state, totalRupiah, isErased }, noted),
    all: isGivenUp(state) || isBooked(state) ? noted : null,
  }
}

/** Whether a form where the task stands ends it: a word about it, or the proof that money went back. */
export function endsThere(task: NoteTask): boolean {
  const { excess, all } = returnsOf(task)
  return endsByWord(task.kind) || excess !== null || all !== null
}

const notedIn = (detail: JsonValue): number => Number(recordOf(detail).amountRupiah ?? 0)

const hasNoPhone = ({ detail }: TaskAtHand): boolean => recordOf(detail).hasPhone === false

/**
 * What a person does about it; nothing but wait when the money goes back to a card by itself.
 * @param where the proof of what goes back is written, seen from where this is read
 */
export function howTo(task: NoteTask, goesByCard: boolean, where: string): string {
  const { kind, paymentState, isErased } = task
  const ofCard = cardTask(task)
  if (ofCard) return CARD_TASKS[ofCard].how()
  if (kind === 'unreachable' && hasNoPhone(task)) return m.console_task_how_no_phone()
  if (goesByCard && kind === 'refund-due') return m.console_task_how_refund_by_card()
  if (hasBounced(task) && (isMoneyAgain(task) || isErased || paymentState === 'cancelled'))
    return m.console_task_how_refund_failed()
  if (isMoneyAgain(task)) return m.console_task_how_money_again({ where })
  const isOver = returnsOf(task).excess !== null
  if (kind === 'wrong-amount' && paymentState === 'expired') {
    const rest = isOver ? m.console_task_how_wrong_expired_over : m.console_task_how_wrong_expired_short
    return `${m.console_task_how_wrong_ended({ where })} ${rest({ where })}`
  }
  if (kind === 'wrong-amount' && paymentState === 'cancelled')
    return m.console_task_how_wrong_ended({ where })
  if (isOver) return m.console_task_how_wrong_over({ where })
  return TASK_HOW[kind]()
}
