import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import type { NoticeTemplate } from '#app/domain/notices/notice.ts'
import { findOrderPage, type OrderPage } from '#app/domain/orders/order-page.queries.server.ts'
import { sumParts } from '#app/domain/orders/order-sums.ts'
import { placeOrder } from '#app/domain/orders/place-order.server.ts'
import { listOpenTasks } from '#app/domain/orders/staff-orders.queries.server.ts'
import { resolveTask } from '#app/domain/orders/staff-task.server.ts'
import { cancelForBuyer, cancelOrder } from '#app/domain/payments/cancel-order.server.ts'
import { confirmShipping } from '#app/domain/payments/confirm-shipping.server.ts'
import {
  confirmTransfer,
  recordTransfer,
  recordTransferAgain,
  type Slip,
} from '#app/domain/payments/confirm-transfer.server.ts'
import {
  correctRefundReference,
  correctReturnReference,
} from '#app/domain/payments/correct-refund-reference.server.ts'
import { correctShipping } from '#app/domain/payments/correct-shipping.server.ts'
import { declineParcel } from '#app/domain/payments/decline-parcel.server.ts'
import { expireDuePayments, expirePayment } from '#app/domain/payments/expire-payments.server.ts'
import { markRefundSent } from '#app/domain/payments/mark-refund-sent.server.ts'
import { findDeskOrders, listDeskOrders } from '#app/domain/payments/order-desk.queries.server.ts'
import { findOrderRecord } from '#app/domain/payments/order-record.queries.server.ts'
import { listTransfersToConfirm } from '#app/domain/payments/payments.queries.server.ts'
import { priceKnownOrders } from '#app/domain/payments/price-known-orders.server.ts'
import { recordPickupPayment } from '#app/domain/payments/record-pickup-payment.server.ts'
import { refundFailed } from '#app/domain/payments/refund-failed.server.ts'
import { refuseTransferProof } from '#app/domain/payments/refuse-transfer-proof.server.ts'
import { returnBounced } from '#app/domain/payments/return-bounced.server.ts'
import { returnWrongAmount } from '#app/domain/payments/return-wrong-amount.server.ts'
import { sendTransferProof } from '#app/domain/payments/send-transfer-proof.server.ts'
import { listBookedTransfers, listLateTransfers } from '#app/domain/payments/transfer-desk.queries.server.ts'
import { sum } from '#app/lib/money.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { aGroup, aVariant } from '#tests/support/builders.ts'
import {
  aCommand,
  anOrder,
  aPaidOrder,
  aReceivingAccount,
  asGroup,
  asStaff,
  books,
  parcelsOf,
  paymentOf,
  stockOf,
  travel,
} from '#tests/support/order-builders.ts'
import { test } from '#tests/support/test.ts'

const range = (count: number) => Array.from({ length: count }, (_, index) => index)

async function setUp(ctx: Ctx, over: Parameters<typeof aVariant>[1] = {}) {
  await aReceivingAccount(ctx)
  const variantId = await aVariant(ctx, over)
  const { orderId } = await anOrder(ctx, { lines: [{ variantId, quantity: 2 }] })
  const total = (await paymentOf(ctx, orderId)).total_rupiah ?? 0
  return { variantId, orderId, total, code: total - 590_000 }
}

async function anImage(ctx: Ctx, key: string): Promise<string> {
  await ctx.db
    .insertInto('image')
    .values({ key, source: 'stored', width: 100, height: 100, widths: [100], is_illustration: false })
    .execute()
  return key
}

