import { ok, type Result, refuse } from '#app/lib/result.ts'
import { moment } from '#app/platform/db.server.ts'
import { admit } from './admit.server.ts'
import type { Admission, Desk, TooMany, Visit } from './desk.ts'
import { CODE_TRIES } from './group-codes.ts'
import { hashOfCode, hashOfToken, isSameHash } from './hashes.server.ts'
import { tooMany } from './too-many.server.ts'

interface Entered {
  /** the browser's own, from its cookie */
  token: string
  code: string
}

export type CodeRefusal =
  | { code: 'wrong-code'; triesLeft: number }
  /** too old, used, tried too often, or asked for in another browser */
  | { code: 'no-request' }
  | TooMany

/**
 * Signs a group in with six digits: the ones sent to its phone, or ones that staff read out meanwhile.
 * Each try is counted before it is judged, so that hurrying many at once gains nothing.
 */
export async function enterGroupCode(
  desk: Desk,
  { request, ip }: Visit,
  { token, code }: Entered,
): Promise<Result<Admission, CodeRefusal>> {
  const refusal = await tooMany(desk, [['code-entry', ip]])
  if (refusal) return refuse(refusal)
  const asked = await countTry(desk, token)
  if (!asked) return refuse({ code: 'no-request' })
  const matched = await matchingCode(desk, asked, code)
  const userId = matched && (await useUp(desk, [matched.id, asked.id]))
  if (!userId) return refuse({ code: 'wrong-code', triesLeft: CODE_TRIES - asked.tries })
  const headers = await admit(desk, request, { userId, by: 'code' })
  if (!headers) return refuse({ code: 'no-request' })
  if (matched.id === asked.id) await markPhoneReached(desk, userId)
  return ok({ headers })
}

interface AskedRow {
  id: string
  user_id: string | null
  code_hash: string
  tries: number
}

const countTry = ({ db }: Desk, token: string): Promise<AskedRow | undefined> =>
  db
    .updateTable('sign_in_code')
    .set((eb) => ({ tries: eb('tries', '+', 1) }))
    .where('browser_hash', '=', hashOfToken(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', moment())
    .where('tries', '<', CODE_TRIES)
    .returning(['id', 'user_id', 'code_hash', 'tries'])
    .executeTakeFirst()

/** The browser's own code, or one that staff have read out to the same user. */
async function matchingCode({ db, env }: Desk, asked: AskedRow, code: string) {
  const readOut = await db
    .selectFrom('sign_in_code')
    .where('user_id', '=', asked.user_id)
    .where('issued_by', 'is not', null)
    .where('used_at', 'is', null)
    .where('expires_at', '>', moment())
    .select(['id', 'user_id', 'code_hash'])
    .execute()
  return [asked, ...readOut].find(
    (row) => row.user_id !== null && isSameHash(row.code_hash, hashOfCode(env.secret, row.id, code)),
  )
}

/** Both the code and the request are spent; whoever comes second with the same code finds nothing. */
async function useUp({ db }: Desk, ids: [matched: string, asked: string]): Promise<string | null> {
  const spent = await db
    .updateTable('sign_in_code')
    .set({ used_at: moment() })
    .where('id', 'in', ids)
    .where('used_at', 'is', null)
    .returning(['id', 'user_id'])
    .execute()
  return spent.find((row) => row.id === ids[0])?.user_id ?? null
}

async function markPhoneReached({ db }: Desk, userId: string): Promise<void> {
  await db
    .updateTable('app_user')
    .set({ phone_number_verified: true, updated_at: moment() })
    .where('id', '=', userId)
    .where('phone_number_verified', '=', false)
    .execute()
}
