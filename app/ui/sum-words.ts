import type { SumPart } from '#app/domain/orders/order-sums.ts'
import type { Locale } from '#app/lib/locale.ts'
import { m } from '#app/paraglide/messages.js'

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
    case 'code':
      return m.order_sum_code({}, words)
    case 'dropped':
      return m.order_sum_dropped({}, words)
  }
}
