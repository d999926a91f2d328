/** Where money that the library holds is: its bank account, the card provider, the cash box. */
export type MoneyAccount = 'bank' | 'card' | 'cash'
export type LedgerAccount =
  | MoneyAccount
  /** what the library keeps for running the shop, as frozen on each line */
  | 'fee'
  /** the one to 999 rupiah by which transfers are told apart; never part of sales */
  | 'transfer-code'
  | 'refunds-due'
  /** what came for an order in another amount than its total: the buyer's until it has paid the order or gone back */
  | 'wrong-amount'
  | `group-pending:${string}`
  | `group-payable:${string}`

/** What a group has earned with parcels that are paid but not yet received. */
export const groupPending = (groupId: string): LedgerAccount => `group-pending:${groupId}`
/** What the library is to pay a group out. */
export const groupPayable = (groupId: string): LedgerAccount => `group-payable:${groupId}`

type AccountKind = 'asset' | 'liability' | 'income'

/** What an account is in the books: money held, money owed, or money earned. */
export function accountKind(account: LedgerAccount): AccountKind {
  if (account === 'bank' || account === 'card' || account === 'cash') return 'asset'
  return account === 'fee' ? 'income' : 'liability'
}

/** The group whose account it is, by its id; null for the library's own. */
export const groupOfAccount = (account: LedgerAccount): string | null => account.split(':')[1] ?? null
