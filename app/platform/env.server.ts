import { randomBytes } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import { z } from 'zod'

const blankIsAbsent = (value: unknown) =>
  typeof value === 'string' && value.trim() === '' ? undefined : value
const optional = <S extends z.ZodType>(schema: S) => z.preprocess(blankIsAbsent, schema.optional())

const PROXY_NAMES = ['loopback', 'linklocal', 'uniquelocal']

/** What Express takes for proxies to believe; anything else it would refuse with a stack trace. */
function isProxyList(value: string): boolean {
  const parts = value.split(',').map((part) => part.trim())
  return parts.every((part) => PROXY_NAMES.includes(part) || isNetwork(part))
}

function isNetwork(part: string): boolean {
  const [address = '', bits, ...rest] = part.split('/')
  const kind = isIP(address)
  if (kind === 0 || rest.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (kind === 4 ? 32 : 128))
}

/** An origin and no more: a path would be dropped without a word, and every link in a letter would lead astray. */
function isOrigin(value: string): boolean {
  return URL.canParse(value) && new URL(value).href === `${new URL(value).origin}/`
}

const ORIGIN = 'must be like https://anyam.example.go.id, with nothing after it'
const PORT = 'must be a number from 1 to 65535'

const variables = z.object({
  NODE_ENV: z.preprocess(blankIsAbsent, z.enum(['production', 'development', 'test']).default('development')),
  PORT: optional(
    z
      .string()
      .regex(/^\d+$/, PORT)
      .transform(Number)
      .refine((port) => port >= 1 && port <= 65_535, PORT),
  ),
  HOST: optional(z.string()),
  APP_ORIGIN: optional(z.url({ protocol: /^https?$/, error: ORIGIN }).refine(isOrigin, ORIGIN)),
  APP_SECRET: optional(z.string().min(32, 'must have at least 32 characters')),
  TRUST_PROXY: optional(
    z
      .string()
      .refine(
        isProxyList,
        'must be addresses, or loopback, linklocal, uniquelocal, with commas between them',
      ),
  ),
  DATABASE_URL: optional(
    z.url({ protocol: /^postgres(ql)?$/, error: 'must be like postgresql://user:password@host:5432/name' }),
  ),
  DEMO_DATA: z.preprocess(blankIsAbsent, z.enum(['yes', 'no']).default('yes')),
  DATA_DIR: z.preprocess(blankIsAbsent, z.string().default('.data')),
  LOG_LEVEL: z.preprocess(
    blankIsAbsent,
    z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  ),
  STRIPE_SECRET_KEY: optional(z.string()),
  STRIPE_WEBHOOK_SECRET: z.string().optional(),
  STRIPE_API_BASE: optional(z.url({ protocol: /^https?$/, error: 'must be like http://localhost:12111' })),
  CLOUDINARY_URL: optional(
    z.string().regex(/^cloudinary:\/\/[^:@/]+:[^:@/]+@[^:@/]+/, 'must be like cloudinary://key:secret@cloud'),
  ),
  SMTP_URL: optional(z.string().regex(/^smtps?:\/\/[^/\s]/, 'must be like smtps://user:password@host')),
  MAIL_FROM: optional(z.string()),
  MESSAGE_GATEWAY_URL: optional(
    z.url({ protocol: /^https?$/, error: 'must be like https://gateway.example/send' }),
  ),
  MESSAGE_GATEWAY_TOKEN: optional(z.string()),
})

export interface Env {
  isProduction: boolean
  port: number
  host: string
  origin: string
  secret: string
  trustProxy: string | undefined
  /** Absent: Anyam runs its own PostgreSQL in the data folder. */
  databaseUrl: string | undefined
  dataDir: string
  /** Whether an empty database gets the demo data; never in production. */
  demoData: boolean
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  stripe: { secretKey: string; webhookSecret: string; apiBase: string | undefined } | null
  cloudinaryUrl: string | null
  smtp: { url: string; from: string } | null
  messageGateway: { url: string; token: string } | null
}

export class BadEnvironment extends Error {
  constructor(readonly reasons: string[]) {
    super(`Anyam cannot start:\n${reasons.map((reason) => `  - ${reason}`).join('\n')}`)
  }
}

/**
 * Reads and checks the environment once, at boot.
 * @throws BadEnvironment naming each variable that is missing, malformed or dangerous in combination, and why
 */
