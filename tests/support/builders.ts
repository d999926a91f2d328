import { insertGroupUser } from '#app/domain/accounts/group-users.server.ts'
import { newCode, newId } from '#app/lib/ids.ts'
import type { Ctx } from '#app/platform/context.server.ts'

// Builders of the least that must exist. Every test names what it cares about and leaves the rest to them.

const SUKADANA = '61.11.01'
export const PANGKALAN_BUTON = '61.11.01.2002'

/** The places and words every product needs; harmless when they are there already. */
export async function vocabulary({ db }: Ctx): Promise<void> {
  const once = { province: [{ code: '61', name: 'Kalimantan Barat' }] }
  await db
    .insertInto('province')
    .values(once.province)
    .onConflict((c) => c.doNothing())
    .execute()
  await db
    .insertInto('regency')
    .values({ code: '61.11', province_code: '61', name: 'Kabupaten Kayong Utara' })
    .onConflict((c) => c.doNothing())
    .execute()
  await db
    .insertInto('district')
    .values({
      code: SUKADANA,
      regency_code: '61.11',
      name: 'Sukadana',
      words: 'sukadana kayong utara kalimantan barat',
    })
    .onConflict((c) => c.doNothing())
    .execute()
  await db
    .insertInto('village')
    .values({ code: PANGKALAN_BUTON, district_code: SUKADANA, name: 'Pangkalan Buton', postal_code: '78852' })
    .onConflict((c) => c.doNothing())
    .execute()
  await db
    .insertInto('kind')
    .values({ slug: 'tas', name_id: 'Tas', name_en: 'Bags', blurb_id: '-', blurb_en: '-', position: 1 })
    .onConflict((c) => c.doNothing())
    .execute()
  await db
    .insertInto('motif')
    .values({ slug: 'pucuk-rebung', name: 'Pucuk rebung', gloss_en: 'bamboo shoot', scope: 'kayong-utara' })
    .onConflict((c) => c.doNothing())
    .execute()
  await db
    .insertInto('technique')
    .values({ slug: 'kelarai', name_id: 'Kelarai', name_en: 'Patterned' })
    .onConflict((c) => c.doNothing())
    .execute()
  await db
    .insertInto('dye')
    .values({ slug: 'alami', name_id: 'Alami', name_en: 'Undyed' })
    .onConflict((c) => c.doNothing())
    .execute()
}

export async function aGroup(
  ctx: Ctx,
  over: { name?: string; feeBasisPoints?: number; hasPhone?: boolean } = {},
): Promise<string> {
  await vocabulary(ctx)
  const id = newId()
  await ctx.db
    .insertInto('craft_group')
    .values({
      id,
      slug: `kelompok-${id.slice(-12)}`,
      name: over.name ?? 'Seroja',
      village_code: PANGKALAN_BUTON,
      fee_basis_points: over.feeBasisPoints ?? 0,
    })
    .execute()
  if (over.hasPhone ?? true) await aGroupPhone(ctx, id)
  return id
}

/** A phone that signs in as the group, and that orders go to. */
export async function aGroupPhone(
  ctx: Ctx,
  groupId: string,
  phone = `+62813${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`,
): Promise<{ id: string; phone: string }> {
  const id = await insertGroupUser(ctx.db, { groupId, name: 'Bu Saniah', phone })
  if (!id) throw new Error('Two test phones are the same')
  return { id, phone }
}

export async function aTraining(
  ctx: Ctx,
  over: { state?: string; startsOn?: string; endsOn?: string } = {},
): Promise<string> {
  await vocabulary(ctx)
  const libraryId = newId()
  await ctx.db
    .insertInto('library')
    .values({
      id: libraryId,
      slug: `perpustakaan-${libraryId.slice(-12)}`,
      kind: 'village',
      name: 'Perpustakaan Desa',
    })
    .execute()
  const id = newId()
  const startsOn = over.startsOn ?? '2025-03-12'
  await ctx.db
    .insertInto('training')
    .values({
      id,
      slug: `pelatihan-${id.slice(-12)}`,
      title_id: 'Menganyam',
      title_en: 'Weaving',
      library_id: libraryId,
      strategy: 'pelibatan-masyarakat',
      skill: 'anyam',
      place_id: 'Ruang baca',
      place_en: 'Reading room',
      district_code: SUKADANA,
      state: over.state ?? 'held',
      starts_on: startsOn,
      ends_on: over.endsOn ?? startsOn,
    })
    .execute()
  return id
}

/** One that no piece bears: among hundreds of pieces two would now and then draw the same. */
export async function aTraceCode(ctx: Ctx): Promise<string> {
  const code = `AK-${newCode(4)}`
  const taken = await ctx.db.selectFrom('product').where('code', '=', code).select('id').executeTakeFirst()
  return taken ? aTraceCode(ctx) : code
}

interface ProductOver {
  groupId?: string
  title?: string
  state?: string
}
export async function aProduct(
  ctx: Ctx,
  over: ProductOver = {},
): Promise<{ productId: string; groupId: string }> {
  const groupId = over.groupId ?? (await aGroup(ctx))
  const id = newId()
  const title = over.title ?? 'Tas jinjing pucuk rebung'
  const state = over.state ?? 'published'
  await ctx.db
    .insertInto('product')
    .values({
      id,
      code: await aTraceCode(ctx),
      slug: `barang-${id.slice(-12)}`,
      group_id: groupId,
      kind: 'tas',
      technique: 'kelarai',
      motif: 'pucuk-rebung',
      dye: 'alami',
      title_id: title,
      title_en: title,
      story_id: 'Cerita.',
      story_en: 'Story.',
      length_cm: 34,
      width_cm: 30,
      height_cm: 12,
      care_id: 'Lap kain lembap.',
      care_en: 'Wipe with a damp cloth.',
      state,
      published_at: state === 'published' ? ctx.now : null,
    })
    .execute()
  return { productId: id, groupId }
}

interface VariantOver extends ProductOver {
  productId?: string
  label?: string
  weightGrams?: number
  packedCm?: [length: number, width: number, height: number]
  priceRupiah?: number
  onHand?: number
  openCap?: number
}
/** A ready variant with pieces on hand, or, with openCap, one made to order in 7 to 10 days. */
export async function aVariant(ctx: Ctx, over: VariantOver = {}): Promise<string> {
  const productId = over.productId ?? (await aProduct(ctx, over)).productId
  const toOrder = over.openCap !== undefined
  const [length, width, height] = over.packedCm ?? [35, 31, 6]
  const id = newId()
  const { count } = await ctx.db
    .selectFrom('variant')
    .where('product_id', '=', productId)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  await ctx.db
    .insertInto('variant')
    .values({
      id,
      product_id: productId,
      label_id: over.label ?? '',
      label_en: over.label ?? '',
      weight_grams: over.weightGrams ?? 420,
      packed_length_cm: length,
      packed_width_cm: width,
      packed_height_cm: height,
      price_rupiah: over.priceRupiah ?? 285_000,
      mode: toOrder ? 'made-to-order' : 'ready',
      lead_days_min: toOrder ? 7 : null,
      lead_days_max: toOrder ? 10 : null,
      position: count,
    })
    .execute()
  await ctx.db
    .insertInto('stock')
    .values({ variant_id: id, on_hand: toOrder ? 0 : (over.onHand ?? 5), open_cap: over.openCap ?? 0 })
    .execute()
  return id
}
