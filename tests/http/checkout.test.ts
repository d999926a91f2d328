import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { confirmShipping } from '#app/domain/payments/confirm-shipping.server.ts'
import { day, formatDateTime, formatWeekday, localDayOf } from '#app/lib/day.ts'
import { signedInStaff, startTestApp, type TestApp, type TestBrowser } from '#tests/support/http.ts'
import { asStaff } from '#tests/support/order-builders.ts'
import {
  ADDRESS,
  add,
  chooseWays,
  findVariant,
  goToPayment,
  intentIn,
  wordsOf,
} from '#tests/support/shopper.ts'
import { ctxOf } from '#tests/support/small-shop.ts'

const ABROAD = {
  ...ADDRESS,
  country: 'AU',
  districtCode: '',
  village: 'Darwin',
  phone: '+61 412 345 678',
}

let app: TestApp
beforeAll(async () => {
  app = await startTestApp({ demo: true })
}, 180_000)
afterAll(() => app.stop())

const findPiece = async (slug: string): Promise<string> => {
  const { id } = await app.db
    .selectFrom('variant')
    .innerJoin('product', 'product.id', 'variant.product_id')
    .where('product.slug', '=', slug)
    .select('variant.id')
    .executeTakeFirstOrThrow()
  return id
}

const rupiahIn = (said = '') => Number(said.replace(/\D/g, ''))
const words = async (answer: Response) => wordsOf(await answer.text())

describe('the basket', () => {
  test('takes a piece, says so once, and remembers it', async () => {
    const browser = app.browser()
    const added = await add(browser, await findVariant(app, 2))
    expect(added.status).toBe(303)
    expect(added.headers.get('Location')).toBe('/keranjang')
    expect(await words(await browser.get('/keranjang'))).toContain('masuk keranjang.')
    const again = await words(await browser.get('/keranjang'))
    expect(again).not.toContain('masuk keranjang.')
    expect(again).toContain('Paket dari Seroja')
  })

  test('offers to put back what was taken out until something else is done, in either language', async () => {
    const browser = app.browser()
    const pilihan = await findVariant(app, 2)
    await add(browser, pilihan)
    await browser.post('/keranjang', { aksi: 'ubah', hapus: pilihan })
    expect(await words(await browser.get('/keranjang'))).toContain('Kembalikan')
    const english = await words(await browser.get('/en/keranjang'))
    expect(english).toContain('Put it back')
    await browser.post('/en/keranjang', { aksi: 'ubah', kembali: `${pilihan} 2` })
    expect(await words(await browser.get('/en/keranjang'))).toContain('Pieces (2)')
    expect(await words(await browser.get('/en/keranjang'))).not.toContain('Put it back')
  })

  test('says that what was taken out cannot be had by now, instead of offering it back', async () => {
    const browser = app.browser()
    const pilihan = await findVariant(app, 2)
    await add(browser, pilihan)
    await browser.post('/keranjang', { aksi: 'ubah', hapus: pilihan })
    const { on_hand } = await app.db
      .selectFrom('stock')
      .where('variant_id', '=', pilihan)
      .select('on_hand')
      .executeTakeFirstOrThrow()
    const shelf = app.db.updateTable('stock').where('variant_id', '=', pilihan)
    await shelf.set(({ ref }) => ({ on_hand: ref('reserved') })).execute()
    const gone = await words(await browser.get('/keranjang'))
    await shelf.set({ on_hand }).execute()
    expect(gone).toContain('sekarang sedang tidak bisa dipesan')
    expect(gone).not.toContain('Kembalikan')
  })

  test('puts in what is left of a piece when more is asked for, and says so; then no more', async () => {
    const browser = app.browser()
    const variantId = await findVariant(app, 1)
    const { on_hand, reserved } = await app.db
      .selectFrom('stock')
      .where('variant_id', '=', variantId)
      .select(['on_hand', 'reserved'])
      .executeTakeFirstOrThrow()
    const left = on_hand - reserved
    await add(browser, variantId, left + 1)
    expect(await words(await browser.get('/keranjang'))).toContain(
      `sekarang hanya bisa ${left}, dan sudah di keranjang`,
    )
    await add(browser, variantId, 1)
    expect(await words(await browser.get('/keranjang'))).toContain(
      `sekarang hanya bisa ${left}, dan ${left} sudah di keranjang`,
    )
    // a count typed into the basket says that it was cut down
    const count = `jumlah.${variantId}`
    await browser.post('/keranjang', { aksi: 'ubah', [count]: '1' })
    await browser.post('/keranjang', { aksi: 'ubah', [count]: String(left + 1) })
    const page = await words(await browser.get('/keranjang'))
    expect(page).toContain(`jadi ${left}: hanya sebanyak itu yang bisa dipesan sekarang`)
    expect(page).toContain(`Barang (${left})`)
  })

  test.each(['0', '-1', '1.5', 'NaN', '1e9', ''])('does not take %j for a count', async (count) => {
    const browser = app.browser()
    await add(browser, await findVariant(app, 2), count)
    expect(await words(await browser.get('/keranjang'))).toContain('Keranjang masih kosong')
  })

  test('does not know what it does not sell', async () => {
    const browser = app.browser()
    for (const id of ['0190a000-0000-7000-8000-000000000000', 'bukan-id', "' or 1=1 --"]) {
      expect((await add(browser, id)).status).toBe(303)
    }
    expect(await words(await browser.get('/keranjang'))).toContain('sudah tidak dijual')
  })

  test('keeps the English buyer in English', async () => {
    const browser = app.browser()
    const added = await browser.post('/en/keranjang', { aksi: 'tambah', pilihan: await findVariant(app, 2) })
    expect(added.headers.get('Location')).toBe('/en/keranjang')
  })
})

