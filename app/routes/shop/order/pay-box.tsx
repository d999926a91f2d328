import { formatDateTime } from '#app/lib/day.ts'
import { formatRupiah } from '#app/lib/format.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { CopyCode } from '#app/ui/copy-code.tsx'
import { TimeText } from '#app/ui/date-text.tsx'
import { Totals } from '#app/ui/line-item.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { useShopData } from '#app/ui/shop-data.ts'
import { shopHref } from '#app/ui/shop-href.ts'
import { ProofForm, proofField } from './proof-form.tsx'
import type { OrderView } from './view.server.ts'
import { deadlineOf, keptUntil, owesCash, totalOf } from './words.ts'

/** What the buyer can do about the money now; nothing once it is paid. */
export function PayBox({ order }: { order: OrderView }) {
  const { method, paymentState, isStillPayable } = order
  if (owesCash(order)) return <CashBox order={order} />
  if (paymentState === 'awaiting' && isStillPayable) {
    if (method === 'card') return <CardBox order={order} />
    return order.wrongAmount ? <RestBox order={order} /> : <TransferBox order={order} />
  }
  if (paymentState === 'proof-sent') return <ProofSentBox order={order} />
  const isOver = paymentState === 'awaiting' || paymentState === 'expired' || paymentState === 'cancelled'
  return method === 'transfer' && isOver && order.totalRupiah !== null ? <LateProofBox order={order} /> : null
}

function TransferBox({ order }: { order: OrderView }) {
  const { code, uniqueCodeRupiah, proofRefusedReason } = order
  return (
    <section className="panel pay-box" aria-labelledby="bayar">
      <h2 id="bayar">{m.order_pay_title()}</h2>
      {proofRefusedReason && (
        <Notice tone="warning" title={m.order_proof_refused_title()}>
          <p>{m.order_proof_refused({ reason: proofRefusedReason })}</p>
          <p>{m.order_proof_refused_next()}</p>
        </Notice>
      )}
      <dl className="pay-facts">
        <div>
          <dt>{m.order_pay_amount()}</dt>
          <dd>
            <CopyCode value={String(order.totalRupiah ?? 0)} spoken={totalOf(order)} />
          </dd>
        </div>
        <Account order={order} />
        <div>
          <dt>{m.order_pay_until()}</dt>
          <dd>
            <b>
              <TimeText at={order.expiresAt} />
            </b>
          </dd>
        </div>
      </dl>
      <p>{m.order_pay_code_note({ code: formatRupiah(uniqueCodeRupiah, getLocale()) })}</p>
      <p className="small muted">
        {m.order_pay_next()} {m.order_pay_safe()}{' '}
        <a href={shopHref('/bantuan/bayar#transfer')}>{m.order_pay_help()}</a>
      </p>
      <h3>{m.order_proof_title()}</h3>
      <p className="small muted">{m.order_proof_lead()}</p>
      <ProofForm code={code} field={proofField()} />
    </section>
  )
}

function Account({
  order: { accountBank, accountNumber, accountHolder, accountIsDemo },
}: {
  order: OrderView
}) {
  if (!accountBank || !accountNumber || !accountHolder) return null
  return (
    <div>
      <dt>{m.order_pay_account()}</dt>
      <dd>
        <CopyCode value={accountNumber.replace(/\D/g, '')} label={accountBank} spoken={accountNumber} />
        {accountIsDemo ? (
          <b className="demo-account">{m.order_pay_account_demo()}</b>
        ) : (
          <span className="small account-holder">{m.order_pay_holder({ holder: accountHolder })}</span>
        )}
      </dd>
    </div>
  )
}

