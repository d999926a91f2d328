import { type ExpressionBuilder, sql } from 'kysely'
import { jsonArrayFrom, jsonBuildObject } from 'kysely/helpers/postgres'
import type { Ctx } from '#app/platform/context.server.ts'
import { forEnglish, words } from '#app/platform/words.server.ts'
import type { DB } from '#db/schema.ts'
import { waysToHave } from './availability.ts'
import { photoJson } from './cards.queries.server.ts'
import { offers } from './offers.server.ts'
import type { Photo } from './photo.ts'
import type { MotifFacts, Named, Product, ProductGroup, Unit } from './product.ts'
import { packedCm, piecesLeft, piecesTaken } from './sellable.server.ts'
import { findTrace } from './trace.queries.server.ts'
import { parseTraceCode } from './trace-code.ts'

/** Everything a product's page says, in two statements; null for drafts and unknown addresses. */
export async function findProduct(ctx: Ctx, slug: string): Promise<Product | null> {
  const row = await productQuery(ctx).where('p.slug', '=', slug).executeTakeFirst()
  if (!row) return null
  const trace = await findTrace(ctx, row.id)
  if (!trace) return null
  const { state, publishedAt, readyCount, madeDaysMin, madeDaysMax, taken, ...product } = row
  const ways = waysToHave({ readyCount: readyCount ?? 0, madeDaysMin, madeDaysMax, taken })
  const isForSale = state === 'published' && row.group.state === 'active' && !row.group.showsSamplesOnly
  const variants = isForSale
    ? row.variants
    : row.variants.map((variant) => ({ ...variant, left: 0, taken: null }))
  return {
    ...product,
    availability: ways[0],
    ways,
    variants,
    publishedAt: publishedAt as Date,
    isForSale: isForSale && variants.length > 0,
    isSample: row.group.showsSamplesOnly,
    trace,
  }
}

/** Where a piece that had this address lives now, for a permanent redirect. */
export async function findProductByOldSlug(ctx: Ctx, oldSlug: string): Promise<{ slug: string } | null> {
  const row = await ctx.db
    .selectFrom('product_old_slug as old')
    .innerJoin('product as p', 'p.id', 'old.product_id')
    .where('old.slug', '=', oldSlug)
    .where('p.published_at', 'is not', null)
    .select('p.slug')
    .executeTakeFirst()
  return row ?? null
}

/** The piece behind a code on a paper tag, however it was typed, sold out or taken down alike. */
export async function findProductByCode(ctx: Ctx, typed: string): Promise<{ slug: string } | null> {
  const code = parseTraceCode(typed) ?? parseTraceCode(`AK${typed}`)
  if (!code) return null
  const row = await ctx.db
    .selectFrom('product')
    .where('code', '=', code)
    .where('state', 'in', SHOWN)
    .where('published_at', 'is not', null)
    .select('slug')
    .executeTakeFirst()
  return row ?? null
}

const SHOWN = ['published', 'paused', 'archived']

const productQuery = (ctx: Ctx) =>
  ctx.db
    .selectFrom('product as p')
    .innerJoin('kind as k', 'k.slug', 'p.kind')
    .innerJoin('technique as te', 'te.slug', 'p.technique')
    .innerJoin('dye as dy', 'dy.slug', 'p.dye')
    .innerJoin('motif as mo', 'mo.slug', 'p.motif')
    .innerJoin('craft_group as g', 'g.id', 'p.group_id')
    .innerJoin('village as v', 'v.code', 'g.village_code')
    .innerJoin('district as d', 'd.code', 'v.district_code')
    .innerJoin('regency as r', 'r.code', 'd.regency_code')
    .leftJoinLateral(offers(sql`w.product_id = p.id`).as('o'), (join) => join.onTrue())
    .where('p.state', 'in', SHOWN)
    .where('p.published_at', 'is not', null)
    .select((eb) => [
      'p.id',
      'p.slug',
      'p.code',
      'p.state',
      words(ctx, 'p.title').as('title'),
      words(ctx, 'p.story').as('story'),
      words<string | null>(ctx, 'p.holds').as('holds'),
      words(ctx, 'p.care').as('care'),
      'p.length_cm as lengthCm',
      'p.width_cm as widthCm',
      'p.height_cm as heightCm',
      'p.tolerance_cm as toleranceCm',
      'p.made_year as madeYear',
      'p.published_at as publishedAt',
      'p.updated_at as updatedAt',
      'p.is_demo as isDemo',
      'o.price_rupiah as priceRupiah',
      sql<boolean>`coalesce(o.highest_price_rupiah > o.price_rupiah, false)`.as('priceVaries'),
      'o.ready_count as readyCount',
      'o.made_days_min as madeDaysMin',
      'o.made_days_max as madeDaysMax',
      'o.taken',
      named(ctx, 'k').as('kind'),
      eb.ref('k.unit').$castTo<Unit>().as('unit'),
      named(ctx, 'te').as('technique'),
      named(ctx, 'dy').as('dye'),
      motifJson(ctx).as('motif'),
      groupJson().as('group'),
      jsonArrayFrom(materials(ctx, eb as never)).as('materials'),
      jsonArrayFrom(variants(ctx, eb as never)).as('variants'),
      sql<Photo[]>`(select coalesce(json_agg(${photoJson(ctx)} order by ph.position), '[]')
        from product_photo ph join image i on i.key = ph.image_key where ph.product_id = p.id)`.as('photos'),
    ])

