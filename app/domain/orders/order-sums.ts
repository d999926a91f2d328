import type { Delivery } from '#app/domain/shipping/quote.ts'
import { isClosed, isPickup, type ParcelState, type PaymentState } from './order-status.ts'

/** What is needed to take a total apart. Amounts are whole rupiah. */
export interface OrderSums {
  goodsRupiah: number
  uniqueCodeRupiah: number
  parcels: readonly ParcelSums[]
  refunds: readonly { parcelId: string | null }[]
}

interface ParcelSums {
  id: string
  groupName: string
  state: ParcelState
  delivery: Delivery
  /** null while it is asked for. */
  shippingRupiah: number | null
  lines: readonly { lineRupiah: number }[]
}

export type SumPart =
  | { part: 'goods' | 'code' | 'dropped'; amountRupiah: number }
  /** `group` is null when no other parcel could be meant; the amount while its cost is asked for. */
  | { part: 'shipping'; group: string | null; amountRupiah: number | null }
  /** The buyer comes for it, for nothing. */
  | { part: 'collecting'; group: string | null; amountRupiah: 0 }

/**
 * What an order's total is made of; the parts add up to it exactly. Each parcel's shipping is a part of its own, and so
 * is what was taken off for parcels that a group declined before anybody paid, below zero.
 * @returns amounts in whole rupiah, null where it is not known yet
 */
export function sumParts({ goodsRupiah, uniqueCodeRupiah, parcels, refunds }: OrderSums): SumPart[] {
  // what was paid for stays in the sums: its money comes back as a refund
  const isPaidFor = ({ id }: ParcelSums) => refunds.some(({ parcelId }) => parcelId === id)
  const counted = parcels.filter((parcel) => parcel.state !== 'declined' || isPaidFor(parcel))
  const isOneOfMany = counted.length > 1
  const dropped = parcels
    .filter((parcel) => !counted.includes(parcel))
    .flatMap(({ lines }) => lines)
    .reduce((rupiah, { lineRupiah }) => rupiah - lineRupiah, 0)
  return [
    { part: 'goods', amountRupiah: goodsRupiah },
    ...counted.map(({ groupName, delivery, shippingRupiah }): SumPart => {
      const group = isOneOfMany ? groupName : null
      return isPickup(delivery)
        ? { part: 'collecting', group, amountRupiah: 0 }
        : { part: 'shipping', group, amountRupiah: shippingRupiah }
    }),
    ...(uniqueCodeRupiah > 0 ? [{ part: 'code' as const, amountRupiah: uniqueCodeRupiah }] : []),
    ...(dropped < 0 ? [{ part: 'dropped' as const, amountRupiah: dropped }] : []),
  ]
}

/**
 * The groups that are still asked what sending costs while other parcels' costs are known: these wait for those.
 * @returns group names; none when no cost is asked for, or all are
 */
export function groupsWaitedFor({
  paymentState,
  parcels,
}: Pick<OrderSums, 'parcels'> & { paymentState: PaymentState }): string[] {
  if (paymentState !== 'quoting') return []
  const standing = parcels.filter(({ state }) => !isClosed(state))
  const asked = standing.filter(({ shippingRupiah }) => shippingRupiah === null)
  return asked.length < standing.length ? asked.map(({ groupName }) => groupName) : []
}
