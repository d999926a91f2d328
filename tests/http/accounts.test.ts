import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp, type TestBrowser } from '#tests/support/http.ts'
import { wordsOf } from '#tests/support/shopper.ts'
import { totp } from '#tests/support/totp.ts'

const PHONES = ['0812-0000-0001', '62812 0000 0002', '+62 812 0000 0003', '0812.0000.0004'] as const
const PASSWORD = 'anyaman-pandan-2020'
const STAFF = { intent: 'staff', email: 'petugas@demo.anyam.id', password: PASSWORD }
const HEAD = { ...STAFF, email: 'kepala@demo.anyam.id' }

let app: TestApp
beforeAll(async () => {
  app = await startTestApp({ demo: true, cards: false })
}, 180_000)
afterAll(() => app.stop())

const words = async (answer: Response) => wordsOf(await answer.text())
/** A page without what must differ from one answer to the next. */
const bare = async (answer: Response, own: string) =>
  (await answer.text()).replaceAll(own, 'X').replace(/nonce="[^"]*"/g, '')
const askCode = (browser: TestBrowser, phone: string) => browser.post('/masuk', { intent: 'group', phone })

/** The newest six figures that left for a phone. */
async function codeFor(phone: string): Promise<string> {
  for (let tries = 0; tries < 50; tries++) {
    const letters = await words(await app.browser().get('/lokal/surat'))
    const code = new RegExp(`\\${phone} .{0,80}?(\\d{6})`).exec(letters)?.[1]
    if (code) return code
    await new Promise((resume) => {
      setTimeout(resume, 100)
    })
  }
  throw new Error(`No code has left for ${phone}`)
}

async function signedIn(form: typeof STAFF): Promise<TestBrowser> {
  const browser = app.browser()
  const answer = await browser.post('/masuk', form)
  expect(answer.headers.get('Location')).toBe('/petugas')
  return browser
}

describe('a group', () => {
  test('comes in with its phone, however it is written, and the code sent to it', async () => {
    for (const [place, phone] of PHONES.entries()) {
      const browser = app.browser()
      const asked = await askCode(browser, phone)
      expect([asked.status, asked.headers.get('Location')]).toEqual([302, '/masuk/kode'])
      const code = await codeFor(`+6281200000${String(place + 1).padStart(3, '0')}`)
      const entered = await browser.post('/masuk/kode', { code: `${code.slice(0, 3)} ${code.slice(3)}` })
      expect(entered.headers.get('Location')).toBe('/kelompok-saya/pesanan')
      expect((await browser.get('/kelompok-saya/pesanan')).status).toBe(200)
      expect((await browser.get('/petugas')).status).toBe(404)
    }
  })

  test('is told that no code reaches an office, and which number to write', async () => {
    const answer = await askCode(app.browser(), '(0534) 772 123')
    expect(answer.status).toBe(422)
    expect(await words(answer)).toContain('Tulis nomor HP kelompok, yang mulai dengan 08')
  })

  test('cannot use its code in another browser, or a second time', async () => {
    const [browser, other] = [app.browser(), app.browser()]
    const phone = '0812 0000 0005'
    await askCode(browser, phone)
    const code = await codeFor('+6281200000005')
    await askCode(other, phone)
    const elsewhere = await other.post('/masuk/kode', { code })
    expect(elsewhere.status).toBe(422)
    expect(await words(elsewhere)).toContain('Masih bisa dicoba 4 kali')
    const cookie = `anyam.code=${browser.cookie('anyam.code')}`
    expect((await browser.post('/masuk/kode', { code })).status).toBe(302)
    const again = await other.send('/masuk/kode', {
      method: 'POST',
      body: new URLSearchParams({ code }),
      headers: { Origin: app.origin, Cookie: cookie },
    })
    expect(again.status).toBe(422)
    expect(await words(again)).toContain('tidak berlaku lagi')
  })

  test('has five tries, then a new code is needed', async () => {
    const browser = app.browser()
    await askCode(browser, '0812 0000 0099')
    for (const left of [4, 3, 2, 1]) {
      const answer = await browser.post('/masuk/kode', { code: '000000' })
      expect(answer.status).toBe(422)
      expect(await words(answer)).toContain(`Masih bisa dicoba ${left} kali`)
    }
    const last = await browser.post('/masuk/kode', { code: '000000' })
    expect(await words(last.clone())).toContain('Minta kode baru')
    expect(await last.text()).not.toContain('name="code"')
    expect(await words(await browser.post('/masuk/kode', { code: '000000' }))).toContain('tidak berlaku lagi')
    const sent = await browser.follow(await browser.post('/masuk/kode', { intent: 'again' }))
    expect(await words(sent)).toContain('Kalau nomornya terdaftar, kode baru sudah dikirim')
    expect(await words(await browser.post('/masuk/kode', { code: '000000' }))).toContain('dicoba 4 kali')
  })

  test('is told what is wrong with a number, and keeps what it typed', async () => {
    expect((await askCode(app.browser(), '')).status).toBe(422)
    for (const typed of ['08', 'abc']) {
      const answer = await askCode(app.browser(), typed)
      expect(answer.status).toBe(422)
      expect(await answer.text()).toContain(`value="${typed}"`)
    }
  })

  test('is answered alike whether or not the phone is a group’s', async () => {
    const [known, unknown] = [app.browser(), app.browser()]
    const asked = [await askCode(known, '0812 0000 0001'), await askCode(unknown, '0812 9999 9001')]
    expect(asked.map(({ status }) => status)).toEqual([302, 302])
    expect(asked.map(({ headers }) => headers.get('Location'))).toEqual(['/masuk/kode', '/masuk/kode'])
    const [mine, theirs] = [known, unknown].map((browser) =>
      decodeURIComponent(browser.cookie('anyam.code') ?? ''),
    )
    expect(mine).toHaveLength(theirs?.length ?? 0)
    expect(await bare(await known.get('/masuk/kode'), '001')).toBe(
      await bare(await unknown.get('/masuk/kode'), '001'),
    )
    const wrong = [known, unknown].map((browser) => browser.post('/masuk/kode', { code: '000000' }))
    const [first, second] = await Promise.all(wrong)
    expect(await bare(first!, '001')).toBe(await bare(second!, '001'))
  })

  test('that asks too often hears how long to wait', async () => {
    for (let times = 0; times < 5; times++)
      expect((await askCode(app.browser(), '0812 9999 9003')).status).toBe(302)
    const answer = await askCode(app.browser(), '0812 9999 9003')
    expect(answer.status).toBe(429)
    const seconds = Number(answer.headers.get('Retry-After'))
    expect(seconds).toBeGreaterThan(3_500)
    expect(await words(answer)).toContain(`Tunggu ${Math.ceil(seconds / 60)} menit`)
  })
})

