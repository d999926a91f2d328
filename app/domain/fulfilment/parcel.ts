import { PROBLEM_WORKING_DAYS, receiveDays } from '#app/domain/orders/deadlines.ts'
import {
  type Delivery,
  DISPATCH_WAYS,
  type DispatchWay,
  isPickup,
  isReadyToCollect,
  type OrderStatus,
  type ParcelOf,
  type ParcelState,
  type PaymentState,
} from '#app/domain/orders/order-status.ts'
import { addWorkingDays } from '#app/domain/orders/working-days.ts'
import { addDays, type Day, localDayOf } from '#app/lib/day.ts'

/** Why a parcel is called off; all but `buyer-asked` are the group's own reasons. */
export const DECLINE_REASONS = [
  'out-of-stock',
  'damaged',
  'too-late',
  'cannot-ship',
  'buyer-asked',
  'other',
] as const
export type DeclineReason = (typeof DECLINE_REASONS)[number]

/** Why a parcel may be called off; nothing is sent of what is collected. */
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

/** How a parcel left its group's hands. */
export interface Sent {
  /** Whatever had been agreed; null where the buyer fetched it. */
  way: DispatchWay | null
  /** The courier or the boat; null where the group brings it or the buyer fetched it. */
  carrier: string | null
  /** Couriers give one, boats hardly ever. */
  trackingNumber: string | null
}
/** The buyer came to the group for it. */
export const FETCHED: Sent = { way: null, carrier: null, trackingNumber: null }
/** A carrier is needed and has no name, or is named though nobody carries it; or the group would bring it too far. */
export type WayMisfit = 'carrier-missing' | 'carrier-needless' | 'too-far-to-bring'
/** `wrong-way`: sent although the buyer comes for it, or the other way round. */
export type SentMisfit = WayMisfit | 'wrong-way'

interface Reach {
  /** Whether it goes to the regency of its group. */
  isNear: boolean
}

/** By what ways a parcel can be sent: a group brings things itself only inside its own regency. */
export const waysToSend = ({ isNear }: Reach): DispatchWay[] =>
  DISPATCH_WAYS.filter((way) => way !== 'local' || isNear)

/**
 * What does not fit of a way and a carrier. A courier and a boat have a name; who brings it herself needs none, and a name
 * would be taken for a courier's.
 */
export const wayMisfit = (
  { isNear }: Reach,
  { way, carrier, trackingNumber }: Omit<Sent, 'trackingNumber'> & Partial<Sent>,
): WayMisfit | null => {
  if (way === 'courier' || way === 'boat') return carrier ? null : 'carrier-missing'
  if (way === 'local' && !isNear) return 'too-far-to-bring'
  return carrier || trackingNumber ? 'carrier-needless' : null
}

/** What of how a parcel is said to have left cannot be so; null where it can. */
export const sentMisfit = (parcel: Reach & { delivery: Delivery }, sent: Sent): SentMisfit | null =>
  isPickup(parcel.delivery) === (sent.way === null) ? wayMisfit(parcel, sent) : 'wrong-way'

interface Travelling {
  delivery: Delivery
  dispatchWay: DispatchWay | null
  daysMin: number | null
  daysMax: number | null
}
/**
 * The first and the last day on which a parcel should arrive that leaves on a day. Null where nobody has said how long it
 * takes, and where it went another way than the one the days were said for.
 */
export function arrivalDays(
  { delivery, dispatchWay, daysMin, daysMax }: Travelling,
  leaves: Day,
): [first: Day, last: Day] | null {
  if (daysMax === null || (dispatchWay !== null && dispatchWay !== delivery)) return null
  return [addDays(leaves, daysMin ?? daysMax), addDays(leaves, daysMax)]
}

/** On its way with somebody; a wrong number may be the very thing the buyer complains of. */
export const canCorrectDispatch = ({
  state,
  delivery,
}: {
  state: ParcelState
  delivery: Delivery
}): boolean => state === 'dispatched' && !isPickup(delivery)

/** Called off after its group had brought it to the library: the pieces lie there, and somebody has to fetch them. */
export const wasBroughtInVain = ({
  state,
  delivery,
  packedAt,
}: ParcelOf & { packedAt: Date | string | null }): boolean =>
  (state === 'declined' || state === 'cancelled') && delivery === 'pickup-library' && packedAt !== null

interface Reported {
  problemAt: Date | string | null
  problemSettledAt: Date | string | null
}
/** The buyer says something is wrong, and staff have not settled it yet. */
export const hasOpenProblem = ({ problemAt, problemSettledAt }: Reported): boolean =>
  problemAt !== null && problemSettledAt === null

/** The buyer has the goods and keeps them; the parcel is not there yet and is waited for; the buyer gets all of it back. */
export const PROBLEM_OUTCOMES = ['kept', 'awaited', 'refunded'] as const
export type ProblemOutcome = (typeof PROBLEM_OUTCOMES)[number]

/**
 * The ends a report can have: only what has left its group, or lies ready to be collected, can be with the buyer; only
 * what has left can come back; and what is there is not waited for.
 */
export function problemOutcomes(parcel: ParcelOf): readonly ProblemOutcome[] {
  if (parcel.state === 'dispatched') return PROBLEM_OUTCOMES
  if (parcel.state === 'received') return ['kept', 'refunded']
  return isReadyToCollect(parcel) ? ['kept', 'awaited'] : ['awaited']
}

export type DeskStatus = OrderStatus | 'reported' | 'excess'
/**
 * Where an order stands for staff: whatever its parcels do, with a report open it waits for them, and so it does once its
 * total has come and more.
 * @see docs/decisions/0109-an-order-that-has-its-total-does-not-end.md
 */
export function deskStatus({
  status,
  parcels,
  hasItsTotal,
}: {
  status: OrderStatus
  parcels: readonly Reported[]
  hasItsTotal: boolean
}): DeskStatus {
  if (parcels.some(hasOpenProblem)) return 'reported'
  return status === 'awaiting-payment' && hasItsTotal ? 'excess' : status
}

interface Left extends Reported {
  state: ParcelState
  dispatchedAt: Date | string | null
  daysMax: number | null
}
/** The day on which a parcel counts as received if nobody says anything, counted anew from a report's end; null while that clock does not run. */
export function receivedByItselfOn(parcel: Left): Day | null {
  const { state, dispatchedAt, problemSettledAt, daysMax } = parcel
  if (state !== 'dispatched' || !dispatchedAt || hasOpenProblem(parcel)) return null
  const from = Math.max(Number(new Date(dispatchedAt)), Number(new Date(problemSettledAt ?? 0)))
  return addDays(localDayOf(new Date(from)), receiveDays(daysMax))
}

/** The last day on which a buyer can report a problem with a parcel received on a day. */
export const lastProblemDay = (receivedOn: Day): Day => addWorkingDays(receivedOn, PROBLEM_WORKING_DAYS)

interface Dispatched {
  dispatchWay: DispatchWay | null
  dispatchCarrier: string | null
  trackingNumber: string | null
}
/** Whether all that is said of how a parcel left stands there already. */
export const wasSentSo = (
  { dispatchWay, dispatchCarrier, trackingNumber }: Dispatched,
  sent: Sent,
): boolean =>
  dispatchWay === sent.way && dispatchCarrier === sent.carrier && trackingNumber === sent.trackingNumber
