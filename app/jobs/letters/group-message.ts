import { wasBroughtInVain } from '#app/domain/fulfilment/parcel.ts'
import type { GroupTemplate, Notice } from '#app/domain/notices/notice.ts'
import type { OrderPage, OrderPageParcel } from '#app/domain/orders/order-page.queries.server.ts'
import { isPickup } from '#app/domain/orders/order-status.ts'
import { formatDateTime, formatWeekday } from '#app/lib/day.ts'
import { countryName } from '#app/lib/format.ts'
import type { Locale } from '#app/lib/locale.ts'
import { m } from '#app/paraglide/messages.js'
import { countAllWords } from '#app/ui/count-words.ts'
import { oneLine } from './letter.ts'
import { parcelOf } from './parcel-news.ts'

export type GroupNotice = Extract<Notice, { template: GroupTemplate }>

/** A piece of news as a short text to a group's telephone. The buyer's name and address stay behind the sign-in. */
export function groupMessage(notice: GroupNotice, order: OrderPage, origin: string): string {
  const parcel = parcelOf(order, notice.data.parcelId)
  return oneLine(`${news(notice, order, parcel)} ${origin}/kelompok-saya/pesanan/${parcel.id}`)
}

function news({ template, locale }: GroupNotice, order: OrderPage, parcel: OrderPageParcel): string {
  const { code } = order
  const words = { locale }
  const pieces = countAllWords(parcel.lines, locale)
  switch (template) {
    case 'group-parcel-open': {
      const date = formatWeekday(parcel.promiseOn, locale)
      return openWords(parcel)({ code, pieces, date }, words)
    }
    case 'group-shipping-asked': {
      const place = placeOf(order, locale)
      // the group cannot know what sending abroad costs; staff say it
      if (order.country !== 'ID') return m.mail_group_asked_abroad({ code, pieces, place }, words)
      if (order.paymentState !== 'quoting') return m.mail_group_asked_open({ code, pieces, place }, words)
      return m.mail_group_asked(
        { code, pieces, place, deadline: formatDateTime(order.expiresAt, locale) },
        words,
      )
    }
    case 'group-parcel-cancelled':
      return cancelledWords(parcel)({ code }, words)
    case 'group-parcel-problem':
      return m.mail_group_problem({ code }, words)
    case 'group-problem-settled':
      return parcel.state === 'returned'
        ? m.mail_group_returned({ code }, words)
        : m.mail_group_kept({ code }, words)
  }
}

/** Where the group's part ends: with who carries it, at the library, or at home. */
function openWords({ delivery }: OrderPageParcel) {
  if (delivery === 'pickup-library') return m.mail_group_open_library
  return isPickup(delivery) ? m.mail_group_open_pickup : m.mail_group_open
}

/** What is packed is not sent any more; what was brought to the library is to be fetched from there. */
function cancelledWords(parcel: OrderPageParcel) {
  if (wasBroughtInVain(parcel)) return m.mail_group_cancelled_library
  return parcel.packedAt ? m.mail_group_cancelled_packed : m.mail_group_cancelled
}

/** Only as much of the address as a price depends on. */
function placeOf({ country, districtName, regencyName, provinceName }: OrderPage, locale: Locale): string {
  if (country === 'ID') return [districtName, regencyName, provinceName].filter(Boolean).join(', ')
  return countryName(country, locale)
}
