import { sql } from 'kysely'
import type { TaskKind } from '#app/domain/orders/staff-task.server.ts'
import type { StaffCtx } from '#app/platform/context.server.ts'

/** Questions that staff have answered and that are not forgotten yet, the last answered first: who asked what, and what was done by whom. */
export function listAnsweredQuestions({ db }: StaffCtx) {
  return db
    .selectFrom('staff_task')
    .where('kind', '=', 'question' satisfies TaskKind)
    .where('resolved_at', 'is not', null)
    .orderBy('resolved_at', 'desc')
    .orderBy('id')
    .limit(200)
    .select((eb) => [
      'id',
      sql<string>`detail ->> 'name'`.as('name'),
      sql<string>`detail ->> 'note'`.as('text'),
      eb.ref('resolved_at').$notNull().as('answeredAt'),
      'resolved_by as answeredBy',
      'resolution as answer',
    ])
    .execute()
}
