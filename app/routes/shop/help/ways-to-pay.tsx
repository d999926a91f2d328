import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { useShopData } from '#app/ui/shop-data.ts'

/** What can be paid with, from the ways that are open now; whoever collects at the library can always pay in cash. */
export function WaysToPay() {
  const payments = useShopData()?.payments
  if (!payments) return null
  const ways = [
    {
      way: m.checkout_method_transfer(),
      when: payments.transfer ? m.shop_pay_transfer() : m.shop_pay_transfer_off(),
    },
    { way: m.checkout_method_pickup(), when: m.shop_pay_pickup() },
    { way: m.checkout_method_card(), when: payments.card ? m.shop_pay_card() : m.shop_pay_card_off() },
  ]
  return (
    <ul>
      {ways.map(({ way, when }) => (
        <li key={way}>
          <b>{way}</b>: {when}
        </li>
      ))}
    </ul>
  )
}

/** How paying by card goes, where it is open now; elsewhere that it is not, and where to look. */
export function PayingByCard({ children }: { children: ReactNode }) {
  return <p>{useShopData()?.payments.card ? children : m.shop_pay_card_not_now()}</p>
}
