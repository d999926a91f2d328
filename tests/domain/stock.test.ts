import { describe, expect } from 'vitest'
import { type HoldState, type SaleMode, stockChange } from '#app/domain/stock/hold.ts'
import { setOnHand } from '#app/domain/stock/set-on-hand.server.ts'
import { newId } from '#app/lib/ids.ts'
import { aProduct, aVariant } from '#tests/support/builders.ts'
import { anOrder, aReceivingAccount, asGroup, stockOf } from '#tests/support/order-builders.ts'
import { test } from '#tests/support/test.ts'

describe('how a change of state changes the counts', () => {
  const change = (mode: SaleMode, from: HoldState, to: HoldState) => stockChange(mode, from, to, 2)
  const counts = (onHand: number, reserved: number, openPieces: number) => ({ onHand, reserved, openPieces })

  test('a ready piece is kept, then leaves the shelf, and can come back', () => {
    expect(change('ready', 'released', 'held')).toEqual(counts(0, 2, 0))
    expect(change('ready', 'held', 'consumed')).toEqual(counts(-2, -2, 0))
    expect(change('ready', 'held', 'released')).toEqual(counts(0, -2, 0))
    expect(change('ready', 'consumed', 'released')).toEqual(counts(2, 0, 0))
    expect(change('ready', 'consumed', 'lost')).toEqual(counts(0, 0, 0))
    expect(change('ready', 'held', 'lost')).toEqual(counts(-2, -2, 0))
  })

  test('a piece to be made keeps its place in the queue until it is handed over', () => {
    expect(change('made-to-order', 'released', 'held')).toEqual(counts(0, 0, 2))
    expect(change('made-to-order', 'held', 'weaving')).toEqual(counts(0, 0, 0))
    expect(change('made-to-order', 'weaving', 'consumed')).toEqual(counts(0, 0, -2))
    expect(change('made-to-order', 'weaving', 'released')).toEqual(counts(0, 0, -2))
  })
})

describe('the group counts its shelf', () => {
  test('sets the count it saw, and leaves a line in the log', async ({ ctx }) => {
    const { productId, groupId } = await aProduct(ctx)
    const variantId = await aVariant(ctx, { productId, onHand: 2 })
    const group = asGroup(ctx, groupId)
    expect(await setOnHand(group, { variantId, onHand: 7, seenOnHand: 2 })).toEqual({
      ok: true,
      value: { onHand: 7 },
    })
    expect((await stockOf(ctx, variantId)).onHand).toBe(7)
    const [row] = await ctx.db
      .selectFrom('audit_log')
      .where('action', '=', 'set-on-hand')
      .selectAll()
      .execute()
    expect(row).toMatchObject({ before: { onHand: 2 }, after: { onHand: 7 }, actor_id: group.actor.userId })
  })

  test('is told when a sale or another phone came between, and cannot go below what is kept', async ({
    ctx,
  }) => {
    await aReceivingAccount(ctx)
    const { productId, groupId } = await aProduct(ctx)
    const variantId = await aVariant(ctx, { productId, onHand: 4 })
    await anOrder(ctx, { lines: [{ variantId, quantity: 3 }] })
    const group = asGroup(ctx, groupId)
    const set = async (onHand: number, seenOnHand: number) => {
      const result = await setOnHand(group, { variantId, onHand, seenOnHand })
      return result.ok ? result.value : result.error
    }
    expect(await set(6, 5)).toEqual({ code: 'changed-meanwhile', onHand: 4 })
    expect(await set(2, 4)).toEqual({ code: 'below-reserved', reserved: 3 })
    expect(await set(3, 4)).toEqual({ onHand: 3 })
  })

  test('sees neither another group’s pieces nor a shelf for what is made to order', async ({ ctx }) => {
    const { productId, groupId } = await aProduct(ctx)
    const ready = await aVariant(ctx, { productId })
    const toOrder = await aVariant(ctx, { productId, openCap: 3 })
    const error = async (owner: string, variantId: string) => {
      const result = await setOnHand(asGroup(ctx, owner), { variantId, onHand: 1, seenOnHand: 5 })
      return result.ok ? null : result.error.code
    }
    expect(await error(newId(), ready)).toBe('unknown-variant')
    expect(await error(groupId, toOrder)).toBe('made-to-order')
  })
})
