import { addDays, type Day } from '#app/lib/day.ts'
import { PAY_DAYS, QUOTE_DAYS } from './deadlines.ts'
import type { PaymentMethod } from './order-status.ts'
import { workingDayFrom } from './working-days.ts'

export interface Promised {
  orderedOn: Day
  method: PaymentMethod
  /** A shipping cost is still to be confirmed. */
  isQuoting: boolean
  /** The longest making time of the parcel's made-to-order lines; null when all are ready. */
  leadDaysMax: number | null
}

/**
 * The day by which a parcel is handed over, frozen when the order is placed.
 * It counts from the last day on which the money may come, so it stays true whenever the buyer pays within the time:
 * ready pieces leave on the next working day, made-to-order pieces when the slowest is done.
 * @see docs/decisions/0032-promise-counted-from-the-last-day-to-pay.md
 */
export function promiseDay({ orderedOn, method, isQuoting, leadDaysMax }: Promised): Day {
  const lastPayDay = addDays(orderedOn, isQuoting ? QUOTE_DAYS : PAY_DAYS[method])
  return workingDayFrom(addDays(lastPayDay, leadDaysMax ?? 1))
}
