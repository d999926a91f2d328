import { sql } from 'kysely'
import { earnedRupiah } from '#app/domain/ledger/earned.server.ts'
import type { GroupCtx } from '#app/platform/context.server.ts'

/** The signed-in group itself, as it signs its parcels. */
export const findOwnGroup = ({ db, actor }: GroupCtx) =>
  db
    .selectFrom('craft_group as g')
    .innerJoin('village as v', 'v.code', 'g.village_code')
    .innerJoin('district as d', 'd.code', 'v.district_code')
    .where('g.id', '=', actor.groupId)
    .select([
      'g.slug',
      'g.name',
      'g.hamlet',
      sql<string | null>`group_phone(g.id)`.as('phone'),
      sql<string>`coalesce(v.spoken, v.name)`.as('villageName'),
      sql<string>`coalesce(d.spoken, d.name)`.as('districtName'),
      earnedRupiah.as('earnedRupiah'),
    ])
    .executeTakeFirstOrThrow()