describe('a transfer', () => {
  test('of the exact total pays: stock leaves, parcels open, the books balance', async ({ ctx: base }) => {
    const ctx = await travel(base, '2026-11-22T03:00:00Z')
    const groupId = await aGroup(ctx, { feeBasisPoints: 500 })
    const { variantId, orderId, total, code } = await setUp(ctx, { groupId })
    const paid = await confirmTransfer(asStaff(ctx), { orderId, amountRupiah: total, note: null })
    expect(paid).toEqual({ ok: true, value: { outcome: 'paid', repeated: false } })
    expect(await stockOf(ctx, variantId)).toEqual({ onHand: 3, reserved: 0, openPieces: 0 })
    expect((await parcelsOf(ctx, orderId))[0]?.state).toBe('open')
    expect(await books(ctx)).toEqual({
      bank: total,
      'group-pending': -(570_000 - 28_500 + 20_000),
      fee: -28_500,
      'transfer-code': -code,
    })
    expect((await findOrderPage(ctx, orderId))?.status).toBe('passed-on')
    const notices = await ctx.db.selectFrom('notice').select('template').orderBy('template').execute()
    expect(notices.map((notice) => notice.template)).toEqual([
      'group-parcel-open',
      'order-paid',
      'order-placed',
    ])
  })

  test('confirmed twice is confirmed once, also by two people at the same moment', async ({ raceCtx }) => {
    const { orderId, total } = await setUp(raceCtx)
    const seen = { orderId, amountRupiah: total, note: null }
    const results = await Promise.all(
      range(6).map((index) => confirmTransfer(asStaff(raceCtx, `Staf ${index}`), seen)),
    )
    expect(results.every((result) => result.ok)).toBe(true)
    expect(results.filter((result) => result.ok && !result.value.repeated)).toHaveLength(1)
    expect((await books(raceCtx)).bank).toBe(total)
    const audit = await raceCtx.db
      .selectFrom('audit_log')
      .where('action', '=', 'confirm-transfer')
      .selectAll()
      .execute()
    expect(audit).toHaveLength(1)
  })

  test('of another amount is a task for a person, and pays nothing', async ({ ctx }) => {
    const { orderId, total } = await setUp(ctx)
    const staff = asStaff(ctx)
    const seen = { orderId, amountRupiah: total - 1_000, note: 'kurang' }
    // a slip of the hand leaves nothing behind
    expect(await confirmTransfer(staff, seen)).toEqual({
      ok: false,
      error: { code: 'wrong-amount', expected: total },
    })
    // certain of what was typed first, then typed another
    expect(await confirmTransfer(staff, { ...seen, certainOfRupiah: total - 10_000 })).toMatchObject({
      error: { code: 'wrong-amount' },
    })
    expect(await listOpenTasks(staff)).toEqual([])
    for (const repeated of [false, true]) {
      const noted = await confirmTransfer(staff, { ...seen, certainOfRupiah: seen.amountRupiah })
      expect(noted).toEqual({ ok: true, value: { outcome: 'wrong-amount', repeated } })
    }
    // nobody has to be certain once more of what is noted already
    expect(await confirmTransfer(staff, seen)).toMatchObject({ value: { repeated: true } })
    const tasks = await listOpenTasks(staff)
    expect(tasks).toMatchObject([{ kind: 'wrong-amount', orderId, detail: { amountRupiah: total - 1_000 } }])
    // a top-up alone would put itself in the place of what came before
    const topUp = { orderId, amountRupiah: 1_000, note: null, certainOfRupiah: 1_000 }
    expect(await confirmTransfer(staff, topUp)).toEqual({
      ok: false,
      error: {
        code: 'less-than-noted',
        noted: total - 1_000,
        sentBack: 0,
        expected: total,
        state: 'awaiting',
      },
    })
    expect(await books(ctx)).toEqual({ bank: total - 1_000, 'wrong-amount': 1_000 - total })

    const difference = { amountRupiah: total - 1_000, expectedRupiah: total }
    expect((await findOrderPage(ctx, orderId))?.wrongAmount).toEqual({ ...difference, hasBounced: false })
    expect(await listTransfersToConfirm(staff)).toMatchObject([{ orderId, wrongAmount: difference }])
    expect(await findDeskOrders(staff, String(total - 1_000))).toMatchObject([{ id: orderId }])

    await confirmTransfer(staff, { orderId, amountRupiah: total, note: 'sisanya sudah masuk' })
    const paid = await books(ctx)
    expect([paid['bank'], paid['wrong-amount']]).toEqual([total, undefined])
    expect(await listOpenTasks(staff)).toEqual([])
    expect((await findOrderPage(ctx, orderId))?.wrongAmount).toBeNull()
    const record = await findOrderRecord(staff, orderId)
    expect(record?.events).toMatchObject([
      { kind: 'placed' },
      { kind: 'wrong-amount', actor: staff.actor.userId, detail: { ...difference, note: 'kurang' } },
      { kind: 'paid' },
    ])
    expect(record?.audit).toMatchObject([
      { action: 'note-wrong-amount', reason: 'kurang' },
      { action: 'confirm-transfer', reason: 'sisanya sudah masuk' },
    ])
    const told = await ctx.db
      .selectFrom('notice')
      .where('order_id', '=', orderId)
      .where('template', '=', 'wrong-amount')
      .selectAll()
      .execute()
    expect(told).toHaveLength(1)
  })

  test('of another amount stays in sight until it has paid the order or gone back', async ({ ctx: base }) => {
    const ctx = await travel(base, '2026-11-22T03:00:00Z')
    const { orderId, total } = await setUp(ctx)
    const amountRupiah = total - 793
    await confirmTransfer(asStaff(ctx), { orderId, amountRupiah, note: null, certainOfRupiah: amountRupiah })
    const [task] = await listOpenTasks(asStaff(ctx))
    const sent = { taskId: task?.id ?? '', amountRupiah, reference: 'TRX-24' }
    expect(await returnWrongAmount(asStaff(ctx), sent)).toEqual({ ok: false, error: { code: 'order-open' } })
    expect((await findOrderPage(ctx, orderId))?.wrongAmount).toMatchObject({ amountRupiah })

    const later = await travel(ctx, '2026-11-24T03:00:00Z')
    await expireDuePayments(later)
    const staff = asStaff(later)
    expect(await listLateTransfers(staff)).toMatchObject([
      { orderId, endedAt: later.now, wrongAmount: { amountRupiah }, returnedAmounts: [] },
    ])
    const word = { taskId: sent.taskId, resolution: 'Salah catat.' }
    expect(await resolveTask(staff, word)).toEqual({ ok: false, error: { code: 'done-elsewhere' } })
    // more has been noted since somebody looked
    const less = { ...sent, amountRupiah: amountRupiah - 1_000 }
    expect(await returnWrongAmount(staff, less)).toEqual({
      ok: false,
      error: { code: 'other-amount', noted: amountRupiah },
    })
    for (const repeated of [false, true])
      expect(await returnWrongAmount(staff, sent)).toEqual({
        ok: true,
        value: { outcome: 'returned', repeated },
      })
    expect(await books(ctx)).toEqual({})
    expect(await listLateTransfers(staff)).toEqual([])
    expect(await findOrderPage(later, orderId)).toMatchObject({
      wrongAmount: null,
      returnedAmounts: [{ amountRupiah, reference: 'TRX-24' }],
    })
    expect((await findOrderRecord(staff, orderId))?.events.at(-1)).toMatchObject({ kind: 'refund-sent' })
    expect(await toldOf(ctx, orderId, 'wrong-amount')).toHaveLength(1)
    expect(await toldOf(ctx, orderId, 'refund-sent')).toEqual([{ amountRupiah, reference: 'TRX-24' }])
  })

  test('of another amount that was noted by mistake is taken back, and counts as nothing that came', async ({
    ctx: base,
  }) => {
    const ctx = await travel(base, '2026-11-22T03:00:00Z')
    const { orderId, total } = await setUp(ctx)
    const staff = asStaff(ctx)
    const nothing = { orderId, amountRupiah: 0, note: null, certainOfRupiah: 0 }
    expect(await confirmTransfer(staff, nothing)).toEqual({ ok: false, error: { code: 'nothing-came' } })
    const noted = { ...nothing, amountRupiah: 100_000, certainOfRupiah: 100_000 }
    await confirmTransfer(staff, noted)
    expect(await confirmTransfer(staff, nothing)).toMatchObject({ error: { code: 'less-than-noted' } })
    const slip = { notedRupiah: 100_000, cameRupiah: 0 }
    for (const repeated of [false, true])
      expect(await confirmTransfer(staff, { ...nothing, slip })).toEqual({
        ok: true,
        value: { outcome: 'slip', repeated },
      })
    expect(await listOpenTasks(staff)).toEqual([])
    expect(await books(ctx)).toEqual({})
    expect(await toldOf(ctx, orderId, 'wrong-amount')).toContainEqual({
      ...{ amountRupiah: 0, slipRupiah: 100_000 },
    })
    await cancelOrder(ctx, { orderId })
    expect(await findOrderPage(ctx, orderId)).toMatchObject({ wrongAmount: null, returnedAmounts: [] })
    expect(await recordTransfer(staff, { orderId, amountRupiah: total, note: null })).toMatchObject({
      value: { outcome: 'refund-due' },
    })
  })

  test('of more than was asked for goes back whole once the order is called off', async ({ ctx: base }) => {
    const ctx = await travel(base, '2026-11-22T03:00:00Z')
    const { orderId, total } = await setUp(ctx)
    const staff = asStaff(ctx)
    const [over, seen] = [total + 9_000, { orderId, note: null }]
    await confirmTransfer(staff, { ...seen, amountRupiah: over, certainOfRupiah: over })
    await cancelOrder(ctx, { orderId })
    const exact = { ...seen, amountRupiah: total, certainOfRupiah: total }
    expect(await recordTransfer(staff, exact)).toMatchObject({
      error: { code: 'less-than-noted', noted: over, state: 'cancelled' },
    })
    expect(await books(ctx)).toEqual({ bank: over, 'wrong-amount': -over })
    const slip = { notedRupiah: over, cameRupiah: total }
    expect(await recordTransfer(staff, { ...exact, slip })).toMatchObject({
      value: { outcome: 'refund-due' },
    })
    expect(await books(ctx)).toEqual({ bank: total, 'refunds-due': -total })
  })

  test('of another amount that grows stays one task, which tells all that came', async ({ ctx: base }) => {
    const ctx = await travel(base, '2026-11-22T03:00:00Z')
    const { orderId, total } = await setUp(ctx)
    const staff = asStaff(ctx)
    const note = (amountRupiah: number) =>
      confirmTransfer(staff, { orderId, amountRupiah, note: null, certainOfRupiah: amountRupiah })
    for (const amountRupiah of [100_000, 150_000, total + 9_000]) {
      expect(await note(amountRupiah)).toMatchObject({ value: { outcome: 'wrong-amount', repeated: false } })
    }
    expect(await note(150_000)).toMatchObject({ error: { code: 'less-than-noted', noted: total + 9_000 } })
    expect(await listOpenTasks(staff)).toMatchObject([
      {
        kind: 'wrong-amount',
        detail: { amountRupiah: total + 9_000, earlierRupiah: [100_000, 150_000], expectedRupiah: total },
      },
    ])
    expect((await findOrderPage(ctx, orderId))?.wrongAmount?.amountRupiah).toBe(total + 9_000)
  })

  test('of more than an open order comes to goes back by its proof, and the rest pays', async ({
    ctx: base,
  }) => {
    const ctx = await travel(base, '2026-11-22T03:00:00Z')
    const { orderId, total } = await setUp(ctx)
    const [staff, excess, over] = [asStaff(ctx), 27_000, total + 27_000]
    await confirmTransfer(staff, { orderId, amountRupiah: over, note: null, certainOfRupiah: over })
    expect((await listDeskOrders(staff, { shelf: 'unpaid', page: 1 })).map(({ status }) => status)).toEqual([
      'excess',
    ])
    const exact = { orderId, amountRupiah: total, note: null, certainOfRupiah: total }
    expect(await confirmTransfer(staff, exact)).toMatchObject({
      error: { code: 'less-than-noted', noted: over, expected: total },
    })
    expect(await books(ctx)).toEqual({ bank: over, 'wrong-amount': -over })
    const [task] = await listOpenTasks(staff)
    const sent = { taskId: task?.id ?? '', amountRupiah: excess, reference: 'FT26331A8KQ2' }
    for (const amountRupiah of [over, excess - 1])
      expect(await returnWrongAmount(staff, { ...sent, amountRupiah })).toMatchObject({
        error: { code: 'other-amount', noted: over },
      })
    for (const repeated of [false, true])
      expect(await returnWrongAmount(staff, sent)).toEqual({
        ok: true,
        value: { outcome: repeated ? 'returned' : 'paid', repeated },
      })
    expect(await returnWrongAmount(staff, { ...sent, reference: 'FT26331B0000' })).toEqual({
      ok: false,
      error: { code: 'ended-before', by: staff.actor.name },
    })
    expect((await paymentOf(ctx, orderId)).state).toBe('paid')
    expect(await books(ctx)).toMatchObject({ bank: total })
    expect(await books(ctx)).not.toHaveProperty('wrong-amount')
    expect(await listOpenTasks(staff)).toEqual([])
    const said = { amountRupiah: excess, reference: 'FT26331A8KQ2' }
    expect(await toldOf(ctx, orderId, 'refund-sent')).toEqual([{ ...said, isExcess: true }])
    expect(await toldOf(ctx, orderId, 'order-paid')).toHaveLength(1)
    expect(await findOrderPage(ctx, orderId)).toMatchObject({
      wrongAmount: null,
      returnedAmounts: [{ ...said, notedRupiah: over }],
    })
    const record = await findOrderRecord(staff, orderId)
    expect(record?.events.slice(-2)).toMatchObject([{ kind: 'refund-sent', detail: said }, { kind: 'paid' }])
    expect(record?.audit.slice(-2)).toMatchObject([
      { action: 'return-wrong-amount', after: said },
      { action: 'confirm-transfer' },
    ])
    // all that ever came is told once more, and the bank bounces what went back
    expect(await confirmTransfer(staff, { ...exact, amountRupiah: over })).toEqual({
      ok: true,
      value: { outcome: 'paid', repeated: true },
    })
    await returnBounced(staff, { taskId: sent.taskId, reason: 'Rekening tutup' })
    expect(await books(ctx)).toMatchObject({ bank: over, 'wrong-amount': -excess })
  })

  test('of more than an open order comes to that was a slip pays it, and nothing goes back', async ({
    ctx: base,
  }) => {
    const ctx = await travel(base, '2026-11-22T03:00:00Z')
    const { orderId, total } = await setUp(ctx)
    const [staff, over] = [asStaff(ctx), total + 27_000]
    await confirmTransfer(staff, { orderId, amountRupiah: over, note: null, certainOfRupiah: over })
    const slip = { notedRupiah: over, cameRupiah: total }
    expect(await confirmTransfer(staff, { orderId, amountRupiah: total, note: null, slip })).toMatchObject({
      value: { outcome: 'paid' },
    })
    expect(await books(ctx)).toMatchObject({ bank: total })
    expect(await books(ctx)).not.toHaveProperty('wrong-amount')
    const told = { amountRupiah: total, slipRupiah: over }
    expect(await toldOf(ctx, orderId, 'wrong-amount')).toContainEqual({ ...told, isExact: true })
    const record = await findOrderRecord(staff, orderId)
    expect(record?.events.slice(-2)).toMatchObject([{ kind: 'wrong-amount', detail: told }, { kind: 'paid' }])
    expect(record?.audit.slice(-2)).toMatchObject([
      { action: 'correct-wrong-amount', before: { amountRupiah: over }, after: { amountRupiah: total } },
      { action: 'confirm-transfer' },
    ])
    expect(await findOrderPage(ctx, orderId)).toMatchObject({ wrongAmount: null, returnedAmounts: [] })
  })

  test.for(['excess', 'all'])(
    'of more than an expired order came to: %s of it goes back',
    async (part, { ctx: base }) => {
      const ctx = await travel(base, '2026-11-22T03:00:00Z')
      const { orderId, total } = await setUp(ctx)
      const over = total + 27_000
      const later = await travel(ctx, '2026-11-24T03:00:00Z')
      await expireDuePayments(later)
      await recordTransfer(asStaff(later), {
        ...{ orderId, amountRupiah: over, note: null, certainOfRupiah: over },
      })
      const [task] = await listOpenTasks(asStaff(later))
      const amountRupiah = part === 'all' ? over : 27_000
      const sent = { taskId: task?.id ?? '', amountRupiah, reference: 'TRX-27' }
      expect(await returnWrongAmount(asStaff(later), sent)).toMatchObject({ ok: true })
      expect((await paymentOf(ctx, orderId)).state).toBe(part === 'all' ? 'expired' : 'paid')
      expect((await books(ctx)).bank ?? 0).toBe(part === 'all' ? 0 : total)
    },
  )

  test('that is its total and more keeps an order from ending, until it is paid or the note was a slip', async ({
    ctx: base,
  }) => {
    const ctx = await travel(base, '2026-11-22T03:00:00Z')
    const { orderId, total } = await setUp(ctx)
    const staff = asStaff(ctx)
    const over = total + 27_000
    const note = (amountRupiah: number, slip?: Slip) =>
      confirmTransfer(staff, { orderId, amountRupiah, note: null, certainOfRupiah: amountRupiah, slip })
    await note(over)
    const later = await travel(ctx, '2026-11-24T03:00:00Z')
    expect(await expireDuePayments(later)).toBe(0)
    expect(await expirePayment(later, orderId)).toBe(false)
    expect((await paymentOf(ctx, orderId)).state).toBe('awaiting')
    await note(total - 1_000, { notedRupiah: over, cameRupiah: total - 1_000 })
    expect(await expireDuePayments(later)).toBe(1)
  })

  test('of another amount that was a slip is put right, and told to the buyer', async ({ ctx: base }) => {
    const ctx = await travel(base, '2026-11-22T03:00:00Z')
    const { orderId, total } = await setUp(ctx)
    const staff = asStaff(ctx)
    const note = (amountRupiah: number, slip?: Slip) =>
      confirmTransfer(staff, { orderId, amountRupiah, note: null, certainOfRupiah: amountRupiah, slip })
    for (const amountRupiah of [50_000, 60_000, 68_000]) await note(amountRupiah)
    // said of another amount, or of what somebody else has noted meanwhile
    for (const slip of [
      { notedRupiah: 68_000, cameRupiah: 61_000 },
      { notedRupiah: 67_000, cameRupiah: 60_000 },
    ])
      expect(await note(60_000, slip)).toMatchObject({ error: { code: 'less-than-noted', noted: 68_000 } })
    const slip = { notedRupiah: 68_000, cameRupiah: 60_000 }
    for (const repeated of [false, true])
      expect(await note(60_000, slip)).toEqual({ ok: true, value: { outcome: 'wrong-amount', repeated } })
    expect(await listOpenTasks(staff)).toMatchObject([
      { detail: { amountRupiah: 60_000, earlierRupiah: [50_000] } },
    ])
    expect((await findOrderPage(ctx, orderId))?.wrongAmount?.amountRupiah).toBe(60_000)
    const { audit, events } = (await findOrderRecord(staff, orderId)) ?? {}
    expect(audit?.filter(({ action }) => action === 'correct-wrong-amount')).toMatchObject([
      { before: { amountRupiah: 68_000 }, after: { amountRupiah: 60_000 } },
    ])
    expect(events?.at(-1)).toMatchObject({ kind: 'wrong-amount', detail: { slipRupiah: 68_000 } })
    // so much comes after all
    expect(await note(68_000)).toMatchObject({ value: { repeated: false } })
    const told = await ctx.db
      .selectFrom('notice')
      .where('order_id', '=', orderId)
      .where('template', '=', 'wrong-amount')
      .select('data')
      .execute()
    expect(told).toHaveLength(5)
    expect(told.map(({ data }) => data)).toContainEqual({ amountRupiah: 60_000, slipRupiah: 68_000 })
    expect(await note(total)).toMatchObject({ value: { outcome: 'paid' } })
  })

  test('that is said to have gone back counts no second time, and what comes after it is noted anew', async ({
    ctx: base,
  }) => {
    const ctx = await travel(base, '2026-11-22T03:00:00Z')
    const { orderId, total } = await setUp(ctx)
    const part = 100_000
    await confirmTransfer(asStaff(ctx), { orderId, amountRupiah: part, note: null, certainOfRupiah: part })
    await cancelOrder(ctx, { orderId })
    const staff = asStaff(ctx)
    const giveBack = async () => {
      const [task] = await listOpenTasks(staff)
      return returnWrongAmount(staff, { taskId: task?.id ?? '', amountRupiah: part, reference: 'TRX' })
    }
    await giveBack()

    // the rest of the total alone: with the part that went back it would look like all of it
    const seen = { orderId, amountRupiah: total, note: null }
    expect(await recordTransfer(staff, seen)).toEqual({
      ok: false,
      error: { code: 'sent-back-before', sentBack: part, expected: null },
    })
    expect(await books(ctx)).toEqual({})
    const nothingNew = await recordTransfer(staff, { ...seen, amountRupiah: part, certainOfRupiah: part })
    expect(nothingNew).toEqual({
      ok: false,
      error: {
        code: 'less-than-noted',
        noted: part,
        sentBack: part,
        expected: total + part,
        state: 'cancelled',
      },
    })
    // the same part, sent once more, is news
    const again = await recordTransfer(staff, { ...seen, amountRupiah: 2 * part, certainOfRupiah: 2 * part })
    expect(again).toMatchObject({ value: { outcome: 'goes-back', repeated: false } })
    expect((await findOrderPage(ctx, orderId))?.wrongAmount?.amountRupiah).toBe(part)
    expect(await giveBack()).toEqual({ ok: true, value: { outcome: 'returned', repeated: false } })
    expect(await toldOf(ctx, orderId, 'wrong-amount')).toHaveLength(2)
    expect(await toldOf(ctx, orderId, 'refund-sent')).toHaveLength(2)

    const all = await recordTransfer(staff, { ...seen, amountRupiah: total + 2 * part })
    expect(all).toMatchObject({ value: { outcome: 'refund-due' } })
    expect(await books(ctx)).toEqual({ bank: total, 'refunds-due': -total })
  })

  test('cannot be taken and be said to have gone back in the same moment', async ({ raceCtx }) => {
    const { orderId, total } = await setUp(raceCtx)
    const staff = asStaff(raceCtx)
    await confirmTransfer(staff, { orderId, amountRupiah: 100_000, note: null, certainOfRupiah: 100_000 })
    await cancelOrder(raceCtx, { orderId })
    const [task] = await listOpenTasks(staff)
    const sent = { taskId: task?.id ?? '', amountRupiah: 100_000, reference: 'TRX' }
    const [taken, returned] = await Promise.all([
      recordTransfer(staff, { orderId, amountRupiah: total, note: null }),
      returnWrongAmount(staff, sent),
    ])
    const isTaken = taken.ok && taken.value.outcome === 'refund-due'
    const isReturned = returned.ok && !returned.value.repeated
    expect([isTaken, isReturned].filter(Boolean)).toHaveLength(1)
  })

  test('that comes twice is noted beside what paid, goes back by its proof, and is told', async ({
    ctx: base,
  }) => {
    const ctx = await travel(base, '2026-11-22T03:00:00Z')
    const { orderId, total } = await setUp(ctx)
    const staff = asStaff(ctx)
    const [once, twice] = [total, 2 * total].map((amountRupiah) => ({ orderId, amountRupiah, note: null }))
    if (!once || !twice) throw new Error('Two sums were made')
    expect(await recordTransferAgain(staff, twice)).toEqual({ ok: false, error: { code: 'order-open' } })
    await confirmTransfer(staff, once)
    const paid = await books(ctx)

    // a double click, or an old page, is no money; of more than that nobody is told that it was taken
    expect(await confirmTransfer(staff, once)).toEqual({
      ok: true,
      value: { outcome: 'paid', repeated: true },
    })
    for (const command of [confirmTransfer, recordTransfer])
      expect(await command(staff, { ...twice, certainOfRupiah: 2 * total })).toEqual({
        ok: false,
        error: { code: 'booked-before' },
      })
    expect(await books(ctx)).toEqual(paid)
    expect(await listBookedTransfers(staff)).toEqual([])
    const [found] = await findDeskOrders(staff, String(total))
    expect(await listBookedTransfers(staff, [found?.id ?? ''])).toMatchObject([{ orderId, state: 'paid' }])

    // what came the second time, typed alone
    expect(await recordTransferAgain(staff, { ...once, certainOfRupiah: total })).toEqual({
      ok: false,
      error: { code: 'less-than-noted', noted: total, sentBack: 0, expected: total, state: 'paid' },
    })
    expect(await recordTransferAgain(staff, twice)).toEqual({
      ok: false,
      error: { code: 'came-again', again: total },
    })
    for (const repeated of [false, true])
      expect(await recordTransferAgain(staff, { ...twice, certainOfRupiah: 2 * total })).toEqual({
        ok: true,
        value: { outcome: 'again', repeated },
      })
    expect(await books(ctx)).toEqual({ ...paid, bank: 2 * total, 'wrong-amount': -total })
    expect(await listBookedTransfers(staff)).toMatchObject([
      { orderId, wrongAmount: { amountRupiah: total } },
    ])
    expect(await findOrderPage(ctx, orderId)).toMatchObject({
      status: 'passed-on',
      wrongAmount: { amountRupiah: total },
    })
    expect((await findOrderRecord(staff, orderId))?.events.at(-1)).toMatchObject({ kind: 'money-again' })
    expect(await toldOf(ctx, orderId, 'wrong-amount')).toEqual([{ amountRupiah: total }])

    const [task] = await listOpenTasks(staff)
    expect(task).toMatchObject({
      kind: 'wrong-amount',
      detail: { amountRupiah: total, expectedRupiah: null },
    })
    const sent = { taskId: task?.id ?? '', amountRupiah: total, reference: 'TRX-2' }
    for (const repeated of [false, true])
      expect(await returnWrongAmount(staff, sent)).toEqual({
        ok: true,
        value: { outcome: 'returned', repeated },
      })
    expect(await books(ctx)).toEqual(paid)
    expect(await findOrderPage(ctx, orderId)).toMatchObject({
      wrongAmount: null,
      returnedAmounts: [{ amountRupiah: total, reference: 'TRX-2' }],
    })
    expect(await toldOf(ctx, orderId, 'refund-sent')).toEqual([{ amountRupiah: total, reference: 'TRX-2' }])

    // its number was mistyped
    const correct = (reference: string, seen = 'TRX-2') =>
      correctReturnReference(staff, { taskId: sent.taskId, reference, seen })
    expect(await correct('TRX-2')).toEqual({ ok: false, error: { code: 'unchanged' } })
    expect(await correct('TRX-9')).toMatchObject({ ok: true })
    expect(await correct('TRX-8')).toEqual({ ok: false, error: { code: 'nothing-to-correct' } })
    expect((await findOrderPage(ctx, orderId))?.returnedAmounts[0]?.reference).toBe('TRX-9')
    const corrected = { amountRupiah: total, reference: 'TRX-9', isCorrection: true }
    expect(await toldOf(ctx, orderId, 'refund-sent')).toContainEqual(corrected)
    const record = await findOrderRecord(staff, orderId)
    expect(record?.events.at(-1)?.detail).toMatchObject({ of: `task:${sent.taskId}` })
    expect(record?.audit.map(({ action }) => action)).toContain('note-money-again')
    expect(record?.audit.at(-1)).toMatchObject({
      ...{ action: 'correct-refund-reference', subject: `task:${sent.taskId}` },
      ...{ before: { reference: 'TRX-2' }, after: { reference: 'TRX-9' } },
    })

    // a third time; then it turns out to have been a slip
    const thrice = { ...twice, amountRupiah: 3 * total, certainOfRupiah: 3 * total }
    expect(await recordTransferAgain(staff, thrice)).toMatchObject({ value: { outcome: 'again' } })
    const slip = { notedRupiah: 3 * total, cameRupiah: 2 * total }
    for (const repeated of [false, true])
      expect(await recordTransferAgain(staff, { ...twice, slip })).toEqual({
        ok: true,
        value: { outcome: 'slip', repeated },
      })
    expect(await books(ctx)).toEqual(paid)
    expect(await listOpenTasks(staff)).toEqual([])
  })

  test('that comes twice for an order whose money goes back, goes back as well', async ({ ctx }) => {
    const { orderId, total } = await setUp(ctx)
    const staff = asStaff(ctx)
    await cancelOrder(ctx, { orderId })
    await recordTransfer(staff, { orderId, amountRupiah: total, note: null })
    const note = (amountRupiah: number) =>
      recordTransferAgain(staff, { orderId, amountRupiah, note: null, certainOfRupiah: amountRupiah })
    expect(await note(2 * total)).toMatchObject({ value: { outcome: 'again', repeated: false } })
    expect(await books(ctx)).toEqual({ bank: 2 * total, 'refunds-due': -total, 'wrong-amount': -total })
    const refundId = (await findOrderPage(ctx, orderId))?.refunds[0]?.id ?? ''
    await markRefundSent(staff, { refundId, reference: 'TRX-1' })
    expect((await findOrderPage(ctx, orderId))?.status).toBe('refunded')
    expect(await note(2 * total + 5_000)).toMatchObject({ value: { outcome: 'again', repeated: false } })
    expect(await books(ctx)).toEqual({ bank: total + 5_000, 'wrong-amount': -total - 5_000 })
    const [task] = await listOpenTasks(staff)
    const sent = { taskId: task?.id ?? '', amountRupiah: total + 5_000, reference: 'TRX-2' }
    expect(await returnWrongAmount(staff, sent)).toMatchObject({ ok: true })
    expect(await books(ctx)).toEqual({})
  })

  test('that was sent back and bounces is with the library again, beside what came meanwhile', async ({
    ctx: base,
  }) => {
    const ctx = await travel(base, '2026-11-22T03:00:00Z')
    const { orderId } = await setUp(ctx)
    const staff = asStaff(ctx)
    await cancelOrder(ctx, { orderId })
    const note = (amountRupiah: number) =>
      recordTransfer(staff, { orderId, amountRupiah, note: null, certainOfRupiah: amountRupiah })
    await note(50_000)
    const taskId = (await listOpenTasks(staff))[0]?.id ?? ''
    const bounced = { taskId, reason: 'Rekening tutup' }
    expect(await returnBounced(staff, bounced)).toEqual({ ok: false, error: { code: 'unknown-task' } })
    await returnWrongAmount(staff, { taskId, amountRupiah: 50_000, reference: 'TRX-1' })
    expect((await findOrderPage(ctx, orderId))?.returnedAmounts).toMatchObject([{ taskId }])
    await note(57_000)
    expect(await returnBounced(staff, bounced)).toMatchObject({ ok: true })
    expect(await returnBounced(staff, bounced)).toEqual({ ok: false, error: { code: 'told-before' } })
    expect(await correctReturnReference(staff, { taskId, reference: 'TRX-9', seen: 'TRX-1' })).toEqual({
      ...{ ok: false, error: { code: 'nothing-to-correct' } },
    })
    expect(await books(ctx)).toEqual({ bank: 57_000, 'wrong-amount': -57_000 })
    expect(await findOrderPage(ctx, orderId)).toMatchObject({
      wrongAmount: { amountRupiah: 57_000 },
      returnedAmounts: [],
    })
    expect(await listOpenTasks(staff)).toMatchObject([
      {
        kind: 'wrong-amount',
        detail: {
          ...{ amountRupiah: 57_000, expectedRupiah: null },
          bounces: [{ amountRupiah: 50_000, reason: 'Rekening tutup' }],
        },
      },
    ])
    expect((await findOrderPage(ctx, orderId))?.wrongAmount?.hasBounced).toBe(true)
    expect(await toldOf(ctx, orderId, 'refund-failed')).toEqual([
      { amountRupiah: 50_000, isOtherAmount: true },
    ])
    // all that ever came is the same as before
    expect(await note(57_000)).toMatchObject({ value: { outcome: 'goes-back', repeated: true } })
    // what comes later does not hide it
    expect(await note(58_000)).toMatchObject({ value: { outcome: 'goes-back', repeated: false } })
    const [task] = await listOpenTasks(staff)
    expect(task?.detail).toMatchObject({ amountRupiah: 58_000, bounces: [{ amountRupiah: 50_000 }] })
    await returnWrongAmount(staff, { taskId: task?.id ?? '', amountRupiah: 58_000, reference: 'TRX-2' })
    expect(await books(ctx)).toEqual({})
    // each return is named
    await note(60_000)
    const [last] = await listOpenTasks(staff)
    expect(last?.detail).not.toHaveProperty('bounces')
    await returnWrongAmount(staff, { taskId: last?.id ?? '', amountRupiah: 2_000, reference: 'TRX-3' })
    expect((await findOrderPage(ctx, orderId))?.returnedAmounts).toMatchObject([
      { amountRupiah: 58_000, reference: 'TRX-2' },
      { amountRupiah: 2_000, reference: 'TRX-3' },
    ])
    expect(await note(60_000)).toMatchObject({ error: { code: 'less-than-noted', noted: 60_000 } })
  })

  test('that nobody has sent yet ends after a day and frees its pieces', async ({ ctx: base }) => {
    const ctx = await travel(base, '2026-11-22T03:00:00Z')
    const { variantId, orderId } = await setUp(ctx)
    const before = await travel(ctx, '2026-11-23T02:59:00Z')
    expect(await expireDuePayments(before)).toBe(0)
    // found due, and lengthened before its turn came
    expect(await expirePayment(before, orderId)).toBe(false)
    expect((await paymentOf(ctx, orderId)).state).toBe('awaiting')
    const later = await travel(ctx, '2026-11-23T03:00:00Z')
    expect(await expireDuePayments(later)).toBe(1)
    expect(await expireDuePayments(later)).toBe(0)
    expect((await paymentOf(ctx, orderId)).state).toBe('expired')
    expect((await parcelsOf(ctx, orderId))[0]?.state).toBe('cancelled')
    expect(await stockOf(ctx, variantId)).toEqual({ onHand: 5, reserved: 0, openPieces: 0 })
  })

  test('whose end cannot be written does not keep the others from ending', async ({ raceCtx }) => {
    const stuck = await setUp(raceCtx)
    const other = await setUp(raceCtx)
    await sql`update payment set expires_at = moment() - interval '1 hour'`.execute(raceCtx.db)
    await sql`create function stick() returns trigger language plpgsql as $$ begin raise 'stuck'; end $$`.execute(
      raceCtx.db,
    )
    await sql`create trigger stick before update on payment for each row
      when (old.order_id = ${sql.lit(stuck.orderId)}) execute function stick()`.execute(raceCtx.db)
    expect(await expireDuePayments(raceCtx)).toBe(1)
    expect((await paymentOf(raceCtx, stuck.orderId)).state).toBe('awaiting')
    expect((await paymentOf(raceCtx, other.orderId)).state).toBe('expired')
    expect((await stockOf(raceCtx, stuck.variantId)).reserved).toBe(2)
  })

  test('that comes late takes the order up again when every piece is still there', async ({ ctx: base }) => {
    const ctx = await travel(base, '2026-11-22T03:00:00Z')
    const { variantId, orderId, total } = await setUp(ctx)
    const promised = (await parcelsOf(ctx, orderId))[0]?.promise_on
    const late = await travel(ctx, '2026-11-25T03:00:00Z')
    await expireDuePayments(late)
    const seen = { orderId, amountRupiah: total, note: null }
    expect(await confirmTransfer(asStaff(late), seen)).toMatchObject({ error: { code: 'order-closed' } })
    expect(await recordTransfer(asStaff(late), seen)).toMatchObject({ value: { outcome: 'paid' } })
    expect(await recordTransfer(asStaff(late), seen)).toMatchObject({
      value: { outcome: 'paid', repeated: true },
    })
    expect(await stockOf(ctx, variantId)).toEqual({ onHand: 3, reserved: 0, openPieces: 0 })
    const [parcel] = await parcelsOf(ctx, orderId)
    expect([promised, parcel?.promise_on]).toEqual(['2026-11-24', '2026-11-26'])
    expect(parcel?.state).toBe('open')
  })

  test('that comes late without a word from its buyer is written down where staff look for it', async ({
    ctx: base,
  }) => {
    const ctx = await travel(base, '2026-11-22T03:00:00Z')
    const { orderId, total } = await setUp(ctx)
    const open = await setUp(ctx)
    const staff = asStaff(await travel(ctx, '2026-11-25T03:00:00Z'))
    await expirePayment(staff, orderId)
    expect(await listLateTransfers(staff)).toEqual([])
    const found = await findDeskOrders(staff, String(total))
    const sought = [...found.map(({ id }) => id), open.orderId]
    expect(await listLateTransfers(staff, sought)).toMatchObject([{ orderId, totalRupiah: total }])
  })

  test('that comes when the pieces have gone to another is owed back in full', async ({ ctx: base }) => {
    const ctx = await travel(base, '2026-11-22T03:00:00Z')
    const { variantId, orderId, total } = await setUp(ctx, { onHand: 2 })
    const late = await travel(ctx, '2026-11-24T03:00:00Z')
    await expireDuePayments(late)
    await anOrder(late, { lines: [{ variantId }] })
    const staff = asStaff(late)
    const taken = await recordTransfer(staff, { orderId, amountRupiah: total, note: null })
    expect(taken).toMatchObject({ value: { outcome: 'refund-due' } })
    expect(await books(ctx)).toEqual({ bank: total, 'refunds-due': -total })
    expect(await listOpenTasks(staff)).toMatchObject([
      { kind: 'refund-due', detail: { amountRupiah: total } },
    ])

    const [refund] = (await findOrderPage(ctx, orderId))?.refunds ?? []
    expect(refund).toMatchObject({ amountRupiah: total, reason: 'paid-after-expiry' })
    await markRefundSent(staff, { refundId: refund?.id ?? '', reference: 'TRX-1' })
    expect(await books(ctx)).toEqual({})
    expect((await paymentOf(ctx, orderId)).state).toBe('refunded')
    expect(await listOpenTasks(staff)).toEqual([])
  })
})

