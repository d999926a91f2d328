import { isGivenUp } from '#app/domain/orders/order-status.ts'
import { isAllHere } from '#app/domain/orders/wrong-amount.ts'
import { formatDateTime } from '#app/lib/day.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { HeldCodes } from '#app/ui/held-codes.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { OwnWords } from '#app/ui/own-words.tsx'
import { useShopData } from '#app/ui/shop-data.ts'
import { shopHref } from '#app/ui/shop-href.ts'
import { ProofForm, proofField } from './proof-form.tsx'
import { RestFacts, TransferFacts } from './transfer-facts.tsx'
import type { OrderView } from './view.server.ts'
import { deadlineOf, keptUntil, lateMoneyWords, owesCash, totalOf } from './words.ts'

/** What the buyer can do about the money now; nothing once it is paid. */
export function PayBox({ order }: { order: OrderView }) {
  const { method, paymentState, isStillPayable } = order
  if (owesCash(order)) return <CashBox order={order} />
  if (paymentState === 'awaiting' && isStillPayable) {
    if (method === 'card') return <CardBox order={order} />
    return order.wrongAmount ? <RestBox order={order} /> : <TransferBox order={order} />
  }
  if (paymentState === 'proof-sent')
    return order.wrongAmount ? <RestBox order={order} /> : <ProofSentBox order={order} />
  const isOver = paymentState === 'awaiting' || isGivenUp(paymentState)
  if (method !== 'transfer' || !isOver || order.totalRupiah === null) return null
  return order.wrongAmount ? <LateRestBox order={order} /> : <LateProofBox order={order} />
}

function TransferBox({ order }: { order: OrderView }) {
  const { code } = order
  const wasRefused = order.proofRefusedReason !== null
  return (
    <section className="panel pay-box" aria-labelledby="bayar">
      <h2 id="bayar">{m.order_pay_title()}</h2>
      <TransferFacts order={order}>
        <div>
          <dt>{m.order_pay_until()}</dt>
          <dd>
            <b>{deadlineOf(order)}</b>
          </dd>
        </div>
      </TransferFacts>
      <p className="small muted">
        {m.order_pay_next()} {m.order_pay_safe()}{' '}
        <a href={shopHref('/bantuan/bayar#transfer')}>{m.order_pay_help()}</a>
      </p>
      <h3>{m.order_proof_title()}</h3>
      {!wasRefused && <p className="small muted">{m.order_proof_lead()}</p>}
      <ProofForm code={code} field={proofField()} isAgain={wasRefused} />
    </section>
  )
}

/** Some money is here already: the account stays in sight for what is still agreed on, but nobody is asked for all of it. */
function RestBox({ order }: { order: OrderView }) {
  const { code, wrongAmount, paymentState, isStillPayable, proofRefusedReason } = order
  if (!wrongAmount) return null
  const isSent = paymentState === 'proof-sent'
  return (
    <section className="panel pay-box stack" aria-labelledby="bayar">
      <h2 id="bayar">{m.order_wrong_amount_title()}</h2>
      <RestFacts order={order} wrongAmount={wrongAmount} />
      {isStillPayable && proofRefusedReason && (
        <p className="flush">
          <b>{m.order_proof_refused_title()}.</b>{' '}
          <OwnWords lead={m.order_proof_refused()}>{proofRefusedReason}</OwnWords>
        </p>
      )}
      {isSent && <p className="flush">{proofSentAt(order)}</p>}
      {!isAllHere(wrongAmount) && (isSent || isStillPayable) && (
        <div>
          <LinkButton href={shopHref(`/pesanan/${code}/bukti`)}>
            {isSent ? m.order_proof_again() : m.order_proof_send()}
          </LinkButton>
        </div>
      )}
    </section>
  )
}

/** What is missing can come after the end as well. Of an order called off nothing is missing, but more may have come: all of it goes back. */
function LateRestBox({ order }: { order: OrderView }) {
  const { wrongAmount, paymentState } = order
  if (!wrongAmount) return null
  if (paymentState === 'cancelled') return <LateProofBox order={order} />
  return (
    <>
      <RestBox order={order} />
      {!isAllHere(wrongAmount) && <LateProofBox order={order} />}
    </>
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
        <b>
          <HeldCodes>{m.order_pickup_bring({ code: order.code, total: totalOf(order) })}</HeldCodes>
        </b>
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

/** The account stays within reach: the photo sent may be a wrong one, of a transfer still to be made. */
function ProofSentBox({ order }: { order: OrderView }) {
  return (
    <section className="panel pay-box" aria-labelledby="bukti">
      <h2 id="bukti">{proofSentAt(order)}</h2>
      <p>{m.order_proof_wrong()}</p>
      <LinkButton href={shopHref(`/pesanan/${order.code}/bukti`)}>{m.order_proof_again()}</LinkButton>
      <details className="account">
        <summary>{m.order_pay_account_again()}</summary>
        <p>{m.order_pay_once()}</p>
        <TransferFacts order={order} />
        <p className="small muted">{m.order_pay_safe()}</p>
      </details>
    </section>
  )
}

const proofSentAt = ({ proofSentAt: at }: OrderView): string =>
  at ? m.order_proof_sent_at({ date: formatDateTime(at, getLocale()) }) : ''

interface LateProofWords {
  title: string
  /** Why staff could not accept the one before. */
  said?: string
  notes: string[]
  button: string
}

/** Late money is never lost in silence: a picture of it becomes a task for staff, and what they say stays in sight here. */
function LateProofBox({ order }: { order: OrderView }) {
  const { title, said, notes, button } = lateProofWords(order)
  return (
    <Notice title={title}>
      {said && (
        <p>
          <OwnWords lead={m.order_proof_refused()}>{said}</OwnWords>
        </p>
      )}
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      <LinkButton href={shopHref(`/pesanan/${order.code}/bukti`)}>{button}</LinkButton>
    </Notice>
  )
}

/** What was said to a photo before the order ended asks nobody for another one once money has been noted. */
function isRefusalNews({ events, wrongAmount, returnedAmounts }: OrderView): boolean {
  const last = (...kinds: string[]) => events.findLastIndex(({ kind }) => kinds.includes(kind))
  const isAfterEnd = last('proof-refused') > last('expired', 'cancelled')
  return isAfterEnd || (wrongAmount === null && returnedAmounts.length === 0)
}

function lateProofWords(order: OrderView): LateProofWords {
  const { paymentState, isLateProofWaiting, wrongAmount, returnedAmounts } = order
  const reason = order.proofRefusedReason
  const becomes = lateMoneyWords(paymentState)
  if (isLateProofWaiting) {
    return {
      title: proofSentAt(order),
      notes: [`${m.order_proof_late_sent()} ${becomes}`],
      button: m.order_proof_again(),
    }
  }
  if (reason && isRefusalNews(order)) {
    const notes = [m.order_proof_late_refused()]
    return { title: m.order_proof_refused_title(), said: reason, notes, button: m.order_proof_again() }
  }
  const button = m.order_proof_send()
  // what becomes of it has been said with what came before
  if (wrongAmount) {
    const title = paymentState === 'cancelled' ? m.order_proof_late_other() : m.order_proof_late_more()
    return { title, notes: [m.order_proof_late()], button }
  }
  // what came, and went back, is told above
  const title = returnedAmounts.length > 0 ? m.order_proof_late_other() : m.order_proof_late_title()
  return { title, notes: [`${m.order_proof_late()} ${becomes}`], button }
}
