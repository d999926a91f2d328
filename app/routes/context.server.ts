import type { AppLoadContext } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import type pg from 'pg'
import { findActor } from '#app/domain/accounts/find-actor.server.ts'
import { localeOf } from '#app/lib/locale.ts'
import type { Auth } from '#app/platform/auth.server.ts'
import type { Ctx, GroupCtx, StaffCtx } from '#app/platform/context.server.ts'
import type { Database } from '#app/platform/db.server.ts'
import type { Env } from '#app/platform/env.server.ts'
import type { Refused } from '#app/platform/http/refuse.server.ts'
import type { Log } from '#app/platform/log.server.ts'
import type { Limits } from '#app/platform/rate-limit.server.ts'
import { readSettings } from '#app/platform/settings.server.ts'
import type { ImageStore } from '#app/ports/images/images.ts'
import type { FileMail } from '#app/ports/mail/file.server.ts'
import type { Mail } from '#app/ports/mail/mail.ts'
import type { FileMessages } from '#app/ports/messages/file.server.ts'
import type { Messages } from '#app/ports/messages/messages.ts'
import type { CardPayments } from '#app/ports/payments/card-payments.ts'
import { redirectSaying } from './flash.server.ts'

/** What one running Anyam holds: made at boot in server.ts, handed to every loader and action. */
export interface App {
  env: Env
  pool: pg.Pool
  db: Database
  log: Log
  auth: Auth
  limits: Limits
  images: ImageStore
  /** Photos of bank receipts: never public, so always on our own disk. */
  proofs: ImageStore
  mail: Mail
  /** null: in production without a gateway; staff then hand over codes and links themselves. */
  messages: Messages | null
  /** What left as files, for /lokal/surat. null in production. */
  outbox: { mail: FileMail; messages: FileMessages } | null
  /** null: no keys are set, so cards are not offered. */
  cards: CardPayments | null
  /** false once the process has been told to stop, or the database does not answer. */
  isReady(): Promise<boolean>
}

declare module '@remix-run/node' {
  interface AppLoadContext {
    app: App
    nonce: string
    /** The visitor's address as the trusted proxy gives it. For rate limits only; never stored as it is. */
    ip: string
    /** Names this answer in the log. */
    requestId?: string
    /** Set when an error says so: the answer is then 503, not 500. */
    isDatabaseAway?: boolean
    /** Set when the request was refused before any page saw it. */
    refused?: Refused | undefined
  }
}

interface Args {
  request: Request
  context: AppLoadContext
}

/** A shopper: no account, only what their cookies prove. */
export function shopContext({ request, context }: Args): Ctx {
  const { db, log } = context.app
  return { db, log, now: new Date(), locale: localeOf(new URL(request.url).pathname) }
}

/**
 * Off to the door, and back here afterwards. Whoever was sending a form hears that it was not saved: their session has
 * ended while they filled it in.
 */
export async function askToSignIn({
  request,
  context,
}: {
  request: Request
  context: { app: App }
}): Promise<never> {
  const { pathname, search } = new URL(request.url)
  const door = `/masuk?${new URLSearchParams({ kembali: pathname + search })}`
  throw request.method === 'GET' ? redirect(door) : await redirectSaying(context.app, door, 'not-saved')
}

/** Nothing here: for what does not exist and for what is not yours alike. */
export const notFound = () => new Response(null, { status: 404, statusText: 'Not Found' })

/** What the page of somebody else's console says to who is signed in: which is their own. */
export interface NotYours {
  own: 'group' | 'staff'
  demo: boolean
}
async function notYours({ context }: Args, { kind }: { kind: NotYours['own'] }) {
  const { demo } = await readSettings(context.app.db)
  const said: NotYours = { own: kind, demo: demo.isLoaded }
  return Response.json(said, { status: 404, statusText: 'Not Found' })
}

/** A craft group's own phone. Anyone else is asked to sign in, or finds nothing here. */
export async function groupContext(args: Args): Promise<GroupCtx> {
  const actor = await findActor(args.context.app, args.request)
  if (!actor) return askToSignIn(args)
  if (actor.kind !== 'group') throw await notYours(args, actor)
  return { ...shopContext(args), locale: 'id', actor }
}

/** Library staff. Anyone else is asked to sign in, or finds nothing here. */
export async function staffContext(args: Args): Promise<StaffCtx> {
  const actor = await findActor(args.context.app, args.request)
  if (!actor) return askToSignIn(args)
  if (actor.kind !== 'staff') throw await notYours(args, actor)
  return { ...shopContext(args), locale: 'id', actor }
}
