import { describe, expect, vi } from 'vitest'
import { enterGroupCode } from '#app/domain/accounts/enter-group-code.server.ts'
import { findActor, findSession } from '#app/domain/accounts/find-actor.server.ts'
import {
  changePassword,
  findPasswordLink,
  makePasswordLink,
  setPasswordByLink,
} from '#app/domain/accounts/passwords.server.ts'
import { requestPasswordLink } from '#app/domain/accounts/request-password-link.server.ts'
import {
  confirmSecondStep,
  enterSecondStep,
  findPreparedSecondStep,
  prepareSecondStep,
  stopSecondStep,
} from '#app/domain/accounts/second-step.server.ts'
import { enterBySignInLink } from '#app/domain/accounts/sign-in-link.server.ts'
import { signInStaff } from '#app/domain/accounts/sign-in-staff.server.ts'
import { createStaff, disableUser, restartStaff } from '#app/domain/accounts/staff-accounts.server.ts'
import type { StaffActor } from '#app/platform/context.server.ts'
import { limit } from '#app/platform/rate-limit.server.ts'
import { aStaffCtx, aStaffUser, Browser, PASSWORD, type TestDesk, test } from '#tests/support/desk.ts'
import { totp } from '#tests/support/totp.ts'

const NEW_PASSWORD = 'tikar di beranda pagi'

async function signIn(desk: TestDesk, email: string, browser = new Browser(), password = PASSWORD) {
  const entered = await signInStaff(desk, browser.visit, { email, password })
  if (entered.ok) browser.take(entered.value.headers)
  return { browser, entered }
}

async function owner(desk: TestDesk, browser: Browser) {
  const session = await findSession(desk, browser.request)
  if (session?.actor.kind !== 'staff') throw new Error('Nobody of the staff is signed in')
  const actor: StaffActor = session.actor
  return { request: browser.request, actor, email: session.email }
}

describe('e-mail and password', () => {
  test('let staff in, as staff', async ({ desk }) => {
    const { id, email } = await aStaffUser(desk.ctx, { role: 'head' })
    const { browser, entered } = await signIn(desk, email)
    expect(entered).toMatchObject({ ok: true, value: { needsSecondStep: false } })
    expect(await findActor(desk, browser.request)).toEqual({
      kind: 'staff',
      userId: id,
      name: 'Nurhayati',
      role: 'head',
    })
  })

  test('are refused alike when the address, the password or the account is not right', async ({ desk }) => {
    const known = await aStaffUser(desk.ctx)
    const closed = await aStaffUser(desk.ctx)
    const invited = await aStaffUser(desk.ctx, { password: null })
    await disableUser(await aStaffCtx(desk.ctx, 'head'), { userId: closed.id, reason: 'Pindah tugas' })
    const faults = vi.spyOn(desk.log, 'error')
    const answers = await Promise.all([
      signIn(desk, known.email, new Browser(), 'bukan kata sandinya'),
      signIn(desk, 'tidak-ada@contoh.id'),
      signIn(desk, closed.email),
      signIn(desk, invited.email),
    ])
    for (const { entered, browser } of answers) {
      expect(entered).toEqual({ ok: false, error: { code: 'wrong-password' } })
      expect(browser.cookies.size).toBe(0)
    }
    expect(faults).not.toHaveBeenCalled()
    faults.mockRestore()
  })

  test('replace the session the browser had before', async ({ desk }) => {
    const [one, two] = [await aStaffUser(desk.ctx), await aStaffUser(desk.ctx)]
    const { browser } = await signIn(desk, one.email)
    const before = browser.request
    await signIn(desk, two.email, browser)
    expect(await findActor(desk, before)).toBeNull()
    expect(await findActor(desk, browser.request)).toMatchObject({ userId: two.id })
  })

  test('a stranger who guesses never locks the owner out', async ({ desk }) => {
    const { email } = await aStaffUser(desk.ctx)
    const { browser: mine } = await signIn(desk, email)
    for (let at = 0; at < 9; at++) await limit(desk, 'sign-in-account', email)
    for (let at = 0; at < 3; at++) await signIn(desk, email, new Browser(), `tebakan nomor ${at}`)
    expect((await signIn(desk, email, new Browser())).entered).toMatchObject({ error: { code: 'too-many' } })
    expect((await signIn(desk, email, mine)).entered.ok).toBe(true)
    const noted = await desk.db
      .selectFrom('audit_log')
      .where('action', '=', 'limit-sign-in')
      .where('subject', '=', 'limit:sign-in-account')
      .execute()
    expect(noted).toHaveLength(1)
  })

  test('one address cannot go through many accounts', async ({ desk }) => {
    const { email } = await aStaffUser(desk.ctx)
    const browser = new Browser()
    for (let at = 0; at < 50; at++) await limit(desk, 'sign-in-address', browser.ip)
    expect((await signIn(desk, email, browser)).entered).toMatchObject({ error: { code: 'too-many' } })
    expect((await signIn(desk, email)).entered.ok).toBe(true)
  })

  test('whichever door was knocked at too often, the log says so once', async ({ desk }) => {
    const { email } = await aStaffUser(desk.ctx)
    const { ip, visit } = new Browser()
    const doors: [string, number, () => Promise<{ ok: boolean }>][] = [
      ['password-account', 3, () => requestPasswordLink(desk, { email, ip })],
      ['link-address', 30, () => enterBySignInLink(desk, visit, 'x')],
      ['code-entry', 60, () => enterGroupCode(desk, visit, { token: 'x', code: '000000' })],
    ]
    for (const [name, points, knock] of doors) {
      for (let at = 0; at < points; at++) await knock()
      for (let at = 0; at < 2; at++)
        expect(await knock()).toMatchObject({
          error: { code: 'too-many', retryAfterSeconds: expect.any(Number) },
        })
      const lines = desk.db.selectFrom('audit_log').where('subject', '=', `limit:${name}`)
      expect(await lines.select('id').execute()).toHaveLength(1)
    }
  })
})

