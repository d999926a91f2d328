import { writeAudit } from '#app/domain/accounts/write-audit.server.ts'
import { isBooked, isGivenUp, type PaymentState } from '#app/domain/orders/order-status.ts'
import { ok, type Result, refuse } from '#app/lib/result.ts'
import { type StaffCtx, within } from '#app/platform/context.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { type LockedPayment, lockPayment } from './lock-payment.server.ts'
import { type CameBefore, expectedOf, findCameBefore, noteWrongAmount } from './note-wrong-amount.server.ts'
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
  /** Or one whose buyer is erased, of which nothing is taken up: what comes goes back. */
  | { code: 'unknown-order' }
  | { code: 'not-a-transfer' }
  | { code: 'no-total-yet' }
  /** Nothing is written down until somebody is certain of it. Nothing is expected for an order that was called off. */
  | { code: 'wrong-amount'; expected: number | null }
  | { code: 'nothing-came' }
  /** This much is noted: what is told must be all that has come, a top-up with it, unless the note was a slip. */
  | { code: 'less-than-noted'; noted: number; sentBack: number; expected: number; state: PaymentState }
  /** Some of what came is said to have gone back, so that the rest is not the order's amount; all of it should be this. */
  | { code: 'sent-back-before'; sentBack: number; expected: number | null }
  /** Expired or called off: staff must know that this is late money and say so with `recordTransfer`. */
  | { code: 'order-closed'; state: PaymentState }
  | { code: 'order-open' }
  /** More than is written down of an order whose money is booked: staff must know and say so with `recordTransferAgain`. */
  | { code: 'booked-before' }
  /** This much came beside what is written down. */
  | { code: 'came-again'; again: number }

export interface TransferTaken {
  /**
   * `again`: it came beside what paid the order, and goes back. `goes-back`: the order had been called off. `slip`: a note
   * was taken back, for nothing came.
   */
  outcome: 'paid' | 'refund-due' | 'wrong-amount' | 'again' | 'goes-back' | 'slip'
  /** Somebody had said so before; nothing was done this time. */
  repeated: boolean
}

type Taken = Result<TransferTaken, TransferRefusal>

/**
 * Staff found the money of an open order in the bank account. Only the exact total pays. Another amount is refused as a
 * slip until they are certain of just that; then it becomes a task, and the buyer is told what came. Told twice, it is taken once.
 * A note that says too much is lowered when staff say that it was a slip, to nothing if nothing came; what really came
 * too much goes back by its proof.
 * @see docs/decisions/0034-late-money.md
 */
