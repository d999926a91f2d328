import { expect } from 'vitest'
import { findProduct } from '#app/domain/catalogue/product.queries.server.ts'
import type { Product } from '#app/domain/catalogue/product.ts'
import { findTrace } from '#app/domain/catalogue/trace.queries.server.ts'
import { newId } from '#app/lib/ids.ts'
import { traceLinks } from '#app/routes/shop/trace-links.tsx'
import { aGroup } from '#tests/support/builders.ts'
import { aMember, aPiece, aTrainingOf, linkTraining, richVocabulary } from '#tests/support/catalogue.ts'
import { test } from '#tests/support/test.ts'

test('the trace leads from library to maker, each link with its evidence and date', async ({ ctx }) => {
  await richVocabulary(ctx)
  const groupId = await aGroup(ctx, { name: 'Seroja' })
  const makerId = await aMember(ctx, groupId, { isNamed: true })
  const piece = await aPiece(ctx, { groupId, makerId })
  const trainingId = await aTrainingOf(ctx, groupId, { learners: 12, endsOn: '2025-03-15' })
  await ctx.db
    .insertInto('training_facilitator')
    .values({ training_id: trainingId, name: 'Mak Long Saibah', role: 'instructor' })
    .execute()
  await ctx.db
    .insertInto('group_supporter')
    .values({
      id: newId(),
      group_id: groupId,
      name: 'Yayasan Contoh',
      gloss_en: 'a foundation',
      note_id: 'Pelatihan mutu',
      note_en: 'Quality training',
      since_year: 2020,
    })
    .execute()
  await linkTraining(ctx, piece, trainingId)

  const product = await findProduct(ctx, piece.slug)
  expect(product?.trace).toMatchObject({
    isOwnTradition: false,
    trainings: [
      {
        title: 'Menganyam',
        endsOn: '2025-03-15',
        library: { name: 'Perpustakaan Desa' },
        facilitators: [{ name: 'Mak Long Saibah', role: 'instructor' }],
        people: { from: 'lists', people: 12 },
        heldEvidence: 'documented',
        groupEvidence: 'documented',
        productEvidence: 'verified',
        confirmedBy: 'Petugas',
        confirmedOn: '2026-01-05',
      },
    ],
    group: {
      name: 'Seroja',
      villageName: 'Pangkalan Buton',
      memberCount: '<5',
      supporters: [{ name: 'Yayasan Contoh', gloss: null, note: 'Pelatihan mutu' }],
    },
    maker: { isNamed: true, name: 'Bu Halimah', agreedOn: expect.any(String) },
    product: { code: piece.code, isSample: false },
  })
  const inEnglish = await findTrace({ ...ctx, locale: 'en' }, piece.id)
  expect(inEnglish?.group.supporters).toMatchObject([{ gloss: 'a foundation', note: 'Quality training' }])
})

test('library, training and group are each dated by the training that joins them', async ({ ctx }) => {
  await richVocabulary(ctx)
  const groupId = await aGroup(ctx)
  const piece = await aPiece(ctx, { groupId })
  await linkTraining(ctx, piece, await aTrainingOf(ctx, groupId, { learners: 5, endsOn: '2025-03-15' }))
  const product = await findProduct(ctx, piece.slug)
  const links = traceLinks(product as Product)
  const dated = links.filter(({ date, note }) => [date, note].join(' ').includes('15\u00a0Maret 2025'))
  expect(dated.map(({ kind }) => kind)).toEqual(['library', 'training', 'group'])
})

test('the code is a link wherever it leads to another page', async ({ ctx }) => {
  await richVocabulary(ctx)
  const piece = await aPiece(ctx, { groupId: await aGroup(ctx) })
  const product = (await findProduct(ctx, piece.slug)) as Product
  const codeOn = (href?: string) => traceLinks(product, href).at(-1)?.more?.[0]
  expect(codeOn('/barang/x')?.href).toBe(`/j/${piece.code}`)
  expect(codeOn()).toEqual({ href: undefined, label: expect.stringContaining(piece.code) })
})

test('the trace claims no stock that is not there', async ({ ctx }) => {
  await richVocabulary(ctx)
  const made = async (piece: Parameters<typeof aPiece>[1]) => {
    const { slug, id } = await aPiece(ctx, piece)
    await ctx.db.updateTable('product').set({ made_year: 2024 }).where('id', '=', id).execute()
    const product = await findProduct(ctx, slug)
    return String(traceLinks(product as Product).at(-1)?.note)
  }
  expect(await made({ onHand: 2 })).toContain('ibuat 2024')
  expect(await made({ onHand: 0 })).toContain('Terakhir dibuat 2024')
  const toOrder = await made({ openCap: 3 })
  expect(toOrder).toContain('Dianyam sesudah dipesan')
  expect(toOrder).not.toContain('2024')
})

