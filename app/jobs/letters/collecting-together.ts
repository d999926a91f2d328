import type { OrderPage, OrderPageParcel } from '#app/domain/orders/order-page.queries.server.ts'
import { isReadyToCollect } from '#app/domain/orders/order-status.ts'
import { formatList } from '#app/lib/format.ts'
import type { Locale } from '#app/lib/locale.ts'

/** The other parcels that a buyer collects at the library too. */
const together = ({ parcels }: OrderPage, { id, delivery }: OrderPageParcel): OrderPageParcel[] =>
  delivery === 'pickup-library'
    ? parcels.filter((other) => other.id !== id && other.delivery === delivery)
    : []

/** Those of them that are not ready there yet. */
export const awaitedBeside = (order: OrderPage, parcel: OrderPageParcel): OrderPageParcel[] =>
  together(order, parcel).filter(isAwaited)

/** Those of them that wait there already. */
export const readyBeside = (order: OrderPage, parcel: OrderPageParcel): OrderPageParcel[] =>
  together(order, parcel).filter(isReadyToCollect)

const isAwaited = ({ state }: OrderPageParcel): boolean => ['waiting', 'open', 'accepted'].includes(state)

/** Parcels for which it is worth coming to the library now: nothing more is awaited there. */
export const worthComingFor = (order: OrderPage): OrderPageParcel[] =>
  order.parcels.filter(
    (parcel) =>
      parcel.delivery === 'pickup-library' &&
      isReadyToCollect(parcel) &&
      awaitedBeside(order, parcel).length === 0,
  )

export const groupsOf = (parcels: readonly OrderPageParcel[], locale: Locale): string =>
  formatList(
    parcels.map(({ groupName }) => groupName),
    locale,
  )
