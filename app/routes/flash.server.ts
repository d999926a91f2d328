import { redirect } from '@remix-run/node'
import { siteCookie } from '#app/platform/cookies.server.ts'
import type { App } from './context.server.ts'

const MINUTE_SECONDS = 60
const cookie = ({ env }: App) => siteCookie(env, 'kabar', MINUTE_SECONDS)

interface Args {
  request: Request
  context: { app: App }
}
interface Kept {
  /** The page that is to say it, and no other. */
  page: string
  said: unknown
}

/** What the last action did, for one page to say once: the cookie that carries it there. */
export const writeFlash = (app: App, page: string, said: unknown): Promise<string> =>
  cookie(app).serialize({ page, said } satisfies Kept)

/**
 * What a page is to say, and the cookie that forgets it; there is nothing to forget when nothing was said. The cookie
 * is signed, so what is read is what was written here; one for another page is left to it.
 */
export async function readFlash<Said>(
  { request, context: { app } }: Args,
  page: string,
): Promise<{ flash: Said | null; cookie: string | null }> {
  const kept = (await cookie(app).parse(request.headers.get('Cookie'))) as Kept | null
  if (kept?.page !== page) return { flash: null, cookie: null }
  return { flash: kept.said as Said, cookie: await cookie(app).serialize('', { maxAge: 0 }) }
}

/** On to a page, which says once what was just done: not again when it is loaded again, nor to whoever has its address. */
export async function redirectSaying(
  app: App,
  to: string,
  said: unknown,
  headers = new Headers(),
): Promise<Response> {
  headers.append('Set-Cookie', await writeFlash(app, pathOf(to), said))
  return redirect(to, { headers })
}

/** What the page in the address is to say, and what its answer must carry so that it says it only now. */
export async function readNews<Said>(args: Args): Promise<{ news: Said | null; forgets: ResponseInit }> {
  const { flash, cookie: forgotten } = await readFlash<Said>(args, pathOf(args.request.url))
  return { news: flash, forgets: forgotten ? { headers: { 'Set-Cookie': forgotten } } : {} }
}

const pathOf = (address: string): string => new URL(address, 'http://localhost').pathname
