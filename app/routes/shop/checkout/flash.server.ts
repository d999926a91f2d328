import { findOnSale } from '#app/domain/catalogue/on-sale.queries.server.ts'
import { findVariantName } from '#app/domain/catalogue/variant-name.queries.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { App } from '#app/routes/context.server.ts'
import { readFlash, writeFlash } from '#app/routes/flash.server.ts'
import type { BasketFlash, BasketNews, NamedRemoved, OrderFlash, Removed } from './flash.ts'
import { isRemoved } from './worth-saying.ts'

/** A cookie outlives an update of the shop: whoever gives what it holds another shape gives it another name. */
const BASKET = 'keranjang'

/** What the last action did, for the basket or an order's page to say once, in either language. */
export const flashBasket = (app: App, said: readonly BasketFlash[]) => writeFlash(app, BASKET, said)
export const flashOrder = (app: App, flash: OrderFlash) => writeFlash(app, 'order', flash)

type Args = Parameters<typeof readFlash>[0]

/** What can be undone is said until something else is done, so that a change of language does not take the way back. */
export async function readBasketFlash(
  args: Args,
  ctx: Ctx,
): Promise<{ said: BasketNews[]; cookie: string | null }> {
  const { flash, cookie } = await readFlash<BasketFlash[]>(args, BASKET)
  const said = await Promise.all((flash ?? []).map(async (one) => (isRemoved(one) ? asItIs(ctx, one) : one)))
  const removed = (flash ?? []).filter(isRemoved)
  return { said, cookie: removed.length > 0 ? await flashBasket(args.context.app, removed) : cookie }
}

/** The lines that the basket offers to put back. */
export async function readRemoved(args: Args): Promise<Removed[]> {
  const { flash } = await readFlash<BasketFlash[]>(args, BASKET)
  return (flash ?? []).filter(isRemoved)
}

/** In the language of the page, and as many as there are still to put back. */
async function asItIs(ctx: Ctx, removed: Removed): Promise<NamedRemoved> {
  const { variantId, quantity } = removed
  const [title, onSale] = await Promise.all([findVariantName(ctx, variantId), findOnSale(ctx, variantId)])
  return { ...removed, title, quantity: Math.min(quantity, onSale?.left ?? 0) }
}
export const readOrderFlash = (args: Args) => readFlash<OrderFlash>(args, 'order')
