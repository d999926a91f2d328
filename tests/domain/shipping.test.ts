import fc from 'fast-check'
import { describe, expect, test as plain } from 'vitest'
import { findCart } from '#app/domain/carts/carts.queries.server.ts'
import { addLine } from '#app/domain/carts/change-lines.server.ts'
import { findProduct } from '#app/domain/catalogue/product.queries.server.ts'
import { chooseOption, quoteParcel as quote, type Tariff } from '#app/domain/shipping/quote.ts'
import { estimateShipping, quoteParcels } from '#app/domain/shipping/quotes.queries.server.ts'
import { billableGrams, chargedKilograms } from '#app/domain/shipping/weight.ts'
import { newId } from '#app/lib/ids.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { aGroup, aVariant } from '#tests/support/builders.ts'
import { aPiece, richVocabulary } from '#tests/support/catalogue.ts'
import { test } from '#tests/support/test.ts'

const SUKADANA = '61.11.01'
const bag = { weightGrams: 420, packedCm: { length: 35, width: 31, height: 6 }, quantity: 1 }
const hat = { weightGrams: 200, packedCm: { length: 40, width: 40, height: 15 }, quantity: 1 }

describe('weight', () => {
  plain('light and bulky pieces are charged by the room they take', () => {
    expect(billableGrams([bag])).toBe(1_085)
    expect(billableGrams([hat])).toBe(4_000)
    expect(billableGrams([{ ...bag, weightGrams: 2_000 }])).toBe(2_000)
  })

  plain('a parcel is weighed whole, not piece by piece', () => {
    const heavy = { weightGrams: 3_000, packedCm: { length: 20, width: 10, height: 6 }, quantity: 1 }
    expect(billableGrams([heavy, hat])).toBe(4_200)
    expect(billableGrams([{ ...bag, quantity: 3 }])).toBe(3_255)
  })

  plain.each([
    [1, 1],
    [1_000, 1],
    [1_300, 1],
    [1_301, 2],
    [2_300, 2],
    [2_301, 3],
  ])('%i grams count as %i kg', (grams, kilograms) => {
    expect(chargedKilograms(grams)).toBe(kilograms)
  })

  plain('adding a piece never makes a parcel lighter', () => {
    const pieces = fc.record({
      weightGrams: fc.integer({ min: 1, max: 20_000 }),
      packedCm: fc.record({
        length: fc.integer({ min: 1, max: 200 }),
        width: fc.integer({ min: 1, max: 200 }),
        height: fc.integer({ min: 1, max: 200 }),
      }),
      quantity: fc.integer({ min: 1, max: 99 }),
    })
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 1, maxLength: 5 }), pieces, (some, more) => {
        expect(billableGrams([...some, more])).toBeGreaterThanOrEqual(billableGrams(some))
      }),
    )
  })
})

const tariff = (
  method: Tariff['method'],
  scope: string,
  firstKgRupiah: number,
  carrier: string = method,
): Tariff => ({
  method,
  scope,
  fromDistrict: null,
  carrier,
  firstKgRupiah,
  nextKgRupiah: 5_000,
  daysMin: 1,
  daysMax: 3,
  note: null,
})
const options = (
  toDistrict: string | null,
  tariffs: Tariff[],
  over: { from?: string; country?: string } = {},
) =>
  quote(
    'g',
    [bag],
    { fromDistrict: over.from ?? SUKADANA, toDistrict, country: over.country ?? 'ID' },
    tariffs,
  ).options.map(({ key, shippingRupiah }) => `${key} ${shippingRupiah}`)
const PICKUPS = ['pickup-library 0', 'pickup-group 0']

