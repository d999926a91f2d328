import { sql } from 'kysely'

/**
 * What the received parcels of the group `g` of a query came to for it since it began to sell here, in whole rupiah: its
 * goods less the fee, and the shipping it paid; what went back to buyers afterwards is taken off.
 * @see docs/decisions/0033-the-books.md
 */
export const earnedRupiah = sql<number>`(
  select coalesce(-sum(amount_rupiah), 0)::bigint from ledger_entry where account_code = 'group-payable:' || g.id
)`
