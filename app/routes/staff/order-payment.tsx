import { useLoaderData } from '@remix-run/react'
import type { OrderPage } from '#app/domain/orders/order-page.queries.server.ts'
import { isBooked, isGivenUp } from '#app/domain/orders/order-status.ts'
import { isAllHere } from '#app/domain/orders/wrong-amount.ts'
import { formatWeekday, lastDayBefore } from '#app/lib/day.ts'
import { m } from '#app/paraglide/messages.js'
import { LinkButton } from '#app/ui/button.tsx'
import { TimeText } from '#app/ui/date-text.tsx'
import { Details } from '#app/ui/facts.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Totals } from '#app/ui/line-item.tsx'
import { owedWords, partTotals } from '#app/ui/sum-words.ts'
import { DeskFold, DeskForm } from './desk-form.tsx'
import { useMayAct } from './may-act.ts'
import { NotedAmount, type ReturnedAmount } from './noted-amount.tsx'
import type { loader } from './order.tsx'
import { CameBack, CorrectReference } from './order-refunds.tsx'
import { METHOD_WORDS, noTotalWords } from './order-words.ts'
import { ProofPicture } from './proof-picture.tsx'

/** What is to be paid, how, until when, and what is known of it. */
export function PaymentOf() {
  const { order, record, proof } = useLoaderData<typeof loader>()
  const mayAct = useMayAct()
  const { totalRupiah, paymentState, method } = order
  const owed = owedWords(order, 'id')
  const link = transferLink(order)
  const isOpen = ['quoting', 'awaiting', 'proof-sent'].includes(paymentState) && !isAllHere(order.wrongAmount)
  return (
    <section className="figure-panel">
      <h2>{METHOD_WORDS[method]()}</h2>
      <Totals
        totals={[
          ...partTotals(order, 'id'),
          {
            label: m.console_orders_total(),
            amountRupiah: totalRupiah,
            pending: noTotalWords(order.status),
            isGrand: true,
          },
        ]}
      />
      {owed && <p className="small">{owed}</p>}
      <Details
        caption={METHOD_WORDS[method]()}
        details={[
          {
            label: isOpen ? untilWords(order) : m.console_order_paid_at(),
            value: isOpen ? <Until order={order} /> : order.paidAt && <TimeText at={order.paidAt} withYear />,
          },
          { label: m.console_order_confirmed_by(), value: record.confirmedBy },
          { label: m.console_order_paid_note(), value: record.paidNote },
          {
            label: m.console_order_account(),
            value: order.accountBank && (
              <>
                {order.accountBank} <span className="nowrap">{order.accountNumber}</span>
              </>
            ),
          },
        ]}
      />
      <NotedAmount order={order} state={paymentState} actsOf={mayAct ? actsOfReturned : undefined} />
      {proof && <ProofPicture proof={proof} refusedReason={order.proofRefusedReason} />}
      {mayAct && link && (
        <LinkButton href={link.href} icon="bank">
          {link.words()}
        </LinkButton>
      )}
      <MoneyOfErased />
      <Cash />
    </section>
  )
}

/** What may be amiss with money of another amount that went back. */
const actsOfReturned = ({ taskId, reference }: ReturnedAmount) => (
  <>
    {reference && <CorrectReference intent="return-reference" of={{ taskId }} reference={reference} />}
    <CameBack intent="return-bounced" of={{ taskId }} reference={reference} />
  </>
)

/**
 * Where staff write down what they see in the bank. Somebody may have transferred after the end, or once more, and never
 * said so. Of an erased buyer nothing stands there: what comes goes back, and is written down on the order's page.
 */
function transferLink({ method, paymentState, totalRupiah, erasedAt, code }: OrderPage) {
  if (method !== 'transfer' || totalRupiah === null || erasedAt) return null
  const sought = `/petugas/transfer?q=${code}#${code}`
  if (isGivenUp(paymentState)) return { href: sought, words: m.console_order_late_transfer }
  if (isBooked(paymentState)) return { href: sought, words: m.console_order_again_transfer }
  return { href: `/petugas/transfer#${code}`, words: m.console_order_check_transfer }
}

type Deadline = Pick<OrderPage, 'method' | 'paymentState' | 'expiresAt'>

function untilWords({ method, paymentState }: Deadline): string {
  if (paymentState === 'quoting') return m.console_orders_quote_until()
  return method === 'pickup' ? m.console_orders_kept_until() : m.console_orders_until()
}

/** Pieces to be paid at the counter are kept until the end of a day, and the buyer is told that day. */
const Until = ({ order: { method, expiresAt } }: { order: Deadline }) =>
  method === 'pickup' ? formatWeekday(lastDayBefore(expiresAt), 'id') : <TimeText at={expiresAt} />

/** Nobody is left to ask or to tell: it goes back to where it came from. */
function MoneyOfErased() {
  const { order } = useLoaderData<typeof loader>()
  const mayAct = useMayAct()
  if (!mayAct || !order.erasedAt || order.method !== 'transfer') return null
  return (
    <DeskFold title={m.console_erased_money()} abouts={['uang-kembali']}>
      <DeskForm
        about="uang-kembali"
        intent="return-to-erased"
        kind="main"
        button={m.console_erased_money_button()}
      >
        {(field) => (
          <>
            <p className="flush">{m.console_erased_money_how()}</p>
            <TextField
              field={field('amount', { required: true })}
              label={m.console_erased_money_amount()}
              inputMode="numeric"
              autoComplete="off"
              before="Rp"
              width={16}
            />
            <TextField
              field={field('reference', { required: true, maxLength: 60 })}
              label={m.console_refund_reference()}
              hint={m.console_erased_money_reference()}
              autoComplete="off"
            />
          </>
        )}
      </DeskForm>
    </DeskFold>
  )
}

/** The buyer stands at the counter with the money. */
function Cash() {
  const { order } = useLoaderData<typeof loader>()
  const mayAct = useMayAct()
  if (!mayAct || order.method !== 'pickup' || order.paymentState !== 'awaiting') return null
  return (
    <DeskForm about="cash" intent="cash" kind="main" button={m.console_cash_button()}>
      {(field) => (
        <TextField
          field={field('amount', { required: true })}
          label={m.console_cash_amount()}
          hint={m.console_cash_hint()}
          inputMode="numeric"
          autoComplete="off"
          before="Rp"
          width={16}
        />
      )}
    </DeskForm>
  )
}