export function readEnv(source: Record<string, string | undefined>): Env {
  const parsed = variables.safeParse(source)
  if (!parsed.success) {
    throw new BadEnvironment(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`))
  }
  const given = parsed.data
  const reasons = dangers(given)
  if (reasons.length > 0) throw new BadEnvironment(reasons)
  const isProduction = given.NODE_ENV === 'production'
  const port = given.PORT ?? 3000
  const dataDir = resolve(given.DATA_DIR)
  return {
    isProduction,
    port,
    host: given.HOST ?? (isProduction ? '0.0.0.0' : '127.0.0.1'),
    origin: new URL(given.APP_ORIGIN ?? `http://localhost:${port}`).origin,
    secret: given.APP_SECRET ?? localSecret(dataDir),
    trustProxy: given.TRUST_PROXY,
    databaseUrl: given.DATABASE_URL,
    dataDir,
    demoData: !isProduction && given.DEMO_DATA === 'yes',
    logLevel: given.LOG_LEVEL,
    stripe: given.STRIPE_SECRET_KEY
      ? {
          secretKey: given.STRIPE_SECRET_KEY,
          webhookSecret: given.STRIPE_WEBHOOK_SECRET ?? '',
          apiBase: given.STRIPE_API_BASE,
        }
      : null,
    cloudinaryUrl: given.CLOUDINARY_URL ?? null,
    smtp: given.SMTP_URL ? { url: given.SMTP_URL, from: given.MAIL_FROM ?? '' } : null,
    messageGateway: given.MESSAGE_GATEWAY_URL
      ? { url: given.MESSAGE_GATEWAY_URL, token: given.MESSAGE_GATEWAY_TOKEN ?? '' }
      : null,
  }
}

type Given = z.infer<typeof variables>

function dangers(given: Given): string[] {
  return [
    ...productionDangers(given),
    ...stripeDangers(given),
    ...companions(given),
    ...dataDirTrouble(given),
  ]
}

function productionDangers(given: Given): string[] {
  if (given.NODE_ENV !== 'production') return []
  const reasons: string[] = []
  if (!given.APP_SECRET)
    reasons.push('APP_SECRET: required in production, at least 32 characters; order links are made with it')
  if (!given.APP_ORIGIN) reasons.push('APP_ORIGIN: required in production, e.g. https://anyam.example.go.id')
  else if (!given.APP_ORIGIN.startsWith('https://'))
    reasons.push('APP_ORIGIN: must be https in production; cookies are sent over TLS only')
  if (given.STRIPE_API_BASE)
    reasons.push(
      'STRIPE_API_BASE: only for the stand-in outside production; in production the real Stripe is used',
    )
  return reasons
}

function stripeDangers(given: Given): string[] {
  const key = given.STRIPE_SECRET_KEY
  const reasons: string[] = []
  if (!key) return reasons
  if (!/^(sk|rk)_(test|live)_/.test(key))
    reasons.push('STRIPE_SECRET_KEY: must begin with sk_test_, rk_test_, sk_live_ or rk_live_')
  if (/^(sk|rk)_live_/.test(key) && given.NODE_ENV !== 'production') {
    reasons.push('STRIPE_SECRET_KEY: a live key outside production would charge real cards')
  }
  if (!given.STRIPE_WEBHOOK_SECRET?.trim()) {
    reasons.push(
      'STRIPE_WEBHOOK_SECRET: must be set with STRIPE_SECRET_KEY; a blank secret would accept forged payments',
    )
  }
  return reasons
}

/** Half a service is none: whoever set one of the two believes that it works. */
const PAIRS: [keyof Given, keyof Given, string][] = [
  ['SMTP_URL', 'MAIL_FROM', 'the address that letters are sent from'],
  ['MAIL_FROM', 'SMTP_URL', 'without a mail server letters only become files'],
  ['MESSAGE_GATEWAY_URL', 'MESSAGE_GATEWAY_TOKEN', 'the gateway would refuse every code'],
  ['MESSAGE_GATEWAY_TOKEN', 'MESSAGE_GATEWAY_URL', 'without a gateway no code is sent'],
  ['STRIPE_WEBHOOK_SECRET', 'STRIPE_SECRET_KEY', 'without a key no card is taken'],
  ['STRIPE_API_BASE', 'STRIPE_SECRET_KEY', 'without a key no card is taken'],
]

const companions = (given: Given): string[] =>
  PAIRS.filter(([set, missing]) => given[set] && !given[missing]).map(
    ([set, missing, why]) => `${missing}: required with ${set}; ${why}`,
  )

/** Pictures, proofs and, without DATABASE_URL, the database itself: nothing works where they cannot be kept. */
function dataDirTrouble({ DATA_DIR }: Given): string[] {
  try {
    // others may pass through, so that PostgreSQL can reach its own folder when Anyam runs as root, but not look around
    mkdirSync(DATA_DIR, { recursive: true, mode: 0o711 })
    accessSync(DATA_DIR, constants.R_OK | constants.W_OK | constants.X_OK)
    return []
  } catch (error) {
    return [
      `DATA_DIR: ${resolve(DATA_DIR)} must be a folder that Anyam may write to (${(error as NodeJS.ErrnoException).code})`,
    ]
  }
}

/** Outside production a secret is made once and kept beside the data, so that links survive a restart. */
function localSecret(dataDir: string): string {
  const file = join(dataDir, 'secret')
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  const secret = randomBytes(32).toString('base64url')
  writeFileSync(file, `${secret}\n`, { mode: 0o600 })
  return secret
}
