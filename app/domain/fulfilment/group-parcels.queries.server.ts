import { type Expression, type RawBuilder, sql } from 'kysely'
import { isNear } from '#app/domain/orders/is-near.server.ts'
import type {
  Delivery,
  DispatchWay,
  ParcelState,
  PaymentMethod,
  PaymentState,
} from '#app/domain/orders/order-status.ts'
import { hasWrongAmount } from '#app/domain/orders/wrong-amount.queries.server.ts'
import { LOCAL_ZONE } from '#app/lib/day.ts'
import { FIRST_NAME } from '#app/lib/first-name.ts'
import type { GroupCtx } from '#app/platform/context.server.ts'
import { wasShippingSaid } from './shipping-said.server.ts'

/** What a group looks through: what is to be done, what is not paid or priced yet, what has left its hands. */
export type ParcelShelf = 'to-do' | 'waiting' | 'sent' | 'closed'

/** With the group still: once brought to the library, a parcel is in the library's hands. */
export const isInHands = sql<boolean>`(parcel.state in ('open', 'accepted')
  or (parcel.state = 'packed' and parcel.delivery <> 'pickup-library'))`

const SHELVES: Record<ParcelShelf, RawBuilder<boolean>> = {
  'to-do': isInHands,
  waiting: sql`parcel.state = 'waiting'`,
  sent: sql`(parcel.state in ('packed', 'dispatched', 'received') and not ${isInHands})`,
  closed: sql`parcel.state in ('declined', 'cancelled', 'returned')`,
}
const SHELF_LIMIT = 200

export type GroupParcel = Awaited<ReturnType<typeof listGroupParcels>>[number]
export type GroupParcelPage = NonNullable<Awaited<ReturnType<typeof findGroupParcel>>>

/** The group's own parcels of a shelf: what is to be done first comes first, what is over last comes first. */
export function listGroupParcels(ctx: GroupCtx, shelf: ParcelShelf) {
  const isOver = shelf === 'sent' || shelf === 'closed'
  return groupParcels(ctx)
    .where(SHELVES[shelf])
    .orderBy('parcel.promise_on', isOver ? 'desc' : 'asc')
    .orderBy('parcel.id', isOver ? 'desc' : 'asc')
    .limit(SHELF_LIMIT)
    .execute()
}

/**
 * One of the group's own parcels. Until it is paid, and after it is closed, the buyer is a first name
 * and the kecamatan that a price depends on: the group needs no more, so the database gives no more. The buyer's note to
 * the group is read while it can be heeded: what is paid in cash is ready before it is paid. Of a buyer who is erased
 * nothing is there to give.
 */
export async function findGroupParcel(ctx: GroupCtx, parcelId: string) {
  const parcel = await groupParcels(ctx)
    .where('parcel.id', '=', parcelId)
    .select((eb) => [
      whenPaid(eb.ref('o.buyer_phone')).as('buyerPhone'),
      whenPaid(eb.ref('o.street')).as('street'),
      whenPaid(eb.ref('o.village')).as('village'),
      whenPaid(eb.ref('o.postal_code')).as('postalCode'),
      whenPaid(eb.ref('o.landmark')).as('landmark'),
      whenAtWork(eb.ref('o.note')).as('note'),
      eb.ref('o.locale').$castTo<'id' | 'en'>().as('locale'),
      'province.name as provinceName',
      'parcel.billable_grams as billableGrams',
      'parcel.days_min as daysMin',
      'parcel.days_max as daysMax',
      wasShippingSaid.as('wasSaid'),
      'parcel.dispatched_at as dispatchedAt',
      'parcel.dispatch_carrier as dispatchCarrier',
      'parcel.tracking_number as trackingNumber',
      'parcel.decline_reason as declineReason',
      'parcel.decline_note as declineNote',
    ])
    .executeTakeFirst()
  return parcel ?? null
}

const isOpen = sql<boolean>`parcel.state not in ('declined', 'cancelled', 'returned')`
const isPaid = sql<boolean>`(payment.state = 'paid' and ${isOpen})`
const whenPaid = <T>(column: Expression<T>) =>
  sql<T | null>`case when ${isPaid} and o.erased_at is null then ${column} end`
const whenAtWork = <T>(column: Expression<T>) =>
  sql<T | null>`case when (${isPaid} or (payment.method = 'pickup' and ${isOpen})) and o.erased_at is null
    then ${column} end`

/** Whole, at the buyer's word. */
const isCalledOff = sql<boolean>`exists (select from order_event where order_id = o.id and kind = 'cancelled')`

const groupParcels = ({ db, actor }: GroupCtx) =>
  db
    .selectFrom('parcel')
    .innerJoin('shop_order as o', 'o.id', 'parcel.order_id')
    .innerJoin('payment', 'payment.order_id', 'parcel.order_id')
    .leftJoin('district', 'district.code', 'o.district_code')
    .leftJoin('regency', 'regency.code', 'district.regency_code')
    .leftJoin('province', 'province.code', 'regency.province_code')
    .where('parcel.group_id', '=', actor.groupId)
    .select((eb) => [
      'parcel.id',
      'o.code as orderCode',
      'o.placed_at as placedAt',
      'o.is_demo as isDemo',
      eb.ref('parcel.state').$castTo<ParcelState>().as('state'),
      eb.ref('parcel.delivery').$castTo<Delivery>().as('delivery'),
      eb.ref('parcel.dispatch_way').$castTo<DispatchWay | null>().as('dispatchWay'),
      eb.ref('payment.state').$castTo<PaymentState>().as('paymentState'),
      'payment.expires_at as expiresAt',
      isPaid.as('isPaid'),
      hasWrongAmount.as('hasWrongAmount'),
      isCalledOff.as('isCalledOff'),
      eb.ref('payment.method').$castTo<PaymentMethod>().as('paymentMethod'),
      isNear.as('isNear'),
      'parcel.carrier',
      'parcel.shipping_rupiah as shippingRupiah',
      'parcel.promise_on as promiseOn',
      isOverdue.as('isLate'),
      'parcel.packed_at as packedAt',
      'parcel.problem_at as problemAt',
      'parcel.problem_settled_at as problemSettledAt',
      sql<string>`case when ${isPaid} then o.buyer_name else substring(o.buyer_name from ${sql.lit(`(?i)${FIRST_NAME}`)}) end`.as(
        'buyerName',
      ),
      sql<boolean>`o.erased_at is not null`.as('isErased'),
      'o.country',
      eb.fn.coalesce('district.spoken', 'district.name').as('districtName'),
      'regency.name as regencyName',
      sql<number>`(select sum(line.line_rupiah::bigint - line.fee_rupiah::bigint)::bigint
        from order_line as line where line.parcel_id = parcel.id)`.as('shareRupiah'),
    ])

/** Past its promise by the group's doing: what waits at the counter for its buyer is nobody's fault. */
export const isOverdue = sql<boolean>`(${isInHands}
  and parcel.promise_on < (moment() at time zone ${sql.lit(LOCAL_ZONE)})::date
  and not (parcel.state = 'packed' and parcel.delivery = 'pickup-group'))`
