import type { ExpressionBuilder } from 'kysely'
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Ctx } from '#app/platform/context.server.ts'
import { forEnglish, words } from '#app/platform/words.server.ts'
import type { DB } from '#db/schema.ts'
import type { Supporter } from './supporter.ts'

/** The other supporters of the group `g` in scope, the earliest first. */
export const supportersOf = (ctx: Ctx, eb: ExpressionBuilder<DB, never>) =>
  jsonArrayFrom(
    eb
      .selectFrom('group_supporter as gs')
      .where(sql<boolean>`gs.group_id = g.id`)
      .orderBy('gs.since_year')
      .orderBy('gs.name')
      .select([
        'gs.name',
        forEnglish(ctx, 'gs.gloss_en').as('gloss'),
        words(ctx, 'gs.note').as('note'),
        'gs.since_year as sinceYear',
        'gs.until_year as untilYear',
        'gs.source_url as sourceUrl',
      ])
      .$castTo<Supporter>(),
  )
