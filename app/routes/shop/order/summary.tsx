import { canBeCancelled, isBooked, isGivenUp } from '#app/domain/orders/order-status.ts'
import { addressLines } from '#app/domain/places/address.ts'
import { formatDay, formatDayTime, localDayOf } from '#app/lib/day.ts'
import { formatRupiah } from '#app/lib/format.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { AddressText } from '#app/ui/address-text.tsx'
import { Button } from '#app/ui/button.tsx'
import { ContactWays } from '#app/ui/contact.tsx'
import { CopyCode } from '#app/ui/copy-code.tsx'
import { HeldCodes } from '#app/ui/held-codes.tsx'
import { type Total, Totals } from '#app/ui/line-item.tsx'
import { failedWhy } from '#app/ui/refund-words.ts'
import { shopHref } from '#app/ui/shop-href.ts'
import { owedWords, partTotals } from '#app/ui/sum-words.ts'
import { isUnclear, refundNext } from './refund-words.ts'
import type { OrderView, ParcelView } from './view.server.ts'

/** Where an order's page says how to reach staff. */
export const HELP_ID = 'perlu-bantuan'

/** What opens the page again, to be kept; on a phone before everything that can wait. */
export function OrderCode({ order: { code } }: { order: OrderView }) {
  return (
    <section className="panel">
      <CopyCode value={code} label={m.order_code_label()} />
      <p className="small muted">{m.order_keep_code()}</p>
    </section>
  )
}

/** The sums, the address and what can still be done to the order as a whole. */
export function OrderSummary({ order }: { order: OrderView }) {
  return (
    <aside className="stack order-aside" aria-label={m.order_summary()}>
      <Sums order={order} />
      <Refunds order={order} />
      <Recipient order={order} />
      <Cancel order={order} />
      <section className="panel" id={HELP_ID}>
        <h2>{m.order_help()}</h2>
        <p>
          <HeldCodes>{m.order_help_text({ code: order.code })}</HeldCodes>
        </p>
        <ContactWays orderCode={order.code} />
      </section>
    </aside>
  )
}

const METHODS = {
  transfer: m.order_method_transfer,
  card: m.order_method_card,
  pickup: m.order_method_pickup,
}

function Sums({ order }: { order: OrderView }) {
  const { method, paidAt } = order
  const owed = owedWords(order, getLocale())
  return (
    <section className="panel" aria-labelledby="jumlah">
      <h2 id="jumlah">{m.order_summary()}</h2>
      <Totals totals={totalsOf(order)} />
      {owed && <p className="small">{owed}</p>}
      <p className="small muted">
        {m.order_method()}: {METHODS[method]()}
        {paidAt && (
          <>
            {'\u00a0'}· {m.order_paid_on({ date: formatDayTime(paidAt, getLocale()) })}
          </>
        )}
      </p>
    </section>
  )
}

const totalsOf = (order: OrderView): Total[] => [
  ...partTotals(order, getLocale()),
  {
    label: m.order_sum_total(),
    amountRupiah: order.totalRupiah,
    pending: isGivenUp(order.paymentState) ? m.order_sum_never_known() : m.order_sum_total_unknown(),
    isGrand: true,
  },
]

