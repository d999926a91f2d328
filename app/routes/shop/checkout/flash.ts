/** What the basket says once, after something was done to it; a title names the size or colour, too. */
export type BasketFlash =
  | { code: 'added'; title: string; count: number; isFirst: boolean }
  /** Fewer than were asked for, because there are no more. */
  | { code: 'added-fewer'; title: string; count: number }
  | Removed
  | { code: 'changed'; title: string; count: number }
  /** Fewer than were typed, because there are no more. */
  | { code: 'changed-fewer'; title: string; count: number }
  | { code: 'not-enough'; title: string; left: number; inCart: number }
  | { code: 'not-sold' }
  | { code: 'not-in-basket'; title: string }
  | { code: 'too-many-lines' }
  | { code: 'count-unreadable'; title: string }
  /** There was no room for all of it. */
  | { code: 'more' }
  | { code: 'prices-accepted' }
  /** Placing the order was refused; the lines say why. */
  | { code: 'order-changed' }
  /** Of `titles` none or fewer can be had; nothing was added where the basket held it all before. */
  | { code: 'again'; orderCode: string; titles: string[]; isNone: boolean; isAdded: boolean }

/** A line that was taken out: `quantity` can be put back. Its name is looked up when it is said. */
export interface Removed {
  code: 'removed'
  variantId: string
  quantity: number
}

export type NamedRemoved = Removed & { title: string }
/** As a page says it. */
export type BasketNews = Exclude<BasketFlash, Removed> | NamedRemoved

/** What an order's page says once. */
export type OrderFlash =
  | { code: 'placed' }
  | { code: 'placed-otherwise' }
  | { code: 'received' }
  | { code: 'collected' }
  | { code: 'problem-sent' }
  | { code: 'problem-added' }
  | { code: 'problem-too-late' }
  | { code: 'proof-sent' }
  | { code: 'proof-late' }
  | { code: 'proof-same' }
  | { code: 'nothing-to-prove' }
  | { code: 'cancelled' }
  | { code: 'cannot-cancel' }
  | { code: 'cancel-away' }
  | { code: 'card-paid' }
  | { code: 'card-unpaid' }
  | { code: 'card-away' }
  | { code: 'card-unsure' }
  | { code: 'card-too-late' }
  | { code: 'card-too-small' }
  | { code: 'changed-meanwhile' }
