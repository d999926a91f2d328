import { sql } from 'kysely'
import { acceptParcel } from '#app/domain/fulfilment/accept-parcel.server.ts'
import { dispatchParcel, undispatchParcel } from '#app/domain/fulfilment/dispatch-parcel.server.ts'
import { handOverPickup } from '#app/domain/fulfilment/hand-over-pickup.server.ts'
import { packParcel, unpackParcel } from '#app/domain/fulfilment/pack-parcel.server.ts'
import { PROBLEM_OUTCOMES } from '#app/domain/fulfilment/parcel.ts'
import { receiveOverdueParcels } from '#app/domain/fulfilment/receive-overdue-parcels.server.ts'
import { receiveParcel } from '#app/domain/fulfilment/receive-parcel.server.ts'
import { reportProblem } from '#app/domain/fulfilment/report-problem.server.ts'
import { isBooked, isGivenUp } from '#app/domain/orders/order-status.ts'
import { placeOrder } from '#app/domain/orders/place-order.server.ts'
import { cancelForBuyer, cancelOrder } from '#app/domain/payments/cancel-order.server.ts'
import type { CardTruth } from '#app/domain/payments/card.ts'
import { attachCardSession } from '#app/domain/payments/card-page.server.ts'
import { confirmShipping } from '#app/domain/payments/confirm-shipping.server.ts'
import {
  confirmTransfer,
  recordTransfer,
  recordTransferAgain,
  type TransferTaken,
} from '#app/domain/payments/confirm-transfer.server.ts'
import { correctShipping } from '#app/domain/payments/correct-shipping.server.ts'
import { declineParcel } from '#app/domain/payments/decline-parcel.server.ts'
import { expirePayment } from '#app/domain/payments/expire-payments.server.ts'
import { markRefundSent } from '#app/domain/payments/mark-refund-sent.server.ts'
import { recordPickupPayment } from '#app/domain/payments/record-pickup-payment.server.ts'
import { refundFailed } from '#app/domain/payments/refund-failed.server.ts'
import { refuseTransferProof } from '#app/domain/payments/refuse-transfer-proof.server.ts'
import { returnBounced } from '#app/domain/payments/return-bounced.server.ts'
import { returnWrongAmount } from '#app/domain/payments/return-wrong-amount.server.ts'
import { sendTransferProof } from '#app/domain/payments/send-transfer-proof.server.ts'
import { settleCardSession } from '#app/domain/payments/settle-card-session.server.ts'
import { settleProblem } from '#app/domain/payments/settle-problem.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { Database } from '#app/platform/db.server.ts'
import { aCommand, asGroup, asStaff } from '../order-builders.ts'
import {
  type HoldRow,
  type OrderRow,
  type ParcelRow,
  type RefundRow,
  SENT_BACK,
  type Snapshot,
} from './snapshot.ts'

export interface World {
  ctx: Ctx & { db: Database }
  variantIds: string[]
  imageKey(): Promise<string>
  paidIn: number
  sentBack: number
  /** By order: all that its buyer ever transferred. */
  came: Map<string, number>
  /** Rows of orders, new with each snapshot, of which somebody said in that moment what came. */
  told: WeakSet<OrderRow>
}

/** One step of the model: which of the things that could be done now, to which of those it could be done to, and how. */
export interface Step {
  act: number
  pick: number
  salt: number
}

/** What could be done now, each on one row of the snapshot. */
type Action = (seen: Snapshot, pick: number) => ((world: World, step: Step) => Promise<unknown>) | undefined

const staff = ({ ctx }: World) => asStaff(ctx)
const keeper = ({ ctx }: World, parcel: ParcelRow) => asGroup(ctx, parcel.group)

const on =
  <Row>(rows: (seen: Snapshot) => readonly Row[]) =>
  (fits: (row: Row) => boolean, act: (world: World, row: Row, step: Step) => Promise<unknown>): Action =>
  (seen, pick) => {
    const fitting = rows(seen).filter(fits)
    const row = fitting[pick % Math.max(1, fitting.length)]
    return row && ((world, step) => act(world, row, step))
  }
