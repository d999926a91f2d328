import { describe, expect, test as plain } from 'vitest'
import { hashOfToken } from '#app/domain/accounts/hashes.server.ts'
import { countCartPieces, findCart } from '#app/domain/carts/carts.queries.server.ts'
import {
  acceptPrices,
  addLine,
  emptyCart,
  fillUpTo,
  removeLine,
  setQuantity,
} from '#app/domain/carts/change-lines.server.ts'
import {
  keepTyping,
  openIntent,
  saveAddress,
  saveCheckout,
  setDestination,
} from '#app/domain/carts/checkout.server.ts'
import {
  addressForm,
  deliveryForm,
  paymentForm,
  readDraft,
  tidyAddress,
} from '#app/domain/carts/checkout-form.ts'
import { purgeOldCarts } from '#app/domain/carts/purge-old-carts.server.ts'
import { newId } from '#app/lib/ids.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { aGroup, aVariant } from '#tests/support/builders.ts'
import { aPiece, richVocabulary } from '#tests/support/catalogue.ts'
import { test } from '#tests/support/test.ts'

async function aBasket(ctx: Ctx) {
  await richVocabulary(ctx)
  const seroja = await aGroup(ctx, { name: 'Seroja' })
  const teratai = await aGroup(ctx, { name: 'Teratai' })
  const tas = await aPiece(ctx, { groupId: seroja, titleId: 'Tas', priceRupiah: 100_000, onHand: 3 })
  const topi = await aPiece(ctx, { groupId: teratai, titleId: 'Topi', priceRupiah: 60_000, openCap: 2 })
  const bakul = await aPiece(ctx, { groupId: seroja, titleId: 'Bakul', priceRupiah: 50_000 })
  const token = await add(ctx, null, tas.variantId, 2)
  await add(ctx, token, topi.variantId, 1)
  await add(ctx, token, bakul.variantId, 1)
  return { token, tas, topi, bakul, seroja, teratai }
}
async function add(ctx: Ctx, token: string | null, variantId: string, quantity = 1): Promise<string> {
  const added = await addLine(ctx, { token, variantId, quantity })
  if (!added.ok) throw new Error(added.error.code)
  return added.value.token
}
const cartOf = async (ctx: Ctx, token: string) => {
  const cart = await findCart(ctx, token)
  if (!cart) throw new Error('no cart')
  return cart
}

test('a basket is gathered into one parcel per group, with sums', async ({ ctx }) => {
  const { token, seroja } = await aBasket(ctx)
  const cart = await cartOf(ctx, token)
  expect(
    cart.parcels.map(({ groupName, lines, goodsRupiah, leadDaysMax }) => [
      groupName,
      lines.map(({ title }) => title),
      goodsRupiah,
      leadDaysMax,
    ]),
  ).toEqual([
    ['Seroja', ['Tas', 'Bakul'], 250_000, null],
    ['Teratai', ['Topi'], 60_000, 10],
  ])
  expect(cart).toMatchObject({ pieceCount: 4, goodsRupiah: 310_000, canCheckOut: true, destination: null })
  expect(cart.parcels[0]).toMatchObject({
    groupId: seroja,
    lines: [
      { quantity: 2, lineRupiah: 200_000, packedCm: { length: 35, width: 31, height: 6 }, notes: [] },
      {},
    ],
  })
  expect(await countCartPieces(ctx, token)).toBe(4)
  expect(await countCartPieces(ctx, null)).toBe(0)
  expect(await findCart(ctx, 'a token nobody has')).toBeNull()
})

test('the token opens the basket and only its hash is kept', async ({ ctx }) => {
  const { token } = await aBasket(ctx)
  const [row] = await ctx.db.selectFrom('cart').selectAll().execute()
  expect(row?.token_hash).toBe(hashOfToken(token))
  expect(JSON.stringify(row)).not.toContain(token)
})

