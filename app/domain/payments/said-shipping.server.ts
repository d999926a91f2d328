import { writeAudit } from '#app/domain/accounts/write-audit.server.ts'
import type { KeeperCtx, LockedParcel } from '#app/domain/fulfilment/lock-parcel.server.ts'
import { priceParcel, type SaidShipping } from '#app/domain/fulfilment/order-parcels.server.ts'
import { recordEvent } from '#app/domain/orders/order-event.server.ts'
import type { JsonObject } from '#db/schema.ts'
import type { LockedPayment } from './lock-payment.server.ts'

/** Groups know the boat and the courier; what goes abroad is asked for and priced by staff. */
export const isPricedByStaff = ({ actor }: KeeperCtx, { country }: LockedPayment): boolean =>
  actor.kind === 'group' && country !== 'ID'

interface Written {
  kind: 'shipping-confirmed' | 'shipping-corrected'
  action: 'confirm-shipping' | 'correct-shipping'
  /** What stood there before, and what became of it, where something did. */
  before?: JsonObject
  after: JsonObject
}

/** Writes what sending a parcel costs, in the order's history and, done by staff, in the record of changes. */
export async function writeShipping(
  ctx: KeeperCtx,
  parcel: LockedParcel,
  said: SaidShipping,
  { kind, action, before, after }: Written,
): Promise<void> {
  const { id: parcelId, orderId } = parcel
  await priceParcel(ctx, parcelId, said)
  const detail = before ? { ...after, before } : after
  await recordEvent(ctx, { orderId, parcelId, kind, actor: ctx.actor.userId, detail })
  if (ctx.actor.kind !== 'staff') return
  const { delivery, daysMin, daysMax } = said
  await writeAudit(ctx, {
    action,
    subject: `parcel:${parcelId}`,
    before,
    after: { ...after, delivery, daysMin, daysMax },
  })
}
