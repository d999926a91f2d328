import { sql } from 'kysely'

/** Whether somebody was asked what sending `parcel` costs; a tariff's cost was shown at the checkout and stands. */
export const wasShippingSaid = sql<boolean>`exists (select from order_event as event
  where event.parcel_id = parcel.id and event.kind = 'shipping-confirmed')`
