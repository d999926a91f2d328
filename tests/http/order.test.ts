import { sql } from 'kysely'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { orderLinkToken } from '#app/domain/orders/order-link.server.ts'
import { listOpenTasks } from '#app/domain/orders/staff-orders.queries.server.ts'
import { confirmTransfer, recordTransfer } from '#app/domain/payments/confirm-transfer.server.ts'
import { declineParcel } from '#app/domain/payments/decline-parcel.server.ts'
import { expirePayment } from '#app/domain/payments/expire-payments.server.ts'
import { refuseTransferProof } from '#app/domain/payments/refuse-transfer-proof.server.ts'
import { returnWrongAmount } from '#app/domain/payments/return-wrong-amount.server.ts'
import { settleProblem } from '#app/domain/payments/settle-problem.server.ts'
import { signedInStaff, startTestApp, type TestApp, type TestBrowser } from '#tests/support/http.ts'
import { asStaff } from '#tests/support/order-builders.ts'
import { add, findVariant, goToPayment, order, wordsOf } from '#tests/support/shopper.ts'
import { quiet } from '#tests/support/test.ts'

const SECRET = 'the-secret-of-this-test-is-long-enough'
let app: TestApp
let buyer: TestBrowser
let code: string
beforeAll(async () => {
  app = await startTestApp({ demo: true, cards: false, env: { APP_SECRET: SECRET } })
  buyer = app.browser()
  code = await order(app, buyer)
}, 180_000)
afterAll(() => app.stop())

const words = async (answer: Response) => wordsOf(await answer.text())

async function findOrder(orderCode: string) {
  return app.db
    .selectFrom('shop_order')
    .innerJoin('payment', 'payment.order_id', 'shop_order.id')
    .innerJoin('parcel', 'parcel.order_id', 'shop_order.id')
    .where('shop_order.code', '=', orderCode)
    .select([
      'shop_order.id',
      'shop_order.link_version as version',
      'payment.total_rupiah as totalRupiah',
      'payment.state as paymentState',
      'payment.proof_image_key as proof',
      'parcel.id as parcelId',
      'parcel.state as parcelState',
    ])
    .executeTakeFirstOrThrow()
}