const onOrder = on((seen) => seen.orders)
const onParcel = on((seen) => seen.parcels)
const onRefund = on((seen) => seen.refunds)

/** Expired orders whose pieces others hold or have by now. */
const onGoneOrder = on(({ orders, holds, stock }) => {
  const free = new Map(stock.map(({ variant, onHand, reserved }) => [variant, onHand - reserved]))
  const isGone = ({ mode, variant, quantity }: HoldRow) =>
    mode === 'ready' && quantity > (free.get(variant) ?? 0)
  const gone = new Set(holds.filter(isGone).map(({ order }) => order))
  return orders.filter(({ id, state }) => state === 'expired' && gone.has(id))
})

const isOpen = ({ state }: OrderRow) => state === 'awaiting' || state === 'proof-sent'
const isOver = ({ state }: OrderRow) => isGivenUp(state)
const isPaid = ({ state }: OrderRow) => isBooked(state)
const bookedOf = (order: OrderRow) => (isPaid(order) ? (order.total ?? 0) : 0)
const inState =
  (...states: string[]) =>
  (row: { state: string }) =>
    states.includes(row.state)

export const ACTIONS = {
  place: () => place,
  confirmShipping: onParcel(
    ({ shipping }) => shipping === null,
    (world, parcel, { salt }) =>
      confirmShipping(keeper(world, parcel), {
        parcelId: parcel.id,
        shippingRupiah: 10_000 + salt,
        delivery: 'boat',
        carrier: 'KM Sukadana',
        daysMin: 1,
        daysMax: 2,
      }),
  ),
  // by boat goes only what somebody has priced here; a tariff's cost is not to be corrected
  correctShipping: onParcel(({ state, delivery }) => state === 'waiting' && delivery === 'boat', correct),
  transfer: onOrder(
    (order) => order.method === 'transfer' && order.total !== null && isOpen(order),
    transfer,
  ),
  lateTransfer: onOrder(
    (order) => order.method === 'transfer' && order.total !== null && order.state === 'expired',
    transfer,
  ),
  lateTransferForGone: onGoneOrder((order) => order.method === 'transfer' && order.total !== null, transfer),
  transferAfterCancel: onOrder(
    (order) => order.method === 'transfer' && order.total !== null && order.state === 'cancelled',
    transfer,
  ),
  wrongTransfer: onOrder(
    (order) => order.method === 'transfer' && order.total !== null && (isOpen(order) || isOver(order)),
    (world, order, { salt }) => take(world, order, order.sentBack + order.noted + 7 + salt * 1_000),
  ),
  // a buyer transfers twice, or a little more
  transferAgain: onOrder(
    (order) => order.method === 'transfer' && isPaid(order),
    (world, order, { salt }) =>
      take(world, order, recordedOf(order) + (salt % 2 ? (order.total ?? 0) : 3 + salt)),
  ),
  // as a page that was opened earlier still asks for it
  confirmedTwice: onOrder(
    (order) => order.method === 'transfer' && isPaid(order),
    async (world, order) => {
      const seen = { orderId: order.id, amountRupiah: recordedOf(order), note: null }
      await (order.code % 2 ? confirmTransfer : recordTransfer)(staff(world), seen)
    },
  ),
  correctSlip: onOrder(
    (order) => order.method === 'transfer' && order.noted > 1_000,
    (world, order) => correctSlip(world, order, recordedOf(order) - 1_000),
  ),
  takeBack: onOrder(
    (order) => order.method === 'transfer' && order.noted > 0,
    (world, order) => correctSlip(world, order, recordedOf(order) - order.noted),
  ),
  // as somebody types who has seen the rest of the total come, and forgets that the first part went back
  totalAfterSentBack: onOrder(
    (order) => order.method === 'transfer' && isOver(order) && order.sentBack > 0,
    (world, order) => take(world, order, order.total ?? 0),
  ),
  sayBack: onOrder(
    (order) => (isOver(order) || isPaid(order)) && order.noteTask !== null,
    (world, { noteTask, noted }) =>
      returnWrongAmount(staff(world), {
        ...{ taskId: noteTask ?? '', amountRupiah: noted, reference: SENT_BACK },
      }),
  ),
  sayExcessBack: onOrder(
    (order) => order.noted > (order.total ?? order.noted) && order.state !== 'cancelled' && !isPaid(order),
    async (world, { noteTask, noted, total }) => {
      const amountRupiah = noted - (total ?? 0)
      const sent = { taskId: noteTask ?? '', amountRupiah, reference: SENT_BACK }
      const back = await returnWrongAmount(staff(world), sent)
      if (back.ok && !back.value.repeated) world.paidIn += total ?? 0
    },
  ),
  bounce: onOrder(
    (order) => order.backTask !== null,
    (world, { backTask }) =>
      returnBounced(staff(world), { taskId: backTask ?? '', reason: 'Rekening tutup' }),
  ),
  sendProof: onOrder(
    (order) => order.method === 'transfer' && isOpen(order),
    async (world, order) =>
      sendTransferProof(world.ctx, { orderId: order.id, imageKey: await world.imageKey() }),
  ),
  refuseProof: onOrder(inState('proof-sent'), (world, order) =>
    refuseTransferProof(staff(world), { orderId: order.id, reason: 'Buram.' }),
  ),
  payAtCounter: onOrder(
    (order) => order.method === 'pickup' && order.state === 'awaiting',
    async (world, order) => {
      const amountRupiah = order.total ?? 0
      const paid = await recordPickupPayment(staff(world), { orderId: order.id, amountRupiah })
      if (paid.ok && !paid.value.repeated) world.paidIn += amountRupiah
    },
  ),
  cardPaid: onOrder(
    (order) => order.method === 'card',
    (world, order) => card(world, order, 'paid'),
  ),
  cardProcessing: onOrder(
    (order) => order.method === 'card' && order.state === 'awaiting',
    (world, order) => card(world, order, 'unpaid-completed'),
  ),
  cardFailed: onOrder(inState('processing'), (world, order) => card(world, order, 'failed')),
  cancel: onOrder(
    (order) => order.state === 'quoting' || order.state === 'awaiting',
    (world, order, { salt }) => {
      const command = { orderId: order.id, closedSessionId: order.session ?? undefined }
      return salt % 2 ? cancelOrder(world.ctx, command) : cancelForBuyer(staff(world), command)
    },
  ),
  expire: onOrder((order) => order.state === 'quoting' || isOpen(order), expire),
  accept: onParcel(inState('open'), (world, parcel) => acceptParcel(keeper(world, parcel), parcel.id)),
  pack: onParcel(inState('accepted', 'open'), (world, parcel) =>
    packParcel(keeper(world, parcel), parcel.id),
  ),
  unpack: onParcel(inState('packed', 'dispatched'), (world, parcel) =>
    unpackParcel(keeper(world, parcel), parcel.id),
  ),
  dispatch: onParcel(inState('packed', 'accepted'), dispatch),
  dispatchBySlip: onParcel(inState('accepted', 'packed', 'dispatched', 'received'), async (world, parcel) => {
    await packAndDispatch(world, parcel)
    await undispatchParcel(keeper(world, parcel), parcel.id)
  }),
  receive: onParcel(inState('accepted', 'packed', 'dispatched'), async (world, parcel) => {
    if (parcel.state === 'accepted') await packAndDispatch(world, parcel)
    return receiveParcel(world.ctx, { orderId: parcel.order, parcelId: parcel.id })
  }),
  receiveOverdue: onParcel(inState('dispatched'), receiveOverdue),
  handOver: onParcel(inState('packed', 'dispatched'), (world, parcel) =>
    handOverPickup(staff(world), parcel.id),
  ),
  decline: onParcel(inState('open', 'accepted', 'packed', 'dispatched'), decline),
  declineQuote: onParcel(({ state, shipping }) => state === 'waiting' && shipping === null, decline),
  report: onParcel(inState('accepted', 'dispatched', 'received'), (world, parcel) =>
    reportProblem(world.ctx, { orderId: parcel.order, parcelId: parcel.id, note: 'Rusak.' }),
  ),
  sentAndGivenBack: onParcel(
    inState('accepted', 'packed', 'dispatched', 'received'),
    async (world, parcel) => {
      await packAndDispatch(world, parcel)
      await reportProblem(world.ctx, { orderId: parcel.order, parcelId: parcel.id, note: 'Rusak.' })
      await settleProblem(staff(world), { parcelId: parcel.id, outcome: 'refunded', note: '-' })
    },
  ),
  settle: onParcel(
    ({ problem }) => problem,
    (world, parcel, { salt }) =>
      settleProblem(staff(world), {
        parcelId: parcel.id,
        outcome: PROBLEM_OUTCOMES[salt % 3] ?? 'kept',
        note: '-',
      }),
  ),
  refundSent: onRefund(inState('due', 'failed'), async (world, refund) => {
    const sent = await markRefundSent(staff(world), { refundId: refund.id, reference: 'TRX', from: 'bank' })
    if (sent.ok && !sent.value.repeated) world.sentBack += refund.amount
  }),
  refundFailed: onRefund(inState('due', 'sent'), failRefund),
} satisfies Record<string, Action>

