import { firstPhoto } from '#app/domain/catalogue/cards.queries.server.ts'
import type { Unit } from '#app/domain/catalogue/product.ts'
import { packedCm } from '#app/domain/catalogue/sellable.server.ts'
import { agreedWords } from '#app/domain/orders/order-event.server.ts'
import type { SaleMode } from '#app/domain/stock/hold.ts'
import type { GroupCtx } from '#app/platform/context.server.ts'

export type ParcelGood = Awaited<ReturnType<typeof listParcelGoods>>[number]

/** The pieces in some of the group's own parcels as they were called when ordered, each with its first photo. */
export async function listParcelGoods(ctx: GroupCtx, parcelIds: readonly string[]) {
  if (parcelIds.length === 0) return []
  return ctx.db
    .selectFrom('order_line as line')
    .innerJoin('variant', 'variant.id', 'line.variant_id')
    .innerJoin('product', 'product.id', 'line.product_id')
    .innerJoin('kind', 'kind.slug', 'product.kind')
    .where('line.parcel_id', 'in', [...parcelIds])
    .where('line.group_id', '=', ctx.actor.groupId)
    .orderBy('line.id')
    .select((eb) => [
      'line.id',
      'line.parcel_id as parcelId',
      'line.title_id as title',
      'line.label_id as label',
      'line.quantity',
      eb.ref('kind.unit').$castTo<Unit>().as('unit'),
      'variant.weight_grams as weightGrams',
      packedCm('variant').as('packedCm'),
      eb.ref('line.mode').$castTo<SaleMode>().as('mode'),
      firstPhoto(ctx, eb as never, eb.ref('line.product_id')).as('photo'),
    ])
    .execute()
}

/** What the buyer says is wrong with a parcel of the group, since when staff have settled it, and how. */
export async function findProblem(
  { db, actor }: GroupCtx,
  parcelId: string,
): Promise<{ note: string | null; settledAt: Date | null; agreed: string | null } | null> {
  const parcel = await db
    .selectFrom('parcel')
    .where('id', '=', parcelId)
    .where('group_id', '=', actor.groupId)
    .where('problem_at', 'is not', null)
    .select(['problem_note as note', 'problem_settled_at as settledAt', agreedWords.as('agreed')])
    .executeTakeFirst()
  return parcel ?? null
}
