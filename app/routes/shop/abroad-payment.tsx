import { m } from '#app/paraglide/messages.js'
import { useShopData } from '#app/ui/shop-data.ts'

/** How somebody abroad can pay, from the ways that are open now: to be known before anything is ordered. */
export function AbroadPayment() {
  const payments = useShopData()?.payments
  if (!payments) return null
  const { card, transfer } = payments
  if (card) return <p>{transfer ? m.shop_abroad_pay_both() : m.shop_abroad_pay_card()}</p>
  return <p>{transfer ? m.shop_abroad_pay_transfer() : m.shop_abroad_pay_none()}</p>
}
