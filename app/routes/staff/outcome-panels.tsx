import { useLoaderData } from '@remix-run/react'
import { DEFINITIONS } from '#app/domain/outcomes/definitions.ts'
import type { Indicator, IndicatorKey } from '#app/domain/outcomes/indicator.ts'
import type { GroupOutcome } from '#app/domain/outcomes/series.queries.server.ts'
import { type Day, day, formatDay, formatShortDay } from '#app/lib/day.ts'
import { formatDecimal, formatRupiah, formatTenths, shortRupiah } from '#app/lib/format.ts'
import { m } from '#app/paraglide/messages.js'
import { indicatorOf, monthWords, shortMonthWords, valueWords } from '#app/routes/figure-words.ts'
import { CellBar, ColumnChart, Figure } from '#app/ui/charts.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { TimeText } from '#app/ui/date-text.tsx'
import { OutcomeChain, StateWord, type Task, TaskList } from '#app/ui/outcome-chain.tsx'
import { useMayAct } from './may-act.ts'
import { inSentence, type Span } from './outcome-period.ts'
import { groupTone, monthsAnswer } from './outcome-words.ts'
import type { loader } from './outcomes.tsx'

const MILLION = 1_000_000
/** So many columns carry their amount; all of them would run into each other. */
const COLUMNS_WITH_WORDS = 3

const MeaningLink = ({ of }: { of: IndicatorKey }) => (
  <a href={`/petugas/definisi#${of}`}>{DEFINITIONS[of].id.name}</a>
)

/** The five results in the order of the trace, each with what it is out of. */
export function Chain() {
  const { indicators } = useLoaderData<typeof loader>()
  const of = (key: IndicatorKey) => indicatorOf(indicators, key)
  const attendances = of('attendances')
  const participants = of('participants')
  const selling = of('trained-groups-selling')
  const share = of('training-linked-share')
  const reported = of('participants-reported')
  const wasNoneHeld = of('trainings-held').value === 0 && attendances.value === null
  return (
    <div className="desk-chain">
      <OutcomeChain
        label={m.console_chain()}
        steps={[
          {
            label: <MeaningLink of="trainings-held" />,
            value: valueWords(of('trainings-held')),
            note: wasNoneHeld ? m.console_chain_none_held() : listsWords(attendances),
          },
          {
            label: <MeaningLink of="participants" />,
            value: wasNoneHeld ? m.console_none() : valueWords(participants),
            note: reported.value
              ? m.console_chain_reported({ count: valueWords(reported) })
              : participants.value !== null && m.console_chain_lists(),
          },
          {
            label: <MeaningLink of="trained-groups-selling" />,
            value:
              selling.denominator === null
                ? valueWords(selling)
                : m.console_out_of({ part: selling.numerator ?? 0, whole: selling.denominator }),
            note: m.console_chain_groups(),
          },
          {
            label: <MeaningLink of="completed-sales" />,
            value: valueWords(of('completed-sales'), true),
            note: m.console_chain_orders({ count: valueWords(of('completed-orders')) }),
          },
          {
            label: <MeaningLink of="training-linked-share" />,
            value: valueWords(share),
            note:
              share.denominator === null
                ? null
                : m.console_chain_linked({
                    part: shortRupiah(share.numerator ?? 0, 'id'),
                    whole: shortRupiah(share.denominator, 'id'),
                  }),
          },
        ]}
      />
    </div>
  )
}

const listsWords = (attendances: Indicator): string =>
  attendances.value === null
    ? m.console_chain_no_lists()
    : m.console_chain_attendances({ count: valueWords(attendances) })

/** What waits for a person, most pressing first. */
export function Work() {
  const { work } = useLoaderData<typeof loader>()
  const mayAct = useMayAct()
  const tasks: (Task | false)[] = [
    work.proofs > 0 && {
      title: m.console_work_proofs({ count: work.proofs }),
      note: work.oldestProofAt && (
        <>
          {m.console_work_since()} <TimeText at={work.oldestProofAt} />.
        </>
      ),
      href: '/petugas/transfer',
      action: mayAct ? m.console_work_proofs_action() : m.console_work_pickups_action(),
    },
    work.tasks > 0 && {
      title: m.console_work_tasks({ count: work.tasks }),
      note: work.oldestTaskAt && (
        <>
          {m.console_work_since()} <TimeText at={work.oldestTaskAt} />.
        </>
      ),
      href: '/petugas/tugas',
      action: m.console_work_tasks_action(),
    },
    work.lateParcels > 0 && {
      title: m.console_work_late({ count: work.lateParcels }),
      note: m.console_work_late_note({ days: work.longestLateDays ?? 0 }),
      href: '/petugas/pesanan?bagian=perhatian',
      action: m.console_work_late_action(),
    },
    work.quotes > 0 && {
      title: m.console_work_quotes({ count: work.quotes }),
      note: work.oldestQuoteAt && work.nextQuoteEndsAt && (
        <>
          {m.console_work_since()} <TimeText at={work.oldestQuoteAt} />. {m.console_work_quotes_until()}{' '}
          <TimeText at={work.nextQuoteEndsAt} />.
        </>
      ),
      href: '/petugas/pesanan?bagian=perhatian',
      action: mayAct ? m.console_work_quotes_action() : m.console_work_pickups_action(),
    },
    work.pickups > 0 && {
      title: m.console_work_pickups({ count: work.pickups }),
      note: m.console_work_pickups_note(),
      href: '/petugas/pesanan?bagian=ambil',
      action: m.console_work_pickups_action(),
      tone: 'info',
    },
  ]
  const waiting = tasks.filter((task) => task !== false)
  return (
    <section className="figure-panel desk-work">
      <h2>{m.console_work()}</h2>
      {waiting.length > 0 ? <TaskList tasks={waiting} /> : <p>{m.console_work_none()}</p>}
    </section>
  )
}