/** What the letters of one kind say beyond the order. */
async function toldOf({ db }: Ctx, orderId: string, template: NoticeTemplate) {
  const told = await db
    .selectFrom('notice')
    .where('order_id', '=', orderId)
    .where('template', '=', template)
    .select('data')
    .execute()
  return told.map(({ data }) => data)
}

describe('a proof of transfer', () => {
  test('that staff look at days later gives the groups their days from then on', async ({ ctx: base }) => {
    const ctx = await travel(base, '2026-11-22T03:00:00Z')
    const ready = await setUp(ctx)
    const woven = await setUp(ctx, { openCap: 3 })
    for (const { orderId, total } of [ready, woven]) {
      await sendTransferProof(ctx, { orderId, imageKey: await anImage(ctx, `bukti-${orderId}`) })
      const staff = asStaff(await travel(ctx, '2026-11-27T03:00:00Z'))
      await confirmTransfer(staff, { orderId, amountRupiah: total, note: null })
    }
    const promiseOf = async (orderId: string) => (await parcelsOf(ctx, orderId))[0]?.promise_on
    expect(await promiseOf(ready.orderId)).toBe('2026-11-30')
    expect(await promiseOf(woven.orderId)).toBe('2026-12-07')
  })

  test('for an order that has ended has been answered once its money is noted, of whatever amount', async ({
    ctx: base,
  }) => {
    const ctx = await travel(base, '2026-11-22T03:00:00Z')
    const { orderId, total } = await setUp(ctx)
    const late = await travel(ctx, '2026-11-24T03:00:00Z')
    await expireDuePayments(late)
    await sendTransferProof(late, { orderId, imageKey: await anImage(ctx, 'bukti-9') })
    const staff = asStaff(late)
    const amountRupiah = total - 500
    await recordTransfer(staff, { orderId, amountRupiah, note: null, certainOfRupiah: amountRupiah })
    expect(await listOpenTasks(staff)).toMatchObject([{ kind: 'wrong-amount', detail: { amountRupiah } }])
  })

  test('stops the clock until staff answer; refused, the buyer has six more hours', async ({ ctx: base }) => {
    const ctx = await travel(base, '2026-11-22T03:00:00Z')
    const { orderId, total } = await setUp(ctx)
    await sendTransferProof(ctx, { orderId, imageKey: await anImage(ctx, 'bukti-1') })
    const later = await travel(ctx, '2026-11-25T03:00:00Z')
    expect(await expireDuePayments(later)).toBe(0)
    const staff = asStaff(later)
    expect(await listTransfersToConfirm(staff)).toMatchObject([
      { orderId, state: 'proof-sent', totalRupiah: total },
    ])

    expect(await refuseTransferProof(staff, { orderId, reason: 'Fotonya buram.' })).toMatchObject({
      value: { isLate: false },
    })
    expect((await paymentOf(ctx, orderId)).expires_at).toEqual(new Date('2026-11-25T09:00:00Z'))
    expect(await refuseTransferProof(staff, { orderId, reason: 'lagi' })).toMatchObject({
      error: { code: 'no-proof' },
    })
    expect((await findOrderPage(later, orderId))?.proofRefusedReason).toBe('Fotonya buram.')
    await sendTransferProof(later, { orderId, imageKey: await anImage(ctx, 'bukti-2') })
    await confirmTransfer(staff, { orderId, amountRupiah: total, note: null })
    expect((await paymentOf(ctx, orderId)).state).toBe('paid')
    const notices = await ctx.db
      .selectFrom('notice')
      .where('template', '=', 'proof-sent')
      .selectAll()
      .execute()
    expect(notices).toHaveLength(2)
  })

  test('keeps the total its own for as long as staff need, and for two days after their answer', async ({
    ctx: base,
  }) => {
    const ctx = await travel(base, '2026-11-22T03:00:00Z')
    const { orderId } = await setUp(ctx)
    const isFree = async (at: string) => {
      const then = await travel(ctx, at)
      const { rows } = await sql<{ taken: boolean }>`
        select used @> moment() as taken from transfer_total where order_id = ${orderId}`.execute(then.db)
      return !rows[0]?.taken
    }
    await sendTransferProof(ctx, { orderId, imageKey: await anImage(ctx, 'bukti-5') })
    expect(await isFree('2027-02-22T03:00:00Z')).toBe(false)

    const answered = asStaff(await travel(ctx, '2026-11-30T03:00:00Z'))
    await refuseTransferProof(answered, { orderId, reason: 'Fotonya buram.' })
    expect(await isFree('2026-12-02T08:59:00Z')).toBe(false)
    expect(await isFree('2026-12-02T09:00:00Z')).toBe(true)

    const again = await travel(ctx, '2026-11-30T04:00:00Z')
    await sendTransferProof(again, { orderId, imageKey: await anImage(ctx, 'bukti-6') })
    const amountRupiah = (await paymentOf(ctx, orderId)).total_rupiah ?? 0
    await confirmTransfer(asStaff(again), { orderId, amountRupiah, note: null })
    expect(await isFree('2026-12-02T03:59:00Z')).toBe(false)
    expect(await isFree('2026-12-02T04:00:00Z')).toBe(true)
  })

  test('that comes again after another one is told again', async ({ ctx: base }) => {
    const ctx = await travel(base, '2026-11-22T03:00:00Z')
    const { orderId } = await setUp(ctx)
    const [one, other] = [await anImage(ctx, 'bukti-a'), await anImage(ctx, 'bukti-b')]
    for (const imageKey of [one, other, one]) {
      await sendTransferProof(ctx, { orderId, imageKey })
      await refuseTransferProof(asStaff(ctx), { orderId, reason: 'Fotonya buram.' })
    }
    const told = await ctx.db.selectFrom('notice').where('template', '=', 'proof-sent').select('id').execute()
    expect(told).toHaveLength(3)
  })

  test('that was refused is not taken a second time; sent when the order has ended, staff see it all the same', async ({
    ctx: base,
  }) => {
    const ctx = await travel(base, '2026-11-22T03:00:00Z')
    const { orderId } = await setUp(ctx)
    const proof = { orderId, imageKey: await anImage(ctx, 'bukti-4') }
    await sendTransferProof(ctx, proof)
    expect(await sendTransferProof(ctx, proof)).toEqual({ ok: true, value: { isLate: false } })
    // an early answer takes nothing off the day the buyer had
    await refuseTransferProof(asStaff(ctx), { orderId, reason: 'Fotonya buram.' })
    expect((await paymentOf(ctx, orderId)).expires_at).toEqual(new Date('2026-11-23T03:00:00Z'))
    expect(await sendTransferProof(ctx, proof)).toMatchObject({ error: { code: 'refused-before' } })
    expect((await paymentOf(ctx, orderId)).state).toBe('awaiting')

    const late = await travel(ctx, '2026-11-24T03:00:00Z')
    await expireDuePayments(late)
    expect(await sendTransferProof(late, proof)).toEqual({ ok: true, value: { isLate: true } })
    expect(await listOpenTasks(asStaff(late))).toMatchObject([{ kind: 'late-money', orderId }])
    // it is shown as what was sent now, not as what was refused then
    expect(await listLateTransfers(asStaff(late))).toMatchObject([
      { orderId, proofSentAt: late.now, proofRefusedReason: null },
    ])
  })

  test('for an order that has ended becomes a task, and an answer that its buyer reads', async ({
    ctx: base,
  }) => {
    const ctx = await travel(base, '2026-11-22T03:00:00Z')
    const { orderId } = await setUp(ctx)
    const late = await travel(ctx, '2026-11-24T03:00:00Z')
    await expireDuePayments(late)
    const staff = asStaff(late)
    const proof = { orderId, imageKey: await anImage(ctx, 'bukti-3') }
    const refusal = { orderId, reason: 'Uangnya tidak masuk.' }
    expect(await refuseTransferProof(staff, refusal)).toMatchObject({ error: { code: 'no-proof' } })
    // sent again after the answer it asks anew: the money may have come since
    for (const times of [1, 2]) {
      for (const _twice of [1, 2])
        expect(await sendTransferProof(late, proof)).toEqual({ ok: true, value: { isLate: true } })
      expect(await findOrderPage(late, orderId)).toMatchObject({
        ...{ isLateProofWaiting: true, proofRefusedReason: null },
      })
      const [task, ...others] = await listOpenTasks(staff)
      expect([task, others]).toMatchObject([{ kind: 'late-money', orderId }, []])
      const word = { taskId: task?.id ?? '', resolution: refusal.reason }
      expect(await resolveTask(staff, word)).toMatchObject({ error: { code: 'done-elsewhere' } })
      expect(await refuseTransferProof(staff, refusal)).toEqual({ ok: true, value: { isLate: true } })
      expect(await listOpenTasks(staff)).toEqual([])
      expect(await toldOf(ctx, orderId, 'proof-refused')).toHaveLength(times)
    }
    expect(await findOrderPage(late, orderId)).toMatchObject({
      ...{ paymentState: 'expired', isLateProofWaiting: false, proofRefusedReason: refusal.reason },
    })
  })
})

