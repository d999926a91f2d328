import { sql } from 'kysely'
import { openProblem } from './open-problem.server.ts'

/**
 * What the received parcels of the group `g` of a query came to for it since it began to sell here, in whole rupiah: its
 * goods less the fee, and the shipping it paid; what went back to buyers afterwards is taken off. A parcel that a buyer has
 * reported counts again once the report is settled, for until then its money waits.
 * @see docs/decisions/0033-the-books.md
 */
export const earnedRupiah = sql<number>`(
  select coalesce(-sum(e.amount_rupiah), 0)::bigint
  from ledger_entry e
    join ledger_transaction t on t.id = e.transaction_id
    left join parcel reported on reported.id = t.parcel_id and ${openProblem('reported')}
  where e.account_code = 'group-payable:' || g.id and reported.id is null
)`
