import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listSupporters } from '#app/domain/groups/all-supporters.queries.server.ts'
import { DEFINITIONS } from '#app/domain/outcomes/definitions.ts'
import type { Indicator, IndicatorKey } from '#app/domain/outcomes/indicator.ts'
import { findOutcomes } from '#app/domain/outcomes/outcomes.queries.server.ts'
import { listTrainingByYear } from '#app/domain/outcomes/series.queries.server.ts'
import { formatDay, localDayOf } from '#app/lib/day.ts'
import { formatRupiah } from '#app/lib/format.ts'
import { pageMeta } from '#app/lib/seo.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { AttributionNote } from '#app/routes/attribution.tsx'
import { shopContext } from '#app/routes/context.server.ts'
import { indicatorOf, valueWords } from '#app/routes/figure-words.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { PageTitle, SectionHead } from '#app/ui/page-title.tsx'
import { shopHref } from '#app/ui/shop-href.ts'
import outcomesCss from './outcomes.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: outcomesCss }]

/** The figures in the order of the trace, each under the weave of the link it is about. */
const LEARNING = {
  'trainings-held': 'library',
  participants: 'training',
  attendances: 'training',
  'participants-reported': 'training',
} as const satisfies Partial<Record<IndicatorKey, string>>
const SELLING = {
  'trained-groups-selling': 'group',
  'active-groups-selling': 'group',
  'first-sale-90-days': 'group',
  'completed-orders': 'product',
  'completed-sales': 'product',
  'training-linked-share': 'product',
} as const satisfies Partial<Record<IndicatorKey, string>>

export async function loader(args: LoaderFunctionArgs) {
  const ctx = shopContext(args)
  const [indicators, years, supporters] = await Promise.all([
    findOutcomes(ctx, { audience: 'public' }),
    listTrainingByYear(ctx, 'public'),
    listSupporters(ctx),
  ])
  return { indicators, years, supporters, cutoff: indicators[0]?.cutoff ?? localDayOf(ctx.now) }
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: m.impact_title(), description: m.impact_description() })

/** The programme's figures as anybody may see them, each with what it is out of and how it is counted. */
export default function Outcomes() {
  const { cutoff, supporters } = useLoaderData<typeof loader>()
  return (
    <div className="wrap">
      <PageTitle title={m.impact_title()} lead={m.impact_lead()} />
      <p className="muted">{m.impact_cutoff({ day: formatDay(cutoff, getLocale()) })}</p>
      <Figures title={m.impact_learning()} weaves={LEARNING} />
      <Figures title={m.impact_selling()} weaves={SELLING} />
      <div className="columns even">
        <Years />
        <section className="section stack">
          <SectionHead title={m.impact_attribution()} />
          <AttributionNote supporters={supporters} />
          <div>
            <LinkButton href={shopHref('/dampak/cara-hitung')} iconAfter="right">
              {m.impact_all_rules()}
            </LinkButton>
          </div>
        </section>
      </div>
    </div>
  )
}

function Figures({ title, weaves }: { title: string; weaves: Partial<Record<IndicatorKey, string>> }) {
  const { indicators } = useLoaderData<typeof loader>()
  return (
    <section className="section">
      <SectionHead title={title} />
      <ul className="outcome-figures">
        {Object.entries(weaves).map(([key, weave]) => (
          <li key={key} className={weave}>
            <FigureOf indicator={indicatorOf(indicators, key as IndicatorKey)} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function FigureOf({ indicator }: { indicator: Indicator }) {
  const { name } = DEFINITIONS[indicator.key][getLocale()]
  const behind = behindFigure(indicator)
  return (
    <>
      <span className="number">{figureWords(indicator)}</span>
      <b>{name}</b>
      {behind && <span className="small muted">{behind}</span>}
      <a
        className="small"
        href={shopHref(`/dampak/cara-hitung#${indicator.key}`)}
        aria-label={m.impact_how_label({ figure: name })}
      >
        {m.impact_how()}
      </a>
    </>
  )
}

/** Groups are so many out of so many; everything else stands for itself. */
function figureWords(indicator: Indicator): string {
  const { unit, numerator, denominator } = indicator
  return unit === 'groups' && numerator !== null && denominator !== null
    ? m.impact_out_of({ part: numerator, whole: denominator })
    : valueWords(indicator, true)
}

/** Which groups so many are out of. */
const WHOLES: Partial<Record<IndicatorKey, () => string>> = {
  'trained-groups-selling': m.impact_of_trained,
  'active-groups-selling': m.impact_of_active,
  'first-sale-90-days': m.impact_of_ninety_days,
}

/** The whole amounts behind a rounded one; which groups they are out of, and which are not counted. */
function behindFigure(indicator: Indicator): string | null {
  const { key, unit, value, numerator, denominator } = indicator
  if (unit === 'groups') {
    if (value === null) return key === 'first-sale-90-days' ? m.impact_none_in_ninety_days() : null
    const whole = WHOLES[key]?.()
    return [whole, m.impact_without_samples()].filter(Boolean).join(', ')
  }
  if (unit === 'rupiah') return value === null ? null : valueWords(indicator)
  if (unit !== 'share' || numerator === null || denominator === null) return null
  const money = (amount: number) => formatRupiah(amount, getLocale())
  return m.impact_out_of({ part: money(numerator), whole: money(denominator) })
}

function Years() {
  const { years } = useLoaderData<typeof loader>()
  if (years.length === 0) return null
  return (
    <section className="section outcome-years">
      <SectionHead title={m.impact_years()}>{m.impact_years_note()}</SectionHead>
      <DataTable
        caption={m.impact_years()}
        rows={years}
        keyOf={({ year }) => String(year)}
        columns={[
          { head: m.impact_year(), cell: ({ year }) => year, isName: true },
          { head: m.impact_year_trainings(), cell: ({ trainingCount }) => trainingCount, isNumber: true },
          {
            head: m.impact_year_people(),
            cell: ({ people }) => people ?? m.impact_no_data(),
            isNumber: true,
          },
        ]}
      />
    </section>
  )
}
