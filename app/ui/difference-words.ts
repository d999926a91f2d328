import type { PaymentState } from '#app/domain/orders/order-status.ts'
import { formatRupiah } from '#app/lib/format.ts'
import type { Locale } from '#app/lib/locale.ts'
import { m } from '#app/paraglide/messages.js'

/** What came beside what was asked for, and what is missing or too much: the same on the order's page and in its letter. */
export function differenceWords(
  { amountRupiah, expectedRupiah }: { amountRupiah: number; expectedRupiah: number },
  locale: Locale,
): string {
  const money = {
    amount: formatRupiah(amountRupiah, locale),
    total: formatRupiah(expectedRupiah, locale),
    difference: formatRupiah(Math.abs(expectedRupiah - amountRupiah), locale),
  }
  return amountRupiah < expectedRupiah
    ? m.order_wrong_amount_short(money, { locale })
    : m.order_wrong_amount_over(money, { locale })
}

/** What follows once the amount is right: the pieces of an order that has expired may have gone to another. */
export const onceExact = (paymentState: PaymentState, locale: Locale): string =>
  paymentState === 'expired'
    ? m.order_proof_late_either({}, { locale })
    : m.order_wrong_amount_when({}, { locale })
