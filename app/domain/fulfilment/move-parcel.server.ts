import type { UpdateObject } from 'kysely'
import { writeAudit } from '#app/domain/accounts/write-audit.server.ts'
import type { BuyerTemplate } from '#app/domain/notices/notice.ts'
import { notifyBuyer } from '#app/domain/notices/queue-notice.server.ts'
import { countEvents, type OrderEventKind, recordEvent } from '#app/domain/orders/order-event.server.ts'
import type { ParcelState } from '#app/domain/orders/order-status.ts'
import { ok, type Result, refuse } from '#app/lib/result.ts'
import { within } from '#app/platform/context.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import type { DB, JsonObject } from '#db/schema.ts'
import { type KeeperCtx, type LockedParcel, lockKeptParcel } from './lock-parcel.server.ts'
import type { SentMisfit } from './parcel.ts'

export type MoveRefusal = { code: 'unknown-parcel' } | { code: 'wrong-state'; state: ParcelState }
export type Moved = { repeated: boolean }

const TEMPLATES = {
  accepted: 'parcel-accepted',
  packed: 'parcel-packed',
  unpacked: 'parcel-unpacked',
  dispatched: 'parcel-dispatched',
  undispatched: 'parcel-undispatched',
} as const satisfies { [kind in OrderEventKind]?: BuyerTemplate }

/** A step a group takes with a parcel: from where, to where, and what else is written with it. */
export interface Step {
  kind: keyof typeof TEMPLATES
  from: ParcelState
  to: ParcelState
  columns: UpdateObject<DB, 'parcel'>
  detail?: JsonObject
  /** Whether a parcel that has taken this step was said to have taken it otherwise; absent where there is one way only. */
  isOther?(parcel: LockedParcel): boolean
  /** What else has to be so; a refusal stops the step. */
  check?(parcel: LockedParcel): StepRefusal | null
  also?(ctx: KeeperCtx, parcel: LockedParcel): Promise<void>
}
export type StepRefusal = MoveRefusal | { code: SentMisfit } | { code: 'collected-at-library' }

/** Takes one step; taking the same step twice is a no-op, taking it out of turn, or otherwise than it was taken, is refused. */
export function takeStep(ctx: KeeperCtx, parcelId: string, step: Step): Promise<Result<Moved, StepRefusal>> {
  return inTransaction(ctx.db, async (trx) => {
    const inside = within(ctx, trx)
    const parcel = await lockKeptParcel(inside, parcelId)
    if (!parcel) return refuse({ code: 'unknown-parcel' })
    const isTaken = parcel.state === step.to && !step.isOther?.(parcel)
    if (isTaken) return ok({ repeated: true })
    if (parcel.state !== step.from) return refuse({ code: 'wrong-state', state: parcel.state })
    const refusal = step.check?.(parcel)
    if (refusal) return refuse(refusal)
    await writeStep(inside, parcel, step)
    await step.also?.(inside, parcel)
    return ok({ repeated: false })
  })
}

async function writeStep(ctx: KeeperCtx, parcel: LockedParcel, step: Step): Promise<void> {
  await ctx.db
    .updateTable('parcel')
    .set({ state: step.to, ...step.columns })
    .where('id', '=', parcel.id)
    .execute()
  const { kind, detail } = step
  const { id: parcelId, orderId } = parcel
  await recordEvent(ctx, { orderId, parcelId, kind, actor: ctx.actor.userId, detail })
  const times = await countEvents(ctx, { orderId, parcelId, kind })
  await notifyBuyer(ctx, {
    orderId,
    // what was taken back and said again is told again
    about: `parcel:${parcelId}:${times}`,
    template: TEMPLATES[kind],
    data: { parcelId },
  })
  await auditIfStaff(ctx, parcel, step.to)
}

/** Groups act on their own parcels all day and the order's events say so; staff acting for them is worth a line. */
export async function auditIfStaff(
  ctx: KeeperCtx,
  parcel: LockedParcel,
  to: ParcelState,
  why?: { reason: string; note: string | null },
) {
  if (ctx.actor.kind !== 'staff') return
  await writeAudit(ctx, {
    action: 'move-parcel',
    subject: `parcel:${parcel.id}`,
    before: { state: parcel.state },
    after: { state: to, ...(why && { reason: why.reason }) },
    reason: why?.note ?? undefined,
  })
}
