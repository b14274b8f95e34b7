/** Starts the server. It listens first and reads the reports then, so that whoever watches can ask /readyz. */
import { createServer, type Server } from 'node:http'
import { serve } from '@hono/node-server'
import { sweep } from '../index/library/files.ts'
import { readEnglish } from '../index/text/english.ts'
import { arrived } from '../index/work/turn.ts'
import { makeApp } from './app.ts'
import { type Config, readConfig } from './config.ts'
import { underBasePath } from './http/base-path.ts'
import { limitConnections } from './http/clients/connections.ts'
import { makeLines } from './http/lines.ts'
import { watchLag } from './http/load.ts'
import { makeLog, standardOutput } from './http/log.ts'
import { stopWell } from './http/stop.ts'
import { type Library, loadLibrary, watchLibrary } from './library.ts'
import { untilLoaded } from './search-cluster.ts'

/** Room for the longest address and the headers that browsers and sign-in proxies send. */
const LARGEST_HEADERS = 32 * 1024
/** A client that takes longer to send its headers, or all, is cut off. Half-open connections do not pile up. */
const HEADERS_MS = 10_000
const REQUEST_MS = 60_000
const KEEP_ALIVE_MS = 5_000
const CHECK_MS = 2_000

const write = standardOutput()

function listen(fetch: Parameters<typeof serve>[0]['fetch'], { port, host }: Config): Promise<{ server: Server; port: number }> {
  return new Promise((resolve, reject) => {
    const server = serve(
      {
        fetch,
        port,
        hostname: host,
        createServer,
        serverOptions: {
          maxHeaderSize: LARGEST_HEADERS,
          headersTimeout: HEADERS_MS,
          requestTimeout: REQUEST_MS,
          keepAliveTimeout: KEEP_ALIVE_MS,
          connectionsCheckingInterval: CHECK_MS,
        },
      },
      (address) => resolve({ server: server as Server, port: address.port }),
    )
    server.on('error', reject)
    for (const coming of ['connection', 'request']) server.on(coming, arrived)
  })
}

const inWords = (error: NodeJS.ErrnoException): string => {
  if (error.code === 'EADDRINUSE') return 'This port is in use. Stop the other program, or set PORT to a free port.'
  if (error.code === 'EACCES') return 'This port needs more rights. Set PORT to a number above 1023.'
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') return 'HOST is not an address of this machine.'
  return error.message
}

try {
  const config = readConfig()
  const log = makeLog(config.logLevel, write)
  const library: Library = { corpus: null, loadedAt: null }
  const lines = makeLines(config)
  const app = makeApp(library, { config, log, lines, lag: watchLag(config.maxLagMs) })
  const { server, port } = await listen(underBasePath(app.fetch, config.basePath), config)
  limitConnections(server, config)
  stopWell(server, log, lines)
  const url = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}${config.basePath}`
  log.info('listening', { url, pid: process.pid })
  log.flush()
  const say = (line: string): void => log.info('reports', { line })
  await sweep(config.dataDir)
  await readEnglish()
  const corpus = await untilLoaded(() => loadLibrary(library, config, say), say)
  write(`${corpus.reports.length} reports, ${corpus.evidence.length} paragraphs. Open ${url}\n`)
  watchLibrary(library, config, say)
} catch (error) {
  console.error(inWords(error as NodeJS.ErrnoException))
  process.exit(1)
}