const ABROAD = {
  country: 'NL',
  districtCode: null,
  street: 'Dapperstraat 12, Amsterdam',
  village: null,
  postalCode: '1093 BT',
  landmark: null,
}

const QUOTE = { delivery: 'quote', shippingRupiah: null, carrier: null } as const

/** An order of two groups, of which one is still asked what sending costs. */
async function anOrderHalfAsked(ctx: Ctx) {
  const [near, far] = [await aVariant(ctx), await aVariant(ctx, { priceRupiah: 100_000 })]
  const command = await aCommand(ctx, { lines: [{ variantId: near }, { variantId: far }] })
  const parcels = command.parcels.map((parcel, index) => (index === 0 ? parcel : { ...parcel, ...QUOTE }))
  const placed = await placeOrder(ctx, { ...command, parcels })
  const orderId = placed.ok ? placed.value.orderId : ''
  const asked = (await parcelsOf(ctx, orderId)).find((parcel) => parcel.delivery === 'quote')
  return { near, far, orderId, asked, isNearAsked: asked?.group_id === command.parcels[0]?.groupId }
}

describe('a shipping cost nobody knew', () => {
  const answer = {
    shippingRupiah: 75_000,
    delivery: 'boat',
    carrier: 'KM Sukadana',
    daysMin: 1,
    daysMax: 3,
  } as const

  test('said by the group gives the order its total and a day to pay', async ({ ctx: base }) => {
    const ctx = await travel(base, '2026-11-22T03:00:00Z')
    await aReceivingAccount(ctx)
    const variantId = await aVariant(ctx)
    const { orderId } = await anOrder(ctx, { lines: [{ variantId }], parcel: QUOTE })
    const [parcel] = await parcelsOf(ctx, orderId)
    const parcelId = parcel?.id ?? ''
    const stranger = asGroup(ctx, await aGroup(ctx))
    expect(await confirmShipping(stranger, { parcelId, ...answer })).toMatchObject({
      error: { code: 'unknown-parcel' },
    })

    const later = await travel(ctx, '2026-11-23T03:00:00Z')
    const group = asGroup(later, parcel?.group_id ?? '')
    expect(await confirmShipping(group, { parcelId, ...answer })).toEqual({
      ok: true,
      value: { isPriced: true },
    })
    expect(await confirmShipping(group, { parcelId, ...answer })).toMatchObject({
      error: { code: 'nothing-to-confirm' },
    })
    const payment = await paymentOf(ctx, orderId)
    expect(payment.state).toBe('awaiting')
    expect(payment.total_rupiah).toBe(285_000 + 75_000 + payment.unique_code_rupiah)
    expect(payment.expires_at).toEqual(new Date('2026-11-24T03:00:00Z'))
  })

  test('asked of a group and then called off, by the buyer, by staff or by time, is told to that group', async ({
    ctx: base,
  }) => {
    const ctx = await travel(base, '2026-11-22T03:00:00Z')
    await aReceivingAccount(ctx)
    const told = async (parcelId: string) => {
      const notices = await ctx.db
        .selectFrom('notice')
        .where(sql`data ->> 'parcelId'`, '=', parcelId)
        .where('template', 'like', 'group-%')
        .orderBy('id', 'desc')
        .select('template')
        .execute()
      return notices.map(({ template }) => template)
    }
    const ends: ((order: { orderId: string; parcelId: string }) => Promise<unknown>)[] = [
      ({ orderId }) => cancelOrder(ctx, { orderId }),
      ({ parcelId }) => declineParcel(asStaff(ctx), { parcelId, reason: 'damaged', note: null }),
      async () => expireDuePayments(await travel(ctx, '2027-01-10T03:00:00Z')),
    ]
    for (const end of ends) {
      const lines = [{ variantId: await aVariant(ctx) }]
      const { orderId } = await anOrder(ctx, { lines, parcel: QUOTE })
      const [parcel] = await parcelsOf(ctx, orderId)
      const parcelId = parcel?.id ?? ''
      expect(await told(parcelId)).toEqual(['group-shipping-asked'])
      await end({ orderId, parcelId })
      expect(await told(parcelId)).toEqual(['group-shipping-asked', 'group-parcel-cancelled'])
    }
    // one that waits for its money has not been told of yet
    const { orderId } = await anOrder(ctx, { lines: [{ variantId: await aVariant(ctx) }] })
    const [parcel] = await parcelsOf(ctx, orderId)
    await cancelOrder(ctx, { orderId })
    expect(await told(parcel?.id ?? '')).toEqual([])
  })

  test('of a parcel that goes abroad is for staff to say; the group is not asked', async ({ ctx }) => {
    await aReceivingAccount(ctx)
    const lines = [{ variantId: await aVariant(ctx) }]
    const { orderId } = await anOrder(ctx, { lines, parcel: QUOTE, destination: { ...ABROAD } })
    const [parcel] = await parcelsOf(ctx, orderId)
    const command = { parcelId: parcel?.id ?? '', ...answer }
    const group = asGroup(ctx, parcel?.group_id ?? '')
    expect(await confirmShipping(group, command)).toMatchObject({ error: { code: 'priced-by-staff' } })
    expect(await confirmShipping(asStaff(ctx), command)).toMatchObject({ value: { isPriced: true } })
    const told = await ctx.db
      .selectFrom('notice')
      .where('order_id', '=', orderId)
      .select('template')
      .execute()
    expect(told.map(({ template }) => template)).not.toContain('group-shipping-asked')
  })

  test('that the group cannot say, because it cannot send there, leaves the rest of the order with its price', async ({
    ctx: base,
  }) => {
    const ctx = await travel(base, '2026-11-22T03:00:00Z')
    await aReceivingAccount(ctx)
    const { near, far, orderId, asked, isNearAsked } = await anOrderHalfAsked(ctx)
    const kept = isNearAsked ? far : near
    const group = asGroup(ctx, asked?.group_id ?? '')
    expect(
      await declineParcel(group, { parcelId: asked?.id ?? '', reason: 'cannot-ship', note: null }),
    ).toMatchObject({
      ok: true,
    })
    const payment = await paymentOf(ctx, orderId)
    expect(payment).toMatchObject({ state: 'awaiting', shipping_rupiah: 20_000 })
    const goods = kept === near ? 285_000 : 100_000
    expect(payment.total_rupiah).toBe(goods + 20_000 + payment.unique_code_rupiah)
    const page = (await findOrderPage(ctx, orderId)) as OrderPage
    expect(sumParts(page)).toEqual([
      { part: 'goods', amountRupiah: 385_000 },
      { part: 'shipping', group: null, amountRupiah: 20_000 },
      { part: 'code', amountRupiah: payment.unique_code_rupiah },
      { part: 'dropped', amountRupiah: goods - 385_000 },
    ])
    // late money brings back what had expired, not what the group had declined
    const late = await travel(ctx, '2026-12-24T03:00:00Z')
    expect(await expireDuePayments(late)).toBe(1)
    await recordTransfer(asStaff(late), { orderId, amountRupiah: payment.total_rupiah ?? 0, note: null })
    expect((await books(ctx))['group-pending']).toBe(-(goods + 20_000))
    const states = (await parcelsOf(ctx, orderId)).map((parcel) => parcel.state)
    expect(states.sort()).toEqual(['declined', 'open'])
    expect(await stockOf(ctx, kept === near ? far : near)).toEqual({ onHand: 5, reserved: 0, openPieces: 0 })
  })

  test('an order that found no free code when its last cost fell away gets its total later', async ({
    ctx,
  }) => {
    const receivingAccountId = await aReceivingAccount(ctx)
    const { orderId, asked, isNearAsked } = await anOrderHalfAsked(ctx)
    const rest = isNearAsked ? 100_000 : 285_000
    await sql`
      insert into transfer_total (order_id, receiving_account_id, total_rupiah, used)
      select gen_random_uuid(), ${receivingAccountId}::uuid, ${rest + 20_000}::bigint + code, tstzrange(moment(), moment() + interval '9 days')
      from generate_series(1, 999) as code`.execute(ctx.db)
    const group = asGroup(ctx, asked?.group_id ?? '')
    await declineParcel(group, { parcelId: asked?.id ?? '', reason: 'cannot-ship', note: null })
    expect(await priceKnownOrders(ctx)).toBe(0)
    expect((await paymentOf(ctx, orderId)).state).toBe('quoting')
    await ctx.db
      .deleteFrom('transfer_total')
      .where('total_rupiah', '=', rest + 20_007)
      .execute()
    expect(await priceKnownOrders(ctx)).toBe(1)
    expect(await paymentOf(ctx, orderId)).toMatchObject({ state: 'awaiting', total_rupiah: rest + 20_007 })
    expect(await priceKnownOrders(ctx)).toBe(0)
  })

  test('of bringing it oneself is told only inside the group’s own regency', async ({ ctx }) => {
    await aReceivingAccount(ctx)
    const lines = [{ variantId: await aVariant(ctx) }]
    await ctx.db.insertInto('province').values({ code: '91', name: 'Papua' }).execute()
    const jayapura = { code: '91.71', province_code: '91', name: 'Kota Jayapura' }
    await ctx.db.insertInto('regency').values(jayapura).execute()
    const district = { code: '91.71.01', regency_code: '91.71', name: 'Jayapura Utara', words: 'jayapura' }
    await ctx.db.insertInto('district').values(district).execute()
    const answer = {
      shippingRupiah: 75_000,
      delivery: 'local',
      carrier: null,
      daysMin: 1,
      daysMax: 3,
    } as const
    const parcelTo = async (destination: { country: string; districtCode: string | null }) => {
      const order = await anOrder(ctx, { lines, parcel: QUOTE, destination: { ...ABROAD, ...destination } })
      return (await parcelsOf(ctx, order.orderId))[0]
    }
    const abroad = await parcelTo(ABROAD)
    const far = await parcelTo({ country: 'ID', districtCode: '91.71.01' })
    const near = await parcelTo({ country: 'ID', districtCode: '61.11.01' })
    const tooFar = { error: { code: 'too-far-to-bring' } }
    expect(await confirmShipping(asStaff(ctx), { parcelId: abroad?.id ?? '', ...answer })).toMatchObject(
      tooFar,
    )
    const group = asGroup(ctx, far?.group_id ?? '')
    const parcelId = far?.id ?? ''
    expect(await confirmShipping(group, { parcelId, ...answer })).toMatchObject(tooFar)
    await confirmShipping(group, { parcelId, ...answer, delivery: 'boat', carrier: 'KM Sukadana' })
    expect(
      await correctShipping(group, { parcelId, ...answer, seenRupiah: answer.shippingRupiah }),
    ).toMatchObject(tooFar)
    expect(await confirmShipping(group, { parcelId: near?.id ?? '', ...answer })).toMatchObject({ ok: true })
  })

  test('of two parcels waits for the second; nobody answering ends the order after two days', async ({
    ctx: base,
  }) => {
    const ctx = await travel(base, '2026-11-22T03:00:00Z')
    await aReceivingAccount(ctx)
    const lines = [{ variantId: await aVariant(ctx) }, { variantId: await aVariant(ctx) }]
    const { orderId } = await anOrder(ctx, { lines, parcel: QUOTE })
    const [first] = await parcelsOf(ctx, orderId)
    const staff = asStaff(ctx)
    expect(await confirmShipping(staff, { parcelId: first?.id ?? '', ...answer })).toMatchObject({
      value: { isPriced: false },
    })
    const again = { parcelId: first?.id ?? '', ...answer, shippingRupiah: 5_000 }
    expect(await confirmShipping(staff, again)).toMatchObject({ error: { code: 'nothing-to-confirm' } })
    expect((await parcelsOf(ctx, orderId))[0]?.shipping_rupiah).toBe(75_000)
    expect((await paymentOf(ctx, orderId)).state).toBe('quoting')
    expect(await expireDuePayments(await travel(ctx, '2026-11-24T03:00:00Z'))).toBe(1)
  })
})

