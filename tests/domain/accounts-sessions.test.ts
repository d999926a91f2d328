import { sql } from 'kysely'
import { expect } from 'vitest'
import { createDemoUsers, DEMO_PASSWORD } from '#app/domain/accounts/demo-users.server.ts'
import { findActor, findSession } from '#app/domain/accounts/find-actor.server.ts'
import { forgetOldSignIns } from '#app/domain/accounts/forget-old-sign-ins.server.ts'
import { createGroupUser, findGroupUser } from '#app/domain/accounts/group-users.server.ts'
import { endSession, endSessions, listSessions } from '#app/domain/accounts/sessions.server.ts'
import { signInStaff } from '#app/domain/accounts/sign-in-staff.server.ts'
import { disableUser, enableUser } from '#app/domain/accounts/staff-accounts.server.ts'
import { writeAudit } from '#app/domain/accounts/write-audit.server.ts'
import { newId } from '#app/lib/ids.ts'
import { makeAuth } from '#app/platform/auth.server.ts'
import type { GroupCtx, StaffCtx } from '#app/platform/context.server.ts'
import { makePool } from '#app/platform/db.server.ts'
import { limit, makeLimits } from '#app/platform/rate-limit.server.ts'
import { aGroup } from '#tests/support/builders.ts'
import {
  aGroupUser,
  aStaffCtx,
  aStaffUser,
  Browser,
  deskOn,
  type TestDesk,
  test,
} from '#tests/support/desk.ts'
import { quiet } from '#tests/support/test.ts'

/** Somebody signed in, without the way that led there. */
async function signedIn(desk: TestDesk, userId: string): Promise<Browser> {
  const { headers } = await desk.auth.api.startSession({
    body: { userId },
    headers: new Headers(),
    returnHeaders: true,
  })
  return new Browser().take(headers)
}

async function ctxOf(desk: TestDesk, browser: Browser) {
  const session = await findSession(desk, browser.request)
  if (!session) throw new Error('Nobody is signed in')
  return { session, ctx: { ...desk.ctx, actor: session.actor } as GroupCtx | StaffCtx }
}

const hoursLeft = async (desk: TestDesk, userId: string) => {
  const { rows } = await sql<{ hours: number }>`
    select round(extract(epoch from expires_at - moment()) / 3600)::int as hours from user_session where user_id = ${userId}
  `.execute(desk.db)
  return rows[0]?.hours
}
const age = (desk: TestDesk, userId: string, hours: number) =>
  sql`update user_session set created_at = created_at - make_interval(hours => ${hours}),
    updated_at = updated_at - make_interval(hours => ${hours}) where user_id = ${userId}`.execute(desk.db)

test("a group's session lasts 90 days from when it was last used", async ({ desk }) => {
  const { id } = await aGroupUser(desk.ctx)
  const browser = await signedIn(desk, id)
  expect(await hoursLeft(desk, id)).toBe(90 * 24)
  await sql`update user_session set expires_at = expires_at - interval '60 days' where user_id = ${id}`.execute(
    desk.db,
  )
  await age(desk, id, 60 * 24)
  expect(await findActor(desk, browser.request)).not.toBeNull()
  expect(await hoursLeft(desk, id)).toBe(90 * 24)
})

test("staff's session ends after eight idle hours, and twelve hours after it began", async ({ desk }) => {
  const { id } = await aStaffUser(desk.ctx, { password: null })
  const browser = await signedIn(desk, id)
  expect(await hoursLeft(desk, id)).toBe(8)
  await age(desk, id, 7)
  expect(await findActor(desk, browser.request)).not.toBeNull()
  expect(await hoursLeft(desk, id)).toBe(5)
  await sql`update user_session set expires_at = moment() where user_id = ${id}`.execute(desk.db)
  expect(await findActor(desk, browser.request)).toBeNull()
})

test('a session is dead once it is ended, here or elsewhere, and the cookie with it', async ({ desk }) => {
  const { id } = await aGroupUser(desk.ctx)
  const [here, there, third] = [
    await signedIn(desk, id),
    await signedIn(desk, id),
    await signedIn(desk, id),
  ] as const
  const { ctx, session } = await ctxOf(desk, here)
  expect(await listSessions(ctx)).toHaveLength(3)
  const theirs = await ctxOf(desk, there)
  expect(await endSession(ctx, theirs.session.id)).toMatchObject({ ok: true })
  expect(await findActor(desk, there.request)).toBeNull()
  expect(await endSessions(ctx, session.id)).toBe(1)
  expect(await findActor(desk, third.request)).toBeNull()
  expect(await findActor(desk, here.request)).not.toBeNull()
  const { headers } = await desk.auth.api.signOut({ headers: here.request.headers, returnHeaders: true })
  const kept = here.request
  expect(here.take(headers).cookies.size).toBe(0)
  expect(await findActor(desk, kept)).toBeNull()
})

