import { describe, expect } from 'vitest'
import type { BuyerTemplate, GroupTemplate, NoticeData } from '#app/domain/notices/notice.ts'
import { notifyBuyer } from '#app/domain/notices/queue-notice.server.ts'
import { eraseOrder } from '#app/domain/orders/erase-order.server.ts'
import { checkOrderLink } from '#app/domain/orders/order-link.server.ts'
import {
  findOrderPage,
  type OrderPage,
  type OrderPageParcel,
} from '#app/domain/orders/order-page.queries.server.ts'
import type { Delivery, ParcelState, PaymentState } from '#app/domain/orders/order-status.ts'
import { type BuyerNotice, buyerLetter } from '#app/jobs/letters/buyer-letter.ts'
import { type GroupNotice, groupMessage } from '#app/jobs/letters/group-message.ts'
import { type Letter, letterHtml, letterText, messageText } from '#app/jobs/letters/letter.ts'
import { isOutrun } from '#app/jobs/letters/outrun.ts'
import { type Post, sendNotice } from '#app/jobs/send-notice.server.ts'
import type { Day } from '#app/lib/day.ts'
import { newId } from '#app/lib/ids.ts'
import type { Locale } from '#app/lib/locale.ts'
import { ok, refuse } from '#app/lib/result.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { MailLetter, MailRefusal } from '#app/ports/mail/mail.ts'
import type { TextMessage } from '#app/ports/messages/messages.ts'
import { aGroupPhone, aVariant } from '#tests/support/builders.ts'
import { anOrder, aPaidOrder, aReceivingAccount, parcelsOf } from '#tests/support/order-builders.ts'
import { test } from '#tests/support/test.ts'

const SECRET = 'a-secret-of-at-least-thirty-two-characters'
const ORIGIN = 'https://anyam.test'
const PLACE = {
  orderHref: `${ORIGIN}/pesanan/P-ABCDEF/buka/token`,
  site: 'anyam.test',
  libraryWhatsapp: null,
}

/** Takes letters and messages; answers as the test says. */
function aPost(ctx: Ctx, over: { refusal?: MailRefusal; hasGateway?: boolean } = {}) {
  const mails: MailLetter[] = []
  const texts: TextMessage[] = []
  const post: Post = {
    env: { origin: ORIGIN, secret: SECRET },
    db: ctx.db,
    log: ctx.log,
    mail: {
      close() {},
      async send(letter) {
        if (over.refusal) return refuse(over.refusal)
        mails.push(letter)
        return ok(null)
      },
    },
    messages:
      over.hasGateway === false
        ? null
        : {
            async send(message) {
              texts.push(message)
              return ok(null)
            },
          },
    keptLetters: [],
  }
  return { post, mails, texts }
}

async function aPage(ctx: Ctx, over: Partial<Parameters<typeof anOrder>[1]> = {}): Promise<OrderPage> {
  await aReceivingAccount(ctx)
  const { orderId } = await anOrder(ctx, { lines: [{ variantId: await aVariant(ctx) }], ...over })
  const page = await findOrderPage(ctx, orderId)
  if (!page) throw new Error('The order is not there')
  return page
}

const noticesOf = ({ db }: Ctx, orderId: string) =>
  db.selectFrom('notice').where('order_id', '=', orderId).orderBy('queued_at').selectAll().execute()

const tasksOf = ({ db }: Ctx, orderId: string) =>
  db.selectFrom('staff_task').where('order_id', '=', orderId).select(['kind', 'key']).execute()

function buyerNotice<T extends BuyerTemplate>(
  template: T,
  data: NoticeData[T],
  locale: Locale = 'id',
): BuyerNotice {
  return {
    id: 'order:1:x:v1',
    orderId: '1',
    channel: 'mail',
    recipient: 'rini@example.com',
    queuedAt: new Date(0),
    sentAt: null,
    locale,
    template,
    data,
  } as BuyerNotice
}

/** Every piece of news a buyer can get, with the least it needs. */
function everyBuyerNotice(parcelId: string, locale: Locale): BuyerNotice[] {
  const data: { [T in BuyerTemplate]: NoticeData[T] } = {
    'order-placed': {},
    'order-priced': {},
    'price-corrected': { totalBeforeRupiah: 299_876 },
    'proof-sent': {},
    'proof-refused': { reason: 'Fotonya gelap.' },
    'wrong-amount': { amountRupiah: 305_000 },
    'payment-processing': {},
    'payment-failed': {},
    'order-paid': {},
    'order-expired': {},
    'order-cancelled': {},
    'order-refund-due': { amountRupiah: 305_123 },
    'refund-sent': { amountRupiah: 305_123, reference: 'TRX-9' },
    'refund-failed': { amountRupiah: 305_123 },
    'parcel-accepted': { parcelId },
    'parcel-packed': { parcelId },
    'parcel-unpacked': { parcelId },
    'parcel-undispatched': { parcelId },
    'parcel-dispatched': { parcelId },
    'parcel-corrected': { parcelId },
    'parcel-received': { parcelId },
    'parcel-declined': { parcelId, refundRupiah: 305_000 },
    'parcel-reported': { parcelId },
    'parcel-kept': { parcelId },
    'parcel-refunded': { parcelId, refundRupiah: 305_000 },
  }
  return (Object.keys(data) as BuyerTemplate[]).map((template) =>
    buyerNotice(template, data[template], locale),
  )
}

const withoutPhones = ({ parcels }: OrderPage) => parcels.map((parcel) => ({ ...parcel, groupPhone: null }))

/** How many words in a row two sentences have in common at the most; the group's name and the code count. */
function sharedWords(one: string, other: string): number {
  const words = (text: string) => text.toLowerCase().match(/[\p{L}\d-]+/gu) ?? []
  const [mine, theirs] = [words(one), ` ${words(other).join(' ')} `]
  const runs = mine.flatMap((_, from) =>
    mine.slice(from).map((_, length) => mine.slice(from, from + length + 1)),
  )
  return Math.max(0, ...runs.filter((run) => theirs.includes(` ${run.join(' ')} `)).map((run) => run.length))
}

const BY_COURIER = { delivery: 'courier', dispatchWay: 'courier' } as const
const BY_THE_GROUP = { dispatchWay: 'local', dispatchCarrier: null, trackingNumber: null } as const

