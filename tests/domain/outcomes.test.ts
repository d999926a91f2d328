import { describe, expect, test as plain } from 'vitest'
import { acceptParcel } from '#app/domain/fulfilment/accept-parcel.server.ts'
import { dispatchParcel } from '#app/domain/fulfilment/dispatch-parcel.server.ts'
import { packParcel } from '#app/domain/fulfilment/pack-parcel.server.ts'
import { receiveParcel } from '#app/domain/fulfilment/receive-parcel.server.ts'
import { reportProblem } from '#app/domain/fulfilment/report-problem.server.ts'
import { DEFINITIONS } from '#app/domain/outcomes/definitions.ts'
import {
  type Audience,
  type IndicatorKey,
  indicatorsOf,
  type Period,
} from '#app/domain/outcomes/indicator.ts'
import { findHomeNumbers, findOutcomes } from '#app/domain/outcomes/outcomes.queries.server.ts'
import {
  listGroupOutcomes,
  listSalesByMonth,
  listTrainingByYear,
} from '#app/domain/outcomes/series.queries.server.ts'
import { settleProblem } from '#app/domain/payments/settle-problem.server.ts'
import { day } from '#app/lib/day.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { aGroup, aTraining } from '#tests/support/builders.ts'
import { aPiece, aTrainingOf, linkTraining, richVocabulary } from '#tests/support/catalogue.ts'
import {
  anOrder,
  aPaidOrder,
  aReceivingAccount,
  asGroup,
  asStaff,
  moveParcel,
  parcelsOf,
  travel,
} from '#tests/support/order-builders.ts'
import { test } from '#tests/support/test.ts'

async function figure(ctx: Ctx, key: IndicatorKey, over: { period?: Period; audience?: Audience } = {}) {
  const found = (await findOutcomes(ctx, { audience: 'staff', ...over })).find((one) => one.key === key)
  if (!found) throw new Error(key)
  return found
}
const value = async (ctx: Ctx, key: IndicatorKey, over = {}) => (await figure(ctx, key, over)).value

/** A group trained in March 2026 with one piece linked to that training and one of its own. */
async function aTrainedGroup(ctx: Ctx, over: { learners?: number; endsOn?: string } = {}) {
  await richVocabulary(ctx)
  await aReceivingAccount(ctx)
  const groupId = await aGroup(ctx)
  const trainingId = await aTrainingOf(ctx, groupId, {
    learners: over.learners ?? 6,
    endsOn: over.endsOn ?? '2026-03-15',
  })
  const linked = await aPiece(ctx, { groupId, priceRupiah: 100_000, onHand: 50 })
  await linkTraining(ctx, linked, trainingId)
  const own = await aPiece(ctx, { groupId, priceRupiah: 60_000, onHand: 50, ownTradition: true })
  return { groupId, trainingId, linked, own }
}
async function aSale(ctx: Ctx, variantId: string) {
  const order = await aPaidOrder(ctx, { lines: [{ variantId }] })
  const { parcelId } = await moveParcel(ctx, order.orderId, 'dispatched')
  return { ...order, parcelId }
}
async function received(ctx: Ctx, variantId: string) {
  const sale = await aSale(ctx, variantId)
  await receiveParcel(ctx, { parcelId: sale.parcelId, orderId: sale.orderId })
  return sale
}

test('what has no records yet is no data, never zero', async ({ ctx }) => {
  const indicators = await findOutcomes(ctx, { audience: 'public' })
  expect(indicators.map(({ value: shown }) => shown)).toEqual(indicators.map(() => null))
  expect(indicators.every(({ denominator }) => denominator === null)).toBe(true)
  expect(await listSalesByMonth(ctx)).toEqual([])
  expect(await listSalesByMonth(ctx, day('2025-01-01'))).toEqual([])
})

