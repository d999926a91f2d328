import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'
import { ContactWays } from '#app/ui/contact.tsx'
import { type FieldSource, TextField } from '#app/ui/field.tsx'
import { ErrorSummary, Notice } from '#app/ui/notice.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { shopHref } from '#app/ui/shop-href.ts'

/** What was typed and what is wrong with it. */
export interface OpenFormState {
  code: string
  digits: string
  problem: null | 'missing' | 'no-match' | { waitMinutes: number } | { traceCode: string }
}

interface Props {
  title: string
  lead: string
  state: OpenFormState
  /** Before the form. */
  children?: ReactNode
}

/** Opens an order with its code and the last four digits of the phone; any mismatch is answered with the same words. */
export function OpenOrderForm({ title, lead, state, children }: Props) {
  const [code, digits] = fieldsOf(state)
  return (
    <div className="wrap narrow">
      <PageTitle title={title} lead={lead} />
      <div className="stack">
        {children}
        <form method="post" action={shopHref('/pesanan/lacak')} className="form" noValidate>
          <WhatIsWrong state={state} fields={[code, digits]} />
          <TextField
            field={code}
            label={m.order_track_code()}
            hint={m.order_track_code_hint()}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            width={16}
          />
          <TextField
            field={digits}
            label={m.order_track_digits()}
            inputMode="numeric"
            autoComplete="off"
            width={8}
          />
          <div>
            <Button kind="main" size="large" icon="search">
              {m.order_track_button()}
            </Button>
          </div>
        </form>
      </div>
      <section className="section">
        <p className="label">{m.order_track_help()}</p>
        <ContactWays />
      </section>
    </div>
  )
}

function fieldsOf({ code, digits, problem }: OpenFormState): [FieldSource, FieldSource] {
  const isMissing = problem === 'missing'
  return [
    {
      name: 'kode',
      id: 'kode',
      initialValue: code,
      required: true,
      maxLength: 12,
      errors: isMissing && !code ? [m.order_track_code_missing()] : undefined,
    },
    {
      name: 'angka',
      id: 'angka',
      initialValue: digits,
      required: true,
      maxLength: 20,
      errors: isMissing && !digits ? [m.order_track_digits_missing()] : undefined,
    },
  ]
}

function WhatIsWrong({ state: { problem }, fields }: { state: OpenFormState; fields: FieldSource[] }) {
  if (problem === null || typeof problem === 'string')
    return <ErrorSummary fields={fields} errors={problem === 'no-match' ? [m.order_track_none()] : []} />
  if ('traceCode' in problem) return <IsTraceCode code={problem.traceCode} />
  // there is nothing to put right, only to wait
  return (
    <Notice tone="error" title={m.shop_page_error_429_title()} announced foremost>
      <p>{m.order_track_often({ minutes: problem.waitMinutes })}</p>
    </Notice>
  )
}

const IsTraceCode = ({ code }: { code: string }) => (
  <Notice tone="error" title={m.order_track_trace({ code })} announced foremost>
    <p>
      <a href={shopHref(`/j/${code}`)}>{m.order_track_trace_link()}</a>
    </p>
  </Notice>
)
