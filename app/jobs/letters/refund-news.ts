import { disputeOf } from '#app/domain/orders/dispute.ts'
import type { OrderPage } from '#app/domain/orders/order-page.queries.server.ts'
import { formatRupiah } from '#app/lib/format.ts'
import type { Locale } from '#app/lib/locale.ts'
import { m } from '#app/paraglide/messages.js'
import { failedWhy } from '#app/ui/refund-words.ts'
import type { News, PaymentNotice } from './buyer-letter.ts'

type RefundNotice = Extract<PaymentNotice, { template: 'order-refund-due' | 'refund-sent' | 'refund-failed' }>

type FailedNotice = Extract<RefundNotice, { template: 'refund-failed' }>

/** News about money that goes back. */
export function refundNews(notice: RefundNotice, order: OrderPage): News {
  const { code, method } = order
  const { locale } = notice
  const words = { locale }
  const amount = formatRupiah(notice.data.amountRupiah, locale)
  const how = refundHow(order, locale)
  const facts = [refundFact(notice.data.amountRupiah, locale)]
  switch (notice.template) {
    case 'order-refund-due':
      return {
        subject: m.mail_refund_due_subject({ code }, words),
        lines: [`${dueWhy(order)({ amount }, words)} ${how}`],
        facts,
      }
    case 'refund-sent':
      return refundSent(notice, order)
    case 'refund-failed': {
      const which = whichParcel(notice.data.parcelId, order, locale)
      if (isUnclear(notice, order)) {
        return {
          subject: m.mail_refund_unclear_subject({ code }, words),
          lines: [[m.mail_refund_unclear({ amount }, words), ...which].join(' ')],
          facts,
        }
      }
      const why = failedWhy({ method, sentFrom: sentFrom(notice, order) }, locale)
      return {
        subject: m.mail_refund_failed_subject({ code }, words),
        lines: [[m.mail_refund_failed({ amount, why }, words), ...which, how].join(' ')],
        facts,
      }
    }
  }
}

/** The refund that has failed, if it has not been sent since and is no money of another amount. */
export const failedOf = ({ data }: FailedNotice, { refunds }: OrderPage) =>
  data.isOtherAmount
    ? undefined
    : refunds.find(({ state, parcelId }) => state === 'failed' && parcelId === (data.parcelId ?? null))

/** Where what has failed had been taken from, as far as that is known. */
const sentFrom = (notice: FailedNotice, order: OrderPage) => failedOf(notice, order)?.sentFrom ?? null

/** The money may have gone back already. */
const isUnclear = (notice: FailedNotice, order: OrderPage): boolean =>
  failedOf(notice, order)?.isUnclear ?? false

/** An order that was called off is not taken up again, whether its pieces are still there or not. */
const dueWhy = ({ refunds }: OrderPage): typeof m.mail_refund_due =>
  refunds.some(({ reason }) => reason === 'paid-after-cancel')
    ? m.mail_refund_due_cancelled
    : m.mail_refund_due

function refundSent(notice: Extract<RefundNotice, { template: 'refund-sent' }>, order: OrderPage): News {
  const { code } = order
  const { locale, data } = notice
  const words = { locale }
  const { reference, isCorrection, isByBank } = data
  const amount = formatRupiah(data.amountRupiah, locale)
  const facts = [
    refundFact(data.amountRupiah, locale),
    ...(reference ? [{ label: m.mail_fact_reference({}, words), value: reference }] : []),
  ]
  const which = data.isExcess ? [m.mail_refund_excess({}, words)] : whichParcel(data.parcelId, order, locale)
  if (reference && isCorrection) {
    return {
      subject: m.mail_refund_reference_subject({ code }, words),
      lines: [[m.mail_refund_reference({ amount, reference }, words), ...which].join(' ')],
      facts,
    }
  }
  if (isByBank) {
    return {
      subject: m.mail_refund_by_bank_subject({ code }, words),
      lines: [[m.mail_refund_by_bank({ amount }, words), ...which].join(' ')],
      facts,
    }
  }
  // what people send has a reference; what has none went back to the card by itself
  const sent = reference
    ? m.mail_refund_sent({ amount, reference }, words)
    : m.mail_refund_sent_card({ amount }, words)
  return {
    subject: m.mail_refund_sent_subject({ code }, words),
    lines: [[sent, ...which].join(' ')],
    facts,
  }
}

/** Of an order from one group it goes without saying. */
function whichParcel(parcelId: string | undefined, { parcels }: OrderPage, locale: Locale): string[] {
  const parcel = parcels.length > 1 && parcels.find(({ id }) => id === parcelId)
  return parcel ? [m.mail_refund_of_parcel({ group: parcel.groupName }, { locale })] : []
}

/** What goes back, as a line of a letter's facts. */
export const refundFact = (amountRupiah: number, locale: Locale) => ({
  label: m.mail_fact_refund({}, { locale }),
  value: formatRupiah(amountRupiah, locale),
})

/** What a buyer is told of a parcel's money; of a disputed payment it is not promised beside what the bank takes. */
export function refundTold(told: string, amountRupiah: number, order: OrderPage, locale: Locale): string[] {
  const dispute = disputeOf(order.events)
  if (dispute === null) return [told, refundHow(order, locale)]
  const say = dispute === 'open' ? m.mail_refund_disputed : m.mail_refund_dispute_lost
  return [say({ amount: formatRupiah(amountRupiah, locale) }, { locale })]
}

/** By which way the money goes back: to the card it came from, unless that has failed; what was paid in cash by either. */
function refundHow({ method, refunds }: OrderPage, locale: Locale): string {
  const words = { locale }
  const goesByCard = method === 'card' && refunds.every(({ state }) => state !== 'failed')
  if (goesByCard) return m.mail_refund_how_card({}, words)
  return method === 'pickup' ? m.mail_refund_how_cash({}, words) : m.mail_refund_how_other({}, words)
}
