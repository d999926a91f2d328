import { writeAudit } from '#app/domain/accounts/write-audit.server.ts'
import { undispatchParcel } from '#app/domain/fulfilment/dispatch-parcel.server.ts'
import type { LockedParcel } from '#app/domain/fulfilment/lock-parcel.server.ts'
import { closeProblem } from '#app/domain/fulfilment/order-parcels.server.ts'
import { hasOpenProblem, type ProblemOutcome, problemOutcomes } from '#app/domain/fulfilment/parcel.ts'
import { receiveLocked } from '#app/domain/fulfilment/receive-parcel.server.ts'
import { notifyBuyer, notifyGroups } from '#app/domain/notices/queue-notice.server.ts'
import { recordEvent } from '#app/domain/orders/order-event.server.ts'
import { isPickup, type ParcelState } from '#app/domain/orders/order-status.ts'
import { closeTasks } from '#app/domain/orders/staff-task.server.ts'
import { ok, type Result, refuse } from '#app/lib/result.ts'
import { type StaffCtx, within } from '#app/platform/context.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { giveBackParcel } from './give-back-parcel.server.ts'
import { lockParcelWithPayment } from './lock-parcel-with-payment.server.ts'
import type { LockedPayment } from './lock-payment.server.ts'

export interface SettleProblem {
  parcelId: string
  outcome: ProblemOutcome
  note: string
}

export type SettleProblemRefusal =
  | { code: 'unknown-parcel' }
  | { code: 'no-problem' }
  /** Only what has left the group can be with the buyer or come back; before that the group declines it. */
  | { code: 'not-sent-yet'; state: ParcelState }
  /** What the buyer has received is not waited for. */
  | { code: 'here-already' }

/**
 * Staff settle what the buyer reported, for the buyer or for the parcel. For the buyer means all of it: goods, shipping
 * and, with the last parcel, the unique code. What stays with the buyer is received.
 * @returns whole rupiah owed back; 0 when the parcel stands
 * @see docs/decisions/0037-complaints-have-an-end.md, docs/decisions/0108-what-stays-with-the-buyer-is-received.md
 */
export function settleProblem(
  ctx: StaffCtx,
  command: SettleProblem,
): Promise<Result<{ refundRupiah: number }, SettleProblemRefusal>> {
  return inTransaction(ctx.db, async (trx) => {
    const inside = within(ctx, trx)
    const locked = await lockParcelWithPayment(inside, command.parcelId)
    if (!locked) return refuse({ code: 'unknown-parcel' })
    const { parcel } = locked
    if (!hasOpenProblem(parcel)) return refuse({ code: 'no-problem' })
    if (!problemOutcomes(parcel).includes(command.outcome))
      return refuse(
        parcel.state === 'received'
          ? { code: 'here-already' }
          : { code: 'not-sent-yet', state: parcel.state },
      )
    return ok({ refundRupiah: await settle(inside, locked, command) })
  })
}

/** A parcel can be complained of, and stand, more than once; each time is news. */
function tellBuyer(
  ctx: StaffCtx,
  { orderId, id: parcelId, problemAt }: LockedParcel,
  refundRupiah: number,
  outcome: SettleProblem['outcome'],
): Promise<void> {
  return outcome === 'refunded'
    ? notifyBuyer(ctx, {
        orderId,
        about: `parcel:${parcelId}`,
        template: 'parcel-refunded',
        data: { parcelId, refundRupiah },
      })
    : notifyBuyer(ctx, {
        orderId,
        about: `parcel:${parcelId}:${problemAt?.getTime()}`,
        template: 'parcel-kept',
        data: { parcelId },
      })
}

async function settle(
  ctx: StaffCtx,
  { payment, parcel }: { payment: LockedPayment; parcel: LockedParcel },
  { outcome, note }: SettleProblem,
): Promise<number> {
  const { orderId, id: parcelId, state } = parcel
  await closeProblem(ctx, parcelId, outcome === 'refunded')
  const given = { parcelId, wasReceived: state === 'received', reason: 'complaint' } as const
  const refundRupiah = outcome === 'refunded' ? await giveBackParcel(ctx, payment, given) : 0
  const detail = { outcome, note, refundRupiah }
  await recordEvent(ctx, { orderId, parcelId, kind: 'problem-settled', actor: ctx.actor.userId, detail })
  // what its buyer did not collect after all lies where it lay
  if (outcome === 'awaited' && isPickup(parcel.delivery)) await undispatchParcel(ctx, parcelId)
  if (outcome === 'kept')
    await receiveLocked(ctx, parcel, { by: 'staff', actor: ctx.actor.userId, isTold: true })
  await closeTasks(ctx, { orderId, parcelId, kinds: ['problem'], by: ctx.actor.name, resolution: note })
  await writeAudit(ctx, {
    action: 'settle-problem',
    subject: `parcel:${parcelId}`,
    before: { state },
    after: { outcome, refundRupiah },
    reason: note,
  })
  await tellBuyer(ctx, parcel, refundRupiah, outcome)
  const about = `${parcel.problemAt?.getTime()}`
  await notifyGroups(ctx, { parcelIds: [parcelId], template: 'group-problem-settled', about })
  return refundRupiah
}
