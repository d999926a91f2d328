import { sql } from 'kysely'
import type { Ctx } from '#app/platform/context.server.ts'

export type SupporterOfGroups = Awaited<ReturnType<typeof listSupporters>>[number]

/** Everybody else who helped groups, each once with the groups they helped. */
export const listSupporters = ({ db }: Ctx) =>
  db
    .selectFrom('group_supporter as gs')
    .innerJoin('craft_group as g', 'g.id', 'gs.group_id')
    .where('g.state', '<>', 'closed')
    .groupBy('gs.name')
    .orderBy('gs.name')
    .select([
      'gs.name',
      sql<{ slug: string; name: string }[]>`
        jsonb_agg(distinct jsonb_build_object('slug', g.slug, 'name', g.name))`.as('groups'),
    ])
    .execute()