const named = (ctx: Ctx, table: string) =>
  jsonBuildObject({ slug: sql.ref(`${table}.slug`), name: words(ctx, `${table}.name`) }).$castTo<Named>()

const motifJson = (ctx: Ctx) =>
  jsonBuildObject({
    slug: sql.ref('mo.slug'),
    name: sql.ref('mo.name'),
    gloss: forEnglish(ctx, 'mo.gloss_en'),
    meaning: words(ctx, 'mo.meaning'),
    toldBy: sql.ref('mo.told_by'),
    place: sql.ref('mo.place'),
    scope: sql.ref('mo.scope'),
    sourceUrl: sql.ref('mo.source_url'),
  }).$castTo<MotifFacts>()

const groupJson = () =>
  jsonBuildObject({
    id: sql.ref('g.id'),
    slug: sql.ref('g.slug'),
    name: sql.ref('g.name'),
    hamlet: sql.ref('g.hamlet'),
    villageName: sql`coalesce(v.spoken, v.name)`,
    districtName: sql`coalesce(d.spoken, d.name)`,
    districtCode: sql.ref('d.code'),
    regencyName: sql.ref('r.name'),
    phone: sql`group_phone(g.id)`,
    businessNumber: sql.ref('g.business_number'),
    feeBasisPoints: sql.ref('g.fee_basis_points'),
    weaveMotif: sql.ref('g.weave_motif'),
    weaveColour: sql.ref('g.weave_colour'),
    isDemo: sql.ref('g.is_demo'),
    state: sql.ref('g.state'),
    showsSamplesOnly: sql.ref('g.shows_samples_only'),
  }).$castTo<ProductGroup>()

const materials = (ctx: Ctx, eb: ExpressionBuilder<DB, never>) =>
  eb
    .selectFrom('product_material as pm')
    .innerJoin('material as m', 'm.slug', 'pm.material')
    .where(sql<boolean>`pm.product_id = p.id`)
    .orderBy('pm.position')
    .select(['m.slug', words(ctx, 'm.name').as('name')])

const variants = (ctx: Ctx, eb: ExpressionBuilder<DB, never>) =>
  eb
    .selectFrom('variant as va')
    .innerJoin('stock as s', 's.variant_id', 'va.id')
    .where(sql<boolean>`va.product_id = p.id`)
    .where('va.is_active', '=', true)
    .orderBy('va.position')
    .select((variant) => [
      'va.id',
      words(ctx, 'va.label').as('label'),
      'va.colour',
      'va.size',
      'va.is_measured as isMeasured',
      'va.weight_grams as weightGrams',
      packedCm('va').as('packedCm'),
      'va.price_rupiah as priceRupiah',
      variant.ref('va.mode').$castTo<'ready' | 'made-to-order'>().as('mode'),
      piecesLeft('va', 's').as('left'),
      piecesTaken('va', 's').as('taken'),
      'va.lead_days_min as leadDaysMin',
      'va.lead_days_max as leadDaysMax',
    ])
