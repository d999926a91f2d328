import { describe, expect, test as plain } from 'vitest'
import { countByKind, findKind, findMotif, listMotifs } from '#app/domain/catalogue/kinds.queries.server.ts'
import { moneySplit } from '#app/domain/catalogue/money-split.ts'
import {
  findProduct,
  findProductByCode,
  findProductByOldSlug,
} from '#app/domain/catalogue/product.queries.server.ts'
import {
  dropFilter,
  filtersOn,
  PROMOTED_RUPIAH,
  parseProductFilters,
  productFiltersQuery,
  toggleFacet,
} from '#app/domain/catalogue/product-filters.ts'
import {
  listNewest,
  listProducts,
  listRelatedProducts,
} from '#app/domain/catalogue/product-list.queries.server.ts'
import { parseTraceCode } from '#app/domain/catalogue/trace-code.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { aGroup, aGroupPhone, aVariant } from '#tests/support/builders.ts'
import { aPiece, aTrainingOf, linkTraining, richVocabulary } from '#tests/support/catalogue.ts'
import { test } from '#tests/support/test.ts'

const filters = (query: string) => parseProductFilters(new URLSearchParams(query))
const list = (ctx: Ctx, query: string) => listProducts(ctx, filters(query))
const titles = async (ctx: Ctx, query: string) => (await list(ctx, query)).cards.map(({ title }) => title)

describe('filters in an address', () => {
  plain('are read and written back the same', () => {
    const query =
      '?q=tas+pandan&jenis=tas&jenis=bakul&motif=pagar&min=50000&maks=200000&siap=1&urut=termurah&hal=2'
    expect(productFiltersQuery(filters(query))).toBe(query)
    expect(productFiltersQuery(filters(''))).toBe('')
  })

  plain('that make no sense are left out', () => {
    const read = filters('jenis=../etc&jenis=TAS&jenis=tas&min=abc&maks=-5&siap=ya&urut=acak&hal=0&hal=x')
    expect(read).toMatchObject({ minRupiah: null, maxRupiah: null, availability: [], sort: null, page: 1 })
    expect(read.facets.kind).toEqual(['tas'])
    expect(filters('hal=99999999999999999999').page).toBe(1)
  })

  plain('say which price they could not read', () => {
    expect(filters('min=murah&maks=200rb')).toMatchObject({ maxRupiah: 200_000, unreadPrices: ['murah'] })
    expect(filters('min=&maks=%20').unreadPrices).toEqual([])
  })

  plain('read amounts as people write them, smaller one first', () => {
    expect(filters('min=200rb&maks=Rp50.000')).toMatchObject({ minRupiah: 50_000, maxRupiah: 200_000 })
  })

  plain('come off one at a time, from the first page again', () => {
    const read = filters('q=tas&jenis=tas&jenis=bakul&maks=90000&pesan=1&hal=3')
    expect(filtersOn(read)).toEqual(['text', 'kind', 'price', 'availability'])
    expect(productFiltersQuery(toggleFacet(read, 'kind', 'tas'))).toBe(
      '?q=tas&jenis=bakul&maks=90000&pesan=1',
    )
    expect(productFiltersQuery(toggleFacet(read, 'village', 'sutera'))).toContain('desa=sutera')
    expect(filtersOn(dropFilter(dropFilter(read, 'price'), 'text'))).toEqual(['kind', 'availability'])
  })
})

plain('a trace code is read however it is typed, and words are not codes', () => {
  expect(parseTraceCode('ak–7f3k')).toBe('AK-7F3K')
  expect(parseTraceCode('saja')).toBeNull()
  expect(parseTraceCode('AK-0O1I')).toBeNull()
})

plain('where the money goes adds up to the price, whatever the fee', () => {
  for (const [price, fee] of [
    [285_000, 0],
    [99_999, 333],
    [1_000, 9_999],
    [50_000_000, 1_250],
  ] as const) {
    const { groupRupiah, feeRupiah } = moneySplit(price, fee)
    expect(groupRupiah + feeRupiah).toBe(price)
  }
})

