import { addDays, type Day } from '#app/lib/day.ts'
import { PAY_DAYS, PICKUP_DAYS_AFTER_PROMISE, QUOTE_DAYS } from './deadlines.ts'
import { type Delivery, isPickup, type ParcelState, type PaymentMethod } from './order-status.ts'
import { workingDayFrom } from './working-days.ts'

export interface Promised {
  orderedOn: Day
  method: PaymentMethod
  /** A shipping cost is still to be confirmed. */
  isQuoting: boolean
  /** The longest making time of the parcel's made-to-order lines; null when all are ready. */
  leadDaysMax: number | null
}

/** The days a group has from the last day to pay: one for ready pieces, else as long as the slowest takes to be made. */
export const leadDaysOf = (leadDaysMax: number | null): number => leadDaysMax ?? 1

/** The day by which a parcel is handed over when the money came on a day: never on a weekend. */
export const handOverDay = (paidOn: Day, leadDays: number): Day => workingDayFrom(addDays(paidOn, leadDays))

/**
 * The day by which a parcel is handed over, frozen when the order is placed.
 * It counts from the last day on which the money may come, so it stays true whenever the buyer pays within the time:
 * ready pieces leave on the next working day, made-to-order pieces when the slowest is done.
 * @see docs/decisions/0032-promise-counted-from-the-last-day-to-pay.md
 */
export function promiseDay({ orderedOn, method, isQuoting, leadDaysMax }: Promised): Day {
  const lastPayDay = addDays(orderedOn, isQuoting ? QUOTE_DAYS : PAY_DAYS[method])
  return handOverDay(lastPayDay, leadDaysOf(leadDaysMax))
}

/** Whether a parcel should have left, or have been ready to be collected, before a day. */
export const isPastPromise = (
  { state, delivery, promiseOn }: { state: ParcelState; delivery: Delivery; promiseOn: Day },
  today: Day,
): boolean =>
  promiseOn < today &&
  (state === 'open' || state === 'accepted' || (state === 'packed' && !isPickup(delivery)))

/** The day by which every parcel of an order is handed over: the latest of its parcels' promises. */
export const latestOf = (promises: readonly Day[]): Day => promises.reduce((a, b) => (a > b ? a : b))

/**
 * The last day on which an order that is paid in cash can be collected and paid for, that day included: a week after its
 * last parcel is ready.
 */
export const lastDayToCollect = (promises: readonly Day[]): Day =>
  addDays(latestOf(promises), PICKUP_DAYS_AFTER_PROMISE)
