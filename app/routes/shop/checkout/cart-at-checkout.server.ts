import { redirect } from '@remix-run/node'
import { type Cart } from '#app/domain/carts/cart.ts'
import { findCart } from '#app/domain/carts/carts.queries.server.ts'
import { localePath } from '#app/lib/locale.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { type App, shopContext } from '#app/routes/context.server.ts'
import { readCartToken } from '../cart-cookie.server.ts'

interface Args {
  request: Request
  context: { app: App; nonce: string; ip: string }
}

export interface AtCheckout {
  ctx: Ctx
  token: string
  cart: Cart
}

/** A basket that can go on to be ordered. Any other is shown first: it says itself what is in the way. */
export async function cartAtCheckout(args: Args): Promise<AtCheckout> {
  const ctx = shopContext(args)
  const token = await readCartToken(args)
  const cart = await findCart(ctx, token)
  if (!token || !cart?.canCheckOut) throw redirect(localePath('/keranjang', ctx.locale))
  return { ctx, token, cart }
}
