import type { OrderPage } from '#app/domain/orders/order-page.queries.server.ts'
import { formatRupiah } from '#app/lib/format.ts'
import { m } from '#app/paraglide/messages.js'

/** Money of another amount that staff have noted already, so that nobody notes it again, and what became of it. */
export function NotedAmount({
  order: { wrongAmount, returnedAmount },
}: {
  order: Pick<OrderPage, 'wrongAmount' | 'returnedAmount'>
}) {
  return (
    <>
      {wrongAmount && <OpenAmount {...wrongAmount} />}
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

function OpenAmount({ amountRupiah, expectedRupiah }: NonNullable<OrderPage['wrongAmount']>) {
  const words = amountRupiah < expectedRupiah ? m.console_transfer_noted_short : m.console_transfer_noted_over
  return (
    <p className="noted">
      {words({
        amount: formatRupiah(amountRupiah, 'id'),
        difference: formatRupiah(Math.abs(expectedRupiah - amountRupiah), 'id'),
      })}{' '}
      <a href="/petugas/tugas">{m.console_transfer_noted_task()}</a>.
    </p>
  )
}
