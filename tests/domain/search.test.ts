import { expect } from 'vitest'
import { listGroupsNamed, listMotifsNamed } from '#app/domain/catalogue/named-pages.queries.server.ts'
import { parseProductFilters } from '#app/domain/catalogue/product-filters.ts'
import { listProducts } from '#app/domain/catalogue/product-list.queries.server.ts'
import { listTrainingsNamed } from '#app/domain/trainings/named-trainings.queries.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { aGroup } from '#tests/support/builders.ts'
import { aMember, aPiece, aTrainingOf, richVocabulary } from '#tests/support/catalogue.ts'
import { test } from '#tests/support/test.ts'

async function aShop(ctx: Ctx) {
  await richVocabulary(ctx)
  const groupId = await aGroup(ctx, { name: 'Bakau Indah' })
  await aPiece(ctx, {
    groupId,
    titleId: 'Tas jinjing pandan',
    titleEn: 'Pandan tote',
    code: 'AK-7F3K',
    motif: 'polos',
  })
  await aPiece(ctx, {
    groupId,
    titleId: 'Tas belanja rotan',
    titleEn: 'Rattan shopper',
    material: 'rotan',
    motif: 'polos',
  })
  await aPiece(ctx, {
    groupId,
    titleId: 'Tikar tidur',
    titleEn: 'Sleeping mat',
    kind: 'tikar',
    motif: 'pagar',
  })
  await aPiece(ctx, { groupId, titleId: 'Bakul nasi', titleEn: 'Rice basket', kind: 'bakul' })
  await aPiece(ctx, { groupId, titleId: 'Topi lebar', titleEn: 'Wide hat', kind: 'topi', motif: 'polos' })
}
const find = async (ctx: Ctx, q: string, filters: Record<string, string> = {}) =>
  listProducts(ctx, parseProductFilters(new URLSearchParams({ q, ...filters })))
const titles = async (ctx: Ctx, q: string) => (await find(ctx, q)).cards.map(({ title }) => title)

test('a search forgives typing errors and knows both languages', async ({ ctx }) => {
  await aShop(ctx)
  expect(await titles(ctx, 'tiker')).toEqual(['Tikar tidur'])
  expect(await titles(ctx, 'bakol')).toEqual(['Bakul nasi'])
  expect(await titles(ctx, 'pucuk rebun')).toEqual(['Bakul nasi'])
  expect(await titles(ctx, 'tkiar')).toEqual(['Tikar tidur'])
  expect(await titles(ctx, 'basekt')).toEqual(['Bakul nasi'])
  expect(await titles(ctx, 'baket')).toEqual(['Bakul nasi'])
  expect(await titles(ctx, 'tiar')).toEqual(['Tikar tidur'])
  expect((await titles(ctx, 'tas pandann'))[0]).toBe('Tas jinjing pandan')
  expect(await titles(ctx, 'basket')).toEqual(['Bakul nasi'])
  expect(await titles(ctx, 'hat')).toEqual(['Topi lebar'])
  expect(await titles(ctx, 'hats')).toEqual(['Topi lebar'])
  expect(await titles(ctx, 'mats')).toEqual(['Tikar tidur'])
  expect(await titles(ctx, 'pucuk rebong')).toEqual(['Bakul nasi'])
  expect(await titles(ctx, 'PUCUK   Rebung!')).toEqual(['Bakul nasi'])
  expect(await titles(ctx, 'tikarr untuk tidur')).toEqual(['Tikar tidur'])
  expect((await titles(ctx, 'bakau')).length).toBe(5)
})

