import { hasOpenProblem } from '#app/domain/fulfilment/parcel.ts'
import type { ParcelState } from '#app/domain/orders/order-status.ts'
import { formatDay, formatWeekday, localDayOf } from '#app/lib/day.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { Button } from '#app/ui/button.tsx'
import { type FieldSource, TextareaField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { shopHref } from '#app/ui/shop-href.ts'
import { HELP_ID } from './summary.tsx'
import type { ParcelView } from './view.server.ts'

export const LONGEST_PROBLEM = 1_000

/** A report that could not be taken, shown again with what was typed. */
export interface ProblemAnswer {
  parcelId: string
  note: string
  problem: 'empty' | 'too-long'
}

interface Props {
  code: string
  parcel: ParcelView
  answer: ProblemAnswer | null
}

/** What is wrong with a parcel as a field, for the form and for the list of what is to be put right. */
export const problemField = (parcelId: string, answer: ProblemAnswer | null): FieldSource => ({
  name: 'masalah',
  id: `masalah-${parcelId}`,
  initialValue: answer?.note,
  errors: answer
    ? [answer.problem === 'empty' ? m.order_problem_empty() : m.order_problem_long()]
    : undefined,
  required: true,
  maxLength: LONGEST_PROBLEM,
})

/** Tells staff that something is wrong with a parcel, and what has become of telling them. */
export function ProblemForm({ code, parcel, answer }: Props) {
  const { id, canReport, reportUntil, problemNote } = parcel
  const isMore = hasOpenProblem(parcel)
  if (!canReport) {
    return (
      <>
        <Reported parcel={parcel} />
        <TimeOver parcel={parcel} />
      </>
    )
  }
  return (
    <>
      <Reported parcel={parcel} />
      <details className="problem" open={answer !== null}>
        <summary>{isMore ? m.order_problem_more() : m.order_problem()}</summary>
        <form
          method="post"
          action={shopHref(`/pesanan/${code}`)}
          className="form"
          noValidate
          data-keep={`problem ${id}`}
          data-stamp={problemNote?.length ?? 0}
        >
          <input type="hidden" name="aksi" value="lapor" />
          <input type="hidden" name="paket" value={id} />
          <TextareaField
            field={problemField(id, answer)}
            label={isMore ? m.order_problem_more_label() : m.order_problem_label()}
            hint={isMore ? undefined : m.order_problem_hint()}
            hideNeed
          />
          {reportUntil && (
            <p className="small muted flush">
              {m.order_problem_until({ date: formatWeekday(reportUntil, getLocale()) })}
            </p>
          )}
          <div>
            <Button>{isMore ? m.order_problem_more_send() : m.order_problem_send()}</Button>
          </div>
        </form>
      </details>
    </>
  )
}

/** What only shows now is told to a person, not to a form. */
function TimeOver({ parcel: { state, reportUntil } }: { parcel: ParcelView }) {
  if (state !== 'received' || !reportUntil) return null
  return (
    <p className="small muted">
      {m.order_problem_over({ date: formatDay(reportUntil, getLocale()) })}{' '}
      <a href={`#${HELP_ID}`}>{m.order_problem_over_tell()}</a>
    </p>
  )
}

function Reported({
  parcel: { state, problemAt, problemNote, problemSettledAt, problemAgreed },
}: {
  parcel: ParcelView
}) {
  if (!problemAt) return null
  const date = formatDay(localDayOf(new Date(problemAt)), getLocale())
  if (problemSettledAt) {
    return (
      <Notice title={m.order_problem_done({ date })}>
        {problemAgreed && (
          <>
            <p>{m.order_problem_agreed()}</p>
            <Agreed words={problemAgreed} />
          </>
        )}
        <p>{endWords(state)()}</p>
      </Notice>
    )
  }
  return (
    <Notice title={m.order_problem_open({ date })}>
      {problemNote && <blockquote className="said as-written">{problemNote}</blockquote>}
      <p>{m.order_problem_open_note()}</p>
      {problemAgreed && (
        <>
          <p>
            {m.order_problem_before()} {m.order_problem_agreed()}
          </p>
          <Agreed words={problemAgreed} />
        </>
      )}
    </Notice>
  )
}

/** As staff wrote it, in whatever language the page is read. */
const Agreed = ({ words }: { words: string }) => (
  <blockquote className="said as-written" lang="id">
    {words}
  </blockquote>
)

/** How a report ended, by what became of its parcel. */
function endWords(state: ParcelState) {
  switch (state) {
    case 'returned':
      return m.order_problem_refunded
    case 'declined':
      return m.order_problem_declined
    default:
      return m.order_problem_settled
  }
}
