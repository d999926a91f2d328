import { type ExpressionBuilder, sql } from 'kysely'
import { jsonArrayFrom, jsonBuildObject } from 'kysely/helpers/postgres'
import type { Evidence } from '#app/domain/groups/evidence.ts'
import { currentMembers, publicName } from '#app/domain/groups/members.server.ts'
import type { Supporter } from '#app/domain/groups/supporter.ts'
import { supportersOf } from '#app/domain/groups/supporters.server.ts'
import { peopleAt } from '#app/domain/trainings/attendance.server.ts'
import { peopleCount, type RecordedPeople } from '#app/domain/trainings/people-count.ts'
import { publicCount } from '#app/lib/public-count.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { words } from '#app/platform/words.server.ts'
import type { DB } from '#db/schema.ts'
import type { Trace, TraceLibrary, TraceMaker, TraceTraining } from './trace.ts'

/** The path of a piece from library to maker, in one statement; null when there is no such piece. */
export async function findTrace(ctx: Ctx, productId: string): Promise<Trace | null> {
  const row = await ctx.db
    .selectFrom('product as p')
    .innerJoin('craft_group as g', 'g.id', 'p.group_id')
    .innerJoin('village as v', 'v.code', 'g.village_code')
    .innerJoin('district as d', 'd.code', 'v.district_code')
    .leftJoin('member as me', 'me.id', 'p.maker_id')
    .where('p.id', '=', productId)
    .select((eb) => [
      'p.code',
      words(ctx, 'p.title').as('title'),
      'p.made_year as madeYear',
      'p.published_at as publishedAt',
      'p.own_tradition as isOwnTradition',
      'p.maker_id as makerId',
      publicName('me').as('makerName'),
      sql<string | null>`(select c.given_on from consent c where c.member_id = me.id
        and c.purpose = 'public-name' and c.withdrawn_at is null)`.as('makerAgreedOn'),
      'g.shows_samples_only as isSample',
      'g.slug as groupSlug',
      'g.name as groupName',
      'g.founded_year as foundedYear',
      'g.weave_motif as weaveMotif',
      'g.weave_colour as weaveColour',
      sql<string>`coalesce(v.spoken, v.name)`.as('villageName'),
      sql<string>`coalesce(d.spoken, d.name)`.as('districtName'),
      currentMembers().as('memberCount'),
      supportersOf(ctx, eb as never).as('supporters'),
      jsonArrayFrom(trainings(ctx, eb as never)).as('trainings'),
    ])
    .executeTakeFirst()
  return row ? toTrace(row) : null
}

const trainings = (ctx: Ctx, eb: ExpressionBuilder<DB, never>) =>
  eb
    .selectFrom('product_training as pt')
    .innerJoin('training as t', 't.id', 'pt.training_id')
    .innerJoin('library as l', 'l.id', 't.library_id')
    .leftJoin('village as lv', 'lv.code', 'l.village_code')
    .innerJoin('group_training as gt', (join) =>
      join.onRef('gt.group_id', '=', 'pt.group_id').onRef('gt.training_id', '=', 'pt.training_id'),
    )
    .where(sql<boolean>`pt.product_id = p.id`)
    .orderBy('t.starts_on')
    .select((training) => [
      't.slug',
      words(ctx, 't.title').as('title'),
      't.starts_on as startsOn',
      't.ends_on as endsOn',
      words(ctx, 't.place').as('placeName'),
      't.source_url as sourceUrl',
      't.reported_participant_count as reportedPeople',
      peopleAt('t').as('countedPeople'),
      jsonBuildObject({
        slug: sql<string>`l.slug`,
        name: sql<string>`l.name`,
        villageName: sql<string | null>`coalesce(lv.spoken, lv.name)`,
      })
        .$castTo<TraceLibrary>()
        .as('library'),
      jsonArrayFrom(
        training
          .selectFrom('training_facilitator as tf')
          .whereRef('tf.training_id', '=', 't.id')
          .orderBy('tf.role', 'desc')
          .orderBy('tf.name')
          .select((one) => [
            'tf.name',
            one.ref('tf.role').$castTo<'instructor' | 'facilitator'>().as('role'),
          ]),
      ).as('facilitators'),
      training.ref('gt.evidence').$castTo<Evidence>().as('groupEvidence'),
      words<string | null>(ctx, 'gt.note').as('groupNote'),
      training.ref('pt.evidence').$castTo<Evidence>().as('productEvidence'),
      'pt.confirmed_by as confirmedBy',
      'pt.confirmed_on as confirmedOn',
    ])

interface TraceRow {
  code: string
  title: string
  madeYear: number | null
  publishedAt: Date | null
  isOwnTradition: boolean
  makerId: string | null
  makerName: string | null
  makerAgreedOn: string | null
  isSample: boolean
  groupSlug: string
  groupName: string
  foundedYear: number | null
  weaveMotif: string
  weaveColour: string
  villageName: string
  districtName: string
  memberCount: number
  supporters: Supporter[]
  trainings: (Omit<TraceTraining, 'people' | 'heldEvidence'> & RecordedPeople)[]
}

const toTrace = (row: TraceRow): Trace => ({
  trainings: row.trainings.map(toTraceTraining),
  isOwnTradition: row.isOwnTradition,
  group: {
    slug: row.groupSlug,
    name: row.groupName,
    villageName: row.villageName,
    districtName: row.districtName,
    foundedYear: row.foundedYear,
    memberCount: row.memberCount > 0 ? publicCount(row.memberCount) : null,
    supporters: row.supporters,
    weaveMotif: row.weaveMotif,
    weaveColour: row.weaveColour,
  },
  maker: makerOf(row),
  product: {
    code: row.code,
    title: row.title,
    madeYear: row.madeYear,
    publishedAt: row.publishedAt,
    isSample: row.isSample,
  },
})

function toTraceTraining({
  countedPeople,
  reportedPeople,
  ...training
}: TraceRow['trainings'][number]): TraceTraining {
  return {
    ...training,
    people: peopleCount({ countedPeople, reportedPeople, sourceUrl: training.sourceUrl }),
    heldEvidence: countedPeople > 0 || training.sourceUrl ? 'documented' : training.groupEvidence,
  }
}

function makerOf({ makerId, makerName, makerAgreedOn }: TraceRow): TraceMaker {
  if (makerId === null) return null
  if (makerName === null || makerAgreedOn === null) return { isNamed: false }
  return { isNamed: true, name: makerName, agreedOn: makerAgreedOn }
}
