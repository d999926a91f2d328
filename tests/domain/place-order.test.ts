import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { QUOTE_HOURS } from '#app/domain/orders/deadlines.ts'
import { findOrderByCode } from '#app/domain/orders/find-order.queries.server.ts'
import { checkOrderLink, orderLinkToken } from '#app/domain/orders/order-link.server.ts'
import { findOrderPage } from '#app/domain/orders/order-page.queries.server.ts'
import { placeOrder, rereadIfLost } from '#app/domain/orders/place-order.server.ts'
import { findDeskWork } from '#app/domain/payments/desk-work.queries.server.ts'
import { newId } from '#app/lib/ids.ts'
import { aGroup, aProduct, aTraining, aVariant } from '#tests/support/builders.ts'
import {
  aCommand,
  anOrder,
  aReceivingAccount,
  asStaff,
  parcelsOf,
  paymentOf,
  stockOf,
} from '#tests/support/order-builders.ts'
import { test } from '#tests/support/test.ts'

const range = (count: number) => Array.from({ length: count }, (_, index) => index)

describe('what an order comes to', () => {
  test('goods, shipping and a unique code make the total; the fee is frozen on the line', async ({ ctx }) => {
    await aReceivingAccount(ctx)
    const groupId = await aGroup(ctx, { feeBasisPoints: 333 })
    const variantId = await aVariant(ctx, { groupId, priceRupiah: 125_001 })
    const { orderId, code } = await anOrder(ctx, { lines: [{ variantId, quantity: 3 }] })

    expect(code).toMatch(/^P-[2-9A-Z]{6}$/)
    const payment = await paymentOf(ctx, orderId)
    expect(payment).toMatchObject({ state: 'awaiting', method: 'transfer', shipping_rupiah: 20_000 })
    expect(payment.unique_code_rupiah).toBeGreaterThan(0)
    expect(payment.total_rupiah).toBe(375_003 + 20_000 + payment.unique_code_rupiah)
    const [line] = await ctx.db.selectFrom('order_line').where('order_id', '=', orderId).selectAll().execute()
    expect(line).toMatchObject({
      line_rupiah: 375_003,
      fee_rupiah: 12_487,
      fee_basis_points: 333,
      quantity: 3,
    })
    expect(await stockOf(ctx, variantId)).toEqual({ onHand: 5, reserved: 3, openPieces: 0 })
  })

  test('two groups are two parcels, each with its own promise', async ({ ctx }) => {
    await aReceivingAccount(ctx)
    const ready = await aVariant(ctx)
    const toOrder = await aVariant(ctx, { openCap: 4 })
    const { orderId } = await anOrder(ctx, {
      lines: [{ variantId: ready }, { variantId: toOrder, quantity: 2 }],
    })

    const parcels = await parcelsOf(ctx, orderId)
    expect(parcels.map((parcel) => parcel.state)).toEqual(['waiting', 'waiting'])
    // ordered on Sunday 22 November, payable until Monday: ready leaves on Tuesday, ten days of weaving end on Thursday
    expect(parcels.map((parcel) => parcel.promise_on).sort()).toEqual(['2026-11-24', '2026-12-03'])
    expect(await stockOf(ctx, toOrder)).toEqual({ onHand: 0, reserved: 0, openPieces: 2 })
    expect((await paymentOf(ctx, orderId)).shipping_rupiah).toBe(40_000)
  })

  test('lines of one variant are one line', async ({ ctx }) => {
    await aReceivingAccount(ctx)
    const variantId = await aVariant(ctx, { onHand: 10 })
    const command = await aCommand(ctx, {
      lines: [
        { variantId, quantity: 6 },
        { variantId, quantity: 6 },
      ],
    })
    expect(await placeOrder(ctx, command)).toEqual({
      ok: false,
      error: { code: 'out-of-stock', variants: [{ variantId, left: 10 }] },
    })
  })

  test('the trainings linked on that day stay with the line', async ({ ctx }) => {
    await aReceivingAccount(ctx)
    const { productId, groupId } = await aProduct(ctx)
    const trainingId = await aTraining(ctx)
    await ctx.db
      .insertInto('group_training')
      .values({ group_id: groupId, training_id: trainingId, evidence: 'documented' })
      .execute()
    const link = { product_id: productId, group_id: groupId, training_id: trainingId }
    await ctx.db
      .insertInto('product_training')
      .values({ ...link, evidence: 'verified', confirmed_on: '2026-01-01' })
      .execute()
    const variantId = await aVariant(ctx, { productId })
    const { orderId } = await anOrder(ctx, { lines: [{ variantId }] })
    const line = await ctx.db
      .selectFrom('order_line')
      .where('order_id', '=', orderId)
      .select('training_ids')
      .executeTakeFirstOrThrow()
    expect(line.training_ids).toEqual([trainingId])
  })

  test('a parcel whose shipping nobody knows leaves the order waiting for its price', async ({ ctx }) => {
    await aReceivingAccount(ctx)
    const variantId = await aVariant(ctx)
    const { orderId } = await anOrder(ctx, {
      lines: [{ variantId }],
      parcel: { delivery: 'quote', shippingRupiah: null, carrier: null },
    })
    expect(await paymentOf(ctx, orderId)).toMatchObject({
      state: 'quoting',
      total_rupiah: null,
      unique_code_rupiah: 0,
    })
    expect((await stockOf(ctx, variantId)).reserved).toBe(1)
    const { quotes, oldestQuoteAt, nextQuoteEndsAt } = await findDeskWork(asStaff(ctx))
    expect(quotes).toBe(1)
    expect(Number(nextQuoteEndsAt) - Number(oldestQuoteAt)).toBe(QUOTE_HOURS * 3_600_000)
  })

  test('paid at the counter: made at once, payable until a week after the promise', async ({ ctx }) => {
    const variantId = await aVariant(ctx)
    const { orderId } = await anOrder(ctx, { lines: [{ variantId }], paymentMethod: 'pickup' })
    const payment = await paymentOf(ctx, orderId)
    expect(payment).toMatchObject({ state: 'awaiting', total_rupiah: 285_000, unique_code_rupiah: 0 })
    expect((await parcelsOf(ctx, orderId))[0]).toMatchObject({ state: 'open', promise_on: '2026-11-23' })
    expect(payment.expires_at.toISOString()).toBe('2026-11-30T17:00:00.000Z')
  })

  test('when all 999 totals of an amount are taken the next order is refused and leaves nothing', async ({
    ctx,
  }) => {
    const accountId = await aReceivingAccount(ctx)
    const variantId = await aVariant(ctx)
    await anOrder(ctx, { lines: [{ variantId }] })
    await sql`
      insert into transfer_total (order_id, receiving_account_id, total_rupiah, used)
      select gen_random_uuid(), ${accountId}, 305000 + code, tstzrange(moment(), moment() + interval '1 day')
      from generate_series(1, 999) as code on conflict do nothing
    `.execute(ctx.db)
    const result = await placeOrder(ctx, await aCommand(ctx, { lines: [{ variantId }] }))
    expect(result).toEqual({ ok: false, error: { code: 'no-free-total' } })
    expect(await stockOf(ctx, variantId)).toEqual({ onHand: 5, reserved: 1, openPieces: 0 })
  })
})

