import { useLoaderData } from '@remix-run/react'
import { countryName } from '#app/lib/format.ts'
import { formatPhone } from '#app/lib/phone-text.ts'
import { waLink } from '#app/lib/whatsapp.ts'
import { m } from '#app/paraglide/messages.js'
import { LinkButton } from '#app/ui/button.tsx'
import { TimeText } from '#app/ui/date-text.tsx'
import { Details } from '#app/ui/facts.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { Totals } from '#app/ui/line-item.tsx'
import { MoneyText } from '#app/ui/money-text.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Picture } from '#app/ui/picture.tsx'
import { DeskForm, useCameBack } from './desk-form.tsx'
import { useMayAct } from './may-act.ts'
import type { loader } from './order.tsx'
import { DONE_ON_ORDER, howTo, METHOD_WORDS, REFUND_WORDS, TASK_WORDS } from './order-words.ts'

/** What somebody must still look at, before anything else on the page. */
export function TasksOf() {
  const { order, record } = useLoaderData<typeof loader>()
  const goesByCard = order.refunds.some((refund) => refund.goesByCard)
  const open = record.tasks.filter(({ resolvedAt }) => resolvedAt === null)
  return open.map(({ id, kind }) => (
    <Notice key={id} tone="warning" title={TASK_WORDS[kind]()}>
      <p>
        {howTo(kind, goesByCard)}{' '}
        {!DONE_ON_ORDER.includes(kind) && <a href={`/petugas/tugas#${id}`}>{m.console_task_open()}</a>}
      </p>
    </Notice>
  ))
}

/** What is to be paid, how, until when, and what is known of it. */
export function PaymentOf() {
  const { order, record, proof } = useLoaderData<typeof loader>()
  const { totalRupiah, uniqueCodeRupiah, paymentState, method } = order
  const isOpen = ['quoting', 'awaiting', 'proof-sent'].includes(paymentState)
  return (
    <section className="figure-panel">
      <h2>{METHOD_WORDS[method]()}</h2>
      <Totals
        totals={[
          { label: m.console_order_goods(), amountRupiah: order.goodsRupiah },
          {
            label: m.console_shipping(),
            amountRupiah: order.shippingRupiah,
            pending: m.console_order_shipping_unknown(),
          },
          ...(uniqueCodeRupiah > 0
            ? [{ label: m.console_order_unique_code(), amountRupiah: uniqueCodeRupiah }]
            : []),
          {
            label: m.console_orders_total(),
            amountRupiah: totalRupiah,
            pending: m.console_orders_no_total(),
            isGrand: true,
          },
        ]}
      />
      <Details
        caption={METHOD_WORDS[method]()}
        details={[
          {
            label: isOpen ? m.console_order_until() : m.console_order_paid_at(),
            value: isOpen ? (
              <TimeText at={order.expiresAt} />
            ) : (
              order.paidAt && <TimeText at={order.paidAt} withYear />
            ),
          },
          { label: m.console_order_confirmed_by(), value: record.confirmedBy },
          { label: m.console_order_paid_note(), value: record.paidNote },
          { label: m.console_order_refused(), value: order.proofRefusedReason },
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
      {proof && (
        <a className="proof" href={proof.sources.at(-1)?.webp} target="_blank" rel="noreferrer">
          <Picture picture={proof} sizes="160px" />
          {m.console_proof_open()}
        </a>
      )}
      {method === 'transfer' && (paymentState === 'awaiting' || paymentState === 'proof-sent') && (
        <LinkButton href={`/petugas/transfer?q=${order.code}`} icon="bank">
          {m.console_order_check_transfer()}
        </LinkButton>
      )}
      <Cash />
    </section>
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

/** What the buyer is to get back, and proof that it was sent. */
export function RefundsOf() {
  const { order } = useLoaderData<typeof loader>()
  return order.refunds.map((refund) => <Refund key={refund.id} refund={refund} />)
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>['order']['refunds'][number]

function Refund({ refund }: { refund: Shown }) {
  const { order } = useLoaderData<typeof loader>()
  const mayAct = useMayAct()
  const isBack = useCameBack(refund.id)
  const hidden = { refundId: refund.id }
  return (
    <section className="figure-panel">
      <h2>{m.console_refund_title()}</h2>
      <p>
        <b className="price">
          <MoneyText amount={refund.amountRupiah} />
        </b>{' '}
        {(REFUND_WORDS as Record<string, () => string>)[refund.reason]?.()}
      </p>
      {refund.sentAt ? (
        <p>
          {m.console_refund_sent_at()} <TimeText at={refund.sentAt} withYear />
          {refund.bankReference && `, ${refund.bankReference}`}
        </p>
      ) : (
        <p>{waitingWords(refund)}</p>
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
        <details open={isBack}>
          <summary>{m.console_refund_bounced()}</summary>
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
        </details>
      )}
    </section>
  )
}

function waitingWords({ state, goesByCard }: Shown): string {
  if (goesByCard) return m.console_refund_by_card()
  return state === 'failed' ? m.console_refund_is_failed() : m.console_refund_is_due()
}

/** Who ordered and where it goes. */
export function BuyerOf() {
  const { order, page } = useLoaderData<typeof loader>()
  const { buyerPhone, code, buyerName, locale } = order
  // in the buyer's language, who may not read ours
  const text = m.order_whatsapp_from_library({ name: buyerName, code, page }, { locale })
  const address = [
    order.street,
    order.landmark,
    order.village,
    order.districtName && m.console_address_district({ district: order.districtName }),
    order.regencyName,
    order.provinceName,
    order.postalCode,
    order.country === 'ID' ? null : countryName(order.country, 'id'),
  ].filter(Boolean)
  return (
    <section className="figure-panel">
      <h2>{m.console_group_buyer_title()}</h2>
      <Details
        caption={m.console_group_buyer_title()}
        details={[
          { label: m.console_buyer_name(), value: buyerName },
          {
            label: m.console_buyer_phone(),
            value: <a href={`tel:${buyerPhone}`}>{formatPhone(buyerPhone)}</a>,
          },
          { label: m.console_buyer_email(), value: order.buyerEmail },
          { label: m.console_buyer_address(), value: address.join(', ') },
          { label: m.console_buyer_note(), value: order.note },
        ]}
      />
      <LinkButton href={waLink(buyerPhone, text)} icon="chat">
        {m.console_group_whatsapp()}
      </LinkButton>
      <EraseBuyer />
    </section>
  )
}

/** Buyers may ask to be forgotten; the code is typed once more, since nothing brings them back. */
function EraseBuyer() {
  const mayAct = useMayAct()
  const isBack = useCameBack('hapus')
  if (!mayAct) return null
  return (
    <details open={isBack}>
      <summary>{m.console_erase()}</summary>
      <DeskForm about="hapus" intent="erase" kind="danger" button={m.console_erase_button()}>
        {(field) => (
          <>
            <p className="flush">{m.console_erase_note()}</p>
            <TextField
              field={field('code', { required: true })}
              label={m.console_erase_code()}
              hideNeed
              autoComplete="off"
              width={16}
            />
          </>
        )}
      </DeskForm>
    </details>
  )
}
