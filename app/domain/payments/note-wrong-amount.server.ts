import { sql } from 'kysely'
import { writeAudit } from '#app/domain/accounts/write-audit.server.ts'
import { notifyBuyer } from '#app/domain/notices/queue-notice.server.ts'
import { recordEvent } from '#app/domain/orders/order-event.server.ts'
import { closeTasks, type TaskKind } from '#app/domain/orders/staff-task.server.ts'
import { settledAmountOf, wrongAmountOf } from '#app/domain/orders/wrong-amount.queries.server.ts'
import { newId } from '#app/lib/ids.ts'
import type { Ctx, StaffCtx } from '#app/platform/context.server.ts'

/** Money of another amount that came for an order before, in whole rupiah. */
export interface CameBefore {
  /** With the library still, and not dealt with. */
  noted: number
  /** Said to have gone back to the buyer. */
  sentBack: number
}

/** What of an order's money staff have written down so far. Call it with the payment locked. */
export async function findCameBefore({ db }: Ctx, orderId: string): Promise<CameBefore> {
  const { wrongAmount, settledAmount } = await db
    .selectFrom('shop_order as o')
    .where('o.id', '=', orderId)
    .select((eb) => [wrongAmountOf(eb).as('wrongAmount'), settledAmountOf(eb).as('settledAmount')])
    .executeTakeFirstOrThrow()
  return { noted: wrongAmount?.amountRupiah ?? 0, sentBack: settledAmount?.allRupiah ?? 0 }
}

export interface WrongAmount {
  orderId: string
  /** What of all that ever came the library still has. */
  amountRupiah: number
  /** What was noted by mistake, where this puts it right. */
  slipRupiah: number | null
  expectedRupiah: number
  note: string | null
}

/**
 * Writes down money of another amount: one task per order, which tells all that came; the buyer reads it. A photo that
 * asked to look for late money has been answered by that. Each is a piece of news of its own: an amount can be noted, be
 * put right, and come after all.
 */
export async function noteWrongAmount(ctx: StaffCtx, wrong: WrongAmount): Promise<void> {
  const { orderId, amountRupiah, slipRupiah, expectedRupiah, note } = wrong
  const { userId: actor, name: by } = ctx.actor
  const slip = slipRupiah === null ? {} : { slipRupiah }
  const detail = { amountRupiah, expectedRupiah, note }
  const about = `wrong-amount:${newId()}`
  await writeTask(ctx, `order:${orderId}:${about}`, orderId, { ...detail, seenBy: by })
  await closeTasks(ctx, { orderId, kinds: ['late-money'], by, resolution: 'noted' })
  await recordEvent(ctx, { orderId, kind: 'wrong-amount', actor, detail: { ...detail, ...slip } })
  await notifyBuyer(ctx, { orderId, about, template: 'wrong-amount', data: { amountRupiah, ...slip } })
  await writeAudit(ctx, {
    action: slipRupiah === null ? 'note-wrong-amount' : 'correct-wrong-amount',
    subject: `order:${orderId}`,
    ...(slipRupiah === null ? {} : { before: { amountRupiah: slipRupiah } }),
    after: { amountRupiah },
    reason: note,
  })
}

/** What was noted last stands; smaller amounts before it stay in sight, for it grew from them. */
async function writeTask(
  { db }: Ctx,
  key: string,
  orderId: string,
  detail: { amountRupiah: number; [name: string]: unknown },
): Promise<void> {
  const kind: TaskKind = 'wrong-amount'
  await sql`
    insert into staff_task as open (id, key, kind, order_id, detail)
    values (${newId()}, ${key}, ${kind}, ${orderId}, ${JSON.stringify(detail)}::jsonb)
    on conflict (order_id) where kind = 'wrong-amount' and resolved_at is null do update
    set key = excluded.key, detail = excluded.detail || coalesce(
      (select jsonb_build_object('earlierRupiah', jsonb_agg(rupiah))
        from jsonb_array_elements(coalesce(open.detail -> 'earlierRupiah', '[]') || (open.detail -> 'amountRupiah')) as rupiah
        where rupiah::bigint < ${detail.amountRupiah} having count(*) > 0), '{}')
  `.execute(db)
}
