/** What tests may do to the cluster: end nodes as a crash does, and start them again. */
import { inject } from 'vitest'

export const urls = inject('urls')
export const search = { urls, user: null, password: null, caFile: null, prefix: 'quotes', seconds: 30 }
const told = async (path: string): Promise<void> => {
  const reply = await fetch(`${inject('control')}/${path}`)
  if (!reply.ok) throw new Error(await reply.text())
}
export const kill = (...nodes: number[]): Promise<void> => told(`kill/${nodes.join(',')}`)
export const start = (...nodes: number[]): Promise<void> => told(`start/${nodes.join(',')}`)
export const green = (): Promise<void> => told('green')
