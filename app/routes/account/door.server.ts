import { data, redirect } from '@remix-run/node'
import type { TooMany, Visit } from '#app/domain/accounts/desk.ts'
import { findSession, type Session } from '#app/domain/accounts/find-actor.server.ts'
import { safeReturnTo } from '#app/lib/return-to.ts'
import type { GroupActor, GroupCtx, StaffActor, StaffCtx } from '#app/platform/context.server.ts'
import { siteCookie } from '#app/platform/cookies.server.ts'
import { type App, askToSignIn, notFound } from '#app/routes/context.server.ts'
import { redirectSaying } from '#app/routes/flash.server.ts'

export interface Args {
  request: Request
  context: { app: App; ip: string }
}

export const visitOf = ({ request, context }: Args): Visit => ({ request, ip: context.ip })

const HOMES = { group: '/kelompok-saya/pesanan', staff: '/petugas' } as const

/** Where somebody goes once they are in: back where they were asked to sign in, if that place is theirs; else home. */
export function placeAfter(kind: 'group' | 'staff', request: Request): string {
  const home = HOMES[kind]
  const place = safeReturnTo(new URL(request.url).searchParams.get('kembali'), home)
  const othersPlace = kind === 'group' ? HOMES.staff : '/kelompok-saya'
  return place.startsWith(othersPlace) || place.startsWith('/masuk') ? home : place
}

/** Whether somebody was on their way into the staff console when they were asked to sign in. */
export const isOnWayToDesk = (request: Request): boolean =>
  safeReturnTo(new URL(request.url).searchParams.get('kembali'), '').startsWith(HOMES.staff)

/** The same way back, carried on to the next page of signing in. */
export function onward(path: string, request: Request): string {
  const place = safeReturnTo(new URL(request.url).searchParams.get('kembali'), '')
  return place ? `${path}?${new URLSearchParams({ kembali: place })}` : path
}

/** What was just done, as the page of the account or of signing in says it once. */
export type AccountNews =
  | 'device-ended'
  | 'devices-ended'
  | 'password-changed'
  | 'second-step-on'
  | 'second-step-off'
export type DoorNews = 'signed-out' | 'password-set' | 'not-saved'
export const toAccount = (app: App, news: AccountNews, headers?: Headers): Promise<Response> =>
  redirectSaying(app, '/akun', news, headers)
export const toDoor = (app: App, news: DoorNews, headers?: Headers): Promise<Response> =>
  redirectSaying(app, '/masuk', news, headers)

/** Whoever is in already need not knock. */
export async function sendHomeIfIn(args: Args): Promise<void> {
  const session = await findSession(args.context.app, args.request)
  if (session) throw redirect(placeAfter(session.actor.kind, args.request))
}

/** Whoever is signed in, with their session; everybody else is asked to sign in first. */
export async function mine(
  args: Args,
): Promise<{ session: Session; ctx: (GroupCtx | StaffCtx) & { actor: GroupActor | StaffActor } }> {
  const { app } = args.context
  const session = await findSession(app, args.request)
  if (!session) return askToSignIn(args)
  const ctx = { db: app.db, log: app.log, now: new Date(), locale: 'id' as const, actor: session.actor }
  return { session, ctx: ctx as GroupCtx | StaffCtx }
}

/** The same for pages that only staff have. */
export async function mineAsStaff(args: Args): Promise<{ session: Session; actor: StaffActor }> {
  const { session } = await mine(args)
  if (session.actor.kind !== 'staff') throw notFound()
  return { session, actor: session.actor }
}

export const minutesOf = ({ retryAfterSeconds }: TooMany): number => Math.ceil(retryAfterSeconds / 60)

/** The same page again with what is wrong; 429 says when to come back. */
export function again<Reply>(reply: Reply, refusal?: { code: string } | TooMany) {
  if (refusal && 'retryAfterSeconds' in refusal) {
    return data(reply, { status: 429, headers: { 'Retry-After': String(refusal.retryAfterSeconds) } })
  }
  return data(reply, { status: 422 })
}

/** Longer than any of these takes on a slow day. */
const STEADY_MILLISECONDS = 400

/**
 * Answers after the same time whoever was asked for. Looking up somebody who is there takes a little longer than
 * somebody who is not; a stranger with a stopwatch must not learn which it was.
 */
export async function steadily<Value>(work: Promise<Value>): Promise<Value> {
  const elapsed = new Promise((resume) => {
    setTimeout(resume, STEADY_MILLISECONDS)
  })
  const [value] = await Promise.all([work, elapsed])
  return value
}

/** What this browser asked a code for; gone soon after the code is. */
export interface AskedCode {
  token: string
  phone: string
}

const QUARTER_HOUR = 15 * 60
const codeCookie = (app: App) => siteCookie(app.env, 'code', QUARTER_HOUR)

export async function readAskedCode({ request, context }: Args): Promise<AskedCode | null> {
  const value: unknown = await codeCookie(context.app).parse(request.headers.get('cookie'))
  if (typeof value !== 'object' || value === null) return null
  const { token, phone } = value as Partial<AskedCode>
  return typeof token === 'string' && typeof phone === 'string' ? { token, phone } : null
}

export const writeAskedCode = (app: App, asked: AskedCode): Promise<string> =>
  codeCookie(app).serialize(asked)
export const dropAskedCode = (app: App): Promise<string> => codeCookie(app).serialize('', { maxAge: 0 })
