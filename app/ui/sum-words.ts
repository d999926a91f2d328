import { isGivenUp, type PaymentState } from '#app/domain/orders/order-status.ts'
import { type OrderSums, type SumPart, sumParts } from '#app/domain/orders/order-sums.ts'
import type { Locale } from '#app/lib/locale.ts'
import { m } from '#app/paraglide/messages.js'
import type { Total } from './line-item.tsx'

/** What a part of an order's total is called, on its page and in its letters alike. */
export function sumWords(sum: SumPart, locale: Locale): string {
  const words = { locale }
  switch (sum.part) {
    case 'goods':
      return m.order_sum_goods({}, words)
    case 'shipping':
      return sum.group
        ? m.checkout_cost_shipping_of({ group: sum.group }, words)
        : m.order_sum_shipping({}, words)
    case 'collecting':
      return sum.group
        ? m.checkout_cost_collect_of({ group: sum.group }, words)
        : m.order_sum_collecting({}, words)
    case 'code':
      return m.order_sum_code({}, words)
    case 'dropped':
      return m.order_sum_dropped({}, words)
  }
}

/** What stands in place of a part's amount; null where the amount itself does. */
export function sumInWords({ part, amountRupiah }: SumPart, locale: Locale): string | null {
  if (part === 'collecting') return m.checkout_way_free({}, { locale })
  return amountRupiah === null ? m.order_sum_shipping_unknown({}, { locale }) : null
}

type Order = OrderSums & { paymentState: PaymentState }

/**
 * Of an order given up the sums stand as they were, and nobody owes them: what that means for the total. Null while it is
 * owed or was paid, and where another amount came for one that expired: the rest may still be paid.
 */
export function owedWords(
  order: Order & { totalRupiah: number | null; wrongAmount: unknown },
  locale: Locale,
): string | null {
  const { paymentState, wrongAmount } = order
  if (!isGivenUp(paymentState) || (paymentState === 'expired' && wrongAmount)) return null
  return (order.totalRupiah ? m.order_not_owed : m.order_nothing_owed)({}, { locale })
}

/** The parts of an order's total as lines of its page, the buyer's and the staff's alike. */
export const partTotals = (order: Order, locale: Locale): Total[] =>
  sumParts(order).map((part) => {
    const words = sumInWords(part, locale)
    const isNeverKnown = part.amountRupiah === null && isGivenUp(order.paymentState)
    return {
      label: sumWords(part, locale),
      amountRupiah: words === null ? part.amountRupiah : null,
      pending: (isNeverKnown ? m.order_sum_never_known({}, { locale }) : words) ?? undefined,
    }
  })
