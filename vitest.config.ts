import { defineConfig } from 'vitest/config'

const FAULTS = 'tests/faults/**/*.test.ts'

export default defineConfig({
  test: {
    globalSetup: ['tests/support/global-setup.ts'],
    pool: 'forks',
    // files share what they import; each leaves what it changed there as it found it
    isolate: false,
    // long enough for a busy machine: what hangs is found, what is slow is not a failure
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
          exclude: ['tests/e2e/**', FAULTS],
          // more than a small machine has cores: a test that waits leaves its core to another
          maxWorkers: 4,
        },
      },
      {
        extends: true,
        // whole shops, whose patience is counted in seconds: after everything else, and not crowded
        test: { name: 'faults', include: [FAULTS], maxWorkers: 2, sequence: { groupOrder: 1 } },
      },
    ],
  },
})
