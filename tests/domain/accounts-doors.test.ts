import type { ActionFunctionArgs } from '@remix-run/node'
import { describe, expect } from 'vitest'
import * as codePage from '#app/routes/account/code.tsx'
import * as forgotPage from '#app/routes/account/forgot.tsx'
import * as linkPage from '#app/routes/account/link.tsx'
import * as passwordPage from '#app/routes/account/password.tsx'
import * as accountPage from '#app/routes/account/sessions.tsx'
import * as signInPage from '#app/routes/account/sign-in.tsx'
import * as signOut from '#app/routes/account/sign-out.ts'
import type { App } from '#app/routes/context.server.ts'
import { aGroupUser, aStaffUser, Browser, PASSWORD, type TestDesk, test } from '#tests/support/desk.ts'

interface Page {
  action?: (args: ActionFunctionArgs) => unknown
  loader?: (args: ActionFunctionArgs) => unknown
}
interface Sent {
  id: string
  to: string
  text: string
  subject?: string
}

/** What a page answers: a response, or data with a status; thrown and returned alike. */
async function answerOf(work: () => unknown): Promise<{ status: number; headers: Headers; body: unknown }> {
  const answer = await (async () => work())().catch((thrown: unknown) => {
    if (thrown instanceof Response) return thrown
    throw thrown
  })
  if (answer instanceof Response) return { status: answer.status, headers: answer.headers, body: null }
  if (typeof answer === 'object' && answer !== null && 'init' in answer && 'data' in answer) {
    const init = (answer.init ?? {}) as ResponseInit
    return { status: init.status ?? 200, headers: new Headers(init.headers), body: answer.data }
  }
  return { status: 200, headers: new Headers(), body: answer }
}

/** A browser at the pages, without the HTTP between. */
class Visitor extends Browser {
  readonly sent: Sent[] = []

  constructor(readonly desk: TestDesk) {
    super()
  }

  private args(path: string, form: Record<string, string> | null, params = {}): ActionFunctionArgs {
    const outbox = { send: async (letter: Sent) => (this.sent.push(letter), { ok: true, value: null }) }
    const app = { ...this.desk, messages: outbox, mail: outbox, outbox: null } as unknown as App
    const headers = new Headers(this.request.headers)
    const request = new Request(`http://localhost:3000${path}`, {
      headers,
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    })
    return { request, params, context: { app, ip: this.ip, nonce: '' } }
  }

  async post(page: Page, path: string, form: Record<string, string>, params = {}) {
    const answer = await answerOf(() => page.action?.(this.args(path, form, params)))
    this.take(answer.headers)
    return { ...answer, location: answer.headers.get('Location') }
  }

  async get(page: Page, path: string, params = {}) {
    const answer = await answerOf(() => page.loader?.(this.args(path, null, params)))
    return { ...answer, location: answer.headers.get('Location') }
  }
}

const enterCode = async (visitor: Visitor, phone: string, path = '') => {
  await visitor.post(signInPage, `/masuk${path}`, { intent: 'group', phone })
  const code = /\d{6}/.exec(visitor.sent.at(-1)?.text ?? '')?.[0] ?? ''
  return visitor.post(codePage, `/masuk/kode${path}`, { code: `${code.slice(0, 3)} ${code.slice(3)}` })
}
const asStaff = (email: string, password = PASSWORD) => ({ intent: 'staff', email, password })

/** Looking somebody up takes a few milliseconds; every answer takes at least this many, found or not. */
const STEADY = 390
async function timed<Value>(work: () => Promise<Value>): Promise<[number, Value]> {
  const start = performance.now()
  const value = await work()
  return [performance.now() - start, value]
}

describe('whoever asks learns nothing about who is there', () => {
  test('from asking for a code', async ({ desk }) => {
    const { phone } = await aGroupUser(desk.ctx)
    const [one, other] = [new Visitor(desk), new Visitor(desk)]
    const ask = (visitor: Visitor, asked: string) =>
      timed(() => visitor.post(signInPage, '/masuk', { intent: 'group', phone: asked }))
    const [[knownTime, known], [unknownTime, unknown]] = [
      await ask(one, phone),
      await ask(other, '+6281377777777'),
    ]
    expect([known.status, known.location, known.body]).toEqual([
      unknown.status,
      unknown.location,
      unknown.body,
    ])
    expect([...one.cookies.keys()]).toEqual([...other.cookies.keys()])
    expect(Math.min(knownTime, unknownTime)).toBeGreaterThan(STEADY)
    await expect.poll(() => one.sent.length).toBe(1)
    expect(other.sent).toEqual([])
  })

  test('from a wrong code', async ({ desk }) => {
    const { phone } = await aGroupUser(desk.ctx)
    const bodies = []
    for (const asked of [phone, '+6281377777778']) {
      const visitor = new Visitor(desk)
      await visitor.post(signInPage, '/masuk', { intent: 'group', phone: asked })
      const { status, body } = await visitor.post(codePage, '/masuk/kode', { code: '000000' })
      bodies.push({ status, body })
    }
    expect(bodies[0]).toEqual(bodies[1])
    expect(bodies[0]?.status).toBe(422)
  })

  test('from a password that does not fit', async ({ desk }) => {
    const { email } = await aStaffUser(desk.ctx)
    const ask = (asked: string) =>
      timed(() => new Visitor(desk).post(signInPage, '/masuk', asStaff(asked, 'salah sama sekali')))
    const [[knownTime, known], [unknownTime, unknown]] = [await ask(email), await ask(`x-${email}`)]
    expect(JSON.stringify(known.body)).toBe(JSON.stringify(unknown.body).replaceAll(`x-${email}`, email))
    expect([known.status, unknown.status]).toEqual([422, 422])
    expect(Math.min(knownTime, unknownTime)).toBeGreaterThan(STEADY)
  })

  test('from asking for a new password', async ({ desk }) => {
    const { email } = await aStaffUser(desk.ctx)
    const [one, other] = [new Visitor(desk), new Visitor(desk)]
    const [knownTime, known] = await timed(() => one.post(forgotPage, '/masuk/lupa', { email }))
    const [unknownTime, unknown] = await timed(() =>
      other.post(forgotPage, '/masuk/lupa', { email: `x-${email}` }),
    )
    expect(known.status).toBe(unknown.status)
    expect(known.body).toEqual({ result: null, sentTo: email })
    expect(unknown.body).toEqual({ result: null, sentTo: `x-${email}` })
    expect(Math.min(knownTime, unknownTime)).toBeGreaterThan(STEADY)
    await expect.poll(() => one.sent.length).toBe(1)
    expect(one.sent[0]?.text).toMatch(/http:\/\/localhost:3000\/masuk\/atur-sandi\/[\w-]{43}\n/)
    expect(other.sent).toEqual([])
  })
})

