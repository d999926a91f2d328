import { describe, expect } from 'vitest'
import { acceptParcel } from '#app/domain/fulfilment/accept-parcel.server.ts'
import { correctDispatch } from '#app/domain/fulfilment/correct-dispatch.server.ts'
import { dispatchParcel, undispatchParcel } from '#app/domain/fulfilment/dispatch-parcel.server.ts'
import { findGroupInCare } from '#app/domain/fulfilment/group-care.queries.server.ts'
import { findGroupParcel, listGroupParcels } from '#app/domain/fulfilment/group-parcels.queries.server.ts'
import { handOverPickup } from '#app/domain/fulfilment/hand-over-pickup.server.ts'
import { packParcel, unpackParcel } from '#app/domain/fulfilment/pack-parcel.server.ts'
import { FETCHED, type ProblemOutcome, receivedByItselfOn, type Sent } from '#app/domain/fulfilment/parcel.ts'
import { findProblem } from '#app/domain/fulfilment/parcel-goods.queries.server.ts'
import { receiveOverdueParcels } from '#app/domain/fulfilment/receive-overdue-parcels.server.ts'
import { receiveParcel } from '#app/domain/fulfilment/receive-parcel.server.ts'
import { reportProblem } from '#app/domain/fulfilment/report-problem.server.ts'
import { findOwnGroup } from '#app/domain/groups/own-group.queries.server.ts'
import { receiveDays } from '#app/domain/orders/deadlines.ts'
import { findOrderPage } from '#app/domain/orders/order-page.queries.server.ts'
import { listOpenTasks } from '#app/domain/orders/staff-orders.queries.server.ts'
import { declineParcel } from '#app/domain/payments/decline-parcel.server.ts'
import { findDeskWork } from '#app/domain/payments/desk-work.queries.server.ts'
import { markRefundSent } from '#app/domain/payments/mark-refund-sent.server.ts'
import { countDeskOrders, listDeskOrders } from '#app/domain/payments/order-desk.queries.server.ts'
import { findOrderRecord } from '#app/domain/payments/order-record.queries.server.ts'
import { recordPickupPayment } from '#app/domain/payments/record-pickup-payment.server.ts'
import { settleProblem } from '#app/domain/payments/settle-problem.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { aGroup, aVariant } from '#tests/support/builders.ts'
import {
  anOrder,
  aPaidOrder,
  aReceivingAccount,
  asGroup,
  asStaff,
  books,
  heldFor,
  moveParcel,
  parcelsOf,
  paymentOf,
  stockOf,
  travel,
} from '#tests/support/order-builders.ts'
import { test } from '#tests/support/test.ts'

async function aPaidParcel(ctx: Ctx, over: Parameters<typeof aVariant>[1] = {}) {
  await aReceivingAccount(ctx)
  const variantId = await aVariant(ctx, over)
  const { orderId } = await aPaidOrder(ctx, { lines: [{ variantId, quantity: 2 }] })
  const [parcel] = await parcelsOf(ctx, orderId)
  const parcelId = parcel?.id ?? ''
  const groupId = parcel?.group_id ?? ''
  const payment = await paymentOf(ctx, orderId)
  return {
    variantId,
    orderId,
    parcelId,
    groupId,
    group: asGroup(ctx, groupId),
    code: payment.unique_code_rupiah,
  }
}

