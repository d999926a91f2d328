import { findOnSale } from '#app/domain/catalogue/on-sale.queries.server.ts'
import { findVariantName } from '#app/domain/catalogue/variant-name.queries.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { App } from '#app/routes/context.server.ts'
import { readFlash, writeFlash } from '#app/routes/flash.server.ts'
import type { BasketFlash, OrderFlash } from './flash.ts'

/** What the last action did, for the basket or an order's page to say once, in either language. */
export const flashBasket = (app: App, flash: BasketFlash) => writeFlash(app, 'basket', flash)
export const flashOrder = (app: App, flash: OrderFlash) => writeFlash(app, 'order', flash)

type Args = Parameters<typeof readFlash>[0]

/** What can be undone is said until something else is done, so that a change of language does not take the way back. */
export async function readBasketFlash(args: Args, ctx: Ctx) {
  const { flash, cookie } = await readFlash<BasketFlash>(args, 'basket')
  if (flash?.code !== 'removed') return { flash, cookie }
  const [title, onSale] = await Promise.all([
    findVariantName(ctx, flash.variantId),
    findOnSale(ctx, flash.variantId),
  ])
  return { flash: { ...flash, title, quantity: Math.min(flash.quantity, onSale?.left ?? 0) }, cookie: null }
}
export const readOrderFlash = (args: Args) => readFlash<OrderFlash>(args, 'order')
