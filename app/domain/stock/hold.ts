/** How a piece is sold: it is there and counted, or it is woven once somebody has ordered it. */
export type SaleMode = 'ready' | 'made-to-order'

/** More of one variant than this is talked over with the group, not ordered in a form. */
export const MOST_PIECES = 99

/**
 * Where a promised piece stands. held: unpaid. weaving: paid, being made. consumed: the buyer's.
 * released: back on the shelf, or the place in the queue free again. lost: it was not there, or was damaged.
 */
export type HoldState = 'held' | 'weaving' | 'consumed' | 'released' | 'lost'

/** What one piece adds to a variant's three counts. */
export interface StockCounts {
  onHand: number
  reserved: number
  openPieces: number
}

const NOTHING: StockCounts = { onHand: 0, reserved: 0, openPieces: 0 }
const OFF_THE_SHELF: StockCounts = { ...NOTHING, onHand: -1 }
const IN_THE_QUEUE: StockCounts = { ...NOTHING, openPieces: 1 }

/** The counts are the sum of these over all holds, so a change of state is the difference of two of them. */
const WEIGHTS: Record<SaleMode, Record<HoldState, StockCounts>> = {
  ready: {
    held: { ...NOTHING, reserved: 1 },
    weaving: OFF_THE_SHELF,
    consumed: OFF_THE_SHELF,
    released: NOTHING,
    lost: OFF_THE_SHELF,
  },
  'made-to-order': {
    held: IN_THE_QUEUE,
    weaving: IN_THE_QUEUE,
    consumed: NOTHING,
    released: NOTHING,
    lost: NOTHING,
  },
}

/** What happens to a variant's counts when pieces of it go from one state to another. */
export function stockChange(mode: SaleMode, from: HoldState, to: HoldState, quantity: number): StockCounts {
  const before = WEIGHTS[mode][from]
  const after = WEIGHTS[mode][to]
  return {
    onHand: (after.onHand - before.onHand) * quantity,
    reserved: (after.reserved - before.reserved) * quantity,
    openPieces: (after.openPieces - before.openPieces) * quantity,
  }
}

/** Paid: a ready piece is the buyer's at once, a piece to be made goes onto the loom. */
export const stateWhenPaid = (mode: SaleMode): HoldState => (mode === 'ready' ? 'consumed' : 'weaving')
