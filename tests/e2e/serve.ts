import { spawn } from 'node:child_process'
import { chmodSync, rmSync } from 'node:fs'
import { startStripeStandIn } from '#tests/support/stripe/stand-in.ts'

// The shop as a stranger starts it, demo data and all, with cards through the stand-in. For the journeys only.
const port = Number(process.argv[2])
const secretKey = 'sk_test_stand_in'
const webhookSecret = 'whsec_for_the_stand_in_only'
const dataDir = process.env['E2E_DATA_DIR']
if (!dataDir) throw new Error('E2E_DATA_DIR: says where the data are to be')
// PostgreSQL does not run as root, so it must be able to pass through
chmodSync(dataDir, 0o711)
const stripe = await startStripeStandIn({
  secretKey,
  webhookSecret,
  webhookUrl: `http://localhost:${port}/webhook/bayar`,
})

const server = spawn(process.execPath, ['build/server/server.js'], {
  stdio: 'inherit',
  env: {
    ...process.env,
    NODE_ENV: 'development',
    DATABASE_URL: '',
    PORT: String(port),
    DATA_DIR: dataDir,
    LOG_LEVEL: 'warn',
    STRIPE_SECRET_KEY: secretKey,
    STRIPE_WEBHOOK_SECRET: webhookSecret,
    STRIPE_API_BASE: stripe.url,
  },
})

process.once('SIGTERM', () => server.kill('SIGTERM'))
process.once('SIGINT', () => server.kill('SIGTERM'))
server.once('exit', (code) => {
  rmSync(dataDir, { recursive: true, force: true })
  process.exit(code ?? 0)
})