describe('paid at the counter', () => {
  test('the cash is the library’s, in the exact amount', async ({ ctx }) => {
    const variantId = await aVariant(ctx)
    const { orderId } = await anOrder(ctx, { lines: [{ variantId }], paymentMethod: 'pickup' })
    const staff = asStaff(ctx)
    expect(await recordPickupPayment(staff, { orderId, amountRupiah: 280_000 })).toEqual({
      ok: false,
      error: { code: 'wrong-amount', expected: 285_000 },
    })
    expect(await recordPickupPayment(staff, { orderId, amountRupiah: 285_000 })).toMatchObject({ ok: true })
    expect(await recordPickupPayment(staff, { orderId, amountRupiah: 285_000 })).toMatchObject({
      value: { repeated: true },
    })
    expect(await books(ctx)).toEqual({ cash: 285_000, 'group-pending': -285_000 })
    expect((await stockOf(ctx, variantId)).onHand).toBe(4)
  })

  test('what its groups decline, one after the other, is taken off until nothing is owed', async ({
    ctx,
  }) => {
    const lines = [
      { variantId: await aVariant(ctx) },
      { variantId: await aVariant(ctx, { priceRupiah: 100_000 }) },
    ]
    const { orderId } = await anOrder(ctx, { lines, paymentMethod: 'pickup' })
    const left: number[] = []
    for (const { id, group_id } of await parcelsOf(ctx, orderId)) {
      const command = { parcelId: id, reason: 'damaged', note: null } as const
      expect(await declineParcel(asGroup(ctx, group_id), command)).toMatchObject({ ok: true })
      const page = (await findOrderPage(ctx, orderId)) as OrderPage
      expect(sum(sumParts(page).map(({ amountRupiah }) => amountRupiah ?? 0))).toBe(page.totalRupiah)
      left.push(page.totalRupiah ?? -1)
    }
    expect([
      [100_000, 0],
      [285_000, 0],
    ]).toContainEqual(left)
    expect(await paymentOf(ctx, orderId)).toMatchObject({ state: 'cancelled', total_rupiah: 0 })
  })

  test('nobody came: a week after the promise the pieces are free', async ({ ctx: base }) => {
    const ctx = await travel(base, '2026-11-22T03:00:00Z')
    const variantId = await aVariant(ctx)
    const { orderId } = await anOrder(ctx, { lines: [{ variantId }], paymentMethod: 'pickup' })
    expect(await expireDuePayments(await travel(ctx, '2026-11-30T16:59:00Z'))).toBe(0)
    expect(await expireDuePayments(await travel(ctx, '2026-11-30T17:00:00Z'))).toBe(1)
    expect((await parcelsOf(ctx, orderId))[0]?.state).toBe('cancelled')
    expect((await stockOf(ctx, variantId)).reserved).toBe(0)
    const told = await ctx.db
      .selectFrom('notice')
      .where('template', '=', 'group-parcel-cancelled')
      .selectAll()
      .execute()
    expect(told).toHaveLength(1)
  })
})

