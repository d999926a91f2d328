import type { Script } from './plan.ts'

/** What stands open when somebody first looks: each state a buyer, a group and a member of staff can meet. */
export const LAST_DAYS: Script[] = [
  // waiting for the money
  {
    on: '2026-11-20',
    hour: 9.3,
    who: 'domestic',
    payment: 'transfer',
    course: 'plain',
    stopsAfter: 'placed',
  },
  {
    on: '2026-11-20',
    hour: 13.8,
    who: 'domestic',
    payment: 'transfer',
    course: 'plain',
    stopsAfter: 'placed',
    groupCount: 2,
  },
  // the proof is there, staff must look
  {
    on: '2026-11-19',
    hour: 18.6,
    who: 'domestic',
    payment: 'transfer',
    course: 'plain',
    stopsAfter: 'proof',
  },
  {
    on: '2026-11-19',
    hour: 20.9,
    who: 'domestic',
    payment: 'transfer',
    course: 'plain',
    stopsAfter: 'proof',
  },
  { on: '2026-11-20', hour: 7.4, who: 'domestic', payment: 'transfer', course: 'plain', stopsAfter: 'proof' },
  // money of another amount: staff have asked the buyer
  {
    on: '2026-11-19',
    hour: 10.4,
    who: 'domestic',
    payment: 'transfer',
    course: 'wrong-amount',
    stopsAfter: 'proof',
  },
  // paid, the group has not answered yet
  { on: '2026-11-19', hour: 8.1, who: 'domestic', payment: 'transfer', course: 'plain', stopsAfter: 'paid' },
  { on: '2026-11-19', hour: 12.5, who: 'domestic', payment: 'transfer', course: 'plain', stopsAfter: 'paid' },
  // being made or packed
  {
    on: '2026-11-17',
    hour: 17.2,
    who: 'domestic',
    payment: 'transfer',
    course: 'plain',
    stopsAfter: 'accepted',
  },
  {
    on: '2026-11-18',
    hour: 11.7,
    who: 'domestic',
    payment: 'transfer',
    course: 'plain',
    stopsAfter: 'accepted',
  },
  {
    on: '2026-11-17',
    hour: 9.6,
    who: 'domestic',
    payment: 'transfer',
    course: 'plain',
    stopsAfter: 'packed',
  },
  { on: '2026-11-18', hour: 19.5, who: 'domestic', payment: 'pickup', course: 'plain', stopsAfter: 'packed' },
  { on: '2026-11-20', hour: 8.4, who: 'domestic', payment: 'pickup', course: 'plain', stopsAfter: 'placed' },
  // late: promised days ago
  {
    on: '2026-10-30',
    hour: 19.1,
    who: 'domestic',
    payment: 'transfer',
    course: 'plain',
    stopsAfter: 'accepted',
  },
  { on: '2026-11-04', hour: 12.2, who: 'domestic', payment: 'transfer', course: 'plain', stopsAfter: 'paid' },
  {
    on: '2026-11-06',
    hour: 20.3,
    who: 'domestic',
    payment: 'transfer',
    course: 'plain',
    stopsAfter: 'packed',
  },
  // on the way
  {
    on: '2026-11-12',
    hour: 8.8,
    who: 'domestic',
    payment: 'transfer',
    course: 'plain',
    stopsAfter: 'dispatched',
  },
  // the shipping cost is still to be confirmed
  { on: '2026-11-19', hour: 20.2, who: 'remote', payment: 'transfer', course: 'plain', stopsAfter: 'placed' },
  { on: '2026-11-20', hour: 10.9, who: 'abroad', payment: 'transfer', course: 'plain', stopsAfter: 'placed' },
  // a refund that staff have still to send, and a piece that came damaged
  {
    on: '2026-11-17',
    hour: 13.1,
    who: 'domestic',
    payment: 'transfer',
    course: 'declined',
    stopsAfter: 'paid',
  },
  {
    on: '2026-11-05',
    hour: 15.6,
    who: 'domestic',
    payment: 'transfer',
    course: 'problem',
    stopsAfter: 'dispatched',
  },
]
