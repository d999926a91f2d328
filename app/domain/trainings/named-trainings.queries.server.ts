import { sql } from 'kysely'
import type { Ctx } from '#app/platform/context.server.ts'
import { words } from '#app/platform/words.server.ts'

const SHOWN = 3

/** The latest trainings, three at most, whose name or skill has a word of the text: what a search for a craft may have meant. */
export const listTrainingsNamed = (ctx: Ctx, text: string) =>
  ctx.db
    .selectFrom('training as t')
    .where('t.state', '<>', 'cancelled')
    .where(
      sql<boolean>`exists (select from words_of(concat_ws(' ', t.title_id, t.title_en, t.skill)) named
        where named in (select words_of(${text})))`,
    )
    .orderBy('t.starts_on', 'desc')
    .orderBy('t.slug')
    .limit(SHOWN)
    .select(['t.slug', words(ctx, 't.title').as('title')])
    .execute()
