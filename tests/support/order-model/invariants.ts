import { isClosed, type ParcelState, type PaymentState } from '#app/domain/orders/order-status.ts'
import { sumParts } from '#app/domain/orders/order-sums.ts'
import { type HoldState, type SaleMode, stateWhenPaid } from '#app/domain/stock/hold.ts'
import type { OrderRow, ParcelRow, RefundRow, Snapshot, StockRow } from './snapshot.ts'

/** What the test itself knows: what it put on the shelves and how much money it gave and was given back. */
export interface Truth {
  onShelf: ReadonlyMap<string, number>
  paidIn: number
  sentBack: number
  /** By order: all that its buyer ever transferred, of whatever amount; only where a test keeps count. */
  came?: ReadonlyMap<string, number>
}

/** Everything that is wrong with a snapshot, in words; the numbers are those of the invariants in the trust plan. */
export function findBroken(world: Snapshot, truth: Truth): string[] {
  return [
    ...stockRules(world, truth),
    ...holdRules(world),
    ...orderRules(world),
    ...sumRules(world),
    ...moneyRules(world, truth),
    ...otherAmountRules(world, truth),
    ...balanceRules(world),
  ]
}

const total = <Row>(rows: readonly Row[], of: (row: Row) => number) =>
  rows.reduce((sum, row) => sum + of(row), 0)
const unless = (holds: boolean, words: string) => (holds ? [] : [words])

function stockRules({ stock, holds }: Snapshot, { onShelf }: Truth): string[] {
  const pieces = (row: StockRow, mode: string, ...states: string[]) =>
    total(
      holds.filter(
        (hold) => hold.variant === row.variant && hold.mode === mode && states.includes(hold.state),
      ),
      (hold) => hold.quantity,
    )
  return stock.flatMap((row) => [
    ...unless(
      0 <= row.reserved && row.reserved <= row.onHand,
      `I1 reserved outside what is there: ${row.variant}`,
    ),
    ...unless(
      row.reserved === pieces(row, 'ready', 'held'),
      `I2 reserved is not what is held: ${row.variant}`,
    ),
    ...unless(
      row.openPieces === pieces(row, 'made-to-order', 'held', 'weaving') && row.openPieces <= row.openCap,
      `I2 open pieces are not what is held and woven: ${row.variant}`,
    ),
    ...unless(
      row.onHand + pieces(row, 'ready', 'consumed', 'lost') === onShelf.get(row.variant),
      `I3 pieces appeared or vanished: ${row.variant}`,
    ),
  ])
}

/** I14: every promised piece stands where its parcel and its order's payment say. */
function holdRules({ orders, parcels, holds }: Snapshot): string[] {
  const paymentOf = new Map(orders.map((order) => [order.id, order.state]))
  const parcelOf = new Map(parcels.map((parcel) => [parcel.id, parcel.state]))
  return holds.flatMap(({ order, parcel, mode, state }) => {
    const allowed = holdStates(parcelOf.get(parcel), paymentOf.get(order), mode)
    const words = `I14 a ${mode} piece is ${state} in a ${parcelOf.get(parcel)} parcel of a ${paymentOf.get(order)} order`
    return unless(allowed.includes(state), words)
  })
}

function holdStates(parcel?: ParcelState, payment?: PaymentState, mode: SaleMode = 'ready'): HoldState[] {
  switch (parcel) {
    case 'waiting':
      return ['held']
    case 'open':
      return payment === 'paid' ? [stateWhenPaid(mode)] : ['held']
    case 'accepted':
    case 'packed':
      // what was said to have left, and had not, stays made
      return payment === 'paid' ? [stateWhenPaid(mode), 'consumed'] : ['held']
    case 'declined':
      return ['released', 'lost']
    case 'cancelled':
      return ['released']
    default:
      return ['consumed']
  }
}

function orderRules({ orders, parcels, holds, refunds, postings }: Snapshot): string[] {
  return orders.flatMap((order) => {
    const own = <Row extends { order: string }>(rows: readonly Row[]) =>
      rows.filter((row) => row.order === order.id)
    const states = own(holds).map((hold) => hold.state)
    const confirmations = own(postings).filter(
      ({ kind }) => kind === 'payment' || kind === 'late-money',
    ).length
    const isOver = order.state === 'expired' || order.state === 'cancelled'
    const isPaid = order.state === 'paid' || order.state === 'refund-due' || order.state === 'refunded'
    const owed = total(own(refunds), (refund) => refund.amount)
    const standing = own(parcels).filter(({ state }) => !isClosed(state))
    const isLive = standing.length > 0
    const isUnpaid = ['awaiting', 'proof-sent', 'processing'].includes(order.state)
    const parts = total(standing, ({ goods, shipping }) => goods + (shipping ?? 0)) + order.code
    return [
      ...unless(
        !isUnpaid || order.total === parts,
        `I19 asked for ${order.total}, comes to ${parts} ${order.id}`,
      ),
      ...unless(
        confirmations === (isPaid ? 1 : 0),
        `I11 ${confirmations} confirmations of a ${order.state} order ${order.id}`,
      ),
      ...unless(
        !isOver || !states.some((state) => state === 'held' || state === 'weaving'),
        `I13 ${order.state} order holds stock ${order.id}`,
      ),
      ...unless(!isPaid || !states.includes('held'), `I14 paid order still only holds ${order.id}`),
      ...unless(
        !isPaid || isLive || owed === order.total,
        `I14 nothing left to give and not all given back ${order.id}`,
      ),
      ...unless(owed <= (order.total ?? 0), `I8 more given back than paid ${order.id}`),
      ...unless(
        order.state !== 'refunded' || own(refunds).every(({ state }) => state === 'sent'),
        `I10 refunded, not sent ${order.id}`,
      ),
    ]
  })
}