test('only trainings that were held count, in the period in which they ended', async ({ ctx }) => {
  await aTrainedGroup(ctx, { endsOn: '2026-03-15' })
  await aTraining(ctx, { state: 'planned', startsOn: '2026-12-01' })
  await aTraining(ctx, { state: 'cancelled', startsOn: '2026-02-01' })
  await aTraining(ctx, { startsOn: '2025-12-30', endsOn: '2026-01-02' })
  const year = (from: string, to: string) => ({ period: { from: day(from), to: day(to) } })
  expect(await value(ctx, 'trainings-held')).toBe(2)
  expect(await value(ctx, 'trainings-held', year('2026-01-01', '2026-12-31'))).toBe(2)
  expect(await value(ctx, 'trainings-held', year('2025-01-01', '2025-12-31'))).toBe(0)
  expect((await figure(ctx, 'trainings-held', year('2026-01-01', '2026-12-31'))).cutoff).toBe('2026-11-22')
})

test('people are counted once however many sessions they came to; attendances are counted apart', async ({
  ctx,
}) => {
  const { groupId } = await aTrainedGroup(ctx, { learners: 6 })
  const [person] = await ctx.db.selectFrom('participant').select('id').execute()
  await aTrainingOf(ctx, groupId, { endsOn: '2026-06-01' })
  const session = await ctx.db
    .selectFrom('training_session')
    .where('held_on', '=', '2026-06-01')
    .select('id')
    .executeTakeFirstOrThrow()
  await ctx.db
    .insertInto('attendance')
    .values({ session_id: session.id, participant_id: person?.id ?? '', minutes_present: 60 })
    .execute()
  expect(await value(ctx, 'participants')).toBe(6)
  expect(await value(ctx, 'attendances')).toBe(7)
  expect(await listTrainingByYear(ctx, 'public')).toEqual([{ year: 2026, trainingCount: 2, people: 6 }])
})

test('one to four people are hidden from the public, not from staff; reported people are counted apart', async ({
  ctx,
}) => {
  const { trainingId } = await aTrainedGroup(ctx, { learners: 4 })
  expect(await value(ctx, 'participants', { audience: 'public' })).toBe('<5')
  expect(await value(ctx, 'participants')).toBe(4)
  expect(await listTrainingByYear(ctx, 'public')).toMatchObject([{ people: '<5' }])
  expect(await value(ctx, 'participants-reported')).toBeNull()
  const reported = await aTraining(ctx, { startsOn: '2021-08-31' })
  await ctx.db
    .updateTable('training')
    .set({ reported_participant_count: 15 })
    .where('id', 'in', [reported, trainingId])
    .execute()
  // the training with a list is not counted a second time
  expect(await value(ctx, 'participants-reported')).toBe(15)
})

test('a sale counts once it is received, or 14 days after it was sent without a complaint', async ({
  ctx,
}) => {
  const { linked, own } = await aTrainedGroup(ctx)
  const october = await travel(ctx, '2026-10-01T03:00:00Z')
  await anOrder(october, { lines: [{ variantId: own.variantId }] }) // never paid
  await aPaidOrder(october, { lines: [{ variantId: own.variantId }] }) // paid, not sent
  await received(october, linked.variantId)
  await aSale(october, own.variantId)
  const complained = await aSale(october, own.variantId)
  await reportProblem(october, {
    parcelId: complained.parcelId,
    orderId: complained.orderId,
    note: 'Belum sampai',
  })

  expect(await value(october, 'completed-sales')).toBe(100_000)
  const later = await travel(ctx, '2026-10-14T03:00:00Z')
  expect(await value(later, 'completed-sales')).toBe(100_000)
  const fortnight = await travel(ctx, '2026-10-15T03:00:00Z')
  expect(await value(fortnight, 'completed-sales')).toBe(160_000)
  expect(await value(fortnight, 'completed-orders')).toBe(2)
})

