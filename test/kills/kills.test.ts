/** Killed at any moment, a work leaves the collection before or the new one. `npm run -s kills` kills each fifty times. */
import { expect, it } from 'vitest'
import { killEach } from './killing.ts'

it('ingest, index writing and removal leave nothing half done when they are killed', { timeout: 600_000 }, async () => {
  const told = await killEach(['ingest', 'index writing', 'removal'], 2, 11)
  expect(told.flatMap(({ faults }) => faults)).toEqual([])
  expect(told.map(({ name }) => name)).toEqual(['ingest', 'index writing', 'removal'])
  expect(told.reduce((sum, { killed }) => sum + killed, 0)).toBeGreaterThan(0)
})
