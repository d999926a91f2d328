import { sql } from 'kysely'
import type { Ctx } from '#app/platform/context.server.ts'
import { moment } from '#app/platform/db.server.ts'

/** For the nightly sweep: sessions, codes, links and challenges that ended a month ago tell nobody anything any more. */
export async function forgetOldSignIns({ db }: Pick<Ctx, 'db'>): Promise<void> {
  const longAgo = sql<Date>`${moment()} - interval '30 days'`
  for (const table of ['user_session', 'sign_in_code', 'sign_in_link', 'sign_in_verification'] as const) {
    await db.deleteFrom(table).where('expires_at', '<', longAgo).execute()
  }
}
