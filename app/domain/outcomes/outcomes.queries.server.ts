import { sql } from 'kysely'
import { cameToLearn } from '#app/domain/trainings/attendance.server.ts'
import { type Day, LOCAL_ZONE, localDayOf } from '#app/lib/day.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import {
  type Audience,
  type Counts,
  type Indicator,
  type IndicatorKey,
  indicatorsOf,
  type Period,
} from './indicator.ts'
import { salesMovements } from './sales.server.ts'

/** How long after its training a group's first sale still counts as soon after. */
const SOON_DAYS = 90
const HOME_NUMBERS: IndicatorKey[] = [
  'trainings-held',
  'participants',
  'trained-groups-selling',
  'completed-sales',
]

/**
 * The programme's figures for a period, each with what it is out of, counted from the records in one statement.
 * A period that reaches past today ends today.
 */
export async function findOutcomes(
  ctx: Ctx,
  { period, audience }: { period?: Period; audience: Audience },
): Promise<Indicator[]> {
  const counted = upToToday(ctx, period)
  return indicatorsOf(await countOutcomes(ctx, counted), counted, audience)
}

/** The four figures of the home page, from the first record to today. */
export async function findHomeNumbers(ctx: Ctx): Promise<Indicator[]> {
  const indicators = await findOutcomes(ctx, { audience: 'public' })
  return indicators.filter(({ key }) => HOME_NUMBERS.includes(key))
}

function upToToday({ now }: Ctx, period?: Period): Period {
  const today = localDayOf(now)
  return { from: period?.from ?? null, to: period && period.to < today ? period.to : today }
}

async function countOutcomes(ctx: Ctx, { from, to }: Period): Promise<Counts> {
  const inPeriod = (day: string) => between(day, from, to)
  const { rows } = await sql<Counts>`
    with movement as (${salesMovements()}),
    happened as (select * from movement where ${inPeriod('moved_on')}),
    held as (select * from training where state = 'held' and ${inPeriod('ends_on')}),
    present as (
      select a.participant_id, a.session_id from attendance a
        join training_session ts on ts.id = a.session_id join training t on t.id = ts.training_id
      where t.state = 'held' and ${cameToLearn('a')} and ${inPeriod('ts.held_on')}
    ),
    selling as (select distinct group_id from happened where is_sale),
    first_sale as (select group_id, min(placed_on) as sold_on from movement where is_sale and moved_on <= ${to} group by group_id),
    -- a real group that shows samples cannot sell here, so it is not one that does not
    trained as (
      select g.id, min(t.ends_on) as trained_on from craft_group g
        join group_training gt on gt.group_id = g.id join training t on t.id = gt.training_id
      where t.state = 'held' and t.ends_on <= ${to} and not g.shows_samples_only
      group by g.id
    ),
    active as (select id from craft_group where state = 'active' and not shows_samples_only),
    listed as (
      select group_id, (min(published_at) at time zone ${LOCAL_ZONE})::date as listed_on from product group by group_id
    ),
    -- a group without a piece on sale here in those days could not sell here in them, so it is not one that did not
    since_trained as (
      select s.sold_on - trained.trained_on as days from trained
        join listed on listed.group_id = trained.id left join first_sale s on s.group_id = trained.id
      where trained.trained_on <= ${to}::date - ${SOON_DAYS}::int
        and listed.listed_on <= trained.trained_on + ${SOON_DAYS}::int
        and (s.sold_on is null or s.sold_on >= trained.trained_on)
    )
    select
      (select case when exists (select from training where state = 'held') then count(*)::int end from held) as trainings,
      (select nullif(count(*), 0)::int from present) as attendances,
      (select nullif(count(distinct participant_id), 0)::int from present) as participants,
      (select sum(reported_participant_count)::int from held where not exists (
        select from training_session ts join attendance a on a.session_id = ts.id where ts.training_id = held.id)) as "reportedParticipants",
      (select count(*)::int from trained) as "trainedGroups",
      (select count(*)::int from trained where id in (select group_id from selling)) as "trainedGroupsSelling",
      (select count(*)::int from active) as "activeGroups",
      (select count(*)::int from active where id in (select group_id from selling)) as "activeGroupsSelling",
      (select count(*)::int from since_trained) as "groups90DaysOn",
      (select count(*)::int from since_trained where days <= ${SOON_DAYS}) as "groupsSoldWithin90Days",
      (select case when exists (select from shop_order) then count(*)::int end from happened where brings_order) as orders,
      (select case when exists (select from shop_order) then coalesce(sum(goods_rupiah), 0)::bigint end from happened) as "salesRupiah",
      (select coalesce(sum(linked_rupiah), 0)::bigint from happened) as "linkedRupiah"
  `.execute(ctx.db)
  return rows[0] as Counts
}

const between = (day: string, from: Day | null, to: Day) =>
  from === null
    ? sql<boolean>`${sql.ref(day)} <= ${to}`
    : sql<boolean>`${sql.ref(day)} between ${from} and ${to}`
