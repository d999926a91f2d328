import { APIError } from 'better-auth/api'
import { ok, type Result, refuse } from '#app/lib/result.ts'
import type { LimitName } from '#app/platform/rate-limit.server.ts'
import { endPreviousSession, writeSignIn } from './admit.server.ts'
import type { Admission, Desk, TooMany, Visit } from './desk.ts'
import { knownBrowser, makeBrowserKnown } from './known-browser.server.ts'
import { tooMany } from './too-many.server.ts'

interface Credentials {
  /** trimmed and in lower case */
  email: string
  password: string
}

/**
 * Signs staff in with e-mail and password; or, when they have a second step, opens that step.
 * An unknown address, a wrong password and a disabled account are refused alike and after the same work.
 */
export async function signInStaff(
  desk: Desk,
  { request, ip }: Visit,
  { email, password }: Credentials,
): Promise<Result<Admission & { needsSecondStep: boolean }, { code: 'wrong-password' } | TooMany>> {
  const known = await knownBrowser(desk, request, email)
  const byAccount: [LimitName, string] = known ? ['sign-in-browser', known] : ['sign-in-account', email]
  const refusal = await tooMany(desk, [['sign-in-address', ip], byAccount])
  if (refusal) return refuse(refusal)
  const entered = await tryPassword(desk, request, { email, password })
  if (!entered) return refuse({ code: 'wrong-password' })
  await desk.limits.forget(...byAccount)
  await endPreviousSession(desk, request)
  if (entered.userId) await writeSignIn(desk, entered.userId, 'password')
  entered.headers.append('Set-Cookie', await makeBrowserKnown(desk, email))
  return ok({ headers: entered.headers, needsSecondStep: entered.userId === null })
}

async function tryPassword(desk: Desk, request: Request, { email, password }: Credentials) {
  try {
    const { headers, response } = await desk.auth.api.signInEmail({
      // not remembered: the cookie goes when the browser is closed, on a desk that many people share
      body: { email, password, rememberMe: false },
      headers: request.headers,
      returnHeaders: true,
    })
    return { headers, userId: 'user' in response ? response.user.id : null }
  } catch (error) {
    if (error instanceof APIError) return null
    throw error
  }
}
