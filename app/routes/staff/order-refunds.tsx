import { useLoaderData } from '@remix-run/react'
import type { MoneyAccount } from '#app/domain/ledger/account.ts'
import { disputeOf } from '#app/domain/orders/dispute.ts'
import type { PaymentMethod } from '#app/domain/orders/order-status.ts'
import { isDisputeNumber } from '#app/domain/payments/card.ts'
import { entryOf } from '#app/lib/entry-of.ts'
import { m } from '#app/paraglide/messages.js'
import { TimeText } from '#app/ui/date-text.tsx'
import { type FieldSource, SelectField, TextField } from '#app/ui/field.tsx'
import { MoneyText } from '#app/ui/money-text.tsx'
import { DeskFold, DeskForm } from './desk-form.tsx'
import { DisputeNote } from './dispute-note.tsx'
import { useMayAct } from './may-act.ts'
import type { loader } from './order.tsx'
import { REFUND_WORDS } from './order-words.ts'

/** What the buyer is to get back, and proof that it was sent. */
export function RefundsOf() {
  const { order } = useLoaderData<typeof loader>()
  return order.refunds.map((refund) => <Refund key={refund.id} refund={refund} />)
}

type ShownOrder = ReturnType<typeof useLoaderData<typeof loader>>['order']
type Shown = ShownOrder['refunds'][number]

function Refund({ refund }: { refund: Shown }) {
  const { order } = useLoaderData<typeof loader>()
  const mayAct = useMayAct()
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
          {sentWords(refund)} <TimeText at={refund.sentAt} withYear />
          {refund.bankReference && `, ${refund.bankReference}`}
        </p>
      ) : (
        <Waiting refund={refund} />
      )}
      {mayAct && !refund.sentAt && !refund.goesByCard && <SentForm refund={refund} />}
      {mayAct && refund.state === 'sent' && refund.bankReference && refund.sentFrom !== 'card' && (
        <CorrectReference
          intent="refund-reference"
          of={{ refundId: refund.id }}
          reference={refund.bankReference}
          wasCash={refund.sentFrom === 'cash'}
        />
      )}
      {mayAct && refund.state === 'sent' && (
        <CameBack
          intent="refund-failed"
          of={{ refundId: refund.id }}
          seen={refund.bankReference ?? undefined}
        />
      )}
    </section>
  )
}

/** What a dispute took was not sent by anybody here. */
const sentWords = ({ bankReference }: Shown): string =>
  bankReference && isDisputeNumber(bankReference) ? m.console_refund_by_bank_at() : m.console_refund_sent_at()

/** How far it is. Of a disputed payment nothing is said that could send it a second time. */
function Waiting({ refund }: { refund: Shown }) {
  const { order, record } = useLoaderData<typeof loader>()
  const mayAct = useMayAct()
  const dispute = disputeOf(record.events)
  const words = waitingWords(refund, order, mayAct)
  return (
    <>
      {(!dispute || !mayAct) && <p>{words}</p>}
      <DisputeNote />
      {dispute === 'lost' && mayAct && !refund.goesByCard && <p>{m.console_refund_is_lost()}</p>}
    </>
  )
}

/** How far it is without a dispute; what to do about it only for whoever can. */
function waitingWords(
  { state, goesByCard, isUnclear }: Shown,
  { method }: ShownOrder,
  mayAct: boolean,
): string {
  if (goesByCard) return m.console_refund_by_card()
  if (!mayAct) return state === 'failed' ? m.console_refund_state_failed() : m.console_refund_state_due()
  if (isUnclear) return m.console_refund_is_unclear()
  if (state === 'failed')
    return method === 'card' ? m.console_refund_is_failed_card() : m.console_refund_is_failed()
  return method === 'pickup' ? m.console_refund_is_due_cash() : m.console_refund_is_due()
}

/** Under which number the money went, and from where, where it may not be where it had come to. */
function SentForm({ refund: { id } }: { refund: Shown }) {
  const { order } = useLoaderData<typeof loader>()
  return (
    <DeskForm
      about={id}
      intent="refund-sent"
      hidden={{ refundId: id }}
      kind="main"
      button={m.console_refund_button()}
    >
      {(field) => (
        <>
          <ReferenceField field={field('reference', REFERENCE)} hint={HINTS[order.method]()} />
          {order.method !== 'transfer' && (
            <SelectField
              field={field('from', { required: true, initialValue: FROM[order.method] })}
              label={m.console_refund_from()}
              emptyLabel={order.method === 'card' ? m.console_refund_from_empty() : undefined}
              hideNeed={order.method !== 'card'}
              choices={[
                { value: 'bank', label: m.console_refund_from_bank() },
                { value: 'cash', label: m.console_refund_from_cash() },
                ...(order.method === 'card' ? [{ value: 'card', label: m.console_refund_from_card() }] : []),
              ]}
            />
          )}
        </>
      )}
    </DeskForm>
  )
}

/** What had been sent: a refund, or the task that money of another amount was. */
type Sent = { refundId: string } | { taskId: string }

interface Correct {
  intent: 'refund-reference' | 'return-reference'
  of: Sent
  reference: string
  wasCash?: boolean
}

/** The buyer may have asked the bank for a number that was mistyped. */
export function CorrectReference({ intent, of, reference, wasCash = false }: Correct) {
  const about = `nomor-${Object.values(of).join()}`
  return (
    <DeskFold title={m.console_refund_reference_correct()} of={reference} abouts={[about]}>
      <DeskForm
        about={about}
        intent={intent}
        hidden={{ ...of, seen: reference }}
        button={m.console_dispatch_correct()}
      >
        {(field) => (
          <ReferenceField
            field={field('reference', { ...REFERENCE, initialValue: reference })}
            hint={HINTS[wasCash ? 'pickup' : 'transfer']()}
          />
        )}
      </DeskForm>
    </DeskFold>
  )
}

const REFERENCE = { required: true, maxLength: 60 }
/** What came by transfer goes back by transfer: nothing is said of cash where the books take it from the bank. */
const HINTS: Record<PaymentMethod, () => string> = {
  transfer: m.console_refund_reference_hint,
  pickup: m.console_refund_reference_hint_cash,
  card: m.console_refund_reference_hint_card,
}
/** A card gives no hint of it: its money may have gone back at the provider. */
const FROM: Record<PaymentMethod, MoneyAccount | ''> = { transfer: 'bank', pickup: 'cash', card: '' }

const ReferenceField = ({ field, hint }: { field: FieldSource; hint: string }) => (
  <TextField field={field} label={m.console_refund_reference()} hint={hint} autoComplete="off" />
)

interface Back {
  intent: 'refund-failed' | 'return-bounced'
  of: Sent
  /** Which it is of several; heard, not seen. */
  reference?: string
  /** Under which reference it was sent, where it may be sent again under another. */
  seen?: string
}

/** The bank did not take what had been sent back. */
export function CameBack({ intent, of, reference, seen }: Back) {
  const about = `gagal-${Object.values(of).join()}`
  return (
    <DeskFold title={m.console_refund_bounced()} of={reference} abouts={[about]}>
      <DeskForm
        about={about}
        intent={intent}
        hidden={{ ...of, ...(seen && { seen }) }}
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
  )
}
