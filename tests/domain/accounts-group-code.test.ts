import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { enterGroupCode } from '#app/domain/accounts/enter-group-code.server.ts'
import { findActor } from '#app/domain/accounts/find-actor.server.ts'
import { issueGroupCode } from '#app/domain/accounts/issue-group-code.server.ts'
import { requestGroupCode } from '#app/domain/accounts/request-group-code.server.ts'
import { disableUser } from '#app/domain/accounts/staff-accounts.server.ts'
import { aGroupUser, aStaffCtx, Browser, type TestDesk, test } from '#tests/support/desk.ts'

async function ask(desk: TestDesk, phone: string, browser = new Browser()) {
  const asked = await requestGroupCode(desk, { phone, ip: browser.ip, previousToken: null })
  if (!asked.ok) throw new Error(asked.error.code)
  return { browser, token: asked.value.token, code: asked.value.delivery?.code ?? '' }
}
const otherThan = (code: string) => (code === '000000' ? '111111' : '000000')
const passMinutes = (desk: TestDesk, minutes: number) =>
  sql`update sign_in_code set expires_at = expires_at - make_interval(mins => ${minutes})`.execute(desk.db)

const countWaiting = async (desk: TestDesk) => {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock' and query like '%sign_in_code%'`.execute(
    desk.db,
  )
  return rows[0]?.count
}

describe('the six digits sent to a phone', () => {
  test('let the group in, as that group and nobody else', async ({ desk }) => {
    const user = await aGroupUser(desk.ctx)
    const { browser, token, code } = await ask(desk, user.phone)
    expect(code).toMatch(/^\d{6}$/)
    const entered = await enterGroupCode(desk, browser.visit, { token, code })
    expect(entered.ok).toBe(true)
    if (entered.ok) browser.take(entered.value.headers)
    expect(await findActor(desk, browser.request)).toEqual({
      kind: 'group',
      userId: user.id,
      groupId: user.groupId,
      name: 'Bu Saniah',
    })
  })

  test('are good once', async ({ desk }) => {
    const { phone } = await aGroupUser(desk.ctx)
    const { browser, token, code } = await ask(desk, phone)
    await enterGroupCode(desk, browser.visit, { token, code })
    expect(await enterGroupCode(desk, browser.visit, { token, code })).toEqual({
      ok: false,
      error: { code: 'no-request' },
    })
  })

  test('are good once, however many hurry', async ({ desk }) => {
    const { phone } = await aGroupUser(desk.ctx)
    const { browser, token, code } = await ask(desk, phone)
    const entering = await desk.db.transaction().execute(async (trx) => {
      await trx.selectFrom('sign_in_code').forUpdate().select('id').execute()
      const tries = Array.from({ length: 5 }, () => enterGroupCode(desk, browser.visit, { token, code }))
      // so that none is through before the last has been counted
      await expect.poll(() => countWaiting(desk)).toBe(5)
      return tries
    })
    const tries = await Promise.all(entering)
    expect(tries.filter((entered) => entered.ok)).toHaveLength(1)
  })

  test('are good only in the browser that asked', async ({ desk }) => {
    const { phone } = await aGroupUser(desk.ctx)
    const mine = await ask(desk, phone)
    const other = await ask(desk, phone)
    const entered = await enterGroupCode(desk, other.browser.visit, { token: other.token, code: mine.code })
    expect(entered).toMatchObject({ ok: false, error: { code: 'wrong-code' } })
  })

  test('are void after ten minutes', async ({ desk }) => {
    const { phone } = await aGroupUser(desk.ctx)
    const { browser, token, code } = await ask(desk, phone)
    await passMinutes(desk, 11)
    const entered = await enterGroupCode(desk, browser.visit, { token, code })
    expect(entered).toEqual({ ok: false, error: { code: 'no-request' } })
  })

  test('are void after five wrong tries, even when the sixth is right', async ({ desk }) => {
    const { phone } = await aGroupUser(desk.ctx)
    const { browser, token, code } = await ask(desk, phone)
    const left = []
    for (let at = 0; at < 5; at++) {
      const entered = await enterGroupCode(desk, browser.visit, { token, code: otherThan(code) })
      left.push(!entered.ok && entered.error.code === 'wrong-code' && entered.error.triesLeft)
    }
    expect(left).toEqual([4, 3, 2, 1, 0])
    const sixth = await enterGroupCode(desk, browser.visit, { token, code })
    expect(sixth).toEqual({ ok: false, error: { code: 'no-request' } })
  })

  test('are replaced when the browser asks again', async ({ desk }) => {
    const { phone } = await aGroupUser(desk.ctx)
    const first = await ask(desk, phone)
    await requestGroupCode(desk, { phone, ip: first.browser.ip, previousToken: first.token })
    const entered = await enterGroupCode(desk, first.browser.visit, first)
    expect(entered).toEqual({ ok: false, error: { code: 'no-request' } })
  })

  test('are not kept in a form that could be guessed', async ({ desk }) => {
    const { id, phone } = await aGroupUser(desk.ctx)
    const { code, token } = await ask(desk, phone)
    const row = await desk.db
      .selectFrom('sign_in_code')
      .where('user_id', '=', id)
      .selectAll()
      .executeTakeFirstOrThrow()
    expect(JSON.stringify(row)).not.toContain(token)
    expect(row.code_hash).not.toContain(code)
    expect(row.code_hash).toHaveLength(43)
  })
})

