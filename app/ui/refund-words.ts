import type { PaymentMethod } from '#app/domain/orders/order-status.ts'
import type { Locale } from '#app/lib/locale.ts'
import { m } from '#app/paraglide/messages.js'

/** Why money that goes back has not arrived, on the order's page and in its letter alike: no card failed where none was used. */
export function failedWhy(method: PaymentMethod, locale: Locale): string {
  switch (method) {
    case 'card':
      return m.order_refund_why_card({}, { locale })
    case 'transfer':
      return m.order_refund_why_transfer({}, { locale })
    case 'pickup':
      return m.order_refund_why_cash({}, { locale })
  }
}
