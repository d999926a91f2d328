import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { findOrderPage } from '#app/domain/orders/order-page.queries.server.ts'
import { attachCardSession } from '#app/domain/payments/card-page.server.ts'
import { confirmShipping } from '#app/domain/payments/confirm-shipping.server.ts'
import { confirmTransfer } from '#app/domain/payments/confirm-transfer.server.ts'
import { correctShipping } from '#app/domain/payments/correct-shipping.server.ts'
import { findDeskOrders } from '#app/domain/payments/order-desk.queries.server.ts'
import { listTransfersToConfirm } from '#app/domain/payments/payments.queries.server.ts'
import { refuseTransferProof } from '#app/domain/payments/refuse-transfer-proof.server.ts'
import { sendTransferProof } from '#app/domain/payments/send-transfer-proof.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { aGroup, aVariant } from '#tests/support/builders.ts'
import {
  anOrder,
  aReceivingAccount,
  asGroup,
  asStaff,
  books,
  parcelsOf,
  paymentOf,
  travel,
} from '#tests/support/order-builders.ts'
import { test } from '#tests/support/test.ts'

const WRONG = {
  shippingRupiah: 750_000,
  delivery: 'boat',
  carrier: 'KM Sukadana',
  daysMin: 1,
  daysMax: 3,
} as const
const RIGHT = { ...WRONG, shippingRupiah: 75_000, seenRupiah: WRONG.shippingRupiah } as const
const QUOTE = { delivery: 'quote', shippingRupiah: null, carrier: null } as const
const OVER = { error: { code: 'nothing-to-correct' } }

/** One piece for Rp285.000 whose cost of sending its group has just told the buyer, ten times too much. */
async function aToldOrder(ctx: Ctx, over: Partial<Parameters<typeof anOrder>[1]> = {}) {
  await aReceivingAccount(ctx)
  const { orderId } = await anOrder(ctx, {
    lines: [{ variantId: await aVariant(ctx) }],
    parcel: QUOTE,
    ...over,
  })
  const [parcel] = await parcelsOf(ctx, orderId)
  const parcelId = parcel?.id ?? ''
  const group = asGroup(ctx, parcel?.group_id ?? '')
  await confirmShipping(over.destination ? asStaff(ctx) : group, { parcelId, ...WRONG })
  return { orderId, parcelId, group, told: (await paymentOf(ctx, orderId)).total_rupiah ?? 0 }
}

const lettersOf = ({ db }: Ctx, orderId: string) =>
  db
    .selectFrom('notice')
    .where('order_id', '=', orderId)
    .where('template', '=', 'price-corrected')
    .orderBy('queued_at')
    .select('data')
    .execute()
    .then((letters) => letters.map(({ data }) => data))

