import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import {
  confirmTransfer,
  recordTransfer,
  type TransferRefusal,
} from '#app/domain/payments/confirm-transfer.server.ts'
import { findDeskOrders } from '#app/domain/payments/order-desk.queries.server.ts'
import { listTransfersToConfirm } from '#app/domain/payments/payments.queries.server.ts'
import { refuseTransferProof } from '#app/domain/payments/refuse-transfer-proof.server.ts'
import { listLateTransfers, listProofs } from '#app/domain/payments/transfer-desk.queries.server.ts'
import { entryOf } from '#app/lib/entry-of.ts'
import { formatRupiah } from '#app/lib/format.ts'
import { pageMeta } from '#app/lib/seo.ts'
import { m } from '#app/paraglide/messages.js'
import type { StaffCtx } from '#app/platform/context.server.ts'
import { notFound, staffContext } from '#app/routes/context.server.ts'
import { rupiahField } from '#app/routes/parcel-forms.server.ts'
import { pictureOf } from '#app/routes/pictures.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { actingStaff } from './acting.server.ts'
import { readForm, refused } from './answers.server.ts'
import { DeskSearch } from './desk-search.tsx'
import { OrderTable } from './order-table.tsx'
import { TransferCard } from './transfer-card.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staffContext(args)
  const { searchParams } = new URL(args.request.url)
  const words = searchParams.get('q')?.trim().slice(0, 80) ?? ''
  const [waiting, late, found] = await Promise.all([
    listTransfersToConfirm(ctx),
    listLateTransfers(ctx),
    words ? findDeskOrders(ctx, words) : [],
  ])
  const proofs = await listProofs(
    ctx,
    [...waiting, ...late].map(({ proofImageKey }) => proofImageKey),
  )
  const withProof = <Row extends { proofImageKey: string | null }>(transfer: Row) => {
    const proof = proofs.find(({ key }) => key === transfer.proofImageKey)
    return {
      ...transfer,
      proof: proof
        ? pictureOf(args.context.app.proofs, {
            ...proof,
            alt: m.console_proof_alt(),
            thumbhash: null,
            view: 'whole',
            box: null,
          })
        : null,
    }
  }
  const open = waiting.map(withProof)
  return {
    words,
    now: ctx.now,
    found,
    proven: open.filter(({ state }) => state === 'proof-sent'),
    awaited: open.filter(({ state }) => state !== 'proof-sent'),
    late: late.map(withProof),
    news: searchParams.get('kabar'),
    about: searchParams.get('pesanan'),
  }
}

const words = (missing: () => string) =>
  z
    .string({ error: missing })
    .trim()
    .min(3, { error: missing })
    .max(300, { error: () => m.console_too_long({ max: 300 }) })
const about = z.object({ orderId: z.uuid(), code: z.string().max(12) })
const seen = about.extend({ amount: rupiahField, note: words(m.console_note_short).optional() })
const refusal = about.extend({ reason: words(m.console_refuse_missing) })

export async function action(args: ActionFunctionArgs) {
  const ctx = await actingStaff(args)
  const form = await args.request.formData()
  switch (form.get('intent')) {
    case 'confirm':
      return take(ctx, form, confirmTransfer)
    case 'late':
      return take(ctx, form, recordTransfer)
    case 'refuse':
      return refuseProof(ctx, form)
    default:
      throw new Response(null, { status: 400 })
  }
}

const onward = (news: string, code: string) =>
  redirect(`/petugas/transfer?${new URLSearchParams({ kabar: news, pesanan: code })}`)

async function take(ctx: StaffCtx, form: FormData, command: typeof confirmTransfer) {
  const given = readForm(form, seen)
  if (!given.ok) return given.error.answer
  const { orderId, code, amount, note: said } = given.value
  const taken = await command(ctx, { orderId, amountRupiah: amount, note: said ?? null })
  if (taken.ok) return onward(taken.value.outcome === 'paid' ? 'lunas' : 'kembali', code)
  if (taken.error.code === 'unknown-order') throw notFound()
  return refused(form, refusalWords(taken.error))
}

function refusalWords(refusal: Exclude<TransferRefusal, { code: 'unknown-order' }>): string {
  switch (refusal.code) {
    case 'wrong-amount':
      return m.console_transfer_wrong({ expected: formatRupiah(refusal.expected, 'id') })
    case 'order-closed':
      return m.console_transfer_closed()
    case 'order-open':
      return m.console_transfer_open()
    case 'no-total-yet':
      return m.console_transfer_no_total()
    case 'not-a-transfer':
      return m.console_transfer_other_method()
  }
}

async function refuseProof(ctx: StaffCtx, form: FormData) {
  const given = readForm(form, refusal)
  if (!given.ok) return given.error.answer
  const { orderId, code, reason } = given.value
  const answered = await refuseTransferProof(ctx, { orderId, reason })
  if (answered.ok) return onward('ditolak', code)
  switch (answered.error.code) {
    case 'unknown-order':
      throw notFound()
    case 'no-proof':
      return refused(form, m.console_transfer_no_proof())
  }
}

/** After a refusal too: a wrong amount has made a task, and things may have changed meanwhile. */
export const shouldRevalidate = () => true

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: m.console_transfers_title(),
    description: m.console_transfers_lead(),
    isPrivate: true,
  })

const NEWS: Record<string, (code: { code: string }) => string> = {
  lunas: m.console_transfers_news_paid,
  kembali: m.console_transfers_news_refund,
  ditolak: m.console_transfers_news_refused,
}

export default function Transfers() {
  const { words, now, found, proven, awaited, late, news, about } = useLoaderData<typeof loader>()
  const newsWords = entryOf(NEWS, news)
  return (
    <>
      <PageTitle title={m.console_transfers_title()} lead={m.console_transfers_lead()} />
      <div className="stack">
        {newsWords && <Notice tone="success" title={newsWords({ code: about ?? '' })} announced />}
        <DeskSearch words={words} hint={m.console_search_transfer_hint()} />
        {words && (
          <section className="figure-panel">
            <h2>{m.console_search_found({ words, count: found.length })}</h2>
            {found.length > 0 && <OrderTable orders={found} caption={m.console_search_results()} now={now} />}
          </section>
        )}
      </div>
      <Shelf
        title={m.console_transfers_proven()}
        transfers={proven}
        intent="confirm"
        empty={m.console_transfers_none()}
      />
      <Shelf
        title={m.console_transfers_late()}
        lead={m.console_transfers_late_lead()}
        transfers={late}
        intent="late"
      />
      <Shelf
        title={m.console_transfers_awaited()}
        lead={m.console_transfers_awaited_lead()}
        transfers={awaited}
        intent="confirm"
      />
    </>
  )
}

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
  intent: 'confirm' | 'late'
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