describe('what is refused', () => {
  test('a price that is no longer the one seen', async ({ ctx }) => {
    await aReceivingAccount(ctx)
    const variantId = await aVariant(ctx)
    const command = await aCommand(ctx, { lines: [{ variantId, seenPriceRupiah: 250_000 }] })
    expect(await placeOrder(ctx, command)).toEqual({
      ok: false,
      error: { code: 'price-changed', variants: [{ variantId, seen: 250_000, now: 285_000 }] },
    })
  })

  test('a piece that is not for sale, for whatever reason', async ({ ctx }) => {
    await aReceivingAccount(ctx)
    const draft = await aVariant(ctx, { state: 'draft' })
    const samples = await aVariant(ctx)
    await ctx.db.updateTable('craft_group').set({ shows_samples_only: true }).execute()
    const gone = newId()
    for (const variantId of [draft, samples, gone]) {
      const command = await aCommand(ctx, { lines: [{ variantId }] })
      expect(await placeOrder(ctx, command)).toEqual({
        ok: false,
        error: { code: 'unknown-variant', variantIds: [variantId] },
      })
    }
  })

  test('more than is left, with the number left; a full queue likewise', async ({ ctx }) => {
    await aReceivingAccount(ctx)
    const ready = await aVariant(ctx, { onHand: 2 })
    const toOrder = await aVariant(ctx, { openCap: 1 })
    const ask = async (variantId: string, quantity: number) =>
      placeOrder(ctx, await aCommand(ctx, { lines: [{ variantId, quantity }] }))
    expect(await ask(ready, 3)).toMatchObject({
      error: { code: 'out-of-stock', variants: [{ variantId: ready, left: 2 }] },
    })
    const plenty = await aVariant(ctx, { onHand: 500 })
    expect(await ask(plenty, 120)).toMatchObject({ error: { variants: [{ variantId: plenty, left: 99 }] } })
    expect(await ask(toOrder, 2)).toMatchObject({
      error: { code: 'too-many-open', variants: [{ variantId: toOrder, left: 1 }] },
    })
    expect(await ctx.db.selectFrom('shop_order').selectAll().execute()).toEqual([])
  })

  test('an address that holds a NIK, by the database too', async ({ ctx }) => {
    await aReceivingAccount(ctx)
    const lines = [{ variantId: await aVariant(ctx) }]
    const { destination } = await aCommand(ctx, { lines })
    const command = await aCommand(ctx, {
      lines,
      destination: { ...destination, street: 'RT 2, 6111 0150 0180 0001' },
    })
    await expect(placeOrder(ctx, command)).rejects.toMatchObject({ constraint: 'address_has_no_nik' })
  })

  test('an empty cart, a forgotten parcel, cash for a courier, no account to pay to', async ({ ctx }) => {
    const variantId = await aVariant(ctx)
    const command = await aCommand(ctx, { lines: [{ variantId }] })
    const codeOf = async (over: object) => {
      const result = await placeOrder(ctx, { ...command, ...over })
      return result.ok ? 'placed' : result.error.code
    }
    expect(await codeOf({ lines: [] })).toBe('nothing-to-order')
    expect(await codeOf({ parcels: [] })).toBe('parcel-missing')
    expect(await codeOf({ paymentMethod: 'pickup' })).toBe('pickup-payment-not-possible')
    expect(await codeOf({})).toBe('no-receiving-account')
  })
})