test('more than is left is refused with the number or cut down to it, never in silence', async ({ ctx }) => {
  const { token, tas, topi } = await aBasket(ctx)
  expect(await addLine(ctx, { token, variantId: tas.variantId, quantity: 2 })).toEqual({
    ok: false,
    error: { code: 'out-of-stock', left: 3, inCart: 2 },
  })
  expect(await addLine(ctx, { token, variantId: tas.variantId, quantity: 1 })).toMatchObject({
    ok: true,
    value: { token, inCart: 3 },
  })
  expect(await setQuantity(ctx, { token, variantId: topi.variantId, quantity: 3 })).toEqual({
    ok: true,
    value: { inCart: 2 },
  })
  await ctx.db.updateTable('stock').set({ open_cap: 0 }).where('variant_id', '=', topi.variantId).execute()
  expect(await setQuantity(ctx, { token, variantId: topi.variantId, quantity: 1 })).toEqual({
    ok: false,
    error: { code: 'out-of-stock', left: 0, inCart: 2 },
  })
  expect(await addLine(ctx, { token: null, variantId: newId(), quantity: 1 })).toEqual({
    ok: false,
    error: { code: 'unknown-variant' },
  })
  // on another page it was taken out
  await removeLine(ctx, { token, variantId: tas.variantId })
  expect(await setQuantity(ctx, { token, variantId: tas.variantId, quantity: 1 })).toEqual({
    ok: false,
    error: { code: 'not-in-basket' },
  })
})

test('filling up puts in what is missing and no more when done twice, or what there is', async ({ ctx }) => {
  const variantId = await aVariant(ctx, { onHand: 3 })
  const filled = await fillUpTo(ctx, { token: null, variantId, quantity: 2 })
  expect(filled).toMatchObject({ ok: true, value: { inCart: 2, added: 2 } })
  const token = filled.ok ? filled.value.token : ''
  expect(await fillUpTo(ctx, { token, variantId, quantity: 2 })).toMatchObject({
    value: { inCart: 2, added: 0 },
  })
  expect(await fillUpTo(ctx, { token, variantId, quantity: 5 })).toMatchObject({
    value: { inCart: 3, added: 1 },
  })
  expect(await fillUpTo(ctx, { token, variantId, quantity: 5 })).toMatchObject({
    ok: false,
    error: { code: 'out-of-stock', inCart: 3 },
  })
})

test('a refusal leaves no empty basket behind', async ({ ctx }) => {
  await addLine(ctx, { token: null, variantId: newId(), quantity: 1 })
  expect(await ctx.db.selectFrom('cart').selectAll().execute()).toEqual([])
})

test('a line goes with quantity 0 or by removing it, and only from one\u2019s own basket', async ({
  ctx,
}) => {
  const { token, tas, topi, bakul } = await aBasket(ctx)
  const other = await add(ctx, null, bakul.variantId)
  await setQuantity(ctx, { token, variantId: tas.variantId, quantity: 0 })
  await removeLine(ctx, { token, variantId: topi.variantId })
  await removeLine(ctx, { token, variantId: topi.variantId })
  expect((await cartOf(ctx, token)).pieceCount).toBe(1)
  expect(await setQuantity(ctx, { token: other, variantId: tas.variantId, quantity: 1 })).toMatchObject({
    ok: false,
  })
  expect((await cartOf(ctx, other)).pieceCount).toBe(1)
})

test('a changed price is said with both figures until it is accepted', async ({ ctx }) => {
  const { token, tas } = await aBasket(ctx)
  await ctx.db.updateTable('variant').set({ price_rupiah: 120_000 }).where('id', '=', tas.variantId).execute()
  const cart = await cartOf(ctx, token)
  expect(cart.parcels[0]?.lines[0]).toMatchObject({
    lineRupiah: 240_000,
    seenPriceRupiah: 100_000,
    notes: [{ code: 'price-changed', was: 100_000, now: 120_000 }],
  })
  expect(cart.canCheckOut).toBe(false)
  // putting in one more is not yet seeing the new price of the others
  await add(ctx, token, tas.variantId)
  expect((await cartOf(ctx, token)).canCheckOut).toBe(false)
  await acceptPrices(ctx, token)
  expect(await cartOf(ctx, token)).toMatchObject({ canCheckOut: true, goodsRupiah: 470_000 })
})

