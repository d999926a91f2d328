import { sql } from 'kysely'
import type { Ctx } from '#app/platform/context.server.ts'
import { forEnglish } from '#app/platform/words.server.ts'

export type SupporterOfGroups = Awaited<ReturnType<typeof listSupporters>>[number]

/** Everybody else who helped groups, each once with the groups they helped. */
export const listSupporters = (ctx: Ctx) =>
  ctx.db
    .selectFrom('group_supporter as gs')
    .innerJoin('craft_group as g', 'g.id', 'gs.group_id')
    .where('g.state', '<>', 'closed')
    .groupBy('gs.name')
    .orderBy('gs.name')
    .select([
      'gs.name',
      sql<string | null>`max(${forEnglish(ctx, 'gs.gloss_en')})`.as('gloss'),
      sql<{ slug: string; name: string }[]>`
        jsonb_agg(distinct jsonb_build_object('slug', g.slug, 'name', g.name))`.as('groups'),
    ])
    .execute()
