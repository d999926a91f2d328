import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { type DeskOrder, findDeskOrders, MOST_FOUND } from '#app/domain/payments/order-desk.queries.server.ts'
import { listTransfersToConfirm } from '#app/domain/payments/payments.queries.server.ts'
import { listBookedTransfers, listLateTransfers } from '#app/domain/payments/transfer-desk.queries.server.ts'
import { entryOf } from '#app/lib/entry-of.ts'
import { pageMeta } from '#app/lib/seo.ts'
import { m } from '#app/paraglide/messages.js'
import type { StaffCtx } from '#app/platform/context.server.ts'
import { writePhone } from '#app/platform/phone.server.ts'
import { type App, staffContext } from '#app/routes/context.server.ts'
import { readNews } from '#app/routes/flash.server.ts'
import { formOf } from '#app/routes/form-of.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { actingStaff } from './acting.server.ts'
import { DeskRefusal } from './desk-form.tsx'
import { DeskSearch, foundWords, NothingFound } from './desk-search.tsx'
import { useMayAct } from './may-act.ts'
import { OrderTable } from './order-table.tsx'
import { proofPictures } from './proof-pictures.server.ts'
import { ACTS, type TransferNews } from './transfer-actions.server.ts'
import { TransferCard } from './transfer-card.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staffContext(args)
  const { searchParams } = new URL(args.request.url)
  const words = searchParams.get('q')?.trim().slice(0, 80) ?? ''
  const [found, { news, forgets }] = await Promise.all([
    words ? findDeskOrders(ctx, words) : [],
    readNews<TransferNews>(args),
  ])
  const shelves = await listShelves(ctx, args.context.app, words ? found : null)
  const isCut = found.length === MOST_FOUND
  return data({ ...shelves, words, found, isCut, now: ctx.now, news }, forgets)
}

interface Shown {
  orderId: string
  proofImageKey: string | null
  buyerPhone: string
  formerRupiah: number | null
}

/**
 * What there is to look for on the bank statement, each with the photo of its receipt.
 * @param sought of these orders alone; null for all there is
 */
async function listShelves(ctx: StaffCtx, app: App, sought: readonly DeskOrder[] | null) {
  const soughtIds = sought?.map(({ id }) => id) ?? null
  const listed = await Promise.all([
    listTransfersToConfirm(ctx),
    listLateTransfers(ctx, soughtIds ?? []),
    listBookedTransfers(ctx, soughtIds ?? []),
  ])
  const isAsked = ({ orderId }: { orderId: string }) => soughtIds === null || soughtIds.includes(orderId)
  const [waiting, late, booked] = [
    listed[0].filter(isAsked),
    listed[1].filter(isAsked),
    listed[2].filter(isAsked),
  ]
  const proofOf = await proofPictures(
    ctx,
    app,
    [...waiting, ...late, ...booked].map(({ proofImageKey }) => proofImageKey),
  )
  const withProof = <Row extends Shown>(transfer: Row) => ({
    ...transfer,
    proof: proofOf(transfer.proofImageKey),
    // that which was looked for, where there are several
    formerRupiah: sought?.find(({ id }) => id === transfer.orderId)?.formerRupiah ?? transfer.formerRupiah,
    phoneText: writePhone(transfer.buyerPhone, 'id'),
  })
  const open = waiting.map(withProof)
  return {
    proven: open.filter(({ state }) => state === 'proof-sent'),
    awaited: open.filter(({ state }) => state !== 'proof-sent'),
    late: late.map(withProof),
    booked: booked.map(withProof),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await actingStaff(args)
  const form = await formOf(args.request)
  const act = entryOf(ACTS, String(form.get('intent')))
  if (!act) throw new Response(null, { status: 400 })
  return act(ctx, form, args.context.app)
}

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: m.console_transfers_title(),
    description: m.console_transfers_lead(),
    isPrivate: true,
  })

