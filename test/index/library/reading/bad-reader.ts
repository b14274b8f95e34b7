/** Runs in a room apart and does what a file may make a library do. */
import { serve } from '../../../../index/library/reading/serve.ts'

export type Deed = 'echo' | 'loop' | 'heap' | 'buffers' | 'reject aside' | 'throw aside' | 'throw' | 'exit' | 'never'

const fill = (one: () => unknown): never => {
  const kept: unknown[] = []
  for (;;) kept.push(one())
}

serve<Deed, string>(async (deed) => {
  if (deed === 'loop') for (;;);
  if (deed === 'heap') fill(() => Array.from({ length: 1000 }, (_, i) => ({ i })))
  if (deed === 'buffers') fill(() => new Uint8Array(1_000_000).fill(1))
  if (deed === 'reject aside') void Promise.reject(new Error('nobody waits for this'))
  if (deed === 'throw aside') setImmediate(() => JSON.parse('{'))
  if (deed === 'throw') throw new Error('no such page')
  if (deed === 'exit') process.exit(7)
  if (deed === 'never' || deed === 'throw aside') await new Promise(() => {})
  return `did ${deed} as ${process.pid}, ${process.env.ADMIN_TOKEN ?? 'without a token'}`
})
