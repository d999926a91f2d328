import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashOfToken } from '#app/domain/accounts/hashes.server.ts'
import { newToken } from '#app/lib/ids.ts'
import { signedInStaff, startTestApp, type TestApp, type TestBrowser } from '#tests/support/http.ts'
import { wordsOf } from '#tests/support/shopper.ts'

let app: TestApp
let group: TestBrowser
let parcel: string
let orderId: string
beforeAll(async () => {
  app = await startTestApp({ demo: true, cards: false })
  const sent = await app.db
    .selectFrom('parcel')
    .innerJoin('app_user', 'app_user.group_id', 'parcel.group_id')
    .where('parcel.state', '=', 'dispatched')
    .where('parcel.dispatch_way', '=', 'courier')
    .innerJoin('shop_order', 'shop_order.id', 'parcel.order_id')
    .where('shop_order.district_code', 'not like', '61.11.%')
    .orderBy('parcel.id')
    .select(['parcel.id', 'parcel.order_id as orderId', 'app_user.id as userId'])
    .executeTakeFirstOrThrow()
  parcel = `/kelompok-saya/pesanan/${sent.id}`
  orderId = sent.orderId
  group = await signIn(sent.userId)
}, 180_000)
afterAll(() => app.stop())

async function signIn(userId: string): Promise<TestBrowser> {
  const token = newToken()
  await app.db
    .insertInto('sign_in_link')
    .values({
      token_hash: hashOfToken(token),
      user_id: userId,
      expires_at: new Date(Date.now() + 86_400_000),
    })
    .execute()
  const browser = app.browser()
  await browser.post(`/masuk/tautan/${token}`, {})
  return browser
}

const linkTo = async (path: string, words: string) =>
  (await (await group.get(path)).text()).match(new RegExp(`<a href="([^"]+)">${words}</a>`))?.[1]

describe('a group’s question to the library', () => {
  const help = '/kelompok-saya/bantuan'

  test('is written in its own console, and keeps what was typed when it is refused', async () => {
    const page = await (await group.get(help)).text()
    expect(page).not.toContain('href="/bantuan/tanya"')
    const withNik = await group.post(help, { pertanyaan: 'NIK saya 6111012345678901' })
    expect(withNik.status).toBe(422)
    expect(await withNik.text()).toContain('NIK saya 6111012345678901')
    expect(await (await group.post(help, { pertanyaan: ' ' })).text()).toContain('Tulis dulu pertanyaannya.')
  })

  test('comes to the staff once, with the group’s name and number', async () => {
    const asked = { pertanyaan: 'Kapan uangnya datang?' }
    const answer = await group.post(help, asked)
    await group.post(help, asked)
    expect(wordsOf(await (await group.follow(answer)).text())).toMatch(
      /Pertanyaannya sudah masuk. Petugas membalas ke 0\d+-/,
    )
    const tasks = await app.db
      .selectFrom('staff_task')
      .where('kind', '=', 'question')
      .where(sql`detail ->> 'note'`, '=', asked.pertanyaan)
      .select('detail')
      .execute()
    expect(tasks).toMatchObject([
      {
        detail: {
          name: expect.stringMatching(/^Kelompok /),
          phone: expect.stringMatching(/^\+62/),
          groupId: expect.any(String),
          note: asked.pertanyaan,
        },
      },
    ])
    const staff = await signedInStaff(app)
    const desk = wordsOf(await (await staff.get('/petugas/tugas')).text())
    expect(desk).toMatch(
      /bertanya dari halamannya sendiri. “Kapan uangnya|“Kapan uangnya datang\?”.*bertanya dari halamannya/,
    )
    expect(desk).toContain('Balas ke nomor HP kelompok di atas')
  })
})

