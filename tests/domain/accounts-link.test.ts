import { sql } from 'kysely'
import { expect } from 'vitest'
import { findActor } from '#app/domain/accounts/find-actor.server.ts'
import {
  enterBySignInLink,
  findSignInLink,
  issueSignInLink,
} from '#app/domain/accounts/sign-in-link.server.ts'
import { disableUser, enableUser } from '#app/domain/accounts/staff-accounts.server.ts'
import { aGroupUser, aStaffCtx, Browser, type TestDesk, test } from '#tests/support/desk.ts'

async function aLink(desk: TestDesk) {
  const user = await aGroupUser(desk.ctx)
  const staff = await aStaffCtx(desk.ctx)
  const issued = await issueSignInLink(staff, user.id)
  if (!issued.ok) throw new Error(issued.error.code)
  return { user, staff, token: issued.value.token }
}

test('a printed link lets one phone in, once', async ({ desk }) => {
  const { user, token } = await aLink(desk)
  const browser = new Browser()
  const entered = await enterBySignInLink(desk, browser.visit, token)
  if (entered.ok) browser.take(entered.value.headers)
  expect(await findActor(desk, browser.request)).toMatchObject({ kind: 'group', groupId: user.groupId })
  expect(await enterBySignInLink(desk, new Browser().visit, token)).toEqual({
    ok: false,
    error: { code: 'no-link' },
  })
})

test('of two phones that open a link at once, one gets in', async ({ desk }) => {
  const { token } = await aLink(desk)
  const both = await Promise.all([1, 2].map(() => enterBySignInLink(desk, new Browser().visit, token)))
  expect(both.filter((entered) => entered.ok)).toHaveLength(1)
})

test('looking at a link does not use it up, and tells whose it is and whether it still works', async ({
  desk,
}) => {
  const { user, token } = await aLink(desk)
  const seen = { groupName: 'Seroja', userName: 'Bu Saniah' }
  expect(await findSignInLink(desk, token)).toEqual({ state: 'open', ...seen })
  expect(await findSignInLink(desk, token)).toEqual({ state: 'open', ...seen })
  await enterBySignInLink(desk, new Browser().visit, token)
  expect(await findSignInLink(desk, token)).toEqual({ state: 'used', ...seen })
  const later = (await aLink(desk)).token
  await sql`update sign_in_link set expires_at = moment() - interval '1 second' where used_at is null`.execute(
    desk.db,
  )
  expect(await findSignInLink(desk, later)).toMatchObject({ state: 'expired' })
  expect(await enterBySignInLink(desk, new Browser().visit, later)).toMatchObject({ ok: false })
  expect(await findSignInLink(desk, 'tebakan')).toBeNull()
  expect(user.id).toBeTruthy()
})

test('only the hash of a link is kept, and making one is written down', async ({ desk }) => {
  const { user, staff, token } = await aLink(desk)
  const rows = await desk.db.selectFrom('sign_in_link').where('user_id', '=', user.id).selectAll().execute()
  expect(JSON.stringify(rows)).not.toContain(token)
  const audit = await desk.db
    .selectFrom('audit_log')
    .where('subject', '=', `user:${user.id}`)
    .select(['action', 'actor_id', 'actor_name'])
    .execute()
  expect(audit).toEqual([
    { action: 'issue-sign-in-link', actor_id: staff.actor.userId, actor_name: 'Nurhayati' },
  ])
})

test('closing a phone voids its links', async ({ desk }) => {
  const { user, staff, token } = await aLink(desk)
  await disableUser(staff, { userId: user.id, reason: 'Ponsel hilang' })
  expect(await findSignInLink(desk, token)).toMatchObject({ state: 'expired' })
  expect(await enterBySignInLink(desk, new Browser().visit, token)).toMatchObject({ ok: false })
  await enableUser(staff, user.id)
  expect(await findSignInLink(desk, token)).toMatchObject({ state: 'expired' })
  expect(await enterBySignInLink(desk, new Browser().visit, token)).toMatchObject({ ok: false })
})