test('what nobody recorded is a gap, never a guess', async ({ ctx }) => {
  await richVocabulary(ctx)
  const piece = await aPiece(ctx)
  expect(await findTrace(ctx, piece.id)).toMatchObject({
    trainings: [],
    isOwnTradition: false,
    maker: null,
    group: { memberCount: null, foundedYear: null, supporters: [] },
  })
  expect(await findTrace(ctx, newId())).toBeNull()
})

test('a technique no training covers is the group\u2019s own tradition', async ({ ctx }) => {
  await richVocabulary(ctx)
  const piece = await aPiece(ctx, { ownTradition: true })
  expect(await findTrace(ctx, piece.id)).toMatchObject({ trainings: [], isOwnTradition: true })
  const product = await findProduct(ctx, piece.slug)
  const [library] = traceLinks(product as Product)
  expect(library).toEqual({ kind: 'library', title: 'Tidak lewat perpustakaan', isOwnTradition: true })
})

test('a maker is named while she agrees to it, and unnamed from the moment she withdraws', async ({
  ctx,
}) => {
  await richVocabulary(ctx)
  const groupId = await aGroup(ctx)
  const makerId = await aMember(ctx, groupId, { name: 'Salmah', isNamed: true })
  const piece = await aPiece(ctx, { groupId, makerId })
  const maker = async () => (await findTrace(ctx, piece.id))?.maker
  expect(await maker()).toMatchObject({ isNamed: true, name: 'Bu Salmah' })
  await ctx.db
    .updateTable('consent')
    .set({ withdrawn_at: ctx.now })
    .where('member_id', '=', makerId)
    .execute()
  expect(await maker()).toEqual({ isNamed: false })
})

test('consent to something else does not name anyone, nor does any consent name a child', async ({ ctx }) => {
  await richVocabulary(ctx)
  const groupId = await aGroup(ctx)
  const makerId = await aMember(ctx, groupId)
  const piece = await aPiece(ctx, { groupId, makerId })
  const consent = { member_id: makerId, text_version: 'v1', channel: 'paper', given_on: '2025-04-01' }
  await ctx.db
    .insertInto('consent')
    .values({ ...consent, id: newId(), purpose: 'public-photo' })
    .execute()
  expect((await findTrace(ctx, piece.id))?.maker).toEqual({ isNamed: false })
  const participantId = newId()
  await ctx.db
    .insertInto('participant')
    .values({ id: participantId, name: 'Anak', birth_year: 2012 })
    .execute()
  await ctx.db
    .updateTable('member')
    .set({ participant_id: participantId })
    .where('id', '=', makerId)
    .execute()
  await ctx.db
    .insertInto('consent')
    .values({ ...consent, id: newId(), purpose: 'public-name', given_by: 'guardian' })
    .execute()
  expect((await findTrace(ctx, piece.id))?.maker).toEqual({ isNamed: false })
})

test('one to four people are hidden, and a reported number is said to be reported', async ({ ctx }) => {
  await richVocabulary(ctx)
  const groupId = await aGroup(ctx)
  const piece = await aPiece(ctx, { groupId })
  const small = await aTrainingOf(ctx, groupId, { learners: 4, endsOn: '2024-05-02' })
  const reported = await aTrainingOf(ctx, groupId, { endsOn: '2025-05-02' })
  await ctx.db
    .updateTable('training')
    .set({ reported_participant_count: 15, source_url: 'https://example.org/berita' })
    .where('id', '=', reported)
    .execute()
  const unknown = await aTrainingOf(ctx, groupId, { endsOn: '2026-05-02' })
  await ctx.db
    .updateTable('group_training')
    .set({ evidence: 'stated' })
    .where('training_id', '=', unknown)
    .execute()
  for (const trainingId of [small, reported, unknown]) await linkTraining(ctx, piece, trainingId)
  const trace = await findTrace(ctx, piece.id)
  expect(trace?.trainings.map(({ people, heldEvidence }) => [people, heldEvidence])).toEqual([
    [{ from: 'lists', people: '<5' }, 'documented'],
    [{ from: 'report', people: 15, sourceUrl: 'https://example.org/berita' }, 'documented'],
    [null, 'stated'],
  ])
})
