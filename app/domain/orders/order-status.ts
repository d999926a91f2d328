import type { PaymentMethod } from '#app/domain/carts/checkout-form.ts'
import type { Delivery } from '#app/domain/shipping/quote.ts'

// told at the checkout, kept by the order
export type { Delivery, PaymentMethod }

export type PaymentState =
  | 'quoting'
  | 'awaiting'
  | 'proof-sent'
  | 'processing'
  | 'paid'
  | 'expired'
  | 'cancelled'
  | 'refund-due'
  | 'refunded'
export type ParcelState =
  | 'waiting'
  | 'open'
  | 'accepted'
  | 'packed'
  | 'dispatched'
  | 'received'
  | 'declined'
  | 'cancelled'
  | 'returned'

/** Where the buyer's whole order stands, in the order a good one passes through. */
export type OrderStatus =
  | 'quoting'
  | 'awaiting-payment'
  | 'checking-payment'
  /** The groups have been told; none has accepted its parcel yet. */
  | 'passed-on'
  | 'making'
  | 'ready-to-collect'
  | 'partly-ready'
  | 'partly-sent'
  | 'sent'
  | 'received'
  | 'expired'
  | 'cancelled'
  | 'refund-due'
  | 'refunded'

interface PaymentOf {
  method: PaymentMethod
  state: PaymentState
}
export interface ParcelOf {
  state: ParcelState
  delivery: Delivery
}

/** Whether what it comes to may still change: nobody says that they have paid, and no money is on its way. */
export const canBeRepriced = (state: PaymentState): boolean => state === 'quoting' || state === 'awaiting'

/** Whether all of it can be called off: once money may be on its way, that has to be looked at first. */
export const canBeCancelled = canBeRepriced

/** Of these the order's own money is booked: it paid, or is owed back or went back. Whatever else comes goes back. */
export const BOOKED = ['paid', 'refund-due', 'refunded'] as const satisfies PaymentState[]
export const isBooked = (state: PaymentState): boolean => BOOKED.some((booked) => booked === state)

/** Ended before anybody paid. */
export const isGivenUp = (state: PaymentState): boolean => state === 'expired' || state === 'cancelled'

/** Whether a photo of a transfer still says something: until its money is booked, and after its end, for late money. */
export const canBeProved = (state: PaymentState): boolean =>
  state === 'awaiting' || state === 'proof-sent' || isGivenUp(state)

/** The ways a parcel leaves its group: brought by the group itself, on a boat, with a courier. */
export const DISPATCH_WAYS = ['courier', 'boat', 'local'] as const satisfies Delivery[]
export type DispatchWay = (typeof DISPATCH_WAYS)[number]

/** Whether the buyer comes for it, to the library or to the group. */
export const isPickup = (delivery: Delivery): boolean => delivery.startsWith('pickup-')
/** Whether a parcel no longer counts: the group could not send it, nobody paid for it, or its money went back. */
export const isClosed = (state: ParcelState): boolean =>
  state === 'declined' || state === 'cancelled' || state === 'returned'

/** It is still to reach its buyer. */
export const isUnderWay = (state: ParcelState): boolean => !isClosed(state) && state !== 'received'

/** An order's status is never stored: it follows from its payment and its parcels, so it cannot disagree with them. */
export function orderStatus(payment: PaymentOf, parcels: readonly ParcelOf[]): OrderStatus {
  switch (payment.state) {
    case 'quoting':
    case 'expired':
    case 'cancelled':
    case 'refund-due':
    case 'refunded':
      return payment.state
    case 'proof-sent':
    case 'processing':
      return 'checking-payment'
    case 'awaiting':
      return payment.method === 'pickup' ? fulfilmentStatus(parcels) : 'awaiting-payment'
    case 'paid':
      return fulfilmentStatus(parcels)
  }
}

/** What is left of the order goes its way; a closed parcel does not hold it up. */
function fulfilmentStatus(parcels: readonly ParcelOf[]): OrderStatus {
  const live = parcels.filter((parcel) => !isClosed(parcel.state))
  const all = (...states: ParcelState[]) => live.every((parcel) => states.includes(parcel.state))
  if (live.length === 0) return 'cancelled'
  if (all('received')) return 'received'
  if (all('dispatched', 'received')) return 'sent'
  const toCome = live.filter((parcel) => isUnderWay(parcel.state))
  if (toCome.every(isReadyToCollect)) return 'ready-to-collect'
  // what waits for the buyer is said before what is on its way
  if (toCome.some(isReadyToCollect)) return 'partly-ready'
  if (all('waiting', 'open')) return 'passed-on'
  return live.some(({ state }) => state === 'dispatched' || state === 'received') ? 'partly-sent' : 'making'
}

/** Whether a parcel waits for the buyer to come for it. */
export const isReadyToCollect = ({ state, delivery }: ParcelOf): boolean =>
  state === 'packed' && isPickup(delivery)
