/** Whether a piece can be had: `ready` can be sent now, `made` is woven after the order, `gone` cannot be had. */
export type Availability =
  | { state: 'ready'; count: number }
  | { state: 'made'; daysMin: number; daysMax: number }
  | { state: 'gone' }

export interface Offer {
  readyCount: number
  /** Days to weave one, null when nothing is made to order or the weaving queue is full. */
  madeDaysMin: number | null
  madeDaysMax: number | null
}

/** What is said about a piece: ready pieces come before a place in the weaving queue. */
export function availabilityOf({ readyCount, madeDaysMin, madeDaysMax }: Offer): Availability {
  if (readyCount > 0) return { state: 'ready', count: readyCount }
  if (madeDaysMax === null) return { state: 'gone' }
  return { state: 'made', daysMin: madeDaysMin ?? madeDaysMax, daysMax: madeDaysMax }
}
