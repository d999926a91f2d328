import { createHmac } from 'node:crypto'
import { setMaxListeners } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { Stripe } from 'stripe'
import { type Books, idFor, nowInSeconds } from './books.ts'

export interface DeliveryPlan {
  /** How often each notice is sent although the first arrived. */
  copies: number
  delayMs: number
  /** `hold` keeps notices until they are flushed, in order or shuffled; `drop` never sends them. */
  mode: 'send' | 'hold' | 'drop'
}

const PLAN: DeliveryPlan = { copies: 1, delayMs: 0, mode: 'send' }
/** Stripe tries for days; a test cannot wait that long. */
const RETRY_AFTER_MS = [100, 300, 1_000, 3_000]
const ANSWER_WITHIN_MS = 10_000

/** The `Stripe-Signature` header for a body; a test that forges notices makes its headers here too. */
export function sign(body: string, secret: string, seconds = nowInSeconds()): string {
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`
}

/** Makes events, and delivers them signed, with retries, under the plan of the test. */
export class Webhooks {
  plan = { ...PLAN }
  url: string | undefined
  private held: Stripe.Event[] = []
  private underway = new Set<Promise<void>>()
  private stopped = aborter()

  constructor(
    private readonly books: Books,
    private readonly secret: string,
    url: string | undefined,
  ) {
    this.url = url
  }

  /** Notes that something happened and tells the shop as the plan says. The object is copied as it is now. */
  emit(type: Stripe.Event.Type, object: Stripe.Event.Data.Object): void {
    const event = {
      id: idFor('evt'),
      object: 'event',
      api_version: Stripe.API_VERSION,
      created: nowInSeconds(),
      data: { object: structuredClone(object) },
      livemode: false,
      pending_webhooks: 1,
      request: { id: null, idempotency_key: null },
      type,
    } as Stripe.Event
    this.books.events.set(event.id, event)
    if (this.plan.mode === 'hold') this.held.push(event)
    if (this.plan.mode === 'send') this.send(event)
  }

  /** Sends what was held back. @returns how many notices */
  flush({ shuffled = false } = {}): number {
    const events = this.held.splice(0)
    if (shuffled) events.sort(() => Math.random() - 0.5)
    for (const event of events) this.send(event)
    return events.length
  }

  send(event: Stripe.Event): void {
    for (let copy = 0; copy < this.plan.copies; copy += 1) {
      const delivery = this.deliver(event).finally(() => this.underway.delete(delivery))
      this.underway.add(delivery)
    }
  }

  /** Resolves when every notice sent so far has arrived or been given up. */
  async quiet(): Promise<void> {
    while (this.underway.size > 0) await Promise.all(this.underway)
  }

  reset(): void {
    this.stopped.abort()
    this.stopped = aborter()
    this.plan = { ...PLAN }
    this.held = []
  }

  private async deliver(event: Stripe.Event): Promise<void> {
    const { signal } = this.stopped
    const waits = [this.plan.delayMs, ...RETRY_AFTER_MS]
    for (const wait of waits) {
      try {
        if (wait > 0) await sleep(wait, undefined, { signal })
        if (!(await this.post(event, signal))) continue
        event.pending_webhooks = 0
        return
      } catch {
        if (signal.aborted) return
      }
    }
  }

  private async post(event: Stripe.Event, signal: AbortSignal): Promise<boolean> {
    if (!this.url) return false
    const body = JSON.stringify(event, null, 2)
    const answer = await fetch(this.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'stripe-signature': sign(body, this.secret),
      },
      body,
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
    })
    await answer.arrayBuffer()
    return answer.ok
  }
}

/** One signal stops hundreds of deliveries, which is no leak. */
function aborter(): AbortController {
  const controller = new AbortController()
  setMaxListeners(0, controller.signal)
  return controller
}
