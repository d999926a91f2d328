import { siteCookie } from '#app/platform/cookies.server.ts'
import type { App } from '#app/routes/context.server.ts'

const MONTH_SECONDS = 60 * 60 * 24 * 30
const cookie = ({ env }: App) => siteCookie(env, 'tujuan', MONTH_SECONDS)
const PLACE = /^\d\d\.\d\d\.\d\d(\.\d{4})?$/

/** The code of the kecamatan or village a visitor named last, remembered on their own phone only. */
export async function readDestination(app: App, request: Request): Promise<string | null> {
  const value: unknown = await cookie(app).parse(request.headers.get('Cookie'))
  return typeof value === 'string' && PLACE.test(value) ? value : null
}

export const writeDestination = (app: App, placeCode: string): Promise<string> =>
  cookie(app).serialize(placeCode)
