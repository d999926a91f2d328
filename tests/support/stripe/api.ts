import express, { type Request, Router } from 'express'
import type { Stripe } from 'stripe'
import { ApiError, missing, readParameters } from './api-error.ts'
import { type Books, idOf, listOf } from './books.ts'
import type { Calls } from './calls.ts'
import type { Checkout } from './checkout.ts'
import type { Disputes } from './disputes.ts'
import { parameters } from './parameters.ts'
import type { Refunds } from './refunds.ts'

interface Parts {
  books: Books
  calls: Calls
  checkout: Checkout
  refunds: Refunds
  disputes: Disputes
}

/** The part of Stripe's API that the shop may use; every other address is unknown, as a wrong one is at Stripe. */
export function stripeApi(parts: Parts): Router {
  const router = Router()
  router.use(express.urlencoded({ extended: true, limit: '1mb', parameterLimit: 5_000 }))
  checkoutSessions(router, parts)
  refundsAndPayments(router, parts)
  history(router, parts)
  router.all(
    '/v1/*',
    parts.calls.handle((req) => {
      const message = `Unrecognized request URL (${req.method}: ${req.path}).`
      throw new ApiError(404, { type: 'invalid_request_error', message }, true)
    }),
  )
  return router
}

function checkoutSessions(router: Router, { books, calls, checkout }: Parts): void {
  const path = '/v1/checkout/sessions'
  router.post(
    path,
    calls.handle((req) =>
      checkout.create(
        readParameters(parameters.sessionCreate, req.body),
        `${req.protocol}://${req.get('host')}/pay`,
      ),
    ),
  )
  router.get(
    path,
    calls.handle((req) => {
      checkout.expireOverdue()
      const query = readParameters(parameters.sessionList, req.query)
      return listOf(path, books.sessions.values(), query, (session) => {
        const hasStatus = !query.status || session.status === query.status
        return hasStatus && (!query.payment_intent || session.payment_intent === query.payment_intent)
      })
    }),
  )
  router.get(
    `${path}/:id`,
    calls.handle((req) => {
      checkout.expireOverdue()
      const { expand } = readParameters(parameters.onlyExpand, req.query)
      const session = checkout.get(idIn(req))
      const intent = expand.includes('payment_intent') && books.intents.get(idOf(session.payment_intent))
      return intent ? { ...session, payment_intent: intent } : session
    }),
  )
  router.post(
    `${path}/:id/expire`,
    calls.handle((req) => {
      readParameters(parameters.onlyExpand, req.body)
      return checkout.expire(idIn(req))
    }),
  )
}

function refundsAndPayments(router: Router, { books, calls, refunds, disputes }: Parts): void {
  router.post(
    '/v1/refunds',
    calls.handle((req) => refunds.create(readParameters(parameters.refundCreate, req.body))),
  )
  router.get(
    '/v1/refunds',
    calls.handle((req) => {
      const query = readParameters(parameters.refundList, req.query)
      return listOf('/v1/refunds', books.refunds.values(), query, (refund) => {
        const isOfIntent = !query.payment_intent || refund.payment_intent === query.payment_intent
        return isOfIntent && (!query.charge || refund.charge === query.charge)
      })
    }),
  )
  router.get(
    '/v1/refunds/:id',
    calls.handle((req) => refunds.get(idIn(req))),
  )
  router.get(
    '/v1/disputes/:id',
    calls.handle((req) => disputes.get(idIn(req))),
  )
  router.get(
    '/v1/payment_intents/:id',
    calls.handle((req) => books.intents.get(idIn(req)) ?? fail('payment_intent', idIn(req))),
  )
}

function history(router: Router, { books, calls }: Parts): void {
  router.get(
    '/v1/events',
    calls.handle((req) => {
      const query = readParameters(parameters.eventList, req.query)
      return listOf('/v1/events', books.events.values(), query, (event) => {
        const hasType = !query.type || event.type === query.type
        const hasOneOf = !query.types || query.types.includes(event.type)
        return hasType && hasOneOf && hasDelivery(event, query.delivery_success)
      })
    }),
  )
  router.get(
    '/v1/events/:id',
    calls.handle((req) => books.events.get(idIn(req)) ?? fail('event', idIn(req))),
  )
  router.get(
    '/v1/balance_transactions',
    calls.handle((req) => {
      const query = readParameters(parameters.balanceList, req.query)
      return listOf('/v1/balance_transactions', books.movements.values(), query, (movement) => {
        const hasType = !query.type || movement.type === query.type
        return hasType && (!query.source || movement.source === query.source)
      })
    }),
  )
}

const hasDelivery = (event: Stripe.Event, wanted: string | undefined): boolean =>
  wanted === undefined || String(event.pending_webhooks === 0) === wanted

const idIn = (req: Request): string => req.params.id ?? ''

function fail(what: string, id: string): never {
  throw missing(what, id)
}
