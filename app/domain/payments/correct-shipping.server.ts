import type { KeeperCtx, LockedParcel } from '#app/domain/fulfilment/lock-parcel.server.ts'
import { postponeParcels } from '#app/domain/fulfilment/order-parcels.server.ts'
import { type WayMisfit, wayMisfit } from '#app/domain/fulfilment/parcel.ts'
import { wasShippingSaid } from '#app/domain/fulfilment/shipping-said.server.ts'
import { notifyBuyer } from '#app/domain/notices/queue-notice.server.ts'
import { countEvents } from '#app/domain/orders/order-event.server.ts'
import { canBeRepriced } from '#app/domain/orders/order-status.ts'
import { ok, type Result, refuse } from '#app/lib/result.ts'
import { within } from '#app/platform/context.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import type { ConfirmShipping } from './confirm-shipping.server.ts'
import { lockParcelWithPayment } from './lock-parcel-with-payment.server.ts'
import type { LockedPayment } from './lock-payment.server.ts'
import { findPrice, type Price, setPrice, totalOf, writePrice } from './price-order.server.ts'
import { isPricedByStaff, writeShipping } from './said-shipping.server.ts'

export interface CorrectShipping extends ConfirmShipping {
  /** The cost that is corrected, as whoever corrects it sees it. */
  seenRupiah: number
  /** The card page that the provider has just said is closed. */
  closedSessionId?: string
}

export type CorrectShippingRefusal =
  | { code: 'unknown-parcel' }
  /** A tariff's cost, one that is not said yet, or an order that is paid, being paid or over. */
  | { code: 'nothing-to-correct' }
  | { code: 'unchanged' }
  /** Somebody else has corrected it since it was looked at. */
  | { code: 'moved' }
  | { code: WayMisfit }
  | { code: 'priced-by-staff' }
  /** The old total can still be paid: expire the page at the provider and call again with its id. */
  | { code: 'card-page-open'; sessionId: string }
  | { code: 'no-free-total' }

interface Locked {
  payment: LockedPayment
  parcel: LockedParcel
}

/**
 * What was said of sending a parcel was wrong: until the order is paid, whoever may say it may say it again. Another
 * cost gives an order that has a total another one, with a new day to pay it, and the buyer is told both. Refused for a
 * tariff's cost, once a proof waits or money is on its way, for a cost that is another by now than the one looked at, and
 * while the old total can be paid on an open card page.
 * @returns whether the buyer was told; while another parcel's cost is still asked for they are told with that one
 * @see docs/decisions/0089-a-told-cost-can-be-corrected-until-it-is-paid.md
 */
export function correctShipping(
  ctx: KeeperCtx,
  command: CorrectShipping,
): Promise<Result<{ isTold: boolean }, CorrectShippingRefusal>> {
  return inTransaction(ctx.db, async (trx) => {
    const inside = within(ctx, trx)
    const locked = await lockParcelWithPayment(inside, command.parcelId)
    if (!locked) return refuse({ code: 'unknown-parcel' })
    if (!(await isCorrectable(inside, locked))) return refuse({ code: 'nothing-to-correct' })
    if (isPricedByStaff(ctx, locked.payment)) return refuse({ code: 'priced-by-staff' })
    const misfit = wayMisfit(locked.parcel, { way: command.delivery, carrier: command.carrier })
    if (misfit) return refuse({ code: misfit })
    if (isSame(locked.parcel, command)) return refuse({ code: 'unchanged' })
    if (locked.parcel.shippingRupiah !== command.seenRupiah) return refuse({ code: 'moved' })
    if (!isNewTotal(locked, command)) return write(inside, locked, command, null)
    const { cardSessionId: sessionId } = locked.payment
    if (sessionId && sessionId !== command.closedSessionId)
      return refuse({ code: 'card-page-open', sessionId })
    const price = await findPrice(inside, locked.payment, command)
    if (price === 'no-free-total') return refuse({ code: price })
    return write(inside, locked, command, price === 'unknown' ? null : price)
  })
}

/** A tariff's cost was shown to the buyer at the checkout and stands; only what somebody said can have been wrong. */
async function isCorrectable({ db }: KeeperCtx, { payment, parcel }: Locked): Promise<boolean> {
  if (!canBeRepriced(payment.state) || payment.isPastDue || parcel.state !== 'waiting') return false
  const { wasSaid } = await db
    .selectFrom('parcel')
    .where('parcel.id', '=', parcel.id)
    .select(wasShippingSaid.as('wasSaid'))
    .executeTakeFirstOrThrow()
  return wasSaid
}

const isSame = (parcel: LockedParcel, said: CorrectShipping): boolean =>
  (['shippingRupiah', 'delivery', 'carrier', 'daysMin', 'daysMax'] as const).every(
    (part) => parcel[part] === said[part],
  )

/** The same cost by another courier leaves the amount, and the time to pay it, as they were told. */
const isNewTotal = ({ payment, parcel }: Locked, said: CorrectShipping): boolean =>
  payment.totalRupiah === null || parcel.shippingRupiah !== said.shippingRupiah

/** @param price what the order comes to now; null while nobody knows, or where it is what it was */
async function write(
  ctx: KeeperCtx,
  { payment, parcel }: Locked,
  { closedSessionId: _closed, seenRupiah: _seen, ...said }: CorrectShipping,
  price: Price | null,
) {
  const totals = price && payment.totalRupiah !== null
  const isRetimed = parcel.daysMin !== said.daysMin || parcel.daysMax !== said.daysMax
  await writeShipping(ctx, parcel, said, {
    kind: 'shipping-corrected',
    action: 'correct-shipping',
    before: {
      shippingRupiah: parcel.shippingRupiah,
      carrier: parcel.carrier,
      ...(isRetimed && { daysMin: parcel.daysMin, daysMax: parcel.daysMax }),
      ...(totals && { totalRupiah: payment.totalRupiah }),
    },
    after: {
      shippingRupiah: said.shippingRupiah,
      carrier: said.carrier,
      ...(isRetimed && { daysMin: said.daysMin, daysMax: said.daysMax }),
      ...(totals && { totalRupiah: totalOf(price) }),
    },
  })
  if (payment.totalRupiah === null) {
    if (price) await writePrice(ctx, payment, price, ctx.actor.userId)
    return ok({ isTold: price !== null })
  }
  if (price) {
    await setPrice(ctx, payment, price)
    await postponeParcels(ctx, payment.orderId)
  }
  await tellBuyer(ctx, payment.orderId, payment.totalRupiah)
  return ok({ isTold: true })
}

/** What is corrected twice is told twice; the locked order keeps the count. */
async function tellBuyer(ctx: KeeperCtx, orderId: string, totalBeforeRupiah: number): Promise<void> {
  const about = `${await countEvents(ctx, { orderId, kind: 'shipping-corrected' })}`
  await notifyBuyer(ctx, { orderId, about, template: 'price-corrected', data: { totalBeforeRupiah } })
}