describe('calling off', () => {
  test('frees the pieces while nothing is paid; later it is too late', async ({ ctx }) => {
    const { variantId, orderId } = await setUp(ctx)
    expect(await cancelOrder(ctx, { orderId })).toEqual({ ok: true, value: { repeated: false } })
    expect(await cancelOrder(ctx, { orderId })).toEqual({ ok: true, value: { repeated: true } })
    expect((await stockOf(ctx, variantId)).reserved).toBe(0)
    const paid = await aPaidOrder(ctx, { lines: [{ variantId }] })
    expect(await cancelOrder(ctx, { orderId: paid.orderId })).toEqual({
      ok: false,
      error: { code: 'too-late', state: 'paid' },
    })
  })

  test('at the word of the buyer is written down as what staff did, and the buyer is told', async ({
    ctx,
  }) => {
    const { variantId, orderId } = await setUp(ctx)
    const staff = asStaff(ctx)
    expect(await cancelForBuyer(staff, { orderId })).toEqual({ ok: true, value: { repeated: false } })
    expect(await cancelForBuyer(staff, { orderId })).toEqual({ ok: true, value: { repeated: true } })
    expect((await stockOf(ctx, variantId)).reserved).toBe(0)
    expect(await toldOf(ctx, orderId, 'order-cancelled')).toEqual([{}])
    const record = await findOrderRecord(staff, orderId)
    expect(record?.events.at(-1)).toMatchObject({ kind: 'cancelled', actor: staff.actor.userId })
    expect(record?.audit).toMatchObject([
      {
        action: 'cancel-order',
        before: { state: 'awaiting' },
        after: { state: 'cancelled' },
        reason: 'buyer-asked',
      },
    ])
  })

  test('is refused to staff as to the buyer once money may be on its way', async ({ ctx }) => {
    const { variantId, orderId } = await setUp(ctx)
    const staff = asStaff(ctx)
    await sendTransferProof(ctx, { orderId, imageKey: await anImage(ctx, 'bukti-1') })
    expect(await cancelForBuyer(staff, { orderId })).toEqual({
      ok: false,
      error: { code: 'too-late', state: 'proof-sent' },
    })
    const paid = await aPaidOrder(ctx, { lines: [{ variantId }] })
    expect(await cancelForBuyer(staff, paid)).toEqual({
      ok: false,
      error: { code: 'too-late', state: 'paid' },
    })
    expect((await findOrderRecord(staff, orderId))?.audit).toEqual([])
  })

  test('money that comes afterwards is owed back, even when the pieces are there', async ({ ctx }) => {
    const { orderId, total } = await setUp(ctx)
    await cancelOrder(ctx, { orderId })
    const taken = await recordTransfer(asStaff(ctx), { orderId, amountRupiah: total, note: null })
    expect(taken).toMatchObject({ value: { outcome: 'refund-due' } })
    expect(await books(ctx)).toEqual({ bank: total, 'refunds-due': -total })
  })
})

