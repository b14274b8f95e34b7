import { defineConfig } from 'vitest/config'

/** Real clusters want a machine to themselves: one file after another, and not among the other tests. */
export default defineConfig({
  test: {
    include: ['test/opensearch/**/*.test.ts'],
    globalSetup: 'test/opensearch/setup.ts',
    fileParallelism: false,
    testTimeout: 240_000,
    hookTimeout: 360_000,
    reporters: ['default', './test/plain-reporter.ts'],
  },
})
