import { describe, expect } from 'vitest'
import { acceptParcel } from '#app/domain/fulfilment/accept-parcel.server.ts'
import { deskStatus } from '#app/domain/fulfilment/parcel.ts'
import { receiveParcel } from '#app/domain/fulfilment/receive-parcel.server.ts'
import { reportProblem } from '#app/domain/fulfilment/report-problem.server.ts'
import { placeOrder } from '#app/domain/orders/place-order.server.ts'
import { listOpenTasks } from '#app/domain/orders/staff-orders.queries.server.ts'
import { cancelOrder } from '#app/domain/payments/cancel-order.server.ts'
import { confirmShipping } from '#app/domain/payments/confirm-shipping.server.ts'
import {
  confirmTransfer,
  recordTransfer,
  recordTransferAgain,
} from '#app/domain/payments/confirm-transfer.server.ts'
import { correctShipping } from '#app/domain/payments/correct-shipping.server.ts'
import { declineParcel } from '#app/domain/payments/decline-parcel.server.ts'
import { markRefundSent } from '#app/domain/payments/mark-refund-sent.server.ts'
import { recordPickupPayment } from '#app/domain/payments/record-pickup-payment.server.ts'
import { refundFailed } from '#app/domain/payments/refund-failed.server.ts'
import { returnWrongAmount } from '#app/domain/payments/return-wrong-amount.server.ts'
import { settleProblem } from '#app/domain/payments/settle-problem.server.ts'
import { formatWeekday } from '#app/lib/day.ts'
import { formatRupiah } from '#app/lib/format.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { ImageStore } from '#app/ports/images/images.ts'
import { pickupDetail } from '#app/routes/shop/order/parcel-box.tsx'
import { parcelSteps } from '#app/routes/shop/order/steps.tsx'
import { openOrderView, type ParcelView } from '#app/routes/shop/order/view.server.ts'
import { statusWords, totalOf } from '#app/routes/shop/order/words.ts'
import { statusTone } from '#app/routes/staff/order-words.ts'
import { owedWords } from '#app/ui/sum-words.ts'
import { aVariant } from '#tests/support/builders.ts'
import {
  aCommand,
  anOrder,
  aPaidOrder,
  aReceivingAccount,
  asGroup,
  asStaff,
  moveParcel,
  parcelsOf,
  paymentOf,
  travel,
} from '#tests/support/order-builders.ts'
import { test } from '#tests/support/test.ts'

/** The pieces of these tests have no photos. */
const NO_IMAGES = null as unknown as ImageStore

async function viewOf(ctx: Ctx, orderId: string) {
  const view = await openOrderView(ctx, NO_IMAGES, orderId)
  if (!view) throw new Error('No such order')
  return view
}

async function aSentOrder(ctx: Ctx) {
  await aReceivingAccount(ctx)
  const { orderId } = await aPaidOrder(ctx, { lines: [{ variantId: await aVariant(ctx) }] })
  await moveParcel(ctx, orderId, 'dispatched')
  return { orderId, parcelId: (await parcelsOf(ctx, orderId))[0]?.id ?? '' }
}

