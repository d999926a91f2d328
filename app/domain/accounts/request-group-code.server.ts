import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { newId, newToken } from '#app/lib/ids.ts'
import { ok, type Result, refuse } from '#app/lib/result.ts'
import { moment } from '#app/platform/db.server.ts'
import type { Desk, TooMany } from './desk.ts'
import { CODE_MINUTES } from './group-codes.ts'
import { hashOfCode, hashOfToken } from './hashes.server.ts'
import { tooMany } from './too-many.server.ts'

interface Asked {
  /** in E.164 */
  phone: string
  ip: string
  /** what this browser was given when it asked before; that code stops working */
  previousToken: string | null
}

export interface CodeRequest {
  /** for the browser's cookie: the code works with it and nowhere else */
  token: string
  /** what to send, when the phone is a group's; the answer to the browser must be the same without */
  delivery: { id: string; to: string; code: string } | null
}

/**
 * Makes a six-digit code for a group's phone, good for ten minutes, once, in the browser that asked.
 * A phone nobody has gets a row of its own with a code nobody learns, so that the answers cannot be told apart.
 */
export async function requestGroupCode(desk: Desk, asked: Asked): Promise<Result<CodeRequest, TooMany>> {
  const refusal = await tooMany(desk, [
    ['code-address', asked.ip],
    ['code-phone', asked.phone],
  ])
  if (refusal) return refuse(refusal)
  const { db, env } = desk
  const user = await db
    .selectFrom('app_user')
    .where('phone_number', '=', asked.phone)
    .where('role', '=', 'group')
    .where('disabled_at', 'is', null)
    .select('id')
    .executeTakeFirst()
  const [id, token, code] = [newId(), newToken(), sixDigits()]
  await forgetOldCodes(desk, asked.previousToken)
  await db
    .insertInto('sign_in_code')
    .values({
      id,
      user_id: user?.id ?? null,
      browser_hash: hashOfToken(token),
      code_hash: hashOfCode(env.secret, id, code),
      expires_at: inCodeMinutes(),
    })
    .execute()
  return ok({ token, delivery: user ? { id: `sign-in-code:${id}`, to: asked.phone, code } : null })
}

/** A code of six digits, each as likely as any other. */
export const sixDigits = (): string => String(randomInt(1_000_000)).padStart(6, '0')
/** When a code made now is over, for a statement. */
export const inCodeMinutes = () => sql<Date>`moment() + make_interval(mins => ${CODE_MINUTES})`

/** The browser's earlier code, and codes so old that no page speaks of them any more. */
async function forgetOldCodes({ db }: Desk, previousToken: string | null): Promise<void> {
  await db
    .deleteFrom('sign_in_code')
    .where((eb) =>
      eb.or([
        eb('expires_at', '<', sql<Date>`${moment()} - interval '1 day'`),
        ...(previousToken ? [eb('browser_hash', '=', hashOfToken(previousToken))] : []),
      ]),
    )
    .execute()
}