async function aShop(ctx: Ctx) {
  await richVocabulary(ctx)
  const seroja = await aGroup(ctx, { name: 'Seroja' })
  const teratai = await aGroup(ctx, { name: 'Teratai' })
  const tas = await aPiece(ctx, { groupId: seroja, titleId: 'Tas A', priceRupiah: 100_000 })
  await aPiece(ctx, { groupId: seroja, titleId: 'Tas B', priceRupiah: 200_000, motif: 'pagar', openCap: 2 })
  await aPiece(ctx, {
    groupId: teratai,
    titleId: 'Tikar C',
    priceRupiah: 300_000,
    kind: 'tikar',
    material: 'rotan',
  })
  await aPiece(ctx, { groupId: teratai, titleId: 'Tikar D', priceRupiah: 50_000, kind: 'tikar', onHand: 0 })
  const trainingId = await aTrainingOf(ctx, seroja)
  await linkTraining(ctx, tas, trainingId)
  return { seroja, teratai, trainingId }
}

test('each facet counts what it would give, the other filters staying as they are', async ({ ctx }) => {
  await aShop(ctx)
  const all = await list(ctx, '')
  expect(all.total).toBe(4)
  expect(all.facets.kind.map(({ value, count }) => [value, count])).toEqual([
    ['tas', 2],
    ['tikar', 2],
  ])
  expect(all.facets.training.map(({ count }) => count)).toEqual([1])
  expect(all.facets.village).toMatchObject([{ value: 'pangkalan-buton', label: 'Pangkalan Buton', count: 4 }])
  expect(all.availability).toEqual({ ready: 2, made: 1 })
  // the one that is sold out is neither
  const either = await list(ctx, 'siap=1&pesan=1')
  expect([either.total, either.availability]).toEqual([3, { ready: 2, made: 1 }])

  const mats = await list(ctx, 'jenis=tikar&bahan=rotan')
  expect(mats.cards.map(({ title }) => title)).toEqual(['Tikar C'])
  // pieces of rattan by kind, not mats of rattan: choosing another kind replaces nothing
  expect(mats.facets.kind.map(({ value, count, isOn }) => [value, count, isOn])).toEqual([['tikar', 1, true]])
  expect(mats.facets.material.map(({ value, count }) => [value, count])).toEqual([
    ['pandan-laut', 1],
    ['rotan', 1],
  ])
})

test('what the promoted price would give is counted, the other filters staying as they are', async ({
  ctx,
}) => {
  await aShop(ctx)
  const found = new Set<number>()
  for (const query of ['', 'jenis=tikar', 'siap=1', 'bahan=rotan', 'min=120000', 'maks=60000', 'q=tas']) {
    const { promoted } = await list(ctx, query)
    const narrowed = new URLSearchParams(query)
    narrowed.set('maks', String(PROMOTED_RUPIAH))
    expect([query, promoted]).toEqual([query, (await list(ctx, narrowed.toString())).total])
    found.add(promoted)
  }
  expect([...found].toSorted((a, b) => a - b)).toEqual([0, 1, 2])
})

test('every filter narrows, and values of one facet are alternatives', async ({ ctx }) => {
  const { trainingId } = await aShop(ctx)
  const training = await ctx.db
    .selectFrom('training')
    .select('slug')
    .where('id', '=', trainingId)
    .executeTakeFirstOrThrow()
  expect((await titles(ctx, 'motif=pagar&motif=pucuk-rebung&jenis=tas')).toSorted()).toEqual([
    'Tas A',
    'Tas B',
  ])
  expect(await titles(ctx, 'maks=60000')).toEqual(['Tikar D'])
  expect(await titles(ctx, 'siap=1&jenis=tas')).toEqual(['Tas A'])
  expect(await titles(ctx, 'pesan=1')).toEqual(['Tas B'])
  expect(await titles(ctx, `pelatihan=${training.slug}`)).toEqual(['Tas A'])
  expect(await titles(ctx, 'desa=sutera')).toEqual([])
  expect(await titles(ctx, 'urut=termurah')).toEqual(['Tas A', 'Tas B', 'Tikar C', 'Tikar D'])
  expect(await titles(ctx, 'urut=termahal')).toEqual(['Tikar C', 'Tas B', 'Tas A', 'Tikar D'])
})

test('an empty list names each single filter to drop and what that would give', async ({ ctx }) => {
  await aShop(ctx)
  const empty = await list(ctx, 'q=tikar&jenis=tas&maks=250000')
  expect(empty.total).toBe(0)
  expect(empty.without).toContainEqual({ filter: 'kind', count: 1 })
  expect(empty.without).toContainEqual({ filter: 'text', count: 2 })
  expect(empty.facets.kind).toContainEqual({ value: 'tas', label: 'Tas', count: 0, isOn: true })
})