describe('a password link', () => {
  const tokenOf = (path: string) => path.split('/').at(-1) ?? ''

  test('sets the first password of somebody new, once', async ({ desk }) => {
    const created = await createStaff(desk.ctx, {
      name: 'Hendra Gunawan',
      email: ' Hendra.G@Contoh.ID ',
      role: 'staff',
    })
    if (!created.ok) throw new Error(created.error.code)
    const token = tokenOf(await makePasswordLink(desk, created.value.userId, 72))
    expect(await findPasswordLink(desk, token)).toMatchObject({ email: 'hendra.g@contoh.id' })
    expect(await setPasswordByLink(desk, { token, password: NEW_PASSWORD })).toMatchObject({ ok: true })
    expect(await setPasswordByLink(desk, { token, password: NEW_PASSWORD })).toMatchObject({
      ok: false,
      error: { code: 'no-link' },
    })
    const { entered } = await signIn(desk, 'hendra.g@contoh.id', new Browser(), NEW_PASSWORD)
    expect(entered.ok).toBe(true)
  })

  test('cannot be made twice for one address', async ({ desk }) => {
    const { email } = await aStaffUser(desk.ctx)
    expect(await createStaff(desk.ctx, { name: 'Hendra', email, role: 'staff' })).toEqual({
      ok: false,
      error: { code: 'email-taken' },
    })
  })

  test('ends every session, keeps the second step, and is kept only as a hash', async ({ desk }) => {
    const { id, email } = await aStaffUser(desk.ctx)
    const { browser } = await signIn(desk, email)
    const token = tokenOf(await makePasswordLink(desk, id))
    const rows = await desk.db.selectFrom('sign_in_verification').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(token)
    await setPasswordByLink(desk, { token, password: NEW_PASSWORD })
    expect(await findActor(desk, browser.request)).toBeNull()
    expect((await signIn(desk, email)).entered.ok).toBe(false)
  })

  test('does not take a password that anybody could guess', async ({ desk }) => {
    const { id } = await aStaffUser(desk.ctx)
    const token = tokenOf(await makePasswordLink(desk, id))
    const refused = await setPasswordByLink(desk, { token, password: 'perpustakaan123' })
    expect(refused).toEqual({ ok: false, error: { code: 'flawed-password', flaw: 'common' } })
    expect(await findPasswordLink(desk, token)).not.toBeNull()
  })

  test('sent twice at the same moment sets one password', async ({ desk }) => {
    const { id, email } = await aStaffUser(desk.ctx)
    const token = tokenOf(await makePasswordLink(desk, id))
    const passwords = [NEW_PASSWORD, 'sampan kecil di hulu']
    const set = await Promise.all(passwords.map((password) => setPasswordByLink(desk, { token, password })))
    const won = set.findIndex((result) => result.ok)
    expect(set.filter((result) => result.ok)).toHaveLength(1)
    expect(set.find((result) => !result.ok)).toEqual({ ok: false, error: { code: 'no-link' } })
    expect((await signIn(desk, email, new Browser(), passwords[won])).entered.ok).toBe(true)
    expect((await signIn(desk, email, new Browser(), passwords[1 - won])).entered.ok).toBe(false)
  })

  test('of an account that has been closed is void', async ({ desk }) => {
    const { id } = await aStaffUser(desk.ctx)
    const token = tokenOf(await makePasswordLink(desk, id))
    await disableUser(await aStaffCtx(desk.ctx, 'head'), { userId: id, reason: 'Pindah tugas.' })
    expect(await setPasswordByLink(desk, { token, password: NEW_PASSWORD })).toMatchObject({ ok: false })
  })

  test('is void once it is too old', async ({ desk }) => {
    const { id } = await aStaffUser(desk.ctx)
    const token = tokenOf(await makePasswordLink(desk, id, -1))
    expect(await findPasswordLink(desk, token)).toBeNull()
    expect(await setPasswordByLink(desk, { token, password: NEW_PASSWORD })).toMatchObject({ ok: false })
  })
})

