import { parseWithZod } from '@conform-to/zod/v4'
import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { saveCheckout } from '#app/domain/carts/checkout.server.ts'
import { paymentForm } from '#app/domain/carts/checkout-form.ts'
import { type CheckOutRefusal, checkOut } from '#app/domain/orders/check-out.server.ts'
import { findOrderForLink, findPaymentMethod } from '#app/domain/orders/find-order.queries.server.ts'
import type { PaymentMethod } from '#app/domain/orders/order-status.ts'
import type { PlacedOrder } from '#app/domain/orders/place-order.ts'
import { findCardOrder } from '#app/domain/payments/card-page.server.ts'
import { localePath } from '#app/lib/locale.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { limit } from '#app/platform/rate-limit.server.ts'
import { shopContext } from '#app/routes/context.server.ts'
import { formOf } from '#app/routes/form-of.server.ts'
import { readCartToken } from '../cart-cookie.server.ts'
import { grantOrder } from '../order/access.server.ts'
import { startCardPayment } from '../order/card.server.ts'
import { flashBasket, flashOrder } from './flash.server.ts'

/** What keeps the payment page from going on; everything else leads to the page where it can be put right. */
export type PaymentProblem =
  | { code: 'method-missing' }
  | { code: 'pickup' }
  | { code: 'transfer' }
  | { code: 'card' }
  | { code: 'stale' }
  | { code: 'too-often'; retryAfterSeconds: number }

/** Places the order and goes on to it; or says what is in the way. */
export async function placeFromForm(args: ActionFunctionArgs): Promise<Response | PaymentProblem> {
  const ctx = shopContext(args)
  const token = await readCartToken(args)
  if (!token) return redirect(localePath('/keranjang', ctx.locale))
  const verdict = await limit(args.context.app, 'checkout', args.context.ip)
  if (!verdict.ok) return { code: 'too-often', retryAfterSeconds: verdict.retryAfterSeconds }
  const given = parseWithZod(await formOf(args.request), { schema: paymentForm })
  if (given.status !== 'success')
    return given.error?.['paymentMethod'] ? { code: 'method-missing' } : { code: 'stale' }
  const { paymentMethod, intentId } = given.value
  if (paymentMethod === 'card' && !args.context.app.cards) return { code: 'card' }
  const placed = await checkOut(ctx, { token, intentId, paymentMethod })
  if (placed.ok) return goToOrder(args, ctx, placed.value, paymentMethod)
  await saveCheckout(ctx, token, { paymentMethod })
  return answerRefusal(args, ctx, placed.error)
}

async function goToOrder(
  args: ActionFunctionArgs,
  ctx: Ctx,
  { orderId, code, repeated }: PlacedOrder,
  paymentMethod: PaymentMethod,
): Promise<Response> {
  const { app } = args.context
  const order = await findOrderForLink(ctx, code)
  if (!order) throw new Error(`Order ${code} was placed and is not there`)
  const headers = new Headers({ 'Cache-Control': 'no-store' })
  headers.append('Set-Cookie', await grantOrder(args, order))
  const page = localePath(`/pesanan/${code}`, ctx.locale)
  const isPaidNow = paymentMethod === 'card' && !repeated && (await findCardOrder(ctx, orderId)) !== null
  if (!isPaidNow) {
    if (!repeated) headers.append('Set-Cookie', await flashOrder(app, { code: 'placed' }))
    else if ((await findPaymentMethod(ctx, orderId)) !== paymentMethod)
      headers.append('Set-Cookie', await flashOrder(app, { code: 'placed-otherwise' }))
    return redirect(page, { status: 303, headers })
  }
  const started = await startCardPayment(app, ctx, orderId)
  if ('payUrl' in started) return redirect(started.payUrl, { status: 303, headers })
  headers.append('Set-Cookie', await flashOrder(app, started.flash))
  return redirect(page, { status: 303, headers })
}

async function answerRefusal(
  args: ActionFunctionArgs,
  ctx: Ctx,
  refusal: CheckOutRefusal,
): Promise<Response | PaymentProblem> {
  const to = (path: string, headers?: HeadersInit) =>
    redirect(localePath(path, ctx.locale), { status: 303, headers })
  switch (refusal.code) {
    case 'nothing-to-order':
      return to('/keranjang')
    case 'unknown-variant':
    case 'price-changed':
    case 'out-of-stock':
    case 'too-many-open':
      return to('/keranjang', {
        'Set-Cookie': await flashBasket(args.context.app, [{ code: 'order-changed' }]),
      })
    case 'address-missing':
      return to('/checkout/alamat')
    case 'delivery-missing':
    case 'parcel-missing':
      return to('/checkout/kirim?lagi')
    case 'pickup-payment-not-possible':
      return { code: 'pickup' }
    case 'no-receiving-account':
    case 'no-free-total':
      return { code: 'transfer' }
    case 'stale-form':
      return { code: 'stale' }
  }
}