describe('a refund', () => {
  test('that bounces is owed again, and can be sent another way', async ({ ctx }) => {
    const { orderId, total } = await setUp(ctx)
    await cancelOrder(ctx, { orderId })
    const staff = asStaff(ctx)
    await recordTransfer(staff, { orderId, amountRupiah: total, note: null })
    const refundId = (await findOrderPage(ctx, orderId))?.refunds[0]?.id ?? ''
    const correct = (reference: string, seen = 'TRX-7') =>
      correctRefundReference(staff, { refundId, reference, seen })
    const comeBack = (seen: string) => refundFailed(staff, { refundId, reason: 'Rekening tutup', seen })
    const over = { error: { code: 'nothing-to-correct' } }
    expect(await correct('TRX-1')).toMatchObject(over)
    await markRefundSent(staff, { refundId, reference: 'TRX-7' })
    expect(await markRefundSent(staff, { refundId, reference: 'TRX-7' })).toMatchObject({
      value: { repeated: true },
    })
    expect(await markRefundSent(staff, { refundId, reference: 'TRX-8' })).toEqual({
      ok: false,
      error: { code: 'sent-before', by: staff.actor.name, reference: 'TRX-7' },
    })
    expect(await correct('TRX-7')).toMatchObject({ error: { code: 'unchanged' } })
    expect(await correct('TRX-1')).toMatchObject({ ok: true })
    expect((await findOrderPage(ctx, orderId))?.refunds[0]?.bankReference).toBe('TRX-1')
    const told = { amountRupiah: total, reference: 'TRX-1', isCorrection: true }
    expect(await toldOf(ctx, orderId, 'refund-sent')).toContainEqual(told)

    // a page opened before knows the mistyped number only
    expect(await correct('TRX-2')).toMatchObject(over)
    expect(await comeBack('TRX-7')).toEqual({ ok: false, error: { code: 'sent-otherwise' } })
    for (const repeated of [false, true])
      expect(await comeBack('TRX-1')).toMatchObject({ ok: true, value: { repeated } })
    expect(await books(ctx)).toEqual({ bank: total, 'refunds-due': -total })
    expect((await paymentOf(ctx, orderId)).state).toBe('refund-due')
    expect(await listOpenTasks(staff)).toMatchObject([{ kind: 'refund-failed' }])
    expect(await correct('TRX-2', 'TRX-1')).toMatchObject(over)
    expect(
      await resolveTask(staff, { taskId: (await listOpenTasks(staff))[0]?.id ?? '', resolution: '-' }),
    ).toEqual({
      ok: false,
      error: { code: 'done-elsewhere' },
    })

    await markRefundSent(staff, { refundId, reference: 'KAS-7', from: 'cash' })
    expect(await books(ctx)).toEqual({ bank: total, cash: -total })
    expect((await paymentOf(ctx, orderId)).state).toBe('refunded')
    expect(await listOpenTasks(staff)).toEqual([])
  })
})

