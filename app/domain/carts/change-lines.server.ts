import { hashOfToken } from '#app/domain/accounts/hashes.server.ts'
import { findOnSale } from '#app/domain/catalogue/on-sale.queries.server.ts'
import { MOST_PIECES } from '#app/domain/stock/hold.ts'
import { newToken } from '#app/lib/ids.ts'
import { ok, type Result, refuse } from '#app/lib/result.ts'
import { type Ctx, within } from '#app/platform/context.server.ts'
import { inTransaction, moment } from '#app/platform/db.server.ts'
import { openCart } from './open-cart.server.ts'

/** The most different variants that one basket holds. */
const MOST_LINES = 60

export type LineRefusal =
  | { code: 'unknown-variant' }
  /** It was taken out meanwhile, or ordered. */
  | { code: 'not-in-basket' }
  /** How many there are in all, and how many of them are in the basket already. */
  | { code: 'out-of-stock'; left: number; inCart: number }
  | { code: 'too-many-lines' }

/**
 * Puts pieces into the basket, which is made when there is none, on top of those already there.
 * Nothing is reserved: pieces are held only when the order is placed.
 * @returns the basket's token, to be kept in the browser, how many were put in, and how many of the variant are in it now
 */
export async function addLine(
  ctx: Ctx,
  { token, variantId, quantity }: { token: string | null; variantId: string; quantity: number },
): Promise<Result<{ token: string; inCart: number; added: number }, LineRefusal>> {
  return inTransaction(ctx.db, async (trx) => {
    const inside = within(ctx, trx)
    const variant = await findOnSale(inside, variantId)
    if (!variant) return refuse({ code: 'unknown-variant' })
    const kept = token ?? newToken()
    const cartId = await openCart(inside, kept)
    const lines = await trx
      .selectFrom('cart_line')
      .where('cart_id', '=', cartId)
      .select(['variant_id', 'quantity'])
      .execute()
    const inCart = lines.find((line) => line.variant_id === variantId)?.quantity ?? 0
    const wanted = inCart + quantity
    if (wanted > Math.min(variant.left, MOST_PIECES))
      return refuse({ code: 'out-of-stock', left: variant.left, inCart })
    if (inCart === 0 && lines.length >= MOST_LINES) return refuse({ code: 'too-many-lines' })
    await trx
      .insertInto('cart_line')
      .values({
        cart_id: cartId,
        variant_id: variantId,
        quantity: wanted,
        seen_price_rupiah: variant.priceRupiah,
      })
      .onConflict((conflict) => conflict.columns(['cart_id', 'variant_id']).doUpdateSet({ quantity: wanted }))
      .execute()
    return ok({ token: kept, inCart: wanted, added: quantity })
  })
}

/**
 * Puts pieces into the basket like `addLine`, but where there are fewer than were asked for, those there are; refused
 * when the basket holds them all.
 */
export async function addAtMost(
  ctx: Ctx,
  line: { token: string | null; variantId: string; quantity: number },
): ReturnType<typeof addLine> {
  const added = await addLine(ctx, line)
  if (added.ok || added.error.code !== 'out-of-stock') return added
  const { left, inCart } = added.error
  const quantity = Math.min(left, MOST_PIECES) - inCart
  return quantity > 0 ? addLine(ctx, { ...line, quantity }) : added
}

/**
 * Puts in what is missing for so many of a variant to be in the basket, or what there is of it; done twice it is the same.
 * @returns like `addLine`; `inCart` below `quantity` says that there are no more
 */
export async function fillUpTo(
  ctx: Ctx,
  { token, variantId, quantity }: { token: string | null; variantId: string; quantity: number },
): ReturnType<typeof addLine> {
  const inCart = token === null ? 0 : await countInCart(ctx, token, variantId)
  if (token !== null && inCart >= quantity) return ok({ token, inCart, added: 0 })
  return addAtMost(ctx, { token, variantId, quantity: quantity - inCart })
}

/**
 * Sets how many of a variant are in the basket, where there are fewer, to those there are; 0 takes the line out. A refusal
 * changes nothing and says how many are in it still.
 * @returns how many are in it now; below `quantity` says that there are no more
 */
export async function setQuantity(
  ctx: Ctx,
  { token, variantId, quantity }: { token: string; variantId: string; quantity: number },
): Promise<Result<{ inCart: number }, LineRefusal>> {
  if (quantity === 0) {
    await removeLine(ctx, { token, variantId })
    return ok({ inCart: 0 })
  }
  const variant = await findOnSale(ctx, variantId)
  if (!variant) return refuse({ code: 'unknown-variant' })
  const kept = Math.min(quantity, variant.left, MOST_PIECES)
  if (kept === 0)
    return refuse({ code: 'out-of-stock', left: 0, inCart: await countInCart(ctx, token, variantId) })
  const { numUpdatedRows } = await ctx.db
    .updateTable('cart_line')
    .set({ quantity: kept })
    .where('variant_id', '=', variantId)
    .where('cart_id', 'in', ownCart(ctx, token))
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return refuse({ code: 'not-in-basket' })
  await touchCart(ctx, token)
  return ok({ inCart: kept })
}

/** Takes a line out of the basket; taking it out twice is the same. */
export async function removeLine(
  ctx: Ctx,
  { token, variantId }: { token: string; variantId: string },
): Promise<void> {
  await ctx.db
    .deleteFrom('cart_line')
    .where('variant_id', '=', variantId)
    .where('cart_id', 'in', ownCart(ctx, token))
    .execute()
  await touchCart(ctx, token)
}

/** The shopper has seen today's prices and goes on with them. */
export async function acceptPrices(ctx: Ctx, token: string): Promise<void> {
  await ctx.db
    .updateTable('cart_line')
    .from('variant')
    .set((eb) => ({ seen_price_rupiah: eb.ref('variant.price_rupiah') }))
    .whereRef('variant.id', '=', 'cart_line.variant_id')
    .where('cart_id', 'in', ownCart(ctx, token))
    .execute()
}

/** After its order is placed: the lines and everything told at the checkout are gone, the place for estimates stays. */
export async function emptyCart(ctx: Ctx, token: string): Promise<void> {
  await inTransaction(ctx.db, async (trx) => {
    await trx
      .deleteFrom('cart_line')
      .where('cart_id', 'in', ownCart(within(ctx, trx), token))
      .execute()
    await trx
      .updateTable('cart')
      .set({ checkout: '{}', updated_at: moment() })
      .where('token_hash', '=', hashOfToken(token))
      .execute()
  })
}

const ownCart = ({ db }: Ctx, token: string) =>
  db.selectFrom('cart').where('token_hash', '=', hashOfToken(token)).select('id')

async function countInCart(ctx: Ctx, token: string, variantId: string): Promise<number> {
  const line = await ctx.db
    .selectFrom('cart_line')
    .where('variant_id', '=', variantId)
    .where('cart_id', 'in', ownCart(ctx, token))
    .select('quantity')
    .executeTakeFirst()
  return line?.quantity ?? 0
}

/** A basket in use is not one to forget. */
const touchCart = ({ db }: Ctx, token: string) =>
  db.updateTable('cart').set({ updated_at: moment() }).where('token_hash', '=', hashOfToken(token)).execute()