/** Some money is here already: the account stays in sight for what is still agreed on, but nobody is asked for all of it. */
function RestBox({ order }: { order: OrderView }) {
  const { code, wrongAmount } = order
  if (!wrongAmount) return null
  const missing = wrongAmount.expectedRupiah - wrongAmount.amountRupiah
  const amounts = [
    { label: m.order_wrong_amount_came(), amountRupiah: wrongAmount.amountRupiah },
    { label: m.order_sum_total(), amountRupiah: wrongAmount.expectedRupiah },
    {
      label: missing > 0 ? m.order_wrong_amount_missing() : m.order_wrong_amount_too_much(),
      amountRupiah: Math.abs(missing),
      isGrand: true,
    },
  ]
  return (
    <section className="panel pay-box stack" aria-labelledby="bayar">
      <h2 id="bayar">{m.order_wrong_amount_title()}</h2>
      <Totals totals={amounts} />
      <p>{m.order_wrong_amount_kept({ deadline: deadlineOf(order) })}</p>
      {missing > 0 && (
        <>
          <p>{m.order_wrong_amount_rest()}</p>
          <dl className="pay-facts">
            <Account order={order} />
          </dl>
          <div>
            <LinkButton href={shopHref(`/pesanan/${code}/bukti`)}>{m.order_proof_send()}</LinkButton>
          </div>
        </>
      )}
    </section>
  )
}

/** A POST, because it opens a page at the provider. */
function CardBox({ order }: { order: OrderView }) {
  return (
    <section className="panel pay-box" aria-labelledby="bayar">
      <h2 id="bayar">{m.order_pay_title()}</h2>
      <dl className="pay-facts">
        <div>
          <dt>{m.order_sum_total()}</dt>
          <dd className="price">{totalOf(order)}</dd>
        </div>
        <div>
          <dt>{m.order_pay_until()}</dt>
          <dd>
            <b>{deadlineOf(order)}</b>
          </dd>
        </div>
      </dl>
      <form method="post" action={shopHref(`/pesanan/${order.code}/kartu`)}>
        <Button kind="main" size="large" full icon="card">
          {m.order_card_pay()}
        </Button>
      </form>
      <p className="small muted">{m.order_card_note()}</p>
    </section>
  )
}

function CashBox({ order }: { order: OrderView }) {
  const operator = useShopData()?.operator
  return (
    <section className="panel pay-box" aria-labelledby="bayar">
      <h2 id="bayar">{m.order_pickup_title()}</h2>
      <p>
        <b>{m.order_pickup_bring({ code: order.code, total: totalOf(order) })}</b>
      </p>
      {operator && (
        <p>
          {m.order_pickup_where()}: {operator.name}, {operator.address}
        </p>
      )}
      <p className="small muted">{m.order_pickup_kept({ deadline: keptUntil(order) })}</p>
    </section>
  )
}

function ProofSentBox({ order }: { order: OrderView }) {
  const sentAt = order.proofSentAt ? formatDateTime(order.proofSentAt, getLocale()) : ''
  return (
    <section className="panel pay-box" aria-labelledby="bukti">
      <h2 id="bukti">{m.order_proof_sent_at({ date: sentAt })}</h2>
      <p>{m.order_proof_wrong()}</p>
      <LinkButton href={shopHref(`/pesanan/${order.code}/bukti`)}>{m.order_proof_again()}</LinkButton>
    </section>
  )
}

/** Late money is never lost in silence: a picture of it becomes a task for staff, and stays in sight here. */
function LateProofBox({ order: { code, proofSentAt, proofRefusedReason } }: { order: OrderView }) {
  const sentOn = proofSentAt && !proofRefusedReason && formatDateTime(proofSentAt, getLocale())
  return (
    <Notice title={sentOn ? m.order_proof_sent_at({ date: sentOn }) : m.order_proof_late_title()}>
      <p>{sentOn ? m.order_proof_late_sent() : m.order_proof_late()}</p>
      <LinkButton href={shopHref(`/pesanan/${code}/bukti`)}>
        {sentOn ? m.order_proof_again() : m.order_proof_send()}
      </LinkButton>
    </Notice>
  )
}
