import { sum } from '#app/lib/money.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { type LockedRefund, lockRefund } from './lock-refund.server.ts'

/** How much is booked as gone back under a number of the card provider, in whole rupiah: one may give several parcels' money back. */
export async function takenUnder({ db }: Ctx, number: string): Promise<number> {
  const taken = await db
    .selectFrom('refund')
    .where('state', '=', 'sent')
    .where('sent_from', '=', 'card')
    .where((eb) => eb.or([eb('bank_reference', '=', number), eb('card_refund_id', '=', number)]))
    .select('amount_rupiah as amount')
    .execute()
  return sum(taken.map(({ amount }) => amount))
}

/** Whether all that went back under a number of the card provider stands as gone back to the buyer; `amount` in whole rupiah. */
export const isAllBooked = async (ctx: Ctx, number: string, amount: number | null): Promise<boolean> =>
  amount !== null && (await takenUnder(ctx, number)) >= amount

/** Whether staff have booked a refund as gone back under a number of the card provider. */
export const isBookedUnder = ({ state, sentFrom, bankReference }: LockedRefund, number: string): boolean =>
  state === 'sent' && sentFrom === 'card' && bankReference === number

/** The refunds that staff have booked as gone back under a number of the card provider, each locked behind its payment. */
export async function lockBookedUnder(ctx: Ctx, number: string): Promise<LockedRefund[]> {
  const booked = await ctx.db
    .selectFrom('refund')
    .where('sent_from', '=', 'card')
    .where('bank_reference', '=', number)
    .orderBy('id')
    .select('id')
    .execute()
  const locked: LockedRefund[] = []
  for (const { id } of booked) {
    const refund = await lockRefund(ctx, id)
    if (refund && isBookedUnder(refund, number)) locked.push(refund)
  }
  return locked
}
