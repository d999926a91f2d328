import type { MoneyAccount } from '#app/domain/ledger/account.ts'
import type { PaymentMethod } from '#app/domain/orders/order-status.ts'
import type { Locale } from '#app/lib/locale.ts'
import { m } from '#app/paraglide/messages.js'

interface Failed {
  method: PaymentMethod
  /** Where it had been taken from; null where it could not even be sent, and would have gone the way it came. */
  sentFrom: MoneyAccount | null
}

/** Why money that goes back has not arrived, on the order's page and in its letter alike: no card failed where none was used. */
export function failedWhy({ method, sentFrom }: Failed, locale: Locale): string {
  switch (sentFrom ?? method) {
    case 'card':
      return m.order_refund_why_card({}, { locale })
    case 'bank':
    case 'transfer':
      return m.order_refund_why_transfer({}, { locale })
    case 'cash':
    case 'pickup':
      return m.order_refund_why_cash({}, { locale })
  }
}
