import { hashPassword } from 'better-auth/crypto'
import type pg from 'pg'
import type { Desk, Visit } from '#app/domain/accounts/desk.ts'
import { newId } from '#app/lib/ids.ts'
import { makeAuth } from '#app/platform/auth.server.ts'
import type { Ctx, StaffCtx } from '#app/platform/context.server.ts'
import { type Database, makeDatabase, makePool } from '#app/platform/db.server.ts'
import { makeLimits } from '#app/platform/rate-limit.server.ts'
import { aGroup, aGroupPhone } from './builders.ts'
import { freshDatabase } from './database.ts'
import { test as base, NOW, quiet } from './test.ts'

export interface TestDesk extends Desk {
  db: Database
  pool: pg.Pool
  url: string
  ctx: Ctx
}

/** A database with the sign-in desk on it, shared by the tests of one file: each makes people of its own. */
export const test = base.extend<{ $file: { desk: TestDesk } }>({
  desk: [
    // oxlint-disable-next-line no-empty-pattern -- vitest reads the fixture's needs from this pattern
    async ({}, use) => {
      const fresh = await freshDatabase()
      const pool = makePool(fresh.url, quiet, 12)
      await use(deskOn(pool, fresh.url))
      await pool.end()
      await fresh.drop()
    },
    { scope: 'file' },
  ],
})

/** The desk as one running instance of the app would have it. */
export function deskOn(pool: pg.Pool, url: string): TestDesk {
  const env = { origin: 'http://localhost:3000', secret: 'tests know this secret, nobody else' }
  const db = makeDatabase(pool)
  return {
    db,
    pool,
    url,
    env,
    log: quiet,
    auth: makeAuth({ db, log: quiet, ...env }),
    limits: makeLimits({ pool, secret: env.secret, log: quiet }),
    ctx: { db, now: NOW, locale: 'id', log: quiet },
  }
}

/** A browser: keeps the cookies it is given and sends them along. */
export class Browser {
  readonly cookies = new Map<string, string>()

  constructor(readonly ip = `10.${octet()}.${octet()}.${octet()}`) {}

  take(headers: Headers): this {
    for (const line of headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (/max-age=0/i.test(line)) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    return this
  }

  get request(): Request {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    return new Request('http://localhost:3000/', { headers: cookie ? { cookie } : {} })
  }

  get visit(): Visit {
    return { request: this.request, ip: this.ip }
  }
}
const octet = () => Math.floor(Math.random() * 256)

export const PASSWORD = 'perahu lambat di muara'

export async function aStaffUser(
  { db }: Pick<Ctx, 'db'>,
  over: { role?: 'staff' | 'head'; password?: string | null } = {},
): Promise<{ id: string; email: string; name: string }> {
  const id = newId()
  const user = { id, email: `petugas-${id.slice(-12)}@contoh.id`, name: 'Nurhayati' }
  await db
    .insertInto('app_user')
    .values({ ...user, role: over.role ?? 'staff' })
    .execute()
  if (over.password !== null) {
    const password = await hashPassword(over.password ?? PASSWORD)
    await db
      .insertInto('user_credential')
      .values({ id: newId(), user_id: id, account_id: id, provider_id: 'credential', password })
      .execute()
  }
  return user
}

/** Someone of the library, signed in, for commands that staff give. */
export async function aStaffCtx(ctx: Ctx, role: 'staff' | 'head' = 'staff'): Promise<StaffCtx> {
  const { id, name } = await aStaffUser(ctx, { role, password: null })
  return { ...ctx, actor: { kind: 'staff', userId: id, name, role } }
}

export async function aGroupUser(ctx: Ctx): Promise<{ id: string; phone: string; groupId: string }> {
  const groupId = await aGroup(ctx, { hasPhone: false })
  return { ...(await aGroupPhone(ctx, groupId)), groupId }
}
