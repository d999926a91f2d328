import { sql } from 'kysely'
import { raiseTask, type TaskKind } from '#app/domain/orders/staff-task.server.ts'
import { markOf } from '#app/lib/mark.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'

/** What somebody asks the library, and where the answer goes: to a phone or to a mailbox. */
export interface Question {
  name: string
  answerTo: { phone: string } | { email: string }
  /** The group that asked from its own pages; null for anybody else. */
  groupId: string | null
  /** Of an order there is. It opens nothing: whoever writes it need not be the buyer. */
  orderCode: string | null
  text: string
}

/**
 * Puts a question before the staff as a task of theirs. Until it is answered, the same question from the same asker adds
 * nothing: it was sent twice.
 * @see docs/decisions/0095-a-question-is-a-task.md
 */
export async function askQuestion(ctx: Ctx, question: Question): Promise<void> {
  const { name, answerTo, groupId, orderCode, text } = question
  const asked = { name, ...answerTo, groupId, orderCode, note: text }
  const mark = markOf(asked)
  const key = `question:${mark}:${await lastAnswered(ctx, mark)}`
  await raiseTask(ctx, { key, kind: 'question', orderId: null, detail: { ...asked, locale: ctx.locale } })
}

/** By its id: a count would come again once old ones are forgotten. */
async function lastAnswered({ db }: Ctx, mark: string): Promise<string> {
  const task = await db
    .selectFrom('staff_task')
    .where('kind', '=', 'question' satisfies TaskKind)
    .where(sql<boolean>`starts_with(key, ${`question:${mark}:`})`)
    .where('resolved_at', 'is not', null)
    .orderBy('resolved_at', 'desc')
    .orderBy('id', 'desc')
    .select('id')
    .executeTakeFirst()
  return task?.id ?? 'first'
}
