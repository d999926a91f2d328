import { type ExpressionBuilder, sql } from 'kysely'
import { jsonArrayFrom, jsonBuildObject } from 'kysely/helpers/postgres'
import { type PublicCount, publicCount } from '#app/lib/public-count.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { words } from '#app/platform/words.server.ts'
import type { DB } from '#db/schema.ts'
import type { Evidence } from './evidence.ts'
import { currentMembers, publicName } from './members.server.ts'
import type { Supporter } from './supporter.ts'
import { supportersOf } from './supporters.server.ts'

export interface GroupSummary {
  id: string
  slug: string
  name: string
  villageName: string
  districtName: string
  state: 'active' | 'resting' | 'closed'
  /** null: nobody recorded the members. */
  memberCount: PublicCount | null
  /** Published pieces. */
  productCount: number
  trainingCount: number
  weaveMotif: string
  weaveColour: string
  isDemo: boolean
  showsSamplesOnly: boolean
}

export interface GroupTraining {
  slug: string
  title: string
  startsOn: string
  endsOn: string
  library: { slug: string; name: string }
  evidence: Evidence
  note: string | null
}

export interface Group extends GroupSummary {
  hamlet: string | null
  about: string | null
  foundedYear: number | null
  businessNumber: string | null
  sourceUrl: string | null
  /** Members who agreed to be named, and nobody else. */
  namedMembers: { name: string; joinedOn: string | null }[]
  /** Held trainings the group came to, oldest first. */
  trainings: GroupTraining[]
  supporters: Supporter[]
}

/** Groups that are not closed: those with pieces to show first. */
export async function listGroups(ctx: Ctx): Promise<GroupSummary[]> {
  const rows = await groupQuery(ctx)
    .where('g.state', '<>', 'closed')
    .orderBy('productCount', 'desc')
    .orderBy('g.name')
    .execute()
  return rows.map(toSummary)
}

/** A group by its address, also one that has closed: its pieces are still out in the world. */
export async function findGroup(ctx: Ctx, slug: string): Promise<Group | null> {
  const row = await groupQuery(ctx)
    .where('g.slug', '=', slug)
    .select((eb) => [
      'g.hamlet',
      words<string | null>(ctx, 'g.about').as('about'),
      'g.founded_year as foundedYear',
      'g.business_number as businessNumber',
      'g.source_url as sourceUrl',
      jsonArrayFrom(namedMembers(eb as never)).as('namedMembers'),
      jsonArrayFrom(trainings(ctx, eb as never)).as('trainings'),
      supportersOf(ctx, eb as never).as('supporters'),
    ])
    .executeTakeFirst()
  return row ? toSummary(row) : null
}

const groupQuery = (ctx: Ctx) =>
  ctx.db
    .selectFrom('craft_group as g')
    .innerJoin('village as v', 'v.code', 'g.village_code')
    .innerJoin('district as d', 'd.code', 'v.district_code')
    .select((eb) => [
      'g.id',
      'g.slug',
      'g.name',
      sql<string>`coalesce(v.spoken, v.name)`.as('villageName'),
      sql<string>`coalesce(d.spoken, d.name)`.as('districtName'),
      eb.ref('g.state').$castTo<GroupSummary['state']>().as('state'),
      currentMembers().as('members'),
      sql<number>`(select count(*)::int from product p where p.group_id = g.id and p.state = 'published')`.as(
        'productCount',
      ),
      sql<number>`(select count(*)::int from group_training gt join training t on t.id = gt.training_id
        where gt.group_id = g.id and t.state = 'held')`.as('trainingCount'),
      'g.weave_motif as weaveMotif',
      'g.weave_colour as weaveColour',
      'g.is_demo as isDemo',
      'g.shows_samples_only as showsSamplesOnly',
    ])

/** Leaves the raw count behind, so that what is handed on can be shown to anyone. */
const toSummary = <Row extends { members: number }>({ members, ...group }: Row) => ({
  ...group,
  memberCount: members > 0 ? publicCount(members) : null,
})

const namedMembers = (eb: ExpressionBuilder<DB, never>) =>
  eb
    .selectFrom('member as me')
    .where(sql<boolean>`me.group_id = g.id`)
    .where('me.left_on', 'is', null)
    .where(publicName('me'), 'is not', null)
    .orderBy('me.joined_on')
    .orderBy('me.name')
    .select([publicName('me').$notNull().as('name'), 'me.joined_on as joinedOn'])

const trainings = (ctx: Ctx, eb: ExpressionBuilder<DB, never>) =>
  eb
    .selectFrom('group_training as gt')
    .innerJoin('training as t', 't.id', 'gt.training_id')
    .innerJoin('library as l', 'l.id', 't.library_id')
    .where(sql<boolean>`gt.group_id = g.id`)
    .where('t.state', '=', 'held')
    .orderBy('t.starts_on')
    .select((one) => [
      't.slug',
      words(ctx, 't.title').as('title'),
      't.starts_on as startsOn',
      't.ends_on as endsOn',
      jsonBuildObject({ slug: sql<string>`l.slug`, name: sql<string>`l.name` }).as('library'),
      one.ref('gt.evidence').$castTo<Evidence>().as('evidence'),
      words<string | null>(ctx, 'gt.note').as('note'),
    ])
