import {
  attachCardSession,
  endOfCardPage,
  findCardOrder,
  nextCardAttempt,
  type OpenedCardPage,
} from '#app/domain/payments/card-page.server.ts'
import { settleCardSession } from '#app/domain/payments/settle-card-session.server.ts'
import { localePath } from '#app/lib/locale.ts'
import { m } from '#app/paraglide/messages.js'
import type { Ctx } from '#app/platform/context.server.ts'
import { type CardPayments, isCardPaymentsDown } from '#app/ports/payments/card-payments.ts'
import type { App } from '#app/routes/context.server.ts'
import type { OrderFlash } from '../checkout/flash.ts'

type CardApp = Pick<App, 'cards' | 'env' | 'log'>

/** Where the shopper goes next: the provider's page, or the order's page with a word about why not. */
export type CardStart = { payUrl: string } | { flash: OrderFlash }

/** Opens the page on which an order is paid by card. Asked again, it is the same page while that one can be paid on. */
export async function startCardPayment(app: CardApp, ctx: Ctx, orderId: string): Promise<CardStart> {
  const { cards } = app
  if (!cards) return { flash: { code: 'card-away' } }
  const settled = await followCardPage(cards, ctx, orderId)
  if (settled) return { flash: settled }
  const order = await findCardOrder(ctx, orderId)
  if (!order) return { flash: { code: 'changed-meanwhile' } }
  const { sessionId: _earlier, shipping, isPastDue, ...rest } = order
  if (isPastDue) return { flash: { code: 'card-too-late' } }
  const back = app.env.origin + localePath(`/pesanan/${order.code}/kartu`, ctx.locale)
  const page = await cards.start({
    ...rest,
    expiresAt: endOfCardPage(order, ctx.now),
    locale: ctx.locale,
    shipping: { title: m.checkout_sum_shipping(), amount: shipping },
    successUrl: back,
    cancelUrl: back,
  })
  if (page.ok) return attach(cards, ctx, { orderId, attempt: order.attempt, ...page.value })
  app.log.warn({ orderId, reason: page.error.code, detail: page.error.detail }, 'card page not opened')
  switch (page.error.code) {
    case 'too-late':
      return { flash: { code: 'card-too-late' } }
    case 'too-small':
      return { flash: { code: 'card-too-small' } }
    case 'unavailable':
      if (page.error.attemptSpent) await nextCardAttempt(ctx, { orderId, attempt: order.attempt })
      return { flash: { code: 'card-away' } }
  }
}

/** A page that the order no longer wants is closed again before anyone can pay on it. */
async function attach(
  cards: CardPayments,
  ctx: Ctx,
  opened: OpenedCardPage & { payUrl: string },
): Promise<CardStart> {
  const attached = await attachCardSession(ctx, opened)
  if (attached.ok) return { payUrl: opened.payUrl }
  await cards.expire(opened.sessionId).catch((error: unknown) => {
    if (!isCardPaymentsDown(error)) throw error
  })
  return { flash: { code: 'changed-meanwhile' } }
}

/**
 * Asks the provider about the page opened before, and makes the order follow.
 * @returns what to tell the shopper, or null when the page can still be paid on, or none is open
 */
export async function followCardPage(
  cards: CardPayments,
  ctx: Ctx,
  orderId: string,
): Promise<OrderFlash | null> {
  const order = await findCardOrder(ctx, orderId)
  if (!order?.sessionId) return null
  try {
    const truth = await cards.find(order.sessionId)
    const outcome = truth && (await settleCardSession(ctx, truth))
    return outcome === 'paid' ? { code: 'card-paid' } : null
  } catch (error) {
    if (!isCardPaymentsDown(error)) throw error
    // it may have been paid on: only the provider knows
    return { code: 'card-unsure' }
  }
}