test('two words run together are read as two, where no slip explains them', async ({ ctx }) => {
  await aShop(ctx)
  await aPiece(ctx, { groupId: await aGroup(ctx), titleId: 'Gantungan kunci', titleEn: 'Key ring, handmade' })
  for (const q of ['keyring', 'gantungankunci'])
    expect(await find(ctx, q)).toMatchObject({
      total: 1,
      everyWord: true,
      cards: [{ title: 'Gantungan kunci' }],
    })
  expect((await find(ctx, 'keyring kecil')).readAs).toBe('key ring kecil')
  expect((await find(ctx, 'pandantote')).readAs).toBe('pandan tote')
  // one letter too many, though it falls into two known words
  await aPiece(ctx, { groupId: await aGroup(ctx), titleId: 'Tas keyrinx', titleEn: 'Bag' })
  expect((await find(ctx, 'keyring')).readAs).toBe('keyrinx')
  expect((await find(ctx, 'key2ring')).total).toBe(0)
})

test('of spellings equally near, the one with more of its letters in common is meant', async ({ ctx }) => {
  await aShop(ctx)
  await aPiece(ctx, { groupId: await aGroup(ctx), titleId: 'Topi mata punai', titleEn: 'Hat', kind: 'topi' })
  expect(await titles(ctx, 'matt')).toEqual(['Tikar tidur'])
})

test('a letter moved inside a word is a smaller mistake than another first letter', async ({ ctx }) => {
  await aShop(ctx)
  const groupId = await aGroup(ctx)
  await aPiece(ctx, { groupId, titleId: 'Terompah', titleEn: 'Woven sandals' })
  await aPiece(ctx, { groupId, titleId: 'Tas jalan', titleEn: 'Bag with handles' })
  expect(await titles(ctx, 'sandles')).toEqual(['Terompah'])
  expect(await titles(ctx, 'handels')).toEqual(['Tas jalan'])
})

test('a piece is found by what else people call its kind, spelt wrong too', async ({ ctx }) => {
  await aShop(ctx)
  const called = { also_called: 'keranjang wadah hamper' }
  await ctx.db.updateTable('kind').set(called).where('slug', '=', 'bakul').execute()
  expect(await titles(ctx, 'keranjang')).toEqual(['Bakul nasi'])
  expect(await titles(ctx, 'keranjng')).toEqual(['Bakul nasi'])
  expect(await titles(ctx, 'hampers')).toEqual(['Bakul nasi'])
  expect((await find(ctx, 'keranjang pucuk rebung')).everyWord).toBe(true)
})

test('a piece is found by its maker while she agrees to be named, and not from the moment she withdraws', async ({
  ctx,
}) => {
  await aShop(ctx)
  const groupId = await aGroup(ctx)
  const makerId = await aMember(ctx, groupId, { name: 'Mastura', isNamed: true })
  await aPiece(ctx, { groupId, makerId, titleId: 'Kipas kecil', titleEn: 'Fan' })
  const unnamedId = await aMember(ctx, groupId, { name: 'Rusdiana' })
  await aPiece(ctx, { groupId, makerId: unnamedId, titleId: 'Kipas besar', titleEn: 'Big fan' })
  expect(await titles(ctx, 'Bu Mastura')).toEqual(['Kipas kecil'])
  expect(await titles(ctx, 'kipas mastura')).toEqual(['Kipas kecil'])
  expect(await titles(ctx, 'rusdiana')).toEqual([])
  await ctx.db
    .updateTable('consent')
    .set({ withdrawn_at: ctx.now })
    .where('member_id', '=', makerId)
    .execute()
  expect(await titles(ctx, 'mastura')).toEqual([])
})

test('a code on a tag finds its one piece, however it is typed', async ({ ctx }) => {
  await aShop(ctx)
  for (const typed of ['AK-7F3K', 'ak-7f3k', 'ak 7f3k', 'AK7F3K', '7f3k']) {
    expect(await titles(ctx, typed)).toEqual(['Tas jinjing pandan'])
  }
})

test('says what a mistyped search was read as, and nothing when it was spelt right', async ({ ctx }) => {
  await aShop(ctx)
  expect((await find(ctx, 'tas pandann')).readAs).toBe('tas pandan')
  expect((await find(ctx, 'tas pandan')).readAs).toBeNull()
  expect((await find(ctx, 'pand')).readAs).toBeNull()
})

