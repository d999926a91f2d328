import { randomBytes } from 'node:crypto'
import type { Stripe } from 'stripe'
import type { Created } from './parameters.ts'

/** Everything the stand-in remembers. One object, so that a reset is one assignment per field. */
export interface Books {
  sessions: Map<string, Stripe.Checkout.Session>
  intents: Map<string, Stripe.PaymentIntent>
  refunds: Map<string, Stripe.Refund>
  disputes: Map<string, Stripe.Dispute>
  movements: Map<string, Stripe.BalanceTransaction>
  events: Map<string, Stripe.Event>
  /** Settings a test may change. */
  settings: { minimumAmount: number; refundsBeginAs: 'succeeded' | 'pending' }
}

export const emptyBooks = (): Books => ({
  sessions: new Map(),
  intents: new Map(),
  refunds: new Map(),
  disputes: new Map(),
  movements: new Map(),
  events: new Map(),
  settings: { minimumAmount: 1, refundsBeginAs: 'succeeded' },
})

export const idFor = (prefix: string): string => `${prefix}_${randomBytes(12).toString('hex')}`
/** The stand-in itself only ever keeps ids where Stripe's types allow a whole object as well. */
export const idOf = (thing: string | { id: string } | null): string =>
  typeof thing === 'string' ? thing : (thing?.id ?? '')
export const nowInSeconds = (): number => Math.floor(Date.now() / 1000)

/** A page of a list, newest first, as Stripe cuts it. */
export function listOf<Thing extends { id: string; created: number }>(
  url: string,
  things: Iterable<Thing>,
  query: { limit: number; starting_after?: string; created?: Created },
  matches: (thing: Thing) => boolean = () => true,
): Stripe.ApiList<Thing> {
  const found = [...things]
    .reverse()
    .filter((thing) => isWithin(thing.created, query.created) && matches(thing))
  const from = query.starting_after ? found.findIndex((thing) => thing.id === query.starting_after) + 1 : 0
  const data = found.slice(from, from + query.limit)
  return { object: 'list', url, data, has_more: found.length > from + query.limit }
}

function isWithin(time: number, range: Created): boolean {
  if (range === undefined) return true
  if (typeof range === 'number') return time === range
  const { gt = -1, gte = 0, lt = Infinity, lte = Infinity } = range
  return time > gt && time >= gte && time < lt && time <= lte
}

/** What the account has taken, given back and paid in fees, in Stripe's units: the other half of a reconciliation. */
export function totals({ movements }: Books) {
  const of = (type: string) =>
    [...movements.values()]
      .filter((movement) => movement.type === type)
      .reduce((sum, { amount }) => sum + amount, 0)
  const fees = [...movements.values()].reduce((sum, { fee }) => sum + fee, 0)
  return { captured: of('charge'), refunded: -of('refund') - of('refund_failure'), fees }
}
