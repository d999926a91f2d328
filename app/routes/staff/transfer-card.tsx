import { isBooked, type PaymentState } from '#app/domain/orders/order-status.ts'
import { excessOf, isAllHere } from '#app/domain/orders/wrong-amount.ts'
import { formatRupiah } from '#app/lib/format.ts'
import { m } from '#app/paraglide/messages.js'
import { TimeText } from '#app/ui/date-text.tsx'
import { TextareaField, TextField } from '#app/ui/field.tsx'
import { DeskFold, DeskForm } from './desk-form.tsx'
import { LookedTwice } from './looked-twice.tsx'
import { useMayAct } from './may-act.ts'
import { NotedAmount } from './noted-amount.tsx'
import { ProofPicture } from './proof-picture.tsx'
import { recordedOf } from './recorded.ts'
import type { ShownTransfer, TransferIntent } from './transfers.tsx'

const BUTTONS: Record<TransferIntent, () => string> = {
  confirm: m.console_transfer_button,
  late: m.console_transfer_late_button,
  again: m.console_transfer_again_button,
}

/** One transfer to look for on the bank statement: the exact sum, until when, the proof, and what to do about it. */
export function TransferCard({ transfer, intent }: { transfer: ShownTransfer; intent: TransferIntent }) {
  const mayAct = useMayAct()
  const { orderId, orderCode, proof, state } = transfer
  const refusal = `tolak-${orderId}`
  const hidden = { orderId, code: orderCode }
  return (
    <li className="figure-panel transfer-card" id={orderCode}>
      <div>
        <h3>
          <a href={`/petugas/pesanan/${orderId}`}>{orderCode}</a> {transfer.buyerName}
        </h3>
        <ExactSum transfer={transfer} />
        <NotedAmount order={transfer} state={state} />
        <TransferFacts transfer={transfer} />
      </div>
      {proof && <ProofPicture proof={proof} refusedReason={transfer.proofRefusedReason} />}
      {mayAct && (
        <div className="transfer-acts">
          <DeskForm
            about={orderId}
            intent={intent}
            hidden={hidden}
            kind="main"
            button={BUTTONS[intent]()}
            of={orderCode}
          >
            {(field) => (
              <>
                <TextField
                  field={field('amount', { required: true })}
                  label={m.console_transfer_amount()}
                  hint={amountHint(transfer)}
                  inputMode="numeric"
                  autoComplete="off"
                  before="Rp"
                  width={16}
                />
                <LookedTwice transfer={transfer} field={field} />
                <TextField
                  field={field('note', { maxLength: 300 })}
                  label={m.console_transfer_note()}
                  autoComplete="off"
                />
              </>
            )}
          </DeskForm>
          {(state === 'proof-sent' || transfer.isLateProofWaiting) && (
            <DeskFold title={m.console_refuse()} of={orderCode} abouts={[refusal]}>
              <DeskForm
                about={refusal}
                intent="refuse"
                hidden={hidden}
                kind="danger"
                button={m.console_refuse_button()}
                of={orderCode}
              >
                {(field) => (
                  <TextareaField
                    field={field('reason', { required: true, maxLength: 300 })}
                    label={m.console_refuse_reason()}
                    hint={state === 'proof-sent' ? m.console_refuse_hint() : m.console_refuse_hint_late()}
                  />
                )}
              </DeskForm>
            </DeskFold>
          )}
        </div>
      )}
    </li>
  )
}

/** What was noted before is part of what came, also when it has gone back: a top-up typed alone would take its place. */
function amountHint(transfer: ShownTransfer): string {
  const { wrongAmount, returnedAmounts, state } = transfer
  const noted = formatRupiah(recordedOf(transfer).all, 'id')
  if (isBooked(state)) return m.console_transfer_amount_hint_again({ noted })
  const excess = wrongAmount && excessOf({ ...transfer, isErased: false }, wrongAmount.amountRupiah)
  if (excess !== null) return m.console_transfer_amount_hint_over({ difference: formatRupiah(excess, 'id') })
  if (returnedAmounts.length > 0) return m.console_transfer_amount_hint_back({ noted })
  return wrongAmount ? m.console_transfer_amount_hint_more({ noted }) : m.console_transfer_amount_hint()
}

/** The last three digits tell one transfer from another, so they are the ones to look at. */
function ExactSum({ transfer }: { transfer: ShownTransfer }) {
  const { totalRupiah, formerRupiah, uniqueCodeRupiah } = transfer
  const text = formatRupiah(totalRupiah, 'id')
  return (
    <p className="exact-sum">
      <span className="number">
        {text.slice(0, -3)}
        <mark>{text.slice(-3)}</mark>
      </span>
      <span className="small muted">
        {m.console_transfer_code({ code: String(uniqueCodeRupiah).padStart(3, '0') })}
      </span>
      {formerRupiah !== null && (
        <span className="small muted below">
          {m.console_orders_former({ amount: formatRupiah(formerRupiah, 'id') })}
        </span>
      )}
    </p>
  )
}

function TransferFacts({ transfer }: { transfer: ShownTransfer }) {
  const { bank, accountNumber, expiresAt, endedAt, paidAt, proofSentAt, buyerPhone, state, wrongAmount } =
    transfer
  const overAt = paidAt ?? endedAt
  return (
    <ul className="plain-facts">
      {bank && (
        <li>
          {m.console_transfer_to()} {bank} <span className="nowrap">{accountNumber}</span>
        </li>
      )}
      {(overAt || !isAllHere(wrongAmount)) && (
        <li>
          {untilWords(state)} <TimeText at={overAt ?? expiresAt} withYear={overAt !== null} />
        </li>
      )}
      {proofSentAt && (
        <li>
          {m.console_transfer_proof_at()} <TimeText at={proofSentAt} withYear={overAt !== null} />
        </li>
      )}
      <li>
        <a href={`tel:${buyerPhone}`}>{transfer.phoneText}</a>
      </li>
    </ul>
  )
}

function untilWords(state: PaymentState): string {
  switch (state) {
    case 'expired':
      return m.console_transfer_expired()
    case 'cancelled':
      return m.console_transfer_cancelled()
    case 'paid':
    case 'refund-due':
    case 'refunded':
      return m.console_transfer_paid()
    default:
      return m.console_transfer_until()
  }
}
