import type { Ctx } from '#app/platform/context.server.ts'
import { words } from '#app/platform/words.server.ts'
import { pieceName } from './product.ts'

/** A piece as it is called where one size or colour of it is meant, `Sandal siku keluang (39)`; empty when there is none. */
export async function findVariantName(ctx: Ctx, variantId: string): Promise<string> {
  const row = await ctx.db
    .selectFrom('variant as va')
    .innerJoin('product as p', 'p.id', 'va.product_id')
    .where('va.id', '=', variantId)
    .select([words(ctx, 'p.title').as('title'), words(ctx, 'va.label').as('label')])
    .executeTakeFirst()
  return row ? pieceName(row) : ''
}
