/** Costly work is done one after another; who would wait too long is told at once, and nobody is forgotten. */
import { describe, expect, it, vi } from 'vitest'
import { arrived, turn } from '../../../index/work/turn.ts'
import { inLine, LineFull, makeLine } from '../../../server/work/line.ts'

/** A work whose end one holds. */
function work() {
  let end = (): void => {}
  const done = new Promise<void>((resolve) => {
    end = resolve
  })
  return { done, end }
}
const settled = async (): Promise<void> => {
  for (let i = 0; i < 5; i++) await new Promise((resolve) => setImmediate(resolve))
}

describe('a line', () => {
  it('lets one work after another, in the order in which they came, whatever becomes of them', async () => {
    const line = makeLine(Number.POSITIVE_INFINITY)
    const order: string[] = []
    const one = (name: string) => async () => {
      order.push(`${name} begins`)
      await settled()
      order.push(`${name} ends`)
      if (name === 'b') throw new Error('broken')
    }
    const all = await Promise.allSettled(['a', 'b', 'c'].map((name) => inLine(line, one(name))))
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
  })

  it('sends away who would wait too long, going by those before, and says when to come back', async () => {
    const clock = vi.spyOn(performance, 'now').mockReturnValue(0)
    const line = makeLine(3_000)
    const leave = await line.enter()
    clock.mockReturnValue(5_000)
    leave()
    // a second each is what the average has come to
    const first = await line.enter()
    const second = line.enter(2)
    const refused = await line.enter().catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(LineFull)
    expect((refused as LineFull).seconds).toBe(4)
    first()
    ;(await second)()
    clock.mockRestore()
  })

  it('lets as many at work together as it has places, and the next one when one of them has ended', async () => {
    const line = makeLine(Number.POSITIVE_INFINITY, 2)
    const works = [work(), work(), work()]
    const begun: number[] = []
    const all = works.map(({ done }, i) =>
      inLine(line, () => {
        begun.push(i)
        return done
      }),
    )
    await settled()
    expect(begun).toEqual([0, 1])
    works[1]!.end()
    await settled()
    expect(begun).toEqual([0, 1, 2])
    for (const { end } of works) end()
    await Promise.all(all)
  })

  it('takes whatever comes where nobody waits, however much it is', async () => {
    const line = makeLine(10)
    ;(await line.enter(1_000))()
    expect(await inLine(line, () => 'done', 1_000)).toBe('done')
  })

  it('sends everybody away once the one in front has waited too long', async () => {
    const clock = vi.spyOn(performance, 'now').mockReturnValue(0)
    const line = makeLine(3_000)
    const leave = await line.enter()
    const waits = line.enter()
    clock.mockReturnValue(3_001)
    await expect(line.enter()).rejects.toThrow(LineFull)
    leave()
    ;(await waits)()
    clock.mockRestore()
  })

  it('that closes sends away who waits, and lets the one at work end', async () => {
    const line = makeLine(Number.POSITIVE_INFINITY)
    const { done, end } = work()
    const atWork = inLine(line, () => done.then(() => 'answered'))
    const waits = inLine(line, () => 'never')
    line.close()
    await expect(waits).rejects.toThrow(LineFull)
    await expect(line.enter()).rejects.toThrow(LineFull)
    end()
    expect(await atWork).toBe('answered')
  })
})

describe('a turn', () => {
  it('goes round as long as somebody comes, and not for ever', async () => {
    let left = 10
    const come = (): void => {
      if (left-- <= 0) return
      arrived()
      setImmediate(come)
    }
    setImmediate(come)
    await turn()
    expect(left).toBeLessThanOrEqual(0)
    left = Number.POSITIVE_INFINITY
    setImmediate(come)
    await turn()
    left = 0
  })
})