describe('ways to send a parcel', () => {
  plain('the nearest scope of each carrier wins, the cheapest stands first', () => {
    const tariffs = [
      tariff('courier', 'ID', 90_000),
      tariff('courier', '61', 34_000),
      tariff('courier', '61.71', 28_000),
      tariff('courier', '61', 20_000, 'Pos'),
    ]
    expect(options('61.71.01', tariffs)).toEqual([...PICKUPS, 'courier:Pos 20000', 'courier:courier 28000'])
    expect(options('61.04.01', tariffs)).toEqual([...PICKUPS, 'courier:Pos 20000', 'courier:courier 34000'])
    expect(options('31.71.01', tariffs)).toEqual([...PICKUPS, 'courier:courier 90000'])
  })

  plain('each started kilogram after the first costs more', () => {
    const route = { fromDistrict: SUKADANA, toDistrict: '61.71.01', country: 'ID' }
    const { options: ways } = quote('g', [{ ...bag, quantity: 3 }], route, [tariff('courier', '61', 30_000)])
    expect(ways.at(-1)?.shippingRupiah).toBe(40_000)
  })

  plain('a group brings things itself only inside its own regency', () => {
    const tariffs = [
      tariff('local', SUKADANA, 10_000),
      tariff('local', '61.04.01', 12_000),
      tariff('local', 'ID', 1),
    ]
    expect(options(SUKADANA, tariffs)).toEqual([...PICKUPS, 'local:local 10000'])
    expect(options('61.04.01', tariffs)).toEqual([...PICKUPS, 'quote null'])
  })

  plain('an island is reached by its own tariffs only, a mainland tariff does not stretch to it', () => {
    const tariffs = [
      tariff('courier', '61.11', 18_000),
      tariff('local', '61.11', 9_000),
      tariff('boat', '61.11.06', 30_000),
    ]
    expect(options('61.11.06', tariffs)).toEqual([...PICKUPS, 'boat:boat 30000'])
    expect(options('61.11.04', tariffs)).toEqual([...PICKUPS, 'quote null'])
    expect(options('61.11.02', tariffs)).toEqual([...PICKUPS, 'local:local 9000', 'courier:courier 18000'])
    expect(options('61.11.02', tariffs, { from: '61.11.06' })).toEqual(['pickup-group 0', 'quote null'])
  })

  plain('from an island only its own tariffs hold, and they hold from nowhere else', () => {
    const from = '61.11.04'
    const tariffs = [
      tariff('courier', '61.71', 28_000),
      { ...tariff('courier', '61.71', 38_000), fromDistrict: from },
      { ...tariff('boat', '61.11', 15_000), fromDistrict: from },
      tariff('boat', from, 12_000, 'Perahu ke pulau'),
      { ...tariff('local', from, 8_000), fromDistrict: from },
    ]
    expect(options('61.71.01', tariffs, { from })).toEqual(['pickup-group 0', 'courier:courier 38000'])
    expect(options('61.71.01', tariffs)).toEqual([...PICKUPS, 'courier:courier 28000'])
    expect(options('61.11.03', tariffs, { from })).toEqual(['pickup-group 0', 'boat:boat 15000'])
    expect(options(from, tariffs, { from })).toEqual(['pickup-group 0', 'local:local 8000'])
    expect(options('61.11.06', tariffs, { from })).toEqual(['pickup-group 0', 'quote null'])
    // on the mainland too, the one that says where it holds from is nearer
    const own = { ...tariff('courier', '61.71', 25_000), fromDistrict: SUKADANA }
    expect(options('61.71.01', [...tariffs, own])).toEqual([...PICKUPS, 'courier:courier 25000'])
  })

  plain('where nobody knows the cost the group confirms it; abroad that is the only way', () => {
    expect(options('94.01.01', [])).toEqual([...PICKUPS, 'quote null'])
    expect(options(null, [])).toEqual(PICKUPS)
    expect(options(null, [tariff('courier', 'ID', 1)], { country: 'MY' })).toEqual(['quote null'])
  })

  plain('a choice that is not open is no choice', () => {
    const quoted = quote('g', [bag], { fromDistrict: SUKADANA, toDistrict: '61.71.01', country: 'ID' }, [
      tariff('courier', '61', 30_000, 'JNE'),
    ])
    expect(chooseOption(quoted, 'courier:JNE')).toEqual({
      groupId: 'g',
      delivery: 'courier',
      carrier: 'JNE',
      shippingRupiah: 30_000,
      billableGrams: 1_085,
      daysMin: 1,
      daysMax: 3,
    })
    expect(chooseOption(quoted, 'quote')).toBeNull()
    expect(chooseOption(quoted, undefined)).toBeNull()
  })
})

