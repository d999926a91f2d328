import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { findCardOrder } from '#app/domain/payments/card-page.server.ts'
import { localePath } from '#app/lib/locale.ts'
import { flashOrder } from './checkout/flash.server.ts'
import { findGranted, grantedOrder } from './order/access.server.ts'
import { followCardPage, startCardPayment } from './order/card.server.ts'

/**
 * Where the provider sends the buyer back to, whether they paid or not: the address proves nothing, so the provider is
 * asked. The order's page then says how it stands.
 */
export async function loader(args: LoaderFunctionArgs) {
  const { app } = args.context
  const granted = await findGranted(args)
  const page = new URL(args.request.url).pathname.replace(/\/kartu$/, '')
  if (!granted || !app.cards) return redirect(page)
  const { ctx, order } = granted
  const followed = await followCardPage(app.cards, ctx, order.orderId)
  // the provider's own notice may have come before the buyer: then the order says itself that it is paid
  const isUnpaid = (await findCardOrder(ctx, order.orderId)) !== null
  const flash = followed ?? (isUnpaid ? { code: 'card-unpaid' as const } : null)
  const headers = new Headers({ 'Cache-Control': 'no-store' })
  if (flash) headers.set('Set-Cookie', await flashOrder(app, flash))
  return redirect(page, { headers })
}

/** Opens the provider's page; where that fails, back to the order with a word about it. */
export async function action(args: ActionFunctionArgs) {
  const { app } = args.context
  const { ctx, order } = await grantedOrder(args)
  const started = await startCardPayment(app, ctx, order.orderId)
  if ('payUrl' in started) return redirect(started.payUrl, 303)
  return redirect(localePath(`/pesanan/${order.code}`, ctx.locale), {
    status: 303,
    headers: { 'Set-Cookie': await flashOrder(app, started.flash) },
  })
}
