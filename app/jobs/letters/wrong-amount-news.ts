import type { NoticeData } from '#app/domain/notices/notice.ts'
import type { OrderPage } from '#app/domain/orders/order-page.queries.server.ts'
import { formatRupiah } from '#app/lib/format.ts'
import type { Locale } from '#app/lib/locale.ts'
import { m } from '#app/paraglide/messages.js'
import { differenceWords } from '#app/ui/difference-words.ts'
import type { News } from './buyer-letter.ts'

/** What came instead of what was asked for, and that it was told wrongly before; once that has been put right, or the order called off, nothing is left to. */
export function wrongAmount(
  { amountRupiah, slipRupiah }: NoticeData['wrong-amount'],
  order: OrderPage,
  locale: Locale,
): News {
  const words = { locale }
  const { code, wrongAmount: open } = order
  if (!open) {
    const amount = formatRupiah(amountRupiah, locale)
    const subject = m.mail_wrong_amount_settled_subject({ code }, words)
    return { subject, lines: [m.mail_wrong_amount_settled({ amount }, words)] }
  }
  const news = openAmount(open, order, locale)
  if (slipRupiah === undefined) return news
  const slip = m.mail_wrong_amount_slip({ amount: formatRupiah(slipRupiah, locale) }, words)
  const subject = m.mail_wrong_amount_slip_subject({ code }, words)
  // a message has room for the first line alone
  return { subject, lines: [`${slip} ${news.lines[0]}`, ...news.lines.slice(1)] }
}

function openAmount(
  open: NonNullable<OrderPage['wrongAmount']>,
  { code, paymentState }: OrderPage,
  locale: Locale,
): News & { lines: readonly [string, ...string[]] } {
  const words = { locale }
  if (paymentState === 'cancelled') {
    const amount = formatRupiah(open.amountRupiah, locale)
    const subject = m.mail_wrong_amount_back_subject({ code }, words)
    return { subject, lines: [m.order_wrong_amount_back({ amount }, words)] }
  }
  return { subject: m.mail_wrong_amount_subject({ code }, words), lines: stillToPutRight(open, locale) }
}

/** What is missing or too much of money that came, and that it is not lost. */
export function stillToPutRight(
  open: NonNullable<OrderPage['wrongAmount']>,
  locale: Locale,
): [came: string, kept: string] {
  const words = { locale }
  const came = `${differenceWords(open, locale)} ${m.mail_wrong_amount_next({}, words)}`
  return [came, m.mail_wrong_amount_kept({}, words)]
}
