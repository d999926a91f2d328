import {
  arrivalDays,
  hasOpenProblem,
  lastProblemDay,
  receivedByItselfOn,
} from '#app/domain/fulfilment/parcel.ts'
import type { OrderPage, OrderPageParcel } from '#app/domain/orders/order-page.queries.server.ts'
import { isPickup } from '#app/domain/orders/order-status.ts'
import { type Day, formatDayRange, formatWeekday, localDayOf } from '#app/lib/day.ts'
import { formatRupiah } from '#app/lib/format.ts'
import type { Locale } from '#app/lib/locale.ts'
import { m } from '#app/paraglide/messages.js'
import { sentWith } from '#app/ui/way-words.ts'
import type { News, ParcelNotice } from './buyer-letter.ts'
import { awaitedBeside, groupsOf, readyBeside } from './collecting-together.ts'
import { declinedNews } from './declined-news.ts'
import { sentence } from './letter.ts'
import { collectUntil } from './payment-news.ts'
import { refundFact, refundTold } from './refund-news.ts'

/** News about one group's parcel. */
export function parcelNews(notice: ParcelNotice, order: OrderPage): News {
  const parcel = parcelOf(order, notice.data.parcelId)
  const { locale } = notice
  switch (notice.template) {
    case 'parcel-accepted':
      return accepted(order, parcel, locale)
    case 'parcel-packed':
      return isPickup(parcel.delivery) ? ready(order, parcel, locale) : packed(order, parcel, locale)
    case 'parcel-unpacked':
      return unpacked(order, parcel, locale)
    case 'parcel-dispatched':
      return isPickup(parcel.delivery) ? taken(order, parcel, locale) : dispatched(order, parcel, locale)
    case 'parcel-undispatched':
      return undispatched(order, parcel, locale)
    case 'parcel-corrected':
      return corrected(order, parcel, locale)
    case 'parcel-received':
      return received(order, parcel, locale)
    case 'parcel-declined':
      return declinedNews(order, parcel, notice)
    case 'parcel-reported':
      return {
        subject: m.mail_reported_subject({ code: order.code }, { locale }),
        lines: [
          m.mail_reported({ group: parcel.groupName }, { locale }),
          m.mail_reported_follow({}, { locale }),
        ],
      }
    case 'parcel-kept':
      return {
        subject: m.mail_kept_subject({ code: order.code }, { locale }),
        lines: [
          [
            ...agreed(parcel, locale),
            m.mail_kept({ group: parcel.groupName }, { locale }),
            ...(isReceivedBySettling(parcel) ? [m.mail_kept_here({}, { locale })] : []),
            m.mail_kept_again({}, { locale }),
          ].join(' '),
        ],
      }
    case 'parcel-refunded': {
      const amount = formatRupiah(notice.data.refundRupiah, locale)
      return {
        subject: m.mail_returned_subject({ code: order.code, group: parcel.groupName }, { locale }),
        lines: [
          [
            ...agreed(parcel, locale),
            ...refundTold(m.mail_returned({ amount }, { locale }), notice.data.refundRupiah, order, locale),
          ].join(' '),
        ],
        facts: [refundFact(notice.data.refundRupiah, locale)],
      }
    }
  }
}

/**
 * The parcel that a piece of news is about.
 * @throws when the order has no such parcel
 */
export function parcelOf({ code, parcels }: OrderPage, parcelId: string): OrderPageParcel {
  const parcel = parcels.find(({ id }) => id === parcelId)
  if (!parcel) throw new Error(`Order ${code} has no parcel ${parcelId}`)
  return parcel
}

/** What staff and buyer settled, as staff wrote it down: first, since it is what was waited for. */
const agreed = ({ problemAgreed: words }: OrderPageParcel, locale: Locale): string[] =>
  words ? [m.mail_agreed({ words: sentence(words) }, { locale })] : []

/** Whoever had said before reporting that it is there knows so. */
const isReceivedBySettling = ({ receivedAt, receivedBy, problemAt }: OrderPageParcel): boolean =>
  receivedBy === 'staff' &&
  receivedAt !== null &&
  problemAt !== null &&
  new Date(receivedAt) >= new Date(problemAt)

type DateWords = typeof m.mail_packed

/** By when it leaves or is ready; a promised day that has gone by is not told as one to come. */
function promise(
  { promiseOn, isLate }: OrderPageParcel,
  { inTime, late }: { inTime: DateWords; late: DateWords },
  locale: Locale,
): string[] {
  const date = formatWeekday(promiseOn, locale)
  return isLate
    ? [late({ date }, { locale }), m.mail_late_ask({}, { locale })]
    : [inTime({ date }, { locale })]
}

