import type { OrderPage, OrderPageParcel } from '#app/domain/orders/order-page.queries.server.ts'
import { isClosed, isPickup, isReadyToCollect } from '#app/domain/orders/order-status.ts'
import { sumParts } from '#app/domain/orders/order-sums.ts'
import { formatDeadline, formatWeekday, localDayOf } from '#app/lib/day.ts'
import { entryOf } from '#app/lib/entry-of.ts'
import { formatRupiah } from '#app/lib/format.ts'
import { inLocale, type Locale } from '#app/lib/locale.ts'
import { m } from '#app/paraglide/messages.js'
import { differenceWords, onceExact } from '#app/ui/difference-words.ts'
import { sumInWords, sumWords } from '#app/ui/sum-words.ts'
import { travelWords, wayTitle } from '#app/ui/way-words.ts'
import type { News, PaymentNotice } from './buyer-letter.ts'
import { sentence } from './letter.ts'
import { refundNews } from './refund-news.ts'
import { openAmount, stillToPutRight, wrongAmount } from './wrong-amount-news.ts'

type Facts = NonNullable<News['facts']>

/** News about an order as a whole and its money. */
export function paymentNews(notice: PaymentNotice, order: OrderPage): News {
  const { code } = order
  const { locale } = notice
  const words = { locale }
  switch (notice.template) {
    case 'order-placed':
      return placed(order, locale)
    case 'order-priced':
      return priced(order, locale)
    case 'price-corrected':
      return corrected(notice.data.totalBeforeRupiah, order, locale)
    case 'proof-sent':
      return proofSent(order, locale)
    case 'proof-refused':
      return refused(notice.data.reason, order, locale)
    case 'wrong-amount':
      return wrongAmount(notice.data, order, locale)
    case 'payment-processing':
      return { subject: m.mail_processing_subject({ code }, words), lines: [m.mail_processing({}, words)] }
    case 'payment-failed':
      return {
        subject: m.mail_payment_failed_subject({ code }, words),
        lines: [[m.mail_payment_failed({}, words), ...payUntil(order, locale)].join(' ')],
      }
    case 'order-paid':
      return paid(order, locale)
    case 'order-expired':
      return expired(order, locale)
    case 'order-cancelled':
      return cancelled(order, locale)
    case 'order-refund-due':
    case 'refund-sent':
    case 'refund-failed':
      return refundNews(notice, order)
  }
}

function placed(order: OrderPage, locale: Locale): News {
  const words = { locale }
  const isHeld = order.paymentState === 'awaiting' || order.paymentState === 'quoting'
  const thanks = isHeld ? m.mail_placed({}, words) : m.mail_placed_paid({}, words)
  return {
    subject: m.mail_placed_subject({ code: order.code }, words),
    lines: [[thanks, ...toPay(order, locale)].join(' '), ...howToPay(order, locale)],
    facts: [
      ...piecesFacts(order, locale),
      ...(isHeld ? sumFacts(order, locale) : []),
      ...payFacts(order, locale),
    ],
  }
}

/** The last cost that was waited for has been told, or the parcel it was for has been declined: then no cost is news. */
function priced(order: OrderPage, locale: Locale): News {
  const words = { locale }
  const { code, events } = order
  const { shipping, total } = sumsOf(order, locale)
  const before = events.slice(
    0,
    events.findIndex(({ kind }) => kind === 'priced'),
  )
  const say =
    before.at(-1)?.kind === 'declined'
      ? { subject: m.mail_payable_subject, total: m.mail_payable }
      : { subject: m.mail_priced_subject, total: m.mail_priced }
  return {
    subject: say.subject({ code }, words),
    lines: [
      [say.total({ shipping, total }, words), ...payUntil(order, locale)].join(' '),
      ...howToPay(order, locale),
      m.mail_priced_no({}, words),
    ],
    facts: [...sumFacts(order, locale), ...wayFacts(order, locale), ...payFacts(order, locale)],
  }
}

/** What was told before is no longer to be paid; only the way may have been wrong, and the amount right. Money that came already is counted, not asked for again. */
function corrected(totalBeforeRupiah: number, order: OrderPage, locale: Locale): News {
  const words = { locale }
  const { code, method, totalRupiah } = order
  const { shipping, total } = sumsOf(order, locale)
  const before = formatRupiah(totalBeforeRupiah, locale)
  const isNewTotal = totalBeforeRupiah !== totalRupiah
  const news = isNewTotal
    ? m.order_repriced({ shipping, total, before }, words)
    : m.mail_rerouted({ total }, words)
  const subject = m.mail_repriced_subject({ code }, words)
  const costs = [...sumFacts(order, locale), ...wayFacts(order, locale)]
  if (order.wrongAmount) {
    const [came, kept] = stillToPutRight(order.wrongAmount, order, locale)
    return { subject, lines: [`${news} ${came}`, kept], facts: costs }
  }
  const mayBePaid = isNewTotal && method === 'transfer'
  // a telephone gets the first line only, and that must not ask for money a second time
  const ifPaid = mayBePaid ? [m.mail_repriced_transferred({ before }, words)] : []
  return {
    subject,
    lines: [
      [news, ...payUntil(order, locale), ...ifPaid].join(' '),
      ...howToPay(order, locale),
      m.mail_priced_no({}, words),
    ],
    facts: [...costs, ...payFacts(order, locale)],
  }
}

