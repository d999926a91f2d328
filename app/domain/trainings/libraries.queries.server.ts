import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Evidence } from '#app/domain/groups/evidence.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { words } from '#app/platform/words.server.ts'
import { type TrainingSummary, toSummary, trainingQuery } from './trainings.queries.server.ts'

export interface Library {
  slug: string
  kind: 'regency' | 'village'
  name: string
  villageName: string | null
  trainingCount: number
  isDemo: boolean
  about: string | null
  address: string | null
  phone: string | null
  hours: string | null
  sourceUrl: string | null
  /** Groups that came to a training of this library, with the best evidence that they did. */
  groups: {
    slug: string
    name: string
    villageName: string
    evidence: Evidence
    weaveMotif: string
    weaveColour: string
  }[]
  trainings: TrainingSummary[]
}

/** A library by its address with its trainings and the groups that came, in two statements. */
export async function findLibrary(ctx: Ctx, slug: string): Promise<Library | null> {
  const library = await libraryQuery(ctx)
    .where('l.slug', '=', slug)
    .select((eb) => [
      words<string | null>(ctx, 'l.about').as('about'),
      'l.address',
      'l.phone',
      words<string | null>(ctx, 'l.hours').as('hours'),
      'l.source_url as sourceUrl',
      jsonArrayFrom(
        eb
          .selectFrom('craft_group as g')
          .innerJoin('village as gv', 'gv.code', 'g.village_code')
          .innerJoinLateral(bestEvidence, (join) => join.onTrue())
          .orderBy('g.name')
          .select([
            'g.slug',
            'g.name',
            sql<string>`coalesce(gv.spoken, gv.name)`.as('villageName'),
            'best.evidence',
            'g.weave_motif as weaveMotif',
            'g.weave_colour as weaveColour',
          ]),
      ).as('groups'),
    ])
    .executeTakeFirst()
  if (!library) return null
  const trainings = await trainingQuery(ctx)
    .where('l.slug', '=', slug)
    .orderBy('t.starts_on', 'desc')
    .execute()
  return { ...library, trainings: trainings.map(toSummary) }
}

/** Of the library `l` and the group `g`: how sure we are that it came to one of the trainings held there. */
const bestEvidence = () =>
  sql<{ evidence: Evidence }>`(select gt.evidence
    from group_training gt join training t on t.id = gt.training_id
    where gt.group_id = g.id and t.library_id = l.id and t.state = 'held'
    order by array_position(array['documented', 'verified', 'stated'], gt.evidence) limit 1)`.as<'best'>(
    sql.ref('best'),
  )

const libraryQuery = (ctx: Ctx) =>
  ctx.db
    .selectFrom('library as l')
    .leftJoin('village as v', 'v.code', 'l.village_code')
    .select((eb) => [
      'l.slug',
      eb.ref('l.kind').$castTo<'regency' | 'village'>().as('kind'),
      'l.name',
      sql<string | null>`coalesce(v.spoken, v.name)`.as('villageName'),
      sql<number>`(select count(*)::int from training t where t.library_id = l.id and t.state = 'held')`.as(
        'trainingCount',
      ),
      'l.is_demo as isDemo',
    ])
