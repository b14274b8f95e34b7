/** One three-node cluster for all tests, started once and ended with them; none where Java or Maven is missing. */
import type { TestProject } from 'vitest/node'
import { type Cluster, startCluster } from './cluster.ts'
import { whatIsMissing } from './jars.ts'

const NODES = 3

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const missing = await whatIsMissing()
  if (missing) console.log(missing)
  const cluster: Cluster | null = missing ? null : await startCluster(NODES)
  project.provide('urls', cluster?.urls ?? [])
  project.provide('control', cluster ? await listenFor(cluster) : '')
  return async () => {
    await cluster?.stop()
  }
}

/** Tests run in processes of their own: they ask for a crash or a return by HTTP. */
async function listenFor(cluster: Cluster): Promise<string> {
  const { createServer } = await import('node:http')
  const server = createServer(async (request, reply) => {
    const [, what, which = ''] = request.url!.split('/')
    const nodes = which.split(',').filter(Boolean).map(Number)
    try {
      if (what === 'kill') await Promise.all(nodes.map((node) => cluster.kill(node)))
      if (what === 'start') await cluster.start(nodes)
      if (what === 'green') await cluster.green()
      reply.end('done')
    } catch (error) {
      reply.writeHead(500).end(String(error))
    }
  })
  server.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  server.unref()
  return `http://127.0.0.1:${(server.address() as { port: number }).port}`
}

declare module 'vitest' {
  export interface ProvidedContext {
    urls: string[]
    control: string
  }
}