test('vanished stock and vanished pieces are said line by line, and what cannot be had is not counted', async ({
  ctx,
}) => {
  const { token, tas, topi, bakul } = await aBasket(ctx)
  await ctx.db.updateTable('stock').set({ reserved: 2 }).where('variant_id', '=', tas.variantId).execute()
  await ctx.db.updateTable('stock').set({ open_pieces: 2 }).where('variant_id', '=', topi.variantId).execute()
  await ctx.db.updateTable('product').set({ state: 'paused' }).where('id', '=', bakul.id).execute()
  const cart = await cartOf(ctx, token)
  expect(cart.parcels.flatMap(({ lines }) => lines.map(({ title, notes }) => [title, notes]))).toEqual([
    ['Tas', [{ code: 'out-of-stock', left: 1 }]],
    ['Bakul', [{ code: 'gone' }]],
    ['Topi', [{ code: 'out-of-stock', left: 0 }]],
  ])
  const taken = async () =>
    (await cartOf(ctx, token)).parcels.flatMap(({ lines }) => lines.map((line) => line.taken))
  expect(await taken()).toEqual([null, null, 'full'])
  await ctx.db
    .updateTable('stock')
    .set({ open_cap: 0, open_pieces: 0 })
    .where('variant_id', '=', topi.variantId)
    .execute()
  expect(await taken()).toEqual([null, null, null])
  expect(cart).toMatchObject({ canCheckOut: false, pieceCount: 2, goodsRupiah: 200_000 })
  expect(await countCartPieces(ctx, token)).toBe(cart.pieceCount)
})

test('a group that rests or shows samples sells nothing', async ({ ctx }) => {
  const { token, tas, seroja } = await aBasket(ctx)
  await ctx.db.updateTable('craft_group').set({ shows_samples_only: true }).where('id', '=', seroja).execute()
  expect((await cartOf(ctx, token)).parcels[0]?.lines.map(({ notes }) => notes)).toEqual([
    [{ code: 'gone' }],
    [{ code: 'gone' }],
  ])
  expect(await addLine(ctx, { token, variantId: tas.variantId, quantity: 1 })).toMatchObject({
    ok: false,
    error: { code: 'unknown-variant' },
  })
})

test('two clicks at once put in two, and never more than there are', async ({ raceCtx: ctx }) => {
  await richVocabulary(ctx)
  const { variantId } = await aPiece(ctx, { onHand: 5 })
  const token = await add(ctx, null, variantId)
  const results = await Promise.all(
    Array.from({ length: 10 }, () => addLine(ctx, { token, variantId, quantity: 1 })),
  )
  expect(results.filter(({ ok }) => ok)).toHaveLength(4)
  expect(await countCartPieces(ctx, token)).toBe(5)
})

const ADDRESS = {
  name: 'Siti',
  phone: '0812 3456 7890',
  districtCode: '61.11.01',
  village: 'Sutera',
  country: 'ID',
  street: 'Dusun Tanjung Belimbing RT 02',
}

test('what was told at the checkout is kept step by step, the phone in one form', async ({ ctx }) => {
  const { token, seroja } = await aBasket(ctx)
  const saved = await saveAddress(ctx, token, addressForm.parse(ADDRESS))
  expect(saved).toMatchObject({ ok: true, value: { phone: '+6281234567890', email: null } })
  await saveCheckout(ctx, token, { deliveries: { [seroja]: 'courier:JNE' } })
  await saveCheckout(ctx, token, { paymentMethod: 'transfer' })
  const cart = await cartOf(ctx, token)
  expect(cart.draft).toMatchObject({
    address: { name: 'Siti', phone: '+6281234567890', country: 'ID', note: null },
    deliveries: { [seroja]: 'courier:JNE' },
    paymentMethod: 'transfer',
  })
  expect(cart.destination).toMatchObject({
    code: '61.11.01',
    label: 'Kecamatan Sukadana, Kabupaten Kayong Utara, Provinsi Kalimantan Barat',
  })
})

