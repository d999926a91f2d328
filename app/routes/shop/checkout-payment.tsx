import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { PaymentMethod } from '#app/domain/orders/order-status.ts'
import { formatDeadline } from '#app/lib/day.ts'
import { formatList } from '#app/lib/format.ts'
import { pageMeta } from '#app/lib/seo.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { privateHeaders } from '#app/routes/private-headers.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary, Notice } from '#app/ui/notice.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { shopHref } from '#app/ui/shop-href.ts'
import { AbroadPayment } from './abroad-payment.tsx'
import { cartAtCheckout } from './checkout/cart-at-checkout.server.ts'
import { checkoutLinks } from './checkout/checkout-links.ts'
import { CheckoutSteps } from './checkout/checkout-steps.tsx'
import { methodField, PaymentMethods } from './checkout/payment-methods.tsx'
import { openPaymentPage, type PaymentPage } from './checkout/payment-page.server.ts'
import { ReviewAddress, ReviewCosts, ReviewParcelBox } from './checkout/payment-review.tsx'
import { PaymentTerms } from './checkout/payment-terms.tsx'
import { type PaymentProblem, placeFromForm } from './checkout/place-order.server.ts'

export const links = checkoutLinks
export const headers = privateHeaders
export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: m.checkout_payment_title(),
    description: m.checkout_payment_description(),
    isPrivate: true,
  })

export async function loader(args: LoaderFunctionArgs) {
  const at = await cartAtCheckout(args)
  const page = await openPaymentPage(args.context.app, at)
  // ticked on the page in its other language, not sent yet
  const ticked = new URL(args.request.url).searchParams.get(methodField().name)
  const offered = (wanted: string | null) => page.methods.find(({ method }) => method === wanted)
  const offer = offered(ticked) ?? offered(at.cart.draft.paymentMethod) ?? page.methods[0]
  return { page, chosen: offer?.method }
}

export async function action(args: ActionFunctionArgs) {
  const placed = await placeFromForm(args)
  if (placed instanceof Response) return placed
  const headers: HeadersInit =
    placed.code === 'too-often' ? { 'Retry-After': String(placed.retryAfterSeconds) } : {}
  return data({ problem: placed }, { status: statusOf(placed), headers })
}

const statusOf = ({ code }: PaymentProblem) =>
  code === 'too-often' ? 429 : code === 'method-missing' ? 422 : 409

export default function CheckoutPayment() {
  const { page, chosen } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const problem = answer && 'problem' in answer ? answer.problem : null
  return (
    <div className="wrap">
      <CheckoutSteps at="payment" isCollected={page.address.collects} />
      <PageTitle title={m.checkout_payment_title()} />
      <div className="stack">
        <Problem problem={problem} />
        <div className="columns aside">
          <div className="stack">
            <ReviewAddress page={page} />
            {page.parcels.map((parcel) => (
              <ReviewParcelBox key={parcel.groupId} parcel={parcel} waitsFor={page.askedGroups} />
            ))}
          </div>
          <form
            method="post"
            action={shopHref('/checkout/bayar')}
            className="panel stack"
            noValidate
            data-carry={methodField().name}
          >
            <PayBox page={page} chosen={chosen} problem={problem} />
          </form>
        </div>
      </div>
    </div>
  )
}

interface PayBoxProps {
  page: PaymentPage
  chosen: PaymentMethod | undefined
  problem: PaymentProblem | null
}

/** The costs, how to pay them, and the button. */
function PayBox({ page, chosen, problem }: PayBoxProps) {
  const isQuoting = page.shippingRupiah === null
  const field = methodField(chosen, problem?.code === 'method-missing')
  return (
    <>
      <ErrorSummary fields={[field]} />
      <h2 className="flush">{m.checkout_review_costs()}</h2>
      <ReviewCosts page={page} />
      {isQuoting && <QuoteNotice page={page} />}
      {page.address.country !== 'ID' && <AbroadPayment />}
      <PaymentMethods page={page} field={field} />
      <input type="hidden" name="intentId" value={page.intentId} />
      <Button kind="main" size="large" full>
        {isQuoting ? m.checkout_place_order_quote() : m.checkout_place_order()}
      </Button>
      <p className="small muted flush">
        {isQuoting ? m.checkout_place_agree_quote() : m.checkout_place_agree()}
      </p>
      <PaymentTerms groups={page.parcels.map(({ groupName }) => groupName)} />
    </>
  )
}

/** The cost is asked first; where it would hold up other parcels, how to have those sooner. */
function QuoteNotice({ page: { quoteBefore, askedGroups } }: { page: PaymentPage }) {
  const groups = formatList(askedGroups, getLocale())
  return (
    <Notice title={m.checkout_quote_title()}>
      <p>{m.checkout_quote_note({ deadline: formatDeadline(quoteBefore, getLocale()) })}</p>
      {groups && (
        <p>
          {m.checkout_quote_apart({ groups })}{' '}
          <a href={shopHref('/keranjang')}>{m.checkout_quote_basket()}</a>
        </p>
      )}
    </Notice>
  )
}

function Problem({ problem }: { problem: PaymentProblem | null }) {
  if (!problem || problem.code === 'method-missing') return null
  return (
    <Notice tone="error" title={m.checkout_refused_title()} announced foremost>
      <p>{problemWords(problem)}</p>
      <p>{m.checkout_refused_nothing()}</p>
    </Notice>
  )
}

function problemWords(problem: Exclude<PaymentProblem, { code: 'method-missing' }>): string {
  switch (problem.code) {
    case 'pickup':
      return m.checkout_refused_pickup()
    case 'transfer':
      return m.checkout_refused_transfer()
    case 'card':
      return m.checkout_refused_card()
    case 'stale':
      return m.checkout_refused_stale()
    case 'too-often':
      return m.checkout_refused_often({ minutes: Math.ceil(problem.retryAfterSeconds / 60) })
  }
}