describe('letters to buyers', () => {
  test('each names the code, gives the link and keeps address and phone to itself', async ({ ctx }) => {
    const order = await aPage(ctx)
    const parcelId = order.parcels[0]?.id ?? ''
    for (const locale of ['id', 'en'] as const) {
      for (const notice of everyBuyerNotice(parcelId, locale)) {
        const letter = buyerLetter(notice, order, PLACE)
        const text = letterText(letter)
        expect(letter.subject, notice.template).toContain(order.code)
        expect(letter.subject.length, notice.template).toBeLessThan(90)
        expect(text).toContain(PLACE.orderHref)
        expect(text).not.toMatch(/Tanjungpura|Sutera|\+62812|undefined|null/)
        expect(letterHtml(letter, locale)).toContain(`lang="${locale}"`)
        expect(messageText(letter)).toContain(PLACE.orderHref)
      }
    }
  })

  test('a text message is whole sentences, and its first line says none of the subject again', async ({
    ctx,
  }) => {
    const order = await aPage(ctx)
    const parcelId = order.parcels[0]?.id ?? ''
    const dispatchedAt = '2026-11-22T03:00:00Z'
    const parcels = order.parcels.map((parcel) => ({ ...parcel, dispatchedAt }))
    for (const locale of ['id', 'en'] as const) {
      for (const notice of everyBuyerNotice(parcelId, locale)) {
        for (const delivery of ['courier', 'pickup-group', 'pickup-library'] as const) {
          const page = { ...order, parcels: parcels.map((parcel) => ({ ...parcel, delivery })) }
          const letter = buyerLetter(notice, page, PLACE)
          const text = messageText(letter)
          expect(text, notice.template).not.toMatch(/[?!.][.]|[^.?!] https:/)
          expect(text.length, text).toBeLessThan(480)
          const first = letter.lines[0] ?? ''
          expect(sharedWords(letter.subject, first), `${letter.subject} | ${first}`).toBeLessThan(4)
        }
      }
    }
  })

  test('a sample order says in every letter, and on a telephone, that nobody should send money', async ({
    ctx,
  }) => {
    const order = await aPage(ctx)
    const parcelId = order.parcels[0]?.id ?? ''
    for (const notice of everyBuyerNotice(parcelId, 'id')) {
      const [sample, real] = [true, false].map((isDemo) => buyerLetter(notice, { ...order, isDemo }, PLACE))
      for (const write of [messageText, letterText, (letter: Letter) => letterHtml(letter, 'id')]) {
        expect(write(sample as Letter), notice.template).toContain('Jangan mengirim uang')
        expect(write(real as Letter), notice.template).not.toContain('Jangan mengirim uang')
      }
    }
  })

  test('a refund says how much and which way it comes, in a text message too', async ({ ctx }) => {
    const order = await aPage(ctx)
    const parcelId = order.parcels[0]?.id ?? ''
    const refunded = everyBuyerNotice(parcelId, 'id').filter(
      ({ template, data }) => 'refundRupiah' in data || /refund/.test(template),
    )
    expect(refunded).toHaveLength(5)
    for (const notice of refunded) {
      const text = messageText(buyerLetter(notice, order, PLACE))
      expect(text, notice.template).toMatch(/Rp305\.(000|123)/)
      if (notice.template !== 'refund-sent') expect(text, notice.template).toContain('rekening tujuannya')
    }
    const mistyped = { amountRupiah: 305_123, reference: 'TRX-1', isCorrection: true }
    const mended = buyerLetter(buyerNotice('refund-sent', mistyped), order, PLACE)
    expect(messageText(mended)).toMatch(/diperbaiki.*TRX-1, untuk Rp305\.123 yang sudah kami kirim/s)
    const excess = buyerNotice('refund-sent', { ...mistyped, isCorrection: false, isExcess: true })
    expect(messageText(buyerLetter(excess, order, PLACE))).toContain('Itu kelebihan dari yang Anda transfer.')
    const toCard = buyerNotice('refund-sent', { amountRupiah: 305_123, reference: null })
    expect(messageText(buyerLetter(toCard, order, PLACE))).toContain('Rp305.123, ke kartu')
  })

  test('a refund of one of several parcels says whose', async ({ ctx }) => {
    const textOf = async (variants: number) => {
      const lines = await Promise.all(
        Array.from({ length: variants }, async () => ({ variantId: await aVariant(ctx) })),
      )
      const page = await aPage(ctx, { lines })
      const [parcel] = page.parcels
      const data = { amountRupiah: 305_123, reference: 'TRX-9', parcelId: parcel?.id ?? '' }
      const texts = [
        buyerNotice('refund-sent', data),
        buyerNotice('refund-sent', { ...data, isCorrection: true }),
        buyerNotice('refund-failed', { amountRupiah: data.amountRupiah, parcelId: data.parcelId }),
      ].map((notice) => messageText(buyerLetter(notice, page, PLACE)))
      return { texts, parcel }
    }
    const { texts, parcel } = await textOf(2)
    for (const text of texts)
      expect(text).toContain(`. Uang kembali ini untuk paket dari ${parcel?.groupName}.`)
    for (const text of (await textOf(1)).texts) expect(text).not.toContain('untuk paket dari')
  })

  test('money for an order that was called off goes back for that, not for pieces that are gone', async ({
    ctx,
  }) => {
    const page = await aPage(ctx)
    const textOf = (reason: OrderPage['refunds'][number]['reason'], locale: Locale) => {
      const order = {
        ...page,
        paymentState: 'refund-due' as const,
        refunds: [{ reason }] as OrderPage['refunds'],
      }
      const due = buyerNotice('order-refund-due', { amountRupiah: 305_123 }, locale)
      return messageText(buyerLetter(due, order, PLACE))
    }
    expect(textOf('paid-after-cancel', 'id')).toMatch(/sudah dibatalkan, jadi semua .* Rp305\.123/)
    expect(textOf('paid-after-cancel', 'en')).toMatch(/had been cancelled, so .* IDR.305,123/)
    expect(textOf('paid-after-cancel', 'id')).not.toContain('tidak bisa lagi diberikan')
    expect(textOf('paid-after-expiry', 'id')).toContain('barangnya tidak bisa lagi diberikan')
  })

  test('that a receipt is looked at is not told once staff have answered it', async ({ ctx }) => {
    const page = { ...(await aPage(ctx)), paymentState: 'cancelled' as const }
    const notice = buyerNotice('proof-sent', {})
    expect(isOutrun(notice, page)).toBe(false)
    const paidAt = new Date()
    expect(isOutrun(notice, { ...page, paymentState: 'refund-due', paidAt })).toBe(true)
    expect(isOutrun(notice, { ...page, paymentState: 'paid', paidAt })).toBe(true)
    expect(isOutrun(notice, { ...page, proofRefusedReason: 'Fotonya gelap' })).toBe(true)
  })

  test('money that did not arrive is told by the way it was paid: no card where none was used', async ({
    ctx,
  }) => {
    const page = await aPage(ctx)
    const textOf = (
      method: OrderPage['method'],
      sentFrom: OrderPage['refunds'][number]['sentFrom'] = null,
      isUnclear = false,
    ) => {
      const refunds = [{ state: 'failed', parcelId: null, sentFrom, isUnclear }] as OrderPage['refunds']
      const notice = buyerNotice('refund-failed', { amountRupiah: 305_123 })
      return messageText(buyerLetter(notice, { ...page, method, refunds }, PLACE))
    }
    expect(textOf('transfer')).toMatch(/transfernya tidak masuk.*rekening tujuannya/)
    expect(textOf('transfer')).not.toMatch(/kartu/i)
    expect(textOf('pickup')).toMatch(/tidak sampai.*tunai di perpustakaan/)
    expect(textOf('card')).toMatch(/kartu atau banknya/)
    // it had gone another way than it came
    expect(textOf('transfer', 'cash')).toMatch(/uangnya tidak sampai kepada Anda/)
    expect(textOf('pickup', 'bank')).toMatch(/transfernya tidak masuk/)
    expect(textOf('card', 'bank')).toMatch(/transfernya tidak masuk/)
    // it may have gone back already: no card refused it, and no account is asked for yet
    expect(textOf('card', null, true)).toMatch(/periksa dulu.*apakah Rp305\.123 sudah kembali ke kartu/)
    expect(textOf('card', null, true)).not.toMatch(/tidak menerima|rekening tujuan|jalan lain/)
  })

  test('money of a disputed payment is not promised beside what the bank takes', async ({ ctx }) => {
    const page = await aPage(ctx)
    const parcelId = page.parcels[0]?.id ?? ''
    const textOf = (kinds: readonly OrderPage['events'][number]['kind'][]) => {
      const events = kinds.map((kind) => ({ kind })) as OrderPage['events']
      const order = { ...page, method: 'card' as const, paymentState: 'refund-due' as const, events }
      return (['parcel-declined', 'parcel-refunded'] as const).map((template) =>
        messageText(buyerLetter(buyerNotice(template, { parcelId, refundRupiah: 305_000 }), order, PLACE)),
      )
    }
    const open = textOf(['paid', 'disputed'])
    const lost = textOf(['disputed', 'dispute-lost'])
    for (const text of open)
      expect(text).toMatch(/disanggah lewat bank.*atau dari kami kalau sanggahannya ditolak/)
    for (const text of lost) expect(text).toMatch(/Bank Anda sudah menarik kembali.*kalau belum termasuk/)
    for (const text of [...open, ...lost]) {
      expect(text).toContain('Rp305.000, kembali kepada Anda satu kali')
      expect(text).not.toMatch(/dikembalikan penuh|beberapa hari kerja/)
    }
    for (const text of textOf(['disputed', 'dispute-won'])) expect(text).not.toContain('disanggah')
  })

  test('that a refund failed is not told once that parcel’s money was sent, whatever became of another’s', async ({
    ctx,
  }) => {
    const page = await aPage(ctx)
    const refunds = [
      { state: 'sent', parcelId: 'a' },
      { state: 'failed', parcelId: 'b' },
    ] as OrderPage['refunds']
    const isLate = (parcelId: string) =>
      isOutrun(buyerNotice('refund-failed', { amountRupiah: 45_000, parcelId }), { ...page, refunds })
    expect(isLate('a')).toBe(true)
    expect(isLate('b')).toBe(false)
  })

  test('money that the buyer’s bank took back is not said to be sent by us', async ({ ctx }) => {
    const page = { ...(await aPage(ctx)), method: 'card' as const }
    const data = { amountRupiah: 305_000, reference: null, isByBank: true }
    const textOf = (locale: Locale) =>
      messageText(buyerLetter(buyerNotice('refund-sent', data, locale), page, PLACE))
    expect(textOf('id')).toMatch(/lewat bank Anda.*Rp305\.000, ditarik kembali oleh bank Anda/)
    expect(textOf('id')).not.toContain('dikirim')
    expect(textOf('en')).toMatch(/taken back by your bank/)
  })

  test('how a report was settled is told in the words that staff wrote down', async ({ ctx }) => {
    const page = await aPage(ctx)
    const agreed = { problemAgreed: 'Sandal baru dikirim besok' }
    const order = { ...page, parcels: page.parcels.map((parcel) => ({ ...parcel, ...agreed })) }
    const parcelId = order.parcels[0]?.id ?? ''
    const kept = messageText(buyerLetter(buyerNotice('parcel-kept', { parcelId }), order, PLACE))
    expect(kept).toContain('Yang disepakati: “Sandal baru dikirim besok.” Pembelian Anda')
    const times = { problemAt: '2026-11-20T03:00:00Z', problemSettledAt: '2026-11-21T03:00:00Z' }
    const receivedOn = (receivedAt: string, receivedBy: 'buyer' | 'staff' = 'staff') => {
      const received = { ...times, state: 'received' as const, receivedAt, receivedBy }
      const parcels = order.parcels.map((parcel) => ({ ...parcel, ...received }))
      return messageText(buyerLetter(buyerNotice('parcel-kept', { parcelId }), { ...order, parcels }, PLACE))
    }
    expect(receivedOn('2026-11-21T03:00:00Z')).toContain('Paketnya kami catat sudah Anda terima')
    expect(receivedOn('2026-11-20T05:00:00Z', 'buyer')).not.toContain('kami catat')
    expect(receivedOn('2026-11-19T03:00:00Z')).not.toContain('kami catat')
    const back = buyerNotice('parcel-refunded', { parcelId, refundRupiah: 305_000 })
    expect(messageText(buyerLetter(back, order, PLACE))).toContain('“Sandal baru dikirim besok.”')
  })

  test('a report has come in: who looks into it, where to follow it, and whom to ask', async ({ ctx }) => {
    const page = await aPage(ctx)
    const [parcel] = page.parcels
    if (!parcel) throw new Error('The order has no parcel')
    for (const [locale, words] of [
      ['id', ['Petugas perpustakaan memeriksa', 'halaman pesanan']],
      ['en', ['Staff of the library', 'on the order page']],
    ] as const) {
      const notice = buyerNotice('parcel-reported', { parcelId: parcel.id }, locale)
      const letter = buyerLetter(notice, page, { ...PLACE, libraryWhatsapp: '+6281350000000' })
      for (const word of words) expect(letterText(letter)).toContain(word)
      expect(letter.lines[0]).toContain(parcel.groupName)
      // staff settle it, not the group
      expect(letter.asks.map(({ href }) => href.replace(/\?.*/, ''))).toEqual(['https://wa.me/6281350000000'])
      const problemAt = '2026-11-20T03:00:00Z'
      const reported = { ...page, parcels: [{ ...parcel, problemAt }] }
      expect(isOutrun(notice, reported)).toBe(false)
      const settled = { ...page, parcels: [{ ...parcel, problemAt, problemSettledAt: problemAt }] }
      expect(isOutrun(notice, settled)).toBe(true)
    }
  })

  test('a parcel that will not come says what becomes of its money', async ({ ctx }) => {
    const order = await aPage(ctx, {
      lines: [{ variantId: await aVariant(ctx) }, { variantId: await aVariant(ctx) }],
    })
    const textOf = (page: OrderPage, refundRupiah: number) => {
      const data = { parcelId: page.parcels[0]?.id ?? '', refundRupiah }
      return messageText(buyerLetter(buyerNotice('parcel-declined', data), page, PLACE))
    }
    expect(textOf(order, 305_000)).toContain('Rp305.000, dikembalikan penuh, termasuk ongkos kirimnya.')
    const free = { ...order, parcels: order.parcels.map((parcel) => ({ ...parcel, shippingRupiah: 0 })) }
    expect(textOf(free, 285_000)).toMatch(/Rp285\.000, dikembalikan penuh\. /)
    const left = { ...order, totalRupiah: 305_123 }
    expect(textOf(left, 0)).toContain(
      'Tidak ada yang ditagih untuk paket ini. Total pesanan Anda sekarang Rp305.123.',
    )
    expect(textOf({ ...left, paymentState: 'paid' }, 0)).not.toContain('sekarang')
    const none = left.parcels.map((parcel) => ({ ...parcel, state: 'declined' as const }))
    expect(textOf({ ...left, parcels: none }, 0)).not.toContain('sekarang')
    const asked = order.parcels.map((parcel) => ({ ...parcel, declineReason: 'buyer-asked' as const }))
    const called = textOf({ ...order, parcels: asked }, 305_000)
    expect(called).toContain(
      'Seperti yang Anda minta, paketnya dibatalkan. Uang Anda untuk paket ini, Rp305.000',
    )
    expect(called).not.toMatch(/tidak bisa memenuhi|halangan|Maaf/)
  })

  test('whoever was to wait for all parcels hears that the rest can be collected once the last is called off', async ({
    ctx,
  }) => {
    const order = await aPage(ctx, {
      lines: [{ variantId: await aVariant(ctx) }, { variantId: await aVariant(ctx) }],
      parcel: { delivery: 'pickup-library', carrier: null, shippingRupiah: 0 },
    })
    const [gone, other] = order.parcels
    const textsOf = (over: { state: ParcelState; delivery?: Delivery }, locale: Locale = 'id') => {
      const parcels = order.parcels.map((parcel) => ({
        ...parcel,
        ...(parcel.id === gone?.id ? { state: 'declined' as const } : over),
      }))
      const data = { parcelId: gone?.id ?? '', refundRupiah: 0 }
      const letter = buyerLetter(buyerNotice('parcel-declined', data, locale), { ...order, parcels }, PLACE)
      return [messageText(letter), letterText(letter)]
    }
    const name = other?.groupName ?? ''
    for (const text of textsOf({ state: 'packed' })) {
      expect(text).toContain(`Paket dari ${name} sudah bisa diambil sekarang di perpustakaan. Sebutkan kode`)
      expect(text).not.toContain('jalan terus')
    }
    for (const text of textsOf({ state: 'packed' }, 'en'))
      expect(text).toContain(`What comes from ${name} can be collected at the library now.`)
    for (const over of [
      { state: 'accepted' },
      { state: 'packed', delivery: 'courier' },
      { state: 'received' },
    ] as const)
      for (const text of textsOf(over)) expect(text).not.toContain('diambil sekarang')
    expect(textsOf({ state: 'accepted' })[1]).toContain('jalan terus')
    const last = 'tidak ada lagi paket lain di pesanan ini'
    expect(textsOf({ state: 'received' })[1]).not.toMatch(new RegExp(`jalan terus|${last}`))
    for (const state of ['declined', 'returned'] as const) expect(textsOf({ state })[1]).toContain(last)
  })

  test('who waits at the library for one parcel less may come, whatever goes on elsewhere', async ({
    ctx,
  }) => {
    const order = await aPage(ctx, {
      lines: await Promise.all([1, 2, 3, 4].map(async () => ({ variantId: await aVariant(ctx) }))),
      parcel: { delivery: 'pickup-library', carrier: null, shippingRupiah: 0 },
    })
    const [gone, there, sent, other] = order.parcels
    const textOf = (otherIs: Pick<OrderPageParcel, 'state' | 'delivery'>) => {
      const over: Record<string, Partial<OrderPageParcel>> = {
        [gone?.id ?? '']: { state: 'declined' },
        [there?.id ?? '']: { state: 'packed' },
        [sent?.id ?? '']: { state: 'packed', delivery: 'courier' },
        [other?.id ?? '']: otherIs,
      }
      const parcels = order.parcels.map((parcel) => ({ ...parcel, ...over[parcel.id] }))
      const notice = buyerNotice('parcel-declined', { parcelId: gone?.id ?? '', refundRupiah: 0 })
      return letterText(buyerLetter(notice, { ...order, parcels }, PLACE))
    }
    for (const state of ['open', 'packed', 'dispatched'] as const)
      expect(textOf({ state, delivery: 'pickup-group' })).toMatch(
        new RegExp(
          `Paket dari ${there?.groupName} sudah bisa diambil sekarang di perpustakaan.*lain jalan terus`,
          's',
        ),
      )
    const both = `Paket dari ${there?.groupName} dan ${other?.groupName} sudah bisa diambil`
    expect(textOf({ state: 'packed', delivery: 'pickup-library' })).toContain(both)
    // another one is still awaited there
    expect(textOf({ state: 'accepted', delivery: 'pickup-library' })).not.toContain('sudah bisa diambil')
  })

  test('a photo that cannot be read or an amount that is not exact says what to do next', async ({ ctx }) => {
    const page = { ...(await aPage(ctx)), expiresAt: new Date('2026-11-27T05:00:00Z') }
    const refused = (reason: string) =>
      messageText(buyerLetter(buyerNotice('proof-refused', { reason }), page, PLACE))
    expect(refused('Fotonya gelap')).toMatch(
      /Fotonya gelap\. Sudah transfer\? .*lebih jelas di halaman pesanan, paling lambat Jumat\s27 November, 12\.00/,
    )
    expect(refused('Ini foto apa?')).toContain('foto apa? Sudah')
    const wrongAmount = { amountRupiah: 300_000, expectedRupiah: 305_123, hasBounced: false }
    const notice = buyerNotice('wrong-amount', { amountRupiah: 300_000 })
    expect(messageText(buyerLetter(notice, { ...page, wrongAmount }, PLACE))).toMatch(
      /kurang Rp5\.123 .*Jangan transfer semuanya lagi\. Petugas menghubungi Anda.* Pesanan ini disimpan sampai Jumat\s27 November, 12\.00/,
    )
    const excess = buyerLetter(
      notice,
      { ...page, wrongAmount: { ...wrongAmount, amountRupiah: 306_000 } },
      PLACE,
    )
    expect(excess.subject).toContain('masuk, lebih dari jumlahnya')
    expect(messageText(excess)).toMatch(/Perpustakaan mengembalikan kelebihannya/)
    const mended = buyerNotice('wrong-amount', { amountRupiah: 300_000, slipRupiah: 301_000 })
    expect(messageText(buyerLetter(mended, { ...page, wrongAmount }, PLACE))).toMatch(
      /salah mencatat Rp301\.000\. Ini yang benar\. Masuk Rp300\.000, kurang Rp5\.123/,
    )
  })

  test('money of another amount goes back once the order is called off, and the letters say only that', async ({
    ctx,
  }) => {
    const wrongAmount = { amountRupiah: 300_000, expectedRupiah: 305_123, hasBounced: false }
    const page = { ...(await aPage(ctx)), wrongAmount, paymentState: 'cancelled' as const }
    const textOf = (notice: BuyerNotice, order: OrderPage) =>
      `${buyerLetter(notice, order, PLACE).subject} ${letterText(buyerLetter(notice, order, PLACE))}`
    for (const notice of [
      buyerNotice('wrong-amount', { amountRupiah: 300_000 }),
      buyerNotice('order-cancelled', {}),
    ]) {
      expect(textOf(notice, page)).toContain('Rp300.000 sudah dicatat dan tidak hilang. Petugas menghubungi')
      expect(textOf(notice, page)).not.toMatch(/belum pas|begitu jumlahnya|ditagih|Kirim buktinya/)
    }
    const expired = textOf(buyerNotice('order-expired', {}), { ...page, paymentState: 'expired' })
    expect(expired).toMatch(/kurang Rp5\.123/)
    expect(expired).not.toMatch(/ditagih|Kirim buktinya|Pesan lagi/)
  })

  test('money noted by mistake is told not to be there, and what to do about it', async ({ ctx }) => {
    const page = { ...(await aPage(ctx)), wrongAmount: null }
    const notice = buyerNotice('wrong-amount', { amountRupiah: 0, slipRupiah: 300_000 })
    const textOf = (paymentState: PaymentState) =>
      messageText(buyerLetter(notice, { ...page, paymentState }, PLACE))
    expect(textOf('awaiting')).toMatch(/salah mencatat Rp300\.000.*tidak ada di rekening.*dibayar sampai/)
    expect(textOf('expired')).toMatch(/tidak ada di rekening.*Terlanjur transfer/)
    expect(textOf('proof-sent')).toMatch(/tidak ada di rekening.*sedang diperiksa.*tidak batal/)
    expect(textOf('proof-sent')).not.toMatch(/transfer\?/)
    expect(isOutrun(notice, { ...page, paymentState: 'expired' })).toBe(false)
    expect(isOutrun(notice, { ...page, paidAt: new Date() })).toBe(true)
    const noted = buyerNotice('wrong-amount', { amountRupiah: 300_000 })
    expect(isOutrun(noted, page)).toBe(true)
    // the letter of the payment does not say that there was a slip
    const exact = buyerNotice('wrong-amount', { amountRupiah: 75_000, slipRupiah: 750_000, isExact: true })
    const paid = { ...page, paymentState: 'paid' as const, paidAt: new Date() }
    expect(isOutrun(exact, paid)).toBe(false)
    expect(messageText(buyerLetter(exact, paid, PLACE))).toMatch(
      /salah mencatat Rp750\.000\. Ini yang benar\. Masuk Rp75\.000, pas dengan jumlah/,
    )
  })

  test('money that comes beside what paid the order goes back, and the letters ask for nothing', async ({
    ctx,
  }) => {
    const [paidAt, queuedAt] = [new Date('2026-11-22T03:00:00Z'), new Date('2026-11-23T03:00:00Z')]
    const paid = { ...(await aPage(ctx)), paymentState: 'paid' as const, paidAt }
    const open = {
      ...paid,
      wrongAmount: { amountRupiah: 305_123, expectedRupiah: 305_123, hasBounced: false },
    }
    const textOf = (notice: BuyerNotice, order: OrderPage) =>
      `${buyerLetter(notice, order, PLACE).subject} ${letterText(buyerLetter(notice, order, PLACE))}`
    const noted = { ...buyerNotice('wrong-amount', { amountRupiah: 305_123 }), queuedAt }
    expect(textOf(noted, open)).toMatch(/masuk lagi.*Rp305\.123 masuk lagi.*mengembalikannya/s)
    expect(textOf(noted, open)).not.toMatch(/kurang|lebih dari|transfer semuanya|belum pas/)
    expect(isOutrun(noted, open)).toBe(false)
    const nothing = buyerNotice('wrong-amount', { amountRupiah: 0, slipRupiah: 305_123 })
    const slip = { ...nothing, queuedAt }
    expect(textOf(slip, paid)).toMatch(/salah mencatat Rp305\.123.*Pesanan Anda tidak berubah/s)
    expect(textOf(slip, paid)).not.toMatch(/dibayar sampai|Terlanjur/)
    expect(isOutrun(slip, paid)).toBe(false)
    const bounced = buyerNotice('refund-failed', { amountRupiah: 305_123, isOtherAmount: true })
    expect(isOutrun(bounced, open)).toBe(false)
    expect(isOutrun(bounced, paid)).toBe(true)
  })

  test('whose photo is refused while other money is noted is not asked for the whole sum again', async ({
    ctx,
  }) => {
    const paymentState = 'awaiting' as const
    const wrongAmount = { amountRupiah: 20_000, expectedRupiah: 305_123, hasBounced: false }
    const page = { ...(await aPage(ctx)), paymentState, wrongAmount }
    const text = letterText(buyerLetter(buyerNotice('proof-refused', { reason: 'Batal' }), page, PLACE))
    expect(text).toMatch(/Rp20\.000/)
    expect(text).toContain('Jangan transfer semuanya lagi')
    expect(text).not.toMatch(/belum transfer|persis/)
  })

  test('of a photo that came late its answer names no deadline', async ({ ctx }) => {
    const page = { ...(await aPage(ctx)), paymentState: 'expired' as const, proofRefusedReason: 'x' }
    const notice = buyerNotice('proof-refused', { reason: 'Uangnya tidak ada di mutasi' })
    expect(messageText(buyerLetter(notice, page, PLACE))).toMatch(
      /belum ditemukan.*tidak ada di mutasi\. Kalau menurut bank Anda.*hubungi kami/s,
    )
    expect(isOutrun(notice, page)).toBe(false)
    expect(isOutrun(notice, { ...page, paidAt: new Date() })).toBe(true)
    expect(isOutrun(notice, { ...page, proofRefusedReason: null })).toBe(true)
  })

  test('what is paid for when it is collected says where and until when from the start', async ({ ctx }) => {
    const page = await aPage(ctx, {
      paymentMethod: 'pickup',
      parcel: { delivery: 'pickup-library', carrier: null, shippingRupiah: 0 },
    })
    const order = { ...page, expiresAt: new Date('2026-12-05T17:00:00Z') }
    const letter = buyerLetter(buyerNotice('order-placed', {}), order, PLACE)
    expect(messageText(letter)).toMatch(/perpustakaan di Sukadana .*paling lambat Sabtu\s5\sDesember\./)
    expect(letterText(letter)).toContain('Ambil paling lambat: Sabtu 5\u00a0Desember')
  })

  test('a parcel that has left says with whom, under which number and when it should come', async ({
    ctx,
  }) => {
    const page = await aPage(ctx)
    const textOf = (over: Partial<OrderPage['parcels'][number]>, locale: Locale = 'id') => {
      const sent = {
        state: 'dispatched' as const,
        dispatchedAt: '2026-11-22T03:00:00Z',
        ...BY_COURIER,
        ...over,
      }
      const parcels = page.parcels.map((parcel) => ({ ...parcel, ...sent }))
      const notice = buyerNotice('parcel-dispatched', { parcelId: parcels[0]?.id ?? '' }, locale)
      return messageText(buyerLetter(notice, { ...page, parcels }, PLACE))
    }
    const byPost = { dispatchCarrier: 'J&T', trackingNumber: 'JP77', daysMin: 3, daysMax: 5 }
    expect(textOf(byPost)).toMatch(/22 November lewat J&T, nomor resi JP77\. Perkiraan tiba 25–27 November/)
    expect(textOf(byPost, 'en')).toContain('to J&T, tracking number JP77. Expected to arrive 25–27 November')
    const byBoat = { dispatchCarrier: 'KM Cahaya', trackingNumber: null, daysMax: null }
    expect(textOf(byBoat)).toMatch(/lewat KM Cahaya, tanpa nomor resi\. Sudah sampai\?/)
    // a name alone does not tell a reader of English that it is a boat
    expect(textOf({ ...byBoat, dispatchWay: 'boat' }, 'en')).toContain(
      'to KM Cahaya (boat), without a tracking',
    )
    const brought = { ...byPost, dispatchWay: 'local', dispatchCarrier: null, trackingNumber: null } as const
    expect(textOf(brought)).toContain('sudah berangkat')
    expect(textOf(brought)).toContain('diantar sendiri oleh kelompoknya')
    // the days were the courier's
    expect(textOf(brought)).not.toContain('Perkiraan tiba')
    expect(textOf({ ...byPost, dispatchWay: 'boat' })).not.toContain('Perkiraan tiba')
  })

  test('what to press and when it counts as received without that are said, but not while a report keeps it waiting', async ({
    ctx,
  }) => {
    const page = await aPage(ctx)
    const sent = {
      ...BY_COURIER,
      state: 'dispatched',
      dispatchedAt: '2026-11-22T03:00:00Z',
      daysMax: 5,
    } as const
    const lettersOf = (over: Partial<OrderPage['parcels'][number]>) => {
      const parcels = page.parcels.map((parcel) => ({ ...parcel, ...sent, ...over }))
      const notice = buyerNotice('parcel-dispatched', { parcelId: parcels[0]?.id ?? '' })
      const letter = buyerLetter(notice, { ...page, parcels }, PLACE)
      return [messageText(letter), letterText(letter)]
    }
    for (const delivery of ['courier', 'pickup-group'] as const) {
      for (const words of lettersOf({ delivery })) {
        expect(words).toMatch(/ekan “Sudah saya (terima|ambil)”/)
        expect(words).toMatch(/kami catat diterima Minggu\s6\sDesember/)
      }
      const reported = { delivery, problemAt: '2026-11-21T03:00:00Z' }
      const over = [reported, { delivery, state: 'received' as const }]
      for (const words of over.flatMap(lettersOf)) expect(words).not.toContain('kami catat diterima')
      const settled = { ...reported, problemSettledAt: '2026-11-21T09:00:00Z' }
      for (const words of lettersOf(settled)) expect(words).toContain('kami catat diterima')
    }
  })

  test('each offers to ask by WhatsApp: the group about its parcel, the library about the order or a report', async ({
    ctx,
  }) => {
    const order = await aPage(ctx)
    await aGroupPhone(ctx, order.parcels[0]?.groupId ?? '', '+6281250000001')
    const reachable = (await findOrderPage(ctx, order.id)) as OrderPage
    const asked = (number: string) => `https://wa.me/${number}?text=`
    const library = { ...PLACE, libraryWhatsapp: '+6281260000002' }
    for (const notice of everyBuyerNotice(order.parcels[0]?.id ?? '', 'id')) {
      const isGroups = /^parcel-(?!reported|kept|refunded)/.test(notice.template)
      const letter = buyerLetter(notice, reachable, library)
      const expected = asked(isGroups ? '6281250000001' : '6281260000002')
      expect(letterText(letter), notice.template).toContain(expected)
      expect(letterHtml(letter, 'id'), notice.template).toContain(expected)
      expect(decodeURIComponent(letter.asks[0]?.href ?? ''), notice.template).toContain(order.code)
      expect(letterText(buyerLetter(notice, reachable, PLACE))).toContain(asked('6281250000001'))
      expect(buyerLetter(notice, { ...reachable, parcels: withoutPhones(reachable) }, PLACE).asks).toEqual([])
    }
  })

  test('the two languages do not share a sentence', async ({ ctx }) => {
    const order = await aPage(ctx)
    const parcelId = order.parcels[0]?.id ?? ''
    const english = everyBuyerNotice(parcelId, 'en')
    everyBuyerNotice(parcelId, 'id').forEach((notice, place) => {
      const other = english[place] as BuyerNotice
      const lines = buyerLetter(notice, order, PLACE).lines
      expect(buyerLetter(other, order, PLACE).lines).not.toEqual(lines)
    })
  })

  test('a transfer says the exact amount, the account and the deadline', async ({ ctx }) => {
    const order = await aPage(ctx)
    const letter = buyerLetter(buyerNotice('order-placed', {}), order, PLACE)
    const facts = Object.fromEntries(letter.facts.map(({ label, value }) => [label, value]))
    expect(facts['Jumlah transfer, persis']).toBe(`Rp305.${String(order.uniqueCodeRupiah).padStart(3, '0')}`)
    expect(facts['Rekening tujuan']).toBe('Bank Kalbar 1234567890 a.n. Dinas Perpustakaan')
    expect(facts['Bayar paling lambat']).toMatch(/^[A-Z][a-z]+ \d+\u00a0[A-Z][a-z]+, \d\d\.\d\d\u00a0WIB$/)
  })

  test('says what was ordered, and the parts add up to what is to be paid', async ({ ctx }) => {
    const order = await aPage(ctx)
    for (const locale of ['id', 'en'] as const) {
      const { facts } = buyerLetter(buyerNotice('order-placed', {}, locale), order, PLACE)
      const amounts = facts.flatMap(({ value }) => /^(?:Rp|IDR\s)([\d.,]+)$/.exec(value)?.[1] ?? [])
      const rupiah = amounts.map((text) => Number(text.replace(/\D/g, '')))
      expect(rupiah).toHaveLength(4)
      expect(rupiah.slice(0, 3).reduce((total, part) => total + part, 0)).toBe(rupiah[3])
      expect(facts[1]?.value).toMatch(/^1 × /)
    }
  })

  test('a letter that waited until the order was paid no longer asks for money', async ({ ctx }) => {
    await aReceivingAccount(ctx)
    const { orderId } = await aPaidOrder(ctx, { lines: [{ variantId: await aVariant(ctx) }] })
    const order = (await findOrderPage(ctx, orderId)) as OrderPage
    const text = letterText(buyerLetter(buyerNotice('order-placed', {}), order, PLACE))
    expect(text).not.toMatch(/[Tt]ransfer|Rekening/)
  })

  test('while shipping is being asked, nobody is told to pay', async ({ ctx }) => {
    const order = await aPage(ctx, { parcel: { delivery: 'quote', carrier: null, shippingRupiah: null } })
    const letter = buyerLetter(buyerNotice('order-placed', {}), order, PLACE)
    expect(letterText(letter)).toContain('Jangan bayar dulu')
    const labels = letter.facts.map(({ label }) => label)
    expect(labels).toEqual(['Kode pesanan', expect.stringMatching(/^Kelompok /), 'Barang', 'Ongkos kirim'])
    expect(letter.facts.at(-1)?.value).toBe('sedang ditanyakan')
  })

  test('with the cost of sending comes what is known of the way and its days', async ({ ctx }) => {
    const order = await aPage(ctx, { parcel: { carrier: 'Pos Indonesia', daysMin: 10, daysMax: 14 } })
    const factsIn = (locale: Locale, page = order) =>
      letterText(buyerLetter(buyerNotice('order-priced', {}, locale), page, PLACE))
    expect(factsIn('id')).toMatch(
      /Kelompok .+: Pos Indonesia, 10–\u206014\u00a0hari di jalan, dikirim paling lambat/,
    )
    expect(factsIn('en')).toMatch(
      /group: Pos Indonesia \(courier\), 10–\u206014\u00a0days on the way, leaves by/,
    )
    const unsaid = order.parcels.map((parcel) => ({ ...parcel, daysMin: null, daysMax: null }))
    expect(factsIn('id', { ...order, parcels: unsaid })).toMatch(/: Pos Indonesia, dikirim paling lambat/)
  })

  test('the cost of sending comes with the total and until when, in a text message too', async ({ ctx }) => {
    const order = {
      ...(await aPage(ctx)),
      expiresAt: new Date('2026-11-27T05:00:00Z'),
      totalRupiah: 1_050_123,
    }
    const textIn = (locale: Locale, page: OrderPage = order) =>
      messageText(buyerLetter(buyerNotice('order-priced', {}, locale), page, PLACE))
    expect(textIn('id')).toMatch(
      /total pesanan Anda Rp1\.050\.123\. Bayar paling lambat Jumat\s27 November, 12\.00/,
    )
    expect(textIn('en')).toMatch(/comes to IDR\s1,050,123\. Please pay by Friday\s27 November/)
    expect(textIn('id', { ...order, paymentState: 'paid' })).not.toContain('Bayar')
  })

  test('where the cost was never told, as its group declined, the rest can be paid and no cost is named', async ({
    ctx,
  }) => {
    const page = await aPage(ctx)
    const [placed] = page.events
    const events = (['placed', 'declined', 'priced'] as const).map((kind) => ({ ...placed, kind }))
    const order = { ...page, totalRupiah: 305_123, events: events as OrderPage['events'] }
    const letter = buyerLetter(buyerNotice('order-priced', {}), order, PLACE)
    expect(letter.subject).toBe(`Pesanan ${page.code} bisa dibayar sekarang`)
    expect(messageText(letter)).toContain('batal, jadi total pesanan Anda sekarang Rp305.123. Bayar paling')
    expect(letterText(letter)).not.toMatch(/sudah pasti|Ongkos kirimnya/)
  })

  test('a corrected cost names the total that no longer holds, before anything else', async ({ ctx }) => {
    const order = {
      ...(await aPage(ctx)),
      expiresAt: new Date('2026-11-27T05:00:00Z'),
      shippingRupiah: 75_000,
      totalRupiah: 360_123,
    }
    const letterIn = (locale: Locale, totalBeforeRupiah = 1_035_456) =>
      buyerLetter(buyerNotice('price-corrected', { totalBeforeRupiah }, locale), order, PLACE)
    expect(messageText(letterIn('id'))).toMatch(
      /salah\. Ongkos kirim seluruhnya Rp75\.000, jadi totalnya Rp360\.123, bukan Rp1\.035\.456\. Bayar paling lambat Jumat\s27/,
    )
    expect(messageText(letterIn('en'))).toMatch(/comes to IDR\s360,123, not IDR\s1,035,456\. Please pay by/)
    expect(letterText(letterIn('id'))).toContain('Sudah terlanjur transfer Rp1.035.456?')
    expect(messageText(letterIn('id'))).toContain('Jangan transfer lagi dulu.')
    expect(messageText(letterIn('en'))).toContain('Please do not transfer again yet.')
    expect(messageText(letterIn('id', 360_123))).toContain('Totalnya tetap Rp360.123.')
    expect(letterText(letterIn('id', 360_123))).not.toContain('terlanjur')
  })

  test('a corrected cost counts the money that has come, and does not ask for the whole again', async ({
    ctx,
  }) => {
    const wrongAmount = { amountRupiah: 160_000, expectedRupiah: 150_908, hasBounced: false }
    const order = { ...(await aPage(ctx)), shippingRupiah: 75_000, totalRupiah: 150_908, wrongAmount }
    const notice = buyerNotice('price-corrected', { totalBeforeRupiah: 160_991 })
    const letter = buyerLetter(notice, order, PLACE)
    expect(messageText(letter)).toMatch(/Rp150\.908, bukan Rp160\.991\. .*Rp160\.000.*Rp9\.092.*Jangan/)
    expect(letterText(letter)).not.toMatch(/persis|Bayar paling lambat|terlanjur|biarkan saja/)
  })

  test('that money came is told late without saying that what has left is being prepared', async ({
    ctx,
  }) => {
    const order = await aPage(ctx)
    const textOf = (state: 'open' | 'dispatched') => {
      const parcels = order.parcels.map((parcel) => ({ ...parcel, state }))
      return letterText(buyerLetter(buyerNotice('order-paid', {}), { ...order, parcels }, PLACE))
    }
    expect(textOf('open')).toContain('mulai menyiapkan')
    expect(textOf('dispatched')).not.toContain('mulai menyiapkan')
  })

  test('what is paid for while it lies ready is not promised for a day to come', async ({ ctx }) => {
    const order = await aPage(ctx)
    const ready = { state: 'packed' as const, delivery: 'pickup-library' as const }
    const parcels = order.parcels.map((parcel) => ({ ...parcel, ...ready }))
    const textIn = (locale: Locale) =>
      letterText(buyerLetter(buyerNotice('order-paid', {}, locale), { ...order, parcels }, PLACE))
    expect(textIn('id')).toMatch(/: sudah siap diambil$/m)
    expect(textIn('en')).toMatch(/: ready to collect$/m)
  })

  test('who collects from two groups at the library reads of what else is there, or not yet', async ({
    ctx,
  }) => {
    const order = await aPage(ctx)
    const [first] = order.parcels
    if (!first) throw new Error('The order has no parcel')
    const here = { ...first, state: 'packed' as const, delivery: 'pickup-library' as const }
    const textBeside = (state: 'packed' | 'accepted') => {
      const parcels = [here, { ...here, id: newId(), groupName: 'Mekar Pandan', state }]
      const notice = buyerNotice('parcel-packed', { parcelId: here.id })
      return letterText(buyerLetter(notice, { ...order, parcels }, PLACE))
    }
    expect(textBeside('packed')).toContain('Paket dari Mekar Pandan juga sudah di sana.')
    expect(textBeside('accepted')).toContain('Paket dari Mekar Pandan belum siap.')
  })

  test('a promised day that has gone by is not told as one to come', async ({ ctx }) => {
    const order = await aPage(ctx)
    for (const delivery of ['courier', 'pickup-group'] as const) {
      const late = { state: 'accepted' as const, delivery, promiseOn: '2026-11-09' as Day, isLate: true }
      const page = { ...order, parcels: order.parcels.map((parcel) => ({ ...parcel, ...late })) }
      const parcelId = page.parcels[0]?.id ?? ''
      const letters = [
        buyerNotice('parcel-accepted', { parcelId }),
        ...(delivery === 'courier' ? [buyerNotice('parcel-packed', { parcelId })] : []),
        buyerNotice('order-paid', {}),
        buyerNotice('order-priced', {}),
      ].map((notice) => letterText(buyerLetter(notice, page, PLACE)))
      for (const letter of letters) expect(letter).toMatch(/9\sNovember.*sudah lewat/)
    }
  })

  test('a packed parcel that its group brings is not said to be handed to anybody', async ({ ctx }) => {
    const order = await aPage(ctx)
    const textOf = (delivery: Delivery) => {
      const parcels = order.parcels.map((parcel) => ({ ...parcel, state: 'packed' as const, delivery }))
      const notice = buyerNotice('parcel-packed', { parcelId: parcels[0]?.id ?? '' })
      return letterText(buyerLetter(notice, { ...order, parcels }, PLACE))
    }
    expect(textOf('local')).toContain('Tinggal diantar kelompoknya')
    for (const carried of ['courier', 'boat'] as const)
      expect(textOf(carried)).toContain('Tinggal diserahkan ke pengantarnya')
  })

  test('what was said to be packed by mistake is taken back in the first line, which keeps a buyer from coming', async ({
    ctx,
  }) => {
    const order = await aPage(ctx)
    const textOf = (delivery: Delivery) => {
      const parcels = order.parcels.map((parcel) => ({ ...parcel, state: 'accepted' as const, delivery }))
      const notice = buyerNotice('parcel-unpacked', { parcelId: parcels[0]?.id ?? '' })
      const letter = buyerLetter(notice, { ...order, parcels }, PLACE)
      return [messageText(letter), letterText(letter)].map((text) => text.replace(/\s+/g, ' '))
    }
    for (const text of textOf('pickup-library'))
      expect(text).toMatch(/siap diambil itu keliru.*Jangan datang/)
    for (const text of textOf('courier')) expect(text).toMatch(/sudah dibungkus itu keliru, maaf/)
    expect(textOf('courier')[1]).toMatch(/Barangnya dikirim paling lambat/)
  })

  test('the first of two parcels to be collected says that the other is still to come', async ({ ctx }) => {
    const order = await aPage(ctx, {
      lines: [{ variantId: await aVariant(ctx) }, { variantId: await aVariant(ctx) }],
      parcel: { delivery: 'pickup-library', carrier: null, shippingRupiah: 0 },
    })
    const [first, second] = order.parcels
    const letterOf = (states: ParcelState[]) => {
      const parcels = order.parcels.map((parcel, place) => ({
        ...parcel,
        state: states[place] ?? parcel.state,
      }))
      const notice = buyerNotice('parcel-packed', { parcelId: first?.id ?? '' })
      return letterText(buyerLetter(notice, { ...order, parcels }, PLACE))
    }
    expect(letterOf(['packed', 'accepted'])).toContain(`Paket dari ${second?.groupName} belum siap`)
    for (const state of ['packed', 'received', 'declined'] as const)
      expect(letterOf(['packed', state]), `${second?.groupName} ${state}`).not.toContain('belum siap')
    const elsewhere = { ...second, id: 'elsewhere', groupName: 'Jauh', delivery: 'courier', state: 'open' }
    const three = { ...order, parcels: [...order.parcels, elsewhere] } as OrderPage
    const letter = letterText(
      buyerLetter(buyerNotice('parcel-packed', { parcelId: first?.id ?? '' }), three, PLACE),
    )
    expect(letter).not.toContain('Jauh')
  })

  test('a parcel that the group says was collected is asked about, not said to be on its way', async ({
    ctx,
  }) => {
    const page = await aPage(ctx)
    const parcels = page.parcels.map((parcel) => ({
      ...parcel,
      delivery: 'pickup-group' as const,
      dispatchedAt: '2026-11-22T03:00:00Z',
    }))
    const notice = buyerNotice('parcel-dispatched', { parcelId: parcels[0]?.id ?? '' })
    const letter = letterText(buyerLetter(notice, { ...page, parcels }, PLACE))
    expect(letter).toContain('Kelompok mencatat paketnya sudah diambil Minggu 22\u00a0November.')
    expect(letter).toContain('“Sudah saya ambil”')
    expect(letter).not.toMatch(/sudah dikirim|barangnya sampai/)
    const received = buyerNotice('parcel-received', { parcelId: parcels[0]?.id ?? '' })
    expect(buyerLetter(received, { ...page, parcels }, PLACE).subject).toMatch(/sudah diambil$/)
    expect(buyerLetter(received, page, PLACE).subject).toMatch(/sudah diterima$/)
    const reported = parcels.map((parcel) => ({ ...parcel, problemAt: '2026-11-23T03:00:00Z' }))
    const told = letterText(buyerLetter(received, { ...page, parcels: reported }, PLACE))
    expect(told).toContain('Laporan Anda tentang paket ini tetap diperiksa')
    expect(told).not.toMatch(/Semoga awet|Ada yang rusak/)
  })

  test('what the group brought itself is said in the reader’s language, whatever had been agreed', async ({
    ctx,
  }) => {
    const page = await aPage(ctx)
    const sent = { state: 'dispatched' as const, dispatchedAt: '2026-11-22T03:00:00Z', ...BY_THE_GROUP }
    const parcels = page.parcels.map((parcel) => ({ ...parcel, ...sent }))
    const textIn = (locale: Locale) => {
      const notice = buyerNotice('parcel-dispatched', { parcelId: parcels[0]?.id ?? '' }, locale)
      return letterText(buyerLetter(notice, { ...page, parcels }, PLACE))
    }
    expect(textIn('id')).toContain('Cara kirim: Diantar kelompok')
    expect(textIn('en')).toContain('Delivery: Brought by the group')
  })

  test('what to bring and until when comes with where to collect, in a text message too', async ({ ctx }) => {
    const variantId = await aVariant(ctx)
    const page = await aPage(ctx, { lines: [{ variantId }], paymentMethod: 'pickup' })
    const order = { ...page, expiresAt: new Date('2026-12-05T17:00:00Z'), totalRupiah: 285_000 }
    const notice = (locale: Locale) =>
      buyerNotice('parcel-packed', { parcelId: order.parcels[0]?.id ?? '' }, locale)
    expect(messageText(buyerLetter(notice('id'), order, PLACE))).toMatch(
      /Siapkan Rp285\.000 tunai untuk petugas\. Barangnya disimpan sampai Sabtu\s5\sDesember/,
    )
    const letter = letterText(buyerLetter(notice('en'), order, PLACE))
    expect(letter).toMatch(/Bring in cash: IDR\s285,000\nCollect no later than: Saturday\s5\sDecember/)
    const paid = letterText(buyerLetter(notice('id'), { ...order, paymentState: 'paid' }, PLACE))
    expect(paid).not.toMatch(/tunai/)
    // and, of two to be collected, that the other is still to come
    const [parcel] = order.parcels
    const other = {
      ...parcel,
      id: 'another',
      state: 'accepted' as const,
      delivery: 'pickup-library' as const,
    }
    const two = {
      ...order,
      parcels: [{ ...parcel, delivery: 'pickup-library' as const }, other],
    } as OrderPage
    expect(messageText(buyerLetter(notice('id'), two, PLACE))).toMatch(
      new RegExp(`Siapkan Rp285\\.000 .* Paket dari ${parcel?.groupName} belum siap\\.`),
    )
  })

  test('a mistyped number is put right in the first line, which a text message carries too', async ({
    ctx,
  }) => {
    const page = await aPage(ctx)
    const parcelId = page.parcels[0]?.id ?? ''
    const sentWith = (over: Partial<OrderPage['parcels'][number]>, locale: Locale = 'id') => {
      const sent = {
        state: 'dispatched' as const,
        dispatchedAt: '2026-11-22T03:00:00Z',
        ...BY_COURIER,
        ...over,
      }
      const parcels = page.parcels.map((parcel) => ({ ...parcel, ...sent }))
      return buyerLetter(buyerNotice('parcel-corrected', { parcelId }, locale), { ...page, parcels }, PLACE)
    }
    const right = { dispatchCarrier: 'J&T', trackingNumber: 'JP77' }
    expect(messageText(sentWith(right))).toContain('Yang benar: J&T, nomor resi JP77.')
    expect(messageText(sentWith(right, 'en'))).toContain('J&T, tracking number JP77.')
    expect(letterText(sentWith(right))).toMatch(/Dikirim lewat: J&T\nNomor resi: JP77/)
    const unnumbered = sentWith({ dispatchCarrier: 'KM Cahaya', trackingNumber: null })
    expect(messageText(unnumbered)).toContain('Yang benar: KM Cahaya, tanpa nomor resi.')
    expect(messageText(sentWith(BY_THE_GROUP))).toContain(
      'Yang benar: paketnya diantar sendiri oleh kelompoknya.',
    )
  })

  test('what people type stays words in the mail', async ({ ctx }) => {
    const order = await aPage(ctx, {
      buyer: { name: '<img src=x>', phone: '+6281234567890', email: 'rini@example.com' },
    })
    const letter = buyerLetter(buyerNotice('proof-refused', { reason: '"><script>' }), order, PLACE)
    expect(letterHtml(letter, 'id')).not.toMatch(/<img|<script/)
  })

  test('codes and account numbers are not broken at the end of a line', async ({ ctx }) => {
    const letter = buyerLetter(buyerNotice('order-cancelled', {}), await aPage(ctx), PLACE)
    const facts = [{ label: 'Rekening tujuan', value: 'Bank Kalbar 000-000-0000' }]
    const html = letterHtml({ ...letter, facts, action: { label: 'P-7KQ2MX', href: '/P-7KQ2MX' } }, 'id')
    expect(html).toContain('Bank Kalbar <span style="white-space:nowrap">000-000-0000</span>')
    expect(html).toContain('href="/P-7KQ2MX"')
  })
})