/** I21: what its page says that an order's total is made of adds up to the total beside it, whatever became of it. */
function sumRules({ orders, parcels, refunds }: Snapshot): string[] {
  return orders.flatMap((order) => {
    if (order.total === null) return []
    const shown = total(shownParts(order, parcels, refunds), ({ amountRupiah }) => amountRupiah ?? 0)
    const words = `I21 the parts of a ${order.method} order that is ${order.state} come to ${shown}, not to ${order.total} ${order.id}`
    return unless(shown === order.total, words)
  })
}

const shownParts = (order: OrderRow, parcels: readonly ParcelRow[], refunds: readonly RefundRow[]) =>
  sumParts({
    goodsRupiah: order.goods,
    uniqueCodeRupiah: order.code,
    parcels: parcels
      .filter((parcel) => parcel.order === order.id)
      .map(({ id, group, state, delivery, shipping, goods }) => ({
        ...{ id, groupName: group, state, delivery, shippingRupiah: shipping },
        lines: [{ lineRupiah: goods }],
      })),
    refunds: refunds
      .filter((refund) => refund.order === order.id)
      .map(({ parcel }) => ({ parcelId: parcel })),
  })

function moneyRules({ orders, postings, balances }: Snapshot, { paidIn, sentBack }: Truth): string[] {
  const held = total(
    balances.filter(({ account }) => ['bank', 'card', 'cash'].includes(account)),
    ({ rupiah }) => rupiah,
  )
  const noted = total(orders, (order) => order.noted)
  return [
    ...unless(
      postings.every((posting) => posting.sum === 0),
      'I4 a transaction does not balance',
    ),
    ...unless(
      held === paidIn - sentBack + noted,
      `I7 the library holds ${held}, it was given ${paidIn}, gave back ${sentBack} and noted ${noted}`,
    ),
  ]
}

/** I20: money of another amount is one task, and none of it is noted, given back or booked that did not come. */
function otherAmountRules({ orders }: Snapshot, { came }: Truth): string[] {
  if (!came) return []
  const isTransfer = ({ method }: OrderRow) => method === 'transfer'
  return orders.filter(isTransfer).flatMap(({ id, state, total: asked, noted, notes, sentBack }) => {
    const isPaid = state === 'paid' || state === 'refund-due' || state === 'refunded'
    const booked = isPaid ? (asked ?? 0) : 0
    const all = came.get(id) ?? 0
    return [
      ...unless(notes <= 1, `I20 ${notes} open notes of a ${state} order ${id}`),
      ...unless(
        booked + noted + sentBack <= all,
        `I20 booked ${booked}, noted ${noted}, gone back ${sentBack}, but ${all} came ${id}`,
      ),
    ]
  })
}

/** I18: the balances computed anew from orders, parcels and refunds. */
function balanceRules({ orders, parcels, refunds, balances }: Snapshot): string[] {
  const paid = new Map(orders.filter(({ state }) => state === 'paid').map((order) => [order.id, order]))
  const live = parcels.filter((parcel) => paid.has(parcel.order) && !isClosed(parcel.state))
  const share = (parcel: ParcelRow) => parcel.goods - parcel.fee + (parcel.shipping ?? 0)
  const expected = new Map<string, number>()
  const owe = (account: string, rupiah: number) =>
    expected.set(account, (expected.get(account) ?? 0) - rupiah)
  for (const parcel of live) {
    owe(`${parcel.state === 'received' ? 'group-payable' : 'group-pending'}:${parcel.group}`, share(parcel))
    owe('fee', parcel.fee)
  }
  for (const order of paid.values()) owe('transfer-code', order.code)
  for (const order of orders) owe('wrong-amount', order.noted)
  for (const refund of refunds) if (refund.state !== 'sent') owe('refunds-due', refund.amount)
  return balances
    .filter(({ account }) => !['bank', 'card', 'cash'].includes(account))
    .flatMap(({ account, rupiah }) =>
      unless(
        rupiah === (expected.get(account) ?? 0),
        `I18 ${account} is ${rupiah}, should be ${expected.get(account) ?? 0}`,
      ),
    )
}