describe('after signing in', () => {
  test('a group lands at its orders, staff at theirs, or where they were going', async ({ desk }) => {
    const { phone } = await aGroupUser(desk.ctx)
    const { email } = await aStaffUser(desk.ctx)
    const place = async (kembali: string) => {
      const path = `?${new URLSearchParams({ kembali })}`
      return (await new Visitor(desk).post(signInPage, `/masuk${path}`, asStaff(email))).location
    }
    expect((await enterCode(new Visitor(desk), phone)).location).toBe('/kelompok-saya/pesanan')
    expect((await enterCode(new Visitor(desk), phone, '?kembali=/kelompok-saya/pesanan/7')).location).toBe(
      '/kelompok-saya/pesanan/7',
    )
    expect((await enterCode(new Visitor(desk), phone, '?kembali=/petugas')).location).toBe(
      '/kelompok-saya/pesanan',
    )
    expect(await place('/petugas/transfer?hal=2')).toBe('/petugas/transfer?hal=2')
    expect(await place('/kelompok-saya/pesanan')).toBe('/petugas')
    expect(await place('/masuk')).toBe('/petugas')
  })

  test.for([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/%2f%2fevil.example/%5c',
    '%2f%2fevil.example',
    '/%09/evil.example',
  ])('nobody is sent away to %s', async (kembali, { desk }) => {
    const { email } = await aStaffUser(desk.ctx)
    const path = `/masuk?${new URLSearchParams({ kembali })}`
    const { location } = await new Visitor(desk).post(signInPage, path, asStaff(email))
    expect(new URL(location ?? '', 'http://localhost:3000').origin).toBe('http://localhost:3000')
    expect(location).not.toMatch(/evil/)
  })

  test('whoever is in already need not knock, and whoever is out is asked to', async ({ desk }) => {
    const { phone } = await aGroupUser(desk.ctx)
    const visitor = new Visitor(desk)
    expect((await visitor.get(accountPage, '/akun')).location).toBe('/masuk?kembali=%2Fakun')
    await enterCode(visitor, phone)
    expect((await visitor.get(signInPage, '/masuk')).location).toBe('/kelompok-saya/pesanan')
    expect((await visitor.get(accountPage, '/akun')).body).toMatchObject({ isGroup: true })
    expect((await visitor.get(passwordPage, '/akun/sandi')).status).toBe(404)
  })

  test('signing out ends the session, and a kept cookie is worth nothing', async ({ desk }) => {
    const { email } = await aStaffUser(desk.ctx)
    const visitor = new Visitor(desk)
    await visitor.post(signInPage, '/masuk', asStaff(email))
    const kept = new Visitor(desk)
    for (const [name, value] of visitor.cookies) kept.cookies.set(name, value)
    expect((await visitor.post(signOut, '/keluar', {})).location).toBe('/masuk')
    expect((await visitor.get(accountPage, '/akun')).status).toBe(302)
    expect((await kept.get(accountPage, '/akun')).status).toBe(302)
  })
})

test('limits answer 429 and say when to come back', async ({ desk }) => {
  const { phone } = await aGroupUser(desk.ctx)
  for (let at = 0; at < 5; at++) await desk.limits.consume('code-phone', phone)
  const { status, headers } = await new Visitor(desk).post(signInPage, '/masuk', { intent: 'group', phone })
  expect(status).toBe(429)
  expect(Number(headers.get('Retry-After'))).toBeGreaterThan(3_000)
})

test('what was typed wrong is said, and passwords are not sent back', async ({ desk }) => {
  const visitor = new Visitor(desk)
  const phone = await visitor.post(signInPage, '/masuk', { intent: 'group', phone: '0812' })
  expect(phone).toMatchObject({
    status: 422,
    body: { asked: 'group', result: { initialValue: { phone: '0812' } } },
  })
  const staff = await visitor.post(signInPage, '/masuk', asStaff('bukan-email', 'kata sandi rahasia'))
  expect(staff.status).toBe(422)
  expect(JSON.stringify(staff.body)).not.toContain('rahasia')
  expect(JSON.stringify(staff.body)).toContain('bukan-email')
  expect((await visitor.get(codePage, '/masuk/kode')).location).toBe('/masuk')
  expect((await visitor.get(linkPage, '/masuk/tautan/x', { token: 'x' })).status).toBe(404)
})
