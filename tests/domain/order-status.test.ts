import { describe, expect, test } from 'vitest'
import { declineReasons, lastProblemDay, sentMisfit, waysToSend } from '#app/domain/fulfilment/parcel.ts'
import { tidyOrderCode } from '#app/domain/orders/find-order.queries.server.ts'
import {
  type Delivery,
  orderStatus,
  type ParcelState,
  type PaymentState,
} from '#app/domain/orders/order-status.ts'
import { isPastPromise, promiseDay } from '#app/domain/orders/promise.ts'
import { addWorkingDays, workingDayFrom } from '#app/domain/orders/working-days.ts'
import { day } from '#app/lib/day.ts'

const parcels = (delivery: Delivery, ...states: ParcelState[]) => states.map((state) => ({ state, delivery }))

describe('where an order stands follows from its payment and its parcels', () => {
  test.each<[PaymentState, ParcelState[], string]>([
    ['quoting', ['waiting'], 'quoting'],
    ['awaiting', ['waiting'], 'awaiting-payment'],
    ['proof-sent', ['waiting'], 'checking-payment'],
    ['processing', ['waiting'], 'checking-payment'],
    ['expired', ['cancelled'], 'expired'],
    ['cancelled', ['cancelled'], 'cancelled'],
    ['paid', ['open', 'open'], 'passed-on'],
    ['paid', ['open', 'declined'], 'passed-on'],
    ['paid', ['open', 'accepted'], 'making'],
    ['paid', ['open', 'packed'], 'making'],
    ['paid', ['dispatched', 'packed'], 'partly-sent'],
    ['paid', ['dispatched', 'received'], 'sent'],
    ['paid', ['dispatched', 'declined'], 'sent'],
    ['paid', ['received', 'returned'], 'received'],
    ['refund-due', ['declined'], 'refund-due'],
    ['refunded', ['declined'], 'refunded'],
  ])('%s with %j is %s', (state, states, status) => {
    expect(orderStatus({ method: 'transfer', state }, parcels('courier', ...states))).toBe(status)
  })

  test('paid at the counter: the order is made although nothing has been paid', () => {
    const payment = { method: 'pickup', state: 'awaiting' } as const
    expect(orderStatus(payment, parcels('pickup-library', 'accepted', 'packed'))).toBe('partly-ready')
    expect(orderStatus(payment, parcels('pickup-library', 'open'))).toBe('passed-on')
    expect(orderStatus(payment, parcels('pickup-library', 'accepted', 'open'))).toBe('making')
    expect(orderStatus(payment, parcels('pickup-library', 'packed', 'packed'))).toBe('ready-to-collect')
  })

  test('a parcel that waits to be collected is told before one that is made or on its way', () => {
    const status = (...states: [Delivery, ParcelState][]) =>
      orderStatus(
        { method: 'transfer', state: 'paid' },
        states.map(([delivery, state]) => ({ delivery, state })),
      )
    expect(status(['pickup-library', 'packed'], ['courier', 'dispatched'])).toBe('partly-ready')
    expect(status(['pickup-group', 'packed'], ['courier', 'packed'])).toBe('partly-ready')
    expect(status(['pickup-library', 'packed'], ['pickup-library', 'received'])).toBe('ready-to-collect')
    expect(status(['pickup-library', 'received'], ['pickup-library', 'accepted'])).toBe('partly-sent')
  })
})

describe('promised days', () => {
  const friday = day('2026-11-20')
  const promise = (method: 'transfer' | 'card', leadDaysMax: number | null, isQuoting = false) =>
    promiseDay({ orderedOn: friday, method, isQuoting, leadDaysMax })

  test('ready pieces leave on the working day after the last day to pay', () => {
    expect(promise('card', null)).toBe('2026-11-23')
    expect(promise('transfer', null)).toBe('2026-11-23')
    expect(promise('transfer', null, true)).toBe('2026-11-24')
  })

  test('woven pieces count from the last day to pay too, and never fall on a weekend', () => {
    expect(promise('card', 10)).toBe('2026-11-30')
    expect(promise('card', 8)).toBe('2026-11-30')
    expect(promise('transfer', 10)).toBe('2026-12-01')
  })

  test('a parcel is late until it has left; one that waits at the counter is not', () => {
    const promised = { promiseOn: friday, delivery: 'courier' as const }
    const late = (over: Partial<Parameters<typeof isPastPromise>[0]>, on: string) =>
      isPastPromise({ ...promised, state: 'accepted', ...over }, day(on))
    expect(late({}, '2026-11-20')).toBe(false)
    expect(late({}, '2026-11-21')).toBe(true)
    expect(late({ state: 'packed' }, '2026-11-21')).toBe(true)
    expect(late({ state: 'packed', delivery: 'pickup-library' }, '2026-11-21')).toBe(false)
    expect(late({ state: 'dispatched' }, '2026-11-21')).toBe(false)
    expect(late({ state: 'waiting' }, '2026-11-21')).toBe(false)
  })

  test('working days skip Saturday and Sunday', () => {
    expect(workingDayFrom(day('2026-11-22'))).toBe('2026-11-23')
    expect(addWorkingDays(friday, 2)).toBe('2026-11-24')
    expect(lastProblemDay(friday)).toBe('2026-11-24')
  })
})

test('order codes are read as people type them', () => {
  for (const typed of ['P-7F3K9Q', 'p-7f3k9q', 'P 7F3K9Q', 'p7f3k9q', '7F3K9Q', ' 7f3 k9q ']) {
    expect(tidyOrderCode(typed)).toBe('P-7F3K9Q')
  }
})

test('what is collected is never declined for want of a way to send it', () => {
  expect(declineReasons('courier')).toContain('cannot-ship')
  expect(declineReasons('pickup-group')).not.toContain('cannot-ship')
  expect(declineReasons('pickup-group')).toContain('other')
})

test('a group brings things itself only inside its own regency', () => {
  const byHand = { way: 'local', carrier: null, trackingNumber: null } as const
  expect(waysToSend({ isNear: false })).toEqual(['courier', 'boat'])
  expect(sentMisfit({ delivery: 'courier', isNear: false }, byHand)).toBe('too-far-to-bring')
  expect(sentMisfit({ delivery: 'courier', isNear: true }, byHand)).toBeNull()
  expect(sentMisfit({ delivery: 'pickup-group', isNear: false }, { ...byHand, way: null })).toBeNull()
})
