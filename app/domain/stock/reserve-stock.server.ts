import { newId } from '#app/lib/ids.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { MOST_PIECES, type SaleMode, stockChange } from './hold.ts'
import { type LockedStock, lockStock } from './lock-stock.server.ts'
import { addToStock } from './move-holds.server.ts'

/** Pieces of one variant; a variant appears once, its lines merged. */
export interface WantedPieces {
  variantId: string
  mode: SaleMode
  quantity: number
}

/** A variant that cannot give what is asked, and how many it could. */
export interface Shortage {
  variantId: string
  mode: SaleMode
  left: number
}

/**
 * Locks what is wanted and says what falls short of it. Nothing is written: while the transaction lasts an empty
 * answer stays true, so the caller may refuse without leaving a trace, or go on to `holdStock`.
 */
export async function findShortages(ctx: Ctx, wanted: readonly WantedPieces[]): Promise<Shortage[]> {
  const ids = wanted.map((pieces) => pieces.variantId)
  const stock = new Map((await lockStock(ctx.db, ids)).map((row) => [row.variantId, row]))
  return wanted
    .map(({ variantId, mode, quantity }) => ({
      variantId,
      mode,
      quantity,
      left: left(stock.get(variantId), mode),
    }))
    .filter((pieces) => pieces.left < pieces.quantity)
    .map(({ variantId, mode, left }) => ({ variantId, mode, left }))
}

/**
 * Holds pieces for an order that is not paid yet.
 * Call only after `findShortages` found none in the same transaction; the table's checks stop anything else.
 */
export async function holdStock(ctx: Ctx, orderId: string, wanted: readonly WantedPieces[]): Promise<void> {
  await ctx.db
    .insertInto('stock_hold')
    .values(
      wanted.map(({ variantId, mode, quantity }) => ({
        id: newId(),
        order_id: orderId,
        variant_id: variantId,
        quantity,
        mode,
      })),
    )
    .execute()
  await addToStock(
    ctx.db,
    wanted.map(({ variantId, mode, quantity }) => ({
      variantId,
      ...stockChange(mode, 'released', 'held', quantity),
    })),
  )
}

/** Pieces that a shopper could still have of a variant. */
function left(stock: LockedStock | undefined, mode: SaleMode): number {
  if (!stock) return 0
  const free = mode === 'ready' ? stock.onHand - stock.reserved : stock.openCap - stock.openPieces
  return Math.min(Math.max(0, free), MOST_PIECES)
}
