import { type ExpressionBuilder, sql } from 'kysely'
import { jsonArrayFrom, jsonBuildObject } from 'kysely/helpers/postgres'
import type { Evidence } from '#app/domain/groups/evidence.ts'
import { type PublicCount, publicCount } from '#app/lib/public-count.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { words } from '#app/platform/words.server.ts'
import type { DB } from '#db/schema.ts'
import { cameToLearn, peopleAt } from './attendance.server.ts'
import { type PeopleCount, peopleCount, type RecordedPeople } from './people-count.ts'

/** The three kinds of activity the national programme counts. */
export type Strategy = 'pelibatan-masyarakat' | 'advokasi' | 'peningkatan-layanan-informasi'

export interface TrainingSummary {
  id: string
  slug: string
  title: string
  summary: string | null
  library: { slug: string; name: string }
  state: 'planned' | 'held'
  startsOn: string
  endsOn: string
  placeName: string
  /** null: nobody recorded where it was. */
  districtName: string | null
  strategy: Strategy
  skill: string
  /** null: nobody recorded how many came. */
  people: PeopleCount | null
  groupCount: number
  /** Published pieces linked to it. */
  productCount: number
  isDemo: boolean
}

export interface TrainingGroup {
  slug: string
  name: string
  villageName: string
  evidence: Evidence
  note: string | null
  weaveMotif: string
  weaveColour: string
}

export interface Training extends TrainingSummary {
  sourceUrl: string | null
  budgetSource: string | null
  sessions: { heldOn: string; minutes: number; topic: string; people: PublicCount }[]
  facilitators: { name: string; role: 'instructor' | 'facilitator' }[]
  groups: TrainingGroup[]
}

/** Held and planned trainings, the latest first. */
export async function listTrainings(ctx: Ctx): Promise<TrainingSummary[]> {
  const rows = await trainingQuery(ctx).orderBy('t.starts_on', 'desc').orderBy('t.slug').execute()
  return rows.map(toSummary)
}

/** A training by its address; null when unknown or called off. */
export async function findTraining(ctx: Ctx, slug: string): Promise<Training | null> {
  const row = await trainingQuery(ctx)
    .where('t.slug', '=', slug)
    .select((eb) => [
      't.budget_source as budgetSource',
      jsonArrayFrom(sessions(ctx, eb as never)).as('sessions'),
      jsonArrayFrom(facilitators(eb as never)).as('facilitators'),
      jsonArrayFrom(groups(ctx, eb as never)).as('groups'),
    ])
    .executeTakeFirst()
  if (!row) return null
  return {
    ...toSummary(row),
    sessions: row.sessions.map((session) => ({ ...session, people: publicCount(session.people) })),
  }
}

/** The trainings of a query as summaries; `t` is the training, `l` its library, `d` its district. */
export const trainingQuery = (ctx: Ctx) =>
  ctx.db
    .selectFrom('training as t')
    .innerJoin('library as l', 'l.id', 't.library_id')
    .leftJoin('district as d', 'd.code', 't.district_code')
    .where('t.state', 'in', ['planned', 'held'])
    .select((eb) => [
      't.id',
      't.slug',
      words(ctx, 't.title').as('title'),
      words<string | null>(ctx, 't.summary').as('summary'),
      jsonBuildObject({ slug: sql<string>`l.slug`, name: sql<string>`l.name` }).as('library'),
      eb.ref('t.state').$castTo<TrainingSummary['state']>().as('state'),
      't.starts_on as startsOn',
      't.ends_on as endsOn',
      words(ctx, 't.place').as('placeName'),
      sql<string | null>`coalesce(d.spoken, d.name)`.as('districtName'),
      eb.ref('t.strategy').$castTo<Strategy>().as('strategy'),
      't.skill',
      't.source_url as sourceUrl',
      't.reported_participant_count as reportedPeople',
      peopleAt('t').as('countedPeople'),
      sql<number>`(select count(*)::int from group_training gt where gt.training_id = t.id)`.as('groupCount'),
      sql<number>`(select count(*)::int from product_training pt join product p on p.id = pt.product_id
        where pt.training_id = t.id and p.state = 'published')`.as('productCount'),
      't.is_demo as isDemo',
    ])

/** Leaves the raw counts behind, so that what is handed on can be shown to anyone. */
export function toSummary<Row extends RecordedPeople>(row: Row) {
  const { countedPeople, reportedPeople, ...training } = row
  const people = peopleCount({ countedPeople, reportedPeople, sourceUrl: row.sourceUrl })
  return { ...training, people }
}

const sessions = (ctx: Ctx, eb: ExpressionBuilder<DB, never>) =>
  eb
    .selectFrom('training_session as ts')
    .where(sql<boolean>`ts.training_id = t.id`)
    .orderBy('ts.held_on')
    .select([
      'ts.held_on as heldOn',
      'ts.minutes',
      words(ctx, 'ts.topic').as('topic'),
      sql<number>`(select count(*)::int from attendance a where a.session_id = ts.id and ${cameToLearn('a')})`.as(
        'people',
      ),
    ])

const facilitators = (eb: ExpressionBuilder<DB, never>) =>
  eb
    .selectFrom('training_facilitator as tf')
    .where(sql<boolean>`tf.training_id = t.id`)
    .orderBy('tf.role', 'desc')
    .orderBy('tf.name')
    .select((one) => ['tf.name', one.ref('tf.role').$castTo<'instructor' | 'facilitator'>().as('role')])

const groups = (ctx: Ctx, eb: ExpressionBuilder<DB, never>) =>
  eb
    .selectFrom('group_training as gt')
    .innerJoin('craft_group as g', 'g.id', 'gt.group_id')
    .innerJoin('village as v', 'v.code', 'g.village_code')
    .where(sql<boolean>`gt.training_id = t.id`)
    .orderBy('g.name')
    .select((one) => [
      'g.slug',
      'g.name',
      sql<string>`coalesce(v.spoken, v.name)`.as('villageName'),
      one.ref('gt.evidence').$castTo<Evidence>().as('evidence'),
      words<string | null>(ctx, 'gt.note').as('note'),
      'g.weave_motif as weaveMotif',
      'g.weave_colour as weaveColour',
    ])
