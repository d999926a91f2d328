import { writeAudit } from '#app/domain/accounts/write-audit.server.ts'
import type { PaymentState } from '#app/domain/orders/order-status.ts'
import { ok, type Result, refuse } from '#app/lib/result.ts'
import { type StaffCtx, within } from '#app/platform/context.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { type LockedPayment, lockPayment } from './lock-payment.server.ts'
import { type CameBefore, findCameBefore, noteWrongAmount } from './note-wrong-amount.server.ts'
import { amountOf, markPaid, takeLateMoney } from './settle-payment.server.ts'

export interface SeenTransfer {
  orderId: string
  /** All that came for the order by the bank statement, what has gone back since with it. */
  amountRupiah: number
  note: string | null
  /** What was looked at twice: another amount than the order's is what came, not a slip of the hand. Said of no other amount. */
  certainOfRupiah?: number | undefined
  /** What was noted before was a slip, and less came. */
  slip?: Slip | undefined
}

/** Said of just these two sums, in whole rupiah: whoever tells another, or comes after somebody else, is asked anew. */
export interface Slip {
  /** As it was noted by mistake. */
  notedRupiah: number
  /** What really came. */
  cameRupiah: number
}

export type TransferRefusal =
  | { code: 'unknown-order' }
  | { code: 'not-a-transfer' }
  | { code: 'no-total-yet' }
  /** Nothing is written down until somebody is certain of it. */
  | { code: 'wrong-amount'; expected: number }
  | { code: 'nothing-came' }
  /** This much is noted: what is told must be all that has come, a top-up with it, unless the note was a slip. */
  | { code: 'less-than-noted'; noted: number; expected: number; state: PaymentState }
  /** Some of what came is said to have gone back, so that the rest is not the order's amount; all of it should be this. */
  | { code: 'sent-back-before'; sentBack: number; expected: number }
  /** Expired or called off: staff must know that this is late money and say so with `recordTransfer`. */
  | { code: 'order-closed'; state: PaymentState }
  | { code: 'order-open' }

export interface TransferTaken {
  /** `slip`: a note was taken back, for nothing came. */
  outcome: 'paid' | 'refund-due' | 'wrong-amount' | 'slip'
  /** Somebody had said so before; nothing was done this time. */
  repeated: boolean
}

type Taken = Result<TransferTaken, TransferRefusal>

/**
 * Staff found the money of an open order in the bank account. Only the exact total pays. Another amount is refused as a
 * slip until they are certain of just that; then it becomes a task, and the buyer is told what came. Told twice, it is taken once. A note that says too much is lowered when staff say that it was a slip, to nothing if nothing came.
 * @see docs/decisions/0034-late-money.md
 */
export const confirmTransfer = (ctx: StaffCtx, seen: SeenTransfer): Promise<Taken> =>
  takeTransfer(ctx, seen, (payment) => {
    switch (payment.state) {
      case 'awaiting':
      case 'proof-sent':
        return null
      case 'quoting':
        return { code: 'no-total-yet' }
      default:
        return { code: 'order-closed', state: payment.state }
    }
  })

/**
 * Staff found money for an order that had expired or been called off. The order is taken up again when every piece can
 * still be had; otherwise the money is booked as owed back. Money that went back pays nothing, and of more than the total
 * that came for an order called off nothing is left out. Refused for an order that is open or never had a total.
 * @see docs/decisions/0034-late-money.md
 */
export const recordTransfer = (ctx: StaffCtx, seen: SeenTransfer): Promise<Taken> =>
  takeTransfer(ctx, seen, (payment) => {
    if (payment.state !== 'expired' && payment.state !== 'cancelled') return { code: 'order-open' }
    return payment.totalRupiah === null ? { code: 'no-total-yet' } : null
  })

