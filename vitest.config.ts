import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // the usual number leaves one core idle, which on a machine of two is half of it
    maxWorkers: availableParallelism(),
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 10_000 } },
    reporters: ['default', './test/plain-reporter.ts'],
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/**/*.test.{ts,tsx}'], exclude: ['test/browser/**', 'test/opensearch/**'] } },
      {
        extends: true,
        // One Chromium and one server for all of it, so one file after another.
        test: { name: 'browser', include: ['test/browser/**/*.test.ts'], globalSetup: 'test/browser/setup.ts', fileParallelism: false },
      },
    ],
  },
})
