/** Starts the server. */
import { serve } from '@hono/node-server'
import { makeApp } from './app.ts'
import { readConfig } from './config.ts'
import { type Library, loadLibrary, watchLibrary } from './library.ts'

try {
  const config = readConfig()
  const library: Library = { corpus: null, loadedAt: null }
  const corpus = await loadLibrary(library, config)
  const server = serve({ fetch: makeApp(library).fetch, port: config.port, hostname: config.host }, ({ port }) => {
    console.log(`${corpus.reports.length} reports, ${corpus.evidence.length} paragraphs. Open http://${config.host}:${port}`)
  })
  watchLibrary(library, config)
  server.on('error', (error: NodeJS.ErrnoException) => {
    console.error(
      error.code === 'EADDRINUSE' ? `Port ${config.port} is in use. Stop the other program, or set PORT to a free port.` : error.message,
    )
    process.exit(1)
  })
} catch (error) {
  console.error((error as Error).message)
  process.exit(1)
}
