import type { Ctx } from '#app/platform/context.server.ts'
import { isSellable, piecesLeft } from './sellable.server.ts'

/** How many of a variant can be had now; 0 of what is not, or no longer, sold. */
export async function countPiecesLeft({ db }: Ctx, variantId: string): Promise<number> {
  const row = await db
    .selectFrom('variant as va')
    .innerJoin('stock as s', 's.variant_id', 'va.id')
    .innerJoin('product as p', 'p.id', 'va.product_id')
    .innerJoin('craft_group as g', 'g.id', 'p.group_id')
    .where('va.id', '=', variantId)
    .where(isSellable())
    .select(piecesLeft('va', 's').as('left'))
    .executeTakeFirst()
  return row?.left ?? 0
}