describe('a group and its parcels', () => {
  test('accepts, packs and hands over, one step after the other, each once', async ({ ctx }) => {
    const { parcelId, group, orderId } = await aPaidParcel(ctx)
    const dispatch = () =>
      dispatchParcel(group, { parcelId, way: 'courier', carrier: 'JNE', trackingNumber: 'JP1' })
    expect(await listGroupParcels(group, 'to-do')).toHaveLength(1)
    expect(await packParcel(group, parcelId)).toEqual({
      ok: false,
      error: { code: 'wrong-state', state: 'open' },
    })
    expect(await acceptParcel(group, parcelId)).toEqual({ ok: true, value: { repeated: false } })
    expect(await acceptParcel(group, parcelId)).toEqual({ ok: true, value: { repeated: true } })
    await packParcel(group, parcelId)
    const unnamed = { parcelId, way: 'courier', carrier: null, trackingNumber: null } as const
    expect(await dispatchParcel(group, unnamed)).toMatchObject({ error: { code: 'carrier-missing' } })
    const named = { parcelId, way: 'local', carrier: 'JNE', trackingNumber: null } as const
    expect(await dispatchParcel(group, named)).toMatchObject({ error: { code: 'carrier-needless' } })
    expect(await dispatch()).toEqual({ ok: true, value: { repeated: false } })
    expect(await listGroupParcels(group, 'to-do')).toEqual([])

    const page = await findOrderPage(ctx, orderId)
    expect(page?.status).toBe('sent')
    expect(page?.parcels[0]).toMatchObject({ dispatchCarrier: 'JNE', trackingNumber: 'JP1' })
    expect(page?.events.map((event) => event.kind)).toEqual([
      'placed',
      'paid',
      'accepted',
      'packed',
      'dispatched',
    ])
    const told = await ctx.db
      .selectFrom('notice')
      .where('id', 'like', `%parcel:${parcelId}%`)
      .select('template')
      .execute()
    expect(told.map((notice) => notice.template).sort()).toEqual([
      'group-parcel-open',
      'parcel-accepted',
      'parcel-dispatched',
      'parcel-packed',
    ])
  })

  test('what was said to be packed by mistake is not, until it is packed indeed; the buyer is told each time', async ({
    ctx,
  }) => {
    const { parcelId, orderId } = await aPaidParcel(ctx)
    const { group } = await moveParcel(ctx, orderId, 'packed')
    expect(await unpackParcel(group, parcelId)).toEqual({ ok: true, value: { repeated: false } })
    expect(await unpackParcel(group, parcelId)).toEqual({ ok: true, value: { repeated: true } })
    const page = await findOrderPage(ctx, orderId)
    expect(page?.status).toBe('making')
    expect(page?.parcels[0]).toMatchObject({ state: 'accepted', packedAt: null })
    expect(page?.parcels[0]?.acceptedAt).not.toBeNull()

    expect(await packParcel(group, parcelId)).toEqual({ ok: true, value: { repeated: false } })
    const told = await ctx.db
      .selectFrom('notice')
      .where('id', 'like', `%parcel:${parcelId}:%`)
      .where('template', 'in', ['parcel-packed', 'parcel-unpacked'])
      .select('id')
      .execute()
    expect(told.map(({ id }) => id).sort()).toEqual([
      `order:${orderId}:parcel-packed:parcel:${parcelId}:1:v1`,
      `order:${orderId}:parcel-packed:parcel:${parcelId}:2:v1`,
      `order:${orderId}:parcel-unpacked:parcel:${parcelId}:1:v1`,
    ])

    await dispatchParcel(group, { parcelId, way: 'courier', carrier: 'JNE', trackingNumber: null })
    expect(await unpackParcel(group, parcelId)).toEqual({
      ok: false,
      error: { code: 'wrong-state', state: 'dispatched' },
    })
  })

  test('staff take it back for a group, and it is written down who did', async ({ ctx }) => {
    const { parcelId, orderId } = await aPaidParcel(ctx)
    await moveParcel(ctx, orderId, 'packed')
    const staff = asStaff(ctx)
    await unpackParcel(staff, parcelId)
    const audit = await ctx.db
      .selectFrom('audit_log')
      .where('subject', '=', `parcel:${parcelId}`)
      .select(['action', 'before', 'after', 'actor_id'])
      .execute()
    expect(audit).toEqual([
      {
        action: 'move-parcel',
        before: { state: 'packed' },
        after: { state: 'accepted' },
        actor_id: staff.actor.userId,
      },
    ])
  })

  test('a step taken on two phones at once is one step', async ({ raceCtx }) => {
    const { parcelId, group } = await aPaidParcel(raceCtx)
    const results = await Promise.all(Array.from({ length: 8 }, () => acceptParcel(group, parcelId)))
    expect(results.filter((result) => result.ok && !result.value.repeated)).toHaveLength(1)
    const events = await raceCtx.db
      .selectFrom('order_event')
      .where('kind', '=', 'accepted')
      .select('id')
      .execute()
    expect(events).toHaveLength(1)
  })

  test('another group finds nothing there', async ({ ctx }) => {
    const { parcelId } = await aPaidParcel(ctx)
    const stranger = asGroup(ctx, await aGroup(ctx, { name: 'Melati' }))
    const unknown = { ok: false, error: { code: 'unknown-parcel' } }
    expect(await acceptParcel(stranger, parcelId)).toEqual(unknown)
    expect(await declineParcel(stranger, { parcelId, reason: 'other', note: null })).toEqual(unknown)
    expect(await findGroupParcel(stranger, parcelId)).toBeNull()
    expect(await listGroupParcels(stranger, 'to-do')).toEqual([])
  })

  test('sees a first name and the kecamatan until the order is paid, and again after it is closed', async ({
    ctx,
  }) => {
    await aReceivingAccount(ctx)
    const variantId = await aVariant(ctx)
    const { orderId } = await anOrder(ctx, { lines: [{ variantId }], note: 'Titip di warung.' })
    const [parcel] = await parcelsOf(ctx, orderId)
    const group = asGroup(ctx, parcel?.group_id ?? '')
    const masked = {
      buyerName: 'Rini',
      districtName: 'Sukadana',
      regencyName: 'Kabupaten Kayong Utara',
      buyerPhone: null,
      street: null,
      village: null,
      note: null,
    }
    expect(await findGroupParcel(group, parcel?.id ?? '')).toMatchObject(masked)
    expect(await listGroupParcels(group, 'waiting')).toMatchObject([
      { buyerName: 'Rini', shareRupiah: 285_000, isPaid: false },
    ])

    for (const name of ['pak Joni Saputra', 'Drs. H. Muḥammad Āli, M.Pd.', 'Ibu Hj. Siti Aminah', ', Budi']) {
      const buyer = { name, phone: '+6281234567890', email: null }
      await anOrder(ctx, { lines: [{ variantId }], buyer })
    }
    const callings = (await listGroupParcels(group, 'waiting')).map(({ buyerName }) => buyerName)
    expect(callings.toSorted()).toEqual([',', 'Drs. H. Muḥammad', 'Ibu Hj. Siti', 'Rini', 'pak Joni'])

    const paid = await aPaidParcel(ctx)
    expect(await findGroupParcel(paid.group, paid.parcelId)).toMatchObject({
      buyerName: 'Rini Astuti',
      buyerPhone: '+6281234567890',
      street: 'Jalan Tanjungpura 5',
    })
    await declineParcel(paid.group, { parcelId: paid.parcelId, reason: 'too-late', note: null })
    expect(await findGroupParcel(paid.group, paid.parcelId)).toMatchObject(masked)
  })

  test('reads the note of an order paid in cash while it works on it, and nothing else before it is paid', async ({
    ctx,
  }) => {
    const note = 'Gagangnya yang panjang.'
    const lines = [{ variantId: await aVariant(ctx) }]
    const { orderId } = await anOrder(ctx, { lines, note, paymentMethod: 'pickup' })
    const [parcel] = await parcelsOf(ctx, orderId)
    const group = asGroup(ctx, parcel?.group_id ?? '')
    const seen = () => findGroupParcel(group, parcel?.id ?? '')
    expect(await seen()).toMatchObject({ note, buyerName: 'Rini', buyerPhone: null, isPaid: false })
    await declineParcel(group, { parcelId: parcel?.id ?? '', reason: 'too-late', note: null })
    expect(await seen()).toMatchObject({ note: null })
  })

  test('woven pieces keep their place in the queue until they are handed over', async ({ ctx }) => {
    const { variantId, orderId } = await aPaidParcel(ctx, { openCap: 3 })
    expect((await stockOf(ctx, variantId)).openPieces).toBe(2)
    await moveParcel(ctx, orderId, 'dispatched')
    expect((await stockOf(ctx, variantId)).openPieces).toBe(0)
  })

  test('what is past its promise is late, for the group and for staff', async ({ ctx: base }) => {
    const ctx = await travel(base, '2026-11-22T03:00:00Z')
    const { group } = await aPaidParcel(ctx)
    expect(await findDeskWork(asStaff(ctx))).toMatchObject({
      orders: 0,
      lateParcels: 0,
      longestLateDays: null,
    })
    const later = await travel(ctx, '2026-11-25T17:00:00Z')
    expect(await findDeskWork(asStaff(later))).toMatchObject({
      orders: 1,
      lateParcels: 1,
      longestLateDays: 2,
    })
    expect(await listGroupParcels({ ...group, now: later.now }, 'to-do')).toMatchObject([{ isLate: true }])
  })

  test('what was brought to the library is in its hands, no longer in the group’s', async ({ ctx }) => {
    const variantId = await aVariant(ctx)
    const order = { lines: [{ variantId }], paymentMethod: 'pickup' } as const
    const { orderId } = await anOrder(ctx, order)
    const { group } = await moveParcel(ctx, orderId, 'accepted')
    const inHands = async () => ({
      asTheGroupSees: (await listGroupParcels(group, 'to-do')).length,
      asStaffSee: (await findGroupInCare(asStaff(ctx), group.actor.groupId))?.openParcels,
    })
    expect(await inHands()).toEqual({ asTheGroupSees: 1, asStaffSee: 1 })
    await moveParcel(ctx, orderId, 'packed')
    expect(await inHands()).toEqual({ asTheGroupSees: 0, asStaffSee: 0 })
    expect(await listGroupParcels(group, 'sent')).toMatchObject([{ state: 'packed' }])
  })

  test('what waits for its buyer is nobody’s delay', async ({ ctx: base }) => {
    const ctx = await travel(base, '2026-11-22T03:00:00Z')
    const order = { lines: [{ variantId: await aVariant(ctx) }], paymentMethod: 'pickup' } as const
    const { orderId } = await anOrder(ctx, order)
    const { group } = await moveParcel(ctx, orderId, 'packed')
    const later = await travel(ctx, '2026-11-26T03:00:00Z')
    expect(await findDeskWork(asStaff(later))).toMatchObject({ lateParcels: 0, pickups: 1 })
    expect(await listGroupParcels({ ...group, now: later.now }, 'sent')).toMatchObject([{ isLate: false }])
  })
})

