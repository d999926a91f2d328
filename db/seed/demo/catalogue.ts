import type { Insertable } from 'kysely'
import { addDays, day, startOfDay } from '#app/lib/day.ts'
import type { Db } from '#app/platform/db.server.ts'
import type { DB } from '#db/schema.ts'
import { insertMissing, seedId } from '../rows.ts'
import { trainingId } from './attendance.ts'
import { groupId } from './groups.ts'
import type { Calendar } from './history/calendar.ts'
import { memberId } from './members.ts'
import { pictureRows } from './pictures.ts'
import type { DemoProduct, DemoVariant } from './products/demo-product.ts'
import { demoProducts } from './products.ts'

/** Made without a training, but whether the way of making is the group's own nobody has asked yet. */
const NOT_RECORDED = new Set(['topi-kisi', 'sandal-siku-keluang', 'tempat-tisu-lorong', 'tempat-tisu-kubus'])

export const productId = (slug: string) => seedId(`product:${slug}`)
export const variantId = (slug: string, position: number) => seedId(`variant:${slug}:${position}`)

/** The pieces, shown on the days of the history, with their materials, pictures, choices, counts and the trainings behind them. */
export async function seedCatalogue(db: Db, calendar: Calendar): Promise<void> {
  const pictures = pictureRows(demoProducts)
  await insertMissing(
    db,
    'product',
    demoProducts.map((product) => productRow(product, calendar)),
  )
  await insertMissing(db, 'product_material', demoProducts.flatMap(materialRows))
  await insertMissing(db, 'image', pictures.images)
  await insertMissing(db, 'product_photo', pictures.photos)
  await insertMissing(db, 'variant', demoProducts.flatMap(variantRows))
  await insertMissing(db, 'stock', demoProducts.flatMap(stockRows))
  await insertMissing(
    db,
    'product_training',
    demoProducts.flatMap((product) => trainingRows(product, calendar)),
  )
}

/** Nobody may say of the real group what is its own; of an invented one, silence means nobody has asked. */
const isOwnTradition = ({ slug, group, trainings }: DemoProduct) =>
  trainings.length === 0 && group !== 'peramas-indah' && !NOT_RECORDED.has(slug)

function productRow(product: DemoProduct, { dayOf }: Calendar): Insertable<DB['product']> {
  const publishedAt = startOfDay(dayOf(day(product.publishedOn)))
  return {
    id: productId(product.slug),
    code: product.code,
    slug: product.slug,
    group_id: groupId(product.group),
    kind: product.kind,
    technique: product.technique,
    motif: product.motif,
    dye: product.dye,
    title_id: product.titleId,
    title_en: product.titleEn,
    story_id: product.storyId,
    story_en: product.storyEn,
    holds_id: product.holdsId ?? null,
    holds_en: product.holdsEn ?? null,
    length_cm: product.lengthCm,
    width_cm: product.widthCm,
    height_cm: product.heightCm,
    tolerance_cm: product.toleranceCm,
    care_id: product.careId,
    care_en: product.careEn,
    made_year: product.madeYear,
    maker_id: product.maker === null ? null : memberId(product.group, product.maker),
    own_tradition: isOwnTradition(product),
    state: 'published',
    published_at: publishedAt,
    created_at: publishedAt,
    updated_at: publishedAt,
    is_demo: true,
  }
}

const materialRows = ({ slug, materials }: DemoProduct): Insertable<DB['product_material']>[] =>
  materials.map((material, position) => ({ product_id: productId(slug), material, position }))

const variantRows = ({ slug, variants }: DemoProduct): Insertable<DB['variant']>[] =>
  variants.map((variant, position) => ({
    id: variantId(slug, position),
    product_id: productId(slug),
    label_id: variant.labelId,
    label_en: variant.labelEn,
    colour: variant.colour ?? null,
    size: variant.size ?? null,
    is_measured: variant.isMeasured ?? false,
    weight_grams: variant.weightGrams,
    packed_length_cm: variant.packedCm[0],
    packed_width_cm: variant.packedCm[1],
    packed_height_cm: variant.packedCm[2],
    price_rupiah: variant.priceRupiah,
    mode: variant.mode,
    lead_days_min: variant.leadDays?.[0] ?? null,
    lead_days_max: variant.leadDays?.[1] ?? null,
    position,
  }))

const stockRows = ({ slug, variants }: DemoProduct): Insertable<DB['stock']>[] =>
  variants.map((variant: DemoVariant, position) => ({
    variant_id: variantId(slug, position),
    on_hand: variant.mode === 'ready' ? variant.stock : 0,
    open_cap: variant.openCap ?? 0,
  }))

const trainingRows = (product: DemoProduct, { dayOf }: Calendar): Insertable<DB['product_training']>[] =>
  product.trainings.map(({ slug, evidence }) => ({
    product_id: productId(product.slug),
    group_id: groupId(product.group),
    training_id: trainingId(slug),
    evidence,
    confirmed_by: evidence === 'stated' ? 'Kelompok' : 'Petugas perpustakaan',
    confirmed_on: addDays(dayOf(day(product.publishedOn)), -1),
  }))
