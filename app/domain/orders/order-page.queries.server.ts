import { type ExpressionBuilder, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { firstPhoto } from '#app/domain/catalogue/cards.queries.server.ts'
import type { Unit } from '#app/domain/catalogue/product.ts'
import { packedCm } from '#app/domain/catalogue/sellable.server.ts'
import type { MoneyAccount } from '#app/domain/ledger/account.ts'
import type { SaleMode } from '#app/domain/stock/hold.ts'
import { type Day, localDayOf } from '#app/lib/day.ts'
import type { Ctx, StaffCtx } from '#app/platform/context.server.ts'
import type { DB } from '#db/schema.ts'
import { isNear } from './is-near.server.ts'
import { agreedWords, type OrderEventKind } from './order-event.server.ts'
import {
  type Delivery,
  type DispatchWay,
  orderStatus,
  type ParcelState,
  type PaymentMethod,
  type PaymentState,
} from './order-status.ts'
import { isPastPromise } from './promise.ts'
import { isLateProofWaiting, returnedAmountsOf, wrongAmountOf } from './wrong-amount.queries.server.ts'

export type OrderPage = Awaited<ReturnType<typeof readOrders>>[number]
export type OrderPageParcel = OrderPage['parcels'][number]

/** Everything the buyer's order page shows; the caller has proved that the page is theirs. Null for an erased order. */
export const findOrderPage = async (ctx: Ctx, orderId: string): Promise<OrderPage | null> =>
  (await listOrderPages(ctx, [orderId]))[0] ?? null

/** The same of some orders, the newest first. */
export const listOrderPages = async (ctx: Ctx, orderIds: readonly string[]): Promise<OrderPage[]> =>
  (await readOrders(ctx, orderIds)).filter(({ erasedAt }) => erasedAt === null)

/** An order as staff see it, who also find what is left of one whose buyer is erased. */
export const findStaffOrder = async (ctx: StaffCtx, orderId: string): Promise<OrderPage | null> =>
  (await readOrders(ctx, [orderId]))[0] ?? null

/** In one statement. Amounts are whole rupiah, instants ISO text inside the nested rows, days `YYYY-MM-DD`. */
async function readOrders(ctx: Ctx, orderIds: readonly string[]) {
  const rows = await ctx.db
    .selectFrom('shop_order as o')
    .innerJoin('payment', 'payment.order_id', 'o.id')
    .leftJoin('district', 'district.code', 'o.district_code')
    .leftJoin('regency', 'regency.code', 'district.regency_code')
    .leftJoin('province', 'province.code', 'regency.province_code')
    .leftJoin('receiving_account as account', 'account.id', 'payment.receiving_account_id')
    .where('o.id', 'in', orderIds)
    .orderBy('o.placed_at', 'desc')
    .select((eb) => [
      'o.id',
      'o.code',
      'o.link_version as linkVersion',
      eb.ref('o.locale').$castTo<'id' | 'en'>().as('locale'),
      'o.buyer_name as buyerName',
      'o.buyer_phone as buyerPhone',
      'o.buyer_email as buyerEmail',
      'o.country',
      'o.district_code as districtCode',
      'o.street',
      'o.village',
      'o.postal_code as postalCode',
      'o.landmark',
      'o.note',
      'o.goods_rupiah as goodsRupiah',
      'o.placed_at as placedAt',
      'o.is_demo as isDemo',
      'o.erased_at as erasedAt',
      eb.fn.coalesce('district.spoken', 'district.name').as('districtName'),
      'regency.name as regencyName',
      'province.name as provinceName',
      eb.ref('payment.method').$castTo<PaymentMethod>().as('method'),
      eb.ref('payment.state').$castTo<PaymentState>().as('paymentState'),
      'payment.shipping_rupiah as shippingRupiah',
      'payment.unique_code_rupiah as uniqueCodeRupiah',
      'payment.total_rupiah as totalRupiah',
      'payment.expires_at as expiresAt',
      'payment.proof_sent_at as proofSentAt',
      'payment.proof_refused_reason as proofRefusedReason',
      'payment.card_session_id as cardSessionId',
      'payment.card_attempt as cardAttempt',
      'payment.paid_at as paidAt',
      'account.bank as accountBank',
      'account.number as accountNumber',
      'account.holder as accountHolder',
      'account.is_demo as accountIsDemo',
      parcelsOf(ctx, eb).as('parcels'),
      refundsOf(eb).as('refunds'),
      eventsOf(eb).as('events'),
      wrongAmountOf(eb).as('wrongAmount'),
      returnedAmountsOf(eb).as('returnedAmounts'),
      isLateProofWaiting.as('isLateProofWaiting'),
      sql<boolean>`payment.expires_at > moment()`.as('isStillPayable'),
    ])
    .execute()
  const today = localDayOf(ctx.now)
  return rows.map((row) => ({
    ...row,
    parcels: row.parcels.map((parcel) => ({ ...parcel, isLate: isPastPromise(parcel, today) })),
    status: orderStatus({ method: row.method, state: row.paymentState }, row.parcels),
  }))
}

type OfOrder = ExpressionBuilder<DB & { o: DB['shop_order'] }, 'o'>

/** Money owed back, in the order in which it came to be; `payment` is in scope. */
const refundsOf = (order: OfOrder) =>
  jsonArrayFrom(
    order
      .selectFrom('refund')
      .whereRef('refund.order_id', '=', 'o.id')
      .orderBy('refund.created_at')
      .select((refund) => [
        'refund.id',
        'refund.parcel_id as parcelId',
        'refund.amount_rupiah as amountRupiah',
        'refund.reason',
        'refund.state',
        'refund.bank_reference as bankReference',
        'refund.sent_at as sentAt',
        'refund.card_unclear as isUnclear',
        refund.ref('refund.sent_from').$castTo<MoneyAccount | null>().as('sentFrom'),
        sql<boolean>`refund.state = 'due' and payment.card_intent_id is not null`.as('goesByCard'),
      ]),
  )

/** What happened, from first to last. */
const eventsOf = (order: OfOrder) =>
  jsonArrayFrom(
    order
      .selectFrom('order_event as event')
      .whereRef('event.order_id', '=', 'o.id')
      .orderBy('event.id')
      .select((event) => [
        'event.id',
        'event.parcel_id as parcelId',
        event.ref('event.kind').$castTo<OrderEventKind>().as('kind'),
        'event.detail',
        'event.at',
      ]),
  )

/** Each group's parcel with its lines and the picture that shows the piece. */
function parcelsOf(ctx: Ctx, order: OfOrder) {
  return jsonArrayFrom(
    order
      .selectFrom('parcel')
      .innerJoin('craft_group', 'craft_group.id', 'parcel.group_id')
      .innerJoin('village', 'village.code', 'craft_group.village_code')
      .whereRef('parcel.order_id', '=', 'o.id')
      .orderBy('parcel.id')
      .select((eb) => [
        'parcel.id',
        'parcel.group_id as groupId',
        'craft_group.name as groupName',
        'craft_group.slug as groupSlug',
        sql<string | null>`group_phone(craft_group.id)`.as('groupPhone'),
        'craft_group.weave_motif as weaveMotif',
        'craft_group.weave_colour as weaveColour',
        eb.fn.coalesce('village.spoken', 'village.name').as('villageName'),
        eb.ref('parcel.state').$castTo<ParcelState>().as('state'),
        eb.ref('parcel.delivery').$castTo<Delivery>().as('delivery'),
        isNear.as('isNear'),
        'parcel.carrier',
        'parcel.shipping_rupiah as shippingRupiah',
        eb.ref('parcel.promise_on').$castTo<Day>().as('promiseOn'),
        'parcel.billable_grams as billableGrams',
        'parcel.days_min as daysMin',
        'parcel.days_max as daysMax',
        'parcel.accepted_at as acceptedAt',
        'parcel.packed_at as packedAt',
        'parcel.dispatched_at as dispatchedAt',
        'parcel.received_at as receivedAt',
        'parcel.received_by as receivedBy',
        'parcel.closed_at as closedAt',
        eb.ref('parcel.dispatch_way').$castTo<DispatchWay | null>().as('dispatchWay'),
        'parcel.dispatch_carrier as dispatchCarrier',
        'parcel.tracking_number as trackingNumber',
        'parcel.decline_reason as declineReason',
        'parcel.decline_note as declineNote',
        'parcel.problem_note as problemNote',
        'parcel.problem_at as problemAt',
        'parcel.problem_settled_at as problemSettledAt',
        agreedWords.as('problemAgreed'),
        linesOf(ctx, eb).as('lines'),
      ]),
  )
}

function linesOf(ctx: Ctx, parcel: ExpressionBuilder<DB, 'parcel'>) {
  return jsonArrayFrom(
    parcel
      .selectFrom('order_line as line')
      .innerJoin('variant', 'variant.id', 'line.variant_id')
      .innerJoin('product', 'product.id', 'line.product_id')
      .innerJoin('kind', 'kind.slug', 'product.kind')
      .whereRef('line.parcel_id', '=', 'parcel.id')
      .orderBy('line.id')
      .select((eb) => [
        'line.id',
        'line.variant_id as variantId',
        'product.slug as productSlug',
        'line.product_code as productCode',
        'variant.weight_grams as weightGrams',
        packedCm('variant').as('packedCm'),
        'line.title_id as titleId',
        'line.title_en as titleEn',
        'line.label_id as labelId',
        'line.label_en as labelEn',
        'line.unit_price_rupiah as unitPriceRupiah',
        'line.quantity',
        eb.ref('kind.unit').$castTo<Unit>().as('unit'),
        'line.line_rupiah as lineRupiah',
        'line.fee_rupiah as feeRupiah',
        eb.ref('line.mode').$castTo<SaleMode>().as('mode'),
        firstPhoto(ctx, eb as never, eb.ref('product.id')).as('photo'),
      ]),
  )
}