export const confirmTransfer = (ctx: StaffCtx, seen: SeenTransfer): Promise<Taken> =>
  takeUnpaid(ctx, seen, (payment) => {
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
 * that came nothing is left out. Refused for an order that is open or never had a total.
 * @see docs/decisions/0034-late-money.md
 */
export const recordTransfer = (ctx: StaffCtx, seen: SeenTransfer): Promise<Taken> =>
  takeUnpaid(ctx, seen, (payment) => {
    if (!isGivenUp(payment.state)) return { code: 'order-open' }
    return payment.totalRupiah === null ? { code: 'no-total-yet' } : null
  })

/**
 * Staff found more money for an order that is paid, or whose money is owed back or went back: its buyer transferred
 * twice. It pays nothing: it is noted as money of another amount, the buyer is told, and it goes back by its proof.
 * Refused of an order whose money is not booked, and as a slip until staff are certain of just that amount.
 * @param seen all that ever came, what paid the order with it; so told twice, it is noted once
 * @see docs/decisions/0103-money-that-comes-again-goes-back.md
 */
export const recordTransferAgain = (ctx: StaffCtx, seen: SeenTransfer): Promise<Taken> =>
  withTransfer(ctx, seen, async (inside, payment, before) =>
    isBooked(payment.state) ? wrongAmount(inside, payment, seen, before) : refuse({ code: 'order-open' }),
  )

const takeUnpaid = (
  ctx: StaffCtx,
  seen: SeenTransfer,
  objection: (payment: LockedPayment) => TransferRefusal | null,
): Promise<Taken> =>
  withTransfer(ctx, seen, async (inside, payment, before) => {
    if (isBooked(payment.state)) return toldBefore(payment, seen, before)
    const refusal = objection(payment)
    if (refusal) return refuse(refusal)
    if (!isExact(payment, seen, before)) return wrongAmount(inside, payment, seen, before)
    const total = amountOf(payment)
    if (before.noted > total)
      await noteWrongAmount(inside, payment, {
        amountRupiah: total,
        notedRupiah: before.noted,
        isSlip: true,
        note: null,
      })
    const outcome = await takeExact(inside, payment, seen.note)
    return ok({ outcome, repeated: false })
  })

function withTransfer(
  ctx: StaffCtx,
  { orderId }: SeenTransfer,
  take: (ctx: StaffCtx, payment: LockedPayment, before: CameBefore) => Promise<Taken>,
): Promise<Taken> {
  return inTransaction(ctx.db, async (trx) => {
    const inside = within(ctx, trx)
    const payment = await lockPayment(inside, orderId)
    if (!payment || payment.isErased) return refuse({ code: 'unknown-order' })
    if (payment.method !== 'transfer') return refuse({ code: 'not-a-transfer' })
    return take(inside, payment, await findCameBefore(inside, orderId))
  })
}

/** Of money that somebody confirmed a moment earlier nothing is done; of more than that it is not said here that it came. */
function toldBefore(
  { state }: LockedPayment,
  { amountRupiah }: SeenTransfer,
  before: CameBefore,
): Result<TransferTaken, TransferRefusal> {
  if (amountRupiah !== allOf(before)) return refuse({ code: 'booked-before' })
  return ok({ outcome: state === 'paid' ? 'paid' : 'refund-due', repeated: true })
}

/** All that is written down, whatever became of it. */
const allOf = ({ booked, noted, sentBack }: CameBefore): number => booked + noted + sentBack

/** Whether the order's own amount is there, and no more: what is noted is lowered by a slip, or by the proof that it went back. */
function isExact(payment: LockedPayment, seen: SeenTransfer, before: CameBefore): boolean {
  const total = amountOf(payment)
  const leavesOut = before.noted > total && !isSlip(seen, before)
  return total > 0 && seen.amountRupiah - before.sentBack === total && !leavesOut
}

/** Said of just these two sums. */
const isSlip = ({ slip, amountRupiah }: SeenTransfer, before: CameBefore): boolean =>
  slip?.cameRupiah === amountRupiah && slip.notedRupiah === allOf(before)

/** The order's own amount is there: it pays, or is owed back where the order cannot be taken up again. Call it with the payment locked. */
export async function takeExact(ctx: StaffCtx, payment: LockedPayment, note: string | null) {
  const payer = { actor: ctx.actor.userId, confirmedBy: ctx.actor.name, note }
  const isLate = isGivenUp(payment.state)
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
  const { amountRupiah: cameRupiah, note, slip } = seen
  const { booked, noted, sentBack } = before
  const amountRupiah = cameRupiah - sentBack - booked
  const outcome = amountRupiah === 0 ? 'slip' : outcomeOf(payment)
  if (amountRupiah === noted && (noted > 0 || slip)) return ok({ outcome, repeated: true })
  const wasSlip = amountRupiah >= 0 && amountRupiah < noted && isSlip(seen, before)
  const doubt = wasSlip ? null : doubtOf(payment, seen, before)
  if (doubt) return refuse(doubt)
  await noteWrongAmount(ctx, payment, { amountRupiah, note, notedRupiah: noted, isSlip: wasSlip })
  return ok({ outcome, repeated: false })
}

/** What becomes of money of another amount by how its order stands. */
function outcomeOf({ state }: LockedPayment): 'again' | 'goes-back' | 'wrong-amount' {
  if (isBooked(state)) return 'again'
  return state === 'cancelled' ? 'goes-back' : 'wrong-amount'
}

/** Why another amount is not written down yet; null once staff are certain of just that. */
function doubtOf(
  payment: LockedPayment,
  { amountRupiah, certainOfRupiah }: SeenTransfer,
  before: CameBefore,
): TransferRefusal | null {
  const { booked, sentBack } = before
  const [all, expected] = [allOf(before), amountOf(payment) + sentBack]
  if (amountRupiah === 0 && all === 0) return { code: 'nothing-came' }
  if (amountRupiah <= all)
    return { code: 'less-than-noted', noted: all, sentBack, expected, state: payment.state }
  if (certainOfRupiah === amountRupiah) return null
  if (booked > 0) return { code: 'came-again', again: amountRupiah - all }
  const due = expectedOf(payment) === null ? null : expected
  return sentBack > 0
    ? { code: 'sent-back-before', sentBack, expected: due }
    : { code: 'wrong-amount', expected: due }
}
