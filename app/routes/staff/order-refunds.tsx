import { useLoaderData } from '@remix-run/react'
import { entryOf } from '#app/lib/entry-of.ts'
import { m } from '#app/paraglide/messages.js'
import { TimeText } from '#app/ui/date-text.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { MoneyText } from '#app/ui/money-text.tsx'
import { DeskFold, DeskForm } from './desk-form.tsx'
import { useMayAct } from './may-act.ts'
import type { loader } from './order.tsx'
import { REFUND_WORDS } from './order-words.ts'

/** What the buyer is to get back, and proof that it was sent. */
export function RefundsOf() {
  const { order } = useLoaderData<typeof loader>()
  return order.refunds.map((refund) => <Refund key={refund.id} refund={refund} />)
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>['order']['refunds'][number]

function Refund({ refund }: { refund: Shown }) {
  const { order } = useLoaderData<typeof loader>()
  const mayAct = useMayAct()
  const hidden = { refundId: refund.id }
  const groupName =
    order.parcels.length > 1 ? order.parcels.find(({ id }) => id === refund.parcelId)?.groupName : undefined
  return (
    <section className="figure-panel">
      <h2>{[m.console_refund_title(), groupName].filter(Boolean).join(', ')}</h2>
      <p>
        <b className="price">
          <MoneyText amount={refund.amountRupiah} />
        </b>{' '}
        {entryOf<() => string>(REFUND_WORDS, refund.reason)?.()}
      </p>
      {refund.sentAt ? (
        <p>
          {m.console_refund_sent_at()} <TimeText at={refund.sentAt} withYear />
          {refund.bankReference && `, ${refund.bankReference}`}
        </p>
      ) : (
        <p>{waitingWords(refund, mayAct)}</p>
      )}
      {mayAct && !refund.sentAt && !refund.goesByCard && (
        <DeskForm
          about={refund.id}
          intent="refund-sent"
          hidden={hidden}
          kind="main"
          button={m.console_refund_button()}
        >
          {(field) => (
            <>
              <TextField
                field={field('reference', { required: true, maxLength: 60 })}
                label={m.console_refund_reference()}
                hint={m.console_refund_reference_hint()}
                autoComplete="off"
              />
              {order.method === 'card' && (
                <SelectField
                  field={field('from', { initialValue: 'bank' })}
                  label={m.console_refund_from()}
                  hideNeed
                  choices={[
                    { value: 'bank', label: m.console_refund_from_bank() },
                    { value: 'cash', label: m.console_refund_from_cash() },
                  ]}
                />
              )}
            </>
          )}
        </DeskForm>
      )}
      {mayAct && refund.state === 'sent' && (
        <DeskFold title={m.console_refund_bounced()} abouts={[refund.id]}>
          <DeskForm
            about={refund.id}
            intent="refund-failed"
            hidden={hidden}
            kind="danger"
            button={m.console_refund_bounced_button()}
          >
            {(field) => (
              <TextField
                field={field('reason', { required: true, maxLength: 300 })}
                label={m.console_refund_reason()}
                autoComplete="off"
              />
            )}
          </DeskForm>
        </DeskFold>
      )}
    </section>
  )
}

/** How far it is; what to do about it only for whoever can. */
function waitingWords({ state, goesByCard }: Shown, mayAct: boolean): string {
  if (goesByCard) return m.console_refund_by_card()
  if (!mayAct) return state === 'failed' ? m.console_refund_state_failed() : m.console_refund_state_due()
  return state === 'failed' ? m.console_refund_is_failed() : m.console_refund_is_due()
}
