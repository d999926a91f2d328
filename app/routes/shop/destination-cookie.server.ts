import { setDestination } from '#app/domain/carts/checkout.server.ts'
import { districtCodeIn } from '#app/domain/places/district.ts'
import { siteCookie } from '#app/platform/cookies.server.ts'
import { type App, shopContext } from '#app/routes/context.server.ts'
import { readCartToken } from './cart-cookie.server.ts'

const MONTH_SECONDS = 60 * 60 * 24 * 30
const cookie = ({ env }: App) => siteCookie(env, 'tujuan', MONTH_SECONDS)
const PLACE = /^\d\d\.\d\d\.\d\d(\.\d{4})?$/

/** The code of the kecamatan or village a visitor named last, remembered on their own phone only. */
export async function readDestination(app: App, request: Request): Promise<string | null> {
  const value: unknown = await cookie(app).parse(request.headers.get('Cookie'))
  return typeof value === 'string' && PLACE.test(value) ? value : null
}

interface Args {
  request: Request
  context: { app: App; nonce: string; ip: string }
}

/** Remembers the place that a visitor named just now, in their basket as well. @returns the cookie */
export async function rememberDestination(args: Args, code: string): Promise<string> {
  const token = await readCartToken(args)
  if (token) await setDestination(shopContext(args), { token, districtCode: districtCodeIn(code) })
  return writeDestination(args.context.app, code)
}

export const writeDestination = (app: App, placeCode: string): Promise<string> =>
  cookie(app).serialize(placeCode)
