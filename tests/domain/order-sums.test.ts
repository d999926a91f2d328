import { describe, expect, test } from 'vitest'
import type { ParcelState } from '#app/domain/orders/order-status.ts'
import { groupsWaitedFor, sumParts } from '#app/domain/orders/order-sums.ts'
import type { Delivery } from '#app/domain/shipping/quote.ts'

const parcel = (groupName: string, shippingRupiah: number | null, state: ParcelState = 'waiting') => ({
  id: groupName,
  groupName,
  state,
  delivery: 'courier' as Delivery,
  shippingRupiah,
  lines: [{ lineRupiah: 60_000 }, { lineRupiah: 40_000 }],
})
const sums = { goodsRupiah: 200_000, uniqueCodeRupiah: 72, refunds: [] }

describe('what a total is made of', () => {
  test('each parcel has its own shipping, also while one is still asked for', () => {
    const parcels = [parcel('Ombak Kemboja', null), parcel('Seroja', 10_000)]
    expect(sumParts({ ...sums, uniqueCodeRupiah: 0, parcels })).toEqual([
      { part: 'goods', amountRupiah: 200_000 },
      { part: 'shipping', group: 'Ombak Kemboja', amountRupiah: null },
      { part: 'shipping', group: 'Seroja', amountRupiah: 10_000 },
    ])
  })

  test('a parcel that the buyer collects is not shipping for nothing', () => {
    const collected = { ...parcel('Ombak Kemboja', 0), delivery: 'pickup-group' as const }
    expect(
      sumParts({ ...sums, uniqueCodeRupiah: 0, parcels: [collected, parcel('Seroja', 10_000)] }),
    ).toEqual([
      { part: 'goods', amountRupiah: 200_000 },
      { part: 'collecting', group: 'Ombak Kemboja', amountRupiah: 0 },
      { part: 'shipping', group: 'Seroja', amountRupiah: 10_000 },
    ])
    expect(sumParts({ ...sums, parcels: [collected] })).toContainEqual({
      part: 'collecting',
      group: null,
      amountRupiah: 0,
    })
  })

  test('a parcel that was declined after it was paid stays in it: its money comes back as a refund', () => {
    const parcels = [parcel('Ombak Kemboja', 25_000, 'declined'), parcel('Seroja', 10_000, 'open')]
    const refunds = [{ parcelId: 'Ombak Kemboja' }]
    expect(sumParts({ ...sums, parcels, refunds })).toEqual([
      { part: 'goods', amountRupiah: 200_000 },
      { part: 'shipping', group: 'Ombak Kemboja', amountRupiah: 25_000 },
      { part: 'shipping', group: 'Seroja', amountRupiah: 10_000 },
      { part: 'code', amountRupiah: 72 },
    ])
  })

  test('one that was declined before that is taken off with its pieces', () => {
    const parcels = [parcel('Ombak Kemboja', null, 'declined'), parcel('Seroja', 10_000)]
    expect(sumParts({ ...sums, parcels })).toEqual([
      { part: 'goods', amountRupiah: 200_000 },
      { part: 'shipping', group: null, amountRupiah: 10_000 },
      { part: 'code', amountRupiah: 72 },
      { part: 'dropped', amountRupiah: -100_000 },
    ])
  })
})

describe('who is waited for', () => {
  const waited = (...parcels: ReturnType<typeof parcel>[]) =>
    groupsWaitedFor({ paymentState: 'quoting', parcels })

  test('the groups whose cost is not known while another is', () => {
    expect(waited(parcel('Ombak Kemboja', null), parcel('Seroja', 10_000))).toEqual(['Ombak Kemboja'])
  })

  test('nobody when all are asked, when one parcel is left, or when all costs are known', () => {
    expect(waited(parcel('Ombak Kemboja', null), parcel('Seroja', null))).toEqual([])
    expect(waited(parcel('Ombak Kemboja', null), parcel('Seroja', 0, 'declined'))).toEqual([])
    const parcels = [parcel('Ombak Kemboja', null), parcel('Seroja', 10_000)]
    expect(groupsWaitedFor({ paymentState: 'cancelled', parcels })).toEqual([])
  })
})
