import type { TaskKind } from './staff-task.server.ts'

/** Kinds that end by doing what they ask for, not by a word about them. */
const DONE_ELSEWHERE: readonly TaskKind[] = [
  'wrong-amount',
  'late-money',
  'refund-due',
  'refund-failed',
  'problem',
]

/** Whether a person's word may end a task. Of money no word does: it pays, goes back, or is said to the buyer not to have come. */
export const endsByWord = (kind: TaskKind): boolean => !DONE_ELSEWHERE.includes(kind)