describe('a parcel said to be packed by mistake', () => {
  test('is not packed after all: the buyer is told, and so is the group', async () => {
    const own = await app.db
      .selectFrom('parcel')
      .innerJoin('app_user', 'app_user.group_id', 'parcel.group_id')
      .where('parcel.state', '=', 'packed')
      .select(['parcel.id', 'app_user.id as userId'])
      .executeTakeFirstOrThrow()
    const keeper = await signIn(own.userId)
    const path = `/kelompok-saya/pesanan/${own.id}`
    expect(await (await keeper.get(path)).text()).toMatch(
      /<details class="group-foot"><summary>Ternyata belum/,
    )
    const page = await (await keeper.follow(await keeper.post(path, { intent: 'unpack' }))).text()
    expect(wordsOf(page)).toContain('Sudah dibetulkan. Pembeli dikabari bahwa paketnya belum siap.')
    expect(page).not.toContain('<details class="group-foot">')
  })
})

describe('a parcel said to be collected by mistake', () => {
  test('is ready to be collected again', async () => {
    const own = await app.db
      .selectFrom('parcel')
      .innerJoin('app_user', 'app_user.group_id', 'parcel.group_id')
      .innerJoin('payment', 'payment.order_id', 'parcel.order_id')
      .where('payment.state', '=', 'paid')
      .where('parcel.state', '=', 'packed')
      .select(['parcel.id', 'app_user.id as userId'])
      .executeTakeFirstOrThrow()
    await app.db
      .updateTable('parcel')
      .set({ delivery: 'pickup-group', carrier: null })
      .where('id', '=', own.id)
      .execute()
    const keeper = await signIn(own.userId)
    const path = `/kelompok-saya/pesanan/${own.id}`
    const collected = await keeper.post(path, { intent: 'collected', ticked: 'yes' })
    const page = await (await keeper.follow(collected)).text()
    expect(wordsOf(page)).toMatch(/Ternyata belum diambil Kalau tadi salah tekan/)
    const back = await (await keeper.follow(await keeper.post(path, { intent: 'undispatch' }))).text()
    expect(wordsOf(back)).toContain('Sudah dibetulkan. Pembeli dikabari bahwa paketnya masih di kelompok.')
    expect(wordsOf(back)).toContain('Sudah diambil pembeli')
  })
})

describe('how a parcel left, written wrongly', () => {
  test('by courier: what was written is mended in its own form', async () => {
    expect(await linkTo(parcel, 'Kurir atau nomornya perlu diperbaiki\\?')).toBe(`${parcel}/kirim?cara=kurir`)
  })

  test('a number that is none is named at the top, where the page opens', async () => {
    const wrong = { cara: 'kurir', courier: 'JNE', trackingNumber: 'tidak ada', corrects: 'yes' }
    const refused = await group.post(`${parcel}/kirim?cara=kurir`, wrong)
    expect(await refused.text()).toMatch(/<a href="#[^"]*trackingNumber">Itu belum seperti nomor resi/)
  })

  test('is never by own hand out of the group’s own regency: it is neither offered nor taken', async () => {
    for (const query of ['', '?cara=antar']) {
      const chooser = await (await group.get(`${parcel}/kirim${query}`)).text()
      expect(chooser).toContain('cara=kapal')
      expect(chooser).not.toContain('cara=antar')
    }
    const refused = await group.post(`${parcel}/kirim?cara=kurir`, { cara: 'antar', corrects: 'yes' })
    expect(refused.status).toBe(422)
    expect(wordsOf(await refused.text())).toContain('hanya bisa di kabupaten kelompoknya')
  })

  test('by own hand: another way is chosen, since that one has nothing to mend', async () => {
    await app.db
      .updateTable('shop_order')
      .set({ district_code: '61.11.01' })
      .where('id', '=', orderId)
      .execute()
    const mended = await group.post(`${parcel}/kirim`, { cara: 'antar', corrects: 'yes' })
    expect(mended.headers.get('Location')).toBe(parcel)
    const chooser = await linkTo(parcel, 'Ternyata tidak diantar sendiri\\?')
    expect(chooser).toBe(`${parcel}/kirim`)
    const page = await (await group.get(`${parcel}/kirim`)).text()
    expect(page).toContain('Dikirim lewat apa?')
    expect(page).toContain(`href="${parcel}/kirim?cara=kurir"`)
    expect(page).toContain(`href="${parcel}/kirim?cara=kapal"`)
    expect(page).not.toContain('cara=antar')
  })
})

