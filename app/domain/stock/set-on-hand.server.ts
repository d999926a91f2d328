import { writeAudit } from '#app/domain/accounts/write-audit.server.ts'
import { ok, type Result, refuse } from '#app/lib/result.ts'
import { type GroupCtx, within } from '#app/platform/context.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'

export interface SetOnHand {
  variantId: string
  /** Pieces on the shelf, those kept for unpaid orders counted in; paid pieces waiting to be sent are not. */
  onHand: number
  /** The count the page showed. When it is no longer true, a sale or another phone came between. */
  seenOnHand: number
}

export type SetOnHandRefusal =
  | { code: 'unknown-variant' }
  | { code: 'made-to-order' }
  | { code: 'changed-meanwhile'; onHand: number }
  | { code: 'below-reserved'; reserved: number }

/**
 * The group counted its shelf. Refused for pieces made to order, when another count or a sale came between, and below
 * what is kept for unpaid orders.
 * @see docs/decisions/0031-stock-is-the-sum-of-its-holds.md
 */
export function setOnHand(
  ctx: GroupCtx,
  { variantId, onHand, seenOnHand }: SetOnHand,
): Promise<Result<{ onHand: number }, SetOnHandRefusal>> {
  return inTransaction(ctx.db, async (trx) => {
    const stock = await trx
      .selectFrom('stock')
      .innerJoin('variant', 'variant.id', 'stock.variant_id')
      .innerJoin('product', 'product.id', 'variant.product_id')
      .where('variant.id', '=', variantId)
      .where('product.group_id', '=', ctx.actor.groupId)
      .forUpdate('stock')
      .select(['stock.on_hand', 'stock.reserved', 'variant.mode'])
      .executeTakeFirst()
    if (!stock) return refuse({ code: 'unknown-variant' })
    if (stock.mode !== 'ready') return refuse({ code: 'made-to-order' })
    if (stock.on_hand === onHand) return ok({ onHand })
    if (stock.on_hand !== seenOnHand) return refuse({ code: 'changed-meanwhile', onHand: stock.on_hand })
    if (onHand < stock.reserved) return refuse({ code: 'below-reserved', reserved: stock.reserved })
    await trx.updateTable('stock').set({ on_hand: onHand }).where('variant_id', '=', variantId).execute()
    await writeAudit(within(ctx, trx), {
      action: 'set-on-hand',
      subject: `variant:${variantId}`,
      before: { onHand: stock.on_hand },
      after: { onHand },
    })
    return ok({ onHand })
  })
}
