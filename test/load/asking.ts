/** Clients of the load: one question, one connection, and what became of it. */
import { request } from 'node:http'

/** `reset`: the connection was taken and cut off without a reply; `refused`: nobody took it. `retry`: a 503 says when to come back. */
export type Asked = { status: number | 'reset' | 'refused'; ms: number; retry: boolean }

export function post(url: string, question: string): Promise<Asked> {
  const body = JSON.stringify({ question })
  const since = performance.now()
  return new Promise((resolve) => {
    const end = (status: Asked['status'], retry = false): void => resolve({ status, ms: performance.now() - since, retry })
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
    const sending = request(`${url}/api/ask`, { method: 'POST', agent: false, headers }, (reply) => {
      reply.resume()
      reply.on('end', () => end(reply.statusCode ?? 0, reply.headers['retry-after'] !== undefined))
      reply.on('error', () => end('reset'))
    })
    sending.on('error', (error: NodeJS.ErrnoException) => end(error.code === 'ECONNREFUSED' ? 'refused' : 'reset'))
    sending.end(body)
  })
}

/** "40 × 200, 160 × 503". */
export function counted(asked: Asked[]): string {
  const counts = new Map<Asked['status'], number>()
  for (const { status } of asked) counts.set(status, (counts.get(status) ?? 0) + 1)
  return [...counts].map(([status, count]) => `${count} × ${status}`).join(', ')
}
