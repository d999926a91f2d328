import { sql } from 'kysely'
import { addDays, type Day, localDayOf, startOfDay } from '#app/lib/day.ts'
import { newCode, newId } from '#app/lib/ids.ts'
import { feeOf, type Rupiah, rupiah, sum } from '#app/lib/money.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { CheckedLine, CheckedOrder } from './check-order.server.ts'
import { CARD_MINUTES, QUOTE_HOURS, TRANSFER_HOURS } from './deadlines.ts'
import type { PlaceOrder, WantedParcel } from './place-order.ts'
import { lastDayToCollect, leadDaysOf, promiseDay } from './promise.ts'

/** What an order comes to. The unique code is added when its transfer total is taken. */
export interface OrderSums {
  goods: Rupiah
  /** null while a parcel's shipping is still to be confirmed. */
  shipping: Rupiah | null
}

export interface NewParcel extends WantedParcel {
  id: string
  promiseOn: Day
  leadDays: number
}

/** What an order comes to in whole rupiah, from prices as the database has them. */
export function sumsOf({ lines, parcels }: CheckedOrder): OrderSums {
  const costs = parcels.map((parcel) => parcel.shippingRupiah)
  const known = costs.filter((cost) => cost !== null)
  return {
    goods: sum(lines.map((line) => line.priceRupiah * line.quantity)),
    shipping: known.length === costs.length ? sum(known) : null,
  }
}

/**
 * Gives each parcel its id and its frozen promise.
 * @see docs/decisions/0032-promise-counted-from-the-last-day-to-pay.md
 */
export function withPromises(
  ctx: Ctx,
  { paymentMethod }: PlaceOrder,
  { lines, parcels }: CheckedOrder,
): NewParcel[] {
  const isQuoting = parcels.some((parcel) => parcel.shippingRupiah === null)
  const orderedOn = localDayOf(ctx.now)
  return parcels.map((parcel, index) => {
    const lead = lines.filter((line) => line.groupId === parcel.groupId).map((line) => line.leadDaysMax ?? 0)
    const leadDaysMax = Math.max(...lead) || null
    return {
      ...parcel,
      id: idInOrder(ctx, index),
      promiseOn: promiseDay({ orderedOn, method: paymentMethod, isQuoting, leadDaysMax }),
      leadDays: leadDaysOf(leadDaysMax),
    }
  })
}

/** Ids of one order's rows sort as the shopper saw them in the cart. */
const idInOrder = ({ now }: Ctx, index: number): string => newId(now.getTime() + index)

/**
 * The order itself, with a public code that no other has.
 * @returns the code: `P-7F3K9Q`
 */
export async function insertOrderRow(
  { db }: Ctx,
  { orderId, goods, isDemo }: { orderId: string; goods: Rupiah; isDemo: boolean },
  { intentId, locale, buyer, destination, note }: PlaceOrder,
): Promise<string> {
  const row = {
    id: orderId,
    intent_id: intentId,
    locale,
    buyer_name: buyer.name,
    buyer_phone: buyer.phone,
    buyer_email: buyer.email,
    country: destination.country,
    district_code: destination.districtCode,
    street: destination.street,
    village: destination.village,
    postal_code: destination.postalCode,
    landmark: destination.landmark,
    note,
    goods_rupiah: goods,
    is_demo: isDemo,
  }
  while (true) {
    const inserted = await db
      .insertInto('shop_order')
      .values({ ...row, code: `P-${newCode(6)}` })
      .onConflict((conflict) => conflict.column('code').doNothing())
      .returning('code')
      .executeTakeFirst()
    if (inserted) return inserted.code
  }
}

/** Parcels wait for the money; only pay-on-pickup parcels are made first and paid at the counter. */
export async function insertParcels(
  { db }: Ctx,
  orderId: string,
  parcels: readonly NewParcel[],
  state: 'waiting' | 'open',
): Promise<void> {
  await db
    .insertInto('parcel')
    .values(
      parcels.map((parcel) => ({
        id: parcel.id,
        order_id: orderId,
        group_id: parcel.groupId,
        state,
        delivery: parcel.delivery,
        carrier: parcel.carrier,
        shipping_rupiah: parcel.shippingRupiah,
        billable_grams: parcel.billableGrams,
        promise_on: parcel.promiseOn,
        lead_days: parcel.leadDays,
        days_min: parcel.daysMin,
        days_max: parcel.daysMax,
      })),
    )
    .execute()
}

/** The lines as they were sold: words, prices, fees and trainings of that day, which later edits do not reach. */
export async function insertLines(
  ctx: Ctx,
  orderId: string,
  lines: readonly CheckedLine[],
  parcels: readonly NewParcel[],
): Promise<void> {
  const parcelOf = new Map(parcels.map((parcel) => [parcel.groupId, parcel.id]))
  await ctx.db
    .insertInto('order_line')
    .values(
      lines.map((line, index) => {
        const lineRupiah = rupiah(line.priceRupiah * line.quantity)
        return {
          id: idInOrder(ctx, index),
          order_id: orderId,
          parcel_id: parcelOf.get(line.groupId) ?? '',
          group_id: line.groupId,
          product_id: line.productId,
          variant_id: line.variantId,
          title_id: line.title.id,
          title_en: line.title.en,
          label_id: line.label.id,
          label_en: line.label.en,
          product_code: line.productCode,
          unit_price_rupiah: line.priceRupiah,
          quantity: line.quantity,
          line_rupiah: lineRupiah,
          fee_basis_points: line.feeBasisPoints,
          fee_rupiah: feeOf(lineRupiah, line.feeBasisPoints),
          mode: line.mode,
          training_ids: sql<string[]>`${line.trainingIds}::uuid[]`,
        }
      }),
    )
    .execute()
}

/** What is to be paid, how and until when; without a total while a cost of sending is still to be confirmed. */
export async function insertPayment(
  { db }: Ctx,
  orderId: string,
  { goods, shipping }: OrderSums,
  given: {
    command: PlaceOrder
    receivingAccountId: string | null
    uniqueCode: Rupiah
    parcels: readonly NewParcel[]
  },
): Promise<void> {
  await db
    .insertInto('payment')
    .values({
      id: newId(),
      order_id: orderId,
      method: given.command.paymentMethod,
      state: shipping === null ? 'quoting' : 'awaiting',
      shipping_rupiah: shipping,
      unique_code_rupiah: given.uniqueCode,
      total_rupiah: shipping === null ? null : sum([goods, shipping, given.uniqueCode]),
      receiving_account_id: given.receivingAccountId,
      expires_at: payUntil(given.command, shipping === null, given.parcels),
    })
    .execute()
}

/** Deadlines run on the database's clock; only a pickup's is a day in the calendar. */
function payUntil({ paymentMethod }: PlaceOrder, isQuoting: boolean, parcels: readonly NewParcel[]) {
  if (isQuoting) return sql<Date>`moment() + make_interval(hours => ${QUOTE_HOURS})`
  if (paymentMethod === 'transfer') return sql<Date>`moment() + make_interval(hours => ${TRANSFER_HOURS})`
  if (paymentMethod === 'card') return sql<Date>`moment() + make_interval(mins => ${CARD_MINUTES})`
  return startOfDay(addDays(lastDayToCollect(parcels.map(({ promiseOn }) => promiseOn)), 1))
}
