import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#app/platform/context.server.ts'

const SHOWN = 3

const hasWordOf = (text: string, names: RawBuilder<string>) =>
  sql<boolean>`exists (select from words_of(${names}) named where named in (select words_of(${text})))`

/** The motifs, three at most, whose name or what it means has a word of the text: a motif that nobody sells has a page too. */
export const listMotifsNamed = (ctx: Ctx, text: string) =>
  ctx.db
    .selectFrom('motif as mo')
    .where(hasWordOf(text, sql`concat_ws(' ', mo.name, mo.gloss_en)`))
    .orderBy('mo.name')
    .limit(SHOWN)
    .select(['mo.slug', 'mo.name as title'])
    .execute()

/** The groups, three at most, whose name has a word of the text, also while they show no piece. */
export const listGroupsNamed = (ctx: Ctx, text: string) =>
  ctx.db
    .selectFrom('craft_group as g')
    .where(hasWordOf(text, sql`g.name`))
    .orderBy('g.name')
    .limit(SHOWN)
    .select(['g.slug', 'g.name as title'])
    .execute()
