import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { closing } from '#app/domain/accounts/closing.server.ts'
import { lastSeenAt } from '#app/domain/accounts/last-seen.server.ts'
import { earnedRupiah } from '#app/domain/ledger/earned.server.ts'
import type { StaffCtx } from '#app/platform/context.server.ts'
import { isInHands, isOverdue } from './group-parcels.queries.server.ts'

export type GroupInCare = Awaited<ReturnType<typeof listGroupsInCare>>[number]

/** The groups staff look after: by which phones they come in or did once, which of them orders go to, what waits in their hands, and what they have earned. */
export const listGroupsInCare = (ctx: StaffCtx) => careQuery(ctx).orderBy('g.name').execute()

/** One of them, or null when there is no group by that id or it has closed. */
export async function findGroupInCare(ctx: StaffCtx, groupId: string): Promise<GroupInCare | null> {
  return (await careQuery(ctx).where('g.id', '=', groupId).executeTakeFirst()) ?? null
}

const careQuery = ({ db }: StaffCtx) =>
  db
    .selectFrom('craft_group as g')
    .innerJoin('village as v', 'v.code', 'g.village_code')
    .where('g.state', '<>', 'closed')
    .select((eb) => [
      'g.id',
      'g.slug',
      'g.name',
      eb.ref('g.state').$castTo<'active' | 'resting'>().as('state'),
      'g.shows_samples_only as showsSamplesOnly',
      sql<string>`coalesce(v.spoken, v.name)`.as('villageName'),
      jsonArrayFrom(
        eb
          .selectFrom('app_user as u')
          .whereRef('u.group_id', '=', 'g.id')
          .orderBy(sql`u.disabled_at is not null`)
          .orderBy('u.name')
          .select([
            'u.id',
            'u.name',
            'u.phone_number as phone',
            lastSeenAt.$castTo<string | null>().as('lastSeenAt'),
            'u.disabled_at as closedAt',
            closing.as('closing'),
          ]),
      ).as('phones'),
      sql<string | null>`group_phone(g.id)`.as('orderPhone'),
      parcelsThat(isInHands).as('openParcels'),
      parcelsThat(isOverdue).as('lateParcels'),
      earnedRupiah.as('earnedRupiah'),
    ])

const parcelsThat = (condition: ReturnType<typeof sql>) =>
  sql<number>`(select count(*)::int from parcel where parcel.group_id = g.id and ${condition})`