test('pages hold 24, and a page past the end is the last one', async ({ ctx }) => {
  await richVocabulary(ctx)
  const groupId = await aGroup(ctx)
  for (let piece = 0; piece < 30; piece++) await aPiece(ctx, { groupId, titleId: `Tas ${piece}` })
  const first = await list(ctx, '')
  expect([first.cards.length, first.total, first.pageCount]).toEqual([24, 30, 2])
  const last = await list(ctx, 'hal=9')
  expect([last.cards.length, last.page]).toEqual([6, 2])
  const ids = new Set([...first.cards, ...last.cards].map(({ id }) => id))
  expect(ids.size).toBe(30)
})

test('a card says what can be had: ready pieces less those promised, else the days to weave one', async ({
  ctx,
}) => {
  await richVocabulary(ctx)
  const groupId = await aGroup(ctx)
  const ready = await aPiece(ctx, { groupId, titleId: 'Siap', onHand: 5 })
  const made = await aPiece(ctx, { groupId, titleId: 'Dibuat', openCap: 1 })
  await ctx.db.updateTable('stock').set({ reserved: 2 }).where('variant_id', '=', ready.variantId).execute()
  const availability = async () =>
    Object.fromEntries((await list(ctx, '')).cards.map((card) => [card.title, card.availability]))
  expect(await availability()).toEqual({
    Siap: { state: 'ready', count: 3 },
    Dibuat: { state: 'made', daysMin: 7, daysMax: 10 },
  })
  await ctx.db.updateTable('stock').set({ open_pieces: 1 }).where('variant_id', '=', made.variantId).execute()
  await ctx.db.updateTable('stock').set({ reserved: 5 }).where('variant_id', '=', ready.variantId).execute()
  // all promised, but not paid for, or the queue full: it may be had again
  expect(await availability()).toEqual({ Siap: { state: 'held' }, Dibuat: { state: 'full' } })
  const page = async ({ slug }: { slug: string }) => {
    const product = await findProduct(ctx, slug)
    return [product?.availability.state, product?.variants[0]?.taken]
  }
  expect(await page(ready)).toEqual(['held', 'held'])
  expect(await page(made)).toEqual(['full', 'full'])
  await ctx.db.updateTable('stock').set({ on_hand: 0, reserved: 0, open_cap: 0, open_pieces: 0 }).execute()
  expect(await availability()).toEqual({ Siap: { state: 'gone' }, Dibuat: { state: 'gone' } })
  expect(await page(ready)).toEqual(['gone', null])
})

test('a piece woven in several sizes says the days of all that can be had, on its card and on its page', async ({
  ctx,
}) => {
  await richVocabulary(ctx)
  const { id: productId, variantId } = await aPiece(ctx, { titleId: 'Tas', openCap: 1 })
  const larger = await aVariant(ctx, { productId, openCap: 1 })
  const days = { lead_days_min: 9, lead_days_max: 16 }
  await ctx.db.updateTable('variant').set(days).where('id', '=', larger).execute()
  const said = async () => {
    const [card] = (await list(ctx, '')).cards
    const product = await findProduct(ctx, card?.slug ?? '')
    return [card?.availability, product?.availability]
  }
  const both = { state: 'made', daysMin: 7, daysMax: 16 }
  expect(await said()).toEqual([both, both])
  await ctx.db.updateTable('stock').set({ open_pieces: 1 }).where('variant_id', '=', variantId).execute()
  const slow = { state: 'made', daysMin: 9, daysMax: 16 }
  expect(await said()).toEqual([slow, slow])
})

