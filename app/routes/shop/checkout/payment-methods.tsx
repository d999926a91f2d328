import {
  CARD_MINUTES,
  PICKUP_DAYS_AFTER_PROMISE,
  QUOTED_PAY_HOURS,
  TRANSFER_HOURS,
} from '#app/domain/orders/deadlines.ts'
import type { PaymentMethod } from '#app/domain/orders/order-status.ts'
import { formatDateTime } from '#app/lib/day.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import type { FieldSource } from '#app/ui/field.tsx'
import { RadioCards } from '#app/ui/radio-cards.tsx'
import type { PaymentPage } from './payment-page.server.ts'

/** The question how to pay as a field, for the page and for the list of what is missing. */
export const methodField = (chosen: PaymentMethod | undefined, isMissing: boolean): FieldSource => ({
  name: 'paymentMethod',
  id: 'cara-bayar',
  initialValue: chosen,
  errors: isMissing ? [m.checkout_problem_method()] : undefined,
  required: true,
})

/** The ways to pay that are open, each with its fee and its time. */
export function PaymentMethods({ page, field }: { page: PaymentPage; field: FieldSource }) {
  return (
    <RadioCards
      field={field}
      label={m.checkout_payment_method()}
      cards={page.methods.map((method) => ({
        value: method,
        title: TITLES[method](),
        aside: m.checkout_method_no_fee(),
        note: noteOf(method, page),
      }))}
    />
  )
}

const TITLES = {
  transfer: m.checkout_method_transfer,
  pickup: m.checkout_method_pickup,
  card: m.checkout_method_card,
}

function noteOf(method: PaymentMethod, { shippingRupiah, deadline }: PaymentPage): string {
  switch (method) {
    case 'transfer':
      return shippingRupiah === null
        ? m.checkout_method_transfer_quote({ hours: QUOTED_PAY_HOURS })
        : m.checkout_method_transfer_note({
            hours: TRANSFER_HOURS,
            deadline: formatDateTime(deadline, getLocale()),
          })
    case 'pickup':
      return m.checkout_method_pickup_note({ days: PICKUP_DAYS_AFTER_PROMISE })
    case 'card':
      return shippingRupiah === null
        ? m.checkout_method_card_quote({ hours: QUOTED_PAY_HOURS })
        : m.checkout_method_card_note({ minutes: CARD_MINUTES })
  }
}