describe('a buyer who calls off by calling the group', () => {
  test('is one of the reasons, needs no words, and is not told as the group’s doing', async () => {
    const own = await app.db
      .selectFrom('parcel')
      .innerJoin('app_user', 'app_user.group_id', 'parcel.group_id')
      .where('parcel.state', '=', 'accepted')
      .select(['parcel.id', 'app_user.id as userId'])
      .executeTakeFirstOrThrow()
    const keeper = await signIn(own.userId)
    const path = `/kelompok-saya/pesanan/${own.id}`
    expect(await (await keeper.get(path)).text()).toContain(
      `href="${path}/tidak-bisa">Pesanan ini tidak jadi?`,
    )
    const form = await (await keeper.get(`${path}/tidak-bisa`)).text()
    expect(wordsOf(form)).toContain('Pembeli membatalkan')
    const answer = await keeper.post(`${path}/tidak-bisa`, { reason: 'buyer-asked' })
    const page = wordsOf(await (await keeper.follow(answer)).text())
    expect(page).toContain('Pesanan ini sudah dibatalkan.')
    expect(page).toContain('Sebabnya: Pembeli membatalkan')
    expect(page).not.toMatch(/tidak bisa/i)
  })
})

describe('the pieces of a parcel that its group calls off', () => {
  /** How many may be bought. */
  async function onSale(variantId: string): Promise<number> {
    const stock = await app.db
      .selectFrom('stock')
      .where('variant_id', '=', variantId)
      .select(['on_hand as onHand', 'reserved'])
      .executeTakeFirstOrThrow()
    return stock.onHand - stock.reserved
  }

  test.each([
    { reason: 'out-of-stock', note: '', isSoldAgain: false },
    { reason: 'other', note: 'Dapurnya kebanjiran', isSoldAgain: true },
  ])('are sold again or not, as is said before and after: $reason', async ({ isSoldAgain, ...said }) => {
    const { id, userId, variantId, quantity } = await app.db
      .selectFrom('parcel')
      .innerJoin('app_user', 'app_user.group_id', 'parcel.group_id')
      .innerJoin('order_line', 'order_line.parcel_id', 'parcel.id')
      .where('parcel.state', 'in', ['open', 'accepted'])
      .where('order_line.mode', '=', 'ready')
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('order_line as other')
              .whereRef('other.parcel_id', '=', 'parcel.id')
              .whereRef('other.id', '!=', 'order_line.id'),
          ),
        ),
      )
      .select(['parcel.id', 'app_user.id as userId', 'order_line.variant_id as variantId', 'quantity'])
      .executeTakeFirstOrThrow()
    const keeper = await signIn(userId)
    const path = `/kelompok-saya/pesanan/${id}`
    const form = wordsOf(await (await keeper.get(`${path}/tidak-bisa`)).text())
    expect(form).toMatch(/Barangnya rusak\s+Barangnya tidak dijual lagi\./)
    expect(form).toMatch(/Sebab lain\s+Barangnya dijual lagi\. Kalau hilang, pilih “Barangnya tidak ada”\./)
    const before = await onSale(variantId)
    const page = wordsOf(await (await keeper.follow(await keeper.post(`${path}/tidak-bisa`, said))).text())
    expect(page).toContain(isSoldAgain ? 'Barangnya dijual lagi.' : 'Barangnya tidak dijual lagi.')
    expect(await onSale(variantId)).toBe(before + (isSoldAgain ? quantity : 0))
  })
})