describe('a price is that of what can be had', () => {
  async function aPurseInTwoSizes(ctx: Ctx, small: { onHand?: number; openCap?: number }) {
    await richVocabulary(ctx)
    const groupId = await aGroup(ctx)
    const purse = await aPiece(ctx, { groupId, titleId: 'Dompet', priceRupiah: 60_000, onHand: 5 })
    const variantId = await aVariant(ctx, { productId: purse.id, priceRupiah: 45_000, ...small })
    await aPiece(ctx, { groupId, titleId: 'Tas', priceRupiah: 50_000 })
    return { ...purse, small: variantId }
  }
  const priced = async (ctx: Ctx, query: string) =>
    (await list(ctx, query)).cards.map(({ title, priceRupiah, priceVaries }) =>
      [title, priceVaries ? 'from' : '', priceRupiah].join(' '),
    )

  test('so a size that is gone gives no price, nor a place in the list', async ({ ctx }) => {
    const { slug, variantId } = await aPurseInTwoSizes(ctx, { onHand: 0 })
    const dearestFirst = ['Dompet  60000', 'Tas  50000']
    expect(await priced(ctx, 'urut=termahal')).toEqual(dearestFirst)
    expect(await priced(ctx, 'urut=termurah')).toEqual(dearestFirst.toReversed())
    expect(await priced(ctx, 'maks=49000')).toEqual([])
    expect(await findProduct(ctx, slug)).toMatchObject({ priceRupiah: 60_000, priceVaries: false })
    // sold out altogether, it keeps the lowest price it had
    await ctx.db.updateTable('stock').set({ on_hand: 0 }).where('variant_id', '=', variantId).execute()
    expect(await priced(ctx, '')).toEqual(['Tas  50000', 'Dompet from 45000'])
    expect(await priced(ctx, 'maks=49000')).toEqual(['Dompet  45000'])
    expect(await findProduct(ctx, slug)).toMatchObject({ priceRupiah: 45_000, priceVaries: true })
  })

  test('and, by how it can be had or by price, of the sizes that fit', async ({ ctx }) => {
    await aPurseInTwoSizes(ctx, { openCap: 2 })
    expect(await priced(ctx, 'urut=termurah')).toEqual(['Dompet from 45000', 'Tas  50000'])
    expect(await priced(ctx, 'urut=termurah&siap=1')).toEqual(['Tas  50000', 'Dompet  60000'])
    expect(await priced(ctx, 'urut=termurah&siap=1&pesan=1')).toEqual(['Dompet from 45000', 'Tas  50000'])
    expect(await list(ctx, 'pesan=1')).toMatchObject({
      cards: [{ priceRupiah: 45_000, priceVaries: false, availability: { state: 'made', daysMax: 10 } }],
    })
    expect(await priced(ctx, 'min=55000')).toEqual(['Dompet  60000'])
    expect(await priced(ctx, 'min=51000&maks=59000')).toEqual([])
  })

  test('and one size must have both the price and the way, whatever is counted', async ({ ctx }) => {
    await aPurseInTwoSizes(ctx, { openCap: 2 })
    const cheapAndReady = await list(ctx, 'siap=1&maks=45000')
    expect(cheapAndReady).toMatchObject({ total: 0, availability: { ready: 0, made: 1 } })
    expect(cheapAndReady.without).toEqual(
      expect.arrayContaining([
        { filter: 'price', count: 2 },
        { filter: 'availability', count: 1 },
      ]),
    )
    expect((await list(ctx, 'maks=50000')).availability).toEqual({ ready: 1, made: 1 })
    expect((await list(ctx, 'siap=1')).availability).toEqual({ ready: 2, made: 1 })
  })
})

test('a product page has everything, in the language of the reader', async ({ ctx }) => {
  await richVocabulary(ctx)
  const piece = await aPiece(ctx, { titleId: 'Tas A', titleEn: 'Bag A' })
  await aGroupPhone(ctx, piece.groupId, '+6281200000001')
  await ctx.db
    .insertInto('image')
    .values({
      key: 'tas-a',
      source: 'bundled',
      width: 640,
      height: 640,
      widths: [160, 320, 640],
      is_illustration: true,
    })
    .execute()
  await ctx.db
    .insertInto('product_photo')
    .values({
      product_id: piece.id,
      position: 0,
      image_key: 'tas-a',
      view: 'whole',
      alt_id: 'Tas utuh',
      alt_en: 'The whole bag',
      box_x: 0.25,
      box_y: 0.25,
      box_width: 0.5,
      box_height: 0.5,
    })
    .execute()
  const product = await findProduct({ ...ctx, locale: 'en' }, piece.slug)
  expect(product).toMatchObject({
    title: 'Bag A',
    kind: { slug: 'tas', name: 'Bags' },
    materials: [{ slug: 'pandan-laut', name: 'Sea pandan' }],
    motif: { slug: 'pucuk-rebung', gloss: 'bamboo shoot', meaning: null },
    photos: [
      {
        key: 'tas-a',
        alt: 'The whole bag',
        isIllustration: true,
        widths: [160, 320, 640],
        box: { x: 0.25, width: 0.5 },
      },
    ],
    variants: [{ id: piece.variantId, priceRupiah: 285_000, mode: 'ready', left: 5 }],
    availability: { state: 'ready', count: 5 },
    group: {
      villageName: 'Pangkalan Buton',
      districtName: 'Sukadana',
      regencyName: 'Kabupaten Kayong Utara',
      phone: '+6281200000001',
    },
    isForSale: true,
    priceVaries: false,
  })
  expect((await list(ctx, '')).cards[0]?.photo).toMatchObject({ key: 'tas-a', alt: 'Tas utuh' })
})

