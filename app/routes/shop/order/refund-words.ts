import { disputeOf } from '#app/domain/orders/dispute.ts'
import { formatRupiah } from '#app/lib/format.ts'
import { sum } from '#app/lib/money.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { failedWhy } from '#app/ui/refund-words.ts'
import type { OrderView } from './view.server.ts'

/** Money on its way back has been sent and refused. */
const failedRefunds = ({ refunds }: OrderView) =>
  refunds.filter((refund) => refund.state === 'failed' && !refund.isUnclear)

/** Whether this money may have gone back already, or goes back by the buyer's bank. */
export const isUnclear = (
  { isUnclear: isLookedUp, goesByCard }: Pick<OrderView['refunds'][number], 'isUnclear' | 'goesByCard'>,
  { events }: OrderView,
): boolean => isLookedUp || (goesByCard && disputeOf(events) !== null)

const unclearRefunds = (order: OrderView) => order.refunds.filter((refund) => isUnclear(refund, order))

export function refundTitle(order: OrderView): string {
  if (failedRefunds(order).length > 0) return m.order_status_refund_failed_title()
  return unclearRefunds(order).length > 0
    ? m.order_status_refund_unclear_title()
    : m.order_status_refund_due()
}

function refundNote(order: OrderView): string {
  const unclear = unclearRefunds(order)
  if (unclear.length === 0) return clearNote(order)
  const amount = formatRupiah(sumOf(unclear), getLocale())
  return [surelyOwed(order) > 0 && clearNote(order), m.order_status_refund_unclear({ amount })]
    .filter(Boolean)
    .join(' ')
}

function clearNote(order: OrderView): string {
  const failed = failedRefunds(order)
  if (failed[0]) {
    const why = failedWhy({ method: order.method, sentFrom: failed[0].sentFrom }, getLocale())
    const amountRupiah = sumOf(failed)
    if (amountRupiah === surelyOwed(order))
      return m.order_status_refund_failed({ why, next: refundNext(order) })
    const amount = formatRupiah(amountRupiah, getLocale())
    return m.order_status_refund_failed_part({ amount, why, next: refundNext(order) })
  }
  return order.method === 'card' ? m.order_status_refund_due_card() : refundNext(order)
}

/** What has not gone back yet of what paid the order. */
export const stillOwed = ({ refunds }: OrderView): number =>
  sumOf(refunds.filter(({ state }) => state !== 'sent'))

/** Of that, what cannot have gone back already. */
const surelyOwed = (order: OrderView): number => stillOwed(order) - sumOf(unclearRefunds(order))

const sumOf = (refunds: OrderView['refunds']): number => sum(refunds.map(({ amountRupiah }) => amountRupiah))

/** How much has gone back, how much still does, and how. */
export function owedNote(order: OrderView): string {
  const owed = surelyOwed(order)
  const sumOwed = owed > 0 && m.order_status_part_owed({ amount: formatRupiah(owed, getLocale()) })
  return [sentNote(order), sumOwed, refundNote(order)].filter(Boolean).join(' ')
}

/** How much has gone back. */
export function sentNote({ refunds }: OrderView): string {
  const sent = sumOf(refunds.filter(({ state }) => state === 'sent'))
  return sent > 0 ? m.order_status_part_sent({ amount: formatRupiah(sent, getLocale()) }) : ''
}

/** How money comes back that people send; whoever paid in cash may come for it. */
export const refundNext = ({ method }: OrderView): string =>
  method === 'pickup' ? m.order_status_refund_due_cash() : m.order_status_refund_due_other()