describe('the product page', () => {
  async function pieceInSizes(): Promise<string> {
    const { slug } = await app.db
      .selectFrom('product')
      .innerJoin('variant', 'variant.product_id', 'product.id')
      .innerJoin('stock', 'stock.variant_id', 'variant.id')
      .where('product.state', '=', 'published')
      .where('variant.is_active', '=', true)
      .where('variant.mode', '=', 'ready')
      .where(sql<boolean>`stock.on_hand > stock.reserved`)
      .groupBy(['product.id', 'product.slug'])
      .having(sql<boolean>`count(*) > 1`)
      .orderBy('product.slug')
      .select('product.slug')
      .executeTakeFirstOrThrow()
    return slug
  }

  test.each([
    ['', 'Pilih dulu warnanya.'],
    ['/en', 'Choose the colour first.'],
  ])('%s asks for a size or colour that was not chosen, and keeps the rest', async (prefix, asks) => {
    const browser = app.browser()
    const page = `${prefix}/barang/${await pieceInSizes()}`
    const form = /<form[^>]*id="beli"[^>]*>/.exec(await (await browser.get(page)).text())?.[0]
    // a browser's own words come in the browser's language
    expect(form).toContain('novalidate')
    expect(form).toContain(`action="${page}"`)
    const answer = await browser.post(page, { aksi: 'tambah', pilihan: '', jumlah: '3', ke: 'Ketapang' })
    expect(answer.status).toBe(422)
    const answered = await answer.text()
    expect(wordsOf(answered)).toContain(asks)
    expect(answered).toMatch(/<option selected="">3<\/option>/)
    expect(answered).toMatch(/<details open="">(?:(?!<\/details>).)*value="Ketapang"/s)
    expect(await words(await browser.get(`${prefix}/keranjang`))).not.toContain('sudah tidak dijual')
  })

  test('keeps the size and the count that were chosen while the cost of sending is asked for', async () => {
    const browser = app.browser()
    const slug = await pieceInSizes()
    const page = await (await browser.get(`/barang/${slug}`)).text()
    const asking = /<button[^>]*>(?:(?!<\/button>).)*Lihat ongkos/s.exec(page)?.[0]
    // belongs to the form to buy, so that what is chosen there comes along without scripts
    expect(asking).toContain('form="beli"')
    expect(asking).toMatch(/formmethod="get"/i)
    const [, size] = [...page.matchAll(/<option value="([0-9a-f-]{36})"(?! disabled)/g)].map(([, id]) => id)
    const asked = `/barang/${slug}?pilihan=${size}&jumlah=3`
    const offered = await (await browser.get(`${asked}&ke=delta+pawan`)).text()
    const isChosen = new RegExp(`<option value="${size}"[^>]* selected=""`)
    expect(offered).toMatch(isChosen)
    const told = await (await browser.get(`${asked}&ke=delta+pawan&kec=61.04.16`)).text()
    expect(told).toMatch(isChosen)
    expect(told).toContain('<option selected="">3</option>')
    expect(wordsOf(told)).toContain('Ongkos kirim 3 buah ke')
    expect(wordsOf(told)).not.toContain('Yang mana?')
  })

  test.each([
    ['', 'tergantung pilihannya', 'untuk pilihan', 'Ongkos kirim 1 buah ke'],
    ['/en', 'depending on which you choose', 'for “', 'Shipping 1 piece to'],
  ])(
    '%s says the weight, and the cost of sending, of the size that is chosen',
    async (prefix, open, of, to) => {
      const browser = app.browser()
      const address = `${prefix}/barang/tikar-polos-keluarga`
      const asked = await (await browser.get(`${address}?kec=61.71.01`)).text()
      expect(wordsOf(asked)).toMatch(new RegExp(`950–\u20601[.,]730 g(ram)?, ${open}`))
      expect(wordsOf(asked)).toMatch(new RegExp(`${to} [^:]+: [^:]*\\d–\u2060\\d+ (days|hari), ${open}`))
      // without scripts the button for the cost of what is chosen; with them the words come along with each choice
      expect(asked).toMatch(/<noscript><button[^>]*form="beli"/)
      expect(asked).toMatch(/<option[^>]*data-weight="1[.,]730\u00a0g/)
      const sizes = [...asked.matchAll(/<option value="([0-9a-f-]{36})"/g)].map(([, id]) => id)
      const told = []
      for (const size of sizes) {
        // the place is remembered: nothing need be typed again to see what another size costs to send there
        const page = await (await browser.get(`${address}?pilihan=${size}&jumlah=1&ke=`)).text()
        expect(page).not.toContain('role="alert"')
        expect(page).toMatch(/<table class="details">(?:(?!<\/table>).)*data-chosen="packed"/s)
        const said = wordsOf(page.replaceAll(/<option.*?<\/option>/gs, ''))
        expect(said).not.toContain(open)
        told.push({
          weight: new RegExp(`[\\d.,]+ g(ram)? ${of}`).exec(said)?.[0],
          rupiah: rupiahIn(new RegExp(`${to} [^:]+: \\D+([\\d.,]+)`).exec(said)?.[1]),
        })
      }
      expect(told).toMatchObject([
        { weight: expect.stringMatching(/^950 g/) },
        { weight: expect.stringMatching(/^1[.,]730 g/) },
      ])
      const [small, large] = told
      expect(small?.rupiah).toBeGreaterThan(0)
      expect(large?.rupiah).toBeGreaterThan(small?.rupiah ?? 0)
    },
  )

  test('names the size that there are too few of', async () => {
    const browser = app.browser()
    const slug = await pieceInSizes()
    const piece = await app.db
      .selectFrom('variant')
      .innerJoin('stock', 'stock.variant_id', 'variant.id')
      .innerJoin('product', 'product.id', 'variant.product_id')
      .where('product.slug', '=', slug)
      .where('variant.is_active', '=', true)
      .where(sql<boolean>`stock.on_hand > stock.reserved`)
      .select(['variant.id', 'title_id', 'label_id', sql<number>`on_hand - reserved`.as('left')])
      .executeTakeFirstOrThrow()
    const name = `${piece.title_id} (${piece.label_id})`
    await add(browser, piece.id, piece.left)
    expect(await words(await browser.get('/keranjang'))).toContain(`${name} masuk keranjang.`)
    await add(browser, piece.id, 1)
    expect(await words(await browser.get('/keranjang'))).toContain(
      `${name} sekarang hanya bisa ${piece.left}, dan`,
    )
  })

  test('counts sandals by the pair, up to the order', async () => {
    const browser = app.browser()
    const { slug, id } = await app.db
      .selectFrom('product')
      .innerJoin('variant', 'variant.product_id', 'product.id')
      .innerJoin('stock', 'stock.variant_id', 'variant.id')
      .where('product.state', '=', 'published')
      .where('product.kind', '=', 'sandal')
      .where('variant.is_active', '=', true)
      .where('variant.mode', '=', 'ready')
      .where(sql<boolean>`stock.on_hand - stock.reserved >= 2`)
      .orderBy('variant.id')
      .select(['product.slug', 'variant.id'])
      .executeTakeFirstOrThrow()
    expect(await words(await browser.get(`/barang/${slug}`))).toMatch(/tersisa \d+ pasang/)
    await add(browser, id, 2)
    expect(await words(await browser.get('/en/keranjang'))).toMatch(/IDR\s[\d,]+ a pair/)
    const intentId = await goToPayment(browser)
    expect(await words(await browser.get('/checkout/bayar'))).toContain('2 pasang')
    const placed = await browser.post('/checkout/bayar', { intentId, paymentMethod: 'pickup' })
    expect(await words(await browser.follow(placed))).toContain('2 pasang')
  })

  test('puts what was chosen into the basket', async () => {
    const browser = app.browser()
    const variantId = await findVariant(app, 2)
    const page = `/barang/${await pieceInSizes()}`
    const added = await browser.post(page, { aksi: 'tambah', pilihan: variantId, jumlah: '2' })
    expect(added.headers.get('Location')).toBe('/keranjang')
    expect(await words(await browser.get('/keranjang'))).toContain('masuk keranjang.')
  })
})

/** Asks the address step for something else than to go on, and is led to the form as it then stands. */
/** What a browser would send of the form on a page, without the button. */
function fieldsIn(page: string): Record<string, string> {
  const valueOf = (tag: string) => plain(/ value="([^"]*)"/.exec(tag)?.[1])
  const inputs = [...page.matchAll(/<input[^>]*? name="([^"]+)"[^>]*>/g)]
    .filter(([tag]) => !/type="(radio|checkbox)"/.test(tag) || / checked/.test(tag))
    .map(([tag, name = '']) => [name, valueOf(tag)])
  const areas = [...page.matchAll(/<textarea[^>]*? name="([^"]+)"[^>]*>([^<]*)/g)]
  const lists = [...page.matchAll(/<select[^>]*? name="([^"]+)"[^>]*>([\s\S]*?)<\/select>/g)]
  const chosenIn = (list = '') => valueOf(/<option[^>]* selected[^>]*>/.exec(list)?.[0] ?? '')
  return Object.fromEntries([
    ...inputs,
    ...areas.map(([, name = '', text]) => [name, plain(text)]),
    ...lists.map(([, name = '', list]) => [name, chosenIn(list)]),
  ])
}

