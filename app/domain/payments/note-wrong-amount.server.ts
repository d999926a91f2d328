import { sql } from 'kysely'
import { writeAudit } from '#app/domain/accounts/write-audit.server.ts'
import { postWrongAmount } from '#app/domain/ledger/post-wrong-amount.server.ts'
import { notifyBuyer } from '#app/domain/notices/queue-notice.server.ts'
import { recordEvent } from '#app/domain/orders/order-event.server.ts'
import { isBooked, type PaymentState } from '#app/domain/orders/order-status.ts'
import { closeTask, closeTasks, type TaskKind } from '#app/domain/orders/staff-task.server.ts'
import { returnedAmountsOf, wrongAmountOf } from '#app/domain/orders/wrong-amount.queries.server.ts'
import { newId } from '#app/lib/ids.ts'
import { sum } from '#app/lib/money.ts'
import type { Ctx, StaffCtx } from '#app/platform/context.server.ts'
import type { LockedPayment } from './lock-payment.server.ts'

/** What of an order's money is written down, in whole rupiah. */
export interface CameBefore {
  /** Paid the order, or is owed back or went back with it. */
  booked: number
  /** Of another amount: with the library still, and not dealt with. */
  noted: number
  /** Said to have gone back to the buyer. */
  sentBack: number
}

/** What of an order's money staff have written down so far. Call it with the payment locked. */
export async function findCameBefore({ db }: Ctx, orderId: string): Promise<CameBefore> {
  const { state, total, wrongAmount, returnedAmounts } = await db
    .selectFrom('shop_order as o')
    .innerJoin('payment', 'payment.order_id', 'o.id')
    .where('o.id', '=', orderId)
    .select((eb) => [
      eb.ref('payment.state').$castTo<PaymentState>().as('state'),
      'payment.total_rupiah as total',
      wrongAmountOf(eb).as('wrongAmount'),
      returnedAmountsOf(eb).as('returnedAmounts'),
    ])
    .executeTakeFirstOrThrow()
  return {
    booked: isBooked(state) ? (total ?? 0) : 0,
    noted: wrongAmount?.amountRupiah ?? 0,
    sentBack: sum(returnedAmounts.map(({ amountRupiah }) => amountRupiah)),
  }
}

/** What would pay the order; null once it is paid, its money is owed back, or it was called off: then nothing more is due. */
export const expectedOf = ({ state, totalRupiah }: LockedPayment): number | null =>
  isBooked(state) || state === 'cancelled' ? null : totalRupiah

export interface WrongAmount {
  /** What of all that ever came the library still has beside what is booked; 0 where a slip is put right and nothing is left. */
  amountRupiah: number
  /** What was noted until now. */
  notedRupiah: number
  /** What was noted until now was a slip. */
  isSlip: boolean
  note: string | null
}

/**
 * Writes down money of another amount: one task per order, which tells all that came, and the books; the buyer reads it.
 * A photo that asked to look for late money has been answered by that. Each is a piece of news of its own: an amount can
 * be noted, be put right, and come after all. Where nothing is left the task ends, and counts as nothing that came.
 */
export async function noteWrongAmount(
  ctx: StaffCtx,
  payment: LockedPayment,
  wrong: WrongAmount,
): Promise<void> {
  const { orderId } = payment
  const { amountRupiah, notedRupiah, isSlip, note } = wrong
  const { userId: actor, name: by } = ctx.actor
  const slip = isSlip ? { slipRupiah: notedRupiah } : {}
  const isExact = amountRupiah === payment.totalRupiah && !isBooked(payment.state)
  const told = { amountRupiah, ...slip, ...(isExact ? { isExact } : {}) }
  const detail = { amountRupiah, expectedRupiah: expectedOf(payment), note }
  const about = `wrong-amount:${newId()}`
  const key = `order:${orderId}:${about}`
  const kind = isBooked(payment.state) ? 'money-again' : 'wrong-amount'
  await writeNoteTask(ctx, key, orderId, { ...detail, seenBy: by })
  await (amountRupiah === 0 ? closeTask(ctx, { key, by, resolution: 'slip' }) : answerProof(ctx, orderId))
  await postWrongAmount(ctx, { key, orderId, rupiah: amountRupiah - notedRupiah })
  await recordEvent(ctx, { orderId, kind, actor, detail: { ...detail, ...slip } })
  await notifyBuyer(ctx, { orderId, about, template: 'wrong-amount', data: told })
  await writeAudit(ctx, {
    action: isSlip ? 'correct-wrong-amount' : `note-${kind}`,
    subject: `order:${orderId}`,
    ...(isSlip ? { before: { amountRupiah: notedRupiah } } : {}),
    after: { amountRupiah },
    reason: note,
  })
}

/** Whether refused before or still waited for: the money that it was of is here. */
async function answerProof(ctx: StaffCtx, orderId: string): Promise<void> {
  await ctx.db
    .updateTable('payment')
    .set({ proof_refused_reason: null })
    .where('order_id', '=', orderId)
    .execute()
  await closeTasks(ctx, { orderId, kinds: ['late-money'], by: ctx.actor.name, resolution: 'noted' })
}

/** What was kept apart has become part of what paid the order, or is owed back with it. */
export async function mergeWrongAmount(ctx: Ctx, orderId: string): Promise<void> {
  const { noted } = await findCameBefore(ctx, orderId)
  await postWrongAmount(ctx, { key: `order:${orderId}:wrong-amount:paid`, orderId, rupiah: -noted })
}

/** What had been sent back and came back, in whole rupiah, and why. */
export interface Bounce {
  amountRupiah: number
  reason: string
}

/**
 * What was noted last stands; smaller amounts before it stay in sight, for it grew from them, and so does what the bank
 * bounced. Call it with the payment locked.
 */
export async function writeNoteTask(
  { db }: Ctx,
  key: string,
  orderId: string,
  detail: { amountRupiah: number; bounces?: readonly Bounce[]; [name: string]: unknown },
): Promise<void> {
  const kind: TaskKind = 'wrong-amount'
  await sql`
    insert into staff_task as open (id, key, kind, order_id, detail)
    values (${newId()}, ${key}, ${kind}, ${orderId}, ${JSON.stringify(detail)}::jsonb)
    on conflict (order_id) where kind = 'wrong-amount' and resolved_at is null do update
    set key = excluded.key, detail = (open.detail - 'earlierRupiah') || excluded.detail || jsonb_strip_nulls(jsonb_build_object(
      'bounces', nullif(coalesce(open.detail -> 'bounces', '[]') || coalesce(excluded.detail -> 'bounces', '[]'), '[]'),
      'earlierRupiah', (select jsonb_agg(rupiah)
        from jsonb_array_elements(coalesce(open.detail -> 'earlierRupiah', '[]') || (open.detail -> 'amountRupiah')) as rupiah
        where rupiah::bigint < ${detail.amountRupiah})))
  `.execute(db)
}
