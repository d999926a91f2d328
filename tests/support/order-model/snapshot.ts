import { sql } from 'kysely'
import type { Delivery, ParcelState, PaymentMethod, PaymentState } from '#app/domain/orders/order-status.ts'
import type { HoldState, SaleMode } from '#app/domain/stock/hold.ts'
import type { Database } from '#app/platform/db.server.ts'

export interface OrderRow {
  id: string
  method: PaymentMethod
  state: PaymentState
  goods: number
  total: number | null
  code: number
  session: string | null
  attempt: number
  proof: string | null
  /** Money of another amount that staff have noted and not dealt with, and how many tasks say so. */
  noted: number
  notes: number
  /** The task that ends by the proof that it went back; null where there is none. */
  noteTask: string | null
  /** What they said has gone back, and a task by which some of it did; null where none did. */
  sentBack: number
  backTask: string | null
}
export interface ParcelRow {
  id: string
  order: string
  group: string
  state: ParcelState
  delivery: Delivery
  shipping: number | null
  goods: number
  fee: number
  problem: boolean
}
export interface RefundRow {
  id: string
  order: string
  parcel: string | null
  state: 'due' | 'sent' | 'failed'
  amount: number
  reference: string | null
}
export interface StockRow {
  variant: string
  onHand: number
  reserved: number
  openCap: number
  openPieces: number
}
export interface HoldRow {
  order: string
  parcel: string
  variant: string
  quantity: number
  mode: SaleMode
  state: HoldState
}
export interface PostingRow {
  order: string
  kind: string
  sum: number
}
export interface Snapshot {
  orders: OrderRow[]
  parcels: ParcelRow[]
  refunds: RefundRow[]
  stock: StockRow[]
  holds: HoldRow[]
  postings: PostingRow[]
  /** account without the group's id, then the group's id or '' */
  balances: { account: string; rupiah: number }[]
}

/** The proof by which the model sends money of another amount back. */
export const SENT_BACK = 'TRX-1'

/** Everything about the orders of some groups, in one statement and so at one moment. */
export async function takeSnapshot(db: Database, groups: readonly string[]): Promise<Snapshot> {
  const { rows } = await sql<Snapshot>`
    with world as (select distinct order_id as id from parcel where group_id = any(${[...groups]}::uuid[]))
    select
      (select coalesce(json_agg(json_build_object('id', o.id, 'method', p.method, 'state', p.state,
          'goods', o.goods_rupiah, 'total', p.total_rupiah, 'code', p.unique_code_rupiah, 'session', p.card_session_id,
          'attempt', p.card_attempt, 'proof', p.proof_image_key,
          'noted', n.noted, 'notes', n.notes, 'noteTask', n.task, 'sentBack', n.sent_back, 'backTask', n.back) order by o.placed_at, o.id), '[]')
        from world join shop_order o using (id) join payment p on p.order_id = o.id
          cross join lateral (select min(id::text) filter (where resolved_at is null) as task,
            count(*) filter (where resolved_at is null) as notes,
            coalesce(sum((detail ->> 'amountRupiah')::bigint) filter (where resolved_at is null), 0) as noted,
            min(id::text) filter (where detail ? 'returnedRupiah') as back,
            coalesce(sum((detail ->> 'returnedRupiah')::bigint), 0) as sent_back
            from staff_task where order_id = o.id and kind = 'wrong-amount') n) as orders,
      (select coalesce(json_agg(json_build_object('id', p.id, 'order', p.order_id, 'group', p.group_id,
          'state', p.state, 'delivery', p.delivery, 'shipping', p.shipping_rupiah, 'goods', l.goods, 'fee', l.fee,
          'problem', p.problem_at is not null and p.problem_settled_at is null) order by p.id), '[]')
        from world join parcel p on p.order_id = world.id
          join (select parcel_id, sum(line_rupiah::bigint) as goods, sum(fee_rupiah::bigint) as fee
            from order_line group by parcel_id) l on l.parcel_id = p.id) as parcels,
      (select coalesce(json_agg(json_build_object('id', r.id, 'order', r.order_id, 'parcel', r.parcel_id, 'state', r.state,
          'amount', r.amount_rupiah, 'reference', r.bank_reference) order by r.id), '[]')
        from world join refund r on r.order_id = world.id) as refunds,
      (select json_agg(json_build_object('variant', s.variant_id, 'onHand', s.on_hand, 'reserved', s.reserved,
          'openCap', s.open_cap, 'openPieces', s.open_pieces))
        from stock s join variant v on v.id = s.variant_id join product p on p.id = v.product_id
        where p.group_id = any(${[...groups]}::uuid[])) as stock,
      (select coalesce(json_agg(json_build_object('order', h.order_id, 'parcel', l.parcel_id, 'variant', h.variant_id,
          'quantity', h.quantity, 'mode', h.mode, 'state', h.state)), '[]')
        from world join stock_hold h on h.order_id = world.id
          join order_line l on l.order_id = h.order_id and l.variant_id = h.variant_id) as holds,
      (select coalesce(json_agg(json_build_object('order', t.order_id, 'kind', t.kind, 'sum', t.total)), '[]')
        from world join (select t.order_id, t.kind, sum(e.amount_rupiah::bigint) as total
          from ledger_transaction t join ledger_entry e on e.transaction_id = t.id group by t.id) t
          on t.order_id = world.id) as postings,
      (select coalesce(json_agg(json_build_object('account', b.account_code, 'rupiah', b.total)), '[]')
        from (select e.account_code, sum(e.amount_rupiah::bigint) as total
          from world join ledger_transaction t on t.order_id = world.id
            join ledger_entry e on e.transaction_id = t.id group by e.account_code) b) as balances
  `.execute(db)
  return rows[0] as Snapshot
}
