import { sql } from 'kysely'
import type { Ctx } from '#app/platform/context.server.ts'

export interface PublicPath {
  path: string
  changedAt: Date | null
}

/** Every page that exists because a row does: what is published, and everyone and everything behind it. */
export async function listPublicPaths({ db }: Ctx): Promise<PublicPath[]> {
  return db
    .selectFrom('product')
    .where('state', '=', 'published')
    .select([path('/barang/'), sql<Date | null>`updated_at`.as('changedAt')])
    .unionAll(db.selectFrom('kind').select([path('/barang/jenis/'), unknown()]))
    .unionAll(db.selectFrom('motif').select([path('/motif/'), unknown()]))
    .unionAll(
      db
        .selectFrom('craft_group')
        .where('state', '<>', 'closed')
        .select([path('/kelompok/'), unknown()]),
    )
    .unionAll(
      db
        .selectFrom('training')
        .where('state', '<>', 'cancelled')
        .select([path('/pelatihan/'), unknown()]),
    )
    .unionAll(db.selectFrom('library').select([path('/perpustakaan/'), unknown()]))
    .orderBy('path')
    .execute()
}

const path = (folder: string) => sql<string>`${sql.lit(folder)} || slug`.as('path')
/** These tables do not say when they last changed, and a guess would mislead search engines. */
const unknown = () => sql<Date | null>`null::timestamptz`.as('changedAt')
