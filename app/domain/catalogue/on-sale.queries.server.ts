import type { Ctx } from '#app/platform/context.server.ts'
import { isSellable, piecesLeft } from './sellable.server.ts'

/** What a variant costs now, in whole rupiah, and how many of it can be had; nothing of what is not, or no longer, sold. */
export const findOnSale = ({ db }: Ctx, variantId: string) =>
  db
    .selectFrom('variant as va')
    .innerJoin('stock as s', 's.variant_id', 'va.id')
    .innerJoin('product as p', 'p.id', 'va.product_id')
    .innerJoin('craft_group as g', 'g.id', 'p.group_id')
    .where('va.id', '=', variantId)
    .where(isSellable())
    .select(['va.price_rupiah as priceRupiah', piecesLeft('va', 's').as('left')])
    .executeTakeFirst()
