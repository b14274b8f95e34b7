/** Long work lets others have their turn, and ends with the request that it is for. */
import { setImmediate } from 'node:timers/promises'
import { expect, it, vi } from 'vitest'
import { turnsWithin } from '../../../server/http/load.ts'

it('between two pieces of a long work others have their turn', async () => {
  const turn = turnsWithin(60)
  let others = 0
  void (async () => {
    for (;;) {
      await setImmediate()
      if (++others > 100) return
    }
  })()
  for (let piece = 0; piece < 10; piece++) await turn()
  expect(others).toBeGreaterThan(5)
})

it('and it ends where its request has been given up', async () => {
  const clock = vi.spyOn(performance, 'now')
  const start = performance.now()
  clock.mockReturnValue(start)
  const turn = turnsWithin(20)
  await turn()
  clock.mockReturnValue(start + 20_001)
  await expect(turn()).rejects.toMatchObject({ status: 408 })
  clock.mockRestore()
})