function takeTransfer(
  ctx: StaffCtx,
  seen: SeenTransfer,
  objection: (payment: LockedPayment) => TransferRefusal | null,
): Promise<Taken> {
  return inTransaction(ctx.db, async (trx) => {
    const inside = within(ctx, trx)
    const payment = await lockPayment(inside, seen.orderId)
    if (!payment) return refuse({ code: 'unknown-order' })
    if (payment.method !== 'transfer') return refuse({ code: 'not-a-transfer' })
    const earlier = earlierOutcome(payment)
    if (earlier) return ok({ outcome: earlier, repeated: true })
    const refusal = objection(payment)
    if (refusal) return refuse(refusal)
    const before = await findCameBefore(inside, seen.orderId)
    if (!isExact(payment, seen, before)) return wrongAmount(inside, payment, seen, before)
    const outcome = await take(inside, payment, seen)
    return ok({ outcome, repeated: false })
  })
}

/** What became of money that somebody confirmed a moment earlier. */
function earlierOutcome({ state }: LockedPayment): 'paid' | 'refund-due' | null {
  if (state === 'paid') return 'paid'
  return state === 'refund-due' || state === 'refunded' ? 'refund-due' : null
}

/**
 * Whether the order's own amount is there. Of an open order the excess has gone back by then; all that came for one
 * that was called off goes back, so that more than its total is lowered to it by a slip alone.
 */
function isExact(payment: LockedPayment, seen: SeenTransfer, before: CameBefore): boolean {
  const total = amountOf(payment)
  const leavesOut = payment.state === 'cancelled' && before.noted > total && !isSlip(seen, before)
  return total > 0 && seen.amountRupiah - before.sentBack === total && !leavesOut
}

/** Said of just these two sums. */
const isSlip = ({ slip, amountRupiah }: SeenTransfer, { noted, sentBack }: CameBefore): boolean =>
  slip?.cameRupiah === amountRupiah && slip.notedRupiah === noted + sentBack

async function take(ctx: StaffCtx, payment: LockedPayment, { note }: SeenTransfer) {
  const payer = { actor: ctx.actor.userId, confirmedBy: ctx.actor.name, note }
  const isLate = payment.state === 'expired' || payment.state === 'cancelled'
  const outcome = isLate
    ? await takeLateMoney(ctx, payment, payer)
    : await markPaid(ctx, payment, payer).then(() => 'paid' as const)
  await writeAudit(ctx, {
    action: isLate ? 'record-transfer' : 'confirm-transfer',
    subject: `order:${payment.orderId}`,
    before: { state: payment.state },
    after: { state: outcome, amountRupiah: payment.totalRupiah },
    reason: note,
  })
  return outcome
}

/** Money of another amount is never made to fit; a person asks the buyer. */
async function wrongAmount(
  ctx: StaffCtx,
  payment: LockedPayment,
  seen: SeenTransfer,
  before: CameBefore,
): Promise<Taken> {
  const { amountRupiah: cameRupiah, note, certainOfRupiah, slip } = seen
  const { noted, sentBack } = before
  const expectedRupiah = amountOf(payment)
  const amountRupiah = cameRupiah - sentBack
  const outcome = amountRupiah === 0 ? 'slip' : 'wrong-amount'
  if (amountRupiah === noted && (noted > 0 || slip)) return ok({ outcome, repeated: true })
  if (cameRupiah === 0 && noted + sentBack === 0) return refuse({ code: 'nothing-came' })
  const [allNoted, expected] = [noted + sentBack, expectedRupiah + sentBack]
  const wasSlip = amountRupiah >= 0 && amountRupiah < noted && isSlip(seen, before)
  if (amountRupiah <= noted && !wasSlip)
    return refuse({ code: 'less-than-noted', noted: allNoted, expected, state: payment.state })
  if (certainOfRupiah !== cameRupiah && !wasSlip)
    return refuse(
      sentBack > 0 ? { code: 'sent-back-before', sentBack, expected } : { code: 'wrong-amount', expected },
    )
  const { orderId } = payment
  await noteWrongAmount(ctx, {
    ...{ orderId, amountRupiah, expectedRupiah, note },
    ...{ notedRupiah: noted, isSlip: wasSlip },
  })
  return ok({ outcome, repeated: false })
}
