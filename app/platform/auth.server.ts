import { betterAuth } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { type Expression, sql } from 'kysely'
import { z } from 'zod'
import { newCode, newId } from '#app/lib/ids.ts'
import { COOKIE_LIMIT_SECONDS, cookieName, isSecure } from './cookies.server.ts'
import { type Db, moment } from './db.server.ts'
import type { Log } from './log.server.ts'

export type Auth = ReturnType<typeof makeAuth>

interface Options {
  db: Db
  /** Where people reach the site; https makes the cookies Secure and __Host-. */
  origin: string
  secret: string
  log: Log
}

/**
 * better-auth on our own tables. Its HTTP handler is not mounted: pages call `auth.api` and pass its cookies on.
 * Make it after migrating, because it remembers what it found in the database.
 */
export function makeAuth({ db, origin, secret, log }: Options) {
  return betterAuth({
    appName: 'Anyam Kayong',
    baseURL: origin,
    secret,
    telemetry: { enabled: false },
    logger: {
      level: 'error',
      log: (_level, message) => message !== NO_SESSION && log.error({ message }, 'sign-in library'),
    },
    database: { db, type: 'postgres', transaction: !db.isTransaction },
    ...tables,
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      // a backstop: what a password may be is decided before it comes here (password-rules.ts)
      minPasswordLength: 12,
      maxPasswordLength: 128,
    },
    rateLimit: { enabled: false },
    advanced: {
      useSecureCookies: false,
      cookiePrefix: cookieName({ origin }, ''),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure({ origin }) },
      database: { generateId: () => newId() },
      ipAddress: { disableIpTracking: true },
    },
    databaseHooks: { session: { create: { before: (session) => startingSession(db, session) } } },
    plugins: [secondFactor, ownSignIn],
  })
}

/** What the library logs as a fault when startingSession refuses a disabled user. Whatever fails is thrown, and logged there. */
const NO_SESSION = 'Failed to create session'

const stamps = { createdAt: 'created_at', updatedAt: 'updated_at' } as const
const tables = {
  user: {
    modelName: 'app_user',
    fields: { emailVerified: 'email_verified', ...stamps },
    // never written by the library, but it checks that it knows every column it would have to fill
    additionalFields: { role: { type: 'string', required: true, input: false } },
  },
  session: {
    modelName: 'user_session',
    fields: {
      userId: 'user_id',
      expiresAt: 'expires_at',
      ipAddress: 'ip_address',
      userAgent: 'user_agent',
      ...stamps,
    },
    // how long the cookie is kept at most; how long it counts is in the row (endOfSession)
    expiresIn: COOKIE_LIMIT_SECONDS,
    disableSessionRefresh: true,
  },
  account: {
    modelName: 'user_credential',
    fields: {
      userId: 'user_id',
      accountId: 'account_id',
      providerId: 'provider_id',
      accessToken: 'access_token',
      refreshToken: 'refresh_token',
      idToken: 'id_token',
      accessTokenExpiresAt: 'access_token_expires_at',
      refreshTokenExpiresAt: 'refresh_token_expires_at',
      ...stamps,
    },
  },
  verification: {
    modelName: 'sign_in_verification',
    fields: { expiresAt: 'expires_at', ...stamps },
    storeIdentifier: 'hashed',
    // by an instance's own clock it would take away what is still good; the sweep forgets them (forget-old-sign-ins)
    disableCleanup: true,
  },
} as const

const BACKUP_CODES = 10

const secondFactor = twoFactor({
  issuer: 'Anyam Kayong',
  twoFactorCookieMaxAge: 10 * 60,
  backupCodeOptions: {
    storeBackupCodes: 'encrypted',
    // written down by hand and typed back months later: nothing that looks like something else
    customBackupCodesGenerate: () =>
      Array.from({ length: BACKUP_CODES }, () => `${newCode(5)}-${newCode(5)}`),
  },
  schema: {
    user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
    twoFactor: {
      modelName: 'user_two_factor',
      fields: {
        userId: 'user_id',
        backupCodes: 'backup_codes',
        failedVerificationCount: 'failed_verification_count',
        lockedUntil: 'locked_until',
      },
    },
  },
})

/** What better-auth lacks: signing in somebody whom a code or a link has already proved, and reading the cookie alone. */
const ownSignIn = {
  id: 'own-sign-in',
  endpoints: {
    startSession: createAuthEndpoint.serverOnly(
      { method: 'POST', requireHeaders: true, body: z.object({ userId: z.uuid() }) },
      async (ctx) => {
        const user = await ctx.context.internalAdapter.findUserById(ctx.body.userId)
        const session = user && (await ctx.context.internalAdapter.createSession(user.id))
        if (!session) return { started: false }
        await setSessionCookie(ctx, { session, user }, false)
        return { started: true }
      },
    ),
    readSessionToken: createAuthEndpoint.serverOnly({ method: 'GET', requireHeaders: true }, async (ctx) => {
      const { name } = ctx.context.authCookies.sessionToken
      return { token: (await ctx.getSignedCookie(name, ctx.context.secret)) || null }
    }),
  },
} as const

/**
 * When a sign-in ends, unless it is used before: a group's phone 90 days on; staff 8 hours on, and never 12 hours past its start.
 * @param start when the sign-in began; the statement must name app_user
 */
export const endOfSession = (start: Expression<Date>) =>
  sql<Date>`case app_user.role when 'group' then moment() + interval '90 days'
    else least(${start} + interval '12 hours', moment() + interval '8 hours') end`

/** The database's clock dates a session, and a disabled user gets none. */
async function startingSession<Session extends { userId: string }>(db: Db, session: Session) {
  const dates = await db
    .selectFrom('app_user')
    .where('id', '=', session.userId)
    .where('disabled_at', 'is', null)
    .select([endOfSession(moment()).as('expiresAt'), moment().as('createdAt')])
    .executeTakeFirst()
  if (!dates) return false
  return { data: { ...session, ...dates, updatedAt: dates.createdAt } }
}