const plain = (text = '') =>
  text
    .replace(/&#x27;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')

const goOnTyping = async (browser: TestBrowser, form: Record<string, string>) => {
  const asked = await browser.post('/checkout/alamat', form)
  expect(asked.status).toBe(303)
  return browser.follow(asked)
}

describe('the address', () => {
  test('cannot be reached with nothing to send', async () => {
    for (const path of ['/checkout/alamat', '/checkout/kirim', '/checkout/bayar']) {
      expect((await app.browser().get(path)).headers.get('Location')).toBe('/keranjang')
    }
  })

  test('is private, and says each thing that is missing', async () => {
    const browser = app.browser()
    await add(browser, await findVariant(app, 2))
    const answer = await browser.post('/checkout/alamat', { name: 'Rini', phone: '12', country: 'ID' })
    expect(answer.status).toBe(422)
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    const page = await answer.text()
    expect(page).toContain('name="robots" content="noindex"')
    expect(page).toContain('value="Rini"')
    expect(wordsOf(page)).toMatch(/Cari dan pilih kecamatannya\..*Tulis desa.*Tulis jalan/)
  })

  test('is not asked of who collects everything, and nothing can be sent then', async () => {
    const browser = app.browser()
    await add(browser, await findVariant(app, 2))
    const asked = await goOnTyping(browser, { ...ADDRESS, aksi: 'ambil-sendiri' })
    const form = await asked.text()
    expect(asked.status).toBe(200)
    expect(form).toContain('value="Rini Astuti"')
    expect(form).not.toContain('Desa atau kelurahan')
    const who = { name: 'Rini', phone: '0812 3456 7890', country: 'ID', collects: 'on' }
    const nameless = await browser.post('/checkout/alamat', { ...who, name: '' })
    expect(nameless.status).toBe(422)
    const told = await browser.post('/checkout/alamat', {
      ...who,
      street: 'Dusun Tanjung',
      districtCode: '61.11.01',
    })
    expect(told.headers.get('Location')).toBe('/checkout/kirim')
    const ways = await (await browser.get('/checkout/kirim')).text()
    expect(new Set([...ways.matchAll(/type="radio"[^>]* value="([^"]+)"/g)].map(([, way]) => way))).toEqual(
      new Set(['pickup-library', 'pickup-group']),
    )
    expect(wordsOf(ways)).not.toMatch(/[Cc]ara kirim|Dikirim ke|menurut pilihan/)
    const basket = await words(await browser.get('/keranjang'))
    expect(basket).toMatch(/Ambil sendiri\s*Gratis/)
    expect(basket).not.toContain('Ongkos kirim ke')
    expect((await chooseWays(browser, 'courier:JNE')).status).toBe(422)
    await chooseWays(browser, 'pickup-library')
    const intentId = intentIn(await (await browser.get('/checkout/bayar')).text())
    const placed = await browser.post('/checkout/bayar', { intentId, paymentMethod: 'pickup' })
    const { id, ...order } = await app.db
      .selectFrom('shop_order')
      .where('code', '=', placed.headers.get('Location')?.split('/').at(-1) ?? '')
      .select(['id', 'district_code', 'village', 'street'])
      .executeTakeFirstOrThrow()
    expect(order).toEqual({ district_code: null, village: null, street: null })
    expect(await words(await browser.follow(placed))).toContain('Bayar waktu mengambil')
    const staff = await signedInStaff(app)
    const desk = await words(await staff.get(`/petugas/pesanan/${id}`))
    expect(desk).toContain('Rini')
    expect(desk).not.toContain('Alamat')
  })

  test('of two groups sends nothing of what is collected, and the basket does not say that it will', async () => {
    const browser = app.browser()
    await add(browser, await findVariant(app, 2))
    await add(browser, await findPiece('dompet-bunga-tanjung'))
    const sent = 'Tiap kelompok mengirim paketnya sendiri.'
    expect(await words(await browser.get('/keranjang'))).toContain(sent)
    const collecting = { name: 'Rini', phone: '0812 3456 7890', country: 'ID', collects: 'on' }
    await browser.post('/checkout/alamat', collecting)
    const basket = await words(await browser.get('/keranjang'))
    expect(basket).toMatch(/Ambil sendiri\s*Gratis/)
    expect(basket).not.toContain(sent)
  })

  test('what a group on an island sells is said to be collected there, never at the library', async () => {
    const browser = app.browser()
    const piece = await words(await browser.get('/barang/dompet-bunga-tanjung'))
    expect(piece).toContain('Ambil sendiri di kelompok, Desa Kemboja: gratis. Di perpustakaan tidak bisa')
    await add(browser, await findPiece('dompet-bunga-tanjung'))
    const collecting = { ...ADDRESS, aksi: 'ambil-sendiri' }
    const alone = await words(await goOnTyping(browser, collecting))
    expect(alone).toContain('Barang dari Ombak Kemboja diambil di kelompoknya, tidak di perpustakaan')
    expect(alone).not.toContain('ruang baca')
    await add(browser, await findVariant(app, 2))
    const both = await words(await goOnTyping(browser, collecting))
    expect(both).toMatch(/ruang baca perpustakaan.*Barang dari Ombak Kemboja diambil di kelompoknya/)
    await browser.post('/checkout/alamat', { ...ADDRESS, collects: 'on' })
    const ways = await words(await browser.get('/checkout/kirim'))
    expect(ways.match(/Di perpustakaan tidak bisa, karena kelompoknya di pulau/g)).toHaveLength(1)
  })

  test('abroad that names no country is asked for the country, not for a kecamatan', async () => {
    const browser = app.browser()
    await add(browser, await findVariant(app, 2))
    const answer = await browser.post('/checkout/alamat', { ...ADDRESS, country: '', districtCode: '' })
    expect(answer.status).toBe(422)
    const asked = await words(answer)
    expect(asked).toContain('Pilih negaranya.')
    expect(asked).not.toContain('Cari dan pilih kecamatannya.')
  })

  test('a place within Indonesia and one abroad are each kept while the other is asked for', async () => {
    const browser = app.browser()
    await add(browser, await findVariant(app, 2))
    const home = { ...ADDRESS, landmark: 'Dekat surau', postalCode: '78852' }
    const first = await goOnTyping(browser, { ...home, aksi: 'luar-negeri' })
    const abroad = fieldsIn(await first.text())
    expect(abroad).toMatchObject({ name: home.name, phone: home.phone, country: '', village: '', street: '' })
    expect(abroad['postalCode']).toBe('')
    const there = { country: 'AU', village: 'Darwin', street: '1 Smith St', postalCode: '0800' }
    const second = await goOnTyping(browser, { ...abroad, ...there, aksi: 'dalam-negeri' })
    const back = fieldsIn(await second.text())
    expect(back).toMatchObject(home)
    const third = await goOnTyping(browser, { ...back, aksi: 'luar-negeri' })
    const english = fieldsIn(await (await browser.get('/en/checkout/alamat?tujuan=luar-negeri')).text())
    expect(fieldsIn(await third.text())).toMatchObject(there)
    expect(english).toMatchObject(there)
    await browser.post('/en/checkout/alamat', english)
    expect(await words(await browser.get('/en/checkout/kirim'))).toContain('Australia')
  })

  test('who has told an address already finds none of it in the form for abroad, and the kecamatan again', async () => {
    const browser = app.browser()
    await add(browser, await findVariant(app, 2))
    await browser.post('/checkout/alamat', ADDRESS)
    const shown = fieldsIn(await (await browser.get('/checkout/alamat?tujuan=luar-negeri')).text())
    expect(shown).toMatchObject({ country: '', village: '', street: '', postalCode: '' })
    await browser.post('/checkout/alamat', { ...shown, ...ABROAD, street: '1 Smith St' })
    const again = fieldsIn(await (await browser.get('/checkout/alamat?tujuan=dalam-negeri')).text())
    expect(again).toMatchObject({ country: 'ID', districtCode: ADDRESS.districtCode, street: '' })
    expect(again['village']).not.toBe('Darwin')
  })

  test('a number is asked for with an example from where the parcel goes', async () => {
    const browser = app.browser()
    await add(browser, await findVariant(app, 2))
    for (const language of ['', '/en']) {
      const abroad = await words(await browser.get(`${language}/checkout/alamat?tujuan=luar-negeri`))
      expect(abroad).toContain('+60 12 345 6789')
      expect(abroad).not.toContain('0812…')
    }
  })

  test('the kind of address that was asked for outlives a change of language', async () => {
    const browser = app.browser()
    await add(browser, await findVariant(app, 2))
    const abroad = await goOnTyping(browser, { ...ADDRESS, aksi: 'luar-negeri' })
    expect(await abroad.text()).toContain('action="/checkout/alamat?tujuan=luar-negeri"')
    const english = await words(await browser.get('/en/checkout/alamat?tujuan=luar-negeri'))
    expect(english).toContain('Choose a country')
    expect(await words(await browser.get('/en/checkout/alamat?tujuan=ambil-sendiri'))).toContain(
      'Who will collect it?',
    )
  })

  test('does not take a number that is none, nor an identity number', async () => {
    const browser = app.browser()
    await add(browser, await findVariant(app, 2))
    const wrong = await browser.post('/checkout/alamat', { ...ADDRESS, phone: '0812 34' })
    expect(await words(wrong)).toContain('Nomor ini belum bisa kami baca')
    // a house's in this country is nobody's in another
    const elsewhere = { ...ABROAD, country: 'SG', phone: '0534 772 123' }
    const unclear = await browser.post('/checkout/alamat?tujuan=luar-negeri', elsewhere)
    expect(await words(unclear)).toContain('dengan kode negara untuk luar negeri')
    const nik = await browser.post('/checkout/alamat', { ...ADDRESS, note: '6111012345678901' })
    expect(await words(nik)).toContain('nomor KTP')
  })

  test('what was sent with a mistake stands in the form of the other language too', async () => {
    const browser = app.browser()
    await add(browser, await findVariant(app, 2))
    await browser.post('/checkout/alamat', { ...ADDRESS, phone: '0812 34' })
    const english = await (await browser.get('/en/checkout/alamat')).text()
    for (const typed of [ADDRESS.name, ADDRESS.street, '0812 34']) expect(english).toContain(typed)
  })

  test('says everything that is wrong at once, also when the kecamatan is not found', async () => {
    const browser = app.browser()
    await add(browser, await findVariant(app, 2))
    const answer = await browser.post('/checkout/alamat', {
      ...ADDRESS,
      phone: '12',
      districtCode: '',
      cari: 'Zzzxq',
    })
    expect(answer.status).toBe(422)
    expect(await words(answer)).toMatch(
      /Nomor ini belum bisa kami baca.*Cari dan pilih kecamatannya.*Tidak ketemu “Zzzxq”/,
    )
  })

  test('names the field of each mistake, and how long its answer may be', async () => {
    const browser = app.browser()
    await add(browser, await findVariant(app, 2))
    const long = { name: 'x'.repeat(81), landmark: 'y'.repeat(201), village: '' }
    const said = await words(await browser.post('/checkout/alamat', { ...ADDRESS, ...long }))
    expect(said).toMatch(
      /Nama lengkap: Terlalu panjang, paling banyak 80 huruf\..*Desa atau kelurahan: Pilih desa.*Patokan: Terlalu panjang, paling banyak 200 huruf\./,
    )
  })

  test('keeps nothing of a form being typed in which something looks like an identity number', async () => {
    const browser = app.browser()
    await add(browser, await findVariant(app, 2))
    const search = { ...ADDRESS, note: '6111012345678901', cari: 'seponti', aksi: 'cari' }
    const answer = await browser.post('/checkout/alamat', search)
    expect(answer.status).toBe(200)
    const page = await answer.text()
    expect(page).toContain('Seponti Jaya')
    expect(page).toContain('6111012345678901')
    expect(await (await browser.get('/checkout/alamat')).text()).not.toContain(ADDRESS.name)
  })

  test('where one kecamatan is found its villages are there to choose from, and none of another', async () => {
    const browser = app.browser()
    await add(browser, await findVariant(app, 2))
    const search = { ...ADDRESS, cari: 'seponti', aksi: 'cari' }
    const page = await (await goOnTyping(browser, search)).text()
    expect(page).toMatch(/<select id="village"[^>]*>.*?Seponti Jaya/s)
    expect(page).not.toContain(`<option value="${ADDRESS.village}"`)
  })

  test('opens in the other language with the kecamatan that was found in this one', async () => {
    const browser = app.browser()
    await add(browser, await findVariant(app, 2))
    const at = async (code: string) => {
      const page = await (await browser.get(`/en/checkout/alamat?districtCode=${code}`)).text()
      return /name="districtCode"[^>]*value="([^"]+)"/.exec(page)?.[1]
    }
    expect(await at('61.11.05')).toBe('61.11.05')
    expect(await at('99.99.99')).toBeUndefined()
    await browser.post('/checkout/alamat', ADDRESS)
    expect(await at('99.99.99')).toBe(ADDRESS.districtCode)
    const other = await (await browser.get('/en/checkout/alamat?districtCode=61.11.05')).text()
    expect(other).toMatch(/name="districtCode"[^>]*value="61.11.05"/)
    expect(other).not.toContain(`<option value="${ADDRESS.village}"`)
  })

  test('opens with the village by which the place was found, on a piece or in the basket', async () => {
    const browser = app.browser()
    const villageOf = async () =>
      /<option value="([^"]+)" selected/.exec(await (await browser.get('/checkout/alamat')).text())?.[1]
    const piece = await browser.get('/barang/dompet-bunga-tanjung?ke=Teluk+Melano')
    expect(await words(piece)).toContain('ke Teluk Melano, Simpang Hilir, Kabupaten Kayong Utara')
    await add(browser, await findVariant(app, 2))
    expect(await villageOf()).toBe('Teluk Melano')
    const choices = await (await browser.get('/keranjang?ke=sutera')).text()
    const [, sutera] = /name="kec" value="([^"]+)"[^>]*>Desa Sutera, Sukadana/.exec(choices) ?? []
    await browser.get(`/keranjang?kec=${sutera}`)
    expect(await villageOf()).toBe('Sutera')
    await browser.get('/keranjang?kec=61.11.02')
    expect(await villageOf()).toBeUndefined()
  })

  test('another kecamatan asks for its village again, and keeps what is typed for it', async () => {
    const browser = app.browser()
    await add(browser, await findVariant(app, 2))
    const first = { ...ADDRESS, districtCode: '', village: 'Airlangga', cari: 'gubeng' }
    expect((await browser.post('/checkout/alamat', first)).headers.get('Location')).toBe('/checkout/kirim')
    const opened = await (await browser.get('/checkout/alamat')).text()
    const [, districtCode = ''] = /name="districtCode"[^>]* value="([^"]+)"/.exec(opened) ?? []
    const moved = { ...ADDRESS, districtCode, village: 'Airlangga', cari: 'seponti' }
    const search = (given: object) => goOnTyping(browser, { ...moved, aksi: 'cari', ...given })
    const found = await (await search({})).text()
    expect(found).toContain('Seponti Jaya')
    expect(found).not.toContain('Airlangga')
    expect(found).toContain(`value="${ADDRESS.name}"`)
    const unasked = await browser.post('/checkout/alamat', moved)
    expect(unasked.status).toBe(422)
    expect(await words(unasked)).toContain('Pilih desa')
    expect(await (await search({ cari: 'gubeng' })).text()).toContain('value="Airlangga"')
    expect(await (await search({ village: 'Seponti Jaya' })).text()).toContain(
      '<option value="Seponti Jaya" selected',
    )
    expect(await (await search({ cari: 'matraman', village: 'Pisangan' })).text()).toContain(
      'value="Pisangan"',
    )
    const several = await (await search({ cari: 'pulau maya' })).text()
    expect(several).toContain('value="61.11.04"')
    expect(several).not.toContain('Airlangga')
    const meant = { ...moved, cari: 'pulau maya', cari_lalu: 'pulau maya', districtCode: '61.11.04' }
    expect((await browser.post('/checkout/alamat', { ...meant, village: '' })).status).toBe(422)
    const whole = await browser.post('/checkout/alamat', { ...meant, village: 'Tanjung Satai' })
    expect(whole.headers.get('Location')).toBe('/checkout/kirim')
  })

  test('a postal code that was filled in for a village does not go with another place', async () => {
    const browser = app.browser()
    await add(browser, await findVariant(app, 2))
    const codeIn = (page: string) => /name="postalCode"[^>]*value="([^"]*)"/.exec(page)?.[1] ?? ''
    const codeKept = async () => codeIn(await (await browser.get('/checkout/alamat')).text())
    const home = { ...ADDRESS, postalCode: '' }
    await browser.post('/checkout/alamat', home)
    const filled = await codeKept()
    expect(filled).toMatch(/^788\d\d$/)
    const away = { ...home, postalCode: filled, cari: 'wamena' }
    expect(codeIn(await (await goOnTyping(browser, { ...away, aksi: 'cari' })).text())).toBe('')
    await browser.post('/checkout/alamat', { ...away, districtCode: '', village: 'Wamena Kota' })
    expect(await codeKept()).toBe('')
    await browser.post('/checkout/alamat', { ...ADDRESS, postalCode: '12345' })
    await browser.post('/checkout/alamat', {
      ...away,
      districtCode: '',
      village: 'Wamena Kota',
      postalCode: '12345',
    })
    expect(await codeKept()).toBe('12345')
  })

  test('a search that finds the same kecamatan among others keeps it and its village', async () => {
    const browser = app.browser()
    await add(browser, await findVariant(app, 2))
    const home = { ...ADDRESS, districtCode: '61.11.01' }
    expect((await browser.post('/checkout/alamat', home)).headers.get('Location')).toBe('/checkout/kirim')
    const searched = { ...home, cari: 'sukadana', aksi: 'cari' }
    const page = await (await goOnTyping(browser, searched)).text()
    const [other = ''] = /\b(?!61)\d{2}\.\d{2}\.\d{2}\b/.exec(page) ?? []
    expect(page).toMatch(/value="61\.11\.01"[^>]*checked|checked[^>]*value="61\.11\.01"/)
    expect(page).toContain('name="kecamatan_lalu" value="61.11.01"')
    expect(page).toContain(`value="${home.village}"`)
    const shown = { ...home, cari: 'sukadana', cari_lalu: 'sukadana', kecamatan_lalu: '61.11.01' }
    const elsewhere = await browser.post('/checkout/alamat', { ...shown, districtCode: other })
    expect(elsewhere.status).toBe(422)
    expect(await elsewhere.text()).toContain('href="#village"')
    const same = await browser.post('/checkout/alamat', shown)
    expect(same.headers.get('Location')).toBe('/checkout/kirim')
  })

  test('tells what sending costs to the kecamatan in the form, not to one that was remembered', async () => {
    const browser = app.browser()
    await add(browser, await findVariant(app, 2))
    await browser.get('/keranjang?kec=61.11.02')
    const summaryOf = (page: string) => wordsOf(page.slice(page.indexOf('id="ringkasan"')))
    const remembered = await (await browser.get('/checkout/alamat')).text()
    expect(summaryOf(remembered)).toContain('Ongkos kirim ke Simpang Hilir')
    const search = { ...ADDRESS, districtCode: '61.11.02', aksi: 'cari' }
    const one = await goOnTyping(browser, { ...search, cari: 'gubeng' })
    expect(summaryOf(await one.text())).toContain('Ongkos kirim ke Gubeng')
    const several = await goOnTyping(browser, { ...search, cari: 'sukadana' })
    expect(summaryOf(await several.text())).not.toContain('Ongkos kirim ke')
  })

  test('a place named in the basket counts also after an address was sent without a kecamatan', async () => {
    const browser = app.browser()
    await add(browser, await findVariant(app, 2))
    const refused = await browser.post('/checkout/alamat', { ...ADDRESS, districtCode: '', village: '' })
    expect(refused.status).toBe(422)
    await browser.get('/keranjang?kec=61.11.02')
    const page = await (await browser.get('/checkout/alamat')).text()
    expect(page).toMatch(/name="districtCode"[^>]*value="61.11.02"/)
    expect(wordsOf(page)).toContain('Ongkos kirim ke Simpang Hilir')
    expect(page).toContain(`>${ADDRESS.street}</textarea>`)
  })

  test('a place named in the basket after a whole address is offered beside that of the address', async () => {
    const browser = app.browser()
    await add(browser, await findVariant(app, 2))
    const home = { ...ADDRESS, districtCode: '61.11.01' }
    await browser.post('/checkout/alamat', home)
    const unasked = await (await browser.get('/checkout/alamat')).text()
    expect(unasked).not.toContain('kecamatan_lalu')
    await browser.get('/keranjang?kec=61.11.02')
    const page = await (await browser.get('/checkout/alamat')).text()
    expect(page.match(/name="districtCode"[^>]*value="[^"]+"/g)).toEqual([
      expect.stringMatching(/checked.*value="61\.11\.01"/),
      expect.not.stringContaining('checked'),
    ])
    expect(page).toContain('name="kecamatan_lalu" value="61.11.01"')
    const sent = { ...home, cari: '', kecamatan_lalu: '61.11.01' }
    const other = await browser.post('/checkout/alamat', { ...sent, districtCode: '61.11.02' })
    expect(other.status).toBe(422)
    expect(await other.text()).toContain('href="#village"')
    expect((await browser.post('/checkout/alamat', sent)).headers.get('Location')).toBe('/checkout/kirim')
  })

  test('a village and the other of two places go on together only where they were told together', async () => {
    const browser = app.browser()
    await add(browser, await findVariant(app, 2))
    const first = { ...ADDRESS, districtCode: '', village: 'Cihapit', cari: 'bandung wetan' }
    await browser.post('/checkout/alamat', first)
    const opened = await (await browser.get('/checkout/alamat')).text()
    const [, before = ''] = /name="districtCode"[^>]*value="([^"]+)"/.exec(opened) ?? []
    await browser.get('/keranjang?kec=35.73.02')
    const villageIn = (page: string) =>
      /<select[^>]*name="village"/.test(page)
        ? (/<option value="([^"]+)" selected/.exec(page)?.[1] ?? '')
        : (/name="village"[^>]*value="([^"]*)"/.exec(page)?.[1] ?? '')
    const ticked = { ...first, cari: '', kecamatan_lalu: before, districtCode: '35.73.02' }
    for (const aside of ['luar-negeri', 'ambil-sendiri']) {
      await goOnTyping(browser, { ...ticked, aksi: aside })
      const back = await (await browser.get('/checkout/alamat?tujuan=dalam-negeri')).text()
      expect(back).toMatch(/name="districtCode"[^>]*value="35\.73\.02"/)
      expect(villageIn(back)).toBe('')
    }
    // sent together, and refused for something else
    const wrong = { ...first, districtCode: before, cari: '', phone: '1', kecamatan_lalu: before }
    const refused = await (await browser.post('/checkout/alamat', wrong)).text()
    expect(refused.match(/name="districtCode"/g)).toHaveLength(2)
    const other = await browser.post('/checkout/alamat', { ...ticked, phone: ADDRESS.phone })
    expect(other.status).toBe(422)
    expect(await other.text()).toContain('href="#village"')
  })

  test('a village that was sent with a kecamatan and refused does not go with one looked for next', async () => {
    const browser = app.browser()
    await add(browser, await findVariant(app, 2))
    const sent = { ...ADDRESS, districtCode: '35.73.02', village: 'Kauman', phone: '1' }
    expect((await browser.post('/checkout/alamat', sent)).status).toBe(422)
    const search = { ...sent, phone: ADDRESS.phone, cari: 'gubeng' }
    expect(await (await goOnTyping(browser, { ...search, aksi: 'cari' })).text()).not.toContain('Kauman')
    expect((await browser.post('/checkout/alamat', sent)).status).toBe(422)
    const unasked = await browser.post('/checkout/alamat', search)
    expect(unasked.status).toBe(422)
    expect(await unasked.text()).toContain('href="#village"')
  })

  test('a place that was named with its village takes no other one typed before', async () => {
    const browser = app.browser()
    await add(browser, await findVariant(app, 2))
    const village = async (place: string) => {
      const search = { ...ADDRESS, districtCode: '', village: 'Cibabat', cari: 'cimahi', aksi: 'cari' }
      await goOnTyping(browser, search)
      await browser.get(`/keranjang?${place}`)
      const page = await (await browser.get('/checkout/alamat')).text()
      return /<select[^>]*name="village"[^>]*>.*?<option value="([^"]*)" selected/.exec(page)?.[1]
    }
    expect(await village('ke=tanjung+satai')).toBe('Tanjung Satai')
    expect(await village('kec=61.11.05')).toBe('')
  })

  test('two places offered stay so in the other language, with what was ticked', async () => {
    const browser = app.browser()
    await add(browser, await findVariant(app, 2))
    await browser.post('/checkout/alamat', { ...ADDRESS, districtCode: '61.11.01' })
    await browser.get('/keranjang?ke=tanjung+satai')
    const page = async (ticked: string) =>
      (await browser.get(`/en/checkout/alamat?districtCode=${ticked}`)).text()
    expect((await page('61.11.01')).match(/name="districtCode"/g)).toHaveLength(2)
    expect(await page('61.11.04')).toContain('<option value="Tanjung Satai" selected')
  })

  test('an address that was told stands there again after everything was to be collected', async () => {
    const browser = app.browser()
    await add(browser, await findVariant(app, 2))
    await browser.post('/checkout/alamat', { ...ADDRESS, landmark: 'Dekat masjid' })
    const collects = { ...ADDRESS, landmark: 'Dekat masjid', collects: 'on' }
    expect((await browser.post('/checkout/alamat', collects)).headers.get('Location')).toBe('/checkout/kirim')
    expect(await words(await browser.get('/keranjang'))).toContain('Ambil sendiri')
    const home = await (await goOnTyping(browser, { ...collects, aksi: 'dalam-negeri' })).text()
    expect(await words(await browser.get('/keranjang'))).toContain('Ongkos kirim ke')
    expect(home).toContain(`>${ADDRESS.street}</textarea>`)
    expect(home).toContain('value="Dekat masjid"')
    expect(home).toContain(`<option value="${ADDRESS.village}" selected`)
    const opened = await (await browser.get('/checkout/alamat?tujuan=dalam-negeri')).text()
    expect(opened).toContain(`>${ADDRESS.street}</textarea>`)
  })

  test('a village that a listed kecamatan does not have is asked for from its list', async () => {
    const browser = app.browser()
    await add(browser, await findVariant(app, 2))
    const strange = await browser.post('/checkout/alamat', { ...ADDRESS, village: 'Benua Melayu Darat' })
    expect(strange.status).toBe(422)
    const page = await strange.text()
    expect(page).toContain('href="#village"')
    expect(page).not.toContain('Benua Melayu Darat')
    const spoken = await browser.post('/checkout/alamat', {
      ...ADDRESS,
      village: ADDRESS.village.toUpperCase(),
    })
    expect(spoken.headers.get('Location')).toBe('/checkout/kirim')
    expect(await words(await browser.get('/checkout/kirim'))).toContain(ADDRESS.village)
  })

  test('the village that was named with a place comes along where that is taken', async () => {
    const browser = app.browser()
    await add(browser, await findVariant(app, 2))
    const home = { ...ADDRESS, districtCode: '61.11.01' }
    await browser.post('/checkout/alamat', home)
    const named = { ...home, cari: '', kecamatan_lalu: '61.11.01', districtCode: '61.11.04' }
    await browser.get('/keranjang?ke=tanjung+satai')
    const taken = await browser.post('/checkout/alamat', named)
    expect(taken.headers.get('Location')).toBe('/checkout/kirim')
    expect(await (await browser.get('/checkout/alamat')).text()).toContain(
      '<option value="Tanjung Satai" selected',
    )
  })

  test('a place named after a search that found none or several is put in', async () => {
    const browser = app.browser()
    await add(browser, await findVariant(app, 2))
    for (const cari of ['qwrtzx', 'cimahi']) {
      const search = { ...ADDRESS, districtCode: '', village: '', cari, aksi: 'cari' }
      expect(await (await goOnTyping(browser, search)).text()).toContain(`value="${cari}"`)
      await browser.get('/keranjang?kec=61.11.02')
      const page = await (await browser.get('/checkout/alamat')).text()
      expect(page).toMatch(/checked=""[^>]*value="61\.11\.02"|value="61\.11\.02"[^>]*checked/)
      expect(page).not.toContain(`value="${cari}"`)
    }
  })

  test('a search that finds nothing leaves the kecamatan and the village', async () => {
    const browser = app.browser()
    await add(browser, await findVariant(app, 2))
    const search = { ...ADDRESS, cari: 'qwrtzx', aksi: 'cari' }
    const page = await (await goOnTyping(browser, search)).text()
    expect(wordsOf(page)).toContain('qwrtzx')
    expect(page).toMatch(
      new RegExp(
        `checked=""[^>]*value="${ADDRESS.districtCode}"|value="${ADDRESS.districtCode}"[^>]*checked`,
      ),
    )
    expect(page).toContain(`<option value="${ADDRESS.village}" selected`)
  })

  test('a search for a kecamatan without a word asks for one, and leaves what is chosen', async () => {
    const browser = app.browser()
    await add(browser, await findVariant(app, 2))
    const empty = { ...ADDRESS, cari: ' ', aksi: 'cari' }
    const unchosen = await browser.post('/checkout/alamat', { ...empty, districtCode: '', village: 'Gubeng' })
    expect(unchosen.status).toBe(422)
    const page = await unchosen.text()
    expect(wordsOf(page)).toContain('Tulis nama kecamatan atau kotanya dulu.')
    expect(page).toContain('value="Gubeng"')
    const chosen = await (await browser.post('/checkout/alamat', empty)).text()
    expect(wordsOf(chosen)).toContain('Tulis nama kecamatan atau kotanya dulu.')
    expect(chosen).toMatch(
      new RegExp(`checked="" value="${ADDRESS.districtCode}"|value="${ADDRESS.districtCode}" checked`),
    )
    expect(await (await browser.get('/checkout/alamat')).text()).toContain(`value="${ADDRESS.districtCode}"`)
  })

  test('Enter looks for a kecamatan that was typed, loses nothing, and goes on once it is found', async () => {
    const browser = app.browser()
    await add(browser, await findVariant(app, 2))
    const half = { ...ADDRESS, aksi: 'enter', districtCode: '', street: '', cari: 'sukadana', cari_lalu: '' }
    const searched = await goOnTyping(browser, half)
    expect(searched.status).toBe(200)
    const page = await searched.text()
    expect(page).toContain(`value="${ADDRESS.name}"`)
    expect(wordsOf(page)).toContain('Pilih kecamatannya')
    expect(page).not.toContain('role="alert"')
    const found = { ...half, cari_lalu: 'sukadana', districtCode: ADDRESS.districtCode }
    expect((await browser.post('/checkout/alamat', found)).status).toBe(422)
    const whole = await browser.post('/checkout/alamat', { ...found, street: ADDRESS.street })
    expect(whole.headers.get('Location')).toBe('/checkout/kirim')
  })

  test('the village by which a kecamatan was found need not be told again', async () => {
    const typed = { ...ADDRESS, village: '', districtCode: '' }
    const kept = async (given: Record<string, string>) => {
      const browser = app.browser()
      await add(browser, await findVariant(app, 2))
      const answer = await browser.post('/checkout/alamat', { ...typed, ...given })
      expect(answer.headers.get('Location')).toBe('/checkout/kirim')
      return words(await browser.get('/checkout/kirim'))
    }
    expect(await kept({ cari: 'betok jaya' })).toContain('Betok Jaya')
    expect(await kept({ cari: 'betok', cari_lalu: 'betok', districtCode: '61.11.06' })).toContain(
      'Betok Jaya',
    )
    // one that is not of that kecamatan gives way to it, whether it is searched for or pressed on with
    const strange = { cari: 'betok jaya', village: 'Benua Melayu' }
    expect(await kept(strange)).toContain('Betok Jaya')
    const browser = app.browser()
    await add(browser, await findVariant(app, 2))
    const page = await (await goOnTyping(browser, { ...typed, ...strange, aksi: 'cari' })).text()
    expect(page).toContain('<option value="Betok Jaya" selected')
  })

  test('the list of mistakes follows the fields, also abroad', async () => {
    const browser = app.browser()
    await add(browser, await findVariant(app, 2))
    const empty = { ...ABROAD, street: '', village: '' }
    const said = await words(await browser.post('/en/checkout/alamat', empty))
    expect(said).toMatch(/Full address: Write the full address\. City or town: Write the city or town\./)
  })

  test('keeps the kecamatan to choose from until one is chosen', async () => {
    const browser = app.browser()
    await add(browser, await findVariant(app, 2))
    const typed = { ...ADDRESS, districtCode: '', cari: 'sukadana', cari_lalu: 'sukadana' }
    const answer = await browser.post('/checkout/alamat', typed)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(wordsOf(page)).toContain('Pilih salah satu kecamatannya.')
    expect(page).toMatch(/type="radio" name="districtCode"[^>]* value="61\.11\.01"/)
  })

  test('takes a kecamatan that was typed and not searched for when only one bears the name', async () => {
    const browser = app.browser()
    await add(browser, await findVariant(app, 2))
    const answer = await browser.post('/checkout/alamat', {
      ...ADDRESS,
      districtCode: '',
      village: 'Alur Bandung',
      cari: 'teluk batang',
    })
    expect(answer.headers.get('Location')).toBe('/checkout/kirim')
    expect(await words(await browser.get('/checkout/kirim'))).toContain('Teluk Batang')
  })

  test('finds a kecamatan without scripts and keeps what was typed', async () => {
    const browser = app.browser()
    await add(browser, await findVariant(app, 2))
    const search = { name: 'Rini', country: 'ID', cari: 'sukadna', aksi: 'cari' }
    expect((await browser.post('/checkout/alamat', search)).status).toBe(303)
    const page = await (await browser.get('/checkout/alamat?tujuan=dalam-negeri')).text()
    expect(page).toMatch(/type="radio" name="districtCode"[^>]* value="61\.11\.01"/)
    expect(page).toContain('value="Rini"')
    const chosen = await browser.post('/checkout/alamat', {
      name: 'Rini',
      country: 'ID',
      districtCode: '61.11.01',
    })
    expect(await chosen.text()).toMatch(/<option value="Pampang Harapan">/)
  })
})

