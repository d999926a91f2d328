import type { DeskOrder } from '#app/domain/payments/order-desk.queries.server.ts'
import { day, formatShortDay, localDayOf } from '#app/lib/day.ts'
import { countryName, formatRupiah } from '#app/lib/format.ts'
import { m } from '#app/paraglide/messages.js'
import { DataTable } from '#app/ui/data-table.tsx'
import { TimeText } from '#app/ui/date-text.tsx'
import { StateWord } from '#app/ui/outcome-chain.tsx'
import { noTotalWords, STATUS_WORDS, statusTone } from './order-words.ts'

/** Orders in a row each: what it is, where it stands, what is due, and what is wrong with it. */
export function OrderTable({
  orders,
  caption,
  now,
}: {
  orders: readonly DeskOrder[]
  caption: string
  now: Date
}) {
  return (
    <DataTable
      stacks
      caption={caption}
      rows={orders}
      keyOf={({ id }) => id}
      columns={[
        {
          head: m.console_orders_code(),
          cell: ({ id, code }) => (
            <a className="nowrap" href={`/petugas/pesanan/${id}`}>
              {code}
            </a>
          ),
          isName: true,
        },
        { head: m.console_orders_state(), cell: (order) => <OrderState order={order} now={now} /> },
        {
          head: m.console_orders_buyer(),
          cell: ({ buyerName, isErased, country, regencyName }) => (
            <>
              {isErased ? m.console_buyer_erased() : buyerName}
              <span className="small muted below">
                {country === 'ID' ? regencyName : countryName(country, 'id')}
              </span>
            </>
          ),
        },
        {
          head: m.console_orders_groups(),
          cell: ({ parcels }) => parcels.map(({ groupName }) => groupName).join(', '),
        },
        {
          head: m.console_orders_placed(),
          cell: ({ placedAt }) => (
            <span className="nowrap">{formatShortDay(localDayOf(placedAt), 'id')}</span>
          ),
        },
        {
          head: m.console_orders_total(),
          cell: ({ status, totalRupiah, formerRupiah }) => (
            <>
              {totalRupiah === null ? noTotalWords(status) : formatRupiah(totalRupiah, 'id')}
              {formerRupiah && (
                <span className="small muted below">
                  {m.console_orders_former({ amount: formatRupiah(formerRupiah, 'id') })}
                </span>
              )}
            </>
          ),
          isNumber: true,
        },
      ]}
    />
  )
}

function OrderState({ order, now }: { order: DeskOrder; now: Date }) {
  const { status, isLate, openTasks, dueOn, expiresAt } = order
  const isUnpaid = status === 'quoting' || status === 'awaiting-payment'
  return (
    <>
      <StateWord tone={isLate ? 'bad' : statusTone(status, openTasks)}>{STATUS_WORDS[status]()}</StateWord>
      <span className="small muted below">
        {isLate && `${m.console_orders_late()} `}
        {dueOn && m.console_orders_due({ day: formatShortDay(day(dueOn), 'id') })}
        {isUnpaid && expiresAt > now && (
          <>
            {status === 'quoting' ? m.console_orders_quote_until() : m.console_orders_until()}{' '}
            <TimeText at={expiresAt} />
          </>
        )}
      </span>
      {openTasks > 0 && <span className="small below">{m.console_orders_tasks({ count: openTasks })}</span>}
    </>
  )
}