describe('messages to groups', () => {
  test('say what and by when, and nothing about the buyer', async ({ ctx }) => {
    const order = await aPage(ctx, { lines: [{ variantId: await aVariant(ctx), quantity: 2 }] })
    const parcelId = order.parcels[0]?.id ?? ''
    const templates: GroupTemplate[] = [
      'group-parcel-open',
      'group-shipping-asked',
      'group-parcel-cancelled',
      'group-parcel-problem',
      'group-problem-settled',
    ]
    for (const template of templates) {
      const notice = {
        ...buyerNotice('order-paid', {}),
        template,
        data: { parcelId },
      } as GroupNotice
      const text = groupMessage(notice, order, ORIGIN)
      expect(text).not.toMatch(/[\u00a0\u2060]/)
      expect(text).toContain(order.code)
      expect(text).toContain(`${ORIGIN}/kelompok-saya/pesanan/${parcelId}`)
      expect(text).not.toMatch(/Rini|Tanjungpura|rini@|undefined/)
    }
  })
})

test('a group is told where its part ends, and what became of a complaint', async ({ ctx }) => {
  const page = await aPage(ctx)
  const textOf = (template: GroupTemplate, over: Partial<OrderPage['parcels'][number]>) => {
    const parcels = page.parcels.map((parcel) => ({ ...parcel, ...over }))
    const data = { parcelId: parcels[0]?.id ?? '' }
    return groupMessage(
      { ...buyerNotice('order-paid', {}), template, data } as GroupNotice,
      { ...page, parcels },
      ORIGIN,
    )
  }
  expect(textOf('group-parcel-open', { delivery: 'courier' })).toContain('Serahkan paling lambat')
  expect(textOf('group-parcel-open', { delivery: 'pickup-group' })).toContain('Siapkan paling lambat')
  expect(textOf('group-parcel-open', { delivery: 'pickup-library' })).toContain(
    'Tolong antar ke perpustakaan di Sukadana paling lambat',
  )
  expect(textOf('group-parcel-cancelled', { state: 'declined' })).toContain('tidak usah disiapkan')
  const packed = textOf('group-parcel-cancelled', { state: 'declined', packedAt: '2026-11-20T03:00:00Z' })
  expect(packed).toContain('Paketnya tidak usah dikirim atau diserahkan')
  expect(packed).not.toContain('disiapkan')
  const brought = { delivery: 'pickup-library', packedAt: '2026-11-20T03:00:00Z' } as const
  expect(textOf('group-parcel-cancelled', { ...brought, state: 'cancelled' })).toContain(
    'Barangnya sudah di perpustakaan di Sukadana; tolong diambil kembali.',
  )
  expect(textOf('group-problem-settled', { state: 'returned' })).toContain('tidak ada uang untuk paket ini')
  expect(textOf('group-problem-settled', { state: 'received' })).toContain('tetap berlaku')
})

