import { describe, expect } from 'vitest'
import { findCart } from '#app/domain/carts/carts.queries.server.ts'
import { addLine } from '#app/domain/carts/change-lines.server.ts'
import { openIntent, saveAddress, saveCheckout } from '#app/domain/carts/checkout.server.ts'
import { checkOut, chosenWays, quoteCart } from '#app/domain/orders/check-out.server.ts'
import { reviewOf } from '#app/domain/orders/review.server.ts'
import { newId } from '#app/lib/ids.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { aGroup, aProduct, aVariant } from '#tests/support/builders.ts'
import { aReceivingAccount, parcelsOf } from '#tests/support/order-builders.ts'
import { test } from '#tests/support/test.ts'

const ADDRESS = {
  name: 'Rini',
  phone: '0812 3456 7890',
  email: null,
  country: 'ID',
  collects: false,
  districtCode: '61.11.01',
  village: 'Sutera',
  street: 'Dusun Tanjung',
  landmark: null,
  postalCode: null,
  note: 'Tolong dibungkus daun.',
}

const TARIFF = {
  id: newId(),
  method: 'local',
  scope: ADDRESS.districtCode,
  carrier: 'Ojek',
  first_kg_rupiah: 10_000,
  next_kg_rupiah: 5_000,
  days_min: 1,
  days_max: 1,
}

/** A basket whose every question has been answered. */
async function aFilledBasket(ctx: Ctx, lines: { variantId: string; quantity?: number }[]) {
  let token: string | null = null
  for (const { variantId, quantity = 1 } of lines) {
    const added = await addLine(ctx, { token, variantId, quantity })
    if (!added.ok) throw new Error(added.error.code)
    token = added.value.token
  }
  const kept = token ?? ''
  await saveAddress(ctx, kept, ADDRESS)
  const cart = await findCart(ctx, kept)
  const deliveries = Object.fromEntries(cart?.parcels.map(({ groupId }) => [groupId, 'pickup-library']) ?? [])
  await saveCheckout(ctx, kept, { deliveries })
  return { token: kept, intentId: await openLastPage(ctx, kept) }
}

/** @returns the intent in its form */
async function openLastPage(ctx: Ctx, token: string): Promise<string> {
  const cart = await findCart(ctx, token)
  if (!cart?.draft.address) throw new Error('Nothing to look over')
  const ways = chosenWays(cart, await quoteCart(ctx, cart, cart.draft.address))
  if (!ways) throw new Error('Nothing to send it by')
  return openIntent(ctx, token, reviewOf(cart, ways))
}

