import { type ExpressionBuilder, sql } from 'kysely'
import { jsonArrayFrom, jsonBuildObject } from 'kysely/helpers/postgres'
import { hashOfToken } from '#app/domain/accounts/hashes.server.ts'
import { firstPhoto } from '#app/domain/catalogue/cards.queries.server.ts'
import { isSellable, packedCm, piecesLeft, piecesTaken } from '#app/domain/catalogue/sellable.server.ts'
import { type District, districtLabel } from '#app/domain/places/district.ts'
import { sum } from '#app/lib/money.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { words } from '#app/platform/words.server.ts'
import type { DB } from '#db/schema.ts'
import { type Cart, type CartLineRow, linesToHave, parcelsOf } from './cart.ts'
import { readDraft } from './checkout-form.ts'

/** The number beside the basket, of what there is something of; asks the database only when there is a basket. */
export async function countCartPieces({ db }: Ctx, token: string | null): Promise<number> {
  if (token === null) return 0
  const row = await db
    .selectFrom('cart')
    .innerJoin('cart_line', 'cart_line.cart_id', 'cart.id')
    .innerJoin('variant as va', 'va.id', 'cart_line.variant_id')
    .innerJoin('stock as s', 's.variant_id', 'va.id')
    .innerJoin('product as p', 'p.id', 'va.product_id')
    .innerJoin('craft_group as g', 'g.id', 'p.group_id')
    .where('cart.token_hash', '=', hashOfToken(token))
    .where(isSellable())
    .where(piecesLeft('va', 's'), '>', 0)
    .select(sql<number>`coalesce(sum(quantity), 0)::int`.as('pieces'))
    .executeTakeFirst()
  return row?.pieces ?? 0
}

/** The basket as it is worth today, gathered into parcels, with what changed since the shopper saw it; one statement. */
export async function findCart(ctx: Ctx, token: string | null): Promise<Cart | null> {
  if (token === null) return null
  const row = await ctx.db
    .selectFrom('cart as c')
    .leftJoin('district as d', 'd.code', 'c.destination_district')
    .leftJoin('regency as r', 'r.code', 'd.regency_code')
    .leftJoin('province as pr', 'pr.code', 'r.province_code')
    .where('c.token_hash', '=', hashOfToken(token))
    .select((eb) => [
      'c.id',
      'c.checkout',
      'c.updated_at as changedAt',
      sql<Omit<District, 'label'> | null>`case when d.code is not null then ${districtJson()} end`.as(
        'district',
      ),
      jsonArrayFrom(lines(ctx, eb as never)).as('lines'),
    ])
    .executeTakeFirst()
  if (!row) return null
  const parcels = parcelsOf(row.lines)
  const sold = parcels.flatMap(linesToHave)
  return {
    id: row.id,
    changedAt: row.changedAt,
    destination: row.district ? { ...row.district, label: districtLabel(ctx.locale, row.district) } : null,
    draft: readDraft(row.checkout),
    parcels,
    pieceCount: sold.reduce((pieces, { quantity }) => pieces + quantity, 0),
    goodsRupiah: sum(sold.map(({ lineRupiah }) => lineRupiah)),
    canCheckOut:
      sold.length > 0 && parcels.every((parcel) => parcel.lines.every(({ notes }) => notes.length === 0)),
  }
}

const districtJson = () =>
  jsonBuildObject({
    code: sql.ref('d.code'),
    name: sql`coalesce(d.spoken, d.name)`,
    regencyCode: sql.ref('r.code'),
    regencyName: sql.ref('r.name'),
    provinceCode: sql.ref('pr.code'),
    provinceName: sql.ref('pr.name'),
  })

const lines = (ctx: Ctx, eb: ExpressionBuilder<DB, never>) =>
  eb
    .selectFrom('cart_line as cl')
    .innerJoin('variant as va', 'va.id', 'cl.variant_id')
    .innerJoin('stock as s', 's.variant_id', 'va.id')
    .innerJoin('product as p', 'p.id', 'va.product_id')
    .innerJoin('kind as k', 'k.slug', 'p.kind')
    .innerJoin('craft_group as g', 'g.id', 'p.group_id')
    .innerJoin('village as v', 'v.code', 'g.village_code')
    .where(sql<boolean>`cl.cart_id = c.id`)
    .orderBy('cl.added_at')
    .orderBy('cl.variant_id')
    .select((line) => [
      'cl.variant_id as variantId',
      'cl.quantity',
      'cl.seen_price_rupiah as seenPriceRupiah',
      'va.price_rupiah as unitPriceRupiah',
      'va.mode',
      'va.lead_days_min as leadDaysMin',
      'va.lead_days_max as leadDaysMax',
      words(ctx, 'va.label').as('label'),
      piecesLeft('va', 's').as('left'),
      piecesTaken('va', 's').as('taken'),
      isSellable().as('isSellable'),
      'p.id as productId',
      'p.slug as productSlug',
      'p.code as productCode',
      words(ctx, 'p.title').as('title'),
      'k.unit',
      'va.weight_grams as weightGrams',
      packedCm('va').as('packedCm'),
      firstPhoto(ctx, line as never, line.ref('p.id')).as('photo'),
      jsonBuildObject({
        groupId: line.ref('g.id'),
        groupSlug: line.ref('g.slug'),
        groupName: line.ref('g.name'),
        villageName: sql<string>`coalesce(v.spoken, v.name)`,
        districtCode: line.ref('v.district_code'),
      }).as('group'),
    ])
    .$castTo<CartLineRow>()
