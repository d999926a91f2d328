import { PROBLEM_WORKING_DAYS } from '#app/domain/orders/deadlines.ts'
import {
  type Delivery,
  isPickup,
  type OrderStatus,
  type ParcelState,
  type PaymentState,
} from '#app/domain/orders/order-status.ts'
import { addWorkingDays } from '#app/domain/orders/working-days.ts'
import type { Day } from '#app/lib/day.ts'

export const DECLINE_REASONS = ['out-of-stock', 'damaged', 'too-late', 'cannot-ship', 'other'] as const
export type DeclineReason = (typeof DECLINE_REASONS)[number]

/** Why a group may say it cannot; nothing is sent of what is collected. */
export const declineReasons = (delivery: Delivery): readonly DeclineReason[] =>
  DECLINE_REASONS.filter((reason) => !(reason === 'cannot-ship' && isPickup(delivery)))

/** While it is still with the group; before it is paid only when the group is asked what sending it would cost. */
export const canBeDeclined = (state: ParcelState, payment: PaymentState): boolean =>
  state === 'open' ||
  state === 'accepted' ||
  state === 'packed' ||
  (state === 'waiting' && payment === 'quoting')

/** Whether the pieces of a declined parcel are there and good, so that they may be sold again. */
export const isStillSellable = (reason: DeclineReason): boolean =>
  reason !== 'out-of-stock' && reason !== 'damaged'

/** A courier and a boat have a name; a neighbour on a motorbike need not. */
export const needsCarrier = (delivery: Delivery): boolean => delivery === 'courier' || delivery === 'boat'

/** Whether it is left out who carries a parcel that has to go with somebody. */
export const lacksCarrier = (
  delivery: Delivery,
  { carrier, isBrought = false }: { carrier: string | null; isBrought?: boolean },
): boolean => needsCarrier(delivery) && !carrier && !isBrought

/** On its way with somebody; a wrong number may be the very thing the buyer complains of. */
export const canCorrectDispatch = ({
  state,
  delivery,
}: {
  state: ParcelState
  delivery: Delivery
}): boolean => state === 'dispatched' && !isPickup(delivery)

interface Reported {
  problemAt: Date | string | null
  problemSettledAt: Date | string | null
}
/** The buyer says something is wrong, and staff have not settled it yet. */
export const hasOpenProblem = ({ problemAt, problemSettledAt }: Reported): boolean =>
  problemAt !== null && problemSettledAt === null

export type DeskStatus = OrderStatus | 'reported'
/** Where an order stands for staff: whatever its parcels do, with a report open it waits for them. */
export const deskStatus = (status: OrderStatus, parcels: readonly Reported[]): DeskStatus =>
  parcels.some(hasOpenProblem) ? 'reported' : status

/** The last day on which a buyer can report a problem with a parcel received on a day. */
export const lastProblemDay = (receivedOn: Day): Day => addWorkingDays(receivedOn, PROBLEM_WORKING_DAYS)