const NEWS: Record<TransferNews['done'], (order: { code: string }) => string> = {
  paid: m.console_transfers_news_paid,
  'wrong-amount': m.console_transfers_news_wrong,
  'noted-before': m.console_transfers_news_noted,
  again: m.console_transfers_news_again,
  'goes-back': m.console_transfers_news_back,
  'again-before': m.console_transfers_news_again_noted,
  'booked-before': m.console_transfers_news_booked,
  slip: m.console_transfers_news_slip,
  'refund-due': m.console_transfers_news_refund,
  refused: m.console_transfers_news_refused,
}

export default function Transfers() {
  const { words, found, isCut, proven, late, booked, news } = useLoaderData<typeof loader>()
  const mayAct = useMayAct()
  return (
    <>
      <PageTitle title={m.console_transfers_title()} lead={mayAct ? m.console_transfers_lead() : undefined} />
      <div className="stack">
        <DeskRefusal ofOrder />
        {news && <Notice tone="success" title={NEWS[news.done](news)} announced />}
        <DeskSearch words={words} hint={m.console_search_transfer_hint()} />
        {words && found.length === 0 && <NothingFound words={words} allHref="/petugas/transfer" />}
        {found.length > 0 && (
          <p className="flush">
            <b>{foundWords({ words, count: found.length, isCut })}.</b>{' '}
            <a href="/petugas/transfer">{m.console_search_all()}</a>
          </p>
        )}
      </div>
      <Shelf
        title={m.console_transfers_proven()}
        transfers={proven}
        intent="confirm"
        empty={words ? undefined : m.console_transfers_none()}
      />
      {words && <Awaited />}
      <Shelf
        title={m.console_transfers_late()}
        lead={mayAct ? m.console_transfers_late_lead() : undefined}
        transfers={late}
        intent="late"
      />
      <Shelf
        title={m.console_transfers_again()}
        lead={mayAct ? m.console_transfers_again_lead() : undefined}
        transfers={booked}
        intent="again"
      />
      {!words && <Awaited />}
      <WithoutTransfer />
    </>
  )
}

/** Last in the list, for nobody says yet that money came; among what was looked for, before what is paid or over. */
function Awaited() {
  const { awaited } = useLoaderData<typeof loader>()
  return (
    <Shelf
      title={m.console_transfers_awaited()}
      lead={m.console_transfers_awaited_lead()}
      transfers={awaited}
      intent="confirm"
    />
  )
}

/** Orders that were looked for here and of which no transfer can be checked: paid by card, or without a total. */
function WithoutTransfer() {
  const { now, found, proven, awaited, late, booked } = useLoaderData<typeof loader>()
  const shown = new Set([...proven, ...awaited, ...late, ...booked].map(({ orderId }) => orderId))
  const orders = found.filter(({ id }) => !shown.has(id))
  if (orders.length === 0) return null
  const title = m.console_shelf_count({ shelf: m.console_search_no_transfer(), count: orders.length })
  return (
    <section className="figure-panel desk-section">
      <h2>{title}</h2>
      <OrderTable orders={orders} caption={title} now={now} />
    </section>
  )
}

/** Money that is waited for, that comes after the end, or beside what paid. */
export type TransferIntent = 'confirm' | 'late' | 'again'
type Transfers = ReturnType<typeof useLoaderData<typeof loader>>
export type ShownTransfer = Transfers['proven'][number] | Transfers['late'][number]

function Shelf({
  title,
  lead,
  transfers,
  intent,
  empty,
}: {
  title: string
  lead?: string
  transfers: readonly ShownTransfer[]
  intent: TransferIntent
  /** Said when there is none; without it the whole shelf is left out. */
  empty?: string
}) {
  if (transfers.length === 0) {
    return empty ? (
      <section className="desk-section">
        <EmptyState title={empty} />
      </section>
    ) : null
  }
  return (
    <section className="desk-section">
      <h2>{m.console_shelf_count({ shelf: title, count: transfers.length })}</h2>
      {lead && <p className="muted">{lead}</p>}
      <ul className="desk-cards">
        {transfers.map((transfer) => (
          <TransferCard key={transfer.orderId} transfer={transfer} intent={intent} />
        ))}
      </ul>
    </section>
  )
}
