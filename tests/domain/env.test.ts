import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { BadEnvironment, readEnv } from '#app/platform/env.server.ts'

const folder = mkdtempSync(join(tmpdir(), 'anyam-env-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const production = {
  NODE_ENV: 'production',
  APP_SECRET: 'x'.repeat(32),
  APP_ORIGIN: 'https://anyam.example.go.id',
}

test('nothing needs to be set to try it', () => {
  expect(readEnv({ DATA_DIR: folder })).toMatchObject({
    isProduction: false,
    demoData: true,
    host: '127.0.0.1',
    origin: 'http://localhost:3000',
  })
})

test('production listens to everybody and loads no demo data', () => {
  expect(readEnv({ ...production, DATA_DIR: folder })).toMatchObject({ host: '0.0.0.0', demoData: false })
})

test.each([
  [{ PORT: 'tiga ribu' }, 'PORT: must be a number from 1 to 65535'],
  [{ PORT: '65536' }, 'PORT: must be a number from 1 to 65535'],
  [{ PORT: '0x1F90' }, 'PORT: must be a number from 1 to 65535'],
  [{ NODE_ENV: 'prod' }, 'NODE_ENV: '],
  [{ APP_SECRET: 'short' }, 'APP_SECRET: must have at least 32 characters'],
  [{ APP_ORIGIN: 'anyam.example.go.id' }, 'APP_ORIGIN: must be like https://'],
  [{ APP_ORIGIN: 'https://example.go.id/toko' }, 'APP_ORIGIN: must be like https://'],
  [{ ...production, APP_ORIGIN: 'http://anyam.example.go.id' }, 'APP_ORIGIN: must be https in production'],
  [{ ...production, STRIPE_API_BASE: 'http://127.0.0.1:1' }, 'STRIPE_API_BASE: only for the stand-in'],
  [{ TRUST_PROXY: 'yes' }, 'TRUST_PROXY: must be addresses'],
  [{ TRUST_PROXY: '10.0.0.0/99' }, 'TRUST_PROXY: must be addresses'],
  [{ DATABASE_URL: 'mysql://localhost/anyam' }, 'DATABASE_URL: must be like postgresql://'],
  [{ CLOUDINARY_URL: 'cloudinary://demo' }, 'CLOUDINARY_URL: must be like cloudinary://key:secret@cloud'],
  [{ SMTP_URL: 'mail.example.go.id' }, 'SMTP_URL: must be like smtps://'],
  [{ SMTP_URL: 'smtp://', MAIL_FROM: 'a@b.c' }, 'SMTP_URL: must be like smtps://'],
  [{ SMTP_URL: 'smtp://mail.example.go.id' }, 'MAIL_FROM: required with SMTP_URL'],
  [{ MAIL_FROM: 'anyam@example.go.id' }, 'SMTP_URL: required with MAIL_FROM'],
  [{ MESSAGE_GATEWAY_URL: 'https://gateway.example' }, 'MESSAGE_GATEWAY_TOKEN: required'],
  [{ MESSAGE_GATEWAY_TOKEN: 'abc' }, 'MESSAGE_GATEWAY_URL: required'],
  [{ MESSAGE_GATEWAY_URL: 'gateway.example' }, 'MESSAGE_GATEWAY_URL: must be like https://'],
  [{ STRIPE_WEBHOOK_SECRET: 'whsec_x' }, 'STRIPE_SECRET_KEY: required with STRIPE_WEBHOOK_SECRET'],
  [{ STRIPE_API_BASE: 'http://127.0.0.1:1' }, 'STRIPE_SECRET_KEY: required with STRIPE_API_BASE'],
  [{ STRIPE_SECRET_KEY: 'pk_test_x', STRIPE_WEBHOOK_SECRET: 'whsec_x' }, 'STRIPE_SECRET_KEY: must begin'],
])('%o is refused by name and with the reason', (given, words) => {
  const read = () => readEnv({ DATA_DIR: folder, ...given })
  expect(read).toThrow(BadEnvironment)
  expect(read).toThrow(words)
})

test('so is a data folder that cannot be one', () => {
  const file = join(folder, 'file')
  writeFileSync(file, '')
  expect(() => readEnv({ DATA_DIR: file })).toThrow(`DATA_DIR: ${file} must be a folder`)
})

test.each(['loopback', 'uniquelocal, 10.0.0.0/8', '127.0.0.1', '::1'])('a proxy may be %s', (TRUST_PROXY) => {
  expect(readEnv({ DATA_DIR: folder, TRUST_PROXY }).trustProxy).toBe(TRUST_PROXY)
})
