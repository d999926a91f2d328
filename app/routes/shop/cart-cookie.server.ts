import { siteCookie } from '#app/platform/cookies.server.ts'
import type { App } from '#app/routes/context.server.ts'

const MONTH_SECONDS = 60 * 60 * 24 * 30
const cartCookie = ({ env }: App) => siteCookie(env, 'keranjang', MONTH_SECONDS)

interface Args {
  request: Request
  context: { app: App }
}

/** The basket's token as the browser holds it; null when there is no basket yet. */
export async function readCartToken({ request, context }: Args): Promise<string | null> {
  const value: unknown = await cartCookie(context.app).parse(request.headers.get('Cookie'))
  return typeof value === 'string' ? value : null
}

export const writeCartToken = (app: App, token: string): Promise<string> => cartCookie(app).serialize(token)
