import type { Indicator } from '#app/domain/outcomes/indicator.ts'
import type { GroupOutcome, MonthOfSales } from '#app/domain/outcomes/series.queries.server.ts'
import { type Day, daysBetween } from '#app/lib/day.ts'
import { formatRupiah } from '#app/lib/format.ts'
import { m } from '#app/paraglide/messages.js'
import { indicatorOf, monthWords, valueWords } from '#app/routes/figure-words.ts'

/** A group that has sold nothing for this long is worth a visit. */
export const QUIET_DAYS = 60

export type GroupTone = 'going' | 'quiet' | 'new' | 'resting'

export function groupTone(
  { state, lastSaleOn }: Pick<GroupOutcome, 'state' | 'lastSaleOn'>,
  today: Day,
): GroupTone {
  if (state === 'resting') return 'resting'
  if (lastSaleOn === null) return 'new'
  return daysBetween(lastSaleOn as Day, today) <= QUIET_DAYS ? 'going' : 'quiet'
}

/** The page in two sentences, each by rule from the figures below it; a third says who needs a visit today, unless the time it is about is over. */
export function headline(
  indicators: readonly Indicator[],
  groups: readonly Pick<GroupOutcome, 'state' | 'lastSaleOn'>[],
  { today, isNow }: { today: Day; isNow: boolean },
): { main: string; more: string[] } {
  const selling = indicatorOf(indicators, 'trained-groups-selling')
  const sales = indicatorOf(indicators, 'completed-sales')
  const orders = indicatorOf(indicators, 'completed-orders')
  const toVisit = groups.filter((group) => ['quiet', 'new'].includes(groupTone(group, today))).length
  return {
    main:
      selling.denominator === null
        ? m.console_headline_no_groups()
        : m.console_headline_groups({ selling: selling.numerator ?? 0, trained: selling.denominator }),
    more: [
      orders.value || sales.value
        ? m.console_headline_sales({ sales: valueWords(sales, true), orders: valueWords(orders) })
        : m.console_headline_no_sales(),
      ...(isNow ? [visitWords(toVisit)] : []),
    ],
  }
}

const visitWords = (count: number): string =>
  count > 0 ? m.console_headline_visit({ count, days: QUIET_DAYS }) : m.console_headline_all_well()

/** What the months say, by rule: the highest, and this one so far when it is among them. */
export function monthsAnswer(months: readonly MonthOfSales[], today: Day): string {
  const highest = months.reduce<MonthOfSales | null>(
    (best, month) => (best === null || month.salesRupiah > best.salesRupiah ? month : best),
    null,
  )
  const now = months.find(({ month }) => today.startsWith(month))
  if (!highest || highest.salesRupiah <= 0) return m.console_months_none()
  const words = m.console_months_highest({
    month: monthWords(highest.month),
    sales: formatRupiah(highest.salesRupiah, 'id'),
    orders: highest.orderCount,
  })
  if (!now) return words
  return `${words} ${m.console_months_now({ sales: formatRupiah(now.salesRupiah, 'id') })}`
}