describe('many at once', () => {
  test('twenty buyers racing for three pieces get exactly three', async ({ raceCtx }) => {
    await aReceivingAccount(raceCtx)
    const variantId = await aVariant(raceCtx, { onHand: 3 })
    const commands = await Promise.all(range(20).map(() => aCommand(raceCtx, { lines: [{ variantId }] })))
    const results = await Promise.all(commands.map((command) => placeOrder(raceCtx, command)))
    expect(results.filter((result) => result.ok)).toHaveLength(3)
    expect(results.find((result) => !result.ok)).toEqual({
      ok: false,
      error: { code: 'out-of-stock', variants: [{ variantId, left: 0 }] },
    })
    expect(await stockOf(raceCtx, variantId)).toEqual({ onHand: 3, reserved: 3, openPieces: 0 })
  })

  test('two hundred buyers, ten pieces, a pool of twenty-four: ten sold and nothing left behind', async ({
    raceCtx,
  }) => {
    await aReceivingAccount(raceCtx)
    const variantId = await aVariant(raceCtx, { onHand: 10 })
    const command = await aCommand(raceCtx, { lines: [{ variantId }] })
    const results = await inLanes(200, () => placeOrder(raceCtx, { ...command, intentId: newId() }))
    expect(results).toHaveLength(200)
    expect(results.filter((result) => result.ok)).toHaveLength(10)
    const orders = await raceCtx.db.selectFrom('shop_order').select('id').execute()
    expect(orders).toHaveLength(10)
    expect(await stockOf(raceCtx, variantId)).toEqual({ onHand: 10, reserved: 10, openPieces: 0 })
  })

  test('a hundred carts with the same pieces in opposite order never deadlock', async ({ raceCtx }) => {
    await aReceivingAccount(raceCtx)
    const { productId } = await aProduct(raceCtx)
    const variantIds: string[] = []
    for (const _ of range(12)) variantIds.push(await aVariant(raceCtx, { productId, onHand: 60 }))
    const there = await aCommand(raceCtx, { lines: variantIds.map((variantId) => ({ variantId })) })
    const back = { ...there, lines: there.lines.toReversed() }
    const results = await inLanes(100, (index) =>
      placeOrder(raceCtx, { ...(index % 2 ? there : back), intentId: newId() }),
    )
    expect(results.filter((result) => result.ok)).toHaveLength(60)
    for (const variantId of variantIds) expect((await stockOf(raceCtx, variantId)).reserved).toBe(60)
  })

  test('one form sent twenty times at once is one order', async ({ raceCtx }) => {
    await aReceivingAccount(raceCtx)
    const variantId = await aVariant(raceCtx, { onHand: 20 })
    const command = await aCommand(raceCtx, { lines: [{ variantId }] })
    const results = await Promise.all(range(20).map(() => placeOrder(raceCtx, command)))
    const orders = results.flatMap((result) => (result.ok ? [result.value] : []))
    expect(new Set(orders.map((order) => order.orderId)).size).toBe(1)
    expect(orders.filter((order) => !order.repeated)).toHaveLength(1)
    expect((await stockOf(raceCtx, variantId)).reserved).toBe(1)
    const notices = await raceCtx.db.selectFrom('notice').select('id').execute()
    expect(notices.map((notice) => notice.id)).toEqual([`order:${orders[0]?.orderId}:order-placed:v1`])
  })

  test('fifty orders of one amount have fifty totals', async ({ raceCtx }) => {
    await aReceivingAccount(raceCtx)
    const variantId = await aVariant(raceCtx, { onHand: 50 })
    const command = await aCommand(raceCtx, { lines: [{ variantId }] })
    await inLanes(50, () => placeOrder(raceCtx, { ...command, intentId: newId() }))
    const payments = await raceCtx.db.selectFrom('payment').select('total_rupiah').execute()
    expect(new Set(payments.map((payment) => payment.total_rupiah)).size).toBe(50)
  })

  test('a COMMIT whose answer was lost is looked up before the failure is believed', async ({ raceCtx }) => {
    await aReceivingAccount(raceCtx)
    const variantId = await aVariant(raceCtx)
    const command = await aCommand(raceCtx, { lines: [{ variantId }] })
    const lost = new Error('Connection terminated unexpectedly')
    const placed = await placeOrder(raceCtx, command)
    const again = await rereadIfLost(raceCtx, command.intentId, () => Promise.reject(lost))
    expect(again).toEqual({ ok: true, value: { ...(placed.ok && placed.value), repeated: true } })
    await expect(rereadIfLost(raceCtx, newId(), () => Promise.reject(lost))).rejects.toBe(lost)
  })
})

