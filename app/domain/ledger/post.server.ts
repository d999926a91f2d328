import { newId } from '#app/lib/ids.ts'
import { sum } from '#app/lib/money.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { accountKind, groupOfAccount, type LedgerAccount } from './account.ts'

/** One side of a transaction: positive is money that came to the account, negative money the account owes. */
export interface Entry {
  account: LedgerAccount
  rupiah: number
}

export interface Posting {
  /** What happened, named so that it is posted once however often it is told. */
  key: string
  kind: 'payment' | 'late-money' | 'wrong-amount' | 'receipt' | 'decline' | 'refund' | 'refund-failed'
  orderId: string
  parcelId?: string
  note?: string
  entries: readonly Entry[]
}

/**
 * Writes a balanced transaction into the books. Nothing there is ever changed: what was wrong is posted back.
 * @returns false when nothing was written: the key had been posted before, or no entry moves anything, as the receipt
 * of a collected parcel whose goods are all fee
 * @throws RangeError when the entries do not add up to zero; the database refuses it too
 * @see docs/decisions/0033-the-books.md
 */
export async function post(
  { db }: Ctx,
  { key, kind, orderId, parcelId, note, entries }: Posting,
): Promise<boolean> {
  if (sum(entries.map((entry) => entry.rupiah)) !== 0) throw new RangeError(`Posting ${key} does not balance`)
  const moved = entries.filter((entry) => entry.rupiah !== 0)
  if (moved.length === 0) return false
  const transaction = await db
    .insertInto('ledger_transaction')
    .values({
      id: newId(),
      idempotency_key: key,
      kind,
      order_id: orderId,
      parcel_id: parcelId ?? null,
      note: note ?? null,
    })
    .onConflict((conflict) => conflict.column('idempotency_key').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!transaction) return false
  await insertEntries({ db }, transaction.id, moved)
  return true
}

/** Accounts are opened on first use and always in code order, so that two postings never wait for each other. */
async function insertEntries(
  { db }: Pick<Ctx, 'db'>,
  transactionId: string,
  entries: readonly Entry[],
): Promise<void> {
  const moved = entries.toSorted((a, b) => (a.account < b.account ? -1 : 1))
  await db
    .insertInto('ledger_account')
    .values(
      moved.map(({ account }) => ({
        code: account,
        group_id: groupOfAccount(account),
        kind: accountKind(account),
      })),
    )
    .onConflict((conflict) => conflict.column('code').doNothing())
    .execute()
  await db
    .insertInto('ledger_entry')
    .values(
      moved.map(({ account, rupiah }, line) => ({
        transaction_id: transactionId,
        line,
        account_code: account,
        amount_rupiah: rupiah,
      })),
    )
    .execute()
}
