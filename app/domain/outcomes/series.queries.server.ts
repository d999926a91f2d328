import { sql } from 'kysely'
import { cameToLearn } from '#app/domain/trainings/attendance.server.ts'
import { type Day, localDayOf } from '#app/lib/day.ts'
import { type PublicCount, publicCount } from '#app/lib/public-count.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { Audience } from './indicator.ts'
import { salesMovements } from './sales.server.ts'

export interface MonthOfSales {
  /** `2026-11`. */
  month: string
  salesRupiah: number
  /** Of pieces linked to a training that had ended before the order. */
  linkedRupiah: number
  orderCount: number
  /** Before the first sale there is nothing to tell, which is not the same as nothing sold. */
  isBeforeFirst: boolean
}

/**
 * Completed sales less what was given back, month by month from the first sale to this month, none left out. Months add
 * up to the figure of the whole time, in rupiah and in orders.
 * @param from a day whose month is among them, also where it lies before the first sale
 */
export async function listSalesByMonth(ctx: Ctx, from: Day | null = null): Promise<MonthOfSales[]> {
  const today = localDayOf(ctx.now)
  const { rows } = await sql<MonthOfSales>`
    with movement as (select * from (${salesMovements()}) m where moved_on <= ${today}),
    month as (
      select generate_series(date_trunc('month', least(min(moved_on), ${from}::date)::timestamp), ${today}::timestamp, interval '1 month')::date as first_day
      from movement having count(*) > 0
    )
    select to_char(first_day, 'YYYY-MM') as month,
      coalesce(sum(goods_rupiah), 0)::bigint as "salesRupiah",
      coalesce(sum(linked_rupiah), 0)::bigint as "linkedRupiah",
      count(*) filter (where brings_order)::int as "orderCount",
      first_day < (select date_trunc('month', min(moved_on)::timestamp) from movement) as "isBeforeFirst"
    from month left join movement on date_trunc('month', moved_on::timestamp)::date = first_day
    group by first_day order by first_day
  `.execute(ctx.db)
  return rows
}

export interface YearOfTraining {
  year: number
  trainingCount: number
  /** Different people in that year, from the lists; null where no list was kept. Years do not add up to a total. */
  people: PublicCount | null
}

/** Trainings held and different people on their lists, year by year. */
export async function listTrainingByYear(ctx: Ctx, audience: Audience): Promise<YearOfTraining[]> {
  const { rows } = await sql<{ year: number; trainingCount: number; people: number | null }>`
    select extract(year from t.ends_on)::int as year, count(distinct t.id)::int as "trainingCount",
      nullif(count(distinct a.participant_id), 0)::int as people
    from training t
      left join training_session ts on ts.training_id = t.id
      left join attendance a on a.session_id = ts.id and ${cameToLearn('a')}
    where t.state = 'held' and t.ends_on <= ${localDayOf(ctx.now)}
    group by 1 order by 1
  `.execute(ctx.db)
  return audience === 'staff' ? rows : rows.map((row) => ({ ...row, people: publicCount(row.people) }))
}

export interface GroupOutcome {
  groupId: string
  slug: string
  name: string
  villageName: string
  state: 'active' | 'resting' | 'closed'
  /** The end of its first held training; null when it came to none. */
  trainedOn: string | null
  /** The day on which a parcel of it was completed last. */
  lastSaleOn: string | null
  /** Orders with a parcel of this group, so one of two groups counts for each. */
  orderCount: number
  salesRupiah: number
  linkedRupiah: number
  productCount: number
}

/** Each group that sells here, for staff: those that have not sold for longest first, for they may need a visit. */
export async function listGroupOutcomes(ctx: Ctx): Promise<GroupOutcome[]> {
  const { rows } = await sql<GroupOutcome>`
    with movement as (select * from (${salesMovements()}) m where moved_on <= ${localDayOf(ctx.now)})
    select g.id as "groupId", g.slug, g.name, coalesce(v.spoken, v.name) as "villageName", g.state,
      (select min(t.ends_on) from group_training gt join training t on t.id = gt.training_id
        where gt.group_id = g.id and t.state = 'held') as "trainedOn",
      max(m.moved_on) filter (where m.is_sale) as "lastSaleOn",
      count(distinct m.order_id) filter (where m.is_sale)::int as "orderCount",
      coalesce(sum(m.goods_rupiah), 0)::bigint as "salesRupiah",
      coalesce(sum(m.linked_rupiah), 0)::bigint as "linkedRupiah",
      (select count(*)::int from product p where p.group_id = g.id and p.state = 'published') as "productCount"
    from craft_group g join village v on v.code = g.village_code left join movement m on m.group_id = g.id
    where g.state <> 'closed' and not g.shows_samples_only
    group by g.id, v.code
    order by "lastSaleOn" nulls first, g.name
  `.execute(ctx.db)
  return rows
}