test('an unlike word, a number or a short word is no slip of a known one', async ({ ctx }) => {
  await aShop(ctx)
  await aPiece(ctx, { groupId: await aGroup(ctx), titleId: 'Gantungan metal', titleEn: 'Reed ring 2000' })
  for (const [q, title] of [
    ['hats for women', 'Topi lebar'],
    ['tikar 2 meter', 'Tikar tidur'],
    ['tikar untuk wanita', 'Tikar tidur'],
    ['red hat', 'Topi lebar'],
    ['tikar buah', 'Tikar tidur'],
    ['tikar 200', 'Tikar tidur'],
    ['tikar 2001', 'Tikar tidur'],
  ] as const) {
    expect(await find(ctx, q)).toMatchObject({ total: 1, readAs: null, everyWord: false, cards: [{ title }] })
  }
  // the same consonants in their order, or all but one letter of a longer word
  for (const [q, readAs] of [
    ['metel', 'metal'],
    ['tikra', 'tikar'],
    ['gantunngan', 'gantungan'],
    ['belanjs', 'belanja'],
  ] as const) {
    expect(await find(ctx, q)).toMatchObject({ total: 1, readAs })
  }
})

test('nothing is said to be meant where that finds nothing either', async ({ ctx }) => {
  await aShop(ctx)
  const filters = parseProductFilters(new URLSearchParams({ q: 'tiker', jenis: 'tas' }))
  expect(await listProducts(ctx, filters)).toMatchObject({ total: 0, readAs: null })
  // what every piece is dyed with is no answer for a word that none has
  expect(await find(ctx, 'pelatihan alamii')).toMatchObject({
    total: 0,
    readAs: null,
    strangeWords: ['pelatihan'],
  })
  expect((await find(ctx, 'tiker')).readAs).toBe('tikar')
})

test('only neighbouring letters are swapped by a slip: who asks for something large does not mean rice', async ({
  ctx,
}) => {
  await richVocabulary(ctx)
  await aPiece(ctx, { groupId: await aGroup(ctx), titleId: 'Bakul beras', kind: 'bakul', motif: 'polos' })
  expect((await find(ctx, 'besar')).readAs).toBeNull()
  expect((await find(ctx, 'breas')).readAs).toBe('beras')
})

test('a piece is found by the sizes and colours there are to choose, for as long as there are', async ({
  ctx,
}) => {
  await aShop(ctx)
  const { id, variantId } = await aPiece(ctx, { titleId: 'Sandal', titleEn: 'Sandals' })
  const choose = (to: { label_id?: string; label_en?: string; is_active?: boolean }) =>
    ctx.db.updateTable('variant').set(to).where('id', '=', variantId).execute()
  expect(await find(ctx, 'sandal 42')).toMatchObject({ everyWord: false })
  await choose({ label_id: 'Ukuran 41–42, merah', label_en: 'Size 41–42, red' })
  for (const q of ['sandal 42', 'sandal merah', 'sandal mera', 'red sandals', 'sandal ukuran 41']) {
    expect(await find(ctx, q)).toMatchObject({ total: 1, everyWord: true, readAs: null, cards: [{ id }] })
  }
  await choose({ is_active: false })
  expect(await find(ctx, 'merah')).toMatchObject({ total: 0 })
})

test('every piece is from a village and a group, so these words hide none', async ({ ctx }) => {
  await aShop(ctx)
  for (const q of ['desa pangkalan buton', 'Pangkalan Buton village', 'kelompok bakau indah']) {
    expect(await find(ctx, q)).toMatchObject({ total: 5, everyWord: true, readAs: null })
  }
})

test('every piece is from one regency and its province, so these words hide none', async ({ ctx }) => {
  await aShop(ctx)
  const everyPiece = { total: 5, everyWord: true, readAs: null }
  for (const q of [
    'Kayong Utara',
    'anyaman kalimantan barat',
    'West Kalimantan',
    'Borneo',
    'khas Indonesia',
  ]) {
    expect(await find(ctx, q)).toMatchObject(everyPiece)
  }
  for (const q of ['tikar khas kalimantan', 'tikar kabupaten kayong utara', 'traditional Borneo mat']) {
    expect(await find(ctx, q)).toMatchObject({ total: 1, everyWord: true, readAs: null, strangeWords: [] })
  }
  expect(await find(ctx, 'tikar jawa')).toMatchObject({ everyWord: false })
})