/** Money over time, with the same month a year earlier and the months in which a training ended. */
export function MonthsFigure() {
  const { months, span, today } = useLoaderData<typeof loader>()
  const tall = months
    .map(({ salesRupiah }) => salesRupiah)
    .sort((a, b) => b - a)
    .slice(0, COLUMNS_WITH_WORDS)
  const hasTraining = months.some(({ trainings }) => trainings.length > 0)
  const hasBefore = months.some(({ before }) => before !== null)
  return (
    <Figure
      question={monthsQuestion(span)}
      answer={monthsAnswer(months, today)}
      meaningHref="/petugas/definisi#completed-sales"
      table={<MonthsTable />}
    >
      <ColumnChart
        scale={(rupiah) => formatDecimal(rupiah / MILLION, 'id')}
        columns={months.map(({ month, salesRupiah, before, trainings }) => ({
          label: monthWords(month).slice(0, 3),
          value: salesRupiah,
          before,
          words:
            salesRupiah > 0 && tall.includes(salesRupiah)
              ? formatTenths(salesRupiah / MILLION, 'id')
              : undefined,
          isMarked: trainings.length > 0,
        }))}
        legend={{
          value: m.console_months_legend(),
          before: hasBefore ? m.console_months_legend_before() : undefined,
          mark: hasTraining ? m.console_months_legend_mark() : undefined,
        }}
      />
    </Figure>
  )
}

const monthsQuestion = ({ period, label }: Pick<Span, 'period' | 'label'>): string =>
  period ? m.console_months_question_in({ span: inSentence(label) }) : m.console_months_question()

function MonthsTable() {
  const { months, span } = useLoaderData<typeof loader>()
  return (
    <DataTable
      caption={monthsQuestion(span)}
      rows={months}
      keyOf={({ month }) => month}
      columns={[
        { head: m.console_months_month(), cell: ({ month }) => shortMonthWords(month), isName: true },
        {
          head: m.console_months_sales(),
          cell: ({ isBeforeFirst, salesRupiah }) => rupiahOrNone(isBeforeFirst ? null : salesRupiah),
          isNumber: true,
        },
        {
          head: m.console_months_linked(),
          cell: ({ isBeforeFirst, linkedRupiah }) => rupiahOrNone(isBeforeFirst ? null : linkedRupiah),
          isNumber: true,
        },
        {
          head: m.console_months_orders(),
          cell: ({ isBeforeFirst, orderCount }) => (isBeforeFirst ? m.impact_no_data() : orderCount),
          isNumber: true,
        },
        {
          head: m.console_months_before(),
          cell: ({ before }) => rupiahOrNone(before),
          isNumber: true,
        },
        {
          head: m.console_months_trainings(),
          cell: ({ trainings }) => trainings.join(', ') || m.console_none(),
        },
      ]}
    />
  )
}

const rupiahOrNone = (amount: number | null): string =>
  amount === null ? m.impact_no_data() : formatRupiah(amount, 'id')

/** Each group with its state in a word, those that have not sold for longest first. */
export function GroupsFigure() {
  const { groups, today } = useLoaderData<typeof loader>()
  return (
    <Figure
      question={m.console_groups_question()}
      answer={m.console_groups_answer({ day: formatDay(today, 'id') })}
      meaningHref="/petugas/definisi#completed-sales"
      wide
    >
      {groups.length === 0 ? <p>{m.console_groups_none()}</p> : <GroupsTable />}
    </Figure>
  )
}

function GroupsTable() {
  const { groups, today } = useLoaderData<typeof loader>()
  const largest = Math.max(...groups.map(({ salesRupiah }) => salesRupiah))
  const dayOr = (on: string | null) =>
    on === null ? m.console_groups_never() : formatShortDay(day(on), 'id')
  return (
    <DataTable
      stacks
      caption={m.console_groups_question()}
      rows={groups}
      keyOf={({ groupId }) => groupId}
      columns={[
        {
          head: m.console_groups_name(),
          cell: ({ slug, name }) => <a href={`/kelompok/${slug}`}>{name}</a>,
          isName: true,
        },
        { head: m.console_groups_village(), cell: ({ villageName }) => villageName },
        { head: m.console_groups_trained(), cell: ({ trainedOn }) => dayOr(trainedOn) },
        { head: m.console_groups_products(), cell: ({ productCount }) => productCount, isNumber: true },
        { head: m.console_groups_orders(), cell: ({ orderCount }) => orderCount, isNumber: true },
        {
          head: m.console_groups_sales(),
          cell: ({ salesRupiah }) => formatTenths(salesRupiah / MILLION, 'id'),
          isNumber: true,
        },
        {
          head: <span className="sr">{m.console_groups_bar()}</span>,
          cell: ({ salesRupiah }) => <CellBar value={salesRupiah} largest={largest} />,
        },
        { head: m.console_groups_last(), cell: ({ lastSaleOn }) => dayOr(lastSaleOn) },
        { head: m.console_groups_state(), cell: (group) => <GroupState group={group} today={today} /> },
      ]}
    />
  )
}

function GroupState({ group, today }: { group: GroupOutcome; today: Day }) {
  switch (groupTone(group, today)) {
    case 'going':
      return <StateWord tone="good">{m.console_groups_going()}</StateWord>
    case 'resting':
      return <StateWord tone="neutral">{m.console_groups_resting()}</StateWord>
    default:
      return <StateWord tone="bad">{m.console_groups_quiet()}</StateWord>
  }
}
