import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashOfToken } from '#app/domain/accounts/hashes.server.ts'
import { newToken } from '#app/lib/ids.ts'
import { signedInStaff, startTestApp, type TestApp, type TestBrowser } from '#tests/support/http.ts'

let app: TestApp
let group: TestBrowser
let staff: TestBrowser
let nobody: TestBrowser
let ownParcel: string
let foreignParcel: string
let orderId: string

beforeAll(async () => {
  app = await startTestApp({ demo: true })
  nobody = app.browser()
  staff = await signedInStaff(app)
  const user = await app.db
    .selectFrom('app_user')
    .where('role', '=', 'group')
    .select(['id', 'group_id'])
    .orderBy('phone_number')
    .executeTakeFirstOrThrow()
  group = await enterAsGroup(user.id)
  const parcels = await app.db
    .selectFrom('parcel')
    .select(['id', 'group_id', 'order_id'])
    .where('state', 'in', ['open', 'accepted', 'packed', 'dispatched', 'received'])
    .orderBy('id')
    .execute()
  ownParcel = parcels.find(({ group_id }) => group_id === user.group_id)?.id ?? ''
  foreignParcel = parcels.find(({ group_id }) => group_id !== user.group_id)?.id ?? ''
  orderId = parcels[0]?.order_id ?? ''
}, 180_000)
afterAll(() => app.stop())

async function enterAsGroup(userId: string): Promise<TestBrowser> {
  const token = newToken()
  const tomorrow = new Date(Date.now() + 86_400_000)
  await app.db
    .insertInto('sign_in_link')
    .values({ token_hash: hashOfToken(token), user_id: userId, expires_at: tomorrow })
    .execute()
  const browser = app.browser()
  await browser.post(`/masuk/tautan/${token}`, {})
  return browser
}

const titleIn = (page: string) => page.match(/<title>([^<]+)<\/title>/)?.[1]
const NO_ID = '0190a000-0000-7000-8000-000000000000'
const groupPages = () => ['/kelompok-saya/pesanan', `/kelompok-saya/pesanan/${ownParcel}`]
const staffPages = () => [
  '/petugas',
  '/petugas/transfer',
  '/petugas/pesanan',
  `/petugas/pesanan/${orderId}`,
  '/petugas/tugas',
  '/petugas/kelompok',
  '/petugas/definisi',
]

describe('who sees what', () => {
  test('each sees their own console', async () => {
    for (const path of groupPages()) expect((await group.get(path)).status, path).toBe(200)
    for (const path of staffPages()) expect((await staff.get(path)).status, path).toBe(200)
  })

  test('nobody sees a console without signing in', async () => {
    for (const path of [...groupPages(), ...staffPages()]) {
      const answer = await nobody.get(path)
      expect(answer.status, path).toBe(302)
      expect(answer.headers.get('Location'), path).toMatch(/^\/masuk\?kembali=/)
    }
  })

  test('whoever sends a form after their session ended hears that it was not saved, and is led back', async () => {
    for (const path of [`/petugas/pesanan/${orderId}`, '/akun']) {
      const browser = app.browser()
      const answer = await browser.post(path, { intent: 'cash', amount: '1' })
      expect(answer.headers.get('Location'), path).toBe(`/masuk?${new URLSearchParams({ kembali: path })}`)
      const said = 'Anda perlu masuk lagi. Yang tadi belum tersimpan.'
      expect(await (await browser.follow(answer)).text(), path).toContain(said)
      expect(await (await browser.follow(answer)).text(), path).not.toContain(said)
    }
    expect(await (await nobody.follow(await nobody.get('/petugas'))).text()).not.toContain('belum tersimpan')
  })

  test('a console of the other kind does not exist for them', async () => {
    for (const path of staffPages()) expect((await group.get(path)).status, path).toBe(404)
    for (const path of groupPages()) expect((await staff.get(path)).status, path).toBe(404)
  })

  test('who comes to the other console is led to their own, also where a console has no such page', async () => {
    const toTheirs = async (browser: typeof group, path: string) => {
      const answer = await browser.get(path)
      expect(answer.status, path).toBe(404)
      return answer.text()
    }
    expect(await toTheirs(group, '/petugas')).toContain('href="/kelompok-saya/pesanan"')
    expect(await toTheirs(group, '/petugas')).not.toContain('href="/petugas/transfer"')
    expect(await toTheirs(staff, '/kelompok-saya/pesanan')).toContain('href="/petugas"')
    expect(await toTheirs(staff, '/petugas/tidak-ada')).toContain('action="/keluar"')
    const titled = (path: string, browser = group) => toTheirs(browser, path).then(titleIn)
    expect(await titled('/petugas')).toBe('Ini bukan halaman Anda · Anyam Kayong')
    expect(await titled('/kelompok-saya/pesanan', staff)).toBe('Ini bukan halaman Anda · Anyam Kayong')
    for (const page of [await toTheirs(group, '/petugas'), await toTheirs(staff, '/kelompok-saya/pesanan')])
      expect(page).toContain('class="demo-strip"')
    expect(await titled('/kelompok-saya/tidak-ada')).toBe('Halaman ini tidak ada · Anyam Kayong')
    expect(await toTheirs(group, '/kelompok-saya/tidak-ada')).toContain('href="/kelompok-saya/bantuan"')
  })

  test('who can sign in is for the head alone to see and to change', async () => {
    const head = await signedInStaff(app, 'kepala')
    const page = '/petugas/akun'
    expect((await nobody.get(page)).headers.get('Location')).toMatch(/^\/masuk\?kembali=/)
    for (const browser of [group, staff]) expect((await browser.get(page)).status).toBe(404)
    expect(await (await staff.get('/petugas')).text()).not.toContain(`href="${page}"`)
    expect(await (await head.get('/petugas')).text()).toContain(`href="${page}"`)
    expect(await (await staff.get(`${page}.data`)).text()).not.toContain('kepala@demo')
    const { id: userId } = await app.db
      .selectFrom('app_user')
      .where('email', '=', 'petugas@demo.anyam.id')
      .select('id')
      .executeTakeFirstOrThrow()
    const close = (browser: typeof staff, reason: string) =>
      browser.post(page, { about: `akun-${userId}`, intent: 'close', userId, reason })
    for (const browser of [group, staff]) expect((await close(browser, 'Iseng.')).status).toBe(404)
    const unsaid = await close(head, '')
    expect(unsaid.status).toBe(422)
    expect(await unsaid.text()).toMatch(/<details class="desk-fold" open=""[^>]*><summary>Tutup akun/)
    const leaving = await signedInStaff(app)
    expect((await leaving.get('/petugas')).status).toBe(200)
    expect((await close(head, 'Laptopnya hilang.')).headers.get('Location')).toBe(page)
    expect((await leaving.get('/petugas')).status).toBe(302)
    expect(await (await head.get(page)).text()).toContain('Laptopnya hilang.')
    await head.post(page, { about: `akun-${userId}`, intent: 'open', userId })
    staff = await signedInStaff(app)
    expect((await staff.get('/petugas')).status).toBe(200)
  })

  test('a group that asks for help on its account is helped as a group', async () => {
    const helpIn = async (browser: typeof group) =>
      (await (await browser.get('/akun')).text()).match(/class="help-link" href="([^"]+)"/)?.[1]
    expect(await helpIn(group)).toBe('/kelompok-saya/bantuan')
    expect(await helpIn(staff)).toBe('/bantuan#tanya')
  })

  test('the data behind a page is as closed as the page', async () => {
    for (const path of staffPages()) {
      const answer = await group.get(`${path}.data`)
      expect(await answer.text(), path).not.toMatch(/buyer|confirmed|total_rupiah|totalRupiah/)
    }
  })
})