describe('staff', () => {
  test('are refused alike whether or not the address is known', async () => {
    const tries = [HEAD.email, 'orang0@demo.anyam.id'].map(async (email) => {
      const answer = await app.browser().post('/masuk', { intent: 'staff', email, password: 'bukan ini' })
      expect(answer.status).toBe(422)
      expect(answer.headers.getSetCookie()).toEqual([])
      return bare(answer, email)
    })
    const [known, unknown] = await Promise.all(tries)
    expect(known).toBe(unknown)
    expect(known).not.toContain('bukan ini')
  })

  test('who forgot their password are answered alike too', async () => {
    const asked = [HEAD.email, 'orang0@demo.anyam.id'].map(async (email) => {
      const answer = await app.browser().post('/masuk/lupa', { email })
      expect(answer.status).toBe(200)
      return bare(answer, email)
    })
    const [known, unknown] = await Promise.all(asked)
    expect(known).toBe(unknown)
  })

  test('come back to the page they were asked to sign in for, and to no other site', async () => {
    const to = async (kembali: string) =>
      (await app.browser().post(`/masuk?${new URLSearchParams({ kembali })}`, HEAD)).headers.get('Location')
    expect(await to('/petugas/pesanan?bagian=bayar')).toBe('/petugas/pesanan?bagian=bayar')
    expect(await to('//evil.example/petugas')).toBe('/petugas')
    expect(await to('/kelompok-saya/pesanan')).toBe('/petugas')
  })

  test('who guess too often hear how long to wait', async () => {
    const guess = () => app.browser().post('/masuk', { ...STAFF, email: 'sasaran@demo.anyam.id' })
    for (let times = 0; times < 10; times++) expect((await guess()).status).toBe(422)
    const answer = await guess()
    expect(answer.status).toBe(429)
    const seconds = Number(answer.headers.get('Retry-After'))
    expect(seconds).toBeGreaterThan(800)
    expect(await words(answer)).toContain(`Coba lagi ${Math.ceil(seconds / 60)} menit lagi`)
  })

  test('leave for good: the cookie is worth nothing to whoever kept it', async () => {
    const browser = await signedIn(HEAD)
    expect((await browser.get('/petugas')).status).toBe(200)
    const kept = { Cookie: `anyam.session_token=${browser.cookie('anyam.session_token')}` }
    await browser.post('/keluar', {})
    const answer = await app.browser().send('/petugas', { headers: kept })
    expect(answer.headers.get('Location')).toBe('/masuk?kembali=%2Fpetugas')
  })

  test('see their other devices and can end them', async () => {
    const [here, there] = [await signedIn(HEAD), await signedIn(HEAD)]
    const page = await here.get('/akun')
    expect(page.headers.get('Referrer-Policy')).toBe('same-origin')
    expect(await words(page)).toContain('Keluarkan semua yang lain')
    await here.post('/akun', { intent: 'end-others' })
    expect((await there.get('/petugas')).status).toBe(302)
    expect((await here.get('/petugas')).status).toBe(200)
  })

  test('with a second step are not in before it', async () => {
    const here = await signedIn(STAFF)
    await here.post('/akun/dua-langkah', { intent: 'start', password: PASSWORD })
    const prepared = await (await here.get('/akun/dua-langkah')).text()
    const secret = (/class="secret">([^<]+)</.exec(prepared)?.[1] ?? '').replaceAll(' ', '')
    const backup = /<code>([A-Z0-9]{5}-[A-Z0-9]{5})<\/code>/i.exec(prepared)?.[1] ?? ''
    await here.post('/akun/dua-langkah', { intent: 'confirm', code: totp(secret) })

    const browser = app.browser()
    const opened = await browser.post('/masuk', STAFF)
    expect(opened.headers.get('Location')).toBe('/masuk/dua-langkah')
    expect((await browser.get('/petugas')).status).toBe(302)
    expect((await browser.post('/masuk/dua-langkah', { code: '000000' })).status).toBe(422)
    const entered = await browser.post('/masuk/dua-langkah', { code: backup.toLowerCase() })
    expect(entered.headers.get('Location')).toBe('/petugas')
    expect((await browser.get('/petugas')).status).toBe(200)

    const second = app.browser()
    await second.post('/masuk', STAFF)
    expect((await second.post('/masuk/dua-langkah', { code: backup })).status).toBe(422)
    await browser.post('/akun/dua-langkah', { intent: 'stop', password: PASSWORD })
    await signedIn(STAFF)
  })
})

