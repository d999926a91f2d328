import type { Indicator, IndicatorKey } from '#app/domain/outcomes/indicator.ts'
import { formatDay } from '#app/lib/day.ts'
import { formatNumber, shortRupiah } from '#app/lib/format.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { NumberStrip } from '#app/ui/number-strip.tsx'
import { SectionHead } from '#app/ui/page-title.tsx'
import { shopHref } from '#app/ui/shop-href.ts'

const LABELS: Partial<Record<IndicatorKey, () => string>> = {
  'trainings-held': m.catalogue_number_trainings,
  participants: m.catalogue_number_people,
  'trained-groups-selling': m.catalogue_number_groups,
  'completed-sales': m.catalogue_number_sales,
}

/** Four figures from the records, each leading to how it is counted; what is missing is said, never zero. */
export function HomeNumbers({ numbers }: { numbers: readonly Indicator[] }) {
  const [first] = numbers
  if (!first) return null
  return (
    <section className="section">
      <SectionHead
        title={m.catalogue_home_numbers()}
        more={{ href: shopHref('/dampak/cara-hitung'), label: m.catalogue_home_numbers_more() }}
      />
      <NumberStrip
        numbers={numbers.map((one) => ({ value: valueText(one), label: LABELS[one.key]?.() ?? '' }))}
      />
      <p className="small muted">
        {m.catalogue_number_until({ date: formatDay(first.cutoff, getLocale()) })}
      </p>
    </section>
  )
}

function valueText({ value, unit, numerator, denominator }: Indicator): string {
  if (value === null) return m.catalogue_number_none()
  if (value === '<5') return m.catalogue_number_few()
  if (numerator !== null && denominator !== null)
    return m.catalogue_number_groups_value({ numerator, denominator })
  return unit === 'rupiah' ? shortRupiah(value, getLocale()) : formatNumber(value, getLocale())
}