test('an impossible phone or kecamatan is refused', async ({ ctx }) => {
  const { token } = await aBasket(ctx)
  expect(await saveAddress(ctx, token, addressForm.parse({ ...ADDRESS, phone: '0812' }))).toEqual({
    ok: false,
    error: { code: 'phone-invalid' },
  })
  expect(await saveAddress(ctx, token, addressForm.parse({ ...ADDRESS, districtCode: '99.99.99' }))).toEqual({
    ok: false,
    error: { code: 'unknown-district' },
  })
  expect(await setDestination(ctx, { token, districtCode: '99.99.99' })).toMatchObject({ ok: false })
})

test('who collected everything and has it sent after all chooses the ways anew', async ({ ctx }) => {
  const { token } = await aBasket(ctx)
  const deliveries = { '0d1f7c1e-3c0f-4a5c-9d5e-0f6f1a2b3c4d': 'pickup-library' }
  const ways = async () => (await cartOf(ctx, token)).draft.deliveries
  await saveAddress(ctx, token, addressForm.parse({ ...ADDRESS, collects: true }))
  await saveCheckout(ctx, token, { deliveries })
  await saveAddress(ctx, token, addressForm.parse({ ...ADDRESS, collects: true, name: 'Rina' }))
  expect(await ways()).toEqual(deliveries)
  await saveAddress(ctx, token, addressForm.parse(ADDRESS))
  expect(await ways()).toEqual({})
  await saveCheckout(ctx, token, { deliveries })
  await saveAddress(ctx, token, addressForm.parse({ ...ADDRESS, name: 'Rina' }))
  expect(await ways()).toEqual(deliveries)
})

test('a place named for the cost of sending ends a search for one that stands unanswered', async ({
  ctx,
}) => {
  const { token } = await aBasket(ctx)
  const draft = async () => {
    const { destination, draft } = await cartOf(ctx, token)
    return { destination: destination?.name, typing: draft.typing }
  }
  await keepTyping(ctx, token, { values: { street: 'Jalan Melati' }, searched: 'cimahi' })
  await setDestination(ctx, { token, districtCode: '61.11.01' })
  expect(await draft()).toMatchObject({
    destination: 'Sukadana',
    typing: { values: { street: 'Jalan Melati' }, searched: '' },
  })
})

test('a basket has one intent as long as the last page says the same, and a new one after its order', async ({
  ctx,
}) => {
  const { token } = await aBasket(ctx)
  const intentId = await openIntent(ctx, token, 'one piece')
  expect(await openIntent(ctx, token, 'one piece')).toBe(intentId)
  expect((await cartOf(ctx, token)).draft).toMatchObject({ intentId, review: 'one piece' })
  const other = await openIntent(ctx, token, 'two pieces')
  expect(other).not.toBe(intentId)
  await emptyCart(ctx, token)
  expect([intentId, other]).not.toContain(await openIntent(ctx, token, 'two pieces'))
})

test('after the order the basket is empty, and the address is forgotten with it', async ({ ctx }) => {
  const { token } = await aBasket(ctx)
  await saveAddress(ctx, token, addressForm.parse(ADDRESS))
  await emptyCart(ctx, token)
  expect(await cartOf(ctx, token)).toMatchObject({
    parcels: [],
    pieceCount: 0,
    draft: { address: null },
    destination: { name: 'Sukadana' },
  })
})

test('baskets nobody came back to for 30 days are forgotten, others stay', async ({ ctx }) => {
  const { token, tas } = await aBasket(ctx)
  const old = await add(ctx, null, tas.variantId)
  const days = (n: number) => new Date(Date.now() - n * 86_400_000)
  await ctx.db
    .updateTable('cart')
    .set({ updated_at: days(31) })
    .where('token_hash', '=', hashOfToken(old))
    .execute()
  await ctx.db
    .updateTable('cart')
    .set({ updated_at: days(29) })
    .where('token_hash', '=', hashOfToken(token))
    .execute()
  expect(await purgeOldCarts(ctx)).toBe(1)
  expect(await findCart(ctx, old)).toBeNull()
  // a token whose basket is gone opens a new one
  expect(await add(ctx, old, tas.variantId)).toBe(old)
  expect(await countCartPieces(ctx, old)).toBe(1)
})

