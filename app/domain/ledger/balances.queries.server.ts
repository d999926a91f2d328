import { type Rupiah, rupiah } from '#app/lib/money.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { groupPayable, groupPending, type LedgerAccount } from './account.ts'

/** An account's balance is the sum of its entries and is kept nowhere else. Money owed by the account is negative. */
export async function getBalance({ db }: Ctx, account: LedgerAccount): Promise<Rupiah> {
  const row = await db
    .selectFrom('ledger_entry')
    .where('account_code', '=', account)
    .select((eb) =>
      eb.cast<number>(eb.fn.coalesce(eb.fn.sum('amount_rupiah'), eb.lit(0)), 'bigint').as('balance'),
    )
    .executeTakeFirstOrThrow()
  return rupiah(row.balance)
}

export interface GroupBalance {
  /** Paid by buyers, not yet received by them. */
  pendingRupiah: Rupiah
  /** To be paid out; below zero when money went back for parcels already paid out. */
  payableRupiah: Rupiah
}

/** What the library holds for a group, as amounts the group would count: what is owed to it is positive. */
export async function getGroupBalance(ctx: Ctx, groupId: string): Promise<GroupBalance> {
  const [pending, payable] = [
    await getBalance(ctx, groupPending(groupId)),
    await getBalance(ctx, groupPayable(groupId)),
  ]
  return { pendingRupiah: rupiah(0 - pending), payableRupiah: rupiah(0 - payable) }
}