test('shipping, unique codes and fees are no sales; what is given back is taken off when it is given back', async ({
  ctx,
}) => {
  const { linked } = await aTrainedGroup(ctx)
  const october = await travel(ctx, '2026-10-05T03:00:00Z')
  await received(october, linked.variantId)
  const sale = await received(october, linked.variantId)
  await reportProblem(october, { parcelId: sale.parcelId, orderId: sale.orderId, note: 'Sobek' })
  const november = await travel(ctx, '2026-11-03T03:00:00Z')
  await settleProblem(asStaff(november), {
    parcelId: sale.parcelId,
    outcome: 'refunded',
    note: 'Benar sobek',
  })
  expect(await value(november, 'completed-sales')).toBe(100_000)
  const isBeforeFirst = false
  expect(await listSalesByMonth(november)).toEqual([
    { month: '2026-10', salesRupiah: 200_000, linkedRupiah: 200_000, orderCount: 2, isBeforeFirst },
    { month: '2026-11', salesRupiah: -100_000, linkedRupiah: -100_000, orderCount: 0, isBeforeFirst },
  ])
  const sinceAugust = await listSalesByMonth(november, day('2026-08-01'))
  expect(sinceAugust.map((one) => [one.month, one.salesRupiah, one.isBeforeFirst])).toEqual([
    ['2026-08', 0, true],
    ['2026-09', 0, true],
    ['2026-10', 200_000, false],
    ['2026-11', -100_000, false],
  ])
  const period = { from: day('2026-10-01'), to: day('2026-10-31') }
  expect(await value(november, 'completed-sales', { period })).toBe(200_000)
})

test('an order of two groups is one order, in the month of its first parcel; months add up, groups count it each', async ({
  ctx,
}) => {
  const [one, other] = [await aTrainedGroup(ctx), await aTrainedGroup(ctx)]
  const october = await travel(ctx, '2026-10-20T03:00:00Z')
  const { orderId } = await aPaidOrder(october, {
    lines: [{ variantId: one.own.variantId }, { variantId: other.own.variantId }],
  })
  const parcels = await parcelsOf(october, orderId)
  for (const { id, group_id } of parcels) {
    const group = asGroup(october, group_id)
    await acceptParcel(group, id)
    await packParcel(group, id)
    await dispatchParcel(group, { parcelId: id, way: 'courier', carrier: 'JNE', trackingNumber: null })
  }
  await receiveParcel(october, { parcelId: parcels[0]?.id ?? '', orderId })
  const november = await travel(ctx, '2026-11-10T03:00:00Z')
  await receiveParcel(november, { parcelId: parcels[1]?.id ?? '', orderId })

  const months = await listSalesByMonth(november)
  expect(months.map(({ orderCount, salesRupiah }) => [orderCount, salesRupiah])).toEqual([
    [1, 60_000],
    [0, 60_000],
  ])
  expect(await value(november, 'completed-orders')).toBe(1)
  const period = { from: day('2026-11-01'), to: day('2026-11-30') }
  expect(await value(november, 'completed-orders', { period })).toBe(0)
  const groups = await listGroupOutcomes(november)
  expect(groups.map(({ orderCount }) => orderCount)).toEqual([1, 1])
})

test('the linked share is of pieces whose training had ended before the order, and needs ten orders', async ({
  ctx,
}) => {
  const { groupId, linked, own } = await aTrainedGroup(ctx)
  const next = await aTrainingOf(ctx, groupId, { endsOn: '2026-11-20' })
  const early = await aPiece(ctx, { groupId, priceRupiah: 40_000, onHand: 50 })
  await linkTraining(ctx, early, next)
  const october = await travel(ctx, '2026-10-05T03:00:00Z')
  await received(october, linked.variantId)
  await received(october, own.variantId)
  await received(october, early.variantId)
  expect(await figure(october, 'training-linked-share')).toMatchObject({
    value: null,
    numerator: 100_000,
    denominator: 200_000,
  })
  for (let order = 0; order < 7; order++) await received(october, linked.variantId)
  expect(await figure(october, 'training-linked-share')).toMatchObject({
    value: 800_000 / 900_000,
    numerator: 800_000,
    denominator: 900_000,
  })
  // later edits change nothing behind a report
  await ctx.db.deleteFrom('product_training').execute()
  expect((await figure(october, 'training-linked-share')).numerator).toBe(800_000)
})

