import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { tidyOrderCode } from '#app/domain/orders/find-order.queries.server.ts'
import { formatDayTime } from '#app/lib/day.ts'
import { pageMeta } from '#app/lib/seo.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { privateHeaders } from '#app/routes/private-headers.server.ts'
import { HeldCodes } from '#app/ui/held-codes.tsx'
import { ErrorSummary, Notice } from '#app/ui/notice.tsx'
import { OwnWords } from '#app/ui/own-words.tsx'
import { PageTitle, SectionHead } from '#app/ui/page-title.tsx'
import { checkoutLinks } from './checkout/checkout-links.ts'
import { readOrderFlash } from './checkout/flash.server.ts'
import { findGranted } from './order/access.server.ts'
import { changeOrder } from './order/action.server.ts'
import { OrderFlashNotice } from './order/flash-notice.tsx'
import { OpenOrderForm } from './order/open-form.tsx'
import { ParcelBox } from './order/parcel-box.tsx'
import { PayBox } from './order/pay-box.tsx'
import { problemField } from './order/problem-form.tsx'
import { OrderAgain, OrderCode, OrderSummary } from './order/summary.tsx'
import { type OrderView, openOrderView } from './order/view.server.ts'
import { isUnpaid, statusWords } from './order/words.ts'

export const links = checkoutLinks
export const headers = privateHeaders
export const meta: MetaFunction<typeof loader> = (args) => {
  const code = args.data?.order?.code
  return pageMeta(args, {
    title: code ? m.order_title({ code }) : m.order_open_title(),
    description: m.order_description(),
    isPrivate: true,
  })
}

export async function loader(args: LoaderFunctionArgs) {
  const granted = await findGranted(args)
  const order = granted && (await openOrderView(granted.ctx, args.context.app.images, granted.order.orderId))
  // the same answer for an order of somebody else and for none at all
  if (!order) return data({ order: null, typed: tidyOrderCode(args.params['code'] ?? ''), flash: null }, 404)
  const { flash, cookie } = await readOrderFlash(args)
  return data({ order, typed: order.code, flash }, { headers: cookie ? { 'Set-Cookie': cookie } : undefined })
}

export const action = (args: ActionFunctionArgs) => changeOrder(args)

export default function OrderRoute() {
  const { order, typed, flash } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (!order) {
    const state = { code: typed.slice(0, 8), digits: '', problem: null }
    return <OpenOrderForm title={m.order_open_title()} lead={m.order_open_lead()} state={state} />
  }
  const problem = answer && 'answer' in answer ? answer.answer : null
  return (
    <div className="wrap">
      <PageTitle
        title={<HeldCodes>{m.order_title({ code: order.code })}</HeldCodes>}
        lead={m.order_placed_on({ date: formatDayTime(order.placedAt, getLocale()) })}
      />
      <div className="columns aside">
        <div className="stack">
          <ErrorSummary fields={problem ? [problemField(problem.parcelId, problem)] : []} />
          <OrderFlashNotice flash={flash} />
          <StatusPanel order={order} isNew={flash?.code === 'cancelled'} />
          <OrderCode order={order} />
          <PayBox order={order} />
          <OrderAgain order={order} />
          <SectionHead title={m.order_parcels()} />
          {order.parcels.map((parcel) => (
            <ParcelBox key={parcel.id} order={order} parcel={parcel} answer={problem} />
          ))}
        </div>
        <OrderSummary order={order} />
      </div>
    </div>
  )
}

/** Where the order stands; said aloud where the buyer has just brought it there. */
function StatusPanel({ order, isNew }: { order: OrderView; isNew: boolean }) {
  const { title, note, said, more, tone } = statusWords(order)
  return (
    <section aria-label={m.order_status()}>
      <Notice tone={tone} title={<span className="status-title">{title}</span>} announced={isNew}>
        <p>{said ? <OwnWords lead={note}>{said}</OwnWords> : <HeldCodes>{note}</HeldCodes>}</p>
        {more && (
          <p>
            <HeldCodes>{more}</HeldCodes>
          </p>
        )}
        {order.isDemo && isUnpaid(order) && <p className="small">{m.order_sample()}</p>}
      </Notice>
    </section>
  )
}