/** To be paid by card, its cost of sending just told. */
async function aPricedOrderAbroad() {
  const browser = app.browser()
  await add(browser, await findVariant(app, 2))
  const intentId = await goToPayment(browser, { address: ABROAD, way: 'quote' })
  const placed = await browser.post('/checkout/bayar', { intentId, paymentMethod: 'card' })
  const code = placed.headers.get('Location')?.split('/').at(-1) ?? ''
  const { orderId, parcelId } = await app.db
    .selectFrom('shop_order')
    .innerJoin('parcel', 'parcel.order_id', 'shop_order.id')
    .where('code', '=', code)
    .select(['shop_order.id as orderId', 'parcel.id as parcelId'])
    .executeTakeFirstOrThrow()
  const way = { delivery: 'courier', carrier: 'Pos', daysMin: 10, daysMax: 14 } as const
  await confirmShipping(asStaff(ctxOf(app)), { parcelId, shippingRupiah: 250_000, ...way })
  return { browser, code, orderId, parcelId }
}

describe('delivery and payment', () => {
  test('a way that was ticked comes along into the other language, and nothing is kept of it before it is sent', async () => {
    const browser = app.browser()
    await add(browser, await findVariant(app, 2))
    await browser.post('/checkout/alamat', ADDRESS)
    const page = await (await browser.get('/checkout/kirim')).text()
    const name = /data-carry="(kirim\.[^" ]+)"/.exec(page)?.[1] ?? ''
    const ticked = `/en/checkout/kirim?${new URLSearchParams({ [name]: 'pickup-library' })}`
    expect(fieldsIn(await (await browser.get(ticked)).text())[name]).toBe('pickup-library')
    expect(fieldsIn(await (await browser.get('/en/checkout/kirim')).text())[name]).toBeUndefined()
  })

  test('a way to pay that was ticked comes along into the other language, if it is on offer', async () => {
    const browser = app.browser()
    await add(browser, await findVariant(app, 2))
    await goToPayment(browser, { address: ABROAD, way: 'quote' })
    const chosenWith = async (query: string) =>
      fieldsIn(await (await browser.get(`/en/checkout/bayar${query}`)).text())['paymentMethod']
    expect(await chosenWith('')).toBe('card')
    expect(await chosenWith('?paymentMethod=transfer')).toBe('transfer')
    // nobody abroad can come and pay in cash
    for (const no of ['pickup', 'gratis', '']) expect(await chosenWith(`?paymentMethod=${no}`)).toBe('card')
    expect(await chosenWith('')).toBe('card')
  })

  test('a way that does not exist is not taken', async () => {
    const browser = app.browser()
    await add(browser, await findVariant(app, 2))
    await browser.post('/checkout/alamat', ADDRESS)
    const answer = await chooseWays(browser, 'courier:Gratis')
    expect(answer.status).toBe(422)
    expect(await words(answer)).toContain('Pilih cara kirim untuk paket dari Seroja')
  })

  test('abroad asks for the cost first, and nobody has to pay yet', async () => {
    const browser = app.browser()
    await add(browser, await findVariant(app, 2))
    const intentId = await goToPayment(browser, { address: ABROAD, way: 'quote' })
    for (const path of ['/keranjang', '/checkout/alamat', '/checkout/kirim']) {
      expect(await words(await browser.get(path)), path).not.toContain('Ambil sendiri: gratis')
    }
    expect(await words(await browser.get('/keranjang'))).toContain('Darwin, Australia')
    const placed = await browser.post('/checkout/bayar', { intentId, paymentMethod: 'transfer' })
    const page = await words(await browser.follow(placed))
    expect(page).toContain('Ongkos kirim sedang ditanyakan')
    expect(page).toContain('Dusun Tanjung, RT 02 Darwin Australia')
    expect(page).not.toContain('Transfer persis')
  })

  test('abroad a card can be chosen, and its page opens only once the cost is known', async () => {
    const browser = app.browser()
    await add(browser, await findVariant(app, 2))
    const intentId = await goToPayment(browser, { address: ABROAD, way: 'quote' })
    // said before anything is ordered, wherever the cost abroad is spoken of
    for (const path of ['/keranjang', '/checkout/alamat', '/checkout/bayar', '/bantuan/luar-negeri']) {
      const page = await words(await browser.get(path))
      expect(page, path).toContain('membayar dengan kartu, atau transfer ke rekening bank Indonesia')
    }
    expect(await words(await browser.get('/bantuan/bayar'))).toContain(
      'dengan kartu? Anda dibawa ke halaman Stripe',
    )
    const payment = await words(await browser.get('/checkout/bayar'))
    expect(payment.indexOf('Kartu kredit')).toBeLessThan(payment.indexOf('Transfer bank'))
    const placed = await browser.post('/checkout/bayar', { intentId, paymentMethod: 'card' })
    expect(placed.headers.get('Location')).toMatch(/^\/pesanan\/P-\w{6}$/)
    const page = await words(await browser.follow(placed))
    expect(page).toContain('Pesanan sudah tercatat')
    expect(page).not.toContain('Bayar dengan kartu')
  })

  test('who comes for the card page in the last minutes can pay on it, who comes later cannot', async () => {
    const { browser, code, orderId } = await aPricedOrderAbroad()
    const payment = app.db.updateTable('payment').where('order_id', '=', orderId)
    const leave = (minutes: number) =>
      payment.set({ expires_at: sql`moment() + make_interval(mins => ${minutes})` }).execute()
    await leave(10)
    const opened = await browser.post(`/pesanan/${code}/kartu`, {})
    expect(opened.headers.get('Location')).toContain(app.stripe?.url)
    const { minutes } = await app.db
      .selectFrom('payment')
      .where('order_id', '=', orderId)
      .select(sql<number>`extract(epoch from expires_at - moment())::float / 60`.as('minutes'))
      .executeTakeFirstOrThrow()
    expect(minutes).toBeGreaterThan(29)
    expect(minutes).toBeLessThan(41)
    const again = await browser.post(`/pesanan/${code}/kartu`, {})
    expect(again.headers.get('Location')).toBe(opened.headers.get('Location'))
    await leave(-1)
    const late = await browser.post(`/pesanan/${code}/kartu`, {})
    expect(await words(await browser.follow(late))).toContain(
      'Batas bayarnya sudah lewat, jadi halaman kartu',
    )
  })

  test('a told cost that was wrong closes the card page; the next one asks for the right total', async () => {
    const { browser, code, orderId, parcelId } = await aPricedOrderAbroad()
    await browser.post(`/pesanan/${code}/kartu`, {})
    const staff = await signedInStaff(app)
    const correct = (shipping: string, seenRupiah = '250000') =>
      staff.post(`/petugas/pesanan/${orderId}`, {
        about: `ongkos-${parcelId}`,
        intent: 'correct-price',
        parcelId,
        delivery: 'courier',
        carrier: 'Pos',
        daysMin: '10',
        daysMax: '14',
        seenRupiah,
        shipping,
      })
    expect(wordsOf(await (await staff.get(`/petugas/pesanan/${orderId}`)).text())).toContain(
      'Ongkosnya salah tulis?',
    )
    const same = await correct('250.000')
    expect(same.status).toBe(422)
    expect(await words(same)).toContain('Sudah tertulis begitu.')
    const stale = await correct('25.000', '200000')
    expect(stale.status).toBe(409)
    const page = await words(await staff.follow(await correct('25.000')))
    expect(page).toContain('Ongkos kirim diperbaiki. Pembeli sudah dikabari yang benar.')
    expect(page).toMatch(/“Pos, Rp250\.000, jumlah Rp[\d.]+” menjadi “Pos, Rp25\.000, jumlah Rp/)
    await browser.post(`/pesanan/${code}/kartu`, {})
    const { total } = await app.db
      .selectFrom('payment')
      .where('order_id', '=', orderId)
      .select('total_rupiah as total')
      .executeTakeFirstOrThrow()
    const pages = app.stripe?.control.sessions().filter((one) => one.client_reference_id === code)
    const right = Number(total) * 100
    expect(pages?.map(({ status, amount_total }) => ({ status, amount_total }))).toEqual([
      { status: 'expired', amount_total: right + 22_500_000 },
      { status: 'open', amount_total: right },
    ])
  })

  test('says why cash is not offered, and that collecting is not shipping', async () => {
    const browser = app.browser()
    await add(browser, await findVariant(app, 2))
    const rule = 'Bayar tunai hanya bisa kalau semua paket diambil di perpustakaan.'
    await goToPayment(browser)
    expect(await words(await browser.get('/checkout/bayar'))).not.toContain(rule)
    const intentId = await goToPayment(browser, { way: 'pickup-group' })
    expect(await words(await browser.get('/checkout/bayar'))).toContain(`${rule} Ubah cara kirim`)
    const placed = await browser.post('/checkout/bayar', { intentId, paymentMethod: 'transfer' })
    const order = await words(await browser.follow(placed))
    expect(order).toMatch(/Ambil sendiri\s*Gratis/)
    expect(order).not.toContain('Ongkos kirim')
    await add(browser, await findPiece('dompet-bunga-tanjung'))
    await goToPayment(browser, { way: 'pickup-group' })
    const island = await words(await browser.get('/checkout/bayar'))
    expect(island).toContain('barang dari Ombak Kemboja tidak lewat sana.')
    expect(island).not.toContain('Ubah cara kirim')
  })

  test('a parcel whose cost is asked for says that the others wait for it', async () => {
    const browser = app.browser()
    await add(browser, await findVariant(app, 2))
    await add(browser, await findPiece('dompet-bunga-tanjung'))
    // a boat goes there from Sukadana; what it costs from Pulau Maya nobody has said
    await browser.post('/checkout/alamat', { ...ADDRESS, districtCode: '61.11.06', village: 'Pelapis' })
    const delivery = await (await browser.get('/checkout/kirim')).text()
    expect(wordsOf(delivery)).toContain('Paket lain di pesanan ini ikut menunggu.')
    const names = [...delivery.matchAll(/name="(kirim\.[0-9a-f-]+)" value="([^"]+)"/g)]
    const asked = names.find(([, , way]) => way === 'quote')?.[1] ?? ''
    const other = names.find(([, name]) => name !== asked)?.[1] ?? ''
    await browser.post('/checkout/kirim', {
      [asked]: 'quote',
      [other]: 'boat:Kapal Sukadana–Kepulauan Karimata',
    })
    const payment = await words(await browser.get('/checkout/bayar'))
    expect(payment).toContain('Menunggu ongkos paket dari Ombak Kemboja dulu')
    expect(payment).toContain('Pesan terpisah: hapus barang Ombak Kemboja dari keranjang.')
    const intentId = intentIn(await (await browser.get('/checkout/bayar')).text())
    const placed = await browser.post('/checkout/bayar', { intentId, paymentMethod: 'transfer' })
    const order = await words(await browser.follow(placed))
    expect(order).toContain('Yang ditanyakan: paket dari Ombak Kemboja.')
    expect(order).toMatch(/Ongkos kirim, Ombak Kemboja\s*sedang ditanyakan/)
    expect(order).toMatch(/Ongkos kirim, Seroja\s*Rp\d/)
  })

  test('the order is what the database says, whatever the form says', async () => {
    const browser = app.browser()
    const variantId = await findVariant(app, 2)
    await add(browser, variantId)
    const intentId = await goToPayment(browser)
    const placed = await browser.post('/checkout/bayar', {
      intentId,
      paymentMethod: 'transfer',
      total: '1',
      harga: '1',
      group_id: 'x',
      state: 'paid',
    })
    expect(placed.status).toBe(303)
    const code = placed.headers.get('Location')?.split('/').at(-1) ?? ''
    const { goods, price, state } = await app.db
      .selectFrom('shop_order')
      .innerJoin('payment', 'payment.order_id', 'shop_order.id')
      .innerJoin('order_line', 'order_line.order_id', 'shop_order.id')
      .innerJoin('variant', 'variant.id', 'order_line.variant_id')
      .where('shop_order.code', '=', code)
      .select(['goods_rupiah as goods', 'variant.price_rupiah as price', 'payment.state'])
      .executeTakeFirstOrThrow()
    expect(goods).toBe(price)
    expect(state).toBe('awaiting')
  })

  test('the same form sent ten times at once is one order', async () => {
    const browser = app.browser()
    await add(browser, await findVariant(app, 2))
    const intentId = await goToPayment(browser)
    expect(intentIn(await (await browser.get('/checkout/bayar')).text())).toBe(intentId)
    const form = { intentId, paymentMethod: 'transfer' }
    const sends = Array.from({ length: 10 }, () => browser.post('/checkout/bayar', form))
    const places = (await Promise.all(sends)).map((answer) => answer.headers.get('Location'))
    expect(new Set(places).size).toBe(1)
    expect(places[0]).toMatch(/^\/pesanan\/P-\w{6}$/)
    expect(await words(await browser.get('/keranjang'))).toContain('Keranjang masih kosong')
  })

  test('what another tab changed is shown and looked over before it is ordered', async () => {
    const browser = app.browser()
    await add(browser, await findVariant(app, 2))
    const intentId = await goToPayment(browser)
    await browser.post('/checkout/alamat', { ...ADDRESS, name: 'Budi Santoso' })
    const refused = await browser.post('/checkout/bayar', { intentId, paymentMethod: 'transfer' })
    expect(refused.status).toBe(409)
    const page = await refused.text()
    expect(wordsOf(page)).toContain('Isinya berubah sejak halaman ini dibuka.')
    expect(wordsOf(page)).toContain('Budi Santoso')
    // above all that was ordered, and where the page opens
    expect(page.indexOf('Isinya berubah')).toBeLessThan(page.indexOf('id="periksa-alamat"'))
    expect(page).toMatch(/class="notice error" role="alert" tabindex="-1" autofocus=""/i)
    const placed = await browser.post('/checkout/bayar', {
      intentId: intentIn(page),
      paymentMethod: 'transfer',
    })
    expect(placed.headers.get('Location')).toMatch(/^\/pesanan\/P-/)
  })

  test('a parcel that was added meanwhile is not called a choice that went; a way that went is', async () => {
    const browser = app.browser()
    await add(browser, await findVariant(app, 2))
    const intentId = await goToPayment(browser)
    await add(browser, await findPiece('dompet-bunga-tanjung'))
    const pressed = await browser.post('/checkout/bayar', { intentId, paymentMethod: 'transfer' })
    for (const answer of [pressed, await browser.get('/checkout/bayar')]) {
      const page = await words(await browser.follow(answer))
      expect(page).toContain('Untuk paket dari Ombak Kemboja Anda belum memilih. Pilih dulu.')
      expect(page).not.toContain('tidak tersedia')
    }
    const english = await words(await browser.get('/en/checkout/kirim?lagi'))
    expect(english).toContain('For the parcel from Ombak Kemboja you have not chosen yet.')
    expect(english).not.toContain('no longer available')
    await chooseWays(browser, 'pickup-group')
    expect(await words(await browser.get('/checkout/kirim?lagi'))).not.toContain('Belum ada yang ditagih')
    // nothing is collected from abroad
    await browser.post('/checkout/alamat', ABROAD)
    const gone = await words(await browser.follow(await browser.get('/checkout/bayar')))
    expect(gone).toContain('Untuk paket dari Seroja dan Ombak Kemboja pilihan Anda sudah tidak tersedia.')
    expect(gone).not.toContain('Anda belum memilih')
  })

  test('pieces that went meanwhile lead back to the basket, with the number left', async () => {
    const browser = app.browser()
    const variantId = await findVariant(app, 2)
    await add(browser, variantId, 2)
    const intentId = await goToPayment(browser)
    await app.db
      .updateTable('stock')
      .set(({ ref }) => ({ on_hand: ref('reserved') }))
      .where('variant_id', '=', variantId)
      .execute()
    const placed = await browser.post('/checkout/bayar', { intentId, paymentMethod: 'transfer' })
    expect(placed.headers.get('Location')).toBe('/keranjang')
    const page = await words(await browser.get('/keranjang'))
    expect(page).toContain('Pesanan belum dibuat')
    const name = await nameOf(variantId)
    // whether other orders of these tests hold a piece of it
    expect([`${name} habis terjual`, `${name} sedang dipesan`].some((said) => page.includes(said))).toBe(true)
  })

  async function nameOf(variantId: string): Promise<string> {
    const { title, label } = await app.db
      .selectFrom('variant')
      .innerJoin('product', 'product.id', 'variant.product_id')
      .where('variant.id', '=', variantId)
      .select(['product.title_id as title', 'variant.label_id as label'])
      .executeTakeFirstOrThrow()
    return label ? `${title} (${label})` : title
  }

  test('takes the counts that were typed, whichever button is pressed; who goes on stays where one cannot be had', async () => {
    const browser = app.browser()
    const [one, other] = [await findVariant(app, 2), await findVariant(app, 6)]
    await add(browser, one)
    await add(browser, other, 2)
    const countsOf = async () => (await words(await browser.get('/keranjang'))).match(/Barang \((\d+)\)/)?.[1]
    const typed = (counts: Record<string, string>, pressed: Record<string, string> = {}) => {
      const fields = Object.entries({ [one]: '1', [other]: '2', ...counts }).flatMap(([id, count]) => [
        [`jumlah.${id}`, count],
        [`jumlah.${id}_was`, id === one ? '1' : '2'],
      ])
      return browser.post('/keranjang', { aksi: 'ubah', ...Object.fromEntries(fields), ...pressed })
    }
    const on = await typed({ [one]: '2' }, { lanjut: 'ya' })
    expect(on.headers.get('Location')).toBe('/checkout/alamat')
    expect(await countsOf()).toBe('4')
    // what was left alone stays as it has become meanwhile
    await typed({ [other]: '1' })
    expect(await countsOf()).toBe('3')
    const sought = await typed({ [one]: '1' }, { ke: 'sutera', ke_was: '', cari: 'ya' })
    expect(sought.headers.get('Location')).toBe('/keranjang?ke=sutera#kirim')
    const chosen = await typed({}, { ke: 'sutera', ke_was: 'sutera', kec: '61.11.02' })
    expect(chosen.headers.get('Location')).toBe('/keranjang?kec=61.11.02#kirim')
    const onward = await typed({}, { ke: 'sutera', ke_was: 'sutera', lanjut: 'ya' })
    expect(onward.headers.get('Location')).toBe('/checkout/alamat')
    await typed({ [one]: '2' }, { ambil: `${other} 1` })
    expect(await countsOf()).toBe('3')
    await typed({}, { ambil: `${other} 2` })
    for (const [wrong, said] of [
      ['banyak', `Jumlah untuk ${await nameOf(other)} tidak terbaca`],
      ['99', 'hanya sebanyak itu'],
      ['0', 'Kembalikan'],
    ] as const) {
      const back = await typed({ [other]: wrong }, { lanjut: 'ya' })
      expect(back.headers.get('Location')).toBe('/keranjang')
      expect(await words(await browser.follow(back))).toContain(said)
    }
    await typed({}, { kembali: `${other} 2` })
    const both = await typed({ [one]: 'satu', [other]: '0' }, { lanjut: 'ya' })
    const page = await words(await browser.follow(both))
    expect(page).toContain(`Jumlah untuk ${await nameOf(one)} tidak terbaca`)
    expect(page).toContain('Kembalikan')
    const again = await words(await browser.get('/keranjang'))
    expect(again).not.toContain('tidak terbaca')
    expect(again).toContain('Kembalikan')
    await typed({ [one]: '99' }, { hapus: one })
    const out = await words(await browser.get('/keranjang'))
    expect(out).not.toContain('hanya sebanyak itu')
    expect(out.match(/Kembalikan/g)).toHaveLength(2)
    const back = await browser.post('/keranjang', { aksi: 'ubah', kembali: `${one} 2` })
    expect((await words(await browser.follow(back))).match(/Kembalikan/g)).toHaveLength(1)
    expect(await countsOf()).toBe('2')
  })

  test('a price that changed is shown and must be agreed to', async () => {
    const browser = app.browser()
    const variantId = await findVariant(app, 2)
    await add(browser, variantId)
    const intentId = await goToPayment(browser)
    await app.db
      .updateTable('variant')
      .set(({ eb }) => ({ price_rupiah: eb('price_rupiah', '+', 5_000) }))
      .where('id', '=', variantId)
      .execute()
    const placed = await browser.post('/checkout/bayar', { intentId, paymentMethod: 'transfer' })
    expect(placed.headers.get('Location')).toBe('/keranjang')
    expect(await words(await browser.get('/keranjang'))).toContain('Harganya berubah dari')
    await browser.post('/keranjang', { aksi: 'ubah', harga: 'setuju' })
    const agreed = intentIn(await (await browser.get('/checkout/bayar')).text())
    const again = await browser.post('/checkout/bayar', { intentId: agreed, paymentMethod: 'transfer' })
    expect(again.headers.get('Location')).toMatch(/^\/pesanan\/P-/)
  })

  test('cash is only for parcels collected at the library', async () => {
    const browser = app.browser()
    await add(browser, await findVariant(app, 2))
    const intentId = await goToPayment(browser, { way: 'pickup-group' })
    const answer = await browser.post('/checkout/bayar', { intentId, paymentMethod: 'pickup' })
    expect(answer.status).toBe(409)
    expect(await words(answer)).toContain('Belum ada yang ditagih')
  })

  test.each(['pickup', 'transfer'])('%s: the days said before the order are the order’s', async (method) => {
    const browser = app.browser()
    await add(browser, await findVariant(app, 2))
    const intentId = await goToPayment(browser)
    const said = await words(await browser.get('/checkout/bayar'))
    const placed = await browser.post('/checkout/bayar', { intentId, paymentMethod: method })
    const order = await app.db
      .selectFrom('shop_order')
      .innerJoin('payment', 'payment.order_id', 'shop_order.id')
      .innerJoin('parcel', 'parcel.order_id', 'shop_order.id')
      .where('code', '=', placed.headers.get('Location')?.split('/').at(-1) ?? '')
      .select(['payment.expires_at as expiresAt', 'parcel.promise_on as promiseOn'])
      .executeTakeFirstOrThrow()
    expect(said).toContain(
      wordsOf(`Semuanya siap diambil paling lambat ${formatWeekday(day(order.promiseOn), 'id')}`),
    )
    const lastDay = localDayOf(new Date(order.expiresAt.getTime() - 1))
    expect(said).toContain(
      wordsOf(
        method === 'pickup'
          ? `waktu mengambil, paling lambat ${formatWeekday(lastDay, 'id')}`
          : `bayar sebelum ${formatDateTime(order.expiresAt, 'id').split(',')[0]}`,
      ),
    )
  })

  test('a way to pay that does not exist is asked again; a foreign intent places nothing', async () => {
    const browser = app.browser()
    await add(browser, await findVariant(app, 2))
    const intentId = await goToPayment(browser)
    expect((await browser.post('/checkout/bayar', { intentId, paymentMethod: 'gratis' })).status).toBe(422)
    const foreign = { intentId: '0190a000-0000-7000-8000-000000000000', paymentMethod: 'transfer' }
    expect((await browser.post('/checkout/bayar', foreign)).status).toBe(409)
  })

  // the last of this file: everybody here has one address
  test('ordering too often hears how long to wait, and loses nothing', async () => {
    const browser = app.browser()
    await add(browser, await findVariant(app, 2))
    await goToPayment(browser)
    let refused = await browser.post('/checkout/bayar', {})
    for (let times = 0; times < 30 && refused.status !== 429; times++)
      refused = await browser.post('/checkout/bayar', {})
    const seconds = Number(refused.headers.get('Retry-After'))
    expect(seconds).toBeGreaterThan(600)
    expect(await words(refused)).toContain(`Tunggu ${Math.ceil(seconds / 60)} menit`)
    expect((await browser.get('/checkout/bayar')).status).toBe(200)
  })
})
