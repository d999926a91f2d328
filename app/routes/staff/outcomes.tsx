import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listSupporters } from '#app/domain/groups/all-supporters.queries.server.ts'
import { findOutcomes } from '#app/domain/outcomes/outcomes.queries.server.ts'
import { listGroupOutcomes, listSalesByMonth } from '#app/domain/outcomes/series.queries.server.ts'
import { findDeskWork } from '#app/domain/payments/desk-work.queries.server.ts'
import { listTrainings } from '#app/domain/trainings/trainings.queries.server.ts'
import { formatDay, localDayOf } from '#app/lib/day.ts'
import { pageMeta } from '#app/lib/seo.ts'
import { m } from '#app/paraglide/messages.js'
import { AttributionNote } from '#app/routes/attribution.tsx'
import { staffContext } from '#app/routes/context.server.ts'
import { Button } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { Chain, GroupsFigure, MonthsFigure, Work } from './outcome-panels.tsx'
import { holdsDay, inSentence, type Span, spanOf, spansUntil } from './outcome-period.ts'
import { headline } from './outcome-words.ts'

const MONTHS_SHOWN = 12

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staffContext(args)
  const today = localDayOf(ctx.now)
  const span = spanOf(new URL(args.request.url).searchParams.get('periode'), today)
  const [indicators, months, groups, trainings, work, supporters] = await Promise.all([
    findOutcomes(ctx, { period: span.period, audience: 'staff' }),
    listSalesByMonth(ctx, span.period?.from ?? null),
    listGroupOutcomes(ctx),
    listTrainings(ctx),
    findDeskWork(ctx),
    listSupporters(ctx),
  ])
  const held = trainings.filter(({ state }) => state === 'held')
  return {
    today,
    span,
    indicators,
    months: monthsOf(months, span).map((month) => ({
      ...month,
      before: months.find((earlier) => earlier.month === yearBefore(month.month))?.salesRupiah ?? null,
      trainings: held.filter(({ endsOn }) => endsOn.startsWith(month.month)).map(({ title }) => title),
    })),
    groups,
    work,
    supporters,
  }
}

const yearBefore = (month: string) => `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`

/** The months of the time the page is about; of all time the last twelve. */
function monthsOf<Month extends { month: string }>(months: readonly Month[], { period }: Span): Month[] {
  if (!period) return months.slice(-MONTHS_SHOWN)
  const [first, last] = [(period.from ?? '').slice(0, 7), period.to.slice(0, 7)]
  return months.filter(({ month }) => first <= month && month <= last)
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data
      ? m.console_outcomes_title({ span: inSentence(args.data.span.label) })
      : m.console_rail_outcomes(),
    description: m.console_outcomes_description(),
    isPrivate: true,
  })

export default function Outcomes() {
  const { today, span, indicators, groups, supporters } = useLoaderData<typeof loader>()
  const { main, more } = headline(indicators, groups, { today, isNow: holdsDay(span, today) })
  return (
    <>
      <div className="page-title">
        <h1>{m.console_outcomes_title({ span: inSentence(span.label) })}</h1>
        <ChooseSpan />
      </div>
      <p className="headline">
        <b>{main}</b> {more.join(' ')}
      </p>
      <div className="desk">
        <Work />
        <Chain />
        <MonthsFigure />
        <GroupsFigure />
      </div>
      <AttributionNote supporters={supporters} />
      <p className="small muted">
        {m.console_outcomes_source({
          span: inSentence(span.label),
          day: formatDay(indicators[0]?.cutoff ?? today, 'id'),
        })}
      </p>
    </>
  )
}

/** A plain GET form: every span has an address that can be kept or sent on. */
function ChooseSpan() {
  const { today, span } = useLoaderData<typeof loader>()
  return (
    <form className="toolbar" action="/petugas">
      <SelectField
        key={span.value}
        field={{ name: 'periode', initialValue: span.value }}
        label={m.console_period()}
        hideNeed
        choices={spansUntil(today).map(({ value, label }) => ({ value, label }))}
      />
      <Button>{m.console_period_show()}</Button>
    </form>
  )
}
