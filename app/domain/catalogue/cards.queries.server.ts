import { type Expression, type ExpressionBuilder, type RawBuilder, sql } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'
import type { Ctx } from '#app/platform/context.server.ts'
import { words } from '#app/platform/words.server.ts'
import type { DB } from '#db/schema.ts'
import { type Availability, availabilityOf } from './availability.ts'
import { offers } from './offers.server.ts'
import type { Photo } from './photo.ts'

/** A piece as it stands in a grid. */
export interface ProductCard {
  id: string
  slug: string
  code: string
  title: string
  /** The lowest price of what can be had; with `priceVaries` others cost more. */
  priceRupiah: number
  priceVaries: boolean
  groupName: string
  groupSlug: string
  villageName: string
  availability: Availability
  photo: Photo | null
  isDemo: boolean
  /** Shown to say what the group makes, not to be bought. */
  isSample: boolean
}

/** What people call the village, which the official spelling sometimes runs together. */
const villageName = () => sql<string>`coalesce(v.spoken, v.name)`

/** Whether an offer `o` in scope gives neither a piece nor a place in the weaving queue. */
export const soldOut = () => sql<boolean>`(o.ready_count = 0 and o.made_days_max is null)`

/** A photo as JSON, from `product_photo as ph` joined with `image as i`. */
export const photoJson = (ctx: Ctx) =>
  jsonBuildObject({
    key: sql.ref('i.key'),
    source: sql.ref('i.source'),
    width: sql.ref('i.width'),
    height: sql.ref('i.height'),
    widths: sql.ref('i.widths'),
    isIllustration: sql.ref('i.is_illustration'),
    thumbhash: sql.ref('i.thumbhash'),
    view: sql.ref('ph.view'),
    alt: words(ctx, 'ph.alt'),
    box: sql`case when ph.box_x is not null then jsonb_build_object(
      'x', ph.box_x, 'y', ph.box_y, 'width', ph.box_width, 'height', ph.box_height) end`,
  }).$castTo<Photo>()

/** A product's first photo, or null while it has none. */
export const firstPhoto = (ctx: Ctx, eb: ExpressionBuilder<DB, never>, productId: Expression<string>) =>
  eb
    .selectFrom('product_photo as ph')
    .innerJoin('image as i', 'i.key', 'ph.image_key')
    .where('ph.product_id', '=', productId)
    .orderBy('ph.position')
    .limit(1)
    .select(photoJson(ctx).as('photo'))

/**
 * Published pieces as card rows: `p` product, `g` group, `v` village, `o` what it can be had for. Where only some sizes
 * fit what was asked for, the card is of those and pieces without one are left out.
 */
export function cardQuery(ctx: Ctx, sizes?: RawBuilder<boolean>) {
  return ctx.db
    .selectFrom('product as p')
    .innerJoin('craft_group as g', 'g.id', 'p.group_id')
    .innerJoin('village as v', 'v.code', 'g.village_code')
    .innerJoin(offers(sizes).as('o'), 'o.product_id', 'p.id')
    .where('p.state', '=', 'published')
    .select((eb) => [
      'p.id',
      'p.slug',
      'p.code',
      words(ctx, 'p.title').as('title'),
      'o.price_rupiah as priceRupiah',
      sql<boolean>`o.highest_price_rupiah > o.price_rupiah`.as('priceVaries'),
      'g.name as groupName',
      'g.slug as groupSlug',
      villageName().as('villageName'),
      'o.ready_count as readyCount',
      'o.made_days_min as madeDaysMin',
      'o.made_days_max as madeDaysMax',
      'o.taken',
      firstPhoto(ctx, eb as never, eb.ref('p.id')).as('photo'),
      'p.is_demo as isDemo',
      'g.shows_samples_only as isSample',
    ])
}

type CardRow = Awaited<ReturnType<ReturnType<typeof cardQuery>['execute']>>[number]

/** A row of `cardQuery` as a card. */
export const toCard = ({ readyCount, madeDaysMin, madeDaysMax, taken, ...row }: CardRow): ProductCard => ({
  ...row,
  availability: availabilityOf({ readyCount, madeDaysMin, madeDaysMax, taken }),
})
