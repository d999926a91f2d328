import type { PaymentState } from './order-status.ts'
import type { TaskKind } from './staff-task.server.ts'

/** Kinds that end by doing what they ask for, not by a word about them. */
const DONE_ELSEWHERE: readonly TaskKind[] = ['refund-due', 'refund-failed', 'problem']

/**
 * Whether a person's word may end a task. Money of another amount stays a task while the order can still be paid: the
 * right amount ends it. Once the order is given up only a person can say that the money went back. A photo of late money
 * ends by the money, of whatever amount, being written down; that none came stands in no book, and is a word as well.
 * @param paymentState of the order it is about, null where it is about none
 * @see docs/decisions/0034-late-money.md
 */
export function endsByWord(kind: TaskKind, paymentState: PaymentState | null): boolean {
  if (kind === 'wrong-amount') return paymentState === 'expired' || paymentState === 'cancelled'
  return !DONE_ELSEWHERE.includes(kind)
}