function Refunds({ order }: { order: OrderView }) {
  const { refunds, parcels } = order
  const again = isBooked(order.paymentState) ? moneyAgain(order) : []
  if (refunds.length + again.length === 0) return null
  const parcelOf = ({ parcelId }: OrderView['refunds'][number]) =>
    parcels.length > 1 ? parcels.find(({ id }) => id === parcelId) : undefined
  return (
    <section className="panel" aria-labelledby="uang-kembali">
      <h2 id="uang-kembali">{m.order_refunds()}</h2>
      <ul className="stack">
        {refunds.map((refund) => (
          <li key={refund.id}>
            <RefundOf parcel={parcelOf(refund)} />
            {refundWords(refund, order)}
          </li>
        ))}
        {again.map((back) => (
          <li key={back.id}>
            <b>{m.order_refund_again()}</b>
            <br />
            {refundWords(back, order)}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Which parcel the money is for, where it could be another's. */
const RefundOf = ({ parcel }: { parcel: ParcelView | undefined }) =>
  parcel && (
    <>
      <b>{m.order_parcel({ group: parcel.groupName })}</b>
      <br />
    </>
  )

type Back = Pick<
  OrderView['refunds'][number],
  'id' | 'state' | 'isUnclear' | 'goesByCard' | 'amountRupiah' | 'sentAt' | 'sentFrom' | 'bankReference'
>

/** What came beside what paid the order goes back as a refund does. */
function moneyAgain({ wrongAmount: open, returnedAmounts }: OrderView): Back[] {
  const sent = returnedAmounts.map(({ taskId, amountRupiah, returnedAt, reference }) => ({
    ...{ id: taskId, state: 'sent', isUnclear: false, goesByCard: false, amountRupiah },
    ...{ sentAt: returnedAt, sentFrom: null, bankReference: reference },
  }))
  if (!open) return sent
  const { amountRupiah, hasBounced } = open
  const state = hasBounced ? 'failed' : 'due'
  const notSent = { isUnclear: false, goesByCard: false, sentAt: null, sentFrom: null, bankReference: null }
  return [...sent, { id: 'open', state, amountRupiah, ...notSent }]
}

function refundWords(
  { state, amountRupiah, sentAt, sentFrom, bankReference, ...back }: Back,
  order: OrderView,
): string {
  const amount = formatRupiah(amountRupiah, getLocale())
  if (isUnclear(back, order)) return m.order_refund_unclear({ amount })
  if (state === 'failed') {
    const why = failedWhy({ method: order.method, sentFrom }, getLocale())
    return m.order_refund_failed({ amount, why, next: refundNext(order) })
  }
  if (state !== 'sent' || !sentAt) return m.order_refund_due({ amount })
  const date = formatDay(localDayOf(new Date(sentAt)), getLocale())
  const reference =
    bankReference && sentFrom !== 'card' && m.order_refund_reference({ reference: bankReference })
  return [m.order_refund_sent({ amount, date }), reference].filter(Boolean).join(', ')
}

function Recipient({ order }: { order: OrderView }) {
  const { buyerName, phoneText, buyerEmail, note } = order
  const address = addressLines(getLocale(), order)
  return (
    <section className="panel review" aria-labelledby="penerima">
      <h2 id="penerima">{address.length > 0 ? m.order_to() : m.checkout_collect_who()}</h2>
      <AddressText name={buyerName} lines={[...address, phoneText, buyerEmail]} note={note} />
    </section>
  )
}

/** For an order that ended before anything was paid. */
export function OrderAgain({ order: { status, refunds, code } }: { order: OrderView }) {
  const isOver = status === 'expired' || status === 'cancelled'
  if (!isOver || refunds.length > 0) return null
  return (
    <form method="post" action={shopHref(`/pesanan/${code}`)} className="panel stack">
      <input type="hidden" name="aksi" value="pesan-lagi" />
      <div>
        <Button kind="main" size="large" icon="refresh">
          {m.order_again()}
        </Button>
      </div>
      <p className="small muted flush">{m.order_again_note()}</p>
    </form>
  )
}

/** Folded away: the button inside is the second thought. */
function Cancel({ order: { paymentState, code, wrongAmount } }: { order: OrderView }) {
  if (!canBeCancelled(paymentState)) return null
  return (
    <details className="cancel">
      <summary>{m.order_cancel()}</summary>
      <form method="post" action={shopHref(`/pesanan/${code}`)} className="stack">
        <input type="hidden" name="aksi" value="batal" />
        <p className="flush">
          {wrongAmount
            ? m.order_cancel_note_money({ amount: formatRupiah(wrongAmount.amountRupiah, getLocale()) })
            : m.order_cancel_note()}
        </p>
        <div>
          <Button kind="danger">{m.order_cancel_yes()}</Button>
        </div>
      </form>
    </details>
  )
}
