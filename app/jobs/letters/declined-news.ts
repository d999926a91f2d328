import type { DeclineReason } from '#app/domain/fulfilment/parcel.ts'
import type { OrderPage, OrderPageParcel } from '#app/domain/orders/order-page.queries.server.ts'
import { isClosed, isUnderWay } from '#app/domain/orders/order-status.ts'
import { entryOf } from '#app/lib/entry-of.ts'
import { formatRupiah } from '#app/lib/format.ts'
import type { Locale } from '#app/lib/locale.ts'
import { m } from '#app/paraglide/messages.js'
import type { News, ParcelNotice } from './buyer-letter.ts'
import { groupsOf, worthComingFor } from './collecting-together.ts'
import { refundFact, refundTold } from './refund-news.ts'

/** Which parcel does not come and why, what becomes of its money, and how the rest goes on. */
export function declinedNews(
  order: OrderPage,
  parcel: OrderPageParcel,
  { data, locale }: Extract<ParcelNotice, { template: 'parcel-declined' }>,
): News {
  const words = { locale }
  const { groupName: group, declineNote: note } = parcel
  const isPaid = data.refundRupiah > 0
  const others = order.parcels.filter(({ id }) => id !== parcel.id)
  const rest = others.filter(({ state }) => isUnderWay(state))
  const isLast = others.length > 0 && others.every(({ state }) => isClosed(state))
  const ready = worthComingFor(order)
  const isAsked = parcel.declineReason === 'buyer-asked'
  const subject = isAsked ? m.mail_declined_asked_subject : m.mail_declined_subject
  const money = isPaid
    ? refundTold(declinedRefund(parcel, data.refundRupiah, locale), data.refundRupiah, order, locale)
    : [m.mail_declined_unpaid({}, words), ...(rest.length > 0 ? totalLeft(order, locale) : [])]
  return {
    subject: subject({ code: order.code, group }, words),
    lines: [
      [whyDeclined(parcel, locale), ...money, ...comeNow(ready, locale)].join(' '),
      ...(note ? [m.mail_declined_note({ note }, words)] : []),
      ...(rest.length > ready.length ? [m.mail_declined_rest({}, words)] : []),
      ...(isLast ? [m.mail_declined_last({}, words)] : []),
    ],
    facts: isPaid ? [refundFact(data.refundRupiah, locale)] : [],
  }
}

/** Whoever was told to wait until everything is at the library need not wait any longer, once nothing more is to come there. */
const comeNow = (ready: readonly OrderPageParcel[], locale: Locale): string[] =>
  ready.length > 0 ? [m.mail_declined_rest_ready({ groups: groupsOf(ready, locale) }, { locale })] : []

function declinedRefund({ shippingRupiah }: OrderPageParcel, refundRupiah: number, locale: Locale): string {
  const say = shippingRupiah ? m.mail_declined_refund_shipping : m.mail_declined_refund
  return say({ amount: formatRupiah(refundRupiah, locale) }, { locale })
}

/** What is still to be paid once a parcel has been taken off. */
const totalLeft = ({ paymentState, totalRupiah }: OrderPage, locale: Locale): string[] =>
  paymentState === 'awaiting' && totalRupiah !== null
    ? [m.mail_declined_total({ total: formatRupiah(totalRupiah, locale) }, { locale })]
    : []

const REASONS: Record<Exclude<DeclineReason, 'buyer-asked'>, typeof m.mail_reason_other> = {
  'out-of-stock': m.mail_reason_out_of_stock,
  damaged: m.mail_reason_damaged,
  'too-late': m.mail_reason_too_late,
  'cannot-ship': m.mail_reason_cannot_ship,
  other: m.mail_reason_other,
}

/** That a parcel does not come, and why. */
function whyDeclined({ declineReason }: OrderPageParcel, locale: Locale): string {
  if (declineReason === 'buyer-asked') return m.mail_declined_asked({}, { locale })
  const reason = entryOf<typeof m.mail_reason_other>(REASONS, declineReason ?? '') ?? m.mail_reason_other
  return m.mail_declined({ reason: reason({}, { locale }) }, { locale })
}