describe('checking out a basket', () => {
  test('makes one order with a parcel a group, and leaves an empty basket', async ({ ctx }) => {
    await aReceivingAccount(ctx)
    const other = await aProduct(ctx, { groupId: await aGroup(ctx, { name: 'Bakau Indah' }) })
    const basket = await aFilledBasket(ctx, [
      { variantId: await aVariant(ctx), quantity: 2 },
      { variantId: await aVariant(ctx, { productId: other.productId }) },
    ])
    const placed = await checkOut(ctx, { ...basket, paymentMethod: 'transfer' })
    expect(placed).toMatchObject({ ok: true, value: { repeated: false } })
    const { orderId } = placed.ok ? placed.value : { orderId: '' }
    expect(await parcelsOf(ctx, orderId)).toHaveLength(2)
    const order = await ctx.db
      .selectFrom('shop_order')
      .where('id', '=', orderId)
      .select(['buyer_phone', 'note', 'village'])
      .executeTakeFirst()
    expect(order).toEqual({ buyer_phone: '+6281234567890', note: ADDRESS.note, village: 'Sutera' })
    const cart = await findCart(ctx, basket.token)
    expect(cart).toMatchObject({ pieceCount: 0, draft: { address: null, intentId: null } })
  })

  test('the same form sent twenty times at once is one order', async ({ raceCtx }) => {
    await aReceivingAccount(raceCtx)
    const variantId = await aVariant(raceCtx, { onHand: 5 })
    const basket = await aFilledBasket(raceCtx, [{ variantId }])
    const sends = Array.from({ length: 20 }, () =>
      checkOut(raceCtx, { ...basket, paymentMethod: 'transfer' }),
    )
    const placed = await Promise.all(sends)
    expect(placed.every(({ ok }) => ok)).toBe(true)
    expect(new Set(placed.map((one) => (one.ok ? one.value.orderId : ''))).size).toBe(1)
    expect(placed.filter((one) => one.ok && !one.value.repeated)).toHaveLength(1)
  })

  test('the last page opened again has the same intent, and another once the order is placed', async ({
    ctx,
  }) => {
    await aReceivingAccount(ctx)
    const variantId = await aVariant(ctx)
    const basket = await aFilledBasket(ctx, [{ variantId }])
    expect(await openLastPage(ctx, basket.token)).toBe(basket.intentId)
    await checkOut(ctx, { ...basket, paymentMethod: 'transfer' })
    const next = await aFilledBasket(ctx, [{ variantId }])
    expect(next.intentId).not.toBe(basket.intentId)
  })

  test('a form that belongs to no basket of this shopper places nothing', async ({ ctx }) => {
    await aReceivingAccount(ctx)
    const { token } = await aFilledBasket(ctx, [{ variantId: await aVariant(ctx) }])
    const placed = await checkOut(ctx, { token, intentId: newId(), paymentMethod: 'transfer' })
    expect(placed).toMatchObject({ ok: false, error: { code: 'stale-form' } })
    expect(await findCart(ctx, token)).toMatchObject({ pieceCount: 1 })
  })

  test('a price that changed meanwhile is said and not charged', async ({ ctx }) => {
    await aReceivingAccount(ctx)
    const variantId = await aVariant(ctx)
    const basket = await aFilledBasket(ctx, [{ variantId }])
    await ctx.db.updateTable('variant').set({ price_rupiah: 300_000 }).where('id', '=', variantId).execute()
    const placed = await checkOut(ctx, { ...basket, paymentMethod: 'transfer' })
    expect(placed).toMatchObject({ ok: false, error: { code: 'price-changed' } })
    expect(await findCart(ctx, basket.token)).toMatchObject({
      pieceCount: 1,
      draft: { address: { name: 'Rini' } },
    })
  })

  test('a piece that was taken down is said and not left out in silence', async ({ ctx }) => {
    await aReceivingAccount(ctx)
    const gone = await aVariant(ctx)
    const basket = await aFilledBasket(ctx, [{ variantId: gone }, { variantId: await aVariant(ctx) }])
    await ctx.db.updateTable('variant').set({ is_active: false }).where('id', '=', gone).execute()
    const placed = await checkOut(ctx, { ...basket, paymentMethod: 'transfer' })
    expect(placed).toMatchObject({ ok: false, error: { code: 'unknown-variant', variantIds: [gone] } })
  })

  const changes: Record<
    string,
    (ctx: Ctx, basket: { token: string; variantId: string }) => Promise<unknown>
  > = {
    'more pieces': (ctx, { token, variantId }) => addLine(ctx, { token, variantId, quantity: 1 }),
    'another address': (ctx, { token }) => saveAddress(ctx, token, { ...ADDRESS, name: 'Budi' }),
    'another way': async (ctx, { token }) => {
      const cart = await findCart(ctx, token)
      const deliveries = { [cart?.parcels[0]?.groupId ?? '']: 'pickup-group' }
      return saveCheckout(ctx, token, { deliveries })
    },
  }
  test.for(Object.keys(changes))(
    '%s since the page was opened orders nothing until it is looked over',
    async (what, { ctx }) => {
      await aReceivingAccount(ctx)
      const variantId = await aVariant(ctx)
      const basket = await aFilledBasket(ctx, [{ variantId }])
      await changes[what]?.(ctx, { token: basket.token, variantId })
      const placed = await checkOut(ctx, { ...basket, paymentMethod: 'transfer' })
      expect(placed).toMatchObject({ ok: false, error: { code: 'stale-form' } })
      const intentId = await openLastPage(ctx, basket.token)
      expect(intentId).not.toBe(basket.intentId)
      // the first tab's form is still the one that was never ordered
      expect(await checkOut(ctx, { ...basket, paymentMethod: 'transfer' })).toMatchObject({ ok: false })
      expect(await checkOut(ctx, { ...basket, intentId, paymentMethod: 'transfer' })).toMatchObject({
        ok: true,
      })
    },
  )

  test('a tariff that changed since the page was opened is shown before it is owed', async ({ ctx }) => {
    await aReceivingAccount(ctx)
    const basket = await aFilledBasket(ctx, [{ variantId: await aVariant(ctx) }])
    const cart = await findCart(ctx, basket.token)
    const groupId = cart?.parcels[0]?.groupId ?? ''
    await ctx.db.insertInto('shipping_tariff').values(TARIFF).execute()
    await saveCheckout(ctx, basket.token, { deliveries: { [groupId]: 'local:Ojek' } })
    const intentId = await openLastPage(ctx, basket.token)
    await ctx.db
      .updateTable('shipping_tariff')
      .set({ first_kg_rupiah: 99_000 })
      .where('id', '=', TARIFF.id)
      .execute()
    const placed = await checkOut(ctx, { ...basket, intentId, paymentMethod: 'transfer' })
    expect(placed).toMatchObject({ ok: false, error: { code: 'stale-form' } })
  })

  test('a way of sending that is no longer open is asked again', async ({ ctx }) => {
    await aReceivingAccount(ctx)
    const basket = await aFilledBasket(ctx, [{ variantId: await aVariant(ctx) }])
    const cart = await findCart(ctx, basket.token)
    const groupId = cart?.parcels[0]?.groupId ?? ''
    await saveCheckout(ctx, basket.token, { deliveries: { [groupId]: 'courier:JNE' } })
    const placed = await checkOut(ctx, { ...basket, paymentMethod: 'transfer' })
    expect(placed).toMatchObject({ ok: false, error: { code: 'delivery-missing' } })
  })
})