test('every piece has a motif, so the word for one hides none', async ({ ctx }) => {
  await aShop(ctx)
  for (const q of [
    'motif pucuk rebung',
    'pucuk rebung motif',
    'corak pucuk rebung',
    'bamboo shoot pattern',
  ]) {
    expect(await find(ctx, q)).toMatchObject({ total: 1, everyWord: true, readAs: null, strangeWords: [] })
  }
  expect(await titles(ctx, 'motif pagar')).toEqual(['Tikar tidur'])
  expect((await find(ctx, 'motifs')).total).toBe(5)
})

test('a word from the name of a training is no slip, and leads to the training', async ({ ctx }) => {
  await aShop(ctx)
  expect((await find(ctx, 'leber')).readAs).toBe('lebar')
  const trainingId = await aTrainingOf(ctx, await aGroup(ctx), { learners: 5, endsOn: '2021-08-31' })
  const called = { title_id: 'Membuat leber dari lidi', title_en: 'Making leber' }
  await ctx.db.updateTable('training').set(called).where('id', '=', trainingId).execute()
  expect(await find(ctx, 'leber')).toMatchObject({ total: 0, readAs: null })
  expect(await listTrainingsNamed(ctx, 'leber murah')).toMatchObject([{ title: called.title_id }])
  expect(await listTrainingsNamed(ctx, '')).toEqual([])
})

test('a motif or a group that has no piece is pointed to by its name', async ({ ctx }) => {
  await aShop(ctx)
  const motif = { slug: 'bintang-laut', name: 'Bintang laut', gloss_en: 'starfish', scope: 'kayong-utara' }
  await ctx.db.insertInto('motif').values(motif).execute()
  await aGroup(ctx, { name: 'Nipah Jaya' })
  expect((await find(ctx, 'bintang laut')).total).toBe(0)
  expect(await listMotifsNamed(ctx, 'BINTANG laut')).toEqual([
    { slug: 'bintang-laut', title: 'Bintang laut' },
  ])
  expect(await listMotifsNamed(ctx, 'starfish')).toMatchObject([{ slug: 'bintang-laut' }])
  expect(await listGroupsNamed(ctx, 'nipah')).toMatchObject([{ title: 'Nipah Jaya' }])
  for (const text of ['', 'untuk', 'zebra']) {
    expect(await listMotifsNamed(ctx, text)).toEqual([])
    expect(await listGroupsNamed(ctx, text)).toEqual([])
  }
})

test('what the name of a motif means is found after what a piece is', async ({ ctx }) => {
  await richVocabulary(ctx)
  await ctx.db.updateTable('motif').set({ gloss_en: 'green eye' }).where('slug', '=', 'pagar').execute()
  const groupId = await aGroup(ctx)
  const green = await aPiece(ctx, { groupId, titleId: 'Tas', titleEn: 'Tote', motif: 'polos' })
  await ctx.db
    .updateTable('variant')
    .set({ label_id: 'Hijau', label_en: 'Green' })
    .where('product_id', '=', green.id)
    .execute()
  await aPiece(ctx, { groupId, titleId: 'Dompet ungu', titleEn: 'Purple clutch', motif: 'pagar' })
  expect(await titles(ctx, 'green')).toEqual(['Tas', 'Dompet ungu'])
  expect(await titles(ctx, 'eye')).toEqual(['Dompet ungu'])
})

test('when no piece has every word, those with some of them are shown and it is said', async ({ ctx }) => {
  await aShop(ctx)
  const list = await find(ctx, 'tikar rotan')
  expect(list.everyWord).toBe(false)
  expect(list.cards.map(({ title }) => title).toSorted()).toEqual(['Tas belanja rotan', 'Tikar tidur'])
  expect((await find(ctx, 'tas rotan')).everyWord).toBe(true)
})