const accepted = ({ code }: OrderPage, parcel: OrderPageParcel, locale: Locale): News => ({
  subject: m.mail_accepted_subject({ code, group: parcel.groupName }, { locale }),
  lines: promiseToMake(parcel, locale),
})

function promiseToMake(parcel: OrderPageParcel, locale: Locale): string[] {
  const say = isPickup(parcel.delivery)
    ? { inTime: m.mail_accepted_ready, late: m.mail_accepted_ready_late }
    : { inTime: m.mail_accepted_ships, late: m.mail_accepted_ships_late }
  return promise(parcel, say, locale)
}

const packed = ({ code }: OrderPage, parcel: OrderPageParcel, locale: Locale): News => ({
  subject: m.mail_packed_subject({ code, group: parcel.groupName }, { locale }),
  lines: promise(parcel, parcel.delivery === 'local' ? BROUGHT : HANDED_ON, locale),
})

const BROUGHT = { inTime: m.mail_packed_brought, late: m.mail_packed_brought_late }
const HANDED_ON = { inTime: m.mail_packed, late: m.mail_packed_late }

/** The news before it was a slip; a telephone gets the first line only, and that has to keep the buyer from coming. */
function unpacked({ code }: OrderPage, parcel: OrderPageParcel, locale: Locale): News {
  const slip = isPickup(parcel.delivery) ? m.mail_unpacked_collected : m.mail_unpacked
  return {
    subject: m.mail_unpacked_subject({ code, group: parcel.groupName }, { locale }),
    lines: [slip({}, { locale }), ...promiseToMake(parcel, locale)],
  }
}

/** The news before it was a slip: a buyer does not wait for a courier who has nothing, and can still come. */
function undispatched({ code }: OrderPage, parcel: OrderPageParcel, locale: Locale): News {
  const { groupName: group, delivery } = parcel
  if (isPickup(delivery)) {
    return {
      subject: m.mail_untaken_subject({ code, group }, { locale }),
      lines: [m.mail_untaken({}, { locale })],
    }
  }
  const [subject, slip] =
    delivery === 'local'
      ? [m.mail_unleft_subject, m.mail_unleft]
      : [m.mail_undispatched_subject, m.mail_undispatched]
  return {
    subject: subject({ code, group }, { locale }),
    lines: [slip({}, { locale }), ...promiseToMake(parcel, locale)],
  }
}

function ready(order: OrderPage, parcel: OrderPageParcel, locale: Locale): News {
  const words = { locale }
  const { groupName: group, villageName: village, groupPhone } = parcel
  const atGroup = groupPhone ? m.mail_ready_group : m.mail_ready_group_library
  const where =
    parcel.delivery === 'pickup-library' ? m.mail_ready_library({}, words) : atGroup({ village }, words)
  const owesCash = order.method === 'pickup' && order.paymentState === 'awaiting'
  const total = formatRupiah(order.totalRupiah ?? 0, locale)
  const deadline = collectUntil(order, locale)
  const awaited = awaitedBeside(order, parcel)
  const beside = awaited.length > 0 ? [] : readyBeside(order, parcel)
  return {
    subject: m.mail_ready_subject({ code: order.code, group }, words),
    lines: [
      // a telephone gets the first line only: where, what to bring and until when, and whether to come for all at once
      [
        where,
        ...(owesCash ? [m.mail_ready_cash({ total, deadline }, words)] : []),
        ...(awaited.length > 0 ? [m.mail_ready_rest({ groups: groupsOf(awaited, locale) }, words)] : []),
        ...(beside.length > 0 ? [m.mail_ready_beside({ groups: groupsOf(beside, locale) }, words)] : []),
      ].join(' '),
    ],
    facts: owesCash
      ? [
          { label: m.mail_fact_cash({}, words), value: total },
          { label: m.mail_fact_collect_until({}, words), value: deadline },
        ]
      : [],
  }
}

/** The group says that the buyer came for it; whether that is so the buyer says. */
function taken({ code }: OrderPage, parcel: OrderPageParcel, locale: Locale): News {
  const words = { locale }
  const takenOn = localDayOf(new Date(parcel.dispatchedAt ?? Date.now()))
  return {
    subject: m.mail_taken_subject({ code, group: parcel.groupName }, words),
    lines: [
      [
        m.mail_taken_on({ date: formatWeekday(takenOn, locale) }, words),
        m.mail_taken_received({}, words),
        ...byItself(parcel, locale),
      ].join(' '),
      m.mail_sent_money({}, words),
    ],
  }
}

