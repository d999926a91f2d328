import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findOrderPage } from '#app/domain/orders/order-page.queries.server.ts'
import { canBeProved, isGivenUp } from '#app/domain/orders/order-status.ts'
import { isAllHere } from '#app/domain/orders/wrong-amount.ts'
import { localePath } from '#app/lib/locale.ts'
import { pageMeta } from '#app/lib/seo.ts'
import { m } from '#app/paraglide/messages.js'
import { notFound } from '#app/routes/context.server.ts'
import { privateHeaders } from '#app/routes/private-headers.server.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { ErrorSummary } from '#app/ui/notice.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { shopHref } from '#app/ui/shop-href.ts'
import { checkoutLinks } from './checkout/checkout-links.ts'
import { flashOrder } from './checkout/flash.server.ts'
import { findGranted, grantedOrder } from './order/access.server.ts'
import { ProofForm, proofField } from './order/proof-form.tsx'
import { type ProofProblem, takeProof } from './order/take-proof.server.ts'
import { ACCOUNT_ID } from './order/transfer-facts.tsx'
import { lateMoneyWords } from './order/words.ts'

export const links = checkoutLinks
export const headers = privateHeaders
export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: m.order_proof_title(),
    description: m.order_description(),
    isPrivate: true,
  })

export async function loader(args: LoaderFunctionArgs) {
  const granted = await findGranted(args)
  const orderPage = new URL(args.request.url).pathname.replace(/\/bukti$/, '')
  if (!granted) throw redirect(orderPage)
  const order = await findOrderPage(granted.ctx, granted.order.orderId)
  if (!order || order.method !== 'transfer') throw notFound()
  const { code, paymentState, wrongAmount, proofRefusedReason, isLateProofWaiting } = order
  if (order.totalRupiah === null || !canBeProved(paymentState)) throw redirect(orderPage)
  const isSent = paymentState === 'proof-sent'
  const isAgain = isSent || isLateProofWaiting || proofRefusedReason !== null
  return {
    code,
    paymentState,
    isAgain,
    mayBeLeftOut: !isAgain && !wrongAmount,
    canTransfer: !isAllHere(wrongAmount) && (isSent || (paymentState === 'awaiting' && order.isStillPayable)),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, order } = await grantedOrder(args)
  const taken = await takeProof(args, ctx, order.orderId)
  if ('problem' in taken)
    return data({ problem: taken.problem }, { status: taken.status, headers: waitOf(taken.problem) })
  return redirect(localePath(`/pesanan/${order.code}`, ctx.locale), {
    status: 303,
    headers: { 'Set-Cookie': await flashOrder(args.context.app, taken.flash) },
  })
}

const waitOf = (problem: ProofProblem): HeadersInit =>
  problem.code === 'too-often' ? { 'Retry-After': String(problem.retryAfterSeconds) } : {}

export default function TransferProof() {
  const { code, paymentState, isAgain, mayBeLeftOut, canTransfer } = useLoaderData<typeof loader>()
  const lateLead = isGivenUp(paymentState) && `${m.order_proof_late()} ${lateMoneyWords(paymentState)}`
  const answer = useActionData<typeof action>()
  const problem = answer && 'problem' in answer ? answer.problem : null
  const field = proofField(problem ? problemWords(problem) : undefined)
  return (
    <div className="wrap narrow">
      <Breadcrumbs crumbs={[{ href: shopHref(`/pesanan/${code}`), label: m.order_title({ code }) }]} />
      <PageTitle title={m.order_proof_title()} lead={lateLead || (mayBeLeftOut && m.order_proof_lead())} />
      <div className="stack">
        <ErrorSummary fields={[field]} />
        <ProofForm code={code} field={field} isAgain={isAgain} />
        {canTransfer && (
          <p>
            <a href={`${shopHref(`/pesanan/${code}`)}#${ACCOUNT_ID}`}>{m.order_pay_account_again()}</a>
          </p>
        )}
        <p>
          <a href={shopHref(`/pesanan/${code}`)}>{m.order_proof_back()}</a>
        </p>
      </div>
    </div>
  )
}

function problemWords(problem: ProofProblem): string {
  switch (problem.code) {
    case 'missing':
      return m.order_proof_missing()
    case 'not-an-image':
      return problem.isHeic ? m.order_proof_heic() : m.order_proof_not_image()
    case 'too-large':
    case 'too-many-pixels':
      return m.order_proof_too_large()
    case 'busy':
      return m.order_proof_busy()
    case 'storage-full':
    case 'unavailable':
      return m.order_proof_storage()
    case 'too-often':
      return m.order_proof_often({ minutes: Math.ceil(problem.retryAfterSeconds / 60) })
  }
}
