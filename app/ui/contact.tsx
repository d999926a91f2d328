import { useRouteLoaderData } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { type Fact, Facts } from './facts.tsx'
import type { Operator } from './site-footer.tsx'

/** The office behind the shop; null outside shop pages, or when the shop's own data could not be read. */
export function useOperator(): Operator | null {
  const shop = useRouteLoaderData('routes/shop/layout') as { operator?: Operator } | undefined
  return shop?.operator ?? null
}

/** Every way to reach a person. Coming by always works; phone and WhatsApp only once the office has given them. */
export function ContactWays() {
  const operator = useOperator()
  const { phone, whatsappHref } = operator ?? {}
  const ways: Fact[] = [
    {
      icon: 'book',
      title: m.shop_page_contact_visit(),
      note: operator && `${operator.name}, ${operator.address}`,
    },
  ]
  if (phone) {
    const title = <a href={`tel:${phone.number}`}>{m.shop_page_contact_phone({ phone: phone.label })}</a>
    ways.push({ icon: 'phone', title })
  }
  if (whatsappHref) {
    ways.push({ icon: 'chat', title: <a href={whatsappHref}>{m.shop_page_contact_whatsapp()}</a> })
  }
  return <Facts facts={ways} />
}
