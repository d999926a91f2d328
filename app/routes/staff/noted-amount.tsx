import type { OrderPage } from '#app/domain/orders/order-page.queries.server.ts'
import { isBooked, type PaymentState } from '#app/domain/orders/order-status.ts'
import { formatRupiah } from '#app/lib/format.ts'
import { m } from '#app/paraglide/messages.js'

/** Money of another amount that staff have noted already, so that nobody notes it again, and what became of it. */
export function NotedAmount({
  order: { wrongAmount, returnedAmount },
  state,
}: {
  order: Pick<OrderPage, 'wrongAmount' | 'returnedAmount'>
  state: PaymentState
}) {
  return (
    <>
      {wrongAmount && <OpenAmount {...wrongAmount} state={state} />}
      {returnedAmount && (
        <p className="noted">
          {m.console_transfer_noted_returned({
            amount: formatRupiah(returnedAmount.amountRupiah, 'id'),
            reference: returnedAmount.reference,
          })}
        </p>
      )}
    </>
  )
}

type Noted = NonNullable<OrderPage['wrongAmount']> & { state: PaymentState }

function notedWords({ amountRupiah, expectedRupiah, state }: Noted): string {
  const amount = formatRupiah(amountRupiah, 'id')
  if (isBooked(state)) return m.console_transfer_noted_again({ amount })
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
