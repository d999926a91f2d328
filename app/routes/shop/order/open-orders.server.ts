import { hasOpenProblem } from '#app/domain/fulfilment/parcel.ts'
import { listOrderPages, type OrderPage } from '#app/domain/orders/order-page.queries.server.ts'
import type { OrderStatus } from '#app/domain/orders/order-status.ts'
import { shopContext } from '#app/routes/context.server.ts'
import { type Args, readGrants } from './access.server.ts'
import { refundTitle } from './refund-words.ts'
import { orderView } from './view.server.ts'
import { statusWords } from './words.ts'

/** An order that somebody still waits for, in the words of its own page. */
export interface OpenOrder {
  code: string
  title: string
  /** Until when it can be paid, where that is what it waits for. */
  note: string | null
}

/** The orders not over yet that this browser may open, the newest first; asks the database only when it may open any. */
export async function openOrders(args: Args): Promise<OpenOrder[]> {
  const grants = await readGrants(args)
  if (grants.length === 0) return []
  const ctx = shopContext(args)
  const orders = await listOrderPages(
    ctx,
    grants.map(({ id }) => id),
  )
  return orders
    .filter((order) => grants.some(({ id, version }) => id === order.id && version === order.linkVersion))
    .filter((order) => !isOver(order))
    .map((order) => {
      const view = orderView(ctx, args.context.app.images, order)
      const { title, note } = statusWords(view)
      if (waitsForMoney(order)) return { code: order.code, title: refundTitle(view), note: null }
      return { code: order.code, title, note: order.status === 'awaiting-payment' ? note : null }
    })
}

/** The goods are here or do not come, and all that is still to come is money. */
const waitsForMoney = ({ status, parcels, refunds, wrongAmount }: OrderPage): boolean =>
  OVER.includes(status) &&
  // what came for one that has expired may pay it yet
  status !== 'expired' &&
  !parcels.some(hasOpenProblem) &&
  (wrongAmount !== null || refunds.some(({ state }) => state !== 'sent'))

const OVER: readonly OrderStatus[] = ['received', 'expired', 'cancelled', 'refunded']

/** Nobody waits for anything any more: no goods, no money, no answer. */
const isOver = ({ status, parcels, refunds, wrongAmount }: OrderPage): boolean =>
  OVER.includes(status) &&
  !wrongAmount &&
  !parcels.some(hasOpenProblem) &&
  refunds.every(({ state }) => state === 'sent')
