import { m } from '#app/paraglide/messages.js'
import { Notice } from '#app/ui/notice.tsx'
import { shopHref } from '#app/ui/shop-href.ts'
import type { OpenOrder } from './open-orders.server.ts'

/** The way back to what this browser has ordered, for who left a payment page or lost the code. */
export function OpenOrders({ orders }: { orders: readonly OpenOrder[] }) {
  if (orders.length === 0) return null
  return (
    <Notice title={m.order_yours()}>
      <ul>
        {orders.map(({ code, title, note }) => (
          <li key={code}>
            <a className="nowrap" href={shopHref(`/pesanan/${code}`)}>
              {m.order_title({ code })}
            </a>
            <br />
            {[title, note].filter(Boolean).join('. ')}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
