import type { NoticeData } from '#app/domain/notices/notice.ts'
import type { OrderPage } from '#app/domain/orders/order-page.queries.server.ts'
import { isBooked } from '#app/domain/orders/order-status.ts'
import { isAllHere } from '#app/domain/orders/wrong-amount.ts'
import { formatDeadline } from '#app/lib/day.ts'
import { formatRupiah } from '#app/lib/format.ts'
import type { Locale } from '#app/lib/locale.ts'
import { m } from '#app/paraglide/messages.js'
import { differenceWords, onceExact } from '#app/ui/difference-words.ts'
import type { News } from './buyer-letter.ts'

type Open = NonNullable<OrderPage['wrongAmount']>
type FullNews = News & { lines: readonly [string, ...string[]] }

/** What came instead of what was asked for, and that it was told wrongly before; or that it is right, or that nothing had come at all. */
export function wrongAmount(
  { amountRupiah, slipRupiah, isExact }: NoticeData['wrong-amount'],
  order: OrderPage,
  locale: Locale,
): News {
  const words = { locale }
  const { code, paymentState, wrongAmount: open } = order
  const slipSubject = m.mail_wrong_amount_slip_subject({ code }, words)
  const slip = m.mail_wrong_amount_slip({ amount: formatRupiah(slipRupiah ?? 0, locale) }, words)
  if (isExact) {
    const exact = m.mail_wrong_amount_exact({ amount: formatRupiah(amountRupiah, locale) }, words)
    return { subject: slipSubject, lines: [`${slip} ${exact}`] }
  }
  if (!open) return { subject: slipSubject, lines: nothingCame(slipRupiah ?? 0, order, locale) }
  const news = isBooked(paymentState) ? cameAgain(open, order, locale) : openAmount(open, order, locale)
  if (slipRupiah === undefined) return news
  // a message has room for the first line alone
  return { subject: slipSubject, lines: [`${slip} ${news.lines[0]}`, ...news.lines.slice(1)] }
}

/** Whoever has transferred all the same can say so, before the order's end and after it. */
function nothingCame(slipRupiah: number, order: OrderPage, locale: Locale): string[] {
  const words = { locale }
  const slip = m.mail_wrong_amount_nothing({ amount: formatRupiah(slipRupiah, locale) }, words)
  if (order.paymentState === 'proof-sent') return [`${slip} ${m.mail_wrong_amount_nothing_proof({}, words)}`]
  if (isBooked(order.paymentState)) return [`${slip} ${m.mail_money_again_nothing({}, words)}`]
  if (order.paymentState !== 'awaiting') return [`${slip} ${m.mail_expired_late({}, words)}`]
  const deadline = formatDeadline(order.expiresAt, locale)
  return [`${slip} ${m.mail_wrong_amount_nothing_open({ deadline }, words)}`]
}

/** Of an order that is paid, or whose money goes back already: what came beside that goes back too. */
function cameAgain(open: Open, { code }: OrderPage, locale: Locale): FullNews {
  const words = { locale }
  const amount = formatRupiah(open.amountRupiah, locale)
  return {
    subject: m.mail_money_again_subject({ code }, words),
    lines: [m.order_money_again({ amount }, words)],
  }
}

/** Money of another amount for an order that is not paid: what of it is missing or too much, or that it goes back. */
export function openAmount(open: Open, order: OrderPage, locale: Locale): FullNews {
  const words = { locale }
  const { code, paymentState } = order
  if (paymentState === 'cancelled') {
    const amount = formatRupiah(open.amountRupiah, locale)
    const subject = m.mail_wrong_amount_back_subject({ code }, words)
    return { subject, lines: [m.order_wrong_amount_back({ amount }, words)] }
  }
  const subject = isAllHere(open)
    ? m.mail_wrong_amount_excess_subject({ code }, words)
    : m.mail_wrong_amount_subject({ code }, words)
  return { subject, lines: stillToPutRight(open, order, locale) }
}

/** What is missing or too much of money that came, until when the rest can come, and that it is not lost. */
export function stillToPutRight(open: Open, order: OrderPage, locale: Locale): [came: string, kept: string] {
  const words = { locale }
  const next = isAllHere(open)
    ? [m.order_excess_next({}, words)]
    : [m.mail_wrong_amount_next({}, words), ...keptUntil(order, locale)]
  const came = [differenceWords(open, locale), ...next].join(' ')
  return [came, `${m.mail_wrong_amount_kept({}, words)} ${onceExact(order.paymentState, locale)}`]
}

/** While a proof is looked at, an order does not end. */
const keptUntil = ({ paymentState, isStillPayable, expiresAt }: OrderPage, locale: Locale): string[] =>
  paymentState === 'awaiting' && isStillPayable
    ? [m.order_wrong_amount_kept({ deadline: formatDeadline(expiresAt, locale) }, { locale })]
    : []
