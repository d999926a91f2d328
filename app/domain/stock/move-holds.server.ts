import { sql } from 'kysely'
import type { Ctx } from '#app/platform/context.server.ts'
import type { Db } from '#app/platform/db.server.ts'
import { type HoldState, type SaleMode, type StockCounts, stateWhenPaid, stockChange } from './hold.ts'
import { lockStock } from './lock-stock.server.ts'

/** Whose promised pieces: a whole order's, or those that travel in one of its parcels. */
export interface HoldsOf {
  orderId: string
  parcelId?: string
}

export interface Hold {
  id: string
  parcelId: string
  variantId: string
  quantity: number
  mode: SaleMode
  state: HoldState
}

/** The order is paid: ready pieces leave the shelf, the others go onto the loom. */
export const payHolds = (ctx: Ctx, of: HoldsOf) =>
  moveHolds(ctx, of, (hold) => (hold.state === 'held' ? stateWhenPaid(hold.mode) : null))

/** The woven pieces have been handed over; their places in the queue are free. */
export const finishWeaving = (ctx: Ctx, of: HoldsOf) =>
  moveHolds(ctx, of, (hold) => (hold.state === 'weaving' ? 'consumed' : null))

/** The unpaid order is over: everything it kept from others may be bought again. */
export const releaseUnpaid = (ctx: Ctx, of: HoldsOf) =>
  moveHolds(ctx, of, (hold) => (hold.state === 'held' ? 'released' : null))

/** A declined parcel's pieces are good and there: they go back on sale. */
export const putBack = (ctx: Ctx, of: HoldsOf) =>
  moveHolds(ctx, of, (hold) => (hold.state === 'released' ? null : 'released'))

/** A declined parcel's ready pieces were not there or are damaged: they must not be sold a second time. */
export const writeOff = (ctx: Ctx, of: HoldsOf) =>
  moveHolds(ctx, of, (hold) => {
    if (hold.mode === 'ready') return hold.state === 'released' ? null : 'lost'
    return hold.state === 'released' ? null : 'released'
  })

/** The holds of an order or parcel, in the order in which stock is locked. */
export function findHolds({ db }: Ctx, { orderId, parcelId }: HoldsOf): Promise<Hold[]> {
  const holds = db
    .selectFrom('stock_hold as hold')
    .innerJoin('order_line as line', (join) =>
      join.onRef('line.order_id', '=', 'hold.order_id').onRef('line.variant_id', '=', 'hold.variant_id'),
    )
    .where('hold.order_id', '=', orderId)
    .$if(parcelId !== undefined, (query) => query.where('line.parcel_id', '=', parcelId ?? ''))
    .orderBy('hold.variant_id')
    .select((eb) => [
      'hold.id',
      'line.parcel_id as parcelId',
      'hold.variant_id as variantId',
      'hold.quantity',
      eb.ref('hold.mode').$castTo<SaleMode>().as('mode'),
      eb.ref('hold.state').$castTo<HoldState>().as('state'),
    ])
  return holds.execute()
}

/**
 * Moves holds and the counts they stand for together. The caller holds the order's payment or parcel row, so no one
 * else moves the same holds; the stock rows are locked here.
 */
async function moveHolds(ctx: Ctx, of: HoldsOf, next: (hold: Hold) => HoldState | null): Promise<void> {
  const moves = (await findHolds(ctx, of)).flatMap((hold) => {
    const to = next(hold)
    return to && to !== hold.state ? [{ hold, to }] : []
  })
  await applyMoves(ctx, moves)
}

/** @param moves holds whose stock may or may not be locked by the caller already */
export async function applyMoves(ctx: Ctx, moves: readonly { hold: Hold; to: HoldState }[]): Promise<void> {
  if (moves.length === 0) return
  await lockStock(
    ctx.db,
    moves.map(({ hold }) => hold.variantId),
  )
  const changes = moves.map(({ hold, to }) => ({
    variantId: hold.variantId,
    ...stockChange(hold.mode, hold.state, to, hold.quantity),
  }))
  await setHoldStates(ctx.db, moves)
  await addToStock(ctx.db, changes)
}

async function setHoldStates(db: Db, moves: readonly { hold: Hold; to: HoldState }[]): Promise<void> {
  const ids = moves.map(({ hold }) => hold.id)
  const states = moves.map(({ to }) => to)
  await sql`
    update stock_hold set state = moved.state
    from unnest(${ids}::uuid[], ${states}::text[]) as moved (id, state) where stock_hold.id = moved.id
  `.execute(db)
}

/** Adds to the counts of stock rows that the caller has locked. */
export async function addToStock(
  db: Db,
  changes: readonly ({ variantId: string } & StockCounts)[],
): Promise<void> {
  const column = (name: keyof StockCounts) => changes.map((change) => change[name])
  await sql`
    update stock set on_hand = stock.on_hand + added.on_hand, reserved = stock.reserved + added.reserved,
      open_pieces = stock.open_pieces + added.open_pieces
    from unnest(${changes.map((change) => change.variantId)}::uuid[], ${column('onHand')}::int[],
      ${column('reserved')}::int[], ${column('openPieces')}::int[]) as added (variant_id, on_hand, reserved, open_pieces)
    where stock.variant_id = added.variant_id
  `.execute(db)
}