test('groups that sell stand over all that were trained; samples cannot sell and are left out', async ({
  ctx,
}) => {
  const { linked } = await aTrainedGroup(ctx)
  const { groupId: quiet } = await aTrainedGroup(ctx)
  const { groupId: sample } = await aTrainedGroup(ctx)
  await aGroup(ctx, { name: 'Belum dilatih' })
  await ctx.db.updateTable('craft_group').set({ shows_samples_only: true }).where('id', '=', sample).execute()
  const october = await travel(ctx, '2026-10-05T03:00:00Z')
  await received(october, linked.variantId)
  expect(await figure(october, 'trained-groups-selling')).toMatchObject({
    value: 1,
    numerator: 1,
    denominator: 2,
  })
  expect(await figure(october, 'active-groups-selling')).toMatchObject({ numerator: 1, denominator: 3 })
  const groups = await listGroupOutcomes(october)
  expect(groups).toHaveLength(3)
  expect(groups.find(({ groupId }) => groupId === quiet)).toMatchObject({
    trainedOn: '2026-03-15',
    lastSaleOn: null,
    salesRupiah: 0,
  })
  expect(groups.at(-1)).toMatchObject({
    lastSaleOn: '2026-10-05',
    orderCount: 1,
    salesRupiah: 100_000,
    productCount: 2,
  })
})

test('a first sale within 90 days is asked only of groups whose 90 days are over', async ({ ctx }) => {
  const soon = await aTrainedGroup(ctx, { endsOn: '2026-03-15' })
  await aTrainedGroup(ctx, { endsOn: '2026-03-15' })
  await aTrainedGroup(ctx, { endsOn: '2026-10-01' })
  const before = await aTrainedGroup(ctx, { endsOn: '2026-06-01' })
  const early = await aTrainedGroup(ctx, { endsOn: '2025-06-01' })
  const show = (on: string) =>
    ctx.db.updateTable('product').set({ published_at: new Date(`${on}T03:00:00Z`) })
  await show('2026-01-01').execute()
  // that others and samples were shown before says nothing of the group of 2025, which had no piece on sale here
  await show('2025-09-10').where('group_id', '=', early.groupId).execute()
  const sample = await aTrainedGroup(ctx, { endsOn: '2025-06-01' })
  await ctx.db
    .updateTable('craft_group')
    .set({ shows_samples_only: true })
    .where('id', '=', sample.groupId)
    .execute()
  await show('2020-12-05').where('group_id', '=', sample.groupId).execute()
  const may = await travel(ctx, '2026-05-01T03:00:00Z')
  await received(may, soon.linked.variantId)
  // this group sold here before its first training: nothing was a first sale after it
  await received(may, before.own.variantId)
  const november = await travel(ctx, '2026-11-22T03:00:00Z')
  expect(await figure(november, 'first-sale-90-days')).toMatchObject({ numerator: 1, denominator: 2 })
  await show('2025-08-30').where('group_id', '=', early.groupId).execute()
  expect(await figure(november, 'first-sale-90-days')).toMatchObject({ numerator: 1, denominator: 3 })
})

test('the home page has its four figures in the order of the trace', async ({ ctx }) => {
  await aTrainedGroup(ctx)
  expect((await findHomeNumbers(ctx)).map(({ key, value: shown }) => [key, shown])).toEqual([
    ['trainings-held', 1],
    ['participants', 6],
    ['trained-groups-selling', 0],
    ['completed-sales', null],
  ])
})

describe('definitions', () => {
  plain('every figure has its words in both languages, and none claims a cause', () => {
    const counts = {
      trainings: 1,
      attendances: 1,
      participants: 1,
      reportedParticipants: 1,
      trainedGroups: 1,
      trainedGroupsSelling: 1,
      activeGroups: 1,
      activeGroupsSelling: 1,
      groups90DaysOn: 1,
      groupsSoldWithin90Days: 1,
      orders: 1,
      salesRupiah: 1,
      linkedRupiah: 1,
    }
    for (const { key } of indicatorsOf(counts, { from: null, to: day('2026-11-22') }, 'public')) {
      for (const words of [DEFINITIONS[key].id, DEFINITIONS[key].en]) {
        for (const part of [words.name, words.formula, words.source, words.limits])
          expect(part.length).toBeGreaterThan(8)
        expect(JSON.stringify(words)).not.toMatch(/karena pelatihan|berkat|because of|thanks to/i)
      }
    }
  })
})
