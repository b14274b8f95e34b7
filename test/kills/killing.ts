/** Each work killed so often at moments by chance, and what was wrong afterwards. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { diceOf } from '../support/dice.ts'
import { killedAfter } from './killed.ts'
import { worksIn } from './works.ts'

/** `moments`: things that happen in the folder when nobody kills. */
export type Killed = { name: string; killed: number; moments: number; faults: string[] }

export async function killEach(names: string[] | null, kills: number, seed: number): Promise<Killed[]> {
  const dice = diceOf(seed)
  const folder = await mkdtemp(join(tmpdir(), 'kills-'))
  const dataDir = join(folder, 'data')
  const told: Killed[] = []
  try {
    for (const work of await worksIn(folder)) {
      if (names && !names.includes(work.name)) continue
      const run = (after: number) => killedAfter(after, dataDir, work.args, work.watched)
      await work.begin(dataDir)
      const whole = await run(Number.POSITIVE_INFINITY)
      if (whole.code !== 0) throw new Error(`${work.name} ends with ${whole.code} where nobody kills it`)
      await work.learn?.(dataDir)
      const one: Killed = { name: work.name, killed: 0, moments: whole.events, faults: [] }
      for (let kill = 0; kill < kills; kill++) {
        await work.begin(dataDir)
        const { signal } = await run(Math.floor(dice() * whole.events))
        if (signal) one.killed++
        const fault = await work.fault(dataDir)
        if (fault) one.faults.push(fault)
      }
      told.push(one)
    }
    return told
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
