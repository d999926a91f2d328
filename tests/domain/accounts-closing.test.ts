import { describe, expect } from 'vitest'
import { findActor } from '#app/domain/accounts/find-actor.server.ts'
import { signInStaff } from '#app/domain/accounts/sign-in-staff.server.ts'
import { disableUser, enableUser } from '#app/domain/accounts/staff-accounts.server.ts'
import { listStaffAccounts } from '#app/domain/accounts/staff-list.queries.server.ts'
import { aStaffCtx, aStaffUser, Browser, PASSWORD, type TestDesk, test } from '#tests/support/desk.ts'

const NOT_YOURS = { ok: false, error: { code: 'not-yours' } }
const reason = 'Pindah tugas.'

async function signIn(desk: TestDesk, email: string): Promise<Browser | null> {
  const browser = new Browser()
  const entered = await signInStaff(desk, browser.visit, { email, password: PASSWORD })
  return entered.ok ? browser.take(entered.value.headers) : null
}
const accountOf = async (desk: TestDesk, id: string) =>
  (await listStaffAccounts(await aStaffCtx(desk.ctx, 'head'))).find((account) => account.id === id)

describe('the account of somebody of the library', () => {
  test('is closed by the head: whoever was in is out at once, and cannot come back', async ({ desk }) => {
    const { id: userId, email } = await aStaffUser(desk.ctx)
    const head = await aStaffCtx(desk.ctx, 'head')
    const [one, two] = [await signIn(desk, email), await signIn(desk, email)]
    expect(await disableUser(head, { userId, reason })).toEqual({ ok: true, value: null })
    for (const browser of [one, two]) expect(await findActor(desk, browser?.request as Request)).toBeNull()
    expect(await signIn(desk, email)).toBeNull()
    expect(await accountOf(desk, userId)).toMatchObject({ closing: { by: 'Nurhayati', reason } })
    await disableUser(head, { userId, reason: 'Sekali lagi.' })
    expect(await accountOf(desk, userId)).toMatchObject({ closing: { reason } })
  })

  test('keeps when it was last used, however its sessions end', async ({ desk }) => {
    const { id: userId, email } = await aStaffUser(desk.ctx)
    expect(await accountOf(desk, userId)).toMatchObject({ lastSeenAt: null })
    const browser = await signIn(desk, email)
    const usedAt = new Date(Date.now() + 3_600_000)
    const use = (id: string) =>
      desk.db.updateTable('user_session').set({ updated_at: usedAt }).where('user_id', '=', id).execute()
    await use(userId)
    await desk.auth.api.signOut({ headers: browser?.request.headers as Headers })
    expect(await accountOf(desk, userId)).toMatchObject({ lastSeenAt: usedAt })
    await signIn(desk, email)
    await disableUser(await aStaffCtx(desk.ctx, 'head'), { userId, reason })
    expect(await accountOf(desk, userId)).toMatchObject({ lastSeenAt: usedAt })
  })

  test('is closed in the very moment in which its owner signs out', async ({ desk }) => {
    for (let round = 0; round < 12; round++) {
      const { id: userId, email } = await aStaffUser(desk.ctx)
      const head = await aStaffCtx(desk.ctx, 'head')
      const browser = await signIn(desk, email)
      const signsOut = desk.auth.api.signOut({ headers: browser?.request.headers as Headers })
      const [closed] = await Promise.all([disableUser(head, { userId, reason }), signsOut])
      expect(closed).toEqual({ ok: true, value: null })
      expect(await findActor(desk, browser?.request as Request)).toBeNull()
    }
  })

  test('is opened again with the password it had, and no session of before', async ({ desk }) => {
    const { id: userId, email } = await aStaffUser(desk.ctx)
    const head = await aStaffCtx(desk.ctx, 'head')
    const before = await signIn(desk, email)
    await disableUser(head, { userId, reason })
    expect(await enableUser(head, userId)).toEqual({ ok: true, value: null })
    expect(await findActor(desk, before?.request as Request)).toBeNull()
    expect(await signIn(desk, email)).not.toBeNull()
    expect(await accountOf(desk, userId)).toMatchObject({ closedAt: null, closing: null })
  })

  test('is not closed by staff, by its owner, or by a head that has been closed', async ({ desk }) => {
    const { id: userId } = await aStaffUser(desk.ctx)
    const staff = await aStaffCtx(desk.ctx)
    const head = await aStaffCtx(desk.ctx, 'head')
    expect(await disableUser(staff, { userId, reason })).toEqual(NOT_YOURS)
    expect(await disableUser(head, { userId: head.actor.userId, reason })).toEqual(NOT_YOURS)
    await disableUser(await aStaffCtx(desk.ctx, 'head'), { userId: head.actor.userId, reason })
    expect(await disableUser(head, { userId, reason })).toEqual(NOT_YOURS)
    expect(await enableUser(head, head.actor.userId)).toEqual(NOT_YOURS)
    expect(await accountOf(desk, userId)).toMatchObject({ closedAt: null })
  })
})

describe('an open head', () => {
  test('remains when two close each other in the same moment', async ({ desk }) => {
    for (let round = 0; round < 8; round++) {
      const [one, two] = [await aStaffCtx(desk.ctx, 'head'), await aStaffCtx(desk.ctx, 'head')]
      const closed = await Promise.all([
        disableUser(one, { userId: two.actor.userId, reason }),
        disableUser(two, { userId: one.actor.userId, reason }),
      ])
      expect(closed.filter(({ ok }) => ok)).toHaveLength(1)
      expect(closed).toContainEqual(NOT_YOURS)
    }
  })

  test('remains whatever asks for the last to be closed', async ({ desk }) => {
    await aStaffUser(desk.ctx, { role: 'head' })
    const constraint = 'app_user_open_head_remains'
    for (const change of [{ disabled_at: new Date() }, { role: 'staff' }]) {
      const ends = desk.db.updateTable('app_user').set(change).where('role', '=', 'head').execute()
      await expect(ends).rejects.toMatchObject({ constraint })
    }
  })
})