describe('a courier or a number that was mistyped', () => {
  const WRONG = { way: 'courier', carrier: 'JNE', trackingNumber: 'JP1' } as const
  const RIGHT = { way: 'courier', carrier: 'J&T', trackingNumber: 'JP2' } as const
  async function aSentParcel(ctx: Ctx) {
    const given = await aPaidParcel(ctx)
    await moveParcel(ctx, given.orderId, 'packed')
    await dispatchParcel(given.group, { parcelId: given.parcelId, ...WRONG })
    return given
  }
  const newsOf = ({ db }: Ctx, orderId: string) =>
    db
      .selectFrom('notice')
      .where('order_id', '=', orderId)
      .where('template', '=', 'parcel-corrected')
      .select(['id', 'data'])
      .execute()

  test('is mended by its group on the way, and the buyer told each time', async ({ ctx }) => {
    const { orderId, parcelId, group } = await aSentParcel(ctx)
    const sentAt = (await findOrderPage(ctx, orderId))?.parcels[0]?.dispatchedAt
    for (const sent of [RIGHT, WRONG, RIGHT]) {
      expect(await correctDispatch(group, { parcelId, ...sent })).toEqual({ ok: true, value: null })
    }
    const page = await findOrderPage(ctx, orderId)
    expect(page?.parcels[0]).toMatchObject({
      state: 'dispatched',
      dispatchedAt: sentAt,
      dispatchCarrier: 'J&T',
      trackingNumber: 'JP2',
    })
    const mended = page?.events.filter(({ kind }) => kind === 'dispatch-corrected') ?? []
    expect(mended).toHaveLength(3)
    expect(mended[0]).toMatchObject({ parcelId, detail: { ...RIGHT, before: WRONG } })
    const news = await newsOf(ctx, orderId)
    expect(new Set(news.map(({ id }) => id)).size).toBe(3)
    expect(news[0]?.data).toEqual({ parcelId })
  })

  test('is news of its own, however often the parcel was said to leave and not to have left', async ({
    ctx,
  }) => {
    const { orderId, parcelId, group } = await aSentParcel(ctx)
    for (const sent of [RIGHT, WRONG]) await correctDispatch(group, { parcelId, ...sent })
    await undispatchParcel(group, parcelId)
    await dispatchParcel(group, { parcelId, ...RIGHT })
    for (const sent of [WRONG, RIGHT]) await correctDispatch(group, { parcelId, ...sent })
    const told = async (template: string) =>
      ctx.db
        .selectFrom('notice')
        .where('order_id', '=', orderId)
        .where('template', '=', template)
        .select('id')
        .execute()
    expect(await told('parcel-dispatched')).toHaveLength(2)
    expect(await told('parcel-corrected')).toHaveLength(4)
  })

  test('may turn out to be nobody’s: the group brought it itself', async ({ ctx }) => {
    const { parcelId, group } = await aSentParcel(ctx)
    const brought = { way: 'local', carrier: null, trackingNumber: null } as const
    expect(await correctDispatch(group, { parcelId, ...brought })).toEqual({ ok: true, value: null })
    expect(await correctDispatch(group, { parcelId, ...brought })).toMatchObject({
      error: { code: 'unchanged' },
    })
    expect(await findGroupParcel(group, parcelId)).toMatchObject({
      dispatchWay: 'local',
      dispatchCarrier: null,
      delivery: 'courier',
    })
  })

  test('may turn out to be a boat, which is remembered whatever had been agreed', async ({ ctx }) => {
    const { parcelId, group } = await aSentParcel(ctx)
    const boat = { way: 'boat', carrier: 'JNE', trackingNumber: 'JP1' } as const
    expect(await correctDispatch(group, { parcelId, ...boat })).toEqual({ ok: true, value: null })
    expect(await findGroupParcel(group, parcelId)).toMatchObject({ dispatchWay: 'boat', delivery: 'courier' })
  })

  test('is mended by staff for it, which is worth a line of its own', async ({ ctx }) => {
    const { parcelId } = await aSentParcel(ctx)
    await correctDispatch(asStaff(ctx), { parcelId, ...RIGHT })
    const line = { action: 'correct-dispatch', actor_name: 'Pak Yusuf', before: WRONG, after: RIGHT }
    const audit = ctx.db.selectFrom('audit_log').where('subject', '=', `parcel:${parcelId}`).selectAll()
    expect(await audit.where('action', '=', 'correct-dispatch').execute()).toMatchObject([line])
  })

  test('is not, where nothing changes, the carrier is missing, or the parcel is another group’s', async ({
    ctx,
  }) => {
    const { orderId, parcelId, group } = await aSentParcel(ctx)
    const refusal = async (by: typeof group, sent: Sent) => {
      const mended = await correctDispatch(by, { parcelId, ...sent })
      return mended.ok ? null : mended.error
    }
    expect(await refusal(group, WRONG)).toEqual({ code: 'unchanged' })
    expect(await refusal(group, { ...RIGHT, carrier: null })).toEqual({ code: 'carrier-missing' })
    expect(await refusal(group, { ...RIGHT, way: 'local' })).toEqual({ code: 'carrier-needless' })
    expect(await refusal(group, { ...RIGHT, way: null })).toEqual({ code: 'wrong-way' })
    const stranger = asGroup(ctx, await aGroup(ctx, { name: 'Melati' }))
    expect(await refusal(stranger, RIGHT)).toEqual({ code: 'unknown-parcel' })
    expect(await newsOf(ctx, orderId)).toEqual([])
    expect(await findGroupParcel(group, parcelId)).toMatchObject({
      dispatchCarrier: 'JNE',
      trackingNumber: 'JP1',
    })
  })

  test('only while it is on its way, also when the buyer complains of it', async ({ ctx }) => {
    const over = { ok: false, error: { code: 'nothing-to-correct' } }
    const packed = await aPaidParcel(ctx)
    await moveParcel(ctx, packed.orderId, 'packed')
    expect(await correctDispatch(packed.group, { parcelId: packed.parcelId, ...RIGHT })).toEqual(over)

    const { orderId, parcelId, group } = await aSentParcel(ctx)
    await reportProblem(ctx, { orderId, parcelId, note: 'Nomor resinya tidak ada.' })
    expect(await correctDispatch(group, { parcelId, ...RIGHT })).toMatchObject({ ok: true })
    await settleProblem(asStaff(ctx), { parcelId, outcome: 'awaited', note: 'Kurirnya sudah ketemu.' })
    expect(await correctDispatch(group, { parcelId, ...WRONG })).toMatchObject({ ok: true })
    await receiveParcel(ctx, { orderId, parcelId })
    expect(await correctDispatch(group, { parcelId, ...RIGHT })).toEqual(over)
  })

  test('nothing was written down of what a buyer fetched', async ({ ctx }) => {
    const lines = [{ variantId: await aVariant(ctx) }]
    const parcel = { delivery: 'pickup-group', carrier: null, shippingRupiah: 0 } as const
    await aReceivingAccount(ctx)
    const { orderId } = await aPaidOrder(ctx, { lines, parcel })
    const { group, parcelId } = await moveParcel(ctx, orderId, 'dispatched')
    expect(await correctDispatch(group, { parcelId, ...RIGHT })).toMatchObject({
      error: { code: 'nothing-to-correct' },
    })
  })
})

