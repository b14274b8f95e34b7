/** Some dozens of hostile files, the same ones every time. `npm run -s hostile -- --files 2000` reads as many as you like. */
import { expect, it } from 'vitest'
import { diceOf } from '../support/dice.ts'
import { fileOf } from './files.ts'
import { readHostile } from './readers.ts'

const FILES = 60

it('hostile files are each read or refused in words, and hold up nobody', { timeout: 300_000 }, async () => {
  const dice = diceOf(4)
  const { faults, outcomes, stalledMs } = await readHostile(Array.from({ length: FILES }, () => fileOf(dice)))
  expect(faults).toEqual([])
  expect(Object.values(outcomes).reduce((sum, count) => sum + count, 0)).toBe(2 * FILES)
  expect(stalledMs).toBeLessThan(200)
})