describe('changing the password', () => {
  test('asks for the present one, ends the other sessions and renews this one', async ({ desk }) => {
    const { email } = await aStaffUser(desk.ctx)
    const [{ browser: here }, { browser: there }] = [await signIn(desk, email), await signIn(desk, email)]
    const wrong = await changePassword(desk, await owner(desk, here), {
      current: 'salah sekali',
      next: NEW_PASSWORD,
    })
    expect(wrong).toEqual({ ok: false, error: { code: 'wrong-password' } })
    const before = here.request
    const changed = await changePassword(desk, await owner(desk, here), {
      current: PASSWORD,
      next: NEW_PASSWORD,
    })
    if (changed.ok) here.take(changed.value.headers)
    expect(await findActor(desk, here.request)).not.toBeNull()
    expect(await findActor(desk, before)).toBeNull()
    expect(await findActor(desk, there.request)).toBeNull()
  })
})

describe('the second step', () => {
  async function withSecondStep(desk: TestDesk) {
    const user = await aStaffUser(desk.ctx)
    const { browser } = await signIn(desk, user.email)
    await prepareSecondStep(desk, await owner(desk, browser), PASSWORD)
    const prepared = await findPreparedSecondStep(desk, { userId: user.id, email: user.email })
    if (!prepared) throw new Error('Nothing was prepared')
    const confirmed = await confirmSecondStep(desk, await owner(desk, browser), totp(prepared.secret))
    if (!confirmed.ok) throw new Error(confirmed.error.code)
    browser.take(confirmed.value.headers)
    return { ...user, browser, secret: prepared.secret, backupCodes: prepared.backupCodes }
  }

  test('is not asked for until the app has shown a right code', async ({ desk }) => {
    const user = await aStaffUser(desk.ctx)
    const { browser } = await signIn(desk, user.email)
    expect(await prepareSecondStep(desk, await owner(desk, browser), 'bukan sandinya')).toEqual({
      ok: false,
      error: { code: 'wrong-password' },
    })
    await prepareSecondStep(desk, await owner(desk, browser), PASSWORD)
    const prepared = await findPreparedSecondStep(desk, { userId: user.id, email: user.email })
    expect(prepared?.uri).toMatch(/^otpauth:\/\/totp\/Anyam%20Kayong%3Apetugas-.*[?&]secret=[A-Z2-7]{52}&/)
    expect(await confirmSecondStep(desk, await owner(desk, browser), '000000')).toMatchObject({ ok: false })
    const { entered } = await signIn(desk, user.email)
    expect(entered).toMatchObject({ ok: true, value: { needsSecondStep: false } })
  })

  test('stands between the password and the session', async ({ desk }) => {
    const { id, email, secret, backupCodes } = await withSecondStep(desk)
    expect(backupCodes).toHaveLength(10)
    const { browser, entered } = await signIn(desk, email)
    expect(entered).toMatchObject({ ok: true, value: { needsSecondStep: true } })
    expect(await findActor(desk, browser.request)).toBeNull()
    expect(await enterSecondStep(desk, browser.visit, '000000')).toEqual({
      ok: false,
      error: { code: 'wrong-code' },
    })
    const step = await enterSecondStep(desk, browser.visit, totp(secret))
    if (step.ok) browser.take(step.value.headers)
    expect(await findActor(desk, browser.request)).toMatchObject({ userId: id })
    expect(await findPreparedSecondStep(desk, { userId: id, email })).toBeNull()
  })

  test('takes a code once, even while the app still shows it', async ({ desk }) => {
    const { email, secret } = await withSecondStep(desk)
    const code = totp(secret, Date.now() + 30_000)
    const [one, two] = [await signIn(desk, email), await signIn(desk, email)]
    expect((await enterSecondStep(desk, one.browser.visit, code)).ok).toBe(true)
    expect(await enterSecondStep(desk, two.browser.visit, code)).toEqual({
      ok: false,
      error: { code: 'used-code' },
    })
    expect(await findActor(desk, two.browser.request)).toBeNull()
  })

  test('takes each backup code once', async ({ desk }) => {
    const { email, backupCodes } = await withSecondStep(desk)
    const [code = ''] = backupCodes
    const [one, two] = [await signIn(desk, email), await signIn(desk, email)]
    expect((await enterSecondStep(desk, one.browser.visit, code)).ok).toBe(true)
    expect((await enterSecondStep(desk, two.browser.visit, code)).ok).toBe(false)
  })

  test('starts again after five wrong codes', async ({ desk }) => {
    const { email, secret } = await withSecondStep(desk)
    const { browser } = await signIn(desk, email)
    for (let at = 0; at < 5; at++) await enterSecondStep(desk, browser.visit, '000000')
    const refused = await enterSecondStep(desk, browser.visit, totp(secret))
    expect(refused).toEqual({ ok: false, error: { code: 'start-again' } })
  })

  test('leads nowhere without a password entered before', async ({ desk }) => {
    const { secret } = await withSecondStep(desk)
    expect(await enterSecondStep(desk, new Browser().visit, totp(secret))).toEqual({
      ok: false,
      error: { code: 'start-again' },
    })
  })

  test('goes off with the old password when whoever runs the site starts somebody over', async ({ desk }) => {
    const { id, email, browser } = await withSecondStep(desk)
    expect(await restartStaff(desk.ctx, email.toUpperCase())).toEqual({ ok: true, value: { userId: id } })
    expect(await findActor(desk, browser.request)).toBeNull()
    expect((await signIn(desk, email)).entered.ok).toBe(false)
    const path = await makePasswordLink(desk, id)
    await setPasswordByLink(desk, { token: path.split('/').at(-1) ?? '', password: NEW_PASSWORD })
    const { entered } = await signIn(desk, email, new Browser(), NEW_PASSWORD)
    expect(entered).toMatchObject({ ok: true, value: { needsSecondStep: false } })
    expect(await restartStaff(desk.ctx, 'tidak-ada@contoh.id')).toMatchObject({ ok: false })
  })

  test('stays on when the password is reset, and goes off with the password', async ({ desk }) => {
    const { id, email } = await withSecondStep(desk)
    const path = await makePasswordLink(desk, id)
    await setPasswordByLink(desk, { token: path.split('/').at(-1) ?? '', password: NEW_PASSWORD })
    const { entered } = await signIn(desk, email, new Browser(), NEW_PASSWORD)
    expect(entered).toMatchObject({ ok: true, value: { needsSecondStep: true } })

    const other = await withSecondStep(desk)
    const stopped = await stopSecondStep(desk, await owner(desk, other.browser), PASSWORD)
    if (stopped.ok) other.browser.take(stopped.value.headers)
    expect(await findSession(desk, other.browser.request)).toMatchObject({ hasTwoFactor: false })
  })
})