/** What leads deeper into an order's life is tried more often than what ends it. */
const WEIGHTS: { [kind: string]: number } = {
  place: 4,
  correctShipping: 12,
  transfer: 2,
  lateTransfer: 5,
  lateTransferForGone: 60,
  wrongTransfer: 2,
  totalAfterSentBack: 6,
  sayBack: 14,
  sayExcessBack: 20,
  transferAgain: 2,
  bounce: 6,
  sendProof: 3,
  refuseProof: 5,
  cardPaid: 3,
  cardProcessing: 3,
  cardFailed: 3,
  expire: 3,
  accept: 3,
  pack: 4,
  dispatch: 5,
  report: 4,
  settle: 5,
}

/** Does one of the things that can be done now. */
export function takeStep(world: World, seen: Snapshot, step: Step): Promise<unknown> {
  const possible = Object.entries(ACTIONS as Record<string, Action>).flatMap(([kind, action]) => {
    const act = action(seen, step.pick)
    return act ? Array.from({ length: WEIGHTS[kind] ?? 1 }, () => act) : []
  })
  return (possible[step.act % possible.length] ?? place)(world, step)
}

async function place({ ctx, variantIds }: World, { pick, salt }: Step): Promise<void> {
  const paymentMethod = (['transfer', 'transfer', 'card', 'pickup', 'pickup'] as const)[pick % 5]
  const wanted = variantIds.filter((_, index) => (salt >> index) & 1)
  const lines = (wanted.length > 0 ? wanted : variantIds.slice(0, 1)).map((variantId, index) => ({
    variantId,
    quantity: 1 + ((salt + index) % 2),
  }))
  const isQuote = paymentMethod !== 'pickup' && salt % 5 === 0
  const isCollected = salt % 5 === 1
  const parcel = {
    ...(isQuote ? { delivery: 'quote' as const, shippingRupiah: null } : {}),
    ...(isCollected ? { delivery: 'pickup-library' as const, shippingRupiah: 0 } : {}),
  }
  const result = await placeOrder(ctx, await aCommand(ctx, { lines, paymentMethod, parcel }))
  if (result.ok && paymentMethod === 'card' && !isQuote) {
    const { orderId } = result.value
    await attachCardSession(ctx, { orderId, attempt: 1, sessionId: `cs_${orderId}`, expiresAt: ctx.now })
  }
}

