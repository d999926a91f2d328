import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from './context.server.ts'

/** The reader's language of a bilingual pair: `words(ctx, 'p.title')` is `p.title_id` or `p.title_en`. */
export const words = <T extends string | null = string>(
  { locale }: Pick<Ctx, 'locale'>,
  column: string,
): RawBuilder<T> => sql<T>`${sql.ref(`${column}_${locale}`)}`

/** What only readers of English need: an Indonesian name explained. Null for everybody else. */
export const forEnglish = ({ locale }: Pick<Ctx, 'locale'>, column: string): RawBuilder<string | null> =>
  locale === 'en' ? sql<string | null>`${sql.ref(column)}` : sql<string | null>`null::text`
