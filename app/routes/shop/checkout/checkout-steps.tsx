import { m } from '#app/paraglide/messages.js'
import { shopHref } from '#app/ui/shop-href.ts'
import { Steps } from '#app/ui/steps.tsx'

interface Props {
  at: 'basket' | 'address' | 'delivery' | 'payment'
  /** The whole order is collected: nothing is sent. */
  isCollected?: boolean
}

/** Basket, recipient or who collects, delivery, payment: where the shopper is, and back to what is done. */
export function CheckoutSteps({ at, isCollected }: Props) {
  const second = isCollected ? m.checkout_steps_name() : m.checkout_steps_address()
  const third = isCollected ? m.checkout_steps_collect() : m.checkout_steps_delivery()
  const steps = [
    { key: 'basket', label: m.checkout_steps_basket(), href: shopHref('/keranjang') },
    { key: 'address', label: second, href: shopHref('/checkout/alamat') },
    { key: 'delivery', label: third, href: shopHref('/checkout/kirim') },
    { key: 'payment', label: m.checkout_steps_payment() },
  ]
  return <Steps steps={steps} current={steps.findIndex(({ key }) => key === at)} />
}
