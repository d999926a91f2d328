import type { BuyerTemplate, Notice } from '#app/domain/notices/notice.ts'
import type { OrderPage } from '#app/domain/orders/order-page.queries.server.ts'
import { waLink } from '#app/lib/whatsapp.ts'
import { m } from '#app/paraglide/messages.js'
import type { Letter } from './letter.ts'
import { parcelNews, parcelOf } from './parcel-news.ts'
import { paymentNews } from './payment-news.ts'

export type BuyerNotice = Extract<Notice, { template: BuyerTemplate }>
export type ParcelNotice = Extract<BuyerNotice, { template: `parcel-${string}` }>
export type PaymentNotice = Exclude<BuyerNotice, ParcelNotice>

/** What one piece of news says; the rest of a letter is the same for all. */
export type News = Pick<Letter, 'subject' | 'lines'> & Partial<Pick<Letter, 'facts'>>

/** Where letters lead. */
export interface Place {
  /** Opens the order's page. */
  orderHref: string
  /** The shop's own host, as people know it. */
  site: string
  /** The library's number, where it has one. */
  libraryWhatsapp: string | null
}

/**
 * A piece of news as a letter to the buyer, told from how the order stands now. It says nothing that a stranger who
 * reads over a shoulder could use: no address, no phone, no names but the reader's own and the groups'.
 */
export function buyerLetter(notice: BuyerNotice, order: OrderPage, place: Place): Letter {
  const { orderHref, site } = place
  const locale = { locale: notice.locale }
  const {
    subject,
    lines,
    facts = [],
  } = isParcelNotice(notice) ? parcelNews(notice, order) : paymentNews(notice, order)
  return {
    subject,
    greeting: m.mail_greeting({ name: order.buyerName }, locale),
    lines,
    caution: order.isDemo ? m.mail_demo({}, locale) : null,
    facts: [{ label: m.mail_fact_code({}, locale), value: order.code }, ...facts],
    action: { label: m.mail_open_order({}, locale), href: orderHref },
    asks: asksOf(notice, order, place),
    footer: [
      m.mail_footer_secret({}, locale),
      m.mail_footer_why({ code: order.code, site }, locale),
      m.mail_footer_sender({}, locale),
    ],
  }
}

/**
 * Whom to ask: about a parcel its group, about the order or a report, which staff settle, the library. Where one of them has no number the other can
 * pass it on.
 */
function asksOf(notice: BuyerNotice, order: OrderPage, { libraryWhatsapp }: Place): Letter['asks'] {
  const words = { locale: notice.locale }
  const text = m.order_ask_text({ code: order.code }, words)
  const library = libraryWhatsapp
    ? [{ label: m.order_ask_library({}, words), href: waLink(libraryWhatsapp, text) }]
    : []
  const about = isParcelNotice(notice) ? [parcelOf(order, notice.data.parcelId)] : order.parcels
  const groups = about.flatMap(({ groupName: group, groupPhone }) =>
    groupPhone ? [{ label: m.mail_ask_group({ group }, words), href: waLink(groupPhone, text) }] : [],
  )
  const isGroups = isParcelNotice(notice) && !OF_REPORTS.has(notice.template)
  const [first, second] = isGroups ? [groups, library] : [library, groups]
  return first.length > 0 ? first : second
}

const OF_REPORTS = new Set<BuyerTemplate>(['parcel-reported', 'parcel-kept', 'parcel-refunded'])
const isParcelNotice = (notice: BuyerNotice): notice is ParcelNotice => notice.template.startsWith('parcel-')
