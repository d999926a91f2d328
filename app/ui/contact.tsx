import { m } from '#app/paraglide/messages.js'
import { type Fact, Facts } from './facts.tsx'
import { useShopData } from './shop-data.ts'
import { shopHref } from './shop-href.ts'
import type { Operator } from './site-footer.tsx'

/**
 * Every way to reach a person. Coming by and writing always work; phone and WhatsApp only once the office has given
 * them. A group's console gives the office itself and has its own place to write; in the shop an order says which one a
 * question is about.
 */
export function ContactWays({ operator: given, orderCode }: { operator?: Operator; orderCode?: string }) {
  const shop = useShopData()
  const operator = given ?? shop?.operator
  const { phone, whatsappHref } = operator ?? {}
  const ways: Fact[] = []
  const about = orderCode ? `?pesanan=${orderCode}` : ''
  if (!given) {
    const title = <a href={shopHref('/bantuan/tanya') + about}>{m.shop_page_contact_write()}</a>
    ways.push({ icon: 'mail', title })
  }
  if (phone) {
    const title = <a href={`tel:${phone.number}`}>{m.shop_page_contact_phone({ phone: phone.label })}</a>
    ways.push({ icon: 'phone', title })
  }
  if (whatsappHref) {
    ways.push({ icon: 'chat', title: <a href={whatsappHref}>{m.shop_page_contact_whatsapp()}</a> })
  }
  ways.push({
    icon: 'book',
    title: m.shop_page_contact_visit(),
    note: operator && `${operator.name}, ${operator.address}`,
  })
  return <Facts facts={ways} />
}
