import { sql } from 'kysely'
import type { Ctx } from '#app/platform/context.server.ts'

/** A basket nobody has touched for this long is forgotten, and the address in it. */
const CART_DAYS = 30

/** Forgets baskets nobody came back to. @returns how many */
export async function purgeOldCarts({ db }: Ctx): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('cart')
    .where('updated_at', '<', sql<Date>`moment() - make_interval(days => ${CART_DAYS})`)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