describe('what an order’s page says first', () => {
  test('of a received order is where to report, as long as that can be done, and whom to tell afterwards', async ({
    ctx: base,
  }) => {
    const ctx = await travel(base, '2026-11-20T03:00:00Z')
    const order = await aSentOrder(ctx)
    await receiveParcel(ctx, order)
    // received on a Friday: the second working day is Tuesday
    const tuesday = await viewOf(await travel(ctx, '2026-11-24T16:59:00Z'), order.orderId)
    expect(statusWords(tuesday).note).toContain('laporkan pada paketnya')
    const wednesday = await viewOf(await travel(ctx, '2026-11-24T17:00:00Z'), order.orderId)
    expect(statusWords(wednesday).note).toContain('laporkan langsung kepada petugas')
  })
  test('is that a report is looked into, not that its parcel can be said to be here', async ({
    ctx: base,
  }) => {
    const ctx = await travel(base, '2026-11-20T03:00:00Z')
    const order = await aSentOrder(ctx)
    await reportProblem(ctx, { ...order, note: 'Belum sampai.' })
    expect(statusWords(await viewOf(ctx, order.orderId))).toMatchObject({
      title: 'Laporan Anda sedang diperiksa',
      more: undefined,
    })
    const settle = (outcome: 'awaited' | 'kept') =>
      settleProblem(asStaff(ctx), { parcelId: order.parcelId, outcome, note: 'Sudah ketemu.' })
    await settle('awaited')
    expect(statusWords(await viewOf(ctx, order.orderId)).title).toBe('Dalam perjalanan')
    await reportProblem(ctx, { ...order, note: 'Sudah sampai, tetapi robek.' })
    await settle('kept')
    expect(statusWords(await viewOf(ctx, order.orderId)).title).toBe('Sudah diterima')
  })
  test('is which parcel fell away while the rest goes its way, and how its money comes back', async ({
    ctx,
  }) => {
    await aReceivingAccount(ctx)
    const { orderId } = await aPaidOrder(ctx, {
      lines: [{ variantId: await aVariant(ctx) }, { variantId: await aVariant(ctx) }],
    })
    expect(statusWords(await viewOf(ctx, orderId)).title).toBe('Pesanan sudah masuk daftar tiap kelompok')
    const [parcel, other] = await parcelsOf(ctx, orderId)
    const group = asGroup(ctx, parcel?.group_id ?? '')
    await declineParcel(group, { parcelId: parcel?.id ?? '', reason: 'damaged', note: null })
    const view = await viewOf(ctx, orderId)
    const { title, more } = statusWords(view)
    expect(title).toBe('Pesanan sudah masuk daftar kelompok')
    const gone = `Paket dari ${view.parcels[0]?.groupName} batal, kelompoknya tidak bisa memenuhi.`
    expect(more?.startsWith(gone)).toBe(true)
    expect(more).toMatch(/masih harus kami kembalikan kepada Anda\. Petugas menghubungi Anda/)
    await markRefundSent(asStaff(ctx), { refundId: view.refunds[0]?.id ?? '', reference: 'TRX-1' })
    const amount = formatRupiah(view.refunds[0]?.amountRupiah ?? 0, 'id')
    const sent = `${amount} sudah kami kembalikan kepada Anda.`
    expect(statusWords(await viewOf(ctx, orderId)).more).toBe(`${gone} ${sent}`)
    // where a parcel stopped says when, as every step before it does
    expect(parcelSteps(view, view.parcels[0] as ParcelView).at(-1)).toMatchObject({
      state: 'stopped',
      when: expect.stringContaining('WIB'),
    })
    await declineParcel(asStaff(ctx), { parcelId: other?.id ?? '', reason: 'damaged', note: null })
    const { note } = statusWords(await viewOf(ctx, orderId))
    expect(note.startsWith(sent)).toBe(true)
    expect(note).toContain('masih harus kami kembalikan kepada Anda.')
  })
  test('is that a part is being prepared until every group has begun, and where the days stand', async ({
    ctx,
  }) => {
    await aReceivingAccount(ctx)
    const lines = [{ variantId: await aVariant(ctx) }, { variantId: await aVariant(ctx) }]
    const { orderId } = await aPaidOrder(ctx, { lines })
    const [first, second] = await parcelsOf(ctx, orderId)
    const accept = (parcel?: { id: string; group_id: string }) =>
      acceptParcel(asGroup(ctx, parcel?.group_id ?? ''), parcel?.id ?? '')
    await accept(first)
    expect(statusWords(await viewOf(ctx, orderId))).toMatchObject({
      title: 'Sebagian sedang disiapkan',
      note: 'Tanggal paling lambatnya ada pada tiap paket di bawah.',
    })
    await accept(second)
    expect(statusWords(await viewOf(ctx, orderId)).title).toBe('Sedang disiapkan kelompok')
    await declineParcel(asStaff(ctx), { parcelId: second?.id ?? '', reason: 'damaged', note: null })
    expect(statusWords(await viewOf(ctx, orderId)).note).toBe(
      'Tanggal paling lambatnya ada pada paket di bawah.',
    )
  })
  test('is that it is packed once every parcel that is left is, and by when it is sent', async ({ ctx }) => {
    await aReceivingAccount(ctx)
    const { orderId } = await aPaidOrder(ctx, { lines: [{ variantId: await aVariant(ctx) }] })
    await moveParcel(ctx, orderId, 'accepted')
    expect(statusWords(await viewOf(ctx, orderId)).title).toBe('Sedang disiapkan kelompok')
    await moveParcel(ctx, orderId, 'packed')
    const view = await viewOf(ctx, orderId)
    const promiseOn = view.parcels[0]?.promiseOn
    if (!promiseOn) throw new Error('Nothing is promised')
    expect(statusWords(view)).toMatchObject({
      title: 'Sudah dibungkus',
      note: `Tinggal dikirim, paling lambat ${formatWeekday(promiseOn, 'id')}.`,
    })
    const more = (state: 'accepted' | 'declined') => ({
      ...view,
      parcels: [...view.parcels, { ...(view.parcels[0] as ParcelView), state }],
    })
    expect(statusWords(more('declined')).title).toBe('Sudah dibungkus')
    expect(statusWords(more('accepted')).title).toBe('Sedang disiapkan kelompok')
    const late = view.parcels.map((parcel) => ({ ...parcel, isLate: true }))
    expect(statusWords({ ...view, parcels: late })).toMatchObject({
      title: 'Sudah dibungkus',
      tone: 'warning',
    })
  })
  test('is that part of it is on its way only as long as it is', async ({ ctx }) => {
    await aReceivingAccount(ctx)
    const lines = [{ variantId: await aVariant(ctx) }, { variantId: await aVariant(ctx) }]
    const { orderId } = await aPaidOrder(ctx, { lines })
    const { parcelId } = await moveParcel(ctx, orderId, 'dispatched')
    expect(statusWords(await viewOf(ctx, orderId)).title).toBe('Sebagian sudah dikirim')
    await receiveParcel(ctx, { orderId, parcelId })
    expect(statusWords(await viewOf(ctx, orderId))).toMatchObject({
      title: 'Sebagian sudah Anda terima',
      note: 'Sisanya masih di kelompok. Nanti kami kabari lagi.',
    })
  })
  test('asks of what its group says was collected, while the rest is still made', async ({ ctx }) => {
    await aReceivingAccount(ctx)
    const lines = await Promise.all([1, 2, 3].map(async () => ({ variantId: await aVariant(ctx) })))
    const parcel = { delivery: 'pickup-group', carrier: null, shippingRupiah: 0 } as const
    const { orderId } = await aPaidOrder(ctx, { lines, parcel })
    const { parcelId } = await moveParcel(ctx, orderId, 'dispatched')
    const taken = await viewOf(ctx, orderId)
    const { groupName } = taken.parcels.find(({ id }) => id === parcelId) as ParcelView
    expect(statusWords(taken)).toMatchObject({
      title: 'Sebagian sudah diambil',
      note: `Paket dari ${groupName} sudah diambil, kata kelompoknya. Kalau betul, tekan “Sudah saya ambil” di bawah. Sisanya masih di kelompok. Nanti kami kabari lagi.`,
    })
    const asked = `Paket dari ${groupName} sudah diambil, kata kelompoknya.`
    const others = (beside: Partial<ParcelView>) =>
      taken.parcels.map((one) => (one.id === parcelId ? one : { ...one, ...beside }))
    const sent = { state: 'dispatched', delivery: 'courier' } as const
    const [first, ...rest] = others(sent)
    const partly = [
      first as ParcelView,
      { ...(rest[0] as ParcelView), state: 'open' as const },
      ...rest.slice(1),
    ]
    expect(statusWords({ ...taken, parcels: partly }).note).toMatch(
      new RegExp(`^${asked}.* Tiap kelompok punya paketnya sendiri\\. Lihat di bawah\\.$`),
    )
    expect(statusWords({ ...taken, parcels: others(sent), status: 'sent' }).more).toContain(asked)
    const ready = others({ state: 'packed' })
    expect(statusWords({ ...taken, parcels: ready, status: 'partly-ready' }).more).toContain(asked)
  })
  test('of money that goes back names what bounced apart from what is still to be sent', async ({ ctx }) => {
    await aReceivingAccount(ctx)
    const lines = [{ variantId: await aVariant(ctx) }, { variantId: await aVariant(ctx) }]
    const { orderId } = await aPaidOrder(ctx, { lines })
    const staff = asStaff(ctx)
    for (const { id: parcelId } of await parcelsOf(ctx, orderId))
      await declineParcel(staff, { parcelId, reason: 'damaged', note: null })
    const view = await viewOf(ctx, orderId)
    const [first, second] = view.refunds
    const [one, other] = [first?.amountRupiah ?? 0, second?.amountRupiah ?? 0]
    const failed = (count: number) => ({
      ...view,
      refunds: view.refunds.map((refund, place) => (place < count ? { ...refund, state: 'failed' } : refund)),
    })
    const all = formatRupiah(one + other, 'id')
    expect(statusWords(failed(1))).toMatchObject({
      title: 'Uang Anda belum sampai',
      note: expect.stringMatching(
        new RegExp(`^${all} masih harus .* Dari itu ${formatRupiah(one, 'id')} belum berhasil dikirim: `),
      ),
    })
    expect(statusWords(failed(2)).note).toMatch(new RegExp(`^${all} masih harus .* Belum berhasil: `))
    const unclear = (count: number) => ({
      ...failed(2),
      refunds: failed(2).refunds.map((refund, place) => ({ ...refund, isUnclear: place < count })),
    })
    expect(statusWords(unclear(1))).toMatchObject({
      title: 'Uang Anda belum sampai',
      note: expect.stringMatching(new RegExp(`^(?!${all}).* Belum berhasil: .* Kami periksa dulu`)),
    })
    expect(statusWords(unclear(2))).toMatchObject({
      title: 'Uang kembali Anda sedang diperiksa',
      note: expect.stringMatching(
        new RegExp(`^Kami periksa dulu dengan penyedia kartu apakah ${all} sudah kembali`),
      ),
    })
  })
  test('of a parcel that the buyer called off does not lay it on its group', async ({ ctx }) => {
    await aReceivingAccount(ctx)
    const { orderId } = await aPaidOrder(ctx, {
      lines: [{ variantId: await aVariant(ctx) }, { variantId: await aVariant(ctx) }],
    })
    const [parcel] = await parcelsOf(ctx, orderId)
    const asked = { reason: 'buyer-asked', note: null } as const
    await declineParcel(asStaff(ctx), { parcelId: parcel?.id ?? '', ...asked })
    const view = await viewOf(ctx, orderId)
    const off = view.parcels.find(({ id }) => id === parcel?.id)
    expect(statusWords(view).more).toMatch(
      new RegExp(`^Paket dari ${off?.groupName} dibatalkan atas permintaan Anda\\. `),
    )
    const step = parcelSteps(view, off as ParcelView).at(-1)
    expect(step?.title).toBe('Dibatalkan atas permintaan Anda')
    expect(JSON.stringify(step)).not.toContain('halangan')
  })
  test('is, beside a report, which parcels go on: none that is called off', async ({ ctx }) => {
    await aReceivingAccount(ctx)
    const lines = await Promise.all([1, 2, 3].map(async () => ({ variantId: await aVariant(ctx) })))
    const { orderId } = await aPaidOrder(ctx, { lines })
    const { parcelId } = await moveParcel(ctx, orderId, 'dispatched')
    await receiveParcel(ctx, { orderId, parcelId })
    await reportProblem(ctx, { orderId, parcelId, note: 'Anyamannya robek.' })
    const [off, rest] = (await parcelsOf(ctx, orderId)).filter(({ id }) => id !== parcelId)
    await declineParcel(asStaff(ctx), { parcelId: off?.id ?? '', reason: 'damaged', note: null })
    const view = await viewOf(ctx, orderId)
    const nameOf = (id?: string) => view.parcels.find((parcel) => parcel.id === id)?.groupName
    const { more } = statusWords(view)
    expect(more).toContain(`Paket dari ${nameOf(rest?.id)} jalan terus; keadaannya ada di bawah.`)
    expect(more).toContain(`Paket dari ${nameOf(off?.id)} batal`)
    const parcels = view.parcels.map((parcel) =>
      parcel.id === rest?.id
        ? { ...parcel, state: 'packed' as const, delivery: 'pickup-library' as const }
        : parcel,
    )
    const withReady = statusWords({ ...view, parcels }).more
    expect(withReady).toContain(
      `Paket dari ${nameOf(rest?.id)} sudah bisa diambil. Bawa kode pesanan ${view.code}.`,
    )
    expect(withReady).not.toContain('jalan terus')
    const taken = view.parcels.map((parcel) =>
      parcel.id === rest?.id
        ? { ...parcel, state: 'dispatched' as const, delivery: 'pickup-group' as const }
        : parcel,
    )
    const withTaken = statusWords({ ...view, parcels: taken }).more
    expect(withTaken).toContain(`Paket dari ${nameOf(rest?.id)} sudah diambil, kata kelompoknya.`)
    expect(withTaken).not.toContain('jalan terus')
  })
  test('is that money goes back, then that it has not arrived or has been sent; the parcel tells of the decision only', async ({
    ctx,
  }) => {
    const order = await aSentOrder(ctx)
    const staff = asStaff(ctx)
    await reportProblem(ctx, { ...order, note: 'Anyamannya robek.' })
    await settleProblem(staff, { parcelId: order.parcelId, outcome: 'refunded', note: 'Fotonya jelas.' })
    const read = async () => {
      const view = await viewOf(ctx, order.orderId)
      const step = parcelSteps(view, view.parcels[0] as ParcelView).at(-1)?.title
      return { refundId: view.refunds[0]?.id ?? '', title: statusWords(view).title, step }
    }
    const step = 'Diputuskan: uang dikembalikan'
    const { refundId, ...decided } = await read()
    expect(decided).toEqual({ title: 'Uang Anda akan dikembalikan', step })
    await markRefundSent(staff, { refundId, reference: 'TRX-1' })
    expect(await read()).toMatchObject({ title: 'Uang Anda sudah dikembalikan', step })
    await refundFailed(staff, { refundId, reason: 'Rekening tutup', seen: 'TRX-1' })
    expect(await read()).toMatchObject({ title: 'Uang Anda belum sampai', step })
    const note = async () => statusWords(await viewOf(ctx, order.orderId)).note
    expect(await note()).toContain('transfernya tidak masuk ke rekening tujuan')
    await markRefundSent(staff, { refundId, reference: 'KAS-1', from: 'cash' })
    await refundFailed(staff, { refundId, reason: 'Tidak datang', seen: 'KAS-1' })
    expect(await note()).toContain('uangnya tidak sampai kepada Anda')
  })
  test('is that all of the money is here and the rest goes back, with no last day to pay, where too much came', async ({
    ctx,
  }) => {
    await aReceivingAccount(ctx)
    const { orderId } = await anOrder(ctx, { lines: [{ variantId: await aVariant(ctx) }] })
    const amountRupiah = ((await viewOf(ctx, orderId)).totalRupiah ?? 0) + 27_000
    await confirmTransfer(asStaff(ctx), { orderId, amountRupiah, note: null, certainOfRupiah: amountRupiah })
    const view = await viewOf(ctx, orderId)
    expect(statusWords(view)).toMatchObject({
      title: 'Uang Anda masuk, lebih dari jumlahnya',
      more: expect.stringContaining('Perpustakaan mengembalikan kelebihannya'),
    })
    expect(parcelSteps(view, view.parcels[0] as ParcelView)).toContainEqual({
      title: 'Uang sudah masuk, kelebihannya dikembalikan perpustakaan',
      state: 'now',
      when: null,
    })
  })
  test('is that money which came beside what paid goes back, until it has', async ({ ctx }) => {
    const { orderId } = await aSentOrder(ctx)
    const staff = asStaff(ctx)
    const total = (await viewOf(ctx, orderId)).totalRupiah ?? 0
    const amountRupiah = 2 * total
    await recordTransferAgain(staff, { orderId, amountRupiah, note: null, certainOfRupiah: amountRupiah })
    const { title, more } = statusWords(await viewOf(ctx, orderId))
    expect(title).toBe('Dalam perjalanan')
    expect(more).toMatch(/masuk lagi, di luar pembayaran pesanan ini\. .*mengembalikannya\.$/)
    const [task] = await listOpenTasks(staff)
    await returnWrongAmount(staff, { taskId: task?.id ?? '', amountRupiah: total, reference: 'TRX-2' })
    expect(statusWords(await viewOf(ctx, orderId)).more).toBeUndefined()
  })
  test('names no day for a parcel once the limit to pay is over and its money is not all here', async ({
    ctx: base,
  }) => {
    const ctx = await travel(base, '2026-11-23T03:00:00Z')
    await aReceivingAccount(ctx)
    const { orderId } = await anOrder(ctx, { lines: [{ variantId: await aVariant(ctx) }] })
    const whensOf = async (at: Ctx) => {
      const view = await viewOf(at, orderId)
      return parcelSteps(view, view.parcels[0] as ParcelView).map(({ when }) => when)
    }
    expect((await whensOf(ctx)).join()).toMatch(/paling lambat Rabu.25.November/)
    const short = { orderId, amountRupiah: 1_234, certainOfRupiah: 1_234, note: null }
    await confirmTransfer(asStaff(ctx), short)
    const late = await travel(ctx, '2026-11-25T03:00:00Z')
    expect(await whensOf(late)).toContain('tanggalnya dihitung sejak dibayar')
    expect((await whensOf(late)).join()).not.toMatch(/paling lambat Rabu/)
    const amountRupiah = (await paymentOf(late, orderId)).total_rupiah ?? 0
    await confirmTransfer(asStaff(late), { orderId, amountRupiah, note: null })
    expect((await whensOf(late)).join()).toMatch(/paling lambat Kamis.26.November/)
  })
  test('tells how to come for a parcel that is collected only as long as it waits', async ({ ctx }) => {
    await aReceivingAccount(ctx)
    const parcel = { delivery: 'pickup-group', carrier: null, shippingRupiah: 0 } as const
    const { orderId } = await aPaidOrder(ctx, { lines: [{ variantId: await aVariant(ctx) }], parcel })
    const { parcelId } = await moveParcel(ctx, orderId, 'packed')
    const where = async () => pickupDetail((await viewOf(ctx, orderId)).parcels[0] as ParcelView, 'Desa X')
    expect(await where()).toEqual({ label: 'Ambil di', value: 'Desa X. Janjian dulu lewat WhatsApp.' })
    const [shown] = (await viewOf(ctx, orderId)).parcels
    const unreached = pickupDetail({ ...(shown as ParcelView), groupPhone: null }, 'Desa X')
    expect(unreached.value).toBe('Desa X. Janjian dulu lewat petugas perpustakaan.')
    const handedOver = pickupDetail({ ...(shown as ParcelView), state: 'dispatched' }, 'Desa X')
    expect(handedOver).toEqual({ label: 'Diambil di', value: 'Desa X' })
    expect(await receiveParcel(ctx, { orderId, parcelId })).toMatchObject({
      value: { delivery: 'pickup-group' },
    })
    expect(await where()).toEqual({ label: 'Diambil di', value: 'Desa X' })
  })
  test('tells cash that was paid before the parcel was collected when it was paid', async ({ ctx: base }) => {
    const ctx = await travel(base, '2026-11-23T03:00:00Z')
    const parcel = { delivery: 'pickup-library', carrier: null, shippingRupiah: 0 } as const
    const lines = [{ variantId: await aVariant(ctx) }]
    const { orderId } = await anOrder(ctx, { lines, parcel, paymentMethod: 'pickup' })
    const titlesOf = async () => {
      const view = await viewOf(ctx, orderId)
      return parcelSteps(view, view.parcels[0] as ParcelView).map(({ title }) => title)
    }
    expect((await titlesOf()).at(-1)).toBe('Dibayar dan diambil')
    const amountRupiah = (await paymentOf(ctx, orderId)).total_rupiah ?? 0
    const later = await travel(ctx, '2026-11-23T05:00:00Z')
    expect(await recordPickupPayment(asStaff(later), { orderId, amountRupiah })).toMatchObject({ ok: true })
    const titles = await titlesOf()
    expect(titles.slice(0, 2)).toEqual(['Dipesan', 'Dibayar'])
    expect(titles.at(-1)).toBe('Diambil')
  })
  test('keeps the order of time where a parcel whose cash was paid comes to nothing', async ({
    ctx: base,
  }) => {
    const ctx = await travel(base, '2026-11-23T03:00:00Z')
    const parcel = { delivery: 'pickup-library', carrier: null, shippingRupiah: 0 } as const
    const lines = [{ variantId: await aVariant(ctx) }]
    const { orderId } = await anOrder(ctx, { lines, parcel, paymentMethod: 'pickup' })
    await moveParcel(await travel(ctx, '2026-11-23T04:00:00Z'), orderId, 'packed')
    const amountRupiah = (await paymentOf(ctx, orderId)).total_rupiah ?? 0
    const paid = asStaff(await travel(ctx, '2026-11-23T05:00:00Z'))
    expect(await recordPickupPayment(paid, { orderId, amountRupiah })).toMatchObject({ ok: true })
    const [only] = await parcelsOf(ctx, orderId)
    const off = asStaff(await travel(ctx, '2026-11-23T06:00:00Z'))
    await declineParcel(off, { parcelId: only?.id ?? '', reason: 'damaged', note: null })
    const view = await viewOf(ctx, orderId)
    const titles = parcelSteps(view, view.parcels[0] as ParcelView).map(({ title }) => title)
    expect(titles[0]).toBe('Dipesan')
    expect(titles.at(-2)).toBe('Dibayar')
    expect(titles).toHaveLength(5)
  })
  test('is no correction of what its buyer had not been told, nor of the way of another parcel', async ({
    ctx,
  }) => {
    await aReceivingAccount(ctx)
    const lines = [{ variantId: await aVariant(ctx) }, { variantId: await aVariant(ctx) }]
    const quote = { delivery: 'quote', shippingRupiah: null, carrier: null } as const
    const { orderId } = await anOrder(ctx, { lines, parcel: quote })
    const [first, second] = (await parcelsOf(ctx, orderId)).map(({ id }) => id)
    const staff = asStaff(ctx)
    const way = { delivery: 'boat', carrier: 'KM Sukadana', daysMin: 1, daysMax: 3 } as const
    const told = { ...way, parcelId: first ?? '', shippingRupiah: 75_000 }
    await confirmShipping(staff, { ...told, shippingRupiah: 90_000 })
    await correctShipping(staff, { ...told, seenRupiah: 90_000 })
    await confirmShipping(staff, { ...told, parcelId: second ?? '' })
    const notes = async () => {
      const view = await viewOf(ctx, orderId)
      return view.parcels.map((parcel) => parcelSteps(view, parcel)[1]?.note)
    }
    expect(await notes()).toEqual([undefined, undefined])
    await correctShipping(staff, { ...told, carrier: 'KM Karimata', seenRupiah: 75_000 })
    expect(await notes()).toEqual([expect.stringContaining('Diperbaiki'), undefined])
  })
  test('is both totals once a told cost has been corrected', async ({ ctx }) => {
    await aReceivingAccount(ctx)
    const { orderId } = await anOrder(ctx, {
      lines: [{ variantId: await aVariant(ctx) }],
      parcel: { delivery: 'quote', shippingRupiah: null, carrier: null },
    })
    const [parcel] = await parcelsOf(ctx, orderId)
    const parcelId = parcel?.id ?? ''
    const way = { parcelId, delivery: 'boat', carrier: 'KM Sukadana', daysMin: 1, daysMax: 3 } as const
    const group = asGroup(ctx, parcel?.group_id ?? '')
    await confirmShipping(group, { ...way, shippingRupiah: 750_000 })
    const before = statusWords(await viewOf(ctx, orderId))
    expect(before.more).toBeUndefined()
    const told = totalOf(await viewOf(ctx, orderId))
    await correctShipping(group, { ...way, shippingRupiah: 75_000, seenRupiah: 750_000 })
    const view = await viewOf(ctx, orderId)
    expect(statusWords(view).more).toContain(
      `Ongkos kirim seluruhnya Rp75.000, jadi totalnya ${totalOf(view)}, bukan ${told}.`,
    )
    expect(statusWords(view).more).toContain(`Sudah terlanjur transfer ${told}? Jangan transfer lagi dulu.`)
    const refused = statusWords({ ...view, proofRefusedReason: 'Fotonya buram.' })
    expect(refused.title).toContain('Bukti')
    expect(refused.more).toContain(`bukan ${told}.`)
    const steps = parcelSteps(view, view.parcels[0] as ParcelView)
    expect(steps[1]?.note).toContain(`totalnya dari ${told} menjadi ${totalOf(view)}`)
    // another carrier for the same cost leaves the totals as they were told
    await correctShipping(group, {
      ...way,
      carrier: 'KM Karimata',
      shippingRupiah: 75_000,
      seenRupiah: 75_000,
    })
    expect((await viewOf(ctx, orderId)).retold).toEqual(view.retold)
  })
  test('of a parcel declined before anybody paid tells nothing that happened to the rest only', async ({
    ctx,
  }) => {
    await aReceivingAccount(ctx)
    const command = await aCommand(ctx, {
      lines: [{ variantId: await aVariant(ctx) }, { variantId: await aVariant(ctx) }],
    })
    const toAsk = { delivery: 'quote', carrier: null, shippingRupiah: null } as const
    const parcels = command.parcels.map((parcel, at) => (at === 0 ? { ...parcel, ...toAsk } : parcel))
    const placed = await placeOrder(ctx, { ...command, parcels })
    const orderId = placed.ok ? placed.value.orderId : ''
    const all = await parcelsOf(ctx, orderId)
    const asked = all.find(({ delivery }) => delivery === 'quote')
    const rest = all.find(({ delivery }) => delivery !== 'quote')
    await declineParcel(asGroup(ctx, asked?.group_id ?? ''), {
      parcelId: asked?.id ?? '',
      reason: 'cannot-ship',
      note: null,
    })
    const amountRupiah = (await paymentOf(ctx, orderId)).total_rupiah ?? 0
    await confirmTransfer(asStaff(ctx), { orderId, amountRupiah, note: null })
    const view = await viewOf(ctx, orderId)
    const titles = (id = '') => {
      const parcel = view.parcels.find((one) => one.id === id) as ParcelView
      return parcelSteps(view, parcel).map(({ title }) => title)
    }
    expect(titles(asked?.id)).toEqual(['Dipesan', 'Kelompok tidak bisa memenuhi'])
    expect(titles(rest?.id).slice(0, 3)).toEqual(['Dipesan', 'Ongkos kirim dipastikan', 'Dibayar'])
    // what follows from the decline stands after it
    expect(view.events.map(({ kind }) => kind)).toEqual(['placed', 'declined', 'priced', 'paid'])
  })
  test('says by when it can be collected for as long as it is being made', async ({ ctx }) => {
    await aReceivingAccount(ctx)
    const variantId = await aVariant(ctx)
    const { orderId } = await anOrder(ctx, { lines: [{ variantId }], paymentMethod: 'pickup' })
    const stepsOf = async () => {
      const view = await viewOf(ctx, orderId)
      return parcelSteps(view, view.parcels[0] as ParcelView).filter(({ state }) => state !== 'done')
    }
    const ready = { title: 'Siap diambil', state: 'ahead', when: expect.stringContaining('paling lambat') }
    expect(await stepsOf()).toMatchObject([
      { title: 'Pesanan ada di daftar kelompok' },
      ready,
      { state: 'ahead' },
    ])
    await moveParcel(ctx, orderId, 'accepted')
    expect(await stepsOf()).toMatchObject([
      { title: 'Sedang disiapkan kelompok', state: 'now' },
      ready,
      { title: 'Dibayar dan diambil', state: 'ahead' },
    ])
    await moveParcel(ctx, orderId, 'packed')
    expect(await stepsOf()).toMatchObject([{ title: 'Menunggu Anda ambil', state: 'now' }])
  })
  test('keeps in sight that it will be packed while it is made, whatever way it goes', async ({ ctx }) => {
    await aReceivingAccount(ctx)
    const { orderId } = await aPaidOrder(ctx, { lines: [{ variantId: await aVariant(ctx) }] })
    const stepsOf = async () => {
      const view = await viewOf(ctx, orderId)
      return parcelSteps(view, view.parcels[0] as ParcelView).map(({ title, state }) =>
        [title, state].join(': '),
      )
    }
    expect((await stepsOf()).slice(-3)).toEqual(['Dibungkus: ahead', 'Dikirim: ahead', 'Diterima: ahead'])
    await moveParcel(ctx, orderId, 'accepted')
    expect((await stepsOf()).slice(-4)).toEqual([
      'Sedang disiapkan kelompok: now',
      'Dibungkus: ahead',
      'Dikirim: ahead',
      'Diterima: ahead',
    ])
    await moveParcel(ctx, orderId, 'packed')
    expect(await stepsOf()).toContain('Dibungkus: done')
    expect(await stepsOf()).not.toContain('Sedang disiapkan kelompok: now')
  })
  test('nobody owes the total of an order that was called off, also where other money came', async ({
    ctx,
  }) => {
    await aReceivingAccount(ctx)
    const { orderId } = await anOrder(ctx, { lines: [{ variantId: await aVariant(ctx) }] })
    const came = { amountRupiah: 10_000, certainOfRupiah: 10_000, note: null }
    await confirmTransfer(asStaff(ctx), { orderId, ...came })
    const open = await viewOf(ctx, orderId)
    expect(open.wrongAmount?.amountRupiah).toBe(10_000)
    expect(owedWords(open, 'id')).toBeNull()
    // the rest of one that has expired may still come
    expect(owedWords({ ...open, paymentState: 'expired' }, 'id')).toBeNull()
    await cancelOrder(ctx, { orderId })
    const off = await viewOf(ctx, orderId)
    expect(off.wrongAmount?.amountRupiah).toBe(10_000)
    expect(owedWords(off, 'id')).toBe('Jumlah ini tidak perlu dibayar lagi.')
    expect(statusWords(off).title).toBe('Pesanan dibatalkan atas permintaan Anda')
    const atDesk = deskStatus({ ...off, hasItsTotal: false })
    expect(statusTone(atDesk, 1)).toBe(statusTone('refund-due'))
    expect(statusTone(atDesk, 0)).toBe('over')
    expect(statusTone('received', 1)).toBe(statusTone('refund-due'))
    expect(statusTone('received', 0)).toBe('good')
  })
  test('of an order that ended is what came and went back, or that nothing is charged where no money came', async ({
    ctx,
  }) => {
    await aReceivingAccount(ctx)
    const { orderId } = await anOrder(ctx, { lines: [{ variantId: await aVariant(ctx) }] })
    await cancelOrder(ctx, { orderId })
    const read = async () => statusWords(await viewOf(ctx, orderId))
    expect(await read()).toMatchObject({ note: 'Tidak ada yang ditagih.', more: undefined })
    const staff = asStaff(ctx)
    await recordTransfer(staff, { orderId, amountRupiah: 60_000, certainOfRupiah: 60_000, note: null })
    expect((await read()).note).toMatch(/^Uang Anda Rp60\.000 sudah dicatat/)
    const [task] = await listOpenTasks(staff)
    await returnWrongAmount(staff, { taskId: task?.id ?? '', amountRupiah: 60_000, reference: 'KW0124' })
    expect(await read()).toMatchObject({
      note: 'Uang Anda Rp60.000 yang masuk sudah dikirim kembali, nomor bukti KW0124.',
      more: undefined,
    })
  })
  test('tells of money that came after the end, after the end', async ({ ctx: base }) => {
    const ctx = await travel(base, '2026-11-23T03:00:00Z')
    await aReceivingAccount(ctx)
    const { orderId } = await anOrder(ctx, { lines: [{ variantId: await aVariant(ctx) }] })
    await cancelOrder(await travel(ctx, '2026-11-23T04:00:00Z'), { orderId })
    const late = asStaff(await travel(ctx, '2026-11-23T05:00:00Z'))
    const amountRupiah = (await paymentOf(late, orderId)).total_rupiah ?? 0
    expect(await recordTransfer(late, { orderId, amountRupiah, note: null })).toMatchObject({
      value: { outcome: 'refund-due' },
    })
    const view = await viewOf(ctx, orderId)
    const steps = parcelSteps(view, view.parcels[0] as ParcelView)
    expect(steps.map(({ title }) => title)).toEqual([
      'Dipesan',
      'Dibatalkan atas permintaan Anda',
      'Uangnya masuk',
    ])
  })
})