describe('a parcel the group cannot give', () => {
  test('is owed back with share, fee and, being the last, the unique code', async ({ ctx }) => {
    const groupId = await aGroup(ctx, { feeBasisPoints: 1_000 })
    const { variantId, orderId, parcelId, group, code } = await aPaidParcel(ctx, { groupId })
    await acceptParcel(group, parcelId)
    await declineParcel(group, { parcelId, reason: 'cannot-ship', note: 'Kapal tidak jalan.' })
    expect(await stockOf(ctx, variantId)).toEqual({ onHand: 5, reserved: 0, openPieces: 0 })
    const amount = 590_000 + code
    expect(await books(ctx)).toEqual({ bank: amount, 'refunds-due': -amount })
    expect((await paymentOf(ctx, orderId)).state).toBe('refund-due')
    const staff = asStaff(ctx)
    const [refund] = (await findOrderPage(ctx, orderId))?.refunds ?? []
    expect(refund).toMatchObject({ amountRupiah: amount, reason: 'declined', goesByCard: false })
    await markRefundSent(staff, { refundId: refund?.id ?? '', reference: 'TRX-2' })
    expect(await books(ctx)).toEqual({})
    expect((await findOrderPage(ctx, orderId))?.status).toBe('refunded')
    expect(await declineParcel(group, { parcelId, reason: 'other', note: null })).toMatchObject({
      error: { code: 'wrong-state' },
    })
    const again = { parcelId, reason: 'cannot-ship', note: 'Kapal tidak jalan.' } as const
    expect(await declineParcel(group, again)).toMatchObject({
      value: { repeated: true },
    })
  })

  test('of missing or damaged pieces does not put them back on sale', async ({ ctx }) => {
    for (const reason of ['out-of-stock', 'damaged'] as const) {
      const { variantId, parcelId, group } = await aPaidParcel(ctx)
      await declineParcel(group, { parcelId, reason, note: null })
      expect(await stockOf(ctx, variantId)).toEqual({ onHand: 3, reserved: 0, openPieces: 0 })
    }
  })

  test('called off by its buyer goes back on sale, and its group is told of what staff call off', async ({
    ctx,
  }) => {
    const told = (parcelId: string) =>
      ctx.db
        .selectFrom('notice')
        .where('id', 'like', `%parcel:${parcelId}:%`)
        .where('template', 'in', ['parcel-declined', 'group-parcel-cancelled'])
        .orderBy('template')
        .select('template')
        .execute()
    const asked = { reason: 'buyer-asked', note: 'Salah pilih ukuran.' } as const
    const one = await aPaidParcel(ctx)
    await packParcel(one.group, one.parcelId)
    await declineParcel(asStaff(ctx), { parcelId: one.parcelId, ...asked })
    expect(await stockOf(ctx, one.variantId)).toEqual({ onHand: 5, reserved: 0, openPieces: 0 })
    expect((await paymentOf(ctx, one.orderId)).state).toBe('refund-due')
    expect(await told(one.parcelId)).toEqual([
      { template: 'group-parcel-cancelled' },
      { template: 'parcel-declined' },
    ])
    const page = await findOrderPage(ctx, one.orderId)
    expect(page?.parcels[0]).toMatchObject({ state: 'declined', declineReason: 'buyer-asked' })
    expect(page?.events.at(-1)).toMatchObject({ kind: 'declined', detail: asked })
    expect((await findOrderRecord(asStaff(ctx), one.orderId))?.audit.at(-1)).toMatchObject({
      action: 'move-parcel',
      after: { state: 'declined', reason: 'buyer-asked' },
      reason: 'Salah pilih ukuran.',
    })

    const other = await aPaidParcel(ctx)
    await declineParcel(other.group, { parcelId: other.parcelId, ...asked })
    expect(await told(other.parcelId)).toEqual([{ template: 'parcel-declined' }])
    const third = await aPaidParcel(ctx)
    await declineParcel(asStaff(ctx), { parcelId: third.parcelId, reason: 'damaged', note: null })
    expect(await told(third.parcelId)).toEqual([
      { template: 'group-parcel-cancelled' },
      { template: 'parcel-declined' },
    ])
  })

  test('leaves the other group’s parcel standing', async ({ ctx }) => {
    await aReceivingAccount(ctx)
    const lines = [{ variantId: await aVariant(ctx) }, { variantId: await aVariant(ctx, { openCap: 2 }) }]
    const { orderId } = await aPaidOrder(ctx, { lines })
    const [first, second] = await parcelsOf(ctx, orderId)
    const decline = (parcel: typeof first) =>
      declineParcel(asGroup(ctx, parcel?.group_id ?? ''), {
        parcelId: parcel?.id ?? '',
        reason: 'other',
        note: null,
      })
    await decline(first)
    expect((await paymentOf(ctx, orderId)).state).toBe('paid')
    expect((await findOrderPage(ctx, orderId))?.status).toBe('passed-on')
    expect((await findOrderPage(ctx, orderId))?.refunds).toMatchObject([{ amountRupiah: 305_000 }])
    await decline(second)
    const payment = await paymentOf(ctx, orderId)
    expect(payment.state).toBe('refund-due')
    expect((await books(ctx))['refunds-due']).toBe(-(payment.total_rupiah ?? 0))
  })

  test('declined by both groups at the same moment is owed back once and in full', async ({ raceCtx }) => {
    await aReceivingAccount(raceCtx)
    const lines = [{ variantId: await aVariant(raceCtx) }, { variantId: await aVariant(raceCtx) }]
    const { orderId } = await aPaidOrder(raceCtx, { lines })
    const parcels = await parcelsOf(raceCtx, orderId)
    await Promise.all(
      parcels.flatMap(({ id, group_id }) =>
        [1, 2].map(() =>
          declineParcel(asGroup(raceCtx, group_id), { parcelId: id, reason: 'other', note: null }),
        ),
      ),
    )
    const total = (await paymentOf(raceCtx, orderId)).total_rupiah ?? 0
    expect(await books(raceCtx)).toEqual({ bank: total, 'refunds-due': -total })
  })

  test('that nobody has paid for yet only makes the order cheaper', async ({ ctx }) => {
    const lines = [
      { variantId: await aVariant(ctx) },
      { variantId: await aVariant(ctx, { priceRupiah: 100_000 }) },
    ]
    const { orderId } = await anOrder(ctx, { lines, paymentMethod: 'pickup' })
    const [first, second] = await parcelsOf(ctx, orderId)
    const decline = (parcel: typeof first) =>
      declineParcel(asGroup(ctx, parcel?.group_id ?? ''), {
        parcelId: parcel?.id ?? '',
        reason: 'damaged',
        note: null,
      })
    await decline(first)
    expect(await paymentOf(ctx, orderId)).toMatchObject({ state: 'awaiting', total_rupiah: 100_000 })
    await decline(second)
    expect((await paymentOf(ctx, orderId)).state).toBe('cancelled')
    expect(await books(ctx)).toEqual({})
    expect((await stockOf(ctx, lines[0]?.variantId ?? '')).onHand).toBe(4)
  })

  test('cannot be declined once it has left, or before it is paid', async ({ ctx }) => {
    const { orderId, parcelId, group } = await aPaidParcel(ctx)
    await moveParcel(ctx, orderId, 'dispatched')
    expect(await declineParcel(group, { parcelId, reason: 'other', note: null })).toEqual({
      ok: false,
      error: { code: 'wrong-state', state: 'dispatched' },
    })
    const waiting = await anOrder(ctx, { lines: [{ variantId: await aVariant(ctx) }] })
    const [parcel] = await parcelsOf(ctx, waiting.orderId)
    expect(
      await declineParcel(asGroup(ctx, parcel?.group_id ?? ''), {
        parcelId: parcel?.id ?? '',
        reason: 'other',
        note: null,
      }),
    ).toMatchObject({ error: { code: 'wrong-state', state: 'waiting' } })
  })
})

