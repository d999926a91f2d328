import type { Db } from '#app/platform/db.server.ts'

export interface LockedStock {
  variantId: string
  onHand: number
  reserved: number
  openCap: number
  openPieces: number
}

/**
 * Locks the stock rows of some variants until the transaction ends, always in id order, so that two shoppers with
 * the same pieces in opposite order wait for each other instead of deadlocking.
 */
export async function lockStock(db: Db, variantIds: readonly string[]): Promise<LockedStock[]> {
  if (variantIds.length === 0) return []
  return db
    .selectFrom('stock')
    .where('variant_id', 'in', [...variantIds])
    .orderBy('variant_id')
    .forUpdate()
    .select([
      'variant_id as variantId',
      'on_hand as onHand',
      'reserved',
      'open_cap as openCap',
      'open_pieces as openPieces',
    ])
    .execute()
}
