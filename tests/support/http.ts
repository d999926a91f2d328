import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { DEMO_PASSWORD } from '#app/domain/accounts/demo-users.server.ts'
import { makeDatabase, makePool } from '#app/platform/db.server.ts'
import { freePort } from '#db/local-postgres.ts'
import { demoDatabase, freshDatabase } from './database.ts'
import { startStripeStandIn } from './stripe/stand-in.ts'
import { quiet } from './test.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const WEBHOOK_SECRET = 'whsec_for_the_stand_in_only'

export interface TestAppOptions {
  /** More environment, such as CLOUDINARY_URL. */
  env?: Record<string, string>
  /** Cards through the stand-in; on unless said otherwise. */
  cards?: boolean
  /** With the demo data in it, cloned from a template that is made once a run. */
  demo?: boolean
  /** Another instance beside this one, on the same database. */
  databaseUrl?: string
  /** A module that the process loads before anything else. */
  preload?: string
}

/** The built shop as its own process, on a database of its own, as a visitor's browser meets it. */
export async function startTestApp(options: TestAppOptions = {}) {
  const fresh = options.databaseUrl ? null : await (options.demo ? demoDatabase() : freshDatabase())
  const databaseUrl = options.databaseUrl ?? fresh?.url ?? ''
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const dataDir = mkdtempSync(join(tmpdir(), 'anyam-app-'))
  const stripe =
    options.cards === false
      ? null
      : await startStripeStandIn({
          secretKey: 'sk_test_stand_in',
          webhookSecret: WEBHOOK_SECRET,
          webhookUrl: `${origin}/webhook/bayar`,
        })
  const env = {
    PATH: process.env['PATH'] ?? '',
    PORT: String(port),
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    LOG_LEVEL: 'warn',
    DEMO_DATA: 'no',
    ...(stripe && {
      STRIPE_SECRET_KEY: 'sk_test_stand_in',
      STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
      STRIPE_API_BASE: stripe.url,
    }),
    ...options.env,
  }
  const start = () => launch(env, options.preload)
  let server = await start()
  const pool = makePool(databaseUrl, quiet, 4)
  return {
    origin,
    dataDir,
    databaseUrl,
    stripe,
    pid: server.pid,
    output: () => server.output(),
    db: makeDatabase(pool),
    browser: () => new TestBrowser(origin),
    signal: (name: NodeJS.Signals) => server.signal(name),
    /** The same instance anew, at the same address and on the same data. */
    async restart() {
      server = await start()
    },
    async stop() {
      await server.stop()
      await stripe?.close()
      await pool.end()
      await fresh?.drop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

export type TestApp = Awaited<ReturnType<typeof startTestApp>>

/** Starts the server as it was built and waits until it says where it is. */
function launch(variables: Record<string, string>, preload?: string) {
  const env = { ...variables, NODE_ENV: (variables['NODE_ENV'] ?? 'test') as 'test' }
  const imports = preload ? ['--import', 'tsx', '--import', preload] : []
  const child = spawn(process.execPath, [...imports, 'build/server/server.js'], {
    cwd: ROOT,
    env,
    stdio: 'pipe',
  })
  let said = ''
  const exited = new Promise<number | null>((left) => child.once('exit', left))
  return new Promise<{
    pid: number
    output(): string
    signal(name: NodeJS.Signals): Promise<number | null>
    stop(): Promise<void>
  }>((ready, fail) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      if (!said.includes('Anyam berjalan di')) return
      ready({
        pid: child.pid ?? 0,
        output: () => said,
        signal: (name) => {
          child.kill(name)
          return exited
        },
        async stop() {
          if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
          await exited
        },
      })
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    void exited.then((code) => fail(new Error(`The server left with ${code}:\n${said}`)))
  })
}

/** A browser in which one of the two of the demo staff has signed in. */
export async function signedInStaff(app: TestApp, who: 'petugas' | 'kepala' = 'petugas') {
  const browser = app.browser()
  await browser.post('/masuk', { intent: 'staff', email: `${who}@demo.anyam.id`, password: DEMO_PASSWORD })
  return browser
}

/** A visitor without JavaScript: follows nothing by itself, keeps cookies, sends forms the way a browser does. */
export class TestBrowser {
  constructor(
    private readonly origin: string,
    private readonly cookies = new Map<string, string>(),
  ) {}

  /** The same browser, whose next request a balancer sends to another instance. */
  at(app: { origin: string }): TestBrowser {
    return new TestBrowser(app.origin, this.cookies)
  }

  /** What a thief of this browser's cookies would have. */
  copy(): TestBrowser {
    return new TestBrowser(this.origin, new Map(this.cookies))
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.send(path, { headers })
  }

  post(
    path: string,
    form: Record<string, string> | FormData,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const body = form instanceof FormData ? form : new URLSearchParams(form)
    return this.send(path, { method: 'POST', body, headers: { Origin: this.origin, ...headers } })
  }

  /** Sends anything at all; redirects are answers, not detours. */
  async send(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers)
    if (this.cookies.size > 0 && !headers.has('Cookie')) {
      headers.set('Cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    }
    const answer = await fetch(new URL(path, this.origin), { ...init, headers, redirect: 'manual' })
    for (const cookie of answer.headers.getSetCookie()) this.keep(cookie)
    return answer
  }

  /** Goes on until a page answers. */
  async follow(answer: Response): Promise<Response> {
    const to = answer.headers.get('Location')
    return to ? this.follow(await this.get(to)) : answer
  }

  cookie(name: string): string | undefined {
    return this.cookies.get(name)
  }

  private keep(cookie: string): void {
    const [pair = '', ...attributes] = cookie.split(';')
    const cut = pair.indexOf('=')
    const name = pair.slice(0, cut)
    if (attributes.some((attribute) => /max-age=0/i.test(attribute))) this.cookies.delete(name)
    else this.cookies.set(name, pair.slice(cut + 1))
  }
}
