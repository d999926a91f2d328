import { newId } from '#app/lib/ids.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { aGroup, aTraceCode, aTraining, vocabulary } from '#tests/support/builders.ts'

// A small catalogue with words to search for, and builders of the links behind a piece.

/** More kinds, motifs and materials than the least: enough to filter by. */
export async function richVocabulary(ctx: Ctx): Promise<void> {
  await vocabulary(ctx)
  const kinds = [
    ['tikar', 'Tikar', 'Mats'],
    ['bakul', 'Bakul', 'Baskets'],
    ['topi', 'Topi', 'Hats'],
  ] as const
  await ctx.db
    .insertInto('kind')
    .values(
      kinds.map(([slug, name_id, name_en], place) => ({
        slug,
        name_id,
        name_en,
        blurb_id: '-',
        blurb_en: '-',
        position: place + 10,
      })),
    )
    .onConflict((c) => c.doNothing())
    .execute()
  await ctx.db
    .insertInto('motif')
    .values([
      { slug: 'polos', name: 'Polos', gloss_en: 'plain', scope: 'umum-melayu' },
      { slug: 'pagar', name: 'Pagar', gloss_en: 'fence', scope: 'kayong-utara' },
    ])
    .onConflict((c) => c.doNothing())
    .execute()
  await ctx.db
    .insertInto('material')
    .values([
      { slug: 'pandan-laut', name_id: 'Pandan laut', name_en: 'Sea pandan' },
      { slug: 'rotan', name_id: 'Rotan', name_en: 'Rattan' },
    ])
    .onConflict((c) => c.doNothing())
    .execute()
}

export interface PieceOver {
  groupId?: string
  titleId?: string
  titleEn?: string
  kind?: string
  motif?: string
  material?: string
  code?: string
  priceRupiah?: number
  onHand?: number
  openCap?: number
  state?: string
  publishedAt?: Date
  makerId?: string
  ownTradition?: boolean
}

/** A published piece with one variant, one material and words of its own. */
export async function aPiece(ctx: Ctx, over: PieceOver = {}) {
  const groupId = over.groupId ?? (await aGroup(ctx))
  const id = newId()
  const slug = `barang-${id.slice(-12)}`
  const code = over.code ?? (await aTraceCode(ctx))
  const titleId = over.titleId ?? 'Tas jinjing pucuk rebung'
  await ctx.db
    .insertInto('product')
    .values({
      id,
      code,
      slug,
      group_id: groupId,
      kind: over.kind ?? 'tas',
      technique: 'kelarai',
      motif: over.motif ?? 'pucuk-rebung',
      dye: 'alami',
      title_id: titleId,
      title_en: over.titleEn ?? 'Bamboo shoot tote',
      story_id: 'Dianyam di teras rumah.',
      story_en: 'Woven on the porch.',
      length_cm: 34,
      width_cm: 30,
      height_cm: 12,
      care_id: 'Lap kain lembap.',
      care_en: 'Wipe with a damp cloth.',
      maker_id: over.makerId ?? null,
      own_tradition: over.ownTradition ?? false,
      state: over.state ?? 'published',
      published_at: over.publishedAt ?? ctx.now,
    })
    .execute()
  await ctx.db
    .insertInto('product_material')
    .values({ product_id: id, material: over.material ?? 'pandan-laut', position: 0 })
    .execute()
  const variantId = newId()
  const toOrder = over.openCap !== undefined
  await ctx.db
    .insertInto('variant')
    .values({
      id: variantId,
      product_id: id,
      label_id: '',
      label_en: '',
      weight_grams: 420,
      packed_length_cm: 35,
      packed_width_cm: 31,
      packed_height_cm: 6,
      price_rupiah: over.priceRupiah ?? 285_000,
      mode: toOrder ? 'made-to-order' : 'ready',
      lead_days_min: toOrder ? 7 : null,
      lead_days_max: toOrder ? 10 : null,
    })
    .execute()
  await ctx.db
    .insertInto('stock')
    .values({ variant_id: variantId, on_hand: toOrder ? 0 : (over.onHand ?? 5), open_cap: over.openCap ?? 0 })
    .execute()
  return { id, slug, code, groupId, variantId }
}

/** A training with one session, that many learners on the list, and the group as one that came. */
export async function aTrainingOf(
  ctx: Ctx,
  groupId: string,
  over: { learners?: number; endsOn?: string } = {},
) {
  const trainingId = await aTraining(ctx, { startsOn: over.endsOn, endsOn: over.endsOn })
  await ctx.db
    .insertInto('group_training')
    .values({ group_id: groupId, training_id: trainingId, evidence: 'documented' })
    .execute()
  const sessionId = newId()
  await ctx.db
    .insertInto('training_session')
    .values({
      id: sessionId,
      training_id: trainingId,
      held_on: over.endsOn ?? '2025-03-12',
      minutes: 240,
      topic_id: 'Kelarai',
      topic_en: 'Patterns',
    })
    .execute()
  for (let person = 0; person < (over.learners ?? 0); person++) {
    const participantId = newId()
    await ctx.db
      .insertInto('participant')
      .values({ id: participantId, name: `Peserta ${person + 1}`, birth_year: 1980 })
      .execute()
    await ctx.db
      .insertInto('attendance')
      .values({ session_id: sessionId, participant_id: participantId, minutes_present: 240 })
      .execute()
  }
  return trainingId
}

/** Links a piece to a training its group attended. */
export async function linkTraining(
  ctx: Ctx,
  piece: { id: string; groupId: string },
  trainingId: string,
): Promise<void> {
  await ctx.db
    .insertInto('product_training')
    .values({
      product_id: piece.id,
      group_id: piece.groupId,
      training_id: trainingId,
      evidence: 'verified',
      confirmed_by: 'Petugas',
      confirmed_on: '2026-01-05',
    })
    .execute()
}

/** A member of a group, with her consent to be named when asked for. */
export async function aMember(
  ctx: Ctx,
  groupId: string,
  over: { name?: string; isNamed?: boolean } = {},
): Promise<string> {
  const id = newId()
  await ctx.db
    .insertInto('member')
    .values({ id, group_id: groupId, name: over.name ?? 'Halimah', joined_on: '2022-01-10' })
    .execute()
  if (over.isNamed) {
    await ctx.db
      .insertInto('consent')
      .values({
        id: newId(),
        member_id: id,
        purpose: 'public-name',
        text_version: 'v1',
        channel: 'paper',
        given_on: '2025-04-01',
      })
      .execute()
  }
  return id
}