test('a phone nobody has is answered like any other, and never lets anybody in', async ({ desk }) => {
  const browser = new Browser()
  const asked = await requestGroupCode(desk, { phone: '+6281399999999', ip: browser.ip, previousToken: null })
  expect(asked).toMatchObject({
    ok: true,
    value: { token: expect.stringMatching(/^.{43}$/), delivery: null },
  })
  if (!asked.ok) return
  const entered = await enterGroupCode(desk, browser.visit, { token: asked.value.token, code: '123456' })
  expect(entered).toEqual({ ok: false, error: { code: 'wrong-code', triesLeft: 4 } })
})

test('a phone can be asked for five times an hour, from however many browsers', async ({ desk }) => {
  const { phone } = await aGroupUser(desk.ctx)
  for (let at = 0; at < 5; at++) await ask(desk, phone)
  const sixth = await requestGroupCode(desk, { phone, ip: new Browser().ip, previousToken: null })
  expect(sixth).toMatchObject({ ok: false, error: { code: 'too-many' } })
})

describe('a code that staff read out', () => {
  const issue = async (desk: TestDesk, userId: string) => {
    const issued = await issueGroupCode(await aStaffCtx(desk.ctx), { userId, secret: desk.env.secret })
    if (!issued.ok) throw new Error(issued.error.code)
    return issued.value.code
  }

  test('lets the group in from a browser that asked for its phone, once', async ({ desk }) => {
    const user = await aGroupUser(desk.ctx)
    const code = await issue(desk, user.id)
    const [one, two] = [await ask(desk, user.phone), await ask(desk, user.phone)]
    expect(await enterGroupCode(desk, one.browser.visit, { token: one.token, code })).toMatchObject({
      ok: true,
    })
    expect(await enterGroupCode(desk, two.browser.visit, { token: two.token, code })).toMatchObject({
      ok: false,
    })
  })

  test('is worth nothing to a browser that asked for another phone', async ({ desk }) => {
    const [user, other] = [await aGroupUser(desk.ctx), await aGroupUser(desk.ctx)]
    const code = await issue(desk, user.id)
    const asked = await ask(desk, other.phone)
    const entered = await enterGroupCode(desk, asked.browser.visit, { token: asked.token, code })
    expect(entered).toMatchObject({ ok: false, error: { code: 'wrong-code' } })
  })

  test('replaces the one read out before, and leaves a row in the audit log', async ({ desk }) => {
    const user = await aGroupUser(desk.ctx)
    const first = await issue(desk, user.id)
    const second = await issue(desk, user.id)
    const asked = await ask(desk, user.phone)
    if (first !== second) {
      const entered = await enterGroupCode(desk, asked.browser.visit, { token: asked.token, code: first })
      expect(entered.ok).toBe(false)
    }
    const rows = await desk.db
      .selectFrom('audit_log')
      .where('subject', '=', `user:${user.id}`)
      .selectAll()
      .execute()
    expect(rows.map((row) => row.action)).toEqual(['issue-group-code', 'issue-group-code'])
    expect(JSON.stringify(rows)).not.toContain(second)
  })

  test('is not made for staff, nor for a closed phone', async ({ desk }) => {
    const staff = await aStaffCtx(desk.ctx)
    const user = await aGroupUser(desk.ctx)
    await disableUser(staff, { userId: user.id, reason: 'Nomor berganti' })
    for (const userId of [staff.actor.userId, user.id, 'bukan-id']) {
      const issued = await issueGroupCode(staff, { userId, secret: desk.env.secret })
      expect(issued).toEqual({ ok: false, error: { code: 'unknown-user' } })
    }
  })
})

test('a phone closed between asking and entering stays out', async ({ desk }) => {
  const user = await aGroupUser(desk.ctx)
  const { browser, token, code } = await ask(desk, user.phone)
  await disableUser(await aStaffCtx(desk.ctx), { userId: user.id, reason: 'Ponsel hilang' })
  expect((await enterGroupCode(desk, browser.visit, { token, code })).ok).toBe(false)
})
