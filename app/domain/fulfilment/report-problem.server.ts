import { sql } from 'kysely'
import { notifyBuyer, notifyGroups } from '#app/domain/notices/queue-notice.server.ts'
import { recordEvent } from '#app/domain/orders/order-event.server.ts'
import { isClosed } from '#app/domain/orders/order-status.ts'
import { addToTasks, groupOf, raiseTask } from '#app/domain/orders/staff-task.server.ts'
import { localDayOf } from '#app/lib/day.ts'
import { ok, type Result, refuse } from '#app/lib/result.ts'
import { type Ctx, within } from '#app/platform/context.server.ts'
import { inTransaction, moment } from '#app/platform/db.server.ts'
import { type LockedParcel, lockOrderParcel } from './lock-parcel.server.ts'
import { hasOpenProblem, lastProblemDay } from './parcel.ts'

export interface ReportProblem {
  orderId: string
  parcelId: string
  note: string
}
export type ReportProblemRefusal =
  | { code: 'unknown-parcel' }
  | { code: 'nothing-to-report' }
  | { code: 'too-late' }

/**
 * The buyer says something is wrong: it has not come, or is not as described. Staff look, and until they have settled
 * it the parcel does not count as received by itself. What is reported while a report is open is added to it. Buyer and
 * group are told once of each problem.
 * Refused when nothing was paid, when the parcel no longer counts, or after the second working day from its receipt.
 * @returns whether it was added to a report that is still open
 * @see docs/decisions/0037-complaints-have-an-end.md
 */
export function reportProblem(
  ctx: Ctx,
  { orderId, parcelId, note }: ReportProblem,
): Promise<Result<{ isAdded: boolean }, ReportProblemRefusal>> {
  return inTransaction(ctx.db, async (trx) => {
    const inside = within(ctx, trx)
    const parcel = await lockOrderParcel(inside, { orderId, parcelId })
    if (!parcel) return refuse({ code: 'unknown-parcel' })
    if (parcel.paymentState !== 'paid' || isClosed(parcel.state)) return refuse({ code: 'nothing-to-report' })
    if (isTooLate(parcel)) return refuse({ code: 'too-late' })
    await recordEvent(inside, { orderId, parcelId, kind: 'problem', actor: 'buyer', detail: { note } })
    const isAdded = hasOpenProblem(parcel)
    await (isAdded ? addTo(inside, parcel, note) : open(inside, parcel, note))
    return ok({ isAdded })
  })
}

async function open(ctx: Ctx, parcel: LockedParcel, note: string): Promise<void> {
  const { orderId, id: parcelId } = parcel
  await ctx.db
    .updateTable('parcel')
    .set({ problem_note: note, problem_at: moment(), problem_settled_at: null })
    .where('id', '=', parcelId)
    .execute()
  const problem = problemAfter(parcel)
  const key = `parcel:${parcelId}:${problem}`
  const detail = { parcelId, note, ...(await groupOf(ctx, parcelId)) }
  await raiseTask(ctx, { key, kind: 'problem', orderId, detail })
  await notifyBuyer(ctx, { orderId, about: key, template: 'parcel-reported', data: { parcelId } })
  await notifyGroups(ctx, { parcelIds: [parcelId], template: 'group-parcel-problem', about: problem })
}

/** The buyer's words stay together, in the order they came, wherever they are read; sent twice, they stand there once. */
async function addTo(ctx: Ctx, parcel: LockedParcel, note: string): Promise<void> {
  const { words } = await ctx.db
    .updateTable('parcel')
    .set({
      problem_note: sql`case when right(problem_note, ${note.length}) = ${note} then problem_note
        else concat_ws(E'\\n', problem_note, ${note}::text) end`,
    })
    .where('id', '=', parcel.id)
    .returning('problem_note as words')
    .executeTakeFirstOrThrow()
  const { id: parcelId, orderId } = parcel
  await addToTasks(ctx, { orderId, parcelId, kinds: ['problem'] }, { note: words })
}

const isTooLate = ({ receivedAt, today }: LockedParcel): boolean =>
  receivedAt !== null && today > lastProblemDay(localDayOf(receivedAt))

/** What is reported after a problem was settled is another one. */
const problemAfter = ({ problemSettledAt }: LockedParcel): string =>
  `problem:${problemSettledAt?.getTime() ?? 'first'}`