describe('receiving', () => {
  test('makes the group’s share payable, whoever says it and however often', async ({ ctx }) => {
    const { orderId, parcelId, groupId } = await aPaidParcel(ctx)
    expect(await receiveParcel(ctx, { orderId, parcelId })).toMatchObject({ error: { code: 'wrong-state' } })
    await moveParcel(ctx, orderId, 'dispatched')
    expect(await heldFor(ctx, groupId)).toEqual({ pending: 590_000, payable: 0 })
    expect(await receiveParcel(ctx, { orderId, parcelId })).toMatchObject({
      ok: true,
      value: { repeated: false },
    })
    expect(await receiveParcel(ctx, { orderId, parcelId })).toMatchObject({
      ok: true,
      value: { repeated: true },
    })
    expect(await heldFor(ctx, groupId)).toEqual({ pending: 0, payable: 590_000 })
    const other = await anOrder(ctx, { lines: [{ variantId: await aVariant(ctx) }] })
    expect(await receiveParcel(ctx, { orderId: other.orderId, parcelId })).toMatchObject({
      error: { code: 'unknown-parcel' },
    })
  })

  test('happens by itself fourteen days after hand-over, but not over a complaint', async ({ ctx: base }) => {
    const ctx = await travel(base, '2026-11-22T03:00:00Z')
    const quietOne = await aPaidParcel(ctx)
    const complained = await aPaidParcel(ctx)
    for (const { orderId } of [quietOne, complained]) await moveParcel(ctx, orderId, 'dispatched')
    await reportProblem(ctx, { ...complained, note: 'Belum sampai.' })
    expect(await receiveOverdueParcels(await travel(ctx, '2026-12-06T02:59:00Z'))).toBe(0)
    const later = await travel(ctx, '2026-12-06T03:00:00Z')
    expect(await receiveOverdueParcels(later)).toBe(1)
    expect(await receiveOverdueParcels(later)).toBe(0)
    const [parcel] = await parcelsOf(ctx, quietOne.orderId)
    expect(parcel).toMatchObject({ state: 'received', received_by: 'time' })

    const staff = asStaff(later)
    await settleProblem(staff, {
      parcelId: complained.parcelId,
      outcome: 'awaited',
      note: 'Kapalnya baru berangkat.',
    })
    expect(await listOpenTasks(staff)).toEqual([])
    // what is still waited for has its whole time anew
    expect((await findOrderPage(later, complained.orderId))?.parcels.map(receivedByItselfOn)).toEqual([
      '2026-12-20',
    ])
    expect(await receiveOverdueParcels(await travel(ctx, '2026-12-20T02:59:00Z'))).toBe(0)
    expect(await receiveOverdueParcels(await travel(ctx, '2026-12-20T03:00:00Z'))).toBe(1)
  })

  test('waits a week past the last day on which a slow parcel should arrive', async ({ ctx: base }) => {
    const ctx = await travel(base, '2026-11-22T03:00:00Z')
    const { orderId, parcelId } = await aPaidParcel(ctx)
    await ctx.db.updateTable('parcel').set({ days_min: 2, days_max: 18 }).where('id', '=', parcelId).execute()
    await moveParcel(ctx, orderId, 'dispatched')
    expect(receiveDays(18)).toBe(25)
    expect(await receiveOverdueParcels(await travel(ctx, '2026-12-17T02:59:00Z'))).toBe(0)
    expect(await receiveOverdueParcels(await travel(ctx, '2026-12-17T03:00:00Z'))).toBe(1)
  })

  test('at the counter: paid first, then handed over', async ({ ctx }) => {
    const variantId = await aVariant(ctx, { openCap: 2 })
    const { orderId } = await anOrder(ctx, { lines: [{ variantId }], paymentMethod: 'pickup' })
    const [parcel] = await parcelsOf(ctx, orderId)
    const { group, parcelId } = await moveParcel(ctx, orderId, 'packed')
    const staff = asStaff(ctx)
    expect(await dispatchParcel(group, { parcelId, ...FETCHED })).toMatchObject({
      error: { code: 'collected-at-library' },
    })
    expect((await findDeskWork(staff)).pickups).toBe(1)
    expect(await listDeskOrders(staff, { shelf: 'counter', page: 1 })).toMatchObject([{ id: orderId }])
    expect((await findOrderPage(ctx, orderId))?.status).toBe('ready-to-collect')
    expect(await handOverPickup(staff, parcelId)).toMatchObject({ error: { code: 'unpaid' } })
    await recordPickupPayment(staff, { orderId, amountRupiah: 285_000 })
    expect((await stockOf(ctx, variantId)).openPieces).toBe(1)
    expect(await handOverPickup(staff, parcelId)).toEqual({ ok: true, value: { repeated: false } })
    expect(await handOverPickup(staff, parcelId)).toEqual({ ok: true, value: { repeated: true } })
    expect((await stockOf(ctx, variantId)).openPieces).toBe(0)
    expect(await heldFor(ctx, parcel?.group_id ?? '')).toEqual({ pending: 0, payable: 285_000 })
  })
})

