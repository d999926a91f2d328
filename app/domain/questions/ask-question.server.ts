import { raiseTask } from '#app/domain/orders/staff-task.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'

/** What somebody asks the library, and where the answer goes: to a phone or to a mailbox. */
export interface Question {
  /** Made by the form, so that a question sent twice is asked once. */
  intentId: string
  name: string
  answerTo: { phone: string } | { email: string }
  /** The group that asked from its own pages; null for anybody else. */
  groupId: string | null
  /** Of an order there is. It opens nothing: whoever writes it need not be the buyer. */
  orderCode: string | null
  text: string
}

/**
 * Puts a question before the staff as a task of theirs. Asking it again with the same intent adds nothing.
 * @see docs/decisions/0095-a-question-is-a-task.md
 */
export async function askQuestion(ctx: Ctx, question: Question): Promise<void> {
  const { intentId, name, answerTo, groupId, orderCode, text } = question
  const detail = { name, ...answerTo, groupId, orderCode, note: text, locale: ctx.locale }
  await raiseTask(ctx, { key: `question:${intentId}`, kind: 'question', orderId: null, detail })
}
