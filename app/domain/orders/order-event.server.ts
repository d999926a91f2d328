import { sql } from 'kysely'
import type { Ctx } from '#app/platform/context.server.ts'
import type { JsonObject } from '#db/schema.ts'

/** What can happen to an order. The buyer's page and the staff's read it from first to last. */
export type OrderEventKind =
  | 'placed'
  | 'shipping-confirmed'
  | 'shipping-corrected'
  | 'priced'
  | 'proof-sent'
  | 'proof-refused'
  | 'wrong-amount'
  /** Money beside what paid the order. */
  | 'money-again'
  | 'card-opened'
  | 'processing'
  | 'card-failed'
  | 'paid'
  | 'expired'
  | 'cancelled'
  | 'refund-due'
  | 'refund-sent'
  | 'refund-failed'
  /** The buyer's bank disputes the card payment, and how that ended. */
  | 'disputed'
  | 'dispute-won'
  | 'dispute-lost'
  | 'accepted'
  | 'packed'
  | 'unpacked'
  | 'dispatched'
  | 'undispatched'
  | 'dispatch-corrected'
  | 'received'
  | 'declined'
  | 'problem'
  | 'problem-settled'

/** Who did it: the buyer by the order's link, the clock, the card provider, or a signed-in user's id. */
export type EventActor = 'buyer' | 'system' | 'card' | (string & {})

export interface OrderEvent {
  orderId: string
  parcelId?: string
  kind: OrderEventKind
  actor: EventActor
  detail?: JsonObject
}

/** Adds to what happened, in the change's own transaction. Events are never rewritten. */
export async function recordEvent({ db }: Ctx, event: OrderEvent): Promise<void> {
  await db
    .insertInto('order_event')
    .values({
      order_id: event.orderId,
      parcel_id: event.parcelId ?? null,
      kind: event.kind,
      actor: event.actor,
      detail: JSON.stringify(event.detail ?? {}),
    })
    .execute()
}

/** How often something has happened to an order, or to one parcel of it; who locked the order or the parcel can rely on it. */
export async function countEvents(
  { db }: Ctx,
  { orderId, parcelId, kind }: { orderId: string; parcelId?: string; kind: OrderEventKind },
): Promise<number> {
  let events = db.selectFrom('order_event').where('order_id', '=', orderId).where('kind', '=', kind)
  if (parcelId) events = events.where('parcel_id', '=', parcelId)
  const { count } = await events
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/**
 * How staff and buyer settled the last report about `parcel`, in the words of staff; null where there is none, and once the
 * parcel is off, since it holds no longer.
 */
export const agreedWords = sql<string | null>`(
  select detail ->> 'note' from order_event
  where order_event.order_id = parcel.order_id and order_event.parcel_id = parcel.id and kind = 'problem-settled'
    and parcel.state not in ('declined', 'cancelled')
  order by order_event.id desc limit 1)`