describe('a parcel fetched at its group', () => {
  test('is said to be fetched, by the group or by staff for it, and received by its buyer; no counter hands it over', async ({
    ctx,
  }) => {
    const staff = asStaff(ctx)
    const parcel = { delivery: 'pickup-group', carrier: null, shippingRupiah: 0 } as const
    await aReceivingAccount(ctx)
    const { orderId } = await aPaidOrder(ctx, { lines: [{ variantId: await aVariant(ctx) }], parcel })
    const { parcelId } = await moveParcel(ctx, orderId, 'packed')
    expect(await handOverPickup(staff, parcelId)).toMatchObject({ error: { code: 'not-a-pickup' } })
    expect(await dispatchParcel(staff, { parcelId, ...FETCHED })).toMatchObject({ ok: true })
    expect((await parcelsOf(ctx, orderId))[0]).toMatchObject({ state: 'dispatched', received_at: null })
    expect(await undispatchParcel(staff, parcelId)).toMatchObject({ ok: true })
  })
})

describe('a parcel said to have left by mistake', () => {
  test('is with its group again, packed, and its buyer is told each time', async ({ ctx }) => {
    const { orderId, parcelId, group } = await aPaidParcel(ctx)
    expect(await undispatchParcel(group, parcelId)).toMatchObject({ error: { code: 'wrong-state' } })
    await moveParcel(ctx, orderId, 'dispatched')
    for (const repeated of [false, true])
      expect(await undispatchParcel(group, parcelId)).toEqual({ ok: true, value: { repeated } })
    expect((await parcelsOf(ctx, orderId))[0]).toMatchObject({
      ...{ state: 'packed', dispatched_at: null, dispatch_way: null, tracking_number: null },
    })
    const sent = { parcelId, way: 'courier', carrier: 'JNE', trackingNumber: 'JP9' } as const
    expect(await dispatchParcel(group, sent)).toMatchObject({ value: { repeated: false } })
    const told = ctx.db
      .selectFrom('notice')
      .where('template', 'like', 'parcel-%dispatched')
      .select('template')
    expect(await told.execute()).toHaveLength(3)
    expect(await dispatchParcel(group, sent)).toMatchObject({ value: { repeated: true } })
    expect(await dispatchParcel(group, { ...sent, trackingNumber: 'JP8' })).toMatchObject({
      error: { code: 'wrong-state' },
    })
    await receiveParcel(ctx, { orderId, parcelId })
    expect(await undispatchParcel(group, parcelId)).toMatchObject({ error: { code: 'wrong-state' } })
  })
})

