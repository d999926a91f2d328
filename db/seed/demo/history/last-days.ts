import type { Script } from './plan.ts'

/** What stands open when somebody first looks: each state a buyer, a group and a member of staff can meet. */
export const LAST_DAYS: Script[] = [
  // waiting for the money
  {
    hoursBefore: 6.7,
    who: 'domestic',
    payment: 'transfer',
    course: 'plain',
    stopsAfter: 'placed',
  },
  {
    hoursBefore: 2.2,
    who: 'domestic',
    payment: 'transfer',
    course: 'plain',
    stopsAfter: 'placed',
    groupCount: 2,
  },
  // the proof is there, staff must look
  {
    hoursBefore: 21.4,
    who: 'domestic',
    payment: 'transfer',
    course: 'plain',
    stopsAfter: 'proof',
  },
  {
    hoursBefore: 19.1,
    who: 'domestic',
    payment: 'transfer',
    course: 'plain',
    stopsAfter: 'proof',
  },
  { hoursBefore: 8.6, who: 'domestic', payment: 'transfer', course: 'plain', stopsAfter: 'proof' },
  // money of another amount: staff have asked the buyer
  {
    workdaysBefore: 1,
    hour: 10.4,
    who: 'domestic',
    payment: 'transfer',
    course: 'wrong-amount',
    stopsAfter: 'proof',
  },
  // paid, the group has not answered yet
  { workdaysBefore: 1, hour: 8.1, who: 'domestic', payment: 'transfer', course: 'plain', stopsAfter: 'paid' },
  {
    workdaysBefore: 1,
    hour: 12.5,
    who: 'domestic',
    payment: 'transfer',
    course: 'plain',
    stopsAfter: 'paid',
  },
  // being made or packed
  {
    workdaysBefore: 3,
    hour: 17.2,
    who: 'domestic',
    payment: 'transfer',
    course: 'plain',
    stopsAfter: 'accepted',
  },
  {
    workdaysBefore: 2,
    hour: 11.7,
    who: 'domestic',
    payment: 'transfer',
    course: 'plain',
    stopsAfter: 'accepted',
  },
  {
    workdaysBefore: 3,
    hour: 9.6,
    who: 'domestic',
    payment: 'transfer',
    course: 'plain',
    stopsAfter: 'packed',
  },
  {
    workdaysBefore: 2,
    hour: 19.5,
    who: 'domestic',
    payment: 'pickup',
    course: 'plain',
    stopsAfter: 'packed',
  },
  { hoursBefore: 7.6, who: 'domestic', payment: 'pickup', course: 'plain', stopsAfter: 'placed' },
  // late: promised days ago
  {
    workdaysBefore: 15,
    hour: 19.1,
    who: 'domestic',
    payment: 'transfer',
    course: 'plain',
    stopsAfter: 'accepted',
  },
  {
    workdaysBefore: 12,
    hour: 12.2,
    who: 'domestic',
    payment: 'transfer',
    course: 'plain',
    stopsAfter: 'paid',
  },
  {
    workdaysBefore: 10,
    hour: 20.3,
    who: 'domestic',
    payment: 'transfer',
    course: 'plain',
    stopsAfter: 'packed',
  },
  // on the way
  {
    workdaysBefore: 6,
    hour: 8.8,
    who: 'domestic',
    payment: 'transfer',
    course: 'plain',
    stopsAfter: 'dispatched',
  },
  // the shipping cost is still to be confirmed
  { hoursBefore: 19.8, who: 'remote', payment: 'transfer', course: 'plain', stopsAfter: 'placed' },
  { hoursBefore: 5.1, who: 'abroad', payment: 'transfer', course: 'plain', stopsAfter: 'placed' },
  // a refund that staff have still to send, and a piece that came damaged
  {
    workdaysBefore: 3,
    hour: 13.1,
    who: 'domestic',
    payment: 'transfer',
    course: 'declined',
    stopsAfter: 'paid',
  },
  {
    workdaysBefore: 16,
    hour: 15.6,
    who: 'domestic',
    payment: 'transfer',
    course: 'problem',
    stopsAfter: 'dispatched',
  },
]