test("nobody ends somebody else's session", async ({ desk }) => {
  const [one, two] = [await aGroupUser(desk.ctx), await aGroupUser(desk.ctx)]
  const mine = await ctxOf(desk, await signedIn(desk, one.id))
  const theirs = await ctxOf(desk, await signedIn(desk, two.id))
  for (const id of [theirs.session.id, newId(), 'x']) {
    expect(await endSession(mine.ctx, id)).toEqual({ ok: false, error: { code: 'unknown-session' } })
  }
  expect(await listSessions(theirs.ctx)).toHaveLength(1)
})

test('a cookie that was tampered with, or made with another secret, is nobody', async ({ desk }) => {
  const { id } = await aGroupUser(desk.ctx)
  const browser = await signedIn(desk, id)
  const [[name = '', value = ''] = []] = browser.cookies
  const forged = makeAuth({ db: desk.db, log: quiet, origin: desk.env.origin, secret: 'x'.repeat(32) })
  const stranger = new Browser().take(
    (await forged.api.startSession({ body: { userId: id }, headers: new Headers(), returnHeaders: true }))
      .headers,
  )
  expect(await findActor(desk, stranger.request)).toBeNull()
  browser.cookies.set(
    name,
    value.replace(/^./, (first) => (first === 'a' ? 'b' : 'a')),
  )
  expect(await findActor(desk, browser.request)).toBeNull()
})

