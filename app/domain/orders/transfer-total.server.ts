import { type Expression, sql } from 'kysely'
import { type Rupiah, rupiah } from '#app/lib/money.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { TOTAL_GRACE_HOURS } from './deadlines.ts'

/** Two orders may reach for the same total in the same moment; a second look sees what the first one took. */
const TRIES = 10

interface TransferTotal {
  orderId: string
  receivingAccountId: string
  /** Goods and shipping, before the unique code. */
  baseRupiah: number
  payHours: number
}

/**
 * Takes a total that no other open order of the account has: what is owed plus a code of 1 to 999 rupiah, by which
 * the transfer is told from the others. One taken earlier stays the order's, for the buyer may have paid it already.
 * Waits for no one who waits for us, so call it after stock is locked.
 * @returns the code, or null when all 999 are in use
 */
export async function takeTransferTotal(ctx: Ctx, wanted: TransferTotal): Promise<Rupiah | null> {
  for (let tries = 0; tries < TRIES; tries++) {
    const total = await insertFreeTotal(ctx, wanted)
    if (total !== null) return rupiah(total - wanted.baseRupiah)
  }
  return null
}

async function insertFreeTotal(ctx: Ctx, wanted: TransferTotal): Promise<number | null> {
  const { orderId, receivingAccountId, baseRupiah, payHours } = wanted
  const used = sql`tstzrange(moment(), moment() + make_interval(hours => ${payHours + TOTAL_GRACE_HOURS}))`
  const { rows } = await sql<{ total: number }>`
    insert into transfer_total (order_id, receiving_account_id, total_rupiah, used)
    select ${orderId}, ${receivingAccountId}, ${baseRupiah}::bigint + code, ${used}
    from generate_series(1, 999) as code
    where not exists (
      select from transfer_total as taken where taken.receiving_account_id = ${receivingAccountId}
        and taken.total_rupiah::bigint = ${baseRupiah}::bigint + code and taken.used && ${used})
    order by random() limit 1
    on conflict do nothing returning total_rupiah::bigint as total
  `.execute(ctx.db)
  return rows[0]?.total ?? null
}

/**
 * Keeps an order's totals its own until two days after its money may come. A total that has meanwhile been given to
 * another stays the other's: staff then tell the two apart by the proof.
 * @param payUntil null while nobody can say, because a proof waits for staff
 * @see docs/decisions/0034-late-money.md
 */
export async function keepTransferTotal(
  ctx: Ctx,
  orderId: string,
  payUntil: Date | Expression<Date> | null,
): Promise<void> {
  const until = sql`${payUntil}::timestamptz + make_interval(hours => ${TOTAL_GRACE_HOURS})`
  await sql`
    update transfer_total as kept set used = tstzrange(lower(kept.used), ${until})
    where kept.order_id = ${orderId} and not exists (
      select from transfer_total as other where other.order_id <> kept.order_id
        and other.receiving_account_id = kept.receiving_account_id
        and other.total_rupiah::bigint = kept.total_rupiah::bigint
        and other.used && tstzrange(lower(kept.used), ${until}))
  `.execute(ctx.db)
}
