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
