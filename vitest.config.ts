import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: ['tests/e2e/**'],
    globalSetup: ['tests/support/global-setup.ts'],
    pool: 'forks',
    // one more than a small machine has cores: a test that waits for a fault or a deadline leaves its core to another
    maxWorkers: 3,
    // files share what they import; each leaves what it changed there as it found it
    isolate: false,
    // long enough for a busy machine: what hangs is found, what is slow is not a failure
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