test('cookies are __Host- and Secure over https, and plain on localhost', async ({ desk }) => {
  const { id } = await aGroupUser(desk.ctx)
  const cookiesFor = async (origin: string) => {
    const auth = makeAuth({ db: desk.db, log: quiet, origin, secret: desk.env.secret })
    const body = { userId: id }
    const { headers } = await auth.api.startSession({ body, headers: new Headers(), returnHeaders: true })
    return headers.getSetCookie()
  }
  const [secure] = await cookiesFor('https://anyam.example.go.id')
  expect(secure).toMatch(/^__Host-anyam\.session_token=/)
  for (const part of [/; HttpOnly/i, /; Secure/i, /; SameSite=Lax/i, /; Path=\//i])
    expect(secure).toMatch(part)
  expect(secure).not.toMatch(/domain=/i)
  const [plain] = await cookiesFor('http://localhost:3000')
  expect(plain).toMatch(/^anyam\.session_token=/)
  expect(plain).not.toMatch(/secure/i)
})

test('closing an account ends its sessions; the head closes staff, staff close phones, nobody themselves', async ({
  desk,
}) => {
  const [staff, head] = [await aStaffCtx(desk.ctx), await aStaffCtx(desk.ctx, 'head')]
  const phone = await aGroupUser(desk.ctx)
  const browser = await signedIn(desk, phone.id)
  const close = (ctx: StaffCtx, userId: string) => disableUser(ctx, { userId, reason: 'Ponsel hilang' })
  expect(await close(staff, phone.id)).toMatchObject({ ok: true })
  expect(await findActor(desk, browser.request)).toBeNull()
  expect(await close(staff, head.actor.userId)).toEqual({ ok: false, error: { code: 'not-yours' } })
  expect(await close(head, head.actor.userId)).toEqual({ ok: false, error: { code: 'not-yours' } })
  expect(await close(head, staff.actor.userId)).toMatchObject({ ok: true })
  expect(await close(head, newId())).toEqual({ ok: false, error: { code: 'unknown-user' } })
  await enableUser(head, phone.id)
  expect(await findActor(desk, browser.request)).toBeNull()
  expect(await findActor(desk, (await signedIn(desk, phone.id)).request)).toMatchObject({ kind: 'group' })
  const audit = await desk.db
    .selectFrom('audit_log')
    .where('subject', '=', `user:${phone.id}`)
    .orderBy('id')
    .select(['action', 'reason'])
    .execute()
  expect(audit).toEqual([
    { action: 'disable-user', reason: 'Ponsel hilang' },
    { action: 'enable-user', reason: null },
  ])
})

test('staff let a phone sign in as a group; a phone belongs to one group', async ({ desk }) => {
  const staff = await aStaffCtx(desk.ctx)
  const groupId = await aGroup(desk.ctx)
  const input = { groupId, name: 'Bu Rosidah', phone: '+6281355550001' }
  const created = await createGroupUser(staff, input)
  expect(created).toMatchObject({ ok: true })
  const listed = (isDisabled: boolean) => ({ code: 'phone-listed', name: 'Bu Rosidah', isDisabled })
  expect(await createGroupUser(staff, { ...input, name: 'Bu Siti' })).toEqual({
    ok: false,
    error: listed(false),
  })
  expect(await createGroupUser(staff, { ...input, groupId: await aGroup(desk.ctx) })).toEqual({
    ok: false,
    error: { code: 'phone-taken' },
  })
  expect(await createGroupUser(staff, { ...input, groupId: newId() })).toEqual({
    ok: false,
    error: { code: 'unknown-group' },
  })
  const userId = created.ok ? created.value.userId : null
  expect(await findGroupUser(desk.ctx, userId)).toEqual({
    id: userId,
    name: 'Bu Rosidah',
    phone: '+6281355550001',
    groupId,
    groupName: 'Seroja',
    villageName: 'Pangkalan Buton',
    isDisabled: false,
  })
  await disableUser(staff, { userId: userId ?? '', reason: 'HP hilang di pasar' })
  expect(await createGroupUser(staff, input)).toEqual({ ok: false, error: listed(true) })
})

test('the audit log only grows', async ({ desk }) => {
  const staff = await aStaffCtx(desk.ctx)
  await writeAudit(staff, {
    action: 'confirm-transfer',
    subject: 'order:AK-7F3K',
    after: { paid: 1 },
    reason: null,
  })
  const { db } = desk
  await expect(db.updateTable('audit_log').set({ reason: 'lain' }).execute()).rejects.toMatchObject({
    code: '23001',
  })
  await expect(db.deleteFrom('audit_log').execute()).rejects.toMatchObject({ code: '23001' })
  await expect(sql`truncate audit_log`.execute(db)).rejects.toMatchObject({ code: '23001' })
})

test('what ended a month ago is forgotten, what still counts is not', async ({ desk }) => {
  const { id } = await aGroupUser(desk.ctx)
  const [old, open] = [await signedIn(desk, id), await signedIn(desk, id)]
  const { session } = await ctxOf(desk, old)
  await sql`update user_session set expires_at = moment() - interval '31 days' where id = ${session.id}`.execute(
    desk.db,
  )
  await forgetOldSignIns(desk.ctx)
  expect(await desk.db.selectFrom('user_session').where('user_id', '=', id).execute()).toHaveLength(1)
  expect(await findActor(desk, open.request)).not.toBeNull()
})

test('limits hold across two instances, and keep nothing that could be read', async ({ desk }) => {
  const other = deskOn(desk.pool, desk.url)
  const address = '203.0.113.77'
  const verdicts = []
  for (let at = 0; at < 22; at++) verdicts.push(await limit(at % 2 ? desk : other, 'tracking', address))
  expect(verdicts.slice(0, 20).every((verdict) => verdict.ok)).toBe(true)
  expect(verdicts[20]).toMatchObject({ ok: false, isFirst: true })
  expect(verdicts[21]).toMatchObject({ ok: false, isFirst: false })
  const [refused] = verdicts.slice(-1)
  expect(refused && !refused.ok && refused.retryAfterSeconds).toBeGreaterThan(800)
  const rows = await desk.db.selectFrom('rate_limit').selectAll().execute()
  expect(JSON.stringify(rows)).not.toContain(address)
  await desk.limits.forget('tracking', address)
  expect(await limit(other, 'tracking', address)).toEqual({ ok: true })
})

test('limits still hold, in this process, while the database does not answer', async () => {
  const pool = makePool('postgresql://nobody@127.0.0.1:1/nothing', quiet, 1)
  const limits = makeLimits({ pool, secret: 'x'.repeat(32), log: quiet })
  const verdicts = []
  for (let at = 0; at < 21; at++) verdicts.push((await limits.consume('tracking', 'somebody')).ok)
  expect(verdicts.lastIndexOf(true)).toBe(19)
  await pool.end()
})

test('demo sign-ins work with the published password, and belong to demo groups alone', async ({ desk }) => {
  const groupId = await aGroup(desk.ctx, { name: 'Melati Laut' })
  await desk.db.updateTable('craft_group').set({ is_demo: true }).where('id', '=', groupId).execute()
  const demo = await createDemoUsers(desk.ctx)
  expect(demo.groups).toEqual([
    { id: expect.any(String), groupId, groupName: 'Melati Laut', phone: '+6281200000001' },
  ])
  for (const { email } of demo.staff) {
    const entered = await signInStaff(desk, new Browser().visit, { email, password: DEMO_PASSWORD })
    expect(entered.ok).toBe(true)
  }
  const users = await desk.db.selectFrom('app_user').where('is_demo', '=', true).select('email').execute()
  expect(users).toHaveLength(3)
})