function dispatched({ code }: OrderPage, parcel: OrderPageParcel, locale: Locale): News {
  const words = { locale }
  const sentOn = localDayOf(new Date(parcel.dispatchedAt ?? Date.now()))
  const say = parcel.dispatchWay === 'local' ? m.mail_sent_subject_own : m.mail_sent_subject
  return {
    subject: say({ code, group: parcel.groupName }, words),
    lines: [
      // a telephone gets the first line only: where it is, what to press and what happens otherwise
      [sentHow(parcel, sentOn, locale), m.mail_sent_received({}, words), ...byItself(parcel, locale)].join(
        ' ',
      ),
      m.mail_sent_money({}, words),
    ],
    facts: wayFacts(parcel, sentOn, locale),
  }
}

/** When it counts as received without a word from the buyer; nothing while a report keeps that from happening. */
function byItself(parcel: OrderPageParcel, locale: Locale): string[] {
  const date = receivedByItselfOn(parcel)
  return date ? [m.mail_sent_by_itself({ date: formatWeekday(date, locale) }, { locale })] : []
}

/** With what it goes, under which number and when it should come: what is asked for where it is waited for. */
function sentHow(parcel: OrderPageParcel, sentOn: Day, locale: Locale): string {
  const words = { locale }
  const { dispatchCarrier, trackingNumber: number } = parcel
  const carrier = sentWith(parcel, locale)
  const date = formatWeekday(sentOn, locale)
  const days = arrival(parcel, sentOn, locale)
  const how = () => {
    if (!dispatchCarrier) return m.mail_sent_by_group({ date }, words)
    return number
      ? m.mail_sent_on({ date, carrier, number }, words)
      : m.mail_sent_unnumbered({ date, carrier }, words)
  }
  return [how(), ...(days ? [m.mail_sent_arrival({ days }, words)] : [])].join(' ')
}

/** What the buyer looks for it with; said in the first line, which is all that a text message has room for. */
function corrected({ code }: OrderPage, parcel: OrderPageParcel, locale: Locale): News {
  const words = { locale }
  const { groupName: group, trackingNumber: number } = parcel
  const carrier = sentWith(parcel, locale)
  const correctedHow = () => {
    if (parcel.dispatchWay === 'local') return m.mail_corrected_own({}, words)
    return number
      ? m.mail_corrected({ carrier, number }, words)
      : m.mail_corrected_unnumbered({ carrier }, words)
  }
  return {
    subject: m.mail_corrected_subject({ code, group }, words),
    lines: [correctedHow(), m.mail_corrected_parcel({}, words)],
    facts: wayFacts(parcel, localDayOf(new Date(parcel.dispatchedAt ?? Date.now())), locale),
  }
}

function wayFacts(parcel: OrderPageParcel, sentOn: Day, locale: Locale): NonNullable<News['facts']> {
  const words = { locale }
  const isBrought = parcel.dispatchCarrier === null
  const fact = (label: string, value: string | null) => (value ? [{ label, value }] : [])
  return [
    ...fact(
      isBrought ? m.order_parcel_way({}, words) : m.mail_fact_carrier({}, words),
      sentWith(parcel, locale),
    ),
    ...fact(m.mail_fact_tracking({}, words), parcel.trackingNumber),
    ...fact(m.mail_fact_arrival({}, words), arrival(parcel, sentOn, locale)),
  ]
}

function arrival(parcel: OrderPageParcel, sentOn: Day, locale: Locale): string | null {
  const days = arrivalDays(parcel, sentOn)
  return days && formatDayRange(...days, locale)
}

function received({ code }: OrderPage, parcel: OrderPageParcel, locale: Locale): News {
  const words = { locale }
  const receivedOn = localDayOf(new Date(parcel.receivedAt ?? Date.now()))
  const date = formatWeekday(lastProblemDay(receivedOn), locale)
  const subject = isPickup(parcel.delivery) ? m.mail_received_collected_subject : m.mail_received_subject
  const thanks = parcel.receivedBy === 'time' ? m.mail_received_time({}, words) : m.mail_received({}, words)
  const lines = hasOpenProblem(parcel)
    ? [m.mail_received_reported({}, words)]
    : [`${thanks} ${m.mail_received_problem({ date }, words)}`]
  return { subject: subject({ code, group: parcel.groupName }, words), lines }
}