test('a piece taken down keeps its page and its code but sells nothing; a draft has neither', async ({
  ctx,
}) => {
  await richVocabulary(ctx)
  const paused = await aPiece(ctx)
  await ctx.db.updateTable('product').set({ state: 'paused' }).where('id', '=', paused.id).execute()
  expect(await findProduct(ctx, paused.slug)).toMatchObject({
    isForSale: false,
    variants: [{ left: 0 }],
    availability: { state: 'gone' },
  })
  for (const typed of [
    paused.code,
    paused.code.toLowerCase(),
    paused.code.replace('-', ' '),
    paused.code.slice(3),
  ]) {
    expect(await findProductByCode(ctx, typed)).toEqual({ slug: paused.slug })
  }
  expect(await findProductByCode(ctx, 'AK-0O1I')).toBeNull()
  const draft = await aPiece(ctx, { state: 'draft' })
  expect(await findProduct(ctx, draft.slug)).toBeNull()
  expect(await findProductByCode(ctx, draft.code)).toBeNull()
  expect(await findProduct(ctx, 'tidak-ada')).toBeNull()
})

test('an old address leads to the piece that had it', async ({ ctx }) => {
  await richVocabulary(ctx)
  const piece = await aPiece(ctx)
  await ctx.db.insertInto('product_old_slug').values({ slug: 'tas-lama', product_id: piece.id }).execute()
  expect(await findProductByOldSlug(ctx, 'tas-lama')).toEqual({ slug: piece.slug })
  expect(await findProductByOldSlug(ctx, 'tas-baru')).toBeNull()
})

test('related pieces are alike, can be had, and leave out the piece itself', async ({ ctx }) => {
  await aShop(ctx)
  const { cards } = await list(ctx, 'jenis=tas&siap=1')
  const product = await findProduct(ctx, cards[0]?.slug ?? '')
  const related = await listRelatedProducts(ctx, product as NonNullable<typeof product>)
  expect(related.map(({ title }) => title)).toEqual(['Tas B', 'Tikar C'])
  expect((await listNewest(ctx, 2)).every(({ availability }) => availability.state !== 'gone')).toBe(true)
})

test('kinds and motifs are listed with how many pieces they have, also none', async ({ ctx }) => {
  await aShop(ctx)
  expect((await countByKind(ctx)).map(({ slug, count }) => [slug, count])).toEqual([
    ['tas', 2],
    ['tikar', 2],
    ['bakul', 0],
    ['topi', 0],
  ])
  expect(await findKind({ ...ctx, locale: 'en' }, 'tikar')).toMatchObject({
    name: 'Mats',
    count: 2,
    photo: null,
  })
  expect((await listMotifs(ctx)).map(({ slug }) => slug)).toEqual(['pucuk-rebung', 'pagar', 'polos'])
  expect(await findMotif(ctx, 'pagar')).toMatchObject({ name: 'Pagar', count: 1, meaning: null })
  expect(await findMotif(ctx, 'tidak-ada')).toBeNull()
})

test('a group that rests or shows samples sells nothing, and its pieces say so', async ({ ctx }) => {
  await richVocabulary(ctx)
  const piece = await aPiece(ctx)
  const other = await aPiece(ctx, { groupId: piece.groupId, openCap: 3 })
  const change = (values: { state?: string; shows_samples_only?: boolean }) =>
    ctx.db.updateTable('craft_group').set(values).where('id', '=', piece.groupId).execute()
  await change({ state: 'resting' })
  const { cards, availability } = await list(ctx, '')
  expect(cards.map((card) => card.availability)).toEqual([{ state: 'gone' }, { state: 'gone' }])
  expect(availability).toEqual({ ready: 0, made: 0 })
  expect(await findProduct(ctx, other.slug)).toMatchObject({ isForSale: false, isSample: false })
  await change({ state: 'active', shows_samples_only: true })
  expect(await findProduct(ctx, piece.slug)).toMatchObject({ isForSale: false, isSample: true })
  expect(await list(ctx, 'maks=10000000')).toMatchObject({ total: 0, cards: [] })
})