async function aTariff(ctx: Ctx, scope: string, over: { carrier?: string; is_active?: boolean } = {}) {
  await ctx.db
    .insertInto('shipping_tariff')
    .values({
      id: newId(),
      method: 'courier',
      scope,
      carrier: 'JNE',
      first_kg_rupiah: 28_000,
      next_kg_rupiah: 24_000,
      days_min: 3,
      days_max: 5,
      note_id: 'Catatan',
      note_en: 'Note',
      ...over,
    })
    .execute()
}

test('parcels of many groups are quoted together from the tariffs in force', async ({ ctx }) => {
  const groups = [await aGroup(ctx), await aGroup(ctx)]
  await aTariff(ctx, '61')
  await aTariff(ctx, '61.71', { carrier: 'Mati', is_active: false })
  const quotes = await quoteParcels(
    ctx,
    { country: 'ID', districtCode: '61.71.01' },
    groups.map((groupId) => ({ groupId, lines: [bag] })),
  )
  expect(quotes.map(({ groupId }) => groupId)).toEqual(groups)
  expect(quotes[1]?.options.at(-1)).toEqual({
    key: 'courier:JNE',
    delivery: 'courier',
    carrier: 'JNE',
    shippingRupiah: 28_000,
    daysMin: 3,
    daysMax: 5,
    note: 'Catatan',
  })
  const [english] = await quoteParcels(
    { ...ctx, locale: 'en' },
    { country: 'ID', districtCode: '61.71.01' },
    [{ groupId: groups[0] ?? '', lines: [bag] }],
  )
  expect(english?.options.at(-1)?.note).toBe('Note')
})

test('a larger size costs more to send, on its page as in the basket', async ({ ctx }) => {
  await richVocabulary(ctx)
  const { id: productId, slug, variantId: small } = await aPiece(ctx)
  const large = await aVariant(ctx, { productId, weightGrams: 1_730, packedCm: [153, 15, 15] })
  await aTariff(ctx, '61')
  const found = await findProduct(ctx, slug)
  if (!found) throw new Error('no product')
  expect(found.variants).toMatchObject([
    { id: small, weightGrams: 420, packedCm: { length: 35, width: 31, height: 6 } },
    { id: large, weightGrams: 1_730, packedCm: { length: 153, width: 15, height: 15 } },
  ])
  const costs = await estimateShipping(
    ctx,
    { group: found.group, sizes: found.variants, quantity: 1 },
    '61.71.01',
  )
  // 1.085 kg by its room, and 5.738 kg: six kilograms
  expect(costs).toMatchObject([{ shippingRupiah: 28_000 }, { shippingRupiah: 28_000 + 5 * 24_000 }])
  for (const [place, variantId] of [small, large].entries()) {
    const added = await addLine(ctx, { token: null, variantId, quantity: 1 })
    if (!added.ok) throw new Error(added.error.code)
    const cart = await findCart(ctx, added.value.token)
    const destination = { country: 'ID', districtCode: '61.71.01' }
    const [parcel] = await quoteParcels(ctx, destination, cart?.parcels ?? [])
    expect(parcel?.options.at(-1)?.shippingRupiah).toBe(costs[place]?.shippingRupiah)
  }
})

test('a product page says what sending so many pieces costs at least, and nothing where nobody knows', async ({
  ctx,
}) => {
  await richVocabulary(ctx)
  const { slug } = await aPiece(ctx)
  await aTariff(ctx, '61')
  const found = await findProduct(ctx, slug)
  if (!found) throw new Error('no product')
  const one = { group: found.group, sizes: found.variants, quantity: 1 }
  expect(await estimateShipping(ctx, one, '61.71.01')).toMatchObject([
    { carrier: 'JNE', shippingRupiah: 28_000, daysMax: 5 },
  ])
  expect(await estimateShipping(ctx, one, '94.01.01')).toEqual([null])
  const [many] = await estimateShipping(ctx, { ...one, quantity: 10 }, '61.71.01')
  expect(many?.shippingRupiah).toBeGreaterThan(28_000)
})
