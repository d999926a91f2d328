import { sql } from 'kysely'
import { BOOKED, type PaymentState } from '#app/domain/orders/order-status.ts'
import type { StaffCtx } from '#app/platform/context.server.ts'
import { transferQuery } from './payments.queries.server.ts'

/**
 * Orders given up whose buyers say that they have paid after all, or of whose money another amount came; and those that
 * staff looked for, since money can come without a word from its buyer.
 * @param soughtIds orders found by what stands in the bank's statement; only those given up are listed
 */
export const listLateTransfers = (ctx: StaffCtx, soughtIds: readonly string[] = []) =>
  listEnded(ctx, ['expired', 'cancelled'], soughtIds)

/**
 * Orders whose money is booked, and for which more came that has not gone back; and those that staff looked for, since a
 * buyer may transfer twice.
 * @param soughtIds orders found by what stands in the bank's statement; only those whose money is booked are listed
 */
export const listBookedTransfers = (ctx: StaffCtx, soughtIds: readonly string[] = []) =>
  listEnded(ctx, BOOKED, soughtIds)

const listEnded = (ctx: StaffCtx, states: readonly PaymentState[], soughtIds: readonly string[]) =>
  transferQuery(ctx)
    .where('payment.state', 'in', [...states])
    .where((eb) =>
      eb.or([
        eb('payment.order_id', '=', sql<string>`any(${[...soughtIds]}::uuid[])`),
        eb.exists(
          eb
            .selectFrom('staff_task as task')
            .whereRef('task.order_id', '=', 'payment.order_id')
            .where('task.kind', 'in', ['late-money', 'wrong-amount'])
            .where('task.resolved_at', 'is', null)
            .select('task.id'),
        ),
      ]),
    )
    .orderBy('payment.proof_sent_at')
    .orderBy('payment.order_id')
    .execute()

/** Where the files of some proofs of transfer are, by key. */
export async function listProofs({ db }: StaffCtx, keys: readonly (string | null)[]) {
  const known = keys.filter((key) => key !== null)
  if (known.length === 0) return []
  return db
    .selectFrom('image')
    .where('key', 'in', known)
    .select((eb) => [
      'key',
      eb.ref('source').$castTo<'bundled' | 'stored'>().as('source'),
      'width',
      'height',
      'widths',
      'is_illustration as isIllustration',
    ])
    .execute()
}