describe('checkout forms', () => {
  const problems = (over: Record<string, unknown>) => {
    const parsed = addressForm.safeParse({ ...ADDRESS, ...over })
    return parsed.success
      ? []
      : parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
  }

  plain('accept one name, any script, and leave out what is not needed', () => {
    expect(problems({})).toEqual([])
    expect(
      tidyAddress(addressForm.parse({ ...ADDRESS, name: '  Ñandú  ', email: '', postalCode: ' 788 52 ' })),
    ).toMatchObject({
      name: 'Ñandú',
      email: null,
      postalCode: '78852',
      country: 'ID',
      landmark: null,
    })
  })

  plain('say all that is wrong at once, in codes', () => {
    expect(
      problems({
        name: ' ',
        phone: 'nol',
        email: 'siti@',
        districtCode: '',
        street: undefined,
        postalCode: '123',
      }).toSorted(),
    ).toEqual([
      'districtCode district-required',
      'email email-invalid',
      'name required',
      'phone phone-invalid',
      'postalCode postal-code-invalid',
      'street required',
    ])
    expect(problems({ name: 'x'.repeat(81) })).toEqual(['name too-long'])
  })

  plain('take one address for letters, and none that a letter would not find', () => {
    for (const email of ['siti@contoh.id', 'Siti.Aminah+toko@surat.contoh.co.id'])
      expect(problems({ email }), email).toEqual([])
    for (const email of ['<siti@contoh.id>', 'siti@contoh.id,', 'siti@contoh.c', 'a@b.id; c@d.id'])
      expect(problems({ email }), email).toEqual(['email email-invalid'])
  })

  plain('leave out what no keyboard writes, which the database could not keep', () => {
    const { name, street } = addressForm.parse({
      ...ADDRESS,
      name: 'Si\0ti\u0007',
      street: 'Jalan 1\r\nRT 2\0',
    })
    expect([name, street]).toEqual(['Siti', 'Jalan 1\r\nRT 2'])
  })

  plain('refuse what looks like a NIK wherever it is typed', () => {
    expect(problems({ note: 'NIK 6111-0150-0180-0001' })).toEqual(['note no-nik'])
    expect(problems({ name: '6111015001800001' })).toEqual(['name no-nik'])
  })

  plain('ask other countries for neither kecamatan nor five digits', () => {
    const abroad = { country: 'MY', districtCode: undefined, postalCode: '93100 ', village: 'Kuching' }
    expect(problems(abroad)).toEqual([])
    expect(
      tidyAddress(addressForm.parse({ ...ADDRESS, ...abroad, districtCode: '61.11.01' })).districtCode,
    ).toBeNull()
    expect(problems({ country: 'Malaysia' })).toEqual(['country country-invalid'])
    expect(problems({ country: undefined, districtCode: undefined })).toEqual(['country country-invalid'])
  })

  plain('read a delivery per group and one way to pay', () => {
    const group = newId()
    expect(deliveryForm.safeParse({ deliveries: { [group]: 'pickup-library' } }).success).toBe(true)
    expect(deliveryForm.safeParse({ deliveries: { nobody: 'pickup-library' } }).success).toBe(false)
    expect(paymentForm.safeParse({ paymentMethod: 'transfer', intentId: newId() }).success).toBe(true)
    expect(paymentForm.safeParse({ paymentMethod: 'cash', intentId: 'x' }).success).toBe(false)
  })

  plain('a kept draft that no longer fits is asked for again', () => {
    const empty = {
      ...{ address: null, typing: null },
      ...{ deliveries: {}, paymentMethod: null, intentId: null, review: null },
    }
    expect(readDraft({})).toEqual(empty)
    expect(readDraft(null)).toEqual(empty)
    expect(
      readDraft({
        ...{ address: { name: 5 }, typing: { values: 7 } },
        ...{ deliveries: 'x', paymentMethod: 'barter', intentId: 'x', review: 5 },
      }),
    ).toEqual(empty)
  })
})