describe('a sheet', () => {
  test('that nobody printed says so, and offers the phone', async () => {
    const answer = await app.browser().get('/masuk/tautan/bukan-ini')
    expect(answer.status).toBe(404)
    expect(await words(answer)).toContain('Masuk dengan nomor HP')
  })

  test('is made by staff, lets one phone in once, and is no use to the head', async () => {
    const group = await app.db
      .selectFrom('app_user')
      .where('role', '=', 'group')
      .select(['id', 'group_id'])
      .orderBy('phone_number')
      .executeTakeFirstOrThrow()
    const path = `/petugas/kelompok/${group.group_id}/tautan`
    const form = { about: 'x', intent: 'link', userId: group.id }
    expect((await (await signedIn(HEAD)).post(path, form)).status).toBe(403)
    const page = await (await (await signedIn(STAFF)).post(path, form)).text()
    const link = /\/masuk\/tautan\/[\w-]{43}/.exec(page)?.[0] ?? ''

    // a messenger that looks at the link does not use it up
    expect((await app.browser().get(link)).status).toBe(200)
    const phone = app.browser()
    const entered = await phone.post(link, {})
    expect(entered.headers.get('Location')).toBe('/kelompok-saya/pesanan')
    expect((await phone.get('/kelompok-saya/pesanan')).status).toBe(200)
    const again = await app.browser().get(link)
    expect(again.status).toBe(410)
    expect(await words(again)).toContain('Lembar ini sudah dipakai')
  })

  test('lets in no phone that staff have closed, and whoever was in is out', async () => {
    const { id, group_id } = await app.db
      .selectFrom('app_user')
      .where('role', '=', 'group')
      .select(['id', 'group_id'])
      .orderBy('phone_number', 'desc')
      .executeTakeFirstOrThrow()
    const path = `/petugas/kelompok/${group_id}/tautan`
    const staff = await signedIn(STAFF)
    const send = (fields: Record<string, string>) => staff.post(path, { about: 'x', userId: id, ...fields })
    const link = /\/masuk\/tautan\/[\w-]{43}/.exec(await (await send({ intent: 'link' })).text())?.[0] ?? ''
    const phone = app.browser()
    await phone.post(link, {})
    expect((await phone.get('/kelompok-saya/pesanan')).status).toBe(200)

    expect((await send({ intent: 'close' })).status).toBe(422)
    expect((await phone.get('/kelompok-saya/pesanan')).status).toBe(200)
    expect(await words(await send({ intent: 'close', reason: 'HP hilang' }))).toContain('langsung keluar')
    expect((await phone.get('/kelompok-saya/pesanan')).status).toBe(302)
    expect((await send({ intent: 'link' })).status).toBe(404)
    expect(await words(await send({ intent: 'reopen' }))).toContain('sudah bisa masuk')
    expect((await send({ intent: 'link' })).status).toBe(200)
  })
})
