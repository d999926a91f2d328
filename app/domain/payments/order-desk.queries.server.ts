import { type RawBuilder, sql } from 'kysely'
import { isOverdue } from '#app/domain/fulfilment/group-parcels.queries.server.ts'
import { deskStatus } from '#app/domain/fulfilment/parcel.ts'
import { openProblem } from '#app/domain/ledger/open-problem.server.ts'
import { tidyOrderCode } from '#app/domain/orders/find-order.queries.server.ts'
import {
  type Delivery,
  orderStatus,
  type ParcelState,
  type PaymentMethod,
  type PaymentState,
} from '#app/domain/orders/order-status.ts'
import { hasItsTotal } from '#app/domain/orders/wrong-amount.queries.server.ts'
import { parseRupiah } from '#app/lib/format.ts'
import type { StaffCtx } from '#app/platform/context.server.ts'

/** Where staff look for an order. `attention` and `counter` cut across the others; each order stands on one of those. */
export type DeskShelf = 'attention' | 'counter' | 'unpaid' | 'going' | 'done' | 'over'
export const ORDERS_A_PAGE = 25
export const MOST_FOUND = 50

export type DeskOrder = Awaited<ReturnType<typeof listDeskOrders>>[number] & { formerRupiah?: number | null }

/** A page of a shelf: what is due first comes first, what is over last comes first. */
export async function listDeskOrders(ctx: StaffCtx, { shelf, page }: { shelf: DeskShelf; page: number }) {
  const orders = await deskOrders(ctx)
    .where(SHELVES[shelf])
    .orderBy(ORDERS[shelf])
    .orderBy('o.id')
    .limit(ORDERS_A_PAGE)
    .offset((page - 1) * ORDERS_A_PAGE)
    .execute()
  return orders.map(withStatus)
}

/** How many orders stand on each shelf. */
export async function countDeskOrders({ db }: StaffCtx): Promise<Record<DeskShelf, number>> {
  const count = (shelf: DeskShelf) => sql<number>`count(*) filter (where ${SHELVES[shelf]})::int`
  return db
    .selectFrom('shop_order as o')
    .innerJoin('payment', 'payment.order_id', 'o.id')
    .select([
      count('attention').as('attention'),
      count('counter').as('counter'),
      count('unpaid').as('unpaid'),
      count('going').as('going'),
      count('done').as('done'),
      count('over').as('over'),
    ])
    .executeTakeFirstOrThrow()
}

/**
 * Orders by what staff have in hand: a code, a buyer's name or part of it, an amount or the last three digits of a
 * transfer's, or a phone number or its end.
 * @param words as typed: `P-7F3K9Q`, `rini`, `Rp305.123`, `123`, `7890`, `0812-3456-7890`
 * @returns each with its former total where that is what was looked for: what it came to before its cost of sending was corrected
 */
export async function findDeskOrders(ctx: StaffCtx, words: string) {
  const sought = { amount: parseRupiah(words), digits: /^\d{3}$/.test(words) ? Number(words) : null }
  const former = formerTotal(sought)
  const orders = await deskOrders(ctx)
    .select(former.as('formerRupiah'))
    .where((eb) =>
      eb.or([
        eb('o.code', '=', tidyOrderCode(words)),
        ...hasName(words),
        isSought(sql`payment.total_rupiah`, sought),
        sql<boolean>`${former} is not null`,
        ...(sought.amount === null ? [] : [wasNoted(sought.amount)]),
        ...phoneEnds(words).map((end) => isKnown(sql`right(o.buyer_phone, ${end.length}) = ${end}`)),
      ]),
    )
    .orderBy('o.placed_at', 'desc')
    .limit(MOST_FOUND)
    .execute()
  return orders.map(withStatus)
}

/** A name that holds every word typed, in whatever order. Signs that stand alone are no words. */
function hasName(words: string) {
  const parts = words.match(/\S*[\p{L}\p{N}]\S*/gu)
  const name = spoken(sql`o.buyer_name`)
  const holds = (part: string) => sql`strpos(${name}, nullif(${spoken(sql`${part}::text`)}, '')) > 0`
  return parts ? [isKnown(sql.join(parts.map(holds), sql` and `))] : []
}

/** A name as it sounds: its letters without accents, however the signs and spaces between them are typed. */
const spoken = (name: RawBuilder<unknown>) =>
  sql`regexp_replace(fold(${name}), ${sql.lit('[[:punct:][:space:]`´^~]+')}, '', 'g')`

/** Nobody's name and number stand where an erased buyer's were, and are not found. */
const isKnown = (found: RawBuilder<unknown>) => sql<boolean>`(o.erased_at is null and ${found})`

/**
 * How a stored number may end, by the digits typed. A whole number begins with the 0 that +62 stands for; the digits of a
 * code are none.
 */
function phoneEnds(words: string): string[] {
  const digits = words.replace(/\D/g, '')
  if (digits.length < 4 || /\p{L}/u.test(words)) return []
  return digits.startsWith('0') && digits.length > 8 ? [digits, digits.slice(1)] : [digits]
}

interface Sought {
  amount: number | null
  /** The last three, by which transfers are told from one another. */
  digits: number | null
}

