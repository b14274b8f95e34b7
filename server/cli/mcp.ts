/** `npm run -s mcp`: the tools over standard input and output. Standard output is the protocol's, so words go to standard error. */
import { serveStdio } from '@modelcontextprotocol/server/stdio'
import { readConfig } from '../config.ts'
import { makeMcpServer } from '../contract/mcp.ts'
import { loadLibrary } from '../library.ts'

try {
  // the client may speak at once: its first question waits for the reports
  const corpus = loadLibrary({ corpus: null, loadedAt: null }, readConfig())
  const handle = serveStdio(() => makeMcpServer(() => corpus), { onerror: (error) => console.error(error.message) })
  const stop = (): void => void handle.close().finally(() => process.exit(0))
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  process.stdout.on('error', stop)
  const { reports } = await corpus
  console.error(`${reports.length} reports.`)
} catch (error) {
  console.error((error as Error).message)
  process.exit(1)
}
