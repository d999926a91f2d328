import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { findOrderForLink } from '#app/domain/orders/find-order.queries.server.ts'
import { checkOrderLink } from '#app/domain/orders/order-link.server.ts'
import { localePath } from '#app/lib/locale.ts'
import { shopContext } from '#app/routes/context.server.ts'
import { grantOrder } from './order/access.server.ts'

/**
 * An order's link: exchanged for a cookie and a clean address, so that the secret stays out of history, screenshots
 * and referrers. A link that is not right leads to the same address, where the code and four digits open the order.
 */
export async function loader(args: LoaderFunctionArgs) {
  const { code = '', token = '' } = args.params
  const ctx = shopContext(args)
  const order = await findOrderForLink(ctx, code)
  const isRight =
    order !== null &&
    checkOrderLink(args.context.app.env.secret, { orderId: order.orderId, version: order.linkVersion, token })
  const headers = new Headers({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' })
  if (isRight) headers.append('Set-Cookie', await grantOrder(args, order))
  const place = isRight ? order.code : encodeURIComponent(code)
  return redirect(localePath(`/pesanan/${place}`, ctx.locale), { status: 303, headers })
}

/** Never seen; but having a page, this address tells of trouble on the shop's own error page. */
export default function OpenOrder() {
  return null
}
