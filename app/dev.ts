import type { ServerBuild } from '@remix-run/node'
import { createServer } from 'vite'
import { startStripeStandIn } from '#tests/support/stripe/stand-in.ts'
import { runUntilStopped } from './run.server.ts'

const port = process.env['PORT'] ?? '3000'

// cards go through the stand-in unless keys are given
if (!process.env['STRIPE_SECRET_KEY']) {
  const keys = { secretKey: 'sk_test_stand_in', webhookSecret: 'whsec_for_the_stand_in_only' }
  const stripe = await startStripeStandIn({ ...keys, webhookUrl: `http://localhost:${port}/webhook/bayar` })
  process.env['STRIPE_SECRET_KEY'] = keys.secretKey
  process.env['STRIPE_WEBHOOK_SECRET'] = keys.webhookSecret
  process.env['STRIPE_API_BASE'] = stripe.url
}

/** Remix's plugin ends the process at once when it is told to leave; that would leave the database running behind. */
async function stayingInCharge<T>(work: () => Promise<T>): Promise<T> {
  const signals = ['SIGINT', 'SIGTERM'] as const
  const before = signals.map((signal) => process.listeners(signal))
  const done = await work()
  for (const [at, signal] of signals.entries())
    for (const listener of process.listeners(signal))
      if (!before[at]?.includes(listener)) process.off(signal, listener)
  return done
}

/** Development: Vite builds and reloads the pages as they change. */
await runUntilStopped(async () => {
  const vite = await stayingInCharge(() =>
    createServer({ server: { middlewareMode: true }, appType: 'custom' }),
  )
  return {
    build: () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>,
    statics: (app) => app.use(vite.middlewares),
    isDev: true,
  }
})
