import { sql } from 'kysely'
import type { Ctx } from '#app/platform/context.server.ts'
import { parseTraceCode } from './trace-code.ts'

/** A search as the database looks for it. */
export type ReadSearch =
  | { by: 'nothing' }
  /** Nothing but words that tell no piece apart, `murah` or `beli`: every piece is as good an answer. */
  | { by: 'filler' }
  /** A code on a tag names one piece. */
  | { by: 'code'; code: string }
  /** tsqueries: with every word that was typed, and with any of them. Null when nothing in it can be looked for. */
  | { by: 'words'; everyWord: string | null; someWords: string | null; readAs: string | null }

interface ReadWords {
  everyWord: string | null
  someWords: string | null
  readAs: string | null
  isFiller: boolean
}

/**
 * Reads a search once, before the statements that use it: with the query at hand as a constant they are planned
 * for what it finds, and a mistyped word is compared with the vocabulary a single time.
 */
export async function readSearch({ db }: Ctx, text: string): Promise<ReadSearch> {
  if (text === '') return { by: 'nothing' }
  const code = parseTraceCode(text)
  if (code) return { by: 'code', code }
  const { rows } = await sql<ReadWords>`
    select every_word::text as "everyWord", some_words::text as "someWords", read_as as "readAs",
      fold(${text}) ~ '\\m[a-z0-9]{2,40}\\M' and not exists (select from words_of(${text})) as "isFiller"
    from read_search(${text})`.execute(db)
  const [found] = rows
  if (found?.isFiller) return { by: 'filler' }
  return {
    by: 'words',
    everyWord: found?.everyWord || null,
    someWords: found?.someWords || null,
    readAs: found?.readAs ?? null,
  }
}