const sumsOf = ({ shippingRupiah, totalRupiah }: OrderPage, locale: Locale) => ({
  shipping: formatRupiah(shippingRupiah ?? 0, locale),
  total: formatRupiah(totalRupiah ?? 0, locale),
})

/** What it comes to and until when, as far as that is known. */
function toPay(order: OrderPage, locale: Locale): string[] {
  const { paymentState, expiresAt } = order
  if (paymentState === 'quoting') {
    return [m.mail_quoting_how({ deadline: formatDeadline(expiresAt, locale) }, { locale })]
  }
  if (paymentState !== 'awaiting') return []
  return [m.mail_placed_total({ total: sumsOf(order, locale).total }, { locale }), ...payUntil(order, locale)]
}

/** Said with what is to be paid, in the first line: a telephone gets no more than that. */
function payUntil(order: OrderPage, locale: Locale): string[] {
  if (order.paymentState !== 'awaiting') return []
  const words = { locale }
  return order.method === 'pickup'
    ? [m.mail_pickup_until({ deadline: collectUntil(order, locale) }, words)]
    : [m.mail_priced_until({ deadline: formatDeadline(order.expiresAt, locale) }, words)]
}

/** The last day on which pieces that are paid for in cash can be had: they wait until its end. */
export const collectUntil = ({ expiresAt }: OrderPage, locale: Locale): string =>
  formatWeekday(localDayOf(new Date(expiresAt.getTime() - 1)), locale)

function proofSent({ code, paymentState }: OrderPage, locale: Locale): News {
  const words = { locale }
  const news = { expired: m.mail_proof_late, cancelled: m.mail_proof_late_cancelled }
  const say = entryOf<typeof m.mail_proof>(news, paymentState) ?? m.mail_proof
  return { subject: m.mail_proof_subject({ code }, words), lines: [say({}, words)] }
}

/**
 * A better photo is all that is missing where the money has gone; its time has begun anew, unless the order has ended.
 * Whose money has come in another amount is told of that, not asked for the whole again.
 */
function refused(reason: string, order: OrderPage, locale: Locale): News {
  const words = { locale }
  const { code, paymentState } = order
  const note = m.mail_refused({ reason: sentence(reason) }, words)
  const subject = m.mail_refused_subject({ code }, words)
  if (order.wrongAmount) {
    const [came, ...next] = openAmount(order.wrongAmount, order, locale).lines
    return { subject, lines: [`${note} ${came}`, ...next] }
  }
  if (paymentState !== 'awaiting') {
    const late = m.mail_refused_late_subject({ code }, words)
    return { subject: late, lines: [`${note} ${m.mail_refused_late({}, words)}`] }
  }
  const deadline = formatDeadline(order.expiresAt, locale)
  return {
    subject,
    lines: [`${note} ${m.mail_refused_next({ deadline }, words)}`, m.mail_refused_unpaid({}, words)],
    facts: payFacts(order, locale),
  }
}

/** For a pay-on-pickup order the money comes last, and a late letter finds the parcels gone: there is nothing left to prepare. */
function paid({ code, method, totalRupiah, parcels }: OrderPage, locale: Locale): News {
  const words = { locale }
  const total = formatRupiah(totalRupiah ?? 0, locale)
  const here = parcels.filter(
    ({ state }) => !isClosed(state) && state !== 'dispatched' && state !== 'received',
  )
  const say = here.length > 1 ? m.mail_paid_next_groups : m.mail_paid_next
  const next = method === 'pickup' || here.length === 0 ? [] : [say({}, words)]
  return {
    subject: m.mail_paid_subject({ code }, words),
    lines: [[m.mail_paid({ total }, words), ...next].join(' ')],
    facts: here.map((parcel) => ({
      label: m.mail_group({ group: parcel.groupName }, words),
      value: promised(parcel, locale),
    })),
  }
}

/** A promised day that has gone by is not told as one to come. */
function promised(parcel: OrderPageParcel, locale: Locale): string {
  if (isReadyToCollect(parcel)) return m.mail_parcel_ready_now({}, { locale })
  const { delivery, promiseOn, isLate } = parcel
  const date = formatWeekday(promiseOn, locale)
  if (isLate) return m.order_step_late({ date }, { locale })
  return isPickup(delivery)
    ? m.mail_parcel_ready({ date }, { locale })
    : m.mail_parcel_ships({ date }, { locale })
}

