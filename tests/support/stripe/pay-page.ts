import express, { type Response, Router } from 'express'
import type { Stripe } from 'stripe'
import { ApiError } from './api-error.ts'
import type { Checkout } from './checkout.ts'

/** The page Stripe would host, with a button for each thing a buyer can do to an order. */
export function payPages(checkout: Checkout): Router {
  const router = Router()
  router.get('/pay/:id', (req, res) => {
    checkout.expireOverdue()
    answer(res, () => page(checkout.get(req.params.id)))
  })
  router.post('/pay/:id/:action', express.urlencoded({ extended: false }), (req, res) => {
    const { id, action } = req.params
    checkout.expireOverdue()
    answer(res, () => {
      const session = checkout.get(id)
      switch (action) {
        case 'pay':
          checkout.pay(id)
          return to(returnUrl(session, session.success_url))
        case 'pay-later':
          checkout.payLater(id)
          return to(returnUrl(session, session.success_url))
        case 'close':
          return to(returnUrl(session, session.cancel_url))
        case 'decline':
          checkout.decline(id)
          return page(session, 'Your card was declined. Try another way to pay.')
        case 'arrive':
          checkout.arrive(id)
          return page(session, 'The payment has arrived.')
        case 'fail-to-arrive':
          checkout.failToArrive(id)
          return page(session, 'The payment has failed.')
        default:
          throw new ApiError(404, { type: 'invalid_request_error', message: `No such button: ${action}` })
      }
    })
  })
  return router
}

type Turn = { html: string } | { location: string }

const to = (location: string): Turn => ({ location })

function answer(res: Response, turn: () => Turn): void {
  try {
    const next = turn()
    if ('location' in next) res.redirect(303, next.location)
    else res.send(next.html)
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    res
      .status(error.status)
      .send(frame('Nothing to pay here', `<p role="alert">${escapeHtml(error.message)}</p>`))
  }
}

const returnUrl = (session: Stripe.Checkout.Session, url: string | null): string =>
  (url ?? '/').replace('{CHECKOUT_SESSION_ID}', session.id)

function page(session: Stripe.Checkout.Session, message = ''): Turn {
  const amount = (session.amount_total ?? 0) / 100
  const buttons = buttonsFor(session).map(
    ([action, label]) =>
      `<form method="post" action="/pay/${session.id}/${action}"><button type="submit">${label}</button></form>`,
  )
  const content = [
    message && `<p role="alert">${escapeHtml(message)}</p>`,
    `<p>Order <strong>${escapeHtml(session.client_reference_id ?? session.id)}</strong></p>`,
    `<p class="amount">Rp ${amount.toLocaleString('id-ID')}</p>`,
    `<p>This payment page is <strong>${session.status}</strong>, the payment ${session.payment_status}.</p>`,
    ...buttons,
  ]
  return { html: frame('Pay by card', content.join('\n')) }
}

function buttonsFor(session: Stripe.Checkout.Session): [action: string, label: string][] {
  if (session.status === 'open') {
    return [
      ['pay', 'Pay'],
      ['decline', 'Decline'],
      ['pay-later', 'Pay later'],
      ['close', 'Close'],
    ]
  }
  if (session.status !== 'complete' || session.payment_status === 'paid') return []
  return [
    ['arrive', 'The payment arrives'],
    ['fail-to-arrive', 'The payment fails'],
  ]
}

const frame = (title: string, content: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
body { max-width: 26rem; margin: 3rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; color: #1c1917 }
.amount { font-size: 1.75rem; font-weight: 600; margin: 0 }
button { display: block; width: 100%; min-height: 3rem; margin: .5rem 0; font: inherit; cursor: pointer }
[role=alert] { padding: .75rem 1rem; border-left: 4px solid #b45309; background: #fef3c7 }
small { color: #57534e }
</style></head>
<body><main><h1>${title}</h1>
${content}
<p><small>A stand-in for Stripe, for trying the shop out. No card is asked for and no money moves.</small></p>
</main></body></html>`

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
