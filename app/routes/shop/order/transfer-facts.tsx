import type { ReactNode } from 'react'
import { formatRupiah } from '#app/lib/format.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { CopyCode } from '#app/ui/copy-code.tsx'
import { Totals } from '#app/ui/line-item.tsx'
import type { OrderView } from './view.server.ts'
import { deadlineOf, totalOf } from './words.ts'

/** Where an order's page says what to transfer, and to which account. */
export const ACCOUNT_ID = 'rekening'

/** The exact amount and the account. */
export function TransferFacts({ order, children }: { order: OrderView; children?: ReactNode }) {
  return (
    <>
      <dl className="pay-facts" id={ACCOUNT_ID}>
        <div>
          <dt>{m.order_pay_amount()}</dt>
          <dd>
            <CopyCode value={String(order.totalRupiah ?? 0)} spoken={totalOf(order)} />
          </dd>
        </div>
        <Account order={order} />
        {children}
      </dl>
      <p>{m.order_pay_code_note({ code: formatRupiah(order.uniqueCodeRupiah, getLocale()) })}</p>
    </>
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
      <dt>{m.order_pay_account({ bank: accountBank })}</dt>
      <dd>
        <CopyCode value={accountNumber.replace(/\D/g, '')} spoken={accountNumber} />
        {accountIsDemo ? (
          <b className="demo-account">{m.order_pay_account_demo()}</b>
        ) : (
          <span className="small account-holder">{m.order_pay_holder({ holder: accountHolder })}</span>
        )}
      </dd>
    </div>
  )
}

type WrongAmount = NonNullable<OrderView['wrongAmount']>

/** What came, what is missing, and the account for what is still agreed on. */
export function RestFacts({ order, wrongAmount }: { order: OrderView; wrongAmount: WrongAmount }) {
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
    <>
      <Totals totals={amounts} />
      {missing > 0 && order.paymentState === 'awaiting' && order.isStillPayable && (
        <p>{m.order_wrong_amount_kept({ deadline: deadlineOf(order) })}</p>
      )}
      {missing > 0 && (
        <>
          <p>{m.order_wrong_amount_rest()}</p>
          <dl className="pay-facts" id={ACCOUNT_ID}>
            <Account order={order} />
          </dl>
        </>
      )}
    </>
  )
}