/** Whose money has come in another amount is told of that money, not that nothing was asked for. */
function expired(order: OrderPage, locale: Locale): News {
  const words = { locale }
  const { code, wrongAmount: open } = order
  const subject = m.mail_expired_subject({ code }, words)
  if (open) {
    const came = `${m.mail_ended_money({}, words)} ${differenceWords(open, locale)}`
    const next = `${m.order_wrong_amount_next({}, words)} ${onceExact(order.paymentState, locale)}`
    return { subject, lines: [came, next] }
  }
  const ended = [m.mail_expired({}, words), ...lateMoney(order, locale)].join(' ')
  return { subject, lines: [ended, m.mail_expired_again({}, words)] }
}

/** What came for an order that was called off goes back. */
function cancelled(order: OrderPage, locale: Locale): News {
  const words = { locale }
  const { code, wrongAmount: open } = order
  const lines = open
    ? [
        m.mail_ended_money({}, words),
        m.order_wrong_amount_back({ amount: formatRupiah(open.amountRupiah, locale) }, words),
      ]
    : [m.mail_cancelled({}, words), ...lateMoney(order, locale)]
  return {
    subject: m.mail_cancelled_subject({ code }, words),
    lines: [[m.mail_cancelled_asked({}, words), ...lines].join(' ')],
  }
}

/** Whoever was told an account and an amount may have transferred just before the order ended. */
const lateMoney = ({ method, totalRupiah }: OrderPage, locale: Locale): string[] =>
  method === 'transfer' && totalRupiah !== null ? [m.mail_expired_late({}, { locale })] : []

/** Nothing about paying once that is done or no longer possible, however late the letter goes out. */
function howToPay({ method, paymentState }: OrderPage, locale: Locale): string[] {
  const words = { locale }
  if (paymentState !== 'awaiting') return []
  switch (method) {
    case 'transfer':
      return [m.mail_transfer_how({}, words), m.mail_transfer_proof({}, words)]
    case 'card':
      return [m.mail_card_how({}, words)]
    case 'pickup':
      return []
  }
}

/** What was ordered, group by group: `2 × Dompet tangan polos (Sedang, 22 × 14 cm)`. */
function piecesFacts({ parcels }: OrderPage, locale: Locale): Facts {
  return parcels.map(({ groupName, lines }) => ({
    label: m.mail_group({ group: groupName }, { locale }),
    value: lines
      .map(({ quantity, titleId, titleEn, labelId, labelEn }) => {
        const label = inLocale(locale, labelId, labelEn)
        return `${quantity} × ${inLocale(locale, titleId, titleEn)}${label && ` (${label})`}`
      })
      .join(', '),
  }))
}

/** What the total below is made of, as the order's page says it. */
const sumFacts = (order: OrderPage, locale: Locale): Facts =>
  sumParts(order).map((part) => ({
    label: sumWords(part, locale),
    value: sumInWords(part, locale) ?? formatRupiah(part.amountRupiah ?? 0, locale),
  }))

/** How each parcel goes, how long that takes and by when it leaves, as far as somebody has said so. */
function wayFacts({ parcels }: OrderPage, locale: Locale): Facts {
  const words = { locale }
  const live = parcels.filter(({ state }) => !isClosed(state))
  return live.map((parcel) => {
    const { groupName: group, daysMin, daysMax } = parcel
    const way = [wayTitle(parcel, locale), travelWords(daysMin, daysMax, locale), promised(parcel, locale)]
    return { label: m.mail_group({ group }, words), value: way.filter(Boolean).join(', ') }
  })
}

function payFacts(order: OrderPage, locale: Locale): Facts {
  const { method, paymentState, totalRupiah, expiresAt } = order
  if (paymentState !== 'awaiting' || totalRupiah === null) return []
  const words = { locale }
  const value = formatRupiah(totalRupiah, locale)
  if (method === 'pickup') {
    return [
      { label: m.mail_fact_cash({}, words), value },
      { label: m.mail_fact_collect_until({}, words), value: collectUntil(order, locale) },
    ]
  }
  const until = { label: m.mail_fact_pay_until({}, words), value: formatDeadline(expiresAt, locale) }
  if (method === 'card') return [{ label: m.mail_fact_total({}, words), value }, until]
  return [{ label: m.mail_fact_transfer_total({}, words), value }, ...accountFact(order, locale), until]
}

function accountFact(order: OrderPage, locale: Locale): Facts {
  const { accountBank: bank, accountNumber: number, accountHolder: holder, accountIsDemo } = order
  if (!bank || !number || !holder) return []
  const value = accountIsDemo
    ? m.mail_fact_account_demo({ bank, number }, { locale })
    : m.mail_fact_account_value({ bank, number, holder }, { locale })
  return [{ label: m.mail_fact_account({}, { locale }), value }]
}