test('every letter about the refund of one parcel knows which it is', async ({ ctx }) => {
  await setUp(ctx)
  const lines = [{ variantId: await aVariant(ctx) }, { variantId: await aVariant(ctx) }]
  const { orderId } = await aPaidOrder(ctx, { lines })
  const staff = asStaff(ctx)
  const parcelId = (await findOrderPage(ctx, orderId))?.parcels[0]?.id ?? ''
  await declineParcel(staff, { parcelId, reason: 'cannot-ship', note: null })
  const refundId = (await findOrderPage(ctx, orderId))?.refunds[0]?.id ?? ''
  await markRefundSent(staff, { refundId, reference: 'TRX-7' })
  await correctRefundReference(staff, { refundId, reference: 'TRX-1', seen: 'TRX-7' })
  await refundFailed(staff, { refundId, reason: 'Rekening tutup', seen: 'TRX-1' })
  const told = [
    ...(await toldOf(ctx, orderId, 'refund-sent')),
    ...(await toldOf(ctx, orderId, 'refund-failed')),
  ]
  expect(told).toHaveLength(3)
  for (const data of told) expect(data).toMatchObject({ parcelId })
})

test('staff find an order by its code, its amount or the phone', async ({ ctx }) => {
  const { orderId, total } = await setUp(ctx)
  const page = await findOrderPage(ctx, orderId)
  const staff = asStaff(ctx)
  for (const words of [
    page?.code ?? '',
    `Rp${total.toLocaleString('id-ID')}`,
    String(total).slice(-3),
    '7890',
    '081234567890',
    '0812-3456-7890',
    '+62 812-3456-7890',
  ]) {
    expect(await findDeskOrders(staff, words)).toMatchObject([{ id: orderId, status: 'awaiting-payment' }])
  }
  // the digits of a code are no end of a number
  for (const words of ['bukan apa-apa', 'P-6X789Q', 'P-7890AB', String(total).slice(-2), '.', "'"])
    expect(await findDeskOrders(staff, words)).toEqual([])
})

test('staff find a name by its letters, however the signs between them are typed', async ({ ctx }) => {
  const { orderId } = await setUp(ctx)
  const staff = asStaff(ctx)
  const called = (name: string) =>
    ctx.db.updateTable('shop_order').set({ buyer_name: name }).where('id', '=', orderId).execute()
  for (const name of [
    'Hj. Nur’aini D-Renée',
    "Hj. Nur'aini D Renée",
    'Hj. Nur´aini D.Renée',
    'Hj Nur`aini, D. Renee',
  ]) {
    await called(name)
    for (const words of [
      "nur'aini",
      'Nur’aini',
      'nur`aini',
      'nur´aini',
      'NURAINI',
      'hj nur',
      'aini d-renee',
      'renée nur',
      'nur - hj',
    ])
      expect(await findDeskOrders(staff, words), `${name}: ${words}`).toMatchObject([{ id: orderId }])
  }
})