describe('a problem', () => {
  test('can be told until two working days after receipt', async ({ ctx: base }) => {
    const ctx = await travel(base, '2026-11-20T03:00:00Z')
    const { orderId, parcelId } = await aPaidParcel(ctx)
    await moveParcel(ctx, orderId, 'dispatched')
    await receiveParcel(ctx, { orderId, parcelId })
    const report = (now: Ctx) => reportProblem(now, { orderId, parcelId, note: 'Talinya putus.' })
    // received on a Friday: the second working day is Tuesday
    expect(await report(await travel(ctx, '2026-11-24T16:59:00Z'))).toMatchObject({ ok: true })
    const behind = { ...(await travel(ctx, '2026-11-24T17:00:00Z')), now: new Date('2026-11-24T16:50:00Z') }
    expect(await report(behind)).toMatchObject({ error: { code: 'too-late' } })
    const named = { kind: 'problem', detail: { groupName: expect.stringMatching(/\w/) } }
    expect(await listOpenTasks(asStaff(ctx))).toMatchObject([named])
  })

  test('a group and staff read what its received parcels came to, less what went back', async ({ ctx }) => {
    const { orderId, parcelId, groupId } = await aPaidParcel(ctx)
    const staff = asStaff(ctx)
    const read = async () => {
      const own = (await findOwnGroup(asGroup(ctx, groupId))).earnedRupiah
      expect((await findGroupInCare(staff, groupId))?.earnedRupiah).toBe(own)
      return own
    }
    await moveParcel(ctx, orderId, 'dispatched')
    expect(await read()).toBe(0)
    await receiveParcel(ctx, { orderId, parcelId })
    expect(await read()).toBe(590_000)
    const reportAndSettle = async (outcome: 'kept' | 'refunded') => {
      await reportProblem(ctx, { orderId, parcelId, note: 'Talinya putus.' })
      // the money waits, as the parcel's page says
      expect(await read()).toBe(0)
      await settleProblem(staff, { parcelId, outcome, note: 'Rusak di jalan.' })
      return read()
    }
    expect(await reportAndSettle('kept')).toBe(590_000)
    expect(await reportAndSettle('refunded')).toBe(0)
  })

  test('settled for the buyer takes the money back from what the group was to get', async ({ ctx }) => {
    const { orderId, parcelId, groupId, code } = await aPaidParcel(ctx)
    await moveParcel(ctx, orderId, 'dispatched')
    const staff = asStaff(ctx)
    const settle = () => settleProblem(staff, { parcelId, outcome: 'refunded', note: 'Rusak di jalan.' })
    expect(await settle()).toMatchObject({ error: { code: 'no-problem' } })
    await receiveParcel(ctx, { orderId, parcelId })
    await reportProblem(ctx, { orderId, parcelId, note: 'Talinya putus.' })
    expect(await settle()).toEqual({ ok: true, value: { refundRupiah: 590_000 + code } })
    expect(await heldFor(ctx, groupId)).toEqual({ pending: 0, payable: 0 })
    expect((await parcelsOf(ctx, orderId))[0]?.state).toBe('returned')
    expect((await findOrderPage(ctx, orderId))?.status).toBe('refund-due')
    const told = ctx.db.selectFrom('notice').where('template', '=', 'group-problem-settled').select('data')
    expect(await told.execute()).toEqual([{ data: { parcelId } }])
    expect(await settle()).toMatchObject({ error: { code: 'no-problem' } })
  })

  test('grows by what is added while it is open, for buyer, group and staff alike', async ({ ctx }) => {
    const { orderId, parcelId } = await aPaidParcel(ctx)
    await moveParcel(ctx, orderId, 'dispatched')
    const report = (note: string) => reportProblem(ctx, { orderId, parcelId, note })
    for (const note of ['Talinya putus.', 'Tutupnya juga hilang.', 'Tutupnya juga hilang.'])
      await report(note)
    const words = 'Talinya putus.\nTutupnya juga hilang.'
    expect((await findOrderPage(ctx, orderId))?.parcels[0]?.problemNote).toBe(words)
    expect(await listOpenTasks(asStaff(ctx))).toMatchObject([{ kind: 'problem', detail: { note: words } }])
    await settleProblem(asStaff(ctx), { parcelId, outcome: 'kept', note: 'Tali baru dikirim.' })
    await report('Tali barunya putus.')
    expect((await findOrderPage(ctx, orderId))?.parcels[0]?.problemNote).toBe('Tali barunya putus.')
    await report('Warnanya luntur.')
    const second = 'Tali barunya putus.\nWarnanya luntur.'
    expect(await listOpenTasks(asStaff(ctx))).toMatchObject([{ kind: 'problem', detail: { note: second } }])
    const settled = await ctx.db
      .selectFrom('staff_task')
      .where('resolved_at', 'is not', null)
      .select('detail')
      .execute()
    expect(settled).toMatchObject([{ detail: { note: words } }])
  })

  test('of a parcel still with the group is not for staff to refund, nor is it with the buyer', async ({
    ctx,
  }) => {
    const { orderId, parcelId } = await aPaidParcel(ctx)
    await reportProblem(ctx, { orderId, parcelId, note: 'Lama sekali.' })
    for (const outcome of ['refunded', 'kept'] as const) {
      const settled = await settleProblem(asStaff(ctx), { parcelId, outcome, note: '-' })
      expect(settled).toEqual({ ok: false, error: { code: 'not-sent-yet', state: 'open' } })
    }
  })

  test('of what was not fetched after all, still awaited, puts it back where it lay', async ({ ctx }) => {
    await aReceivingAccount(ctx)
    const parcel = { delivery: 'pickup-group', carrier: null, shippingRupiah: 0 } as const
    const { orderId } = await aPaidOrder(ctx, { lines: [{ variantId: await aVariant(ctx) }], parcel })
    const { parcelId } = await moveParcel(ctx, orderId, 'dispatched')
    await reportProblem(ctx, { orderId, parcelId, note: 'Belum saya ambil.' })
    const awaited = { parcelId, outcome: 'awaited', note: 'Masih di kelompok.' } as const
    expect(await settleProblem(asStaff(ctx), awaited)).toMatchObject({ ok: true })
    expect((await parcelsOf(ctx, orderId))[0]).toMatchObject({ state: 'packed', dispatched_at: null })
  })

  test('of what lies ready to be collected can be of what the buyer has there already', async ({ ctx }) => {
    const { orderId } = await aPaidOrder(ctx, {
      lines: [{ variantId: await aVariant(ctx) }],
      paymentMethod: 'pickup',
    })
    const { parcelId } = await moveParcel(ctx, orderId, 'packed')
    await reportProblem(ctx, { orderId, parcelId, note: 'Talinya putus.' })
    const settle = (outcome: ProblemOutcome) =>
      settleProblem(asStaff(ctx), { parcelId, outcome, note: 'Tali baru diberikan.' })
    expect(await settle('refunded')).toMatchObject({ error: { code: 'not-sent-yet' } })
    expect(await settle('kept')).toMatchObject({ ok: true })
    expect((await parcelsOf(ctx, orderId))[0]).toMatchObject({ state: 'received', received_by: 'staff' })
  })

  test('that ends with the goods staying with the buyer receives what was on its way, told in one letter', async ({
    ctx,
  }) => {
    const { orderId, parcelId, groupId } = await aPaidParcel(ctx)
    await moveParcel(ctx, orderId, 'dispatched')
    await reportProblem(ctx, { orderId, parcelId, note: 'Talinya putus.' })
    const staff = asStaff(ctx)
    const kept = { parcelId, outcome: 'kept', note: 'Tali baru dikirim.' } as const
    expect(await settleProblem(staff, kept)).toEqual({ ok: true, value: { refundRupiah: 0 } })
    expect((await parcelsOf(ctx, orderId))[0]).toMatchObject({ state: 'received', received_by: 'staff' })
    expect(await heldFor(ctx, groupId)).toEqual({ pending: 0, payable: 590_000 })
    const told = ctx.db.selectFrom('notice').where('template', 'in', ['parcel-kept', 'parcel-received'])
    expect(await told.select('template').execute()).toEqual([{ template: 'parcel-kept' }])
    // once more about the same parcel: it is there, so it is not waited for
    await reportProblem(ctx, { orderId, parcelId, note: 'Talinya belum datang.' })
    expect(await settleProblem(staff, { ...kept, outcome: 'awaited' })).toMatchObject({
      error: { code: 'here-already' },
    })
    expect(await settleProblem(staff, kept)).toMatchObject({ ok: true })
    expect(await heldFor(ctx, groupId)).toEqual({ pending: 0, payable: 590_000 })
  })

  test('ends with a parcel that the group declines: its money goes back, and nobody has to look any more', async ({
    ctx,
  }) => {
    const { orderId, parcelId } = await aPaidParcel(ctx)
    await reportProblem(ctx, { orderId, parcelId, note: 'Lama sekali.' })
    const staff = asStaff(ctx)
    expect(await listDeskOrders(staff, { shelf: 'going', page: 1 })).toMatchObject([{ status: 'reported' }])
    await declineParcel(staff, { parcelId, reason: 'damaged', note: null })
    expect((await findOrderPage(ctx, orderId))?.parcels[0]?.problemSettledAt).not.toBeNull()
    expect((await listOpenTasks(staff)).map(({ kind }) => kind)).toEqual(['refund-due'])
  })

  test('of what has arrived keeps the order open for staff until they settle it', async ({ ctx }) => {
    const { orderId, parcelId } = await aPaidParcel(ctx)
    await moveParcel(ctx, orderId, 'dispatched')
    await receiveParcel(ctx, { orderId, parcelId })
    await reportProblem(ctx, { orderId, parcelId, note: 'Talinya putus.' })
    const staff = asStaff(ctx)
    expect(await countDeskOrders(staff)).toMatchObject({ attention: 1, going: 1, done: 0 })
    expect(await listDeskOrders(staff, { shelf: 'going', page: 1 })).toMatchObject([{ status: 'reported' }])
    await settleProblem(staff, { parcelId, outcome: 'kept', note: 'Tali baru dikirim.' })
    // what was agreed stands where the buyer and the group read it
    expect((await findOrderPage(ctx, orderId))?.parcels[0]?.problemAgreed).toBe('Tali baru dikirim.')
    const [parcel] = await parcelsOf(ctx, orderId)
    const problem = await findProblem(asGroup(ctx, parcel?.group_id ?? ''), parcelId)
    expect(problem?.agreed).toBe('Tali baru dikirim.')
    expect(await listDeskOrders(staff, { shelf: 'done', page: 1 })).toMatchObject([{ status: 'received' }])
  })

  test('settled by an agreement holds no longer once the parcel is off', async ({ ctx }) => {
    const { orderId, parcelId } = await aPaidParcel(ctx)
    await reportProblem(ctx, { orderId, parcelId, note: 'Kapan berangkatnya?' })
    const staff = asStaff(ctx)
    await settleProblem(staff, { parcelId, outcome: 'awaited', note: 'Dikirim hari Rabu.' })
    const [parcel] = await parcelsOf(ctx, orderId)
    const agreed = async () => [
      (await findOrderPage(ctx, orderId))?.parcels[0]?.problemAgreed,
      (await findProblem(asGroup(ctx, parcel?.group_id ?? ''), parcelId))?.agreed,
    ]
    expect(await agreed()).toEqual(['Dikirim hari Rabu.', 'Dikirim hari Rabu.'])
    await declineParcel(staff, { parcelId, reason: 'damaged', note: null })
    expect(await agreed()).toEqual([null, null])
  })

  test('of two parcels stays for the one that is not settled yet', async ({ ctx }) => {
    await aReceivingAccount(ctx)
    const lines = [{ variantId: await aVariant(ctx) }, { variantId: await aVariant(ctx) }]
    const { orderId } = await aPaidOrder(ctx, { lines })
    const [settled, open] = (await parcelsOf(ctx, orderId)).map((parcel) => parcel.id)
    for (const parcelId of [settled, open])
      await reportProblem(ctx, { orderId, parcelId: parcelId ?? '', note: 'Lama sekali.' })
    const staff = asStaff(ctx)
    await settleProblem(staff, { parcelId: settled ?? '', outcome: 'awaited', note: 'Sedang dianyam.' })
    const told = ctx.db.selectFrom('notice').where('template', '=', 'parcel-kept').select('data')
    expect(await told.execute()).toEqual([{ data: { parcelId: settled } }])
    expect(await listOpenTasks(staff)).toMatchObject([{ kind: 'problem', detail: { parcelId: open } }])
  })

  test('that comes after a settled one is news to buyer and group again; more words about the same are not', async ({
    ctx,
  }) => {
    const { orderId, parcelId } = await aPaidParcel(ctx)
    const report = () => reportProblem(ctx, { orderId, parcelId, note: 'Lama sekali.' })
    const told = async () => {
      const notices = ctx.db
        .selectFrom('notice')
        .where('template', 'in', ['parcel-reported', 'group-parcel-problem'])
      return (await notices.select('template').orderBy('template').execute()).map(({ template }) => template)
    }
    const both = ['group-parcel-problem', 'parcel-reported']
    await report()
    await report()
    expect(await told()).toEqual(both)
    await settleProblem(asStaff(ctx), { parcelId, outcome: 'awaited', note: 'Sedang dianyam.' })
    await report()
    await report()
    expect(await told()).toEqual([both[0], ...both, both[1]])
  })
})