/** All that is written down of an order's money, whatever became of it. */
const recordedOf = (order: OrderRow): number => bookedOf(order) + order.sentBack + order.noted

/** By which command staff say what they saw. */
function commandFor(order: OrderRow) {
  if (isPaid(order)) return recordTransferAgain
  return isOver(order) ? recordTransfer : confirmTransfer
}

const becamePaid = ({ outcome }: TransferTaken) => outcome === 'paid' || outcome === 'refund-due'

function transfer(world: World, order: OrderRow): Promise<void> {
  return take(world, order, order.sentBack + (order.total ?? 0))
}

/** @param all what has come for the order by now, as somebody reads it in the bank's statement */
async function take(world: World, order: OrderRow, all: number): Promise<void> {
  world.came.set(order.id, Math.max(all, world.came.get(order.id) ?? 0))
  world.told.add(order)
  const seen = { orderId: order.id, amountRupiah: all, note: null, certainOfRupiah: all }
  const taken = await commandFor(order)(staff(world), seen)
  if (taken.ok && !taken.value.repeated && becamePaid(taken.value)) world.paidIn += order.total ?? 0
}

/** @param all what really came, less than somebody had read in the bank's statement */
async function correctSlip(world: World, order: OrderRow, all: number): Promise<void> {
  const noted = recordedOf(order)
  const slip = { notedRupiah: noted, cameRupiah: all }
  const seen = { orderId: order.id, amountRupiah: all, note: null, slip }
  const taken = await commandFor(order)(staff(world), seen)
  if (!taken.ok || taken.value.repeated) return
  if (becamePaid(taken.value)) world.paidIn += order.total ?? 0
  // in the same moment somebody else may have seen as much, or more
  if (world.came.get(order.id) === noted && !world.told.has(order)) world.came.set(order.id, all)
}