describe('a told cost that was wrong', () => {
  test('gives another total and a new day to pay it, and the buyer is told both', async ({ ctx: base }) => {
    const ctx = await travel(base, '2026-11-22T03:00:00Z')
    const { orderId, parcelId, group, told } = await aToldOrder(ctx)
    const later = await travel(ctx, '2026-11-22T20:00:00Z')
    expect(await correctShipping({ ...group, ...later }, { parcelId, ...RIGHT })).toEqual({
      ok: true,
      value: { isTold: true },
    })
    const payment = await paymentOf(ctx, orderId)
    expect(payment).toMatchObject({ state: 'awaiting', shipping_rupiah: 75_000 })
    expect(payment.total_rupiah).toBe(285_000 + 75_000 + payment.unique_code_rupiah)
    expect(payment.expires_at).toEqual(new Date('2026-11-23T20:00:00Z'))
    expect(await lettersOf(ctx, orderId)).toEqual([{ totalBeforeRupiah: told }])
    const page = await findOrderPage(ctx, orderId)
    expect(page?.events.findLast(({ kind }) => kind === 'shipping-corrected')?.detail).toEqual({
      shippingRupiah: 75_000,
      carrier: 'KM Sukadana',
      totalRupiah: payment.total_rupiah,
      before: { shippingRupiah: 750_000, carrier: 'KM Sukadana', totalRupiah: told },
    })
  })

  test('names the days on the way in the history where only they were wrong', async ({ ctx: base }) => {
    const ctx = await travel(base, '2026-11-22T03:00:00Z')
    const { orderId, parcelId } = await aToldOrder(ctx)
    const [told] = await parcelsOf(ctx, orderId)
    const staff = asStaff(await travel(ctx, '2026-11-22T20:00:00Z'))
    const slower = { ...RIGHT, ...WRONG, daysMin: 7, daysMax: 12 }
    expect(await correctShipping(staff, { parcelId, ...slower })).toMatchObject({ ok: true })
    const page = await findOrderPage(ctx, orderId)
    expect(page?.events.findLast(({ kind }) => kind === 'shipping-corrected')?.detail).toEqual({
      shippingRupiah: 750_000,
      carrier: 'KM Sukadana',
      daysMin: 7,
      daysMax: 12,
      before: {
        shippingRupiah: 750_000,
        carrier: 'KM Sukadana',
        daysMin: told?.days_min,
        daysMax: told?.days_max,
      },
    })
  })

  test('moves the promise only where it can now be paid later than the promise allowed for', async ({
    ctx: base,
  }) => {
    const ctx = await travel(base, '2026-11-23T03:00:00Z')
    const { orderId, parcelId } = await aToldOrder(ctx)
    let seenRupiah: number = WRONG.shippingRupiah
    const promiseAfter = async (moment: string, shippingRupiah: number) => {
      const staff = asStaff(await travel(ctx, moment))
      const said = { parcelId, ...RIGHT, shippingRupiah, seenRupiah }
      expect(await correctShipping(staff, said)).toMatchObject({ ok: true })
      seenRupiah = shippingRupiah
      return (await parcelsOf(ctx, orderId))[0]?.promise_on
    }
    const [{ promise_on: promised } = { promise_on: '' }] = await parcelsOf(ctx, orderId)
    expect(await promiseAfter('2026-11-24T02:00:00Z', 70_000)).toBe(promised)
    expect(await promiseAfter('2026-11-25T01:00:00Z', 71_000)).toBe(promised)
    // to be paid until a Friday, a Saturday, a Sunday, a Monday: nothing leaves on a weekend
    expect([promised, await promiseAfter('2026-11-26T00:00:00Z', 72_000)]).toEqual([
      '2026-11-27',
      '2026-11-30',
    ])
    expect(await promiseAfter('2026-11-26T23:00:00Z', 73_000)).toBe('2026-11-30')
    expect(await promiseAfter('2026-11-27T22:00:00Z', 74_000)).toBe('2026-11-30')
    expect(await promiseAfter('2026-11-28T21:00:00Z', 75_000)).toBe('2026-12-01')
  })

  test('leaves the amount and its time alone where only the way was wrong; twice wrong is told twice', async ({
    ctx: base,
  }) => {
    const ctx = await travel(base, '2026-11-22T03:00:00Z')
    const { orderId, parcelId, told } = await aToldOrder(ctx)
    const before = await paymentOf(ctx, orderId)
    const later = await travel(ctx, '2026-11-22T20:00:00Z')
    const staff = asStaff(later)
    expect(await correctShipping(staff, { parcelId, ...RIGHT, ...WRONG })).toMatchObject({
      error: { code: 'unchanged' },
    })
    for (const carrier of ['KM Banawa', 'KM Sukadana']) {
      expect(await correctShipping(staff, { parcelId, ...RIGHT, ...WRONG, carrier })).toMatchObject({
        ok: true,
      })
    }
    expect(await paymentOf(ctx, orderId)).toEqual(before)
    expect((await parcelsOf(ctx, orderId))[0]?.carrier).toBe('KM Sukadana')
    expect(await lettersOf(ctx, orderId)).toEqual([{ totalBeforeRupiah: told }, { totalBeforeRupiah: told }])
    const { count } = await ctx.db
      .selectFrom('audit_log')
      .where('action', '=', 'correct-shipping')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    expect(count).toBe(2)
  })

  test('keeps the old total the order’s own: who had transferred it is found, and pays nothing by it', async ({
    ctx,
  }) => {
    const { orderId, parcelId, told } = await aToldOrder(ctx)
    const staff = asStaff(ctx)
    await correctShipping(staff, { parcelId, ...RIGHT })
    const seen = { orderId, amountRupiah: told, note: null }
    const { total_rupiah: expected } = await paymentOf(ctx, orderId)
    expect(await confirmTransfer(staff, seen)).toMatchObject({ error: { code: 'wrong-amount', expected } })
    const found = async (words: string) => (await findDeskOrders(staff, words)).map((row) => row.formerRupiah)
    const [before, now] = [String(told).slice(-3), String(expected).slice(-3)]
    expect([await found(`Rp${told}`), await found(`Rp${expected}`)]).toEqual([[told], [null]])
    expect(await listTransfersToConfirm(staff)).toMatchObject([{ orderId, formerRupiah: told }])
    // two totals may happen to end alike
    expect([await found(before), await found(now)]).toEqual([[before === now ? null : told], [null]])
    const { rows } = await sql<{ total: number }>`select total_rupiah::bigint as total from transfer_total
      where order_id = ${orderId} and used @> moment() order by 1`.execute(ctx.db)
    expect(rows.map(({ total }) => total)).toEqual([expected, told])
    await confirmTransfer(staff, { ...seen, certainOfRupiah: seen.amountRupiah })
    await correctShipping(staff, { parcelId, ...RIGHT, shippingRupiah: 60_000, seenRupiah: 75_000 })
    const page = await findOrderPage(ctx, orderId)
    expect(page?.wrongAmount).toMatchObject({ amountRupiah: told, expectedRupiah: page?.totalRupiah })
  })

  test('waits while a proof does, and stands once the order is paid or its time is over', async ({
    ctx: base,
  }) => {
    const ctx = await travel(base, '2026-11-22T03:00:00Z')
    const { orderId, parcelId, told } = await aToldOrder(ctx)
    const staff = asStaff(ctx)
    const size = { width: 9, height: 9, widths: [9] }
    await ctx.db
      .insertInto('image')
      .values({ key: 'bukti', source: 'stored', ...size, is_illustration: false })
      .execute()
    await sendTransferProof(ctx, { orderId, imageKey: 'bukti' })
    expect(await correctShipping(staff, { parcelId, ...RIGHT })).toMatchObject(OVER)
    await refuseTransferProof(staff, { orderId, reason: 'Buram.' })
    const tooLate = asStaff(await travel(ctx, '2026-11-24T03:00:00Z'))
    expect(await correctShipping(tooLate, { parcelId, ...RIGHT })).toMatchObject(OVER)
    const inTime = asStaff(await travel(ctx, '2026-11-22T05:00:00Z'))
    await confirmTransfer(inTime, { orderId, amountRupiah: told, note: null })
    expect(await correctShipping(inTime, { parcelId, ...RIGHT })).toMatchObject(OVER)
    expect((await paymentOf(ctx, orderId)).total_rupiah).toBe(told)
  })

  test('is corrected by its own group or staff, abroad by staff, and never where a tariff said it', async ({
    ctx,
  }) => {
    const { orderId, parcelId } = await aToldOrder(ctx)
    const stranger = asGroup(ctx, await aGroup(ctx))
    expect(await correctShipping(stranger, { parcelId, ...RIGHT })).toMatchObject({
      error: { code: 'unknown-parcel' },
    })
    const address = { districtCode: null, street: '12 Orchard Road', village: 'Singapore', postalCode: null }
    const abroad = await aToldOrder(ctx, { destination: { country: 'SG', ...address, landmark: null } })
    const command = { parcelId: abroad.parcelId, ...RIGHT }
    expect(await correctShipping(abroad.group, command)).toMatchObject({ error: { code: 'priced-by-staff' } })
    expect(await correctShipping(asStaff(ctx), command)).toMatchObject({ ok: true })
    const byTariff = await anOrder(ctx, { lines: [{ variantId: await aVariant(ctx) }] })
    const [known] = await parcelsOf(ctx, byTariff.orderId)
    expect(await correctShipping(asStaff(ctx), { parcelId: known?.id ?? '', ...RIGHT })).toMatchObject(OVER)
    expect((await paymentOf(ctx, orderId)).shipping_rupiah).toBe(750_000)
  })

  test('is refused to whoever corrects what somebody else has corrected meanwhile', async ({ ctx }) => {
    const { orderId, parcelId, group } = await aToldOrder(ctx)
    await correctShipping(group, { parcelId, ...RIGHT })
    const stale = { parcelId, ...RIGHT, shippingRupiah: 60_000 }
    expect(await correctShipping(asStaff(ctx), stale)).toEqual({ ok: false, error: { code: 'moved' } })
    expect(await paymentOf(ctx, orderId)).toMatchObject({ shipping_rupiah: 75_000 })
    expect(await lettersOf(ctx, orderId)).toHaveLength(1)
  })

  test('before the buyer is told, is news for nobody', async ({ ctx }) => {
    await aReceivingAccount(ctx)
    const lines = [{ variantId: await aVariant(ctx) }, { variantId: await aVariant(ctx) }]
    const { orderId } = await anOrder(ctx, { lines, parcel: QUOTE })
    const [first, second] = await parcelsOf(ctx, orderId)
    const group = asGroup(ctx, first?.group_id ?? '')
    const parcelId = first?.id ?? ''
    expect(await correctShipping(group, { parcelId, ...RIGHT })).toMatchObject(OVER)
    await confirmShipping(group, { parcelId, ...WRONG })
    expect(await correctShipping(group, { parcelId, ...RIGHT })).toEqual({
      ok: true,
      value: { isTold: false },
    })
    expect(await paymentOf(ctx, orderId)).toMatchObject({ state: 'quoting', total_rupiah: null })
    expect(await lettersOf(ctx, orderId)).toEqual([])
    await confirmShipping(asStaff(ctx), { parcelId: second?.id ?? '', ...WRONG, shippingRupiah: 75_000 })
    expect(await paymentOf(ctx, orderId)).toMatchObject({ state: 'awaiting', shipping_rupiah: 150_000 })
  })
})

