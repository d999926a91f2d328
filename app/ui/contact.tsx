import { m } from '#app/paraglide/messages.js'
import { type Fact, Facts } from './facts.tsx'
import { useShopData } from './shop-data.ts'
import type { Operator } from './site-footer.tsx'

/** Every way to reach a person. Coming by always works; phone and WhatsApp only once the office has given them. */
export function ContactWays({ operator: given }: { operator?: Operator }) {
  const shop = useShopData()
  const operator = given ?? shop?.operator
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