test('words true of every piece hide none and leave the order to the others', async ({ ctx }) => {
  await richVocabulary(ctx)
  const groupId = await aGroup(ctx)
  await aPiece(ctx, { groupId, titleId: 'Tas pasar', titleEn: 'Market bag' })
  await aPiece(ctx, { groupId, titleId: 'Bakul tas', titleEn: 'Basket like a bag', kind: 'bakul' })
  await aPiece(ctx, { groupId, titleId: 'Topi lebar', titleEn: 'Wide hat', kind: 'topi' })
  for (const q of ['tas anyaman', 'tas kerajinan tangan', 'woven bag', 'handmade bags', 'hand woven bag']) {
    const list = await find(ctx, q)
    expect(list.everyWord).toBe(true)
    expect(list.cards.map(({ title }) => title).toSorted()).toEqual(['Bakul tas', 'Tas pasar'])
  }
  const told = { story_id: 'Mainan kecil, muat di tas.', story_en: 'A trifle for the bag.' }
  const { id } = await aPiece(ctx, { groupId, titleId: 'Gantungan kunci', titleEn: 'Key ring', kind: 'topi' })
  await ctx.db.updateTable('product').set(told).where('id', '=', id).execute()
  for (const q of ['tas anyaman', 'woven bag']) {
    expect((await titles(ctx, q)).at(-1)).toBe('Gantungan kunci')
  }
  for (const q of ['anyaman', 'buatan tangan', 'handicraft']) {
    expect(await find(ctx, q)).toMatchObject({ total: 4, readAs: null })
  }
  expect((await find(ctx, 'anyamann')).readAs).toBe('anyaman')
})

test('words that tell no piece apart empty no list and are read as no other', async ({ ctx }) => {
  await aShop(ctx)
  const groupId = await aGroup(ctx)
  const { id } = await aPiece(ctx, { groupId, titleId: 'Kipas murai', titleEn: 'Fan', priceRupiah: 15_000 })
  for (const q of ['murah', 'Murah!', 'cheap', 'beli murah', 'harga', 'bagus dijual', 'best price']) {
    const list = await find(ctx, q)
    expect(list).toMatchObject({ total: 6, filler: 'cheapest', everyWord: true, readAs: null })
    expect(list.cards[0]).toMatchObject({ id })
  }
  for (const q of ['paling murah', 'barang murah', 'yg murah', 'murah meriah', 'really cheap']) {
    expect(await find(ctx, q)).toMatchObject({ total: 6, filler: 'cheapest', readAs: null })
  }
  for (const q of ['terbaru', 'barang baru', 'newest']) {
    expect(await find(ctx, q)).toMatchObject({ total: 6, filler: 'newest' })
  }
  expect(await find(ctx, 'tikar utk lebaran paling murah')).toMatchObject({ total: 1, everyWord: true })
  expect(await find(ctx, 'tikar murah bagus')).toMatchObject({
    total: 1,
    filler: null,
    everyWord: true,
    readAs: null,
  })
  for (const q of ['!!!', '篮子', 'a', '']) expect((await find(ctx, q)).filler).toBeNull()
})

test('an English plural is no slip of its word', async ({ ctx }) => {
  await aShop(ctx)
  const groupId = await aGroup(ctx)
  await aPiece(ctx, { groupId, titleId: 'Kotak kecil', titleEn: 'Trinket box' })
  await aPiece(ctx, { groupId, titleId: 'Dompet koin', titleEn: 'Coin wallet' })
  for (const q of ['wallets', 'trinket boxes', 'boxes']) {
    expect(await find(ctx, q)).toMatchObject({ total: 1, everyWord: true, readAs: null })
  }
  // what English makes no plural of is one
  expect(await find(ctx, 'kotaks')).toMatchObject({ total: 1 })
  expect(await find(ctx, 'tikarus')).toMatchObject({ readAs: 'tikar' })
})