describe('words that every object of the language knows', () => {
  const words = ['constructor', '__proto__', 'toString', 'hasOwnProperty']

  test('are no shelf, no help, and nothing that staff can do', async () => {
    for (const word of words) {
      const shelf = await staff.get(`/petugas/pesanan?bagian=${word}`)
      expect(shelf.status, word).toBe(200)
      expect(await shelf.text(), word).not.toContain('[object')
      expect((await nobody.get(`/bantuan/${word}`)).status, word).toBe(404)
      expect((await staff.post(`/petugas/pesanan/${orderId}`, { intent: word })).status, word).toBe(400)
    }
  })
})

describe('another group’s parcel', () => {
  const pages = (id: string) =>
    ['', '/kirim', '/ongkos', '/tidak-bisa'].map((rest) => `/kelompok-saya/pesanan/${id}${rest}`)

  test('is not there to look at, and an id that never was looks the same', async () => {
    for (const path of [...pages(foreignParcel), ...pages(NO_ID), ...pages('bukan-id')]) {
      expect((await group.get(path)).status, path).toBe(404)
    }
  })

  test('cannot be changed, whatever is posted to it', async () => {
    const before = await app.db
      .selectFrom('parcel')
      .selectAll()
      .where('id', '=', foreignParcel)
      .executeTakeFirstOrThrow()
    for (const path of pages(foreignParcel)) {
      for (const intent of ['accept', 'terima', 'pack', 'kemas', 'dispatch', 'kirim', 'decline', 'ongkir']) {
        const answer = await group.post(path, {
          intent,
          aksi: intent,
          alasan: 'other',
          reason: 'other',
          cara: 'kurir',
          courier: 'JNE',
          corrects: 'yes',
          carrier: 'X',
          rupiah: '1',
          delivery: 'boat',
          shipping: '50.000',
          daysMin: '1',
          daysMax: '2',
        })
        expect(answer.status, `${path} ${intent}`).toBeGreaterThanOrEqual(400)
        expect(answer.status, `${path} ${intent}`).toBeLessThan(500)
      }
    }
    const after = await app.db
      .selectFrom('parcel')
      .selectAll()
      .where('id', '=', foreignParcel)
      .executeTakeFirstOrThrow()
    expect(after).toEqual(before)
  })
})

describe('an order', () => {
  test('shows nothing to whoever only knows its code', async () => {
    const order = await app.db
      .selectFrom('shop_order')
      .where('id', '=', orderId)
      .select(['code', 'buyer_name', 'buyer_phone', 'street'])
      .executeTakeFirstOrThrow()
    const answer = await nobody.get(`/pesanan/${order.code}`)
    const page = await answer.text()
    for (const secret of [order.buyer_name, order.buyer_phone, order.street])
      expect(page).not.toContain(secret ?? '\0')
    expect(answer.headers.get('Cache-Control')).toContain('no-store')
    expect((await nobody.get(`/pesanan/${order.code}/buka/${'A'.repeat(43)}`)).status).not.toBe(200)
  })
})
