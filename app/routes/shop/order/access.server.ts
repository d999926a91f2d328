import { type FoundOrder, findOrderForLink } from '#app/domain/orders/find-order.queries.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { siteCookie } from '#app/platform/cookies.server.ts'
import { type App, notFound, shopContext } from '#app/routes/context.server.ts'

const QUARTER_YEAR_SECONDS = 90 * 24 * 60 * 60
/** A family's phone may follow a few orders; the oldest is opened again by its link or its code. */
const MOST_ORDERS = 10
const cookie = ({ env }: App) => siteCookie(env, 'pesanan', QUARTER_YEAR_SECONDS)

/** An order whose link or code this browser has shown; worthless once the order's link is renewed. */
interface Grant {
  id: string
  version: number
}

export interface Args {
  request: Request
  context: { app: App; nonce: string; ip: string }
}
interface OrderArgs extends Args {
  params: { code?: string }
}

/** The cookie with which this browser may open an order's page from now on. */
export async function grantOrder(args: Args, { orderId, linkVersion }: FoundOrder): Promise<string> {
  const others = (await readGrants(args)).filter(({ id }) => id !== orderId)
  const grants = [{ id: orderId, version: linkVersion }, ...others].slice(0, MOST_ORDERS)
  return cookie(args.context.app).serialize(grants)
}

/** The order of the address if this browser may see it; null alike for one it may not and for one that is not there. */
export async function findGranted(args: OrderArgs): Promise<{ ctx: Ctx; order: FoundOrder } | null> {
  const ctx = shopContext(args)
  const grants = await readGrants(args)
  if (grants.length === 0) return null
  const order = await findOrderForLink(ctx, args.params.code ?? '')
  const isGranted = grants.some(({ id, version }) => id === order?.orderId && version === order.linkVersion)
  return order && isGranted ? { ctx, order } : null
}

/** The same for what can be done to an order: without the right to it there is nothing here. */
export async function grantedOrder(args: OrderArgs): Promise<{ ctx: Ctx; order: FoundOrder }> {
  const granted = await findGranted(args)
  if (!granted) throw notFound()
  return granted
}

/** The orders that this browser may open, the one it was shown last first. */
export async function readGrants({ request, context }: Args): Promise<Grant[]> {
  const value: unknown = await cookie(context.app).parse(request.headers.get('Cookie'))
  return Array.isArray(value) ? (value as Grant[]) : []
}