test('what only a filter hides is not answered with pieces that fit in part', async ({ ctx }) => {
  await richVocabulary(ctx)
  const groupId = await aGroup(ctx)
  await aPiece(ctx, { groupId, titleId: 'Tas laptop', titleEn: 'Laptop bag', priceRupiah: 240_000 })
  await aPiece(ctx, { groupId, titleId: 'Tas pasar', titleEn: 'Market bag', priceRupiah: 60_000 })
  await aPiece(ctx, { groupId, titleId: 'Tikar tidur', titleEn: 'Sleeping mat', kind: 'tikar' })
  const list = await find(ctx, 'tas laptop', { maks: '100000' })
  expect(list).toMatchObject({
    total: 0,
    everyWord: true,
    without: [{ filter: 'price', count: 1 }, expect.anything()],
  })
  expect(await find(ctx, 'tas laptop', { maks: '100000', siap: '1', jenis: 'tikar' })).toMatchObject({
    total: 0,
    unfiltered: 1,
  })
  // what fits in part is hidden by it too
  expect(await find(ctx, 'tas lampion', { maks: '50000' })).toMatchObject({
    total: 0,
    strangeWords: [],
    without: [{ filter: 'price', count: 2 }],
  })
  expect(await find(ctx, 'tas lampion', { maks: '100000' })).toMatchObject({
    total: 1,
    everyWord: false,
  })
})

test('words that almost every piece has are no answer for one that none has', async ({ ctx }) => {
  await aShop(ctx)
  const list = await find(ctx, 'woven lamp')
  expect(list).toMatchObject({ total: 0, cards: [], strangeWords: ['lamp'] })
  expect(await find(ctx, 'Rp45.000')).toMatchObject({ total: 0, strangeWords: ['Rp45.000'] })
  expect(await find(ctx, '“Lampu”, dan Lampu')).toMatchObject({
    strangeWords: expect.arrayContaining(['Lampu']),
  })
  expect(await find(ctx, 'tikar lampion')).toMatchObject({ total: 1, everyWord: false, strangeWords: [] })
  // no piece is all of it; being woven tells none apart
  expect((await titles(ctx, 'woven rice hat')).toSorted()).toEqual(['Bakul nasi', 'Topi lebar'])
})

test('unreadable searches find nothing and break nothing', async ({ ctx }) => {
  await aShop(ctx)
  for (const q of ['untuk', '!!!', "'", '" & | :* <->', '\u0000', '篮子', '%', '\\', 'x'.repeat(500)]) {
    expect((await find(ctx, q)).readAs).toBeNull()
  }
  expect((await find(ctx, 'zzzzqqqq')).total).toBe(0)
})

test('the closest match stands first and what is sold out stands last', async ({ ctx }) => {
  await richVocabulary(ctx)
  const groupId = await aGroup(ctx)
  await aPiece(ctx, {
    groupId,
    titleId: 'Tikar pagar besar',
    titleEn: 'Large',
    kind: 'tikar',
    motif: 'pagar',
    onHand: 0,
  })
  await aPiece(ctx, { groupId, titleId: 'Tas kecil', titleEn: 'Small', motif: 'pagar' })
  await aPiece(ctx, { groupId, titleId: 'Tas pagar', titleEn: 'Small', motif: 'pagar' })
  expect(await titles(ctx, 'pagar')).toEqual(['Tas pagar', 'Tas kecil', 'Tikar pagar besar'])
})

test('what is not published cannot be found, and a changed title is found at once', async ({ ctx }) => {
  await richVocabulary(ctx)
  const groupId = await aGroup(ctx)
  await aPiece(ctx, { groupId, titleId: 'Lampu hias', titleEn: 'Lamp', state: 'draft' })
  expect(await titles(ctx, 'lampu')).toEqual([])
  const { id } = await aPiece(ctx, { groupId, titleId: 'Kipas', titleEn: 'Fan' })
  await ctx.db.updateTable('product').set({ title_id: 'Kipas sate' }).where('id', '=', id).execute()
  expect(await titles(ctx, 'sate')).toEqual(['Kipas sate'])
})
