import express, { Router } from 'express'
import type { Stripe } from 'stripe'
import { type Books, emptyBooks, totals } from './books.ts'
import type { Call, Calls } from './calls.ts'
import type { Checkout } from './checkout.ts'
import type { Disputes } from './disputes.ts'
import type { Fault, Faults } from './faults.ts'
import type { Refunds } from './refunds.ts'
import type { DeliveryPlan, Webhooks } from './webhooks.ts'

interface Parts {
  books: Books
  calls: Calls
  checkout: Checkout
  refunds: Refunds
  disputes: Disputes
  faults: Faults
  webhooks: Webhooks
}

export type StripeControl = ReturnType<typeof stripeControl>

/** What a test does to the stand-in: break it, move its money by hand, and read what really happened. */
export function stripeControl({ books, calls, checkout, refunds, disputes, faults, webhooks }: Parts) {
  return {
    fail: (fault: Fault) => faults.add(fault),
    deliver: (plan: Partial<DeliveryPlan>) => void Object.assign(webhooks.plan, plan),
    flush: (how?: { shuffled?: boolean }) => webhooks.flush(how),
    resend: (eventId: string) => webhooks.send(known(books.events.get(eventId), eventId)),
    sendTo: (url: string) => void (webhooks.url = url),
    quiet: () => webhooks.quiet(),

    pay: (sessionId: string) => checkout.pay(sessionId),
    decline: (sessionId: string) => checkout.decline(sessionId),
    payLater: (sessionId: string) => checkout.payLater(sessionId),
    arrive: (sessionId: string) => checkout.arrive(sessionId),
    failToArrive: (sessionId: string) => checkout.failToArrive(sessionId),
    expire: (sessionId: string) => void checkout.expire(sessionId),
    finishRefund: (refundId: string, status: 'succeeded' | 'failed') => refunds.finish(refundId, status),
    refundByHand: (paymentIntentId: string, amount: number) => refunds.createByHand(paymentIntentId, amount),
    dispute: (paymentIntentId: string) => disputes.open(paymentIntentId),
    decideDispute: (disputeId: string, status: 'won' | 'lost') => disputes.decide(disputeId, status),
    /** Makes a session say something else than the shop asked for, to see that the shop compares. */
    alterSession: (sessionId: string, changes: Partial<Stripe.Checkout.Session>) =>
      void Object.assign(checkout.get(sessionId), changes),
    set: (settings: Partial<Books['settings']>) => void Object.assign(books.settings, settings),

    journal: (): Call[] => calls.journal,
    sessions: () => [...books.sessions.values()],
    refunds: () => [...books.refunds.values()],
    events: () => [...books.events.values()],
    totals: () => totals(books),
    reset(): void {
      webhooks.reset()
      faults.reset()
      calls.reset()
      Object.assign(books, emptyBooks())
    },
  }
}

/**
 * The same over HTTP, for a test in another process or a developer with curl:
 * `POST /_control/fail` with a JSON array of the arguments; the answer is what the function returns.
 */
export function controlRoutes(control: StripeControl): Router {
  const router = Router()
  router.post('/_control/:command', express.json({ strict: false }), async (req, res, next) => {
    const command = req.params.command ?? ''
    if (!Object.hasOwn(control, command)) {
      res.status(404).json({ commands: Object.keys(control) })
      return
    }
    const run = control[command as keyof StripeControl] as (...given: unknown[]) => unknown
    try {
      const answer = await run(...(Array.isArray(req.body) ? req.body : []))
      res.json(answer ?? null)
    } catch (error) {
      next(error)
    }
  })
  return router
}

function known<Thing>(thing: Thing | undefined, id: string): Thing {
  if (thing === undefined) throw new Error(`The stand-in knows no ${id}`)
  return thing
}
