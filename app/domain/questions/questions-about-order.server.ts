import { type RawBuilder, sql } from 'kysely'
import type { TaskKind } from '#app/domain/orders/staff-task.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'

/** Whether somebody who named an order still waits for an answer; it may be the very request to erase it. */
export async function hasOpenQuestion(ctx: Ctx, orderId: string): Promise<boolean> {
  const open = await ctx.db
    .selectFrom('staff_task')
    .where('kind', '=', 'question' satisfies TaskKind)
    .where('resolved_at', 'is', null)
    .where(namesOrder(orderId))
    .select('id')
    .limit(1)
    .executeTakeFirst()
  return open !== undefined
}

/** Forgets the answered questions that named an order, and who asked them. */
export async function forgetQuestionsAbout({ db }: Ctx, orderId: string): Promise<void> {
  await db
    .deleteFrom('staff_task')
    .where('kind', '=', 'question' satisfies TaskKind)
    .where('resolved_at', 'is not', null)
    .where(namesOrder(orderId))
    .execute()
}

/** The code as people type it (`P-7F3K9Q`, `p 7f3k9q`, `7F3 K9Q`), in its own answer or among the words. */
const namesOrder = (orderId: string): RawBuilder<boolean> => sql`
  concat_ws(' ', detail ->> 'orderCode', detail ->> 'note') ~* (
    select '\\mp?[^[:alnum:]]{0,2}' || array_to_string(string_to_array(right(code, 6), null), '[^[:alnum:]]{0,2}') || '\\M'
    from shop_order where id = ${orderId})`
