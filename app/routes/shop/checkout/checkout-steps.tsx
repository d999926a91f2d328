import { m } from '#app/paraglide/messages.js'
import { shopHref } from '#app/ui/shop-href.ts'
import { Steps } from '#app/ui/steps.tsx'

/** Basket, address, delivery, payment: where the shopper is, and back to what is done. */
export function CheckoutSteps({ at }: { at: 'basket' | 'address' | 'delivery' | 'payment' }) {
  const steps = [
    { key: 'basket', label: m.checkout_steps_basket(), href: shopHref('/keranjang') },
    { key: 'address', label: m.checkout_steps_address(), href: shopHref('/checkout/alamat') },
    { key: 'delivery', label: m.checkout_steps_delivery(), href: shopHref('/checkout/kirim') },
    { key: 'payment', label: m.checkout_steps_payment() },
  ]
  return <Steps steps={steps} current={steps.findIndex(({ key }) => key === at)} />
}
