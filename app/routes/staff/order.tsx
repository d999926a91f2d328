import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskStatus } from '#app/domain/fulfilment/parcel.ts'
import { findStaffOrder } from '#app/domain/orders/order-page.queries.server.ts'
import { isPickup } from '#app/domain/orders/order-status.ts'
import { isAllHere } from '#app/domain/orders/wrong-amount.ts'
import { findOrderRecord } from '#app/domain/payments/order-record.queries.server.ts'
import { localDayOf } from '#app/lib/day.ts'
import { entryOf } from '#app/lib/entry-of.ts'
import { parseId } from '#app/lib/ids.ts'
import { localePath } from '#app/lib/locale.ts'
import { pageMeta } from '#app/lib/seo.ts'
import { m } from '#app/paraglide/messages.js'
import { writePhone } from '#app/platform/phone.server.ts'
import { notFound, staffContext } from '#app/routes/context.server.ts'
import { readNews } from '#app/routes/flash.server.ts'
import { formOf } from '#app/routes/form-of.server.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { TimeText } from '#app/ui/date-text.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { StateWord } from '#app/ui/outcome-chain.tsx'
import { actingStaff } from './acting.server.ts'
import { DeskRefusal } from './desk-form.tsx'
import { ACTS } from './order-actions.server.ts'
import { BuyerOf } from './order-buyer.tsx'
import { AuditOf, EventsOf } from './order-history.tsx'
import { type OrderParcel, ParcelsOf } from './order-parcels.tsx'
import { PaymentOf } from './order-payment.tsx'
import { RefundsOf } from './order-refunds.tsx'
import { TasksOf } from './order-tasks.tsx'
import { NEWS_WORDS, type OrderNews, STATUS_WORDS, statusTone } from './order-words.ts'
import { proofPictures } from './proof-pictures.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staffContext(args)
  const orderId = parseId(args.params['orderId'])
  if (!orderId) throw notFound()
  const [order, record] = await Promise.all([findStaffOrder(ctx, orderId), findOrderRecord(ctx, orderId)])
  if (!order || !record) throw notFound()
  const { news, forgets } = await readNews<OrderNews>(args)
  const proofOf = await proofPictures(ctx, args.context.app, [record.proofImageKey])
  const shown = {
    today: localDayOf(ctx.now),
    order,
    phoneText: order.erasedAt ? null : writePhone(order.buyerPhone, 'id'),
    page: args.context.app.env.origin + localePath(`/pesanan/${order.code}`, order.locale),
    record,
    proof: proofOf(record.proofImageKey),
    news,
  }
  return data(shown, forgets)
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await actingStaff(args)
  const orderId = parseId(args.params['orderId'])
  if (!orderId) throw notFound()
  const form = await formOf(args.request)
  const act = entryOf(ACTS, String(form.get('intent')))
  if (!act) throw new Response(null, { status: 400 })
  return act(ctx, form, { app: args.context.app, orderId })
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: m.console_group_order({ code: args.data?.order.code ?? '' }),
    description: m.console_orders_description(),
    isPrivate: true,
  })

/** What is still to be asked for before the buyer is told anything. */
const groupsToQuote = (parcels: readonly OrderParcel[]): string =>
  parcels
    .filter(({ state, shippingRupiah }) => state === 'waiting' && shippingRupiah === null)
    .map(({ groupName }) => groupName)
    .join(', ')

/** Cash may come in before the parcel does: then there is nothing to hand over yet. */
function newsWordsOf(news: OrderNews, { parcels }: { parcels: readonly OrderParcel[] }) {
  const isHere = parcels.some(({ state, delivery }) => state === 'packed' && isPickup(delivery))
  return (news === 'paid' && !isHere ? m.console_order_news_cash_early : NEWS_WORDS[news])()
}

export default function Order() {
  const { order, record, news } = useLoaderData<typeof loader>()
  const status = deskStatus({ ...order, hasItsTotal: isAllHere(order.wrongAmount) })
  const openTasks = record.tasks.filter(({ resolvedAt }) => resolvedAt === null).length
  return (
    <>
      <Breadcrumbs crumbs={[{ href: '/petugas/pesanan', label: m.console_rail_orders() }]} />
      <div className="page-title">
        <div>
          <h1>{m.console_group_order({ code: order.code })}</h1>
          <p className="lead">
            {order.erasedAt ? m.console_orders_placed() : <bdi>{order.buyerName},</bdi>}{' '}
            <TimeText at={order.placedAt} withYear />
          </p>
        </div>
        <StateWord tone={statusTone(status, openTasks)}>{STATUS_WORDS[status]()}</StateWord>
      </div>
      <DeskRefusal />
      {news && (
        <Notice tone="success" title={newsWordsOf(news, order)} announced>
          {news === 'quoted' && (
            <p>{m.console_order_news_quoted_next({ groups: groupsToQuote(order.parcels) })}</p>
          )}
        </Notice>
      )}
      <div className="desk-order">
        <div className="stack">
          <TasksOf />
          <ParcelsOf />
        </div>
        <div className="stack desk-side">
          <RefundsOf />
          <PaymentOf />
          <BuyerOf />
        </div>
        <EventsOf />
      </div>
      <AuditOf />
    </>
  )
}
