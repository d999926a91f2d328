import { siteCookie } from '#app/platform/cookies.server.ts'
import type { App } from '#app/routes/context.server.ts'
import type { BasketFlash, OrderFlash } from './flash.ts'

const MINUTE_SECONDS = 60
const cookie = ({ env }: App) => siteCookie(env, 'kabar', MINUTE_SECONDS)

type Flash = { page: 'basket'; flash: BasketFlash } | { page: 'order'; flash: OrderFlash }

/** What the last action did, for the next page to say once. */
export const flashBasket = (app: App, flash: BasketFlash) => write(app, { page: 'basket', flash })
export const flashOrder = (app: App, flash: OrderFlash) => write(app, { page: 'order', flash })

interface Args {
  request: Request
  context: { app: App }
}
interface Read<Said> {
  flash: Said | null
  /** Forgets what has been said; there is nothing to forget when nothing was. */
  cookie: string | null
}

export const readBasketFlash = (args: Args) => read<BasketFlash>(args, 'basket')
export const readOrderFlash = (args: Args) => read<OrderFlash>(args, 'order')

const write = (app: App, flash: Flash): Promise<string> => cookie(app).serialize(flash)

/** The cookie is signed, so what is read is what was written here; one for another page is left to it. */
async function read<Said>({ request, context }: Args, page: Flash['page']): Promise<Read<Said>> {
  const kept = (await cookie(context.app).parse(request.headers.get('Cookie'))) as Flash | null
  if (kept?.page !== page) return { flash: null, cookie: null }
  return { flash: kept.flash as Said, cookie: await cookie(context.app).serialize('', { maxAge: 0 }) }
}