describe('a parcel called off while its page was open', () => {
  test('is said to be, on every form that would have moved it on, with whom to tell if it has left', async () => {
    const { id, userId } = await app.db
      .selectFrom('parcel')
      .innerJoin('app_user', 'app_user.group_id', 'parcel.group_id')
      .where('parcel.state', '=', 'declined')
      .select(['parcel.id', 'app_user.id as userId'])
      .executeTakeFirstOrThrow()
    const keeper = await signIn(userId)
    const path = `/kelompok-saya/pesanan/${id}`
    const forms: [string, Record<string, string>][] = [
      [`${path}/kirim`, { cara: 'kurir', courier: 'JNE' }],
      [path, { intent: 'accept' }],
      [path, { intent: 'pack', ticked: 'yes' }],
    ]
    for (const [address, fields] of forms) {
      const page = wordsOf(await (await keeper.follow(await keeper.post(address, fields))).text())
      expect(page).toContain('Pesanan ini sudah dibatalkan. Barangnya jangan dikirim atau diserahkan.')
      expect(page).toMatch(/Kalau telanjur dikirim, beri tahu perpustakaan dan sebutkan kode P-/)
    }
  })

  test('one that has gone on otherwise is said to have changed', async () => {
    const answer = await group.post(parcel, { intent: 'accept' })
    expect(wordsOf(await (await group.follow(answer)).text())).toContain('Pesanan ini sudah berubah.')
  })
})

describe('the list of what is over', () => {
  test('opens at the first parcel that was not shown before', async () => {
    const { userId } = await app.db
      .selectFrom('parcel')
      .innerJoin('app_user', 'app_user.group_id', 'parcel.group_id')
      .where('parcel.state', '=', 'received')
      .groupBy('app_user.id')
      .orderBy((eb) => eb.fn.countAll(), 'desc')
      .select('app_user.id as userId')
      .executeTakeFirstOrThrow()
    const keeper = await signIn(userId)
    const list = '/kelompok-saya/pesanan'
    const [, query, anchor] =
      (await (await keeper.get(list)).text()).match(/href="(\?semua)#(lama-done)"/) ?? []
    const all = await (await keeper.get(list + query)).text()
    const [before] = all.split(`<li id="${anchor}">`)
    const shelf = before?.slice(before.lastIndexOf('<details'))
    expect(shelf?.match(/class="parcel-card"/g)).toHaveLength(12)
    expect(before?.length).toBeLessThan(all.length)
  })
})

test('what the group said of sending stands on the parcel’s page until it leaves', async () => {
  const quoted = await app.db
    .selectFrom('parcel')
    .innerJoin('app_user', 'app_user.group_id', 'parcel.group_id')
    .innerJoin('payment', 'payment.order_id', 'parcel.order_id')
    .innerJoin('shop_order', 'shop_order.id', 'parcel.order_id')
    .where('parcel.state', '=', 'waiting')
    .where('payment.state', '=', 'quoting')
    .where('parcel.shipping_rupiah', 'is', null)
    .where('shop_order.country', '=', 'ID')
    .select(['parcel.id', 'app_user.id as userId'])
    .executeTakeFirstOrThrow()
  const keeper = await signIn(quoted.userId)
  const path = `/kelompok-saya/pesanan/${quoted.id}`
  const said = { delivery: 'courier', carrier: 'Kurir Sejati', shipping: '18000', daysMin: '3', daysMax: '5' }
  const page = await (await keeper.follow(await keeper.post(path, { intent: 'price', ...said }))).text()
  expect(wordsOf(page)).toMatch(
    /Yang tertulis untuk pembeli: Kurir Sejati, 3–.?5 hari di jalan, ongkos kirim Rp18\.000\./,
  )
})

test('a message to the buyer leads to the order’s page in the buyer’s language', async () => {
  const speak = (locale: string) =>
    app.db.updateTable('shop_order').set({ locale }).where('id', '=', orderId).execute()
  for (const [locale, address] of Object.entries({
    en: `${app.origin}/en/pesanan/`,
    id: `${app.origin}/pesanan/`,
  })) {
    await speak(locale)
    const page = await (await group.get(parcel)).text()
    expect(decodeURIComponent(/https:\/\/wa\.me\/[^"]+/.exec(page)?.[0] ?? '')).toContain(address)
  }
})
