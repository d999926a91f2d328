import { sql } from 'kysely'
import { type Auth, endOfSession } from '#app/platform/auth.server.ts'
import type { GroupActor, StaffActor } from '#app/platform/context.server.ts'
import { type Db, moment } from '#app/platform/db.server.ts'

interface Gate {
  db: Db
  auth: Auth
}

export interface Session {
  id: string
  actor: GroupActor | StaffActor
  email: string
  phone: string | null
  hasTwoFactor: boolean
}

/**
 * Who is behind a request, by its session cookie.
 * @returns null when nobody is signed in, the session has ended, or its user is disabled
 */
export async function findActor(gate: Gate, request: Request): Promise<GroupActor | StaffActor | null> {
  return (await findSession(gate, request))?.actor ?? null
}

/** The session a request carries, kept alive by being used; null when there is none that still counts. */
export async function findSession({ db, auth }: Gate, request: Request): Promise<Session | null> {
  if (!request.headers.has('cookie')) return null
  const { token } = await auth.api.readSessionToken({ headers: request.headers })
  return token ? sessionOf(db, token) : null
}

async function sessionOf(db: Db, token: string): Promise<Session | null> {
  const row = await db
    .selectFrom('user_session')
    .innerJoin('app_user', 'app_user.id', 'user_session.user_id')
    .where('user_session.token', '=', token)
    .where('user_session.expires_at', '>', moment())
    .where('app_user.disabled_at', 'is', null)
    .select(['user_session.id', 'app_user.id as userId', 'name', 'role', 'group_id', 'email'])
    .select(['phone_number', 'two_factor_enabled'])
    .select(sql<boolean>`user_session.updated_at < moment() - interval '5 minutes'`.as('isStale'))
    .executeTakeFirst()
  if (!row) return null
  if (row.isStale) await touch(db, row.id)
  return {
    id: row.id,
    actor: actorOf(row),
    email: row.email,
    phone: row.phone_number,
    hasTwoFactor: row.two_factor_enabled,
  }
}

interface UserRow {
  userId: string
  name: string
  role: string
  group_id: string | null
}

function actorOf({ userId, name, role, group_id: groupId }: UserRow): GroupActor | StaffActor {
  if (groupId !== null) return { kind: 'group', userId, groupId, name }
  return { kind: 'staff', userId, name, role: role === 'head' ? 'head' : 'staff' }
}

/** Once in five minutes is often enough to know that somebody is still there. */
async function touch(db: Db, sessionId: string): Promise<void> {
  await db
    .updateTable('user_session')
    .from('app_user')
    .whereRef('app_user.id', '=', 'user_session.user_id')
    .where('user_session.id', '=', sessionId)
    .set({ updated_at: moment(), expires_at: endOfSession(sql.ref('user_session.created_at')) })
    .execute()
}
