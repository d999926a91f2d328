import { sql } from 'kysely'
import type { TaskKind } from '#app/domain/orders/staff-task.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'

/** Somebody who was answered may come back to it for this long. */
const QUESTION_DAYS = 30

/** Forgets questions that were answered, and who asked them. @returns how many */
export async function forgetOldQuestions({ db }: Ctx): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('staff_task')
    .where('kind', '=', 'question' satisfies TaskKind)
    .where('resolved_at', '<', sql<Date>`moment() - make_interval(days => ${QUESTION_DAYS})`)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
