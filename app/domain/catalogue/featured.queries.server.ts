import { sql } from 'kysely'
import type { Ctx } from '#app/platform/context.server.ts'
import { soldOut } from './cards.queries.server.ts'
import { offers } from './offers.server.ts'

/**
 * The piece shown as an example of a trace: the newest one that can be had and whose every link is on record,
 * else the newest with the most links.
 */
export async function findFeaturedSlug({ db }: Ctx): Promise<string | null> {
  const row = await db
    .selectFrom('product as p')
    .innerJoin(offers().as('o'), 'o.product_id', 'p.id')
    .innerJoin('craft_group as g', 'g.id', 'p.group_id')
    .where('p.state', '=', 'published')
    .where('g.shows_samples_only', '=', false)
    .orderBy(soldOut())
    .orderBy(sql`exists (select from product_training t where t.product_id = p.id)`, 'desc')
    .orderBy(
      sql`exists (select from consent c where c.member_id = p.maker_id and c.purpose = 'public-name' and c.withdrawn_at is null)`,
      'desc',
    )
    .orderBy('p.published_at', 'desc')
    .orderBy('p.id')
    .limit(1)
    .select('p.slug')
    .executeTakeFirst()
  return row?.slug ?? null
}
