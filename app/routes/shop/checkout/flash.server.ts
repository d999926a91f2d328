import type { App } from '#app/routes/context.server.ts'
import { readFlash, writeFlash } from '#app/routes/flash.server.ts'
import type { BasketFlash, OrderFlash } from './flash.ts'

/** What the last action did, for the basket or an order's page to say once, in either language. */
export const flashBasket = (app: App, flash: BasketFlash) => writeFlash(app, 'basket', flash)
export const flashOrder = (app: App, flash: OrderFlash) => writeFlash(app, 'order', flash)

type Args = Parameters<typeof readFlash>[0]
export const readBasketFlash = (args: Args) => readFlash<BasketFlash>(args, 'basket')
export const readOrderFlash = (args: Args) => readFlash<OrderFlash>(args, 'order')