describe('an open card page', () => {
  test('stands in the way until it is closed; one opened for the old total is not taken', async ({ ctx }) => {
    const { orderId, parcelId } = await aToldOrder(ctx, { paymentMethod: 'card' })
    const page = { orderId, attempt: 1, expiresAt: ctx.now }
    await attachCardSession(ctx, { ...page, sessionId: 'cs_old' })
    const staff = asStaff(ctx)
    expect(await correctShipping(staff, { parcelId, ...RIGHT })).toEqual({
      ok: false,
      error: { code: 'card-page-open', sessionId: 'cs_old' },
    })
    expect(await correctShipping(staff, { parcelId, ...RIGHT, closedSessionId: 'cs_old' })).toMatchObject({
      ok: true,
    })
    expect(await paymentOf(ctx, orderId)).toMatchObject({
      total_rupiah: 360_000,
      card_session_id: null,
      card_attempt: 2,
    })
    expect(await attachCardSession(ctx, { ...page, sessionId: 'cs_late' })).toEqual({
      ok: false,
      error: { code: 'stale-attempt', attempt: 2 },
    })
  })
})

test('a correction and the money that meet never make a paid order with another total', async ({
  raceCtx,
}) => {
  for (let round = 0; round < 12; round++) {
    const { orderId, parcelId, group, told } = await aToldOrder(raceCtx)
    const pay = () => confirmTransfer(asStaff(raceCtx), { orderId, amountRupiah: told, note: null })
    const correct = () => correctShipping(group, { parcelId, ...RIGHT })
    const [first, second] = await Promise.all(round % 2 ? [pay(), correct()] : [correct(), pay()])
    expect([first, second].filter(({ ok }) => ok)).toHaveLength(1)
    const payment = await paymentOf(raceCtx, orderId)
    const isPaid = payment.state === 'paid'
    expect(payment.total_rupiah === told).toBe(isPaid)
    expect(payment.shipping_rupiah).toBe(isPaid ? 750_000 : 75_000)
    expect((await lettersOf(raceCtx, orderId)).length).toBe(isPaid ? 0 : 1)
  }
  const paid = await raceCtx.db
    .selectFrom('payment')
    .where('state', '=', 'paid')
    .select((eb) => eb.fn.sum('total_rupiah').as('total'))
    .executeTakeFirstOrThrow()
  expect((await books(raceCtx)).bank ?? 0).toBe(Number(paid.total ?? 0))
})
