/**
 * Why there is nothing of a size just now, though there may be again: its pieces are `held` for an order that is not paid
 * yet, or the weaving queue is `full`.
 */
export type Taken = 'held' | 'full'

/** Whether a piece can be had: `ready` can be sent now, `made` is woven after the order; not now, or `gone` for good. */
export type Availability =
  | { state: 'ready'; count: number }
  | { state: 'made'; daysMin: number; daysMax: number }
  | { state: Taken | 'gone' }

export interface Offer {
  readyCount: number
  /** Days to weave one, from the quickest size to the slowest; null when nothing is made to order or the weaving queue is full. */
  madeDaysMin: number | null
  madeDaysMax: number | null
  /** A size of it is held, or its queue full; said only of a piece of which nothing can be had. */
  taken: Taken | null
}

/** Every way to have a piece, ready pieces first: some sizes may lie ready while others are woven after the order. */
export function waysToHave({
  readyCount,
  madeDaysMin,
  madeDaysMax,
  taken,
}: Offer): [Availability, ...Availability[]] {
  const made: Availability[] =
    madeDaysMax === null ? [] : [{ state: 'made', daysMin: madeDaysMin ?? madeDaysMax, daysMax: madeDaysMax }]
  if (readyCount > 0) return [{ state: 'ready', count: readyCount }, ...made]
  return [made[0] ?? { state: taken ?? 'gone' }]
}

/** What is said of a piece in few words: the first of the ways to have it. */
export const availabilityOf = (offer: Offer): Availability => waysToHave(offer)[0]

/** Whether a piece can be ordered now. */
export const canBeHad = ({ state }: Availability): boolean => state === 'ready' || state === 'made'