async function card(world: World, order: OrderRow, state: CardTruth['state']): Promise<void> {
  if (order.total === null) return
  const sessionId = order.session ?? `cs_${order.id}`
  const outcome = await settleCardSession(world.ctx, {
    sessionId,
    state,
    amount: order.total,
    currency: 'idr',
    orderId: order.id,
    paymentIntentId: `pi_${order.id}`,
  })
  if (outcome === 'paid' || outcome === 'refund-due') world.paidIn += order.total
}

/** A cost that was said wrongly; an open card page is named closed, as the provider says that it is. */
async function correct(world: World, parcel: ParcelRow, { salt }: Step) {
  const command = {
    parcelId: parcel.id,
    seenRupiah: parcel.shipping ?? 0,
    shippingRupiah: 30_000 + salt,
    delivery: 'boat',
    carrier: 'KM Sukadana',
    daysMin: 1,
    daysMax: 2,
  } as const
  const corrected = await correctShipping(keeper(world, parcel), command)
  if (corrected.ok || corrected.error.code !== 'card-page-open') return
  const { sessionId: closedSessionId } = corrected.error
  await correctShipping(keeper(world, parcel), { ...command, closedSessionId })
}

function decline(world: World, parcel: ParcelRow, { salt }: Step) {
  const reason = salt % 3 ? 'damaged' : salt % 2 ? 'too-late' : 'buyer-asked'
  return declineParcel(keeper(world, parcel), { parcelId: parcel.id, reason, note: null })
}

/** Its time is over; for a card page the provider says so, for the others the clock. */
async function expire({ ctx }: World, order: OrderRow): Promise<void> {
  await sql`update payment set expires_at = moment() - interval '1 hour' where order_id = ${order.id}
    and state in ('quoting', 'awaiting')`.execute(ctx.db)
  await expirePayment(ctx, order.id, order.session ?? undefined)
}

function dispatch(world: World, parcel: ParcelRow) {
  const sent = { way: 'courier', carrier: 'JNE', trackingNumber: null } as const
  return dispatchParcel(keeper(world, parcel), { parcelId: parcel.id, ...sent })
}

/** Parcels seldom come so far step by step. */
async function packAndDispatch(world: World, parcel: ParcelRow): Promise<void> {
  if (parcel.state === 'accepted') await packParcel(keeper(world, parcel), parcel.id)
  await dispatch(world, parcel)
}

async function receiveOverdue({ ctx }: World, parcel: ParcelRow): Promise<void> {
  await sql`update parcel set dispatched_at = moment() - interval '15 days'
    where id = ${parcel.id} and state = 'dispatched'`.execute(ctx.db)
  await receiveOverdueParcels(ctx)
}

async function failRefund(world: World, refund: RefundRow): Promise<void> {
  const failed = await refundFailed(staff(world), {
    refundId: refund.id,
    reason: 'Rekening tutup',
    seen: refund.reference ?? undefined,
  })
  if (failed.ok && failed.value.cameBack) world.sentBack -= refund.amount
}
