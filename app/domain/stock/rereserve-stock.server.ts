import type { Ctx } from '#app/platform/context.server.ts'
import { applyMoves, findHolds } from './move-holds.server.ts'
import { findShortages } from './reserve-stock.server.ts'

/**
 * Holds again, all or nothing, what some parcels of an order had to let go: its money came late.
 * @returns whether every piece could still be had
 */
export async function rereserveStock(
  ctx: Ctx,
  { orderId, parcelIds }: { orderId: string; parcelIds: readonly string[] },
): Promise<boolean> {
  const released = (await findHolds(ctx, { orderId })).filter(
    (hold) => hold.state === 'released' && parcelIds.includes(hold.parcelId),
  )
  if ((await findShortages(ctx, released)).length > 0) return false
  await applyMoves(
    ctx,
    released.map((hold) => ({ hold, to: 'held' })),
  )
  return true
}
