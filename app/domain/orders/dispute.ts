import type { OrderEventKind } from './order-event.server.ts'

/**
 * How a card payment stands with the buyer's bank, by what happened to the order from first to last: open while the bank
 * decides, lost once it has taken the money back; null where nothing is disputed any more, or ever was.
 */
export function disputeOf(events: readonly { kind: OrderEventKind }[]): 'open' | 'lost' | null {
  switch (events.findLast(({ kind }) => kind === 'disputed' || kind.startsWith('dispute-'))?.kind) {
    case 'disputed':
      return 'open'
    case 'dispute-lost':
      return 'lost'
    default:
      return null
  }
}