test('a group reads its pieces in what they are counted in, sandals in pairs', async ({ ctx }) => {
  const page = await aPage(ctx)
  const [parcel] = page.parcels
  const [line] = parcel?.lines ?? []
  if (!parcel || !line) throw new Error('no parcel')
  const lines = [
    { ...line, quantity: 1 },
    { ...line, quantity: 1, unit: 'pair' as const },
    { ...line, quantity: 2 },
    { ...line, quantity: 1, unit: 'pair' as const },
  ]
  const order = { ...page, parcels: [{ ...parcel, lines }] }
  const told = (locale: Locale) =>
    groupMessage(
      {
        ...buyerNotice('order-paid', {}),
        template: 'group-parcel-open',
        locale,
        data: { parcelId: parcel.id },
      },
      order,
      ORIGIN,
    )
  expect(told('id')).toContain(`${page.code}: 3 buah dan 2 pasang.`)
  expect(told('en')).toContain(`${page.code}: 3 pieces and 2 pairs.`)
})

test('a group is not asked what sending abroad costs; staff say it', async ({ ctx }) => {
  const page = await aPage(ctx, { parcel: { delivery: 'quote', carrier: null, shippingRupiah: null } })
  const data = { parcelId: page.parcels[0]?.id ?? '' }
  const notice = { ...buyerNotice('order-paid', {}), template: 'group-shipping-asked', data } as GroupNotice
  const asked = groupMessage(notice, page, ORIGIN)
  expect(asked).toContain(
    'ke Sukadana, Kabupaten Kayong Utara, Kalimantan Barat. Tolong tulis ongkos kirimnya',
  )
  const abroad = groupMessage(notice, { ...page, country: 'SG' }, ORIGIN)
  expect(abroad).toContain('ke Singapura. Petugas menanyakan ongkos kirimnya dulu.')
})

