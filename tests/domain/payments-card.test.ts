import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import type { BuyerTemplate } from '#app/domain/notices/notice.ts'
import { findOrderPage } from '#app/domain/orders/order-page.queries.server.ts'
import { listOpenTasks } from '#app/domain/orders/staff-orders.queries.server.ts'
import { resolveTask } from '#app/domain/orders/staff-task.server.ts'
import { cancelForBuyer, cancelOrder } from '#app/domain/payments/cancel-order.server.ts'
import { CARD_UNCLEAR, type CardDisputeTruth, type CardRefundTruth } from '#app/domain/payments/card.ts'
import { attachCardSession, findCardOrder, nextCardAttempt } from '#app/domain/payments/card-page.server.ts'
import { settleCardRefund } from '#app/domain/payments/card-refunds.server.ts'
import { confirmShipping } from '#app/domain/payments/confirm-shipping.server.ts'
import { correctRefundReference } from '#app/domain/payments/correct-refund-reference.server.ts'
import { declineParcel } from '#app/domain/payments/decline-parcel.server.ts'
import { expirePayment } from '#app/domain/payments/expire-payments.server.ts'
import { type MoneyBack, markRefundSent } from '#app/domain/payments/mark-refund-sent.server.ts'
import { receiveCardEvent } from '#app/domain/payments/receive-card-event.server.ts'
import { refundFailed } from '#app/domain/payments/refund-failed.server.ts'
import { settleCardDispute } from '#app/domain/payments/settle-card-dispute.server.ts'
import { settleCardSession } from '#app/domain/payments/settle-card-session.server.ts'
import { handleCardEvent } from '#app/jobs/handle-card-event.server.ts'
import { sweep } from '#app/jobs/sweep.server.ts'
import { rupiah } from '#app/lib/money.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { CardPaymentTruth } from '#app/ports/payments/card-payments.ts'
import { closePageAndCancel } from '#app/routes/cancel-order.server.ts'
import { markLookedUp } from '#app/routes/staff/refund-sent.server.ts'
import { aVariant } from '#tests/support/builders.ts'
import { type FakeCards, fakeCards } from '#tests/support/fake-cards.ts'
import {
  anOrder,
  asGroup,
  asStaff,
  books,
  parcelsOf,
  paymentOf,
  stockOf,
  travel,
} from '#tests/support/order-builders.ts'
import { test } from '#tests/support/test.ts'

const TOTAL = 590_000

/** Two pieces to be paid by card, and the page on which the buyer is about to pay. */
async function aCardOrder(ctx: Ctx, cards: FakeCards, over: Parameters<typeof aVariant>[1] = {}) {
  const variantId = await aVariant(ctx, over)
  const { orderId } = await anOrder(ctx, { lines: [{ variantId, quantity: 2 }], paymentMethod: 'card' })
  const sessionId = cards.open({ orderId, totalRupiah: TOTAL })
  await attachCardSession(ctx, { orderId, attempt: 1, sessionId, expiresAt: ctx.now })
  return { variantId, orderId, sessionId }
}

const truthOf = (cards: FakeCards, sessionId: string) => cards.pages.get(sessionId) as CardPaymentTruth
const notice = (sessionId: string, id = 'evt_1') => ({
  id,
  type: 'checkout.session.completed',
  subject: { kind: 'session', sessionId } as const,
})

describe('the page to pay on', () => {
  test('is opened for exactly what the order comes to', async ({ ctx }) => {
    const { orderId, sessionId } = await aCardOrder(ctx, fakeCards())
    const order = await findCardOrder(ctx, orderId)
    expect(order).toMatchObject({ attempt: 1, shipping: 20_000, total: TOTAL, sessionId })
    expect(order?.lines).toEqual([{ title: 'Tas jinjing pucuk rebung', unitPrice: 285_000, quantity: 2 }])
  })

  test('opens once the cost that was asked for is known, without the parcel that cannot be sent', async ({
    ctx,
  }) => {
    const [near, far] = [await aVariant(ctx), await aVariant(ctx, { priceRupiah: 100_000 })]
    const { orderId } = await anOrder(ctx, {
      lines: [{ variantId: near }, { variantId: far }],
      paymentMethod: 'card',
      parcel: { delivery: 'quote', shippingRupiah: null, carrier: null },
    })
    const [first, second] = await parcelsOf(ctx, orderId)
    expect(await findCardOrder(ctx, orderId)).toBeNull()
    const cannot = { parcelId: first?.id ?? '', reason: 'cannot-ship', note: null } as const
    await declineParcel(asGroup(ctx, first?.group_id ?? ''), cannot)
    const said = {
      parcelId: second?.id ?? '',
      shippingRupiah: 75_000,
      delivery: 'courier',
      carrier: 'Pos',
      daysMin: 7,
      daysMax: 14,
    } as const
    await confirmShipping(asStaff(ctx), said)
    const order = await findCardOrder(ctx, orderId)
    const goods = order?.lines.reduce((rupiah, { unitPrice, quantity }) => rupiah + unitPrice * quantity, 0)
    expect(order?.lines).toHaveLength(1)
    expect(order?.total).toBe((goods ?? 0) + 75_000)
  })

  test('of another attempt is not mixed up with this one', async ({ ctx }) => {
    const { orderId } = await aCardOrder(ctx, fakeCards())
    expect(await nextCardAttempt(ctx, { orderId, attempt: 1 })).toEqual({ ok: true, value: { attempt: 2 } })
    expect(await nextCardAttempt(ctx, { orderId, attempt: 1 })).toEqual({ ok: true, value: { attempt: 2 } })
    expect(
      await attachCardSession(ctx, { orderId, attempt: 1, sessionId: 'cs_old', expiresAt: ctx.now }),
    ).toEqual({
      ok: false,
      error: { code: 'stale-attempt', attempt: 2 },
    })
    expect(
      await attachCardSession(ctx, { orderId, attempt: 2, sessionId: 'cs_new', expiresAt: ctx.now }),
    ).toMatchObject({
      ok: true,
    })
  })
})

