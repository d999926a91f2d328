import { Fragment, type ReactNode } from 'react'
import type { OrderPage } from '#app/domain/orders/order-page.queries.server.ts'
import { isBooked, type PaymentState } from '#app/domain/orders/order-status.ts'
import { formatRupiah } from '#app/lib/format.ts'
import { m } from '#app/paraglide/messages.js'

/** Money of another amount that staff have noted already, so that nobody notes it again, and what became of it. */
export function NotedAmount({
  order: { wrongAmount, returnedAmounts },
  state,
  actsOf,
}: {
  order: Pick<OrderPage, 'wrongAmount' | 'returnedAmounts'>
  state: PaymentState
  /** What can be done about money that went back, where something can. */
  actsOf?: (returned: ReturnedAmount) => ReactNode
}) {
  return (
    <>
      {wrongAmount && <OpenAmount {...wrongAmount} state={state} />}
      {returnedAmounts.map((returned) => (
        <Fragment key={returned.taskId}>
          <p className="noted">{returnedWords(returned)}</p>
          {actsOf?.(returned)}
        </Fragment>
      ))}
    </>
  )
}

export type ReturnedAmount = OrderPage['returnedAmounts'][number]

/** Of too much only the excess goes back. The number is gone from orders that were erased before it was kept. */
function returnedWords({ amountRupiah, notedRupiah, reference }: ReturnedAmount): string {
  const words =
    amountRupiah < notedRupiah ? m.console_transfer_noted_excess : m.console_transfer_noted_returned
  return [words({ amount: formatRupiah(amountRupiah, 'id') }), reference].filter(Boolean).join(': ')
}

type Noted = NonNullable<OrderPage['wrongAmount']> & { state: PaymentState }

function notedWords({ amountRupiah, expectedRupiah, hasBounced, state }: Noted): string {
  const amount = formatRupiah(amountRupiah, 'id')
  const goesBack = isBooked(state) || state === 'cancelled'
  if (goesBack && hasBounced) return m.console_transfer_noted_bounced({ amount })
  if (isBooked(state)) return m.console_transfer_noted_again({ amount })
  if (goesBack) return m.console_transfer_noted_back({ amount })
  const words = amountRupiah < expectedRupiah ? m.console_transfer_noted_short : m.console_transfer_noted_over
  return words({ amount, difference: formatRupiah(Math.abs(expectedRupiah - amountRupiah), 'id') })
}

function OpenAmount(noted: Noted) {
  return (
    <p className="noted">
      {notedWords(noted)} <a href="/petugas/tugas">{m.console_transfer_noted_task()}</a>.
    </p>
  )
}