describe('sending a notice', () => {
  test('goes out once, by mail, with a link that opens the order', async ({ ctx }) => {
    const order = await aPage(ctx)
    const [notice] = await noticesOf(ctx, order.id)
    const { post, mails, texts } = aPost(ctx)
    await sendNotice(post, notice?.id ?? '')
    await sendNotice(post, notice?.id ?? '')
    expect(texts).toEqual([])
    expect(mails).toHaveLength(1)
    expect(mails[0]).toMatchObject({ id: `order:${order.id}:order-placed:v1`, to: 'rini@example.com' })
    const token = /\/buka\/([\w-]+)/.exec(mails[0]?.text ?? '')?.[1] ?? ''
    expect(checkOrderLink(SECRET, { orderId: order.id, version: 1, token })).toBe(true)
    expect((await noticesOf(ctx, order.id))[0]?.sent_at).not.toBeNull()
  })

  test('goes by message where there is no mail address', async ({ ctx }) => {
    const buyer = { name: 'Rini', phone: '+6281234567890', email: null }
    const order = await aPage(ctx, { buyer })
    const [notice] = await noticesOf(ctx, order.id)
    const { post, texts } = aPost(ctx)
    await sendNotice(post, notice?.id ?? '')
    expect(texts).toHaveLength(1)
    expect(texts[0]).toMatchObject({ to: '+6281234567890' })
    expect(texts[0]?.text).toMatch(new RegExp(`^Anyam Kayong: Pesanan ${order.code} .*/buka/`))
  })

  test('does not go out once it is no longer true', async ({ ctx }) => {
    const order = await aPage(ctx)
    const { id: orderId } = order
    const parcelId = order.parcels[0]?.id ?? ''
    await notifyBuyer(ctx, { orderId, about: 'a', template: 'parcel-packed', data: { parcelId } })
    await notifyBuyer(ctx, { orderId, about: 'u', template: 'parcel-unpacked', data: { parcelId } })
    await notifyBuyer(ctx, { orderId, about: 'c', template: 'parcel-corrected', data: { parcelId } })
    await notifyBuyer(ctx, {
      orderId,
      about: 'f',
      template: 'refund-failed',
      data: { amountRupiah: 305_000 },
    })
    await notifyBuyer(ctx, {
      orderId,
      about: 'p',
      template: 'price-corrected',
      data: { totalBeforeRupiah: 305_000 },
    })
    await notifyBuyer(ctx, {
      orderId,
      about: 'r',
      template: 'proof-refused',
      data: { reason: 'Fotonya gelap.' },
    })
    await ctx.db.updateTable('payment').set({ state: 'expired' }).where('order_id', '=', orderId).execute()
    await ctx.db.updateTable('parcel').set({ state: 'cancelled' }).where('id', '=', parcelId).execute()
    const { post, mails } = aPost(ctx)
    await sendNotice(post, `order:${orderId}:parcel-packed:a:v1`)
    await sendNotice(post, `order:${orderId}:parcel-unpacked:u:v1`)
    await sendNotice(post, `order:${orderId}:parcel-corrected:c:v1`)
    await sendNotice(post, `order:${orderId}:refund-failed:f:v1`)
    await sendNotice(post, `order:${orderId}:price-corrected:p:v1`)
    await sendNotice(post, `order:${orderId}:proof-refused:r:v1`)
    expect(mails).toEqual([])
  })

  test('is tried again when the mail server is away', async ({ ctx }) => {
    const order = await aPage(ctx)
    const [notice] = await noticesOf(ctx, order.id)
    const { post } = aPost(ctx, { refusal: { code: 'unavailable', detail: 'ECONNREFUSED' } })
    await expect(sendNotice(post, notice?.id ?? '')).rejects.toThrow('ECONNREFUSED')
    expect((await noticesOf(ctx, order.id))[0]?.sent_at).toBeNull()
    expect(await tasksOf(ctx, order.id)).toEqual([])
  })

  test('is left to people when the mail server is still away at the last try', async ({ ctx }) => {
    const order = await aPage(ctx)
    const [notice] = await noticesOf(ctx, order.id)
    const { post } = aPost(ctx, { refusal: { code: 'unavailable', detail: 'ECONNREFUSED' } })
    await sendNotice(post, notice?.id ?? '', { isLast: true })
    expect(await tasksOf(ctx, order.id)).toEqual([{ kind: 'unreachable', key: `notice:${notice?.id}` }])
  })

  test('is left to people when the address is refused', async ({ ctx }) => {
    const order = await aPage(ctx)
    const [notice] = await noticesOf(ctx, order.id)
    const { post } = aPost(ctx, { refusal: { code: 'refused', detail: '550' } })
    await sendNotice(post, notice?.id ?? '')
    await sendNotice(post, notice?.id ?? '')
    expect(await tasksOf(ctx, order.id)).toEqual([{ kind: 'unreachable', key: `notice:${notice?.id}` }])
  })

  test('without a gateway asks staff to call only where the buyer has to do something', async ({ ctx }) => {
    const buyer = { name: 'Rini', phone: '+6281234567890', email: null }
    const order = await aPage(ctx, {
      buyer,
      parcel: { delivery: 'quote', carrier: null, shippingRupiah: null },
    })
    const { post } = aPost(ctx, { hasGateway: false })
    for (const { id } of await noticesOf(ctx, order.id)) await sendNotice(post, id)
    expect(await tasksOf(ctx, order.id)).toEqual([])
    await ctx.db
      .updateTable('notice')
      .set({ template: 'order-priced' })
      .where('order_id', '=', order.id)
      .where('template', '=', 'order-placed')
      .execute()
    for (const { id } of await noticesOf(ctx, order.id)) await sendNotice(post, id)
    expect(await tasksOf(ctx, order.id)).toHaveLength(1)
  })

  test('says nothing about an order whose buyer has had it erased', async ({ ctx }) => {
    const order = await aPage(ctx)
    const [notice] = await noticesOf(ctx, order.id)
    await eraseOrder(ctx, order.id)
    const { post, mails } = aPost(ctx)
    await sendNotice(post, notice?.id ?? '')
    expect(mails).toEqual([])
    expect(await parcelsOf(ctx, order.id)).toHaveLength(1)
  })
})