/** The notices that wait for somebody to ask for the truth. */
async function queuedNotices({ db }: Pick<Ctx, 'db'>): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select data ->> 'eventId' as id from pgboss.job where name = 'handle-card-event'`.execute(db)
  return rows.map(({ id }) => id)
}

test('an order whose page may still be paid on does not end, however late; only the page itself can be named closed', async ({
  ctx: base,
}) => {
  const ctx = await travel(base, '2026-11-22T03:00:00Z')
  const { orderId, sessionId } = await aCardOrder(ctx, fakeCards())
  expect(await expirePayment(ctx, orderId, sessionId)).toBe(false)
  const late = await travel(ctx, '2026-11-23T03:00:00Z')
  for (const closed of [undefined, 'cs_another']) {
    expect(await expirePayment(late, orderId, closed)).toBe(false)
  }
  expect(await expirePayment(late, orderId, sessionId)).toBe(true)
})

describe('a notice', () => {
  test('delivered many times at once is queued once, and pays once', async ({ raceCtx }) => {
    const cards = fakeCards()
    const { orderId, sessionId } = await aCardOrder(raceCtx, cards)
    cards.pay(sessionId)
    const delivered = await Promise.all(
      Array.from({ length: 12 }, () => receiveCardEvent(raceCtx, notice(sessionId))),
    )
    expect(delivered.filter((one) => !one.repeated)).toHaveLength(1)
    expect(await queuedNotices(raceCtx)).toEqual(['evt_1'])
    await receiveCardEvent(raceCtx, notice(sessionId, 'evt_2'))
    await Promise.all(['evt_1', 'evt_1', 'evt_2'].map((id) => handleCardEvent(raceCtx, cards, id)))
    expect((await paymentOf(raceCtx, orderId)).state).toBe('paid')
    expect(await books(raceCtx)).toEqual({ card: TOTAL, 'group-pending': -TOTAL })
  })

  test('is tried again when the provider does not answer', async ({ ctx }) => {
    const cards = fakeCards()
    const { orderId, sessionId } = await aCardOrder(ctx, cards)
    cards.pay(sessionId)
    await receiveCardEvent(ctx, notice(sessionId))
    cards.isDown = true
    await expect(handleCardEvent(ctx, cards, 'evt_1')).rejects.toThrow('down')
    cards.isDown = false
    await handleCardEvent(ctx, cards, 'evt_1')
    expect((await paymentOf(ctx, orderId)).state).toBe('paid')
  })

  test('of a dispute is a task', async ({ ctx }) => {
    const cards = fakeCards()
    const { orderId, sessionId } = await aCardOrder(ctx, cards)
    cards.pay(sessionId)
    await settleCardSession(ctx, truthOf(cards, sessionId))
    const subject = { kind: 'dispute', disputeId: 'dp_1', paymentIntentId: `pi_${sessionId}` } as const
    await receiveCardEvent(ctx, { id: 'evt_9', type: 'charge.dispute.created', subject })
    await handleCardEvent(ctx, cards, 'evt_9')
    expect(await listOpenTasks(asStaff(ctx))).toMatchObject([{ kind: 'card-dispute', orderId }])
  })
})

describe('what the provider says', () => {
  test('paid, told by everyone at once, is paid once', async ({ raceCtx }) => {
    const cards = fakeCards()
    const { variantId, sessionId } = await aCardOrder(raceCtx, cards)
    cards.pay(sessionId)
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => settleCardSession(raceCtx, truthOf(cards, sessionId))),
    )
    expect(outcomes.filter((outcome) => outcome === 'paid')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'unchanged')).toHaveLength(9)
    expect(await stockOf(raceCtx, variantId)).toEqual({ onHand: 3, reserved: 0, openPieces: 0 })
  })

  test.for([
    ['amount', { amount: rupiah(1) }],
    ['amount', { amount: null }],
    ['amount', { currency: 'usd' }],
    ['order', { orderId: '01234567-89ab-7def-8123-456789abcdef' }],
    ['order', { orderId: null }],
  ] as const)('paid with another %s (%o) is not believed', async ([why, change], { ctx }) => {
    const cards = fakeCards()
    const { orderId, sessionId } = await aCardOrder(ctx, cards)
    cards.pay(sessionId)
    expect(await settleCardSession(ctx, { ...truthOf(cards, sessionId), ...change })).toBe('mismatch')
    expect((await paymentOf(ctx, orderId)).state).toBe('awaiting')
    expect(await listOpenTasks(asStaff(ctx))).toMatchObject([{ kind: 'card-mismatch', detail: { why } }])
    expect(await books(ctx)).toEqual({})
  })

  test('paid a second time on another page is a task, not a second sale', async ({ ctx }) => {
    const cards = fakeCards()
    const { orderId, sessionId } = await aCardOrder(ctx, cards)
    const other = cards.open({ orderId, totalRupiah: TOTAL })
    for (const id of [sessionId, other]) cards.pay(id)
    expect(await settleCardSession(ctx, truthOf(cards, sessionId))).toBe('paid')
    expect(await settleCardSession(ctx, truthOf(cards, other))).toBe('mismatch')
    expect((await books(ctx)).card).toBe(TOTAL)
  })

  test('finished but unpaid keeps the pieces until the bank has answered', async ({ ctx: base }) => {
    const ctx = await travel(base, '2026-11-22T03:00:00Z')
    const cards = fakeCards()
    const { variantId, orderId, sessionId } = await aCardOrder(ctx, cards)
    const waiting = { ...truthOf(cards, sessionId), state: 'unpaid-completed' as const }
    cards.pages.set(sessionId, waiting)
    expect(await settleCardSession(ctx, waiting)).toBe('processing')
    const later = await travel(ctx, '2026-11-23T03:00:00Z')
    await sweep(later, cards)
    expect((await paymentOf(ctx, orderId)).state).toBe('processing')
    expect((await stockOf(ctx, variantId)).reserved).toBe(2)
    expect(await cancelOrder(later, { orderId })).toMatchObject({ error: { code: 'too-late' } })

    cards.pages.set(sessionId, { ...waiting, state: 'failed' })
    await sweep(later, cards)
    expect(await paymentOf(ctx, orderId)).toMatchObject({
      state: 'awaiting',
      card_attempt: 2,
      card_session_id: null,
    })
    await sweep(later, cards)
    expect((await paymentOf(ctx, orderId)).state).toBe('expired')
    expect((await stockOf(ctx, variantId)).reserved).toBe(0)
  })
})

test('whom the bank refuses after all is told while there is time to pay', async ({ ctx }) => {
  const cards = fakeCards()
  const { orderId, sessionId } = await aCardOrder(ctx, cards)
  const waiting = { ...truthOf(cards, sessionId), state: 'unpaid-completed' as const }
  await settleCardSession(ctx, waiting)
  for (const outcome of ['page-closed', 'unchanged'])
    expect(await settleCardSession(ctx, { ...waiting, state: 'failed' })).toBe(outcome)
  expect(await toldAbout(ctx, orderId, 'payment-failed')).toHaveLength(1)
  expect((await paymentOf(ctx, orderId)).state).toBe('awaiting')
})

describe('an open page when the time is over', () => {
  test('is closed at the provider before the pieces go to others', async ({ ctx: base }) => {
    const ctx = await travel(base, '2026-11-22T03:00:00Z')
    const cards = fakeCards()
    const { variantId, orderId, sessionId } = await aCardOrder(ctx, cards)
    await sweep(await travel(ctx, '2026-11-22T04:04:00Z'), cards)
    expect((await paymentOf(ctx, orderId)).state).toBe('awaiting')

    const later = await travel(ctx, '2026-11-22T04:05:00Z')
    cards.isDown = true
    await sweep(later, cards)
    expect((await stockOf(ctx, variantId)).reserved).toBe(2)
    cards.isDown = false
    await sweep(later, cards)
    expect(truthOf(cards, sessionId).state).toBe('expired')
    expect((await paymentOf(ctx, orderId)).state).toBe('expired')
    expect((await stockOf(ctx, variantId)).reserved).toBe(0)
  })

  test('that was paid a moment before is fulfilled instead', async ({ ctx: base }) => {
    const ctx = await travel(base, '2026-11-22T03:00:00Z')
    const cards = fakeCards()
    const { orderId, sessionId } = await aCardOrder(ctx, cards)
    cards.pay(sessionId)
    await sweep(await travel(ctx, '2026-11-22T04:06:00Z'), cards)
    expect((await paymentOf(ctx, orderId)).state).toBe('paid')
  })

  test('paid without a word from the provider is found within the next sweep', async ({ ctx: base }) => {
    const ctx = await travel(base, '2026-11-22T03:00:00Z')
    const cards = fakeCards()
    const { orderId, sessionId } = await aCardOrder(ctx, cards)
    cards.pay(sessionId)
    await sweep(await travel(ctx, '2026-11-22T03:01:00Z'), cards)
    expect((await paymentOf(ctx, orderId)).state).toBe('paid')
  })

  test('that the provider has forgotten ends the order; an order whose page was never opened ends too', async ({
    ctx: base,
  }) => {
    const ctx = await travel(base, '2026-11-22T03:00:00Z')
    const cards = fakeCards()
    const { orderId, sessionId } = await aCardOrder(ctx, cards)
    cards.pages.delete(sessionId)
    const never = await anOrder(ctx, { lines: [{ variantId: await aVariant(ctx) }], paymentMethod: 'card' })
    await sweep(await travel(ctx, '2026-11-22T04:05:00Z'), cards)
    expect((await paymentOf(ctx, orderId)).state).toBe('expired')
    expect((await paymentOf(ctx, never.orderId)).state).toBe('expired')
  })

  test('stands in the way of calling the order off until it is closed', async ({ ctx }) => {
    const cards = fakeCards()
    const { orderId, sessionId } = await aCardOrder(ctx, cards)
    expect(await cancelOrder(ctx, { orderId })).toEqual({
      ok: false,
      error: { code: 'card-page-open', sessionId },
    })
    await cards.expire(sessionId)
    expect(await cancelOrder(ctx, { orderId, closedSessionId: sessionId })).toMatchObject({ ok: true })
  })

  test('is closed before an order is called off by the buyer or at their word; money that came first wins', async ({
    ctx,
  }) => {
    const cards = fakeCards()
    const cancel = (orderId: string) =>
      closePageAndCancel({ cards }, ctx, (closedSessionId) =>
        cancelForBuyer(asStaff(ctx), { orderId, closedSessionId }),
      )
    const open = await aCardOrder(ctx, cards)
    expect(await closePageAndCancel({ cards: null }, ctx, () => cancelOrder(ctx, open))).toMatchObject({
      error: { code: 'card-away' },
    })
    expect(await cancel(open.orderId)).toMatchObject({ ok: true })
    expect((await paymentOf(ctx, open.orderId)).state).toBe('cancelled')
    const paid = await aCardOrder(ctx, cards)
    cards.pay(paid.sessionId)
    expect(await cancel(paid.orderId)).toMatchObject({ error: { code: 'too-late', state: 'paid' } })
  })
})

/** What the buyer was told by one kind of letter, each as the letter's own data. */
async function toldAbout({ db }: Ctx, orderId: string, template: BuyerTemplate) {
  const notices = await db
    .selectFrom('notice')
    .where('order_id', '=', orderId)
    .where('template', '=', template)
    .select('data')
    .execute()
  return notices.map(({ data }) => data)
}

describe('paid after the order had ended', () => {
  async function endedOrder(base: Ctx, onHand: number) {
    const ctx = await travel(base, '2026-11-22T03:00:00Z')
    const cards = fakeCards()
    const order = await aCardOrder(ctx, cards, { onHand })
    const later = await travel(ctx, '2026-11-22T04:05:00Z')
    await sweep(later, cards)
    cards.pay(order.sessionId)
    return { ...order, cards, later }
  }

  test('the order goes on when every piece is still there', async ({ ctx }) => {
    const { orderId, variantId, sessionId, cards, later } = await endedOrder(ctx, 2)
    expect(await settleCardSession(later, truthOf(cards, sessionId))).toBe('paid')
    expect(await stockOf(ctx, variantId)).toEqual({ onHand: 0, reserved: 0, openPieces: 0 })
    expect((await parcelsOf(ctx, orderId))[0]?.state).toBe('open')
  })

  test('otherwise the card gets everything back by itself, and the buyer is told', async ({ ctx }) => {
    const { orderId, variantId, sessionId, cards, later } = await endedOrder(ctx, 2)
    await anOrder(later, { lines: [{ variantId }], paymentMethod: 'pickup' })
    expect(await settleCardSession(later, truthOf(cards, sessionId))).toBe('refund-due')
    expect(await settleCardSession(later, truthOf(cards, sessionId))).toBe('unchanged')
    expect(await books(ctx)).toEqual({ card: TOTAL, 'refunds-due': -TOTAL })

    await sweep(later, cards)
    const [refund] = [...cards.refunds.values()]
    expect(refund).toMatchObject({ state: 'pending', amount: TOTAL })
    expect((await paymentOf(ctx, orderId)).state).toBe('refund-due')
    cards.refunds.set(refund?.providerRefundId ?? '', { ...refund!, state: 'succeeded' })
    await sweep(later, cards)
    await sweep(later, cards)
    expect(await books(ctx)).toEqual({})
    expect((await paymentOf(ctx, orderId)).state).toBe('refunded')
    expect(cards.refunds.size).toBe(1)
    expect(await listOpenTasks(asStaff(later))).toEqual([])

    await settleCardRefund(later, { ...refund!, state: 'failed' })
    expect(await books(ctx)).toEqual({ card: TOTAL, 'refunds-due': -TOTAL })
    await settleCardRefund(later, { ...refund!, state: 'failed' })
    expect(await toldAbout(ctx, orderId, 'refund-failed')).toHaveLength(1)
    expect(await listOpenTasks(asStaff(later))).toMatchObject([{ kind: 'refund-failed' }])
    await sweep(later, cards)
    expect((await paymentOf(ctx, orderId)).state).toBe('refund-due')
  })
})

test('a declined parcel goes back to the card; what the provider refuses becomes a task', async ({ ctx }) => {
  const cards = fakeCards()
  const { orderId, sessionId } = await aCardOrder(ctx, cards)
  cards.pay(sessionId)
  await settleCardSession(ctx, truthOf(cards, sessionId))
  const [parcel] = await parcelsOf(ctx, orderId)
  const group = asGroup(ctx, parcel?.group_id ?? '')
  await declineParcel(group, { parcelId: parcel?.id ?? '', reason: 'too-late', note: null })
  const staff = asStaff(ctx)
  const [refund] = (await findOrderPage(ctx, orderId))?.refunds ?? []
  expect(refund).toMatchObject({ goesByCard: true })
  expect(await listOpenTasks(staff)).toMatchObject([{ kind: 'refund-due', goesByCard: true }])
  const sent = { refundId: refund?.id ?? '', reference: 'TRX-3' }
  expect(await markRefundSent(staff, sent)).toEqual({ ok: false, error: { code: 'goes-by-card' } })
  cards.refusesRefunds = true
  await sweep(ctx, cards)
  expect(await listOpenTasks(asStaff(ctx))).toMatchObject([{ kind: 'refund-failed' }])
  expect((await findOrderPage(ctx, orderId))?.refunds).toMatchObject([{ goesByCard: false }])
  expect(await toldAbout(ctx, orderId, 'refund-failed')).toEqual([
    { amountRupiah: TOTAL, parcelId: parcel?.id },
  ])
  expect(await books(ctx)).toEqual({ card: TOTAL, 'refunds-due': -TOTAL })
  await markRefundSent(staff, { ...sent, from: 'bank' })
  expect(await books(ctx)).toEqual({ card: TOTAL, bank: -TOTAL })
  expect(await listOpenTasks(staff)).toEqual([])
})

test('a refund made in the provider’s console is a task', async ({ ctx }) => {
  const truth = {
    providerRefundId: 're_x',
    state: 'succeeded',
    amount: rupiah(5_000),
    paymentIntentId: null,
    refundId: null,
  } as const
  await settleCardRefund(ctx, truth)
  await settleCardRefund(ctx, truth)
  expect(await listOpenTasks(asStaff(ctx))).toMatchObject([
    { kind: 'card-mismatch', detail: { why: 'refund' } },
  ])
})

/** The only parcel of a paid order is called off, and the clock has asked the provider to send its money back. */
async function aDeclinedRefund(ctx: Ctx, cards: FakeCards, orderId: string): Promise<string> {
  const [parcel] = await parcelsOf(ctx, orderId)
  await declineParcel(asStaff(ctx), { parcelId: parcel?.id ?? '', reason: 'damaged', note: null })
  await sweep(ctx, cards)
  const [refund] = (await findOrderPage(ctx, orderId))?.refunds ?? []
  return refund?.id ?? ''
}

describe('money that may have gone back at the provider', () => {
  async function aPaidOrder(ctx: Ctx) {
    const cards = fakeCards()
    const { orderId, sessionId } = await aCardOrder(ctx, cards)
    cards.pay(sessionId)
    await settleCardSession(ctx, truthOf(cards, sessionId))
    return { cards, orderId, paymentIntentId: `pi_${sessionId}` }
  }

  /** Given back in the provider's console, as the provider tells it. */
  const byHand = (paymentIntentId: string, state: CardRefundTruth['state']) =>
    ({ providerRefundId: 're_x', state, amount: rupiah(TOTAL), paymentIntentId, refundId: null }) as const

  test('is asked of staff with its order; whatever fails there later is asked again', async ({ ctx }) => {
    const { orderId, paymentIntentId } = await aPaidOrder(ctx)
    const staff = asStaff(ctx)
    await settleCardRefund(ctx, byHand(paymentIntentId, 'succeeded'))
    const [task] = await listOpenTasks(staff)
    const detail = { amountRupiah: TOTAL, providerRefundId: 're_x' }
    expect(task).toMatchObject({ kind: 'card-mismatch', orderId, detail })
    await resolveTask(staff, { taskId: task?.id ?? '', resolution: 'Dibatalkan di situsnya.' })
    for (const state of ['succeeded', 'failed', 'failed'] as const)
      await settleCardRefund(ctx, byHand(paymentIntentId, state))
    expect(await listOpenTasks(staff)).toMatchObject([{ orderId, detail: { ...detail, hasFailed: true } }])
  })

  test('that failed before anybody looked is one task, which says so', async ({ ctx }) => {
    const { paymentIntentId } = await aPaidOrder(ctx)
    for (const state of ['succeeded', 'failed', 'failed'] as const)
      await settleCardRefund(ctx, byHand(paymentIntentId, state))
    expect(await listOpenTasks(asStaff(ctx))).toMatchObject([{ detail: { hasFailed: true } }])
  })

  test('is not sent again before somebody has looked, and is then booked from where it went', async ({
    ctx,
  }) => {
    const { cards, orderId, paymentIntentId } = await aPaidOrder(ctx)
    const [parcel] = await parcelsOf(ctx, orderId)
    const staff = asStaff(ctx)
    const parcelId = parcel?.id ?? ''
    await declineParcel(asGroup(ctx, parcel?.group_id ?? ''), { parcelId, reason: 'too-late', note: null })
    const [refund] = (await findOrderPage(ctx, orderId))?.refunds ?? []
    const sent = { refundId: refund?.id ?? '', reference: 're_x' }
    expect(await markRefundSent(staff, { ...sent, from: 'card' })).toMatchObject({
      error: { code: 'goes-by-card' },
    })
    await settleCardRefund(ctx, byHand(paymentIntentId, 'succeeded'))
    cards.refusesRefunds = true
    await sweep(ctx, cards)
    await sweep(ctx, cards)
    expect((await findOrderPage(ctx, orderId))?.refunds).toMatchObject([{ state: 'failed', isUnclear: true }])
    expect(await listOpenTasks(staff)).toMatchObject([
      { kind: 'card-mismatch' },
      { detail: { reason: CARD_UNCLEAR } },
    ])
    for (const reference of ['re_x', 'RE_x', 'dp_1', 'pi_1'])
      expect(await markRefundSent(staff, { ...sent, reference, from: 'bank' }), reference).toMatchObject({
        error: { code: 'provider-number', isCardOrder: true },
      })
    expect(await markRefundSent(staff, { ...sent, reference: 'FT2633' })).toMatchObject({
      error: { code: 'source-missing' },
    })
    const fromCard = (back: MoneyBack | null) => markRefundSent(staff, { ...sent, from: 'card', back })
    const elsewhere = { paymentIntentId: 'pi_elsewhere', amount: TOTAL }
    for (const back of [null, elsewhere])
      expect(await fromCard(back)).toMatchObject({ error: { code: 'not-at-provider' } })
    expect(await fromCard({ paymentIntentId, amount: 20_000 })).toEqual({
      ok: false,
      error: { code: 'too-little', left: 20_000, taken: 0 },
    })
    expect(await fromCard({ paymentIntentId, amount: TOTAL })).toEqual({
      ok: true,
      value: { repeated: false },
    })
    expect((await findOrderPage(ctx, orderId))?.refunds).toMatchObject([{ state: 'sent', isUnclear: false }])
    expect(await books(ctx)).toEqual({})
    expect(await toldAbout(ctx, orderId, 'refund-sent')).toMatchObject([{ reference: null }])
    expect(await correctRefundReference(staff, { ...sent, seen: 're_x', reference: 're_y' })).toMatchObject({
      error: { code: 'nothing-to-correct' },
    })
    expect(await listOpenTasks(staff)).toEqual([])

    // what was said to have gone back there, and has not, is looked up there again
    await refundFailed(staff, { refundId: sent.refundId, reason: 'Gagal di sana.', seen: 're_x' })
    const open = async () => (await listOpenTasks(staff)).map(({ kind }) => kind)
    expect(await open()).toEqual(['card-mismatch', 'refund-failed'])
    expect((await findOrderPage(ctx, orderId))?.refunds).toMatchObject([{ isUnclear: true }])
    expect(await books(ctx)).toEqual({ card: TOTAL, 'refunds-due': -TOTAL })

    // sent another way, what went back there stands unbooked and is still asked about
    await markRefundSent(staff, { ...sent, reference: 'FT2633', from: 'bank' })
    expect(await open()).toEqual(['card-mismatch'])
  })

  test('is looked up by its number, as a refund or as a dispute that was lost', async ({ ctx }) => {
    const { cards, orderId, paymentIntentId } = await aPaidOrder(ctx)
    const staff = asStaff(ctx)
    cards.refusesRefunds = true
    const refundId = await aDeclinedRefund(ctx, cards, orderId)
    const mark = (reference: string) => markLookedUp({ cards }, staff, { refundId, reference, from: 'card' })
    cards.refunds.set('re_x', byHand(paymentIntentId, 'failed'))
    const dispute = { disputeId: 'dp_1', paymentIntentId, amount: rupiah(TOTAL), answerBy: null }
    cards.disputes.set('dp_1', { ...dispute, state: 'open' })
    for (const number of ['re_x', 'dp_1', 'FT26331A8KQ2'])
      expect(await mark(number), number).toMatchObject({ error: { code: 'not-at-provider' } })
    cards.disputes.set('dp_1', { ...dispute, state: 'lost' })
    cards.isDown = true
    expect(await mark('dp_1')).toMatchObject({ error: { code: 'card-away' } })
    cards.isDown = false
    expect(await mark('dp_1')).toMatchObject({ ok: true })
    expect(await books(ctx)).toEqual({})
  })

  /** A declined parcel whose money staff have booked as gone back under `re_x`, at the provider. */
  async function aBookedRefund(ctx: Ctx) {
    const { cards, orderId, paymentIntentId } = await aPaidOrder(ctx)
    const staff = asStaff(ctx)
    cards.refusesRefunds = true
    const refundId = await aDeclinedRefund(ctx, cards, orderId)
    const back = { paymentIntentId, amount: TOTAL }
    await markRefundSent(staff, { refundId, reference: 're_x', from: 'card', back })
    return { orderId, paymentIntentId, refundId, staff }
  }

  test('and is booked asks for nothing more when the provider tells of it later', async ({ ctx }) => {
    const { paymentIntentId, staff } = await aBookedRefund(ctx)
    await settleCardRefund(ctx, byHand(paymentIntentId, 'succeeded'))
    expect(await listOpenTasks(staff)).toEqual([])
  })

  test('and is booked is owed again by itself when it fails at the provider', async ({ ctx }) => {
    const { orderId, paymentIntentId, refundId, staff } = await aBookedRefund(ctx)
    for (const state of ['succeeded', 'failed', 'failed'] as const)
      await settleCardRefund(ctx, byHand(paymentIntentId, state))
    expect((await findOrderPage(ctx, orderId))?.refunds).toMatchObject([
      { state: 'failed', isUnclear: false },
    ])
    expect(await listOpenTasks(staff)).toMatchObject([
      { kind: 'refund-failed', detail: { refundId, reason: 'card' } },
    ])
    expect((await paymentOf(ctx, orderId)).state).toBe('refund-due')
    expect(await books(ctx)).toEqual({ card: TOTAL, 'refunds-due': -TOTAL })
    expect(await toldAbout(ctx, orderId, 'refund-failed')).toHaveLength(2)

    // sent another way, the failure under the old number changes nothing any more
    await markRefundSent(staff, { refundId, reference: 'FT2633', from: 'bank' })
    await settleCardRefund(ctx, byHand(paymentIntentId, 'failed'))
    expect((await findOrderPage(ctx, orderId))?.refunds).toMatchObject([{ state: 'sent' }])
    expect(await listOpenTasks(staff)).toEqual([])
  })

  test('and is sent by the shop, doubted and found there, is owed again all the same when it fails', async ({
    ctx,
  }) => {
    const { cards, orderId, paymentIntentId } = await aPaidOrder(ctx)
    const staff = asStaff(ctx)
    const refundId = await aDeclinedRefund(ctx, cards, orderId)
    const ours = { ...byHand(paymentIntentId, 'succeeded'), refundId }
    await settleCardRefund(ctx, ours)
    await refundFailed(staff, { refundId, reason: 'Kata pembeli belum masuk.' })
    const back = { paymentIntentId, amount: TOTAL }
    await markRefundSent(staff, { refundId, reference: 're_x', from: 'card', back })
    await settleCardRefund(ctx, ours)
    expect(await listOpenTasks(staff)).toEqual([])
    for (const _ of [1, 2]) await settleCardRefund(ctx, { ...ours, state: 'failed' })
    expect(await listOpenTasks(staff)).toMatchObject([{ kind: 'refund-failed', detail: { refundId } }])
    expect(await books(ctx)).toEqual({ card: TOTAL, 'refunds-due': -TOTAL })
  })

  test('under one number counts for two parcels, but never twice', async ({ ctx }) => {
    const cards = fakeCards()
    const lines = [{ variantId: await aVariant(ctx) }, { variantId: await aVariant(ctx) }]
    const { orderId } = await anOrder(ctx, { lines, paymentMethod: 'card' })
    const { total } = (await findCardOrder(ctx, orderId)) ?? { total: 0 }
    const sessionId = cards.open({ orderId, totalRupiah: total })
    await attachCardSession(ctx, { orderId, attempt: 1, sessionId, expiresAt: ctx.now })
    cards.pay(sessionId)
    await settleCardSession(ctx, truthOf(cards, sessionId))
    const staff = asStaff(ctx)
    for (const { id: parcelId } of await parcelsOf(ctx, orderId))
      await declineParcel(staff, { parcelId, reason: 'damaged', note: null })
    cards.refusesRefunds = true
    await sweep(ctx, cards)
    const [first, second] = (await findOrderPage(ctx, orderId))?.refunds ?? []
    const one = first?.amountRupiah ?? 0
    const mark = (refundId: string | undefined, amount: number) =>
      markRefundSent(staff, {
        refundId: refundId ?? '',
        reference: 're_x',
        from: 'card',
        back: { paymentIntentId: `pi_${sessionId}`, amount },
      })
    const back = { ...byHand(`pi_${sessionId}`, 'succeeded'), amount: rupiah(total) }
    const asked = async () => (await listOpenTasks(staff)).filter(({ kind }) => kind === 'card-mismatch')
    await settleCardRefund(ctx, back)
    expect(await mark(first?.id, total)).toMatchObject({ ok: true })
    expect(await asked()).toHaveLength(1)
    expect(await mark(second?.id, one)).toMatchObject({ error: { code: 'too-little', left: 0, taken: one } })
    expect(await mark(second?.id, total)).toMatchObject({ ok: true })
    await settleCardRefund(ctx, back)
    expect(await asked()).toEqual([])
    expect(await books(ctx)).toEqual({})
  })
})

describe('a dispute', () => {
  const truth = (paymentIntentId: string | null, state: CardDisputeTruth['state']) => ({
    disputeId: 'dp_1',
    paymentIntentId,
    state,
    amount: rupiah(TOTAL),
    answerBy: state === 'open' ? new Date('2026-12-01T00:00:00Z') : null,
  })

  /** What the order's history says of it. */
  const said = async ({ db }: Ctx, orderId: string) => {
    const events = await db
      .selectFrom('order_event')
      .where('order_id', '=', orderId)
      .where('kind', 'like', 'dispute%')
      .orderBy('id')
      .select('kind')
      .execute()
    return events.map(({ kind }) => kind)
  }

  async function disputed(ctx: Ctx) {
    const cards = fakeCards()
    const { orderId, sessionId } = await aCardOrder(ctx, cards)
    cards.pay(sessionId)
    await settleCardSession(ctx, truthOf(cards, sessionId))
    const paymentIntentId = `pi_${sessionId}`
    const subject = { kind: 'dispute', disputeId: 'dp_1', paymentIntentId } as const
    let events = 0
    /** The provider tells of it once more. */
    const hear = async (state: CardDisputeTruth['state'] | 'unknown') => {
      if (state !== 'unknown') cards.disputes.set('dp_1', truth(paymentIntentId, state))
      events += 1
      await receiveCardEvent(ctx, { id: `evt_d${events}`, type: 'charge.dispute.updated', subject })
      await handleCardEvent(ctx, cards, `evt_d${events}`)
    }
    return { cards, orderId, subject, hear }
  }

  test('says how much and until when, and asks for nothing more once it is won', async ({ ctx }) => {
    const { orderId, hear } = await disputed(ctx)
    await hear('unknown')
    expect(await listOpenTasks(asStaff(ctx))).toMatchObject([{ kind: 'card-dispute', orderId }])
    await hear('open')
    expect(await listOpenTasks(asStaff(ctx))).toMatchObject([
      { detail: { amountRupiah: TOTAL, answerBy: '2026-12-01T00:00:00.000Z' } },
    ])
    for (const state of ['won', 'won'] as const) await hear(state)
    expect(await listOpenTasks(asStaff(ctx))).toEqual([])
    expect(await said(ctx, orderId)).toEqual(['disputed', 'dispute-won'])
  })

  test('that is lost is a task of its own, even after somebody had ended the first', async ({ ctx }) => {
    const { orderId, hear } = await disputed(ctx)
    await hear('open')
    const staff = asStaff(ctx)
    const [task] = await listOpenTasks(staff)
    await resolveTask(staff, { taskId: task?.id ?? '', resolution: 'Sudah dijawab.' })
    for (const state of ['lost', 'lost', 'open'] as const) await hear(state)
    expect(await listOpenTasks(staff)).toMatchObject([
      { kind: 'card-dispute', orderId, detail: { isLost: true } },
    ])
    expect(await said(ctx, orderId)).toEqual(['disputed', 'dispute-lost'])
    await hear('won')
    expect(await listOpenTasks(staff)).toEqual([])
    expect(await said(ctx, orderId)).toEqual(['disputed', 'dispute-lost', 'dispute-won'])
  })

  test('that is lost ends with what is booked under its number; won after all, that is owed again', async ({
    ctx,
  }) => {
    const { cards, orderId, hear } = await disputed(ctx)
    const staff = asStaff(ctx)
    await hear('lost')
    cards.refusesRefunds = true
    const refundId = await aDeclinedRefund(ctx, cards, orderId)
    const sent = { refundId, reference: 'dp_1', from: 'card' } as const
    expect(await markLookedUp({ cards }, staff, sent)).toMatchObject({ ok: true })
    for (const state of ['lost', 'lost'] as const) await hear(state)
    expect(await listOpenTasks(staff)).toEqual([])
    expect(await toldAbout(ctx, orderId, 'refund-sent')).toMatchObject([{ reference: null, isByBank: true }])
    expect(await books(ctx)).toEqual({})

    await refundFailed(staff, { refundId: sent.refundId, reason: 'Keliru.', seen: 'dp_1' })
    expect((await listOpenTasks(staff)).map(({ kind }) => kind)).toEqual(['card-dispute', 'refund-failed'])
    expect(await markLookedUp({ cards }, staff, sent)).toMatchObject({ ok: true })
    expect(await listOpenTasks(staff)).toEqual([])

    for (const state of ['won', 'won'] as const) await hear(state)
    expect(await listOpenTasks(staff)).toMatchObject([{ kind: 'refund-failed', detail: { isUnclear: true } }])
    expect(await books(ctx)).toEqual({ card: TOTAL, 'refunds-due': -TOTAL })
  })

  test('leaves nothing that failed before or fails meanwhile to be sent another way unlooked', async ({
    ctx,
  }) => {
    const { cards, orderId, hear } = await disputed(ctx)
    const staff = asStaff(ctx)
    const refundId = await aDeclinedRefund(ctx, cards, orderId)
    const tried = cards.refunds.get(`re_${refundId}`) as CardRefundTruth
    await settleCardRefund(ctx, { ...tried, state: 'failed' })
    const waits = async () => {
      const [refund] = (await findOrderPage(ctx, orderId))?.refunds ?? []
      const task = (await listOpenTasks(staff)).find(({ kind }) => kind === 'refund-failed')
      return [refund?.isUnclear, task?.detail]
    }
    expect(await waits()).toMatchObject([false, { isUnclear: false }])
    await hear('open')
    expect(await waits()).toMatchObject([true, { isUnclear: true }])

    await markRefundSent(staff, { refundId, reference: 'FT2633', from: 'bank' })
    await refundFailed(staff, { refundId, reason: 'Rekening ditutup.', seen: 'FT2633' })
    expect(await waits()).toMatchObject([true, { isUnclear: true }])

    await hear('won')
    await markRefundSent(staff, { refundId, reference: 'FT2634', from: 'bank' })
    await refundFailed(staff, { refundId, reason: 'Rekening ditutup.', seen: 'FT2634' })
    expect(await waits()).toMatchObject([false, { isUnclear: false }])
    await hear('lost')
    expect(await waits()).toMatchObject([true, { isUnclear: true }])
  })

  test('that took more than is booked under its number stays a task', async ({ ctx }) => {
    const { cards, orderId, subject, hear } = await disputed(ctx)
    const staff = asStaff(ctx)
    await hear('lost')
    cards.refusesRefunds = true
    const refundId = await aDeclinedRefund(ctx, cards, orderId)
    const back = { paymentIntentId: subject.paymentIntentId, amount: TOTAL + 1 }
    const sent = { refundId, reference: 'dp_1', from: 'card', back } as const
    expect(await markRefundSent(staff, sent)).toMatchObject({ ok: true })
    expect(await listOpenTasks(staff)).toMatchObject([{ kind: 'card-dispute', detail: { isLost: true } }])
  })

  test('is a task even while the provider does not say more', async ({ ctx }) => {
    const { cards, orderId, hear } = await disputed(ctx)
    cards.isDown = true
    await expect(hear('open')).rejects.toThrow('down')
    expect(await listOpenTasks(asStaff(ctx))).toMatchObject([{ kind: 'card-dispute', orderId }])
  })

  test('heard of many times at once is told once', async ({ raceCtx }) => {
    const { cards, orderId, subject } = await disputed(raceCtx)
    cards.disputes.set('dp_1', truth(subject.paymentIntentId, 'lost'))
    await Promise.all(
      Array.from({ length: 8 }, async (_, index) => {
        await receiveCardEvent(raceCtx, { id: `evt_${index}`, type: 'charge.dispute.closed', subject })
        await handleCardEvent(raceCtx, cards, `evt_${index}`)
      }),
    )
    expect(await said(raceCtx, orderId)).toEqual(['disputed', 'dispute-lost'])
    expect(await listOpenTasks(asStaff(raceCtx))).toHaveLength(1)
  })

  test('of a payment that is not ours names no order', async ({ ctx }) => {
    for (const state of ['open', 'lost'] as const) await settleCardDispute(ctx, truth('pi_elsewhere', state))
    expect(await listOpenTasks(asStaff(ctx))).toMatchObject([{ orderId: null, detail: { isLost: true } }])
  })
})
