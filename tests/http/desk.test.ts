import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { orderLinkToken } from '#app/domain/orders/order-link.server.ts'
import { placeOrder } from '#app/domain/orders/place-order.server.ts'
import { formatRupiah } from '#app/lib/format.ts'
import { signedInStaff, startTestApp, type TestApp, type TestBrowser } from '#tests/support/http.ts'
import { aCommand } from '#tests/support/order-builders.ts'
import { wordsOf } from '#tests/support/shopper.ts'
import { quiet } from '#tests/support/test.ts'

const SECRET = 'the-secret-of-this-test-is-long-enough'
let app: TestApp
let staff: TestBrowser
let head: TestBrowser
beforeAll(async () => {
  app = await startTestApp({ demo: true, cards: false, env: { APP_SECRET: SECRET } })
  staff = await signedInStaff(app)
  head = await signedInStaff(app, 'kepala')
}, 180_000)
afterAll(() => app.stop())

async function findOrder(parcelState: string) {
  return app.db
    .selectFrom('shop_order as o')
    .innerJoin('parcel', 'parcel.order_id', 'o.id')
    .where('parcel.state', '=', parcelState)
    .where('o.erased_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('staff_task').whereRef('order_id', '=', 'o.id').select('id'))),
    )
    .orderBy('o.id')
    .select(['o.id', 'o.code', 'o.buyer_name as name', 'o.link_version as version', 'parcel.id as parcelId'])
    .executeTakeFirstOrThrow()
}
const pageOf = ({ id }: { id: string }) => `/petugas/pesanan/${id}`
const nameOf = (id: string) =>
  app.db.selectFrom('shop_order').where('id', '=', id).select('buyer_name').executeTakeFirstOrThrow()

describe('a buyer who asks to be forgotten', () => {
  const erase = (browser: TestBrowser, order: { id: string }, code: string) =>
    browser.post(pageOf(order), { about: 'hapus', intent: 'erase', code })

  test('is not, when the code typed is another’s: the form stays open with what was typed', async () => {
    const order = await findOrder('cancelled')
    const answer = await erase(staff, order, 'P-222222')
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toMatch(/<details class="desk-fold" open=""[^>]*><summary>Pembeli minta datanya dihapus/)
    expect(page).toContain('value="P-222222"')
    expect(await nameOf(order.id)).toEqual({ buyer_name: order.name })
  })

  test('is not forgotten by the head, who reads', async () => {
    const order = await findOrder('cancelled')
    expect((await erase(head, order, order.code)).status).toBe(403)
    expect(wordsOf(await (await head.get(pageOf(order))).text())).not.toContain('minta datanya dihapus')
    expect(await nameOf(order.id)).toEqual({ buyer_name: order.name })
  })

  test('is not, while the order still goes its way', async () => {
    const order = await findOrder('accepted')
    const answer = await erase(staff, order, order.code)
    expect(answer.status).toBe(409)
    expect(wordsOf(await answer.text())).toContain(' Belum bisa: masih ada')
    expect(await nameOf(order.id)).toEqual({ buyer_name: order.name })
  })

  test('is gone from every page, the code typed as people type it; the order stays', async () => {
    const order = await findOrder('cancelled')
    const link = `/pesanan/${order.code}/buka/${orderLinkToken(SECRET, order.id, order.version)}`
    const buyer = app.browser()
    expect((await buyer.follow(await buyer.get(link))).status).toBe(200)

    const answer = await erase(staff, order, order.code.toLowerCase().replace('-', ' '))
    expect(answer.headers.get('Location')).toBe(pageOf(order))
    const left = wordsOf(await (await staff.follow(answer)).text())
    expect(left).toContain('Data pembeli sudah dihapus')
    expect(left).not.toContain(order.name)
    expect(left).not.toContain('minta datanya dihapus')
    expect(left).not.toMatch(/Ada uang yang/)
    const money = { about: 'uang-kembali', intent: 'return-to-erased', amount: '90.000' }
    const half = await staff.post(pageOf(order), money)
    expect(half.status).toBe(422)
    expect(await half.text()).toContain('value="90.000"')
    const noted = await staff.follow(await staff.post(pageOf(order), { ...money, reference: 'TRX-44' }))
    expect(wordsOf(await noted.text())).toMatch(
      /Dicatat: uangnya masuk dan sudah dikirim kembali.*Pernah masuk Rp90.000, sudah dikirim kembali: TRX-44/,
    )
    expect((await buyer.get(`/pesanan/${order.code}`)).status).toBe(404)
    const again = app.browser()
    expect((await again.follow(await again.get(link))).status).toBe(404)
    const found = wordsOf(await (await staff.get(`/petugas/pesanan?q=${order.code}`)).text())
    expect(found).toContain('Data pembeli sudah dihapus')
    expect(found).not.toContain(order.name)
  })
})

