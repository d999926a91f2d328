import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { findBrowser } from './tests/support/browser.ts'

const PORT = Number(process.env['E2E_PORT'] ?? 3977)
const browser = await findBrowser()
// handed on to the shop and to the workers, which read this file too
process.env['E2E_DATA_DIR'] ??= mkdtempSync(join(tmpdir(), 'anyam-e2e-'))

const ALONE = '**/accessibility-trouble.e2e.ts'

export default defineConfig({
  testDir: 'tests/e2e',
  projects: [
    { name: 'journeys', testMatch: '**/*.e2e.ts', testIgnore: ALONE },
    // takes the data away from everybody
    { name: 'trouble', testMatch: ALONE, dependencies: ['journeys'] },
  ],
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // generous, because two cores may be busy with anything else; nothing here measures time
  timeout: 120_000,
  retries: process.env['CI'] ? 1 : 0,
  expect: { timeout: 15_000 },
  reporter: 'list',
  outputDir: 'test-results',
  use: {
    baseURL: `http://localhost:${PORT}`,
    locale: 'id-ID',
    timezoneId: 'Asia/Pontianak',
    viewport: { width: 360, height: 740 },
    launchOptions: { executablePath: browser.executablePath, args: browser.args },
    screenshot: 'only-on-failure',
  },
  webServer: {
    command: `node --import tsx tests/e2e/serve.ts ${PORT}`,
    url: `http://localhost:${PORT}/sehat/siap`,
    timeout: 180_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    stdout: 'ignore',
    stderr: 'pipe',
  },
})
