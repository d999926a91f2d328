import { sql } from 'kysely'
import type { Ctx } from '#app/platform/context.server.ts'
import { parseTraceCode } from './trace-code.ts'

/** A search as the database looks for it. */
export type ReadSearch =
  | { by: 'nothing' }
  /** A code on a tag names one piece. */
  | { by: 'code'; code: string }
  /** tsqueries: with every word that was typed, and with any of them. Null when nothing in it can be looked for. */
  | { by: 'words'; everyWord: string | null; someWords: string | null; readAs: string | null }

/**
 * Reads a search once, before the statements that use it: with the query at hand as a constant they are planned
 * for what it finds, and a mistyped word is compared with the vocabulary a single time.
 */
export async function readSearch({ db }: Ctx, text: string): Promise<ReadSearch> {
  if (text === '') return { by: 'nothing' }
  const code = parseTraceCode(text)
  if (code) return { by: 'code', code }
  const { rows } = await sql<{ everyWord: string | null; someWords: string | null; readAs: string | null }>`
    select every_word::text as "everyWord", some_words::text as "someWords", read_as as "readAs"
    from read_search(${text})`.execute(db)
  const [found] = rows
  return {
    by: 'words',
    everyWord: found?.everyWord || null,
    someWords: found?.someWords || null,
    readAs: found?.readAs ?? null,
  }
}