describe('an order’s page', () => {
  test('is for the browser that ordered, kept by nobody', async () => {
    const answer = await buyer.get(`/pesanan/${code}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    expect(answer.headers.get('Referrer-Policy')).toBe('same-origin')
    const page = await answer.text()
    expect(page).toContain('name="robots" content="noindex"')
    expect(page).not.toMatch(/src="https?:|href="https?:\/\/(?!wa\.me|localhost)/)
    expect(wordsOf(page)).toContain('Rini Astuti')
  })

  test('says to a tab where another way to pay was chosen which one holds', async () => {
    const browser = app.browser()
    await add(browser, await findVariant(app, 1))
    const intentId = await goToPayment(browser)
    const pressed = async (paymentMethod: string) =>
      words(await browser.follow(await browser.post('/checkout/bayar', { intentId, paymentMethod })))
    const said = 'Keranjang ini sudah dipesan sebelumnya, jadi cara bayarnya tetap'
    expect(await pressed('transfer')).not.toContain(said)
    expect(await pressed('pickup')).toContain(said)
    expect(await pressed('transfer')).not.toContain(said)
  })

  test('says the same of somebody else’s order as of none at all', async () => {
    const stranger = app.browser()
    const theirs = await stranger.get(`/pesanan/${code}`)
    const none = await stranger.get('/pesanan/P-222222')
    expect([theirs.status, none.status]).toEqual([404, 404])
    const alike = async (answer: Response, own: string) =>
      (await answer.text()).replaceAll(own, 'P-X').replace(/nonce="[^"]*"/g, '')
    expect(await alike(theirs, code)).toBe(await alike(none, 'P-222222'))
  })

  test('cannot be changed by whoever only knows its code', async () => {
    const stranger = app.browser()
    for (const aksi of ['terima', 'lapor', 'batal', 'pesan-lagi']) {
      expect((await stranger.post(`/pesanan/${code}`, { aksi })).status).toBe(404)
    }
    expect((await stranger.post(`/pesanan/${code}/kartu`, {})).status).toBe(404)
    expect((await findOrder(code)).paymentState).toBe('awaiting')
  })

  test('does not let one order’s buyer touch another order’s parcel', async () => {
    const other = app.browser()
    const { parcelId } = await findOrder(await order(app, other))
    const answer = await buyer.post(`/pesanan/${code}`, { aksi: 'terima', paket: parcelId })
    expect(answer.status).toBe(404)
  })
})

describe('where an order is found again', () => {
  const PLACES = ['/keranjang', '/pesanan/lacak', '/en/keranjang', '/en/pesanan/lacak']

  test('the basket and tracking lead this browser alone to what it has ordered and is not over', async () => {
    for (const place of PLACES) {
      const page = await (await buyer.get(place)).text()
      expect(page, place).toMatch(new RegExp(`href="(/en)?/pesanan/${code}"`))
      expect(wordsOf(page), place).toMatch(
        place.startsWith('/en')
          ? /Waiting for your transfer\. Pay before/
          : /Menunggu transfer Anda\. Bayar sebelum/,
      )
      expect(await words(await app.browser().get(place)), place).not.toContain(code)
    }
    const own = app.browser()
    const other = await order(app, own)
    await add(own, await findVariant(app, 2))
    expect(await words(await own.get('/keranjang'))).toContain(other)
    await own.post(`/pesanan/${other}`, { aksi: 'batal' })
    for (const place of PLACES) expect(await words(await own.get(place)), place).not.toContain(other)
  })

  test('an order whose link was renewed is no longer this browser’s', async () => {
    const own = app.browser()
    const other = await order(app, own)
    await app.db
      .updateTable('shop_order')
      .set({ link_version: sql`link_version + 1` })
      .where('code', '=', other)
      .execute()
    expect(await words(await own.get('/keranjang'))).not.toContain(other)
  })
})

describe('an order’s link', () => {
  test('is exchanged for a cookie and a clean address', async () => {
    const { id, version } = await findOrder(code)
    const elsewhere = app.browser()
    const opened = await elsewhere.get(`/pesanan/${code}/buka/${orderLinkToken(SECRET, id, version)}`)
    expect(opened.status).toBe(303)
    expect(opened.headers.get('Location')).toBe(`/pesanan/${code}`)
    expect(opened.headers.get('Referrer-Policy')).toBe('no-referrer')
    expect(opened.headers.get('Cache-Control')).toBe('no-store')
    expect((await elsewhere.get(`/pesanan/${code}`)).status).toBe(200)
  })

  test('is worthless when tampered with, or once it has been renewed', async () => {
    const { id, version } = await findOrder(code)
    const right = orderLinkToken(SECRET, id, version)
    for (const token of ['x', right.slice(0, -1), `${right}A`, orderLinkToken(SECRET, id, version + 1)]) {
      const stranger = app.browser()
      const answer = await stranger.follow(await stranger.get(`/pesanan/${code}/buka/${token}`))
      expect(answer.status).toBe(404)
    }
    const elsewhere = app.browser()
    await elsewhere.get(`/pesanan/${code}/buka/${right}`)
    await app.db
      .updateTable('shop_order')
      .set({ link_version: version + 1 })
      .where('id', '=', id)
      .execute()
    expect((await elsewhere.get(`/pesanan/${code}`)).status).toBe(404)
    await app.db.updateTable('shop_order').set({ link_version: version }).where('id', '=', id).execute()
  })
})

describe('tracking', () => {
  test('opens with the code as people type it and the last four digits', async () => {
    const elsewhere = app.browser()
    const typed = code.toLowerCase().replace('-', ' ')
    const found = await elsewhere.post('/pesanan/lacak', { kode: typed, angka: '7890' })
    expect(found.headers.get('Location')).toBe(`/pesanan/${code}`)
    expect((await elsewhere.get(`/pesanan/${code}`)).status).toBe(200)
  })

  test('answers every mismatch alike', async () => {
    const typed = [
      { kode: code, angka: '0000' },
      { kode: 'P-222222', angka: '7890' },
    ]
    const [digits, codes] = await Promise.all(typed.map((form) => app.browser().post('/pesanan/lacak', form)))
    expect([digits?.status, codes?.status]).toEqual([422, 422])
    const alike = async (answer: Response | undefined) =>
      ((await answer?.text()) ?? '').replace(/value="[^"]*"/g, '').replace(/nonce="[^"]*"/g, '')
    expect(await alike(digits)).toBe(await alike(codes))
  })

  test('says of the code on a piece’s tag what it is, and leads to the piece', async () => {
    const { code: traceCode } = await app.db
      .selectFrom('product')
      .where('state', '=', 'published')
      .select('code')
      .executeTakeFirstOrThrow()
    const browser = app.browser()
    for (const angka of ['', '7890']) {
      const answer = await browser.post('/pesanan/lacak', { kode: traceCode.toLowerCase(), angka })
      expect(answer.status).toBe(422)
      const page = await answer.text()
      expect(page).toContain(`${traceCode} bukan kode pesanan`)
      expect(page).toContain(`href="/j/${traceCode}"`)
    }
    const unknown = await words(await browser.post('/pesanan/lacak', { kode: 'AK-ZZZZ', angka: '7890' }))
    expect(unknown).toContain('Tidak ada pesanan dengan kode dan nomor itu.')
  })

  test('guessed at too often says when to come back', async () => {
    const guess = () => app.browser().post('/pesanan/lacak', { kode: code, angka: '0000' })
    let refused = await guess()
    for (let times = 0; times < 20 && refused.status !== 429; times++) refused = await guess()
    expect(refused.status).toBe(429)
    const seconds = Number(refused.headers.get('Retry-After'))
    expect(seconds).toBeGreaterThan(600)
    const page = await words(refused)
    expect(page).toMatch(new RegExp(`Terlalu sering mencoba Tunggu ${Math.ceil(seconds / 60)}\\smenit`))
    expect(page).not.toContain('Ada yang perlu diperbaiki')
  })
})

describe('proof of a transfer', () => {
  const upload = (bytes: Uint8Array, name: string, type: string) => {
    const form = new FormData()
    form.set('foto', new File([new Uint8Array(bytes)], name, { type }))
    return buyer.post(`/pesanan/${code}/bukti`, form)
  }

  /** A wrong photo may have been sent before anything was paid. */
  async function expectAccountWithinReach(language: string) {
    const { total, account } = await app.db
      .selectFrom('payment')
      .innerJoin('receiving_account as account', 'account.id', 'payment.receiving_account_id')
      .where('order_id', '=', (await findOrder(code)).id)
      .select(['total_rupiah as total', 'account.number as account'])
      .executeTakeFirstOrThrow()
    const page = await (await buyer.get(`${language}/pesanan/${code}`)).text()
    const facts = /<dl[^>]*id="rekening".*?<\/dl>/s.exec(page)?.[0] ?? ''
    expect(facts).toContain(`>${account}<`)
    expect(facts.replaceAll(/\D/g, '')).toContain(String(total))
    const again = await (await buyer.get(`${language}/pesanan/${code}/bukti`)).text()
    expect(again).toContain(`href="${language}/pesanan/${code}#rekening"`)
  }

  test('is refused in words when it is no photo', async () => {
    const svg = await upload(
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'a.svg',
      'image/svg+xml',
    )
    expect(svg.status).toBe(422)
    expect(await words(svg)).toContain('bukan foto yang bisa dibuka')
    const none = await buyer.post(`/pesanan/${code}/bukti`, new FormData())
    expect(await words(none)).toContain('Pilih fotonya dulu')
    expect((await findOrder(code)).proof).toBeNull()
  })

  test('is taken once however often it is sent, and shown to staff only', async () => {
    const photo = await sharp({ create: { width: 600, height: 800, channels: 3, background: '#eee' } })
      .jpeg()
      .toBuffer()
    const sent = await upload(photo, 'struk.jpg', 'image/jpeg')
    expect(sent.status).toBe(303)
    expect(await words(await buyer.get(`/pesanan/${code}`))).toContain('Bukti transfer sedang diperiksa')
    await expectAccountWithinReach('')
    await expectAccountWithinReach('/en')
    await upload(photo, 'struk.jpg', 'image/jpeg')
    const { id, proof, paymentState } = await findOrder(code)
    expect(paymentState).toBe('proof-sent')
    const events = await app.db
      .selectFrom('order_event')
      .where('order_id', '=', id)
      .where('kind', '=', 'proof-sent')
      .select('id')
      .execute()
    expect(events).toHaveLength(1)
    const staff = await signedInStaff(app)
    const path = `/bukti/${proof}/640.webp`
    expect((await staff.get(path)).headers.get('Content-Type')).toBe('image/webp')
    for (const other of [buyer, app.browser()]) expect((await other.get(path)).status).not.toBe(200)
    expect((await app.browser().get(`/gambar/${proof}/640.webp`)).status).toBe(404)
  })
})

async function sendPhoto(browser: TestBrowser, code: string): Promise<Response> {
  const photo = await sharp({ create: { width: 60, height: 80, channels: 3, background: '#bca' } })
    .png()
    .toBuffer()
  const form = new FormData()
  form.set('foto', new File([new Uint8Array(photo)], 'struk.png', { type: 'image/png' }))
  return browser.post(`/pesanan/${code}/bukti`, form)
}

describe('what a buyer can do', () => {
  test('call off an unpaid order, and order the same again', async () => {
    const browser = app.browser()
    const own = await order(app, browser)
    const cancelled = await browser.follow(await browser.post(`/pesanan/${own}`, { aksi: 'batal' }))
    expect(await words(cancelled)).toMatch(
      /Pesanan dibatalkan atas permintaan Anda Tidak ada yang ditagih\.(?!.*Pesanan dibatalkan)/,
    )
    expect((await findOrder(own)).parcelState).toBe('cancelled')
    const again = await browser.follow(await browser.post(`/pesanan/${own}`, { aksi: 'pesan-lagi' }))
    expect(await words(again)).toContain(`Barang dari pesanan ${own} ada lagi di keranjang.`)
    const { variantId, left } = await inBasketOf(own)
    await browser.post('/keranjang', { aksi: 'ubah', [`jumlah.${variantId}`]: String(left) })
    const more = await browser.follow(await browser.post(`/pesanan/${own}`, { aksi: 'pesan-lagi' }))
    expect(await words(more)).toContain(`Barang dari pesanan ${own} sudah ada di keranjang.`)
    await app.db.updateTable('variant').set({ is_active: false }).where('id', '=', variantId).execute()
    await browser.post('/keranjang', { aksi: 'ubah', hapus: variantId })
    const none = await browser.follow(await browser.post(`/pesanan/${own}`, { aksi: 'pesan-lagi' }))
    await app.db.updateTable('variant').set({ is_active: true }).where('id', '=', variantId).execute()
    expect(await words(none)).toContain(`Barang dari pesanan ${own} sedang tidak ada.`)
  })

  const inBasketOf = (code: string) =>
    app.db
      .selectFrom('shop_order as o')
      .innerJoin('parcel as p', 'p.order_id', 'o.id')
      .innerJoin('order_line as l', 'l.parcel_id', 'p.id')
      .innerJoin('stock as s', 's.variant_id', 'l.variant_id')
      .where('o.code', '=', code)
      .select(['l.variant_id as variantId', sql<number>`s.on_hand - s.reserved`.as('left')])
      .executeTakeFirstOrThrow()

  test('find the form for an order by typing its code into the shop’s search', async () => {
    const browser = app.browser()
    const found = await browser.get('/en/barang?q=p-stq78w')
    expect(found.headers.get('Location')).toBe('/en/pesanan/lacak?kode=P-STQ78W')
    const form = await browser.follow(found)
    expect(await form.text()).toMatch(/name="kode"[^>]*value="P-STQ78W"/)
    expect((await browser.get('/barang?q=ak+7f3k')).headers.get('Location')).toBe('/j/AK-7F3K')
    // also where a code on a tag is asked for
    for (const place of ['/j?kode=P-STQ78W', '/j?kode=p7stq78'])
      expect((await browser.get(place)).headers.get('Location')).toMatch(/^\/pesanan\/lacak\?kode=P-/)
    expect((await browser.get('/j?kode=AK-2222')).status).toBe(404)
    expect((await browser.get('/barang?q=pandan')).status).toBe(200)
  })

  test('send a receipt for an order that is over, and see that it has come in', async () => {
    const browser = app.browser()
    const own = await order(app, browser)
    await browser.post(`/pesanan/${own}`, { aksi: 'batal' })
    expect(await words(await browser.get(`/pesanan/${own}`))).toContain('Terlanjur transfer?')
    const sent = await browser.follow(await sendPhoto(browser, own))
    expect(await words(sent)).toContain('Bukti sudah masuk. Pesanan ini sudah berakhir')
    const later = await words(await browser.get(`/pesanan/${own}`))
    expect(later).toContain('Bukti dikirim')
    expect(later).not.toContain('Terlanjur transfer?')
    expect(later).toContain('Pesanan dibatalkan atas permintaan Anda Bukti transfer Anda sedang diperiksa.')
  })

  test('read what is missing of an order that has expired, and how its receipt was answered', async () => {
    const browser = app.browser()
    const own = await order(app, browser)
    const { id: orderId } = await findOrder(own)
    const staff = asStaff({ db: app.db, log: quiet, now: new Date(), locale: 'id' as const })
    const seen = { orderId, amountRupiah: 1_234, certainOfRupiah: 1_234, note: null }
    await confirmTransfer(staff, seen)
    await app.db
      .updateTable('payment')
      .set({ expires_at: sql`moment() - interval '1 hour'` })
      .where('order_id', '=', orderId)
      .execute()
    expect(await expirePayment(staff, orderId)).toBe(true)
    const page = await words(await browser.get(`/pesanan/${own}`))
    expect(page).not.toContain('sedang diperiksa')
    expect(page).toMatch(/Yang masuk Rp1\.234 .*Kurang Rp.*Sudah menambah kekurangannya\?.*Kirim bukti/)
    expect(page).not.toContain('disimpan sampai')
    await sendPhoto(browser, own)
    expect(await words(await browser.get(`/pesanan/${own}`))).toMatch(
      /Bukti transfer Anda sedang diperiksa\..*Bukti dikirim/,
    )
    await refuseTransferProof(staff, { orderId, reason: 'Tidak ada di mutasi' })
    const answered = await words(await browser.get(`/pesanan/${own}`))
    expect(answered).toMatch(/Catatan petugas: Tidak ada di mutasi.*petugas memeriksanya lagi/)
    expect(answered).not.toContain('Bukti dikirim')
    expect(await (await browser.get(`/en/pesanan/${own}`)).text()).toMatch(
      /Note from staff, usually in Indonesian:(<!-- -->)? <span lang="id">Tidak ada di mutasi</,
    )
  })

  test('are asked for another photo once theirs was refused, no longer for one that they may leave out', async () => {
    const browser = app.browser()
    const own = await order(app, browser)
    const { id: orderId } = await findOrder(own)
    expect(await words(await browser.get(`/pesanan/${own}`))).toMatch(/Tidak wajib.*Kirim bukti/)
    const staff = asStaff({ db: app.db, log: quiet, now: new Date(), locale: 'id' as const })
    await sendPhoto(browser, own)
    await refuseTransferProof(staff, { orderId, reason: 'Fotonya kabur' })
    const page = await words(await browser.get(`/pesanan/${own}`))
    expect(page).toMatch(/kirim saja foto yang lebih jelas.*Kirim foto lain/)
    expect(page).not.toContain('Tidak wajib')
    const ownPage = await words(await browser.get(`/pesanan/${own}/bukti`))
    expect(ownPage).toContain('Kirim foto lain')
    expect(ownPage).not.toContain('Tidak wajib')
  })

  test('are asked for no photo once all of the money is here', async () => {
    const browser = app.browser()
    const own = await order(app, browser)
    const { id: orderId, totalRupiah } = await findOrder(own)
    const staff = asStaff({ db: app.db, log: quiet, now: new Date(), locale: 'id' as const })
    const asked = await words(await browser.get(`/pesanan/${own}/bukti`))
    expect(asked).toMatch(/Tidak wajib.*Rekening dan jumlahnya/)
    const tooMuch = Number(totalRupiah) + 500
    const came = { orderId, amountRupiah: tooMuch, certainOfRupiah: tooMuch, note: null }
    expect(await confirmTransfer(staff, came)).toMatchObject({ ok: true })
    const more = await words(await browser.get(`/pesanan/${own}/bukti`))
    expect(more).not.toMatch(/Tidak wajib|Rekening dan jumlahnya/)
    const task = (await listOpenTasks(staff)).find((open) => open.orderId === orderId)
    const sent = { taskId: task?.id ?? '', amountRupiah: 500, reference: 'KW0125' }
    expect(await returnWrongAmount(staff, sent)).toMatchObject({ value: { outcome: 'paid' } })
    const paid = await browser.get(`/en/pesanan/${own}/bukti`)
    expect([paid.status, paid.headers.get('Location')]).toEqual([302, `/en/pesanan/${own}`])
  })

  test('read what is missing of what came beside their photo, and are asked for nothing once all is here', async () => {
    const browser = app.browser()
    const own = await order(app, browser)
    const { id: orderId, totalRupiah } = await findOrder(own)
    const staff = asStaff({ db: app.db, log: quiet, now: new Date(), locale: 'id' as const })
    await sendPhoto(browser, own)
    const noted = async (amountRupiah: number) => {
      const came = { orderId, amountRupiah, certainOfRupiah: amountRupiah, note: null }
      expect(await confirmTransfer(staff, came)).toMatchObject({ ok: true })
      const page = await words(await browser.get(`/pesanan/${own}`))
      expect(page).not.toContain('Belum transfer?')
      return page
    }
    const short = await noted(Number(totalRupiah) - 500)
    expect(short).toMatch(/Selisih transfer.*Kurang Rp500.*ini rekeningnya.*Bukti dikirim.*Kirim foto lain/)
    expect(short).toContain('Uang sudah masuk, tetapi masih kurang')
    const enough = await noted(Number(totalRupiah) + 500)
    expect(enough).toMatch(/Selisih transfer.*Lebih Rp500.*Bukti dikirim/)
    expect(enough).not.toMatch(/Kirim foto lain|Rekening dan jumlahnya/)
    // a refusal that only served to call the order off asks nobody for another photo
    await refuseTransferProof(staff, { orderId, reason: 'Pembeli membatalkan' })
    await browser.post(`/pesanan/${own}`, { aksi: 'batal' })
    const read = async () => words(await browser.get(`/pesanan/${own}`))
    const off = await read()
    expect(off).toMatch(/sudah dicatat.*Ada transfer lain\?/)
    expect(off).not.toMatch(/Pembeli membatalkan|Kirim foto lain/)
    // one after the end is an answer
    await sendPhoto(browser, own)
    await refuseTransferProof(staff, { orderId, reason: 'Tidak ada di mutasi' })
    expect(await read()).toMatch(/Catatan petugas: Tidak ada di mutasi.*Kirim foto lain/)
  })

  test('read of money that staff have noted, and can prove only what came beside it', async () => {
    const browser = app.browser()
    const own = await order(app, browser)
    const { id: orderId } = await findOrder(own)
    const staff = asStaff({ db: app.db, log: quiet, now: new Date(), locale: 'id' as const })
    await browser.post(`/pesanan/${own}`, { aksi: 'batal' })
    const came = { orderId, amountRupiah: 1_234, certainOfRupiah: 1_234, note: null }
    expect(await recordTransfer(staff, came)).toMatchObject({ value: { outcome: 'goes-back' } })
    const page = await words(await browser.get(`/pesanan/${own}`))
    expect(page).toContain('Uang Anda Rp1.234 sudah dicatat')
    // of an order called off nothing is missing
    expect(page).not.toMatch(/Terlanjur transfer\?|kurang Rp/)
    // more may have come, as it may for an order that has expired
    expect(page).toMatch(/Ada transfer lain\? .*Kirim bukti/)
    const task = (await listOpenTasks(staff)).find((open) => open.orderId === orderId)
    const sent = { taskId: task?.id ?? '', amountRupiah: 1_234, reference: 'KW0124' }
    expect(await returnWrongAmount(staff, sent)).toMatchObject({ ok: true })
    const returned = await words(await browser.get(`/pesanan/${own}`))
    expect(returned).toMatch(/nomor bukti KW0124\. .*Ada transfer lain\? .*dikembalikan penuh/)
    expect(returned).not.toMatch(/Terlanjur transfer\?|Tidak ada yang ditagih/)
    expect(await words(await browser.get('/bantuan/bayar'))).toContain('dengan kartu? Sekarang belum bisa.')
  })

  test('see that nothing is owed once the group cannot give what was to be paid in cash', async () => {
    const browser = app.browser()
    const own = await order(app, browser, { method: 'pickup' })
    const { parcelId } = await findOrder(own)
    const staff = asStaff({ db: app.db, log: quiet, now: new Date(), locale: 'id' as const })
    expect(await declineParcel(staff, { parcelId, reason: 'damaged', note: null })).toMatchObject({
      ok: true,
    })
    expect(await words(await browser.get(`/pesanan/${own}`))).toMatch(
      /Barang Rp([\d.]+) Paket yang tidak jadi [−-]Rp\1 Total Rp0 Tidak ada yang perlu dibayar\./,
    )
  })

  test('report a problem and say that a parcel is here', async () => {
    const browser = app.browser()
    const own = await order(app, browser)
    const { id, parcelId } = await findOrder(own)
    await app.db
      .updateTable('payment')
      .set({ state: 'paid', paid_at: new Date() })
      .where('order_id', '=', id)
      .execute()
    for (const state of ['open', 'accepted', 'packed']) {
      await app.db.updateTable('parcel').set({ state }).where('id', '=', parcelId).execute()
    }
    const empty = await browser.post(`/pesanan/${own}`, { aksi: 'lapor', paket: parcelId, masalah: ' ' })
    expect(empty.status).toBe(422)
    expect(await words(empty)).toContain('Tulis dulu masalahnya.')
    await browser.post(`/pesanan/${own}`, {
      aksi: 'lapor',
      paket: parcelId,
      masalah: 'Warnanya <b>beda</b>.',
    })
    const reported = await (await browser.get(`/pesanan/${own}`)).text()
    expect(reported).toContain('Warnanya &lt;b&gt;beda&lt;/b&gt;.')
    expect(wordsOf(reported)).toContain('Ada tambahan untuk laporan Anda?')
    const staff = asStaff({ db: app.db, log: quiet, now: new Date(), locale: 'id' as const })
    const settled = { parcelId, outcome: 'awaited', note: 'Ditukar yang cokelat.' } as const
    expect(await settleProblem(staff, settled)).toMatchObject({ ok: true })
    await browser.post(`/pesanan/${own}`, { aksi: 'lapor', paket: parcelId, masalah: 'Belum ditukar.' })
    expect(await words(await browser.get(`/pesanan/${own}`))).toMatch(
      /Belum ditukar\. .*Laporan Anda sebelumnya sudah selesai\. Yang disepakati: Ditukar yang cokelat\./,
    )
    const received = await browser.post(`/pesanan/${own}`, { aksi: 'terima', paket: parcelId })
    expect(await words(await browser.follow(received))).toMatch(/paketnya sudah Anda ambil\..*Diambil di /)
    expect((await findOrder(own)).parcelState).toBe('received')
  })
})

describe('without cards', () => {
  test('they are not offered, and their notices are nobody’s', async () => {
    expect((await app.browser().send('/webhook/bayar', { method: 'POST', body: '{}' })).status).toBe(404)
    expect((await buyer.get(`/pesanan/${code}/kartu`)).headers.get('Location')).toBe(`/pesanan/${code}`)
  })
})