describe('the order page and its keys', () => {
  test('one statement tells the buyer everything', async ({ ctx }) => {
    await aReceivingAccount(ctx)
    const variantId = await aVariant(ctx)
    const { orderId, code } = await anOrder(ctx, { lines: [{ variantId, quantity: 2 }] })
    const page = await findOrderPage(ctx, orderId)
    expect(page).toMatchObject({
      code,
      status: 'awaiting-payment',
      isStillPayable: true,
      districtName: 'Sukadana',
      accountBank: 'Bank Kalbar',
      goodsRupiah: 570_000,
      events: [{ kind: 'placed' }],
    })
    expect(page?.parcels[0]).toMatchObject({
      groupName: 'Seroja',
      state: 'waiting',
      lines: [{ quantity: 2 }],
    })
    expect(await findOrderPage(ctx, newId())).toBeNull()
  })

  test('tracking needs the code and the last four digits, typed as people type them', async ({ ctx }) => {
    await aReceivingAccount(ctx)
    const { orderId, code } = await anOrder(ctx, { lines: [{ variantId: await aVariant(ctx) }] })
    const typed = code.toLowerCase().replace('-', ' ')
    expect(await findOrderByCode(ctx, { code: typed, phoneTail: '7890' })).toMatchObject({ orderId })
    expect(await findOrderByCode(ctx, { code: code.slice(2), phoneTail: ' 7890' })).toMatchObject({ orderId })
    expect(await findOrderByCode(ctx, { code, phoneTail: '0812-3456-7890' })).toMatchObject({ orderId })
    for (const phoneTail of ['7891', '890', ''])
      expect(await findOrderByCode(ctx, { code, phoneTail }), phoneTail).toBeNull()
    expect(await findOrderByCode(ctx, { code: 'P-222222', phoneTail: '7890' })).toBeNull()
  })

  test('a link opens its own order and version only', () => {
    const [secret, orderId] = ['s'.repeat(32), newId()]
    const token = orderLinkToken(secret, orderId, 1)
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(checkOrderLink(secret, { orderId, version: 1, token })).toBe(true)
    expect(checkOrderLink(secret, { orderId, version: 2, token })).toBe(false)
    expect(checkOrderLink(secret, { orderId: newId(), version: 1, token })).toBe(false)
    expect(checkOrderLink('t'.repeat(32), { orderId, version: 1, token })).toBe(false)
    expect(checkOrderLink(secret, { orderId, version: 1, token: `${token}x` })).toBe(false)
  })
})

/** As many at once as the pool has connections: a queue for a connection would only test the pool's patience. */
async function inLanes<T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> {
  const results: T[] = []
  let next = 0
  const lane = async () => {
    while (next < count) results.push(await work(next++))
  }
  await Promise.all(range(24).map(lane))
  return results
}
