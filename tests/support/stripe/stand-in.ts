import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { stripeApi } from './api.ts'
import { emptyBooks } from './books.ts'
import { Calls } from './calls.ts'
import { Checkout } from './checkout.ts'
import { controlRoutes, type StripeControl, stripeControl } from './control.ts'
import { Disputes } from './disputes.ts'
import { Faults } from './faults.ts'
import { payPages } from './pay-page.ts'
import { Refunds } from './refunds.ts'
import { Webhooks } from './webhooks.ts'

export interface StripeStandInOptions {
  /** Where the shop listens for notices; without it they are kept but not sent. */
  webhookUrl?: string
  webhookSecret: string
  secretKey: string
  /** A free one unless told. */
  port?: number
}

export interface StripeStandIn {
  url: string
  port: number
  control: StripeControl
  close(): Promise<void>
}

/**
 * Starts a server on the loopback that behaves like the part of Stripe this shop uses, so that the real SDK can run
 * against it in tests and development.
 * @see docs/decisions/0010-card-payments-on-a-hosted-page.md
 */
export async function startStripeStandIn(options: StripeStandInOptions): Promise<StripeStandIn> {
  const books = emptyBooks()
  const faults = new Faults()
  const calls = new Calls(faults, options.secretKey)
  const webhooks = new Webhooks(books, options.webhookSecret, options.webhookUrl)
  const checkout = new Checkout(books, webhooks)
  const refunds = new Refunds(books, webhooks)
  const disputes = new Disputes(books, webhooks)
  const control = stripeControl({ books, calls, checkout, refunds, disputes, faults, webhooks })

  const app = express().disable('x-powered-by').disable('etag')
  app.use(
    controlRoutes(control),
    payPages(checkout),
    stripeApi({ books, calls, checkout, refunds, disputes }),
  )
  const server = app.listen(options.port ?? 0, '127.0.0.1')
  await once(server, 'listening')
  const clock = setInterval(() => checkout.expireOverdue(), 1_000).unref()
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    control,
    async close() {
      clearInterval(clock)
      webhooks.reset()
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}
