/** A search cluster on 127.0.0.1: real nodes, on free ports, with heaps and data of their own. It ends with the process that started it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { classPath } from './jars.ts'

const HERE = new URL('./', import.meta.url).pathname
const RUNS = new URL('../output/opensearch/', import.meta.url).pathname
const HEAP = process.env.NODE_HEAP ?? '512m'
/** A start takes 15 s on an idle machine. */
const LONGEST_START_MS = 300_000
const LOOK_EVERY_MS = 250

type NodeOfIt = { name: string; url: string; args: string[]; home: string; process: ChildProcess | null; said: string[] }

export type Cluster = {
  urls: string[]
  /** Ends one node as a crash does. */
  kill(node: number): Promise<void>
  /** Starts nodes that were ended. Resolves once their HTTP answers, or once all is green. */
  start(nodes: number[]): Promise<void>
  green(): Promise<void>
  stop(): Promise<void>
}

export async function startCluster(size: number): Promise<Cluster> {
  const path = await classPath()
  const run = join(RUNS, `run-${process.pid}-${Date.now()}`)
  const ports = await freePorts(2 * size)
  const names = Array.from({ length: size }, (_, i) => `n${i + 1}`)
  const seeds = names.map((_, i) => `127.0.0.1:${ports[size + i]}`)
  const nodes = names.map((name, i): NodeOfIt => {
    const home = join(run, name)
    const settings = {
      'cluster.name': `test-${process.pid}`,
      'node.name': name,
      'path.home': home,
      'path.repo': join(run, 'snapshots'),
      'network.host': '127.0.0.1',
      'http.port': ports[i],
      'transport.port': ports[size + i],
      'cluster.routing.allocation.disk.threshold_enabled': false,
      'action.auto_create_index': false,
      ...(size === 1
        ? { 'discovery.type': 'single-node' }
        : { 'discovery.seed_hosts': seeds.join(','), 'cluster.initial_cluster_manager_nodes': names.join(',') }),
    }
    const args = [
      `-Xms${HEAP}`,
      `-Xmx${HEAP}`,
      '-XX:+UseSerialGC',
      '-XX:+ExitOnOutOfMemoryError',
      '-XX:-UsePerfData',
      `-Djava.io.tmpdir=${join(home, 'tmp')}`,
      `-Dlog4j2.configurationFile=${join(HERE, 'log4j2.properties')}`,
      '-cp',
      path,
      'OneNode',
      ...Object.entries(settings).map(([key, value]) => `${key}=${value}`),
    ]
    return { name, url: `http://127.0.0.1:${ports[i]}`, args, home, process: null, said: [] }
  })

  const begin = async (node: NodeOfIt): Promise<void> => {
    await mkdir(join(node.home, 'tmp'), { recursive: true })
    await mkdir(join(node.home, 'config'), { recursive: true })
    // standard input stays open as long as this process lives, and the node ends with it
    const child = spawn('java', node.args, { stdio: ['pipe', 'pipe', 'pipe'] })
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => node.said.push(String(text)))
    node.process = child
  }
  const end = async (node: NodeOfIt, signal: NodeJS.Signals): Promise<void> => {
    const child = node.process
    node.process = null
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
  const running = (): NodeOfIt[] => nodes.filter((node) => node.process)
  const until = async (what: string, holds: () => Promise<boolean>): Promise<void> => {
    const due = Date.now() + LONGEST_START_MS
    for (;;) {
      if (await holds().catch(() => false)) return
      const dead = running().find(({ process: child }) => child!.exitCode !== null)
      if (dead) throw new Error(`Node ${dead.name} ended:\n${dead.said.join('').slice(-4000)}`)
      if (Date.now() > due) throw new Error(`Not ${what} in time:\n${nodes.map(({ said }) => said.join('').slice(-1000)).join('\n')}`)
      await pause(LOOK_EVERY_MS)
    }
  }
  const green = (): Promise<void> =>
    until('green', async () => {
      const reply = await fetch(`${running()[0]!.url}/_cluster/health`)
      const { status, number_of_nodes } = (await reply.json()) as { status: string; number_of_nodes: number }
      return status === 'green' && number_of_nodes === running().length
    })

  const cluster: Cluster = {
    urls: nodes.map(({ url }) => url),
    kill: (node) => end(nodes[node]!, 'SIGKILL'),
    async start(which) {
      await Promise.all(which.map((node) => begin(nodes[node]!)))
    },
    green,
    async stop() {
      await Promise.all(nodes.map((node) => end(node, 'SIGKILL')))
      await rm(run, { recursive: true, force: true, maxRetries: 5 })
    },
  }
  await cluster.start(nodes.map((_, i) => i))
  await green().catch(async (error) => {
    await cluster.stop()
    throw error
  })
  return cluster
}

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'))
  await Promise.all(servers.map((server) => once(server, 'listening')))
  const ports = servers.map((server) => (server.address() as { port: number }).port)
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  return ports
}