const isSought = (total: RawBuilder<unknown>, { amount, digits }: Sought) =>
  sql<boolean>`coalesce(${total} = ${amount} or (payment.method = 'transfer' and ${total} % 1000 = ${digits}), false)`

/** A buyer may have paid what the order came to before its cost of sending was corrected. null where the total found is the present one. */
const formerTotal = (sought: Sought) =>
  sql<number | null>`case when not ${isSought(sql`payment.total_rupiah`, sought)} then (
    select former.total_rupiah from transfer_total as former
    where former.order_id = o.id and ${isSought(sql`former.total_rupiah`, sought)}
    order by lower(former.used) desc limit 1) end`

/** What came may be another amount, which staff noted. */
const wasNoted = (amount: number) =>
  sql<boolean>`exists (select from staff_task where order_id = o.id and kind = 'wrong-amount'
    and detail ->> 'amountRupiah' = ${String(amount)})`

const anyParcel = (condition: RawBuilder<unknown>) =>
  sql<boolean>`exists (select from parcel where parcel.order_id = o.id and ${condition})`
const isAgreed = sql`(payment.state = 'paid' or (payment.method = 'pickup' and payment.state = 'awaiting'))`
/** Not at its end for somebody: a report keeps open what has arrived, too. */
const isMoving = anyParcel(sql`(parcel.state in ('waiting', 'open', 'accepted', 'packed', 'dispatched')
  or ${openProblem('parcel')})`)
const isHere = anyParcel(sql`parcel.state = 'received'`)

/** Of an order `o` and its `payment`: something about it waits for staff, or is late. */
export const needsAttention = sql<boolean>`(payment.state = 'quoting' or ${anyParcel(isOverdue)}
    or exists (select from staff_task where order_id = o.id and resolved_at is null))`

const SHELVES: Record<DeskShelf, RawBuilder<boolean>> = {
  attention: needsAttention,
  counter: anyParcel(sql`parcel.state = 'packed' and parcel.delivery = 'pickup-library'`),
  unpaid: sql`(payment.state in ('quoting', 'awaiting', 'proof-sent', 'processing') and not ${isAgreed})`,
  going: sql`(${isAgreed} and ${isMoving})`,
  done: sql`(${isAgreed} and not ${isMoving} and ${isHere})`,
  over: sql`(payment.state in ('expired', 'cancelled', 'refund-due', 'refunded')
    or (${isAgreed} and not ${isMoving} and not ${isHere}))`,
}

const dueOn = sql<string | null>`(select min(promise_on) from parcel
  where parcel.order_id = o.id and parcel.state in ('open', 'accepted', 'packed'))`

const ORDERS: Record<DeskShelf, RawBuilder<unknown>> = {
  attention: sql`${dueOn} asc nulls last`,
  counter: sql`(select min(packed_at) from parcel where parcel.order_id = o.id) asc`,
  unpaid: sql`payment.expires_at asc`,
  going: sql`${dueOn} asc nulls last`,
  done: sql`o.placed_at desc`,
  over: sql`o.placed_at desc`,
}

const deskOrders = ({ db }: StaffCtx) =>
  db
    .selectFrom('shop_order as o')
    .innerJoin('payment', 'payment.order_id', 'o.id')
    .leftJoin('district', 'district.code', 'o.district_code')
    .leftJoin('regency', 'regency.code', 'district.regency_code')
    .select((eb) => [
      'o.id',
      'o.code',
      'o.buyer_name as buyerName',
      sql<boolean>`o.erased_at is not null`.as('isErased'),
      'o.country',
      'regency.name as regencyName',
      'o.placed_at as placedAt',
      eb.ref('payment.method').$castTo<PaymentMethod>().as('method'),
      eb.ref('payment.state').$castTo<PaymentState>().as('paymentState'),
      'payment.total_rupiah as totalRupiah',
      'payment.expires_at as expiresAt',
      hasItsTotal.as('hasItsTotal'),
      dueOn.as('dueOn'),
      anyParcel(isOverdue).as('isLate'),
      sql<number>`(select count(*)::int from staff_task where order_id = o.id and resolved_at is null)`.as(
        'openTasks',
      ),
      sql<DeskParcel[]>`(
        select json_agg(json_build_object('state', parcel.state, 'delivery', parcel.delivery,
          'problemAt', parcel.problem_at, 'problemSettledAt', parcel.problem_settled_at,
          'groupName', craft_group.name) order by parcel.id)
        from parcel join craft_group on craft_group.id = parcel.group_id
        where parcel.order_id = o.id)`.as('parcels'),
    ])

interface DeskParcel {
  state: ParcelState
  delivery: Delivery
  problemAt: string | null
  problemSettledAt: string | null
  groupName: string
}

interface StandingOf {
  method: PaymentMethod
  paymentState: PaymentState
  parcels: DeskParcel[]
  hasItsTotal: boolean
}

function withStatus<Row extends StandingOf>(row: Row) {
  const status = orderStatus({ method: row.method, state: row.paymentState }, row.parcels)
  return { ...row, status: deskStatus({ ...row, status }) }
}