describe('a form of the desk that is sent half filled', () => {
  test('comes back open, with what was typed and what is missing', async () => {
    const order = await findOrder('accepted')
    const about = `tidak-${order.parcelId}`
    const form = { about, intent: 'decline', parcelId: order.parcelId, note: 'Bahannya habis.' }
    const answer = await staff.post(pageOf(order), form)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toMatch(/<details class="desk-fold" open=""/)
    expect(page).toContain('Bahannya habis.')
    expect(wordsOf(page)).toContain('Pilih sebabnya.')
  })
})

describe('a search among the transfers', () => {
  test('leaves the transfers of the orders it found, and says which orders have none', async () => {
    const transfersOf = async (words: string) => {
      const page = await (await staff.get(`/petugas/transfer?q=${words}`)).text()
      return [...page.matchAll(/transfer-card" id="([^"]+)"/g)].map(([, code]) => code)
    }
    const [one, other] = await app.db
      .selectFrom('shop_order as o')
      .innerJoin('payment', 'payment.order_id', 'o.id')
      .where('payment.state', '=', 'awaiting')
      .where('payment.method', '=', 'transfer')
      .orderBy('o.id')
      .select(['o.code', 'payment.total_rupiah as total'])
      .execute()
    expect(await transfersOf('')).toEqual(expect.arrayContaining([one?.code, other?.code]))
    expect(await transfersOf(String(one?.total))).toEqual([one?.code])

    const unpriced = await app.db
      .selectFrom('shop_order as o')
      .innerJoin('payment', 'payment.order_id', 'o.id')
      .where('payment.state', '=', 'quoting')
      .select('o.code')
      .executeTakeFirstOrThrow()
    expect(await transfersOf(unpriced.code)).toEqual([])
    const page = await (await staff.get(`/petugas/transfer?q=${unpriced.code}`)).text()
    expect(wordsOf(page)).toContain('Tidak ada transfer untuk dicek · 1')
  })

  test('that finds nothing says by what else one can look, the amount too', async () => {
    const page = await (await staff.get('/petugas/transfer?q=tidak-ada-ini')).text()
    expect(wordsOf(page)).toContain('Coba jumlah seperti Rp305.123 atau tiga angka terakhir')
  })

  test('that finds more than it shows says that these are the newest', async () => {
    for (const path of ['/petugas/transfer', '/petugas/pesanan']) {
      expect(wordsOf(await (await staff.get(`${path}?q=a`)).text())).toContain('“a”: 50 pesanan terbaru')
    }
  })
})

describe('money for an order that has ended', () => {
  test('is written down where staff look for it, though its buyer said nothing', async () => {
    const order = await app.db
      .selectFrom('shop_order as o')
      .innerJoin('payment', 'payment.order_id', 'o.id')
      .where('payment.method', '=', 'transfer')
      .where('payment.state', 'in', ['expired', 'cancelled'])
      .where('payment.total_rupiah', 'is not', null)
      .where('o.erased_at', 'is', null)
      .orderBy('o.id')
      .select(['o.id', 'o.code'])
      .executeTakeFirstOrThrow()
    const desk = `/petugas/transfer?q=${order.code}`
    expect(await (await staff.get(pageOf(order))).text()).toContain(`href="${desk}#${order.code}"`)
    const page = await (await staff.get(desk)).text()
    expect(page).toContain(`id="${order.code}"`)
    expect(page).toContain(`action="${desk}"`)
    const form = { about: order.id, intent: 'late', orderId: order.id, code: order.code, amount: '1.234' }
    const answer = await staff.post(desk, form)
    expect(answer.status).toBe(409)
    const again = await answer.text()
    expect(wordsOf(again)).toContain('Jumlahnya lain')
    expect(again).toContain('value="1.234"')

    const noted = await staff.post(desk, { ...form, certain: '1234' })
    expect(wordsOf(await (await staff.follow(noted)).text())).toContain(
      'Pesanannya sudah dibatalkan, jadi semua uang itu dikembalikan',
    )
    const none = await (await staff.post(desk, { ...form, amount: '0' })).text()
    expect(none).toContain('value="1234:0"')
    expect(wordsOf(none)).toMatch(/centang di bawah ini\..*tidak ada uang yang masuk\. Hapus/)
    expect(wordsOf(none)).not.toContain('Tulis jumlah semuanya')
    const taken = await staff.post(desk, { ...form, amount: '0', slip: '1234:0' })
    expect(wordsOf(await (await staff.follow(taken)).text())).toContain('catatan yang salah sudah dihapus')
    expect(wordsOf(await (await staff.post(desk, { ...form, amount: '0' })).text())).toContain(
      'Rp0 tidak dicatat.',
    )
  })

  test('goes back by the proof of it, not by a word', async () => {
    const order = await app.db
      .selectFrom('payment')
      .where('method', '=', 'transfer')
      .where('state', '=', 'expired')
      .where('total_rupiah', 'is not', null)
      .orderBy('order_id', 'desc')
      .select('order_id as id')
      .executeTakeFirstOrThrow()
    const late = { about: order.id, intent: 'late', orderId: order.id, code: 'x', amount: '1234' }
    await staff.post('/petugas/transfer', { ...late, certain: '1234' })
    const { id: taskId } = await app.db
      .selectFrom('staff_task')
      .where('order_id', '=', order.id)
      .where('resolved_at', 'is', null)
      .select('id')
      .executeTakeFirstOrThrow()
    const tasks = '/petugas/tugas'
    expect(wordsOf(await (await staff.get(tasks)).text())).toContain('Rp1.234 sudah dikirim kembali')
    const form = { about: `tugas-${taskId}`, taskId }
    const word = await staff.post(tasks, { ...form, intent: 'resolve', note: 'Salah catat.' })
    expect(wordsOf(await word.text())).toContain('tidak selesai dengan catatan saja')
    const back = { ...form, code: 'P-7F3K9Q', intent: 'return', amount: '1234' }
    expect((await staff.post(tasks, back)).status).toBe(422)
    const other = await staff.post(tasks, { ...back, amount: '1000', reference: 'TRX-7' })
    expect(wordsOf(await other.text())).toContain('P-7F3K9Q: Catatannya sudah berubah: sekarang Rp1.234')
    const done = await staff.post(tasks, { ...back, reference: 'TRX-7' })
    expect(wordsOf(await (await staff.follow(done)).text())).toContain(
      'P-7F3K9Q: Rp1.234 dicatat sudah dikirim kembali.',
    )
    expect(wordsOf(await (await staff.get(pageOf(order))).text())).toContain(
      'Pernah masuk Rp1.234, sudah dikirim kembali: TRX-7',
    )
  })
})

describe('money of another amount for an order that can be paid', () => {
  const noteOf = (order: { id: string; code: string }, came: number) =>
    staff.post('/petugas/transfer', {
      about: order.id,
      intent: 'confirm',
      orderId: order.id,
      code: order.code,
      amount: `${came}`,
      certain: `${came}`,
    })

  test('is explained by what came, and an excess that went back says that the rest paid', async () => {
    const { total, ...order } = await app.db
      .selectFrom('shop_order as o')
      .innerJoin('payment', 'payment.order_id', 'o.id')
      .where('payment.state', '=', 'awaiting')
      .where('payment.method', '=', 'transfer')
      .orderBy('o.id', 'desc')
      .select(['o.id', 'o.code', 'payment.total_rupiah as total'])
      .executeTakeFirstOrThrow()
    const read = async () => wordsOf(await (await staff.get(pageOf(order))).text())
    await noteOf(order, (total ?? 0) - 1_000)
    expect(await read()).toContain('minta kekurangannya')
    expect(await read()).not.toMatch(/kirim kelebihannya|Kalau (kurang|lebih)/)
    await noteOf(order, (total ?? 0) + 2_000)
    expect(await read()).toContain('kirim kelebihannya kembali')
    expect(await read()).not.toMatch(/minta kekurangannya|Kalau (kurang|lebih)/)
    const { id: taskId } = await app.db
      .selectFrom('staff_task')
      .where('order_id', '=', order.id)
      .where('resolved_at', 'is', null)
      .select('id')
      .executeTakeFirstOrThrow()
    const back = { about: `lebih-${taskId}`, taskId, code: order.code, intent: 'return' }
    const done = await staff.post('/petugas/tugas', { ...back, amount: '2000', reference: 'TRX-9' })
    expect(wordsOf(await (await staff.follow(done)).text())).toContain(
      `${order.code}: kelebihan Rp2.000 dicatat sudah dikirim kembali. Sisanya pas: pesanan ini lunas`,
    )
    expect(await read()).toContain('Kelebihan Rp2.000 sudah dikirim kembali: TRX-9')
    await staff.post(pageOf(order), { about: taskId, intent: 'return-bounced', taskId, reason: 'Tutup' })
    expect(await read()).toMatch(
      /Rp2\.000 masih di rekening kami\. Sudah dikirim kembali Rp2\.000, tetapi gagal/,
    )
    expect(await read()).not.toContain('Masuk Rp2.000')
  })
})

describe('money that comes again for an order that is paid', () => {
  test('is found by its code from the order’s page, goes back by its proof, and can bounce', async () => {
    const { total, ...order } = await app.db
      .selectFrom('shop_order as o')
      .innerJoin('payment', 'payment.order_id', 'o.id')
      .where('payment.method', '=', 'transfer')
      .where('payment.state', '=', 'paid')
      .where('o.erased_at', 'is', null)
      .orderBy('o.id')
      .select(['o.id', 'o.code', 'payment.total_rupiah as total'])
      .executeTakeFirstOrThrow()
    const once = total ?? 0
    const desk = `/petugas/transfer?q=${order.code}`
    const read = async (path: string) => wordsOf(await (await staff.get(path)).text())
    expect(await (await staff.get(pageOf(order))).text()).toContain(`href="${desk}#${order.code}"`)
    expect(await read(desk)).toContain('Sudah dibayar, uang masuk lagi?')
    const form = { about: order.id, intent: 'again', orderId: order.id, code: order.code }
    const alone = await (await staff.post(desk, { ...form, amount: `${once}` })).text()
    expect(wordsOf(alone)).toContain(`tulis jumlah semuanya: ${formatRupiah(2 * once, 'id')}`)
    const twice = { ...form, amount: `${2 * once}` }
    const unsure = wordsOf(await (await staff.post(desk, twice)).text())
    expect(unsure).toContain(`Berarti ${formatRupiah(once, 'id')} masuk lagi`)
    const noted = await staff.post(desk, { ...twice, certain: `${2 * once}` })
    expect(wordsOf(await (await staff.follow(noted)).text())).toContain('masuk lagi dicatat dan pembeli')
    // what an old page still asks for
    const old = await staff.post(desk, { ...form, intent: 'confirm', amount: `${2 * once}` })
    expect(wordsOf(await (await staff.follow(old)).text())).toContain('uang ini sudah dicatat. Kalau')

    expect(await read(pageOf(order))).toMatch(/Uang masuk lagi .*Masuk lagi Rp/)
    const { id: taskId } = await app.db
      .selectFrom('staff_task')
      .where('order_id', '=', order.id)
      .where('kind', '=', 'wrong-amount')
      .where('resolved_at', 'is', null)
      .select('id')
      .executeTakeFirstOrThrow()
    const back = { about: `tugas-${taskId}`, taskId, code: order.code, intent: 'return', amount: `${once}` }
    await staff.post('/petugas/tugas', { ...back, reference: 'TRX-8' })
    expect(await read(pageOf(order))).toContain('sudah dikirim kembali: TRX-8')
    const correct = { about: `nomor-${taskId}`, intent: 'return-reference', taskId, seen: 'TRX-8' }
    expect((await staff.post(pageOf(order), { ...correct, reference: 'TRX-8' })).status).toBe(422)
    for (const status of [302, 409])
      expect((await staff.post(pageOf(order), { ...correct, reference: 'TRX-88' })).status).toBe(status)
    const history = await read(pageOf(order))
    expect(history).toContain('sudah dikirim kembali: TRX-88')
    // the number that was mistyped stands in the two lines of the record of changes alone
    expect(history.match(/TRX-8\b/g)).toHaveLength(2)
    expect(history).toContain('Uang masuk lagi dicatat')
    const bounce = { about: taskId, intent: 'return-bounced', taskId }
    expect((await staff.post(pageOf(order), bounce)).status).toBe(422)
    await staff.post(pageOf(order), { ...bounce, reason: 'Rekening tutup' })
    const bounced = await read(pageOf(order))
    expect(bounced).not.toMatch(/Masuk lagi Rp|sudah dikirim kembali: TRX-8/)
    expect(bounced).toMatch(
      /dibuka lagi\. Pengembalian uang gagal .*Harus dikembalikan: Rp.*Sudah pernah dikirim, tetapi gagal/,
    )
    expect(await read('/petugas/tugas')).toMatch(
      /Pengembalian uang gagal .*masih di rekening kami\. Sudah dikirim kembali .*tetapi gagal: “Rekening tutup”.*Kirim dengan cara lain/,
    )
  })
})

describe('the sums on an order’s page', () => {
  const amountsIn = (page: string): number[] => {
    const totals = /<dl class="totals">([\s\S]*?)<\/dl>/.exec(page)?.[1] ?? ''
    return [...wordsOf(totals).matchAll(/([−-]?)\s?Rp\s?([\d.]+)/g)].map(([, minus, digits]) =>
      Number(`${minus ? '-' : ''}${digits?.replaceAll('.', '')}`),
    )
  }

  test('add up also where a group declined its parcel before anybody paid', async () => {
    const ready = await app.db
      .selectFrom('variant')
      .innerJoin('stock', 'stock.variant_id', 'variant.id')
      .innerJoin('product', 'product.id', 'variant.product_id')
      .innerJoin('craft_group', 'craft_group.id', 'product.group_id')
      .where('craft_group.shows_samples_only', '=', false)
      .where('craft_group.state', '=', 'active')
      .where('variant.mode', '=', 'ready')
      .where('variant.is_active', '=', true)
      .where('product.state', '=', 'published')
      .whereRef('stock.on_hand', '>', 'stock.reserved')
      .distinctOn('product.group_id')
      .orderBy('product.group_id')
      .orderBy('variant.id')
      .select('variant.id')
      .limit(2)
      .execute()
    const ctx = { db: app.db, log: quiet, now: new Date(), locale: 'id' as const }
    const command = await aCommand(ctx, { lines: ready.map(({ id }) => ({ variantId: id })) })
    const ways = [
      { delivery: 'pickup-library' as const, carrier: null, shippingRupiah: 0 },
      { delivery: 'quote' as const, carrier: null, shippingRupiah: null, daysMin: null, daysMax: null },
    ]
    const parcels = command.parcels.map((parcel, place) => ({ ...parcel, ...ways[place] }))
    const placed = await placeOrder(ctx, { ...command, parcels })
    const order = { id: placed.ok ? placed.value.orderId : '' }
    const { id: parcelId } = await app.db
      .selectFrom('parcel')
      .where('order_id', '=', order.id)
      .where('delivery', '=', 'quote')
      .select('id')
      .executeTakeFirstOrThrow()
    const form = { about: 'x', intent: 'decline', parcelId, reason: 'damaged' }
    expect((await staff.post(pageOf(order), form)).headers.get('Location')).toBe(pageOf(order))
    const page = await (await staff.get(pageOf(order))).text()
    expect(wordsOf(page)).toMatch(/Paket yang tidak jadi [−-]/)
    expect(wordsOf(page)).toContain('Ambil sendiri')
    const amounts = amountsIn(page)
    const total = amounts.pop()
    expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(total)
  })
})

describe('a parcel that waits at its group', () => {
  test('is no counter’s to hand over; that it was fetched is noted for the group, and can be taken back', async () => {
    const order = await findOrder('packed')
    await app.db
      .updateTable('parcel')
      .set({ delivery: 'pickup-group', carrier: null })
      .where('id', '=', order.parcelId)
      .execute()
    const read = async () => wordsOf(await (await staff.get(pageOf(order))).text())
    expect(await read()).toMatch(/Bantu kelompok .*Sudah diambil pembeli/)
    expect(await read()).not.toContain('Serahkan ke pembeli')
    const { parcelId } = order
    const counter = { about: `serah-${parcelId}`, intent: 'hand-over', parcelId, here: 'yes' }
    const refused = await staff.post(pageOf(order), counter)
    expect(wordsOf(await refused.text())).toContain('Pesanan ini tidak diambil di perpustakaan.')
    await staff.post(pageOf(order), { about: `langkah-${parcelId}`, intent: 'fetched', parcelId })
    expect(await read()).toContain('Ternyata belum diambil')
  })
})

describe('a courier or a number that was mistyped', () => {
  const mend = (
    browser: TestBrowser,
    order: { id: string; parcelId: string },
    sent: Record<string, string>,
  ) =>
    browser.post(pageOf(order), {
      about: `kiriman-${order.parcelId}`,
      intent: 'correct-dispatch',
      parcelId: order.parcelId,
      ...sent,
    })
  const sentWith = (id: string) =>
    app.db
      .selectFrom('parcel')
      .where('id', '=', id)
      .select(['dispatch_way as way', 'dispatch_carrier as carrier', 'tracking_number as trackingNumber'])
      .executeTakeFirstOrThrow()

  test('is not mended by the head, who reads, nor where no parcel is', async () => {
    const order = await findOrder('dispatched')
    const before = await sentWith(order.parcelId)
    const sent = { way: 'courier', carrier: 'TIKI', trackingNumber: 'TK-1' }
    expect((await mend(head, order, sent)).status).toBe(403)
    expect(wordsOf(await (await head.get(pageOf(order))).text())).not.toMatch(
      /(perlu diperbaiki|salah tulis)\?/,
    )
    const nowhere = { ...order, parcelId: '0190a000-0000-7000-8000-000000000000' }
    expect((await mend(staff, nowhere, sent)).status).toBe(404)
    expect(await sentWith(order.parcelId)).toEqual(before)
  })

  test('comes prefilled, and what is mended stands in the order’s history', async () => {
    const order = await findOrder('dispatched')
    const before = await sentWith(order.parcelId)
    const same = await mend(staff, order, {
      way: before.way ?? '',
      carrier: before.carrier ?? '',
      trackingNumber: before.trackingNumber ?? '',
    })
    expect(same.status).toBe(422)
    expect(wordsOf(await same.text())).toContain('Sudah tertulis begitu.')

    const answer = await mend(staff, order, { way: 'courier', carrier: 'TIKI', trackingNumber: 'TK-1' })
    expect(answer.headers.get('Location')).toBe(pageOf(order))
    const page = await (await staff.follow(answer)).text()
    expect(wordsOf(page)).toContain('Pembeli sudah dikabari yang benar.')
    expect(wordsOf(page)).toContain('menjadi “Kurir, TIKI, TK-1”')
    expect(page).toMatch(/name="trackingNumber"[^>]*value="TK-1"/)
  })
})

describe('word of what was just done', () => {
  const done = 'Langkahnya dicatat'
  const wordsAt = async (path: string) => wordsOf(await (await staff.get(path)).text())
  const accept = async () => {
    const order = await findOrder('open')
    const about = `terima-${order.parcelId}`
    const answer = await staff.post(pageOf(order), { about, intent: 'accept', parcelId: order.parcelId })
    expect(answer.headers.get('Location')).toBe(pageOf(order))
    return { order, answer }
  }

  test('is said once, and not again when the page is loaded again or its address is kept', async () => {
    const { order, answer } = await accept()
    expect(wordsOf(await (await staff.follow(answer)).text())).toContain(done)
    expect(await wordsAt(pageOf(order))).not.toContain(done)
  })

  test('is left for its own page', async () => {
    const { order } = await accept()
    expect(await wordsAt('/petugas/pesanan')).not.toContain(done)
    expect(await wordsAt('/petugas/transfer')).not.toContain(done)
    expect(await wordsAt(pageOf(order))).toContain(done)
  })
})

describe('a question to the library', () => {
  const written = {
    pertanyaan: 'Does the mat fold?',
    nama: 'Jo Klein',
    kontak: '0812 3456 7890',
    pesanan: '',
  }

  test('keeps what was typed and says what is missing', async () => {
    const wrong = { ...written, nama: ' ', kontak: '12', pesanan: 'P-ZZZZZZ' }
    const answer = await app.browser().post('/bantuan/tanya', wrong)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('Tidak ada pesanan dengan kode itu.')
    expect(page).toContain('Tulis nama Anda.')
    expect(page).toContain('Nomor atau email ini belum benar.')
    expect(page).toContain('Does the mat fold?')
    const withNik = { ...written, pertanyaan: 'NIK saya 6111012345678901' }
    expect((await app.browser().post('/bantuan/tanya', withNik)).status).toBe(422)
    const mistyped = await app.browser().post('/bantuan/tanya', { ...written, pesanan: 'P-ZZZZZZ' })
    expect(mistyped.status).toBe(422)
    const again = await mistyped.text()
    expect(again).toContain('Tidak ada pesanan dengan kode itu.')
    expect(again).toContain('value="P-ZZZZZZ"')
    expect(again).toContain('Does the mat fold?')
  })

  test('comes to the staff once, with a way to answer in the asker’s language', async () => {
    const asker = app.browser()
    const { code } = await findOrder('received')
    const about = { ...written, pesanan: code.toLowerCase().replace('-', ' ') }
    const turned = { ...about, nama: 'Jo \u202eKlein\u2066' }
    const sent = await asker.post('/en/bantuan/tanya', turned)
    expect(sent.headers.get('Location')).toBe('/en/bantuan/tanya')
    const thanks = await (await asker.get('/en/bantuan/tanya')).text()
    expect(wordsOf(thanks)).toContain('reply to +62 812-3456-7890')
    await asker.post('/en/bantuan/tanya', about)
    const page = await (await staff.get('/petugas/tugas')).text()
    expect(page.split('“Does the mat fold?”')).toHaveLength(2)
    expect(page).toContain('https://wa.me/6281234567890?text=Hello%20Jo%20Klein')
    expect(page).toContain('href="tel:+6281234567890"')
    expect(wordsOf(page)).toContain(`Menyebut pesanan ${code}.`)
  })

  test('leads back to its order where the asker can open that, and nowhere else', async () => {
    const { code, id, version } = await findOrder('received')
    const asker = app.browser()
    await asker.get(`/pesanan/${code}/buka/${orderLinkToken(SECRET, id, version)}`)
    const askAbout = async (browser: TestBrowser, pesanan: string) =>
      (await browser.follow(await browser.post('/bantuan/tanya', { ...written, pesanan }))).text()
    expect(await askAbout(asker, code.toLowerCase())).toContain(`href="/pesanan/${code}"`)
    expect(await askAbout(app.browser(), code)).not.toContain('href="/pesanan/P-')
  })

  test('asked too often from one place is held back, not lost', async () => {
    const asker = app.browser()
    const ask = () => asker.post('/bantuan/tanya', written)
    let refused = await ask()
    for (let times = 0; times < 20 && refused.status !== 429; times++) refused = await ask()
    expect(refused.status).toBe(429)
    expect(await refused.text()).toContain('Does the mat fold?')
  })
})

describe('a buyer who calls off by telephone', () => {
  const stateOf = ({ id }: { id: string }) =>
    app.db.selectFrom('payment').where('order_id', '=', id).select('state').executeTakeFirstOrThrow()
  const orderIn = (state: string) =>
    app.db
      .selectFrom('shop_order as o')
      .innerJoin('payment', 'payment.order_id', 'o.id')
      .where('payment.state', '=', state)
      .where('payment.card_session_id', 'is', null)
      .orderBy('o.id', 'desc')
      .select(['o.id', 'o.code'])
      .executeTakeFirstOrThrow()
  const cancel = (browser: TestBrowser, order: { id: string }) =>
    browser.post(pageOf(order), { about: 'batal', intent: 'cancel' })

  test('has an unpaid order off, by staff and not by the head, and the page says why', async () => {
    const order = await orderIn('awaiting')
    expect(await (await staff.get(pageOf(order))).text()).toContain('<summary>Pembeli membatalkan')
    expect(await (await head.get(pageOf(order))).text()).not.toContain('<summary>Pembeli membatalkan')
    expect((await cancel(head, order)).status).toBe(403)
    const page = await (await staff.follow(await cancel(staff, order))).text()
    expect(wordsOf(page)).toContain('Pesanan dibatalkan. Pembeli sudah dikabari.')
    expect(wordsOf(page)).toMatch(/Pesanan dibatalkan [^.]+ menjadi “Dibatalkan” Pembeli membatalkan/)
    expect(page).not.toContain('<summary>Pembeli membatalkan')
    expect(await stateOf(order)).toEqual({ state: 'cancelled' })
  })

  test('whose order a colleague has just confirmed is said to have paid', async () => {
    const answer = await cancel(staff, await orderIn('paid'))
    expect(answer.status).toBe(409)
    expect(wordsOf(await answer.text())).toContain('Pesanan ini sudah lunas')
  })

  test('is told to wait while money may be on its way', async () => {
    const order = await orderIn('proof-sent')
    const page = await (await staff.get(pageOf(order))).text()
    expect(wordsOf(page)).toContain(
      'Pembeli membatalkan Belum bisa dibatalkan: uangnya mungkin sudah dikirim',
    )
    expect(page).not.toContain('value="cancel"')
    const answer = await cancel(staff, order)
    expect(answer.status).toBe(409)
    expect(wordsOf(await answer.text())).toMatch(/Belum bisa dibatalkan.*Belum bisa dibatalkan/)
    expect(await stateOf(order)).toEqual({ state: 'proof-sent' })
  })

  test('has a paid parcel off without blame for its group', async () => {
    const order = await findOrder('accepted')
    const form = { about: 'x', intent: 'decline', parcelId: order.parcelId, reason: 'buyer-asked' }
    const page = wordsOf(await (await staff.follow(await staff.post(pageOf(order), form))).text())
    expect(page).toContain('Paket dibatalkan. Pembeli sudah dikabari.')
    expect(page).toContain('Paket tidak jadi Pembeli membatalkan')
    expect(page).toContain('menjadi “Tidak jadi” Pembeli membatalkan')
    expect(page).not.toMatch(/Kelompok tidak bisa|tidak bisa memenuhi/)
    const link = `/pesanan/${order.code}/buka/${orderLinkToken(SECRET, order.id, order.version)}`
    const buyer = app.browser()
    expect(wordsOf(await (await buyer.follow(await buyer.get(link))).text())).toContain(
      'atas permintaan Anda',
    )
  })
})

test('cash that was noted already is not thanked for as if it had come once more', async () => {
  const { total, ...order } = await app.db
    .selectFrom('shop_order as o')
    .innerJoin('payment', 'payment.order_id', 'o.id')
    .where('payment.method', '=', 'pickup')
    .where('payment.state', '=', 'awaiting')
    .orderBy('o.id')
    .select(['o.id', 'payment.total_rupiah as total'])
    .executeTakeFirstOrThrow()
  const take = async () => {
    const taken = await staff.post(pageOf(order), { about: 'cash', intent: 'cash', amount: `${total}` })
    return wordsOf(await (await staff.follow(taken)).text())
  }
  expect(await take()).toContain('Uangnya dicatat.')
  const again = await take()
  expect(again).toContain('sudah dicatat sebelumnya. Tidak ada yang berubah.')
  expect(again).not.toContain('Uangnya dicatat.')
})
