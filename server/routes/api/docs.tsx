/** The contract as a page, with Swagger UI from our own disk. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Hono } from 'hono'
import { framed } from '../service/frame.tsx'

const require = createRequire(import.meta.url)
const packaged = (name: string): string => readFileSync(require.resolve(`swagger-ui-dist/${name}`), 'utf8')

/** Read when first asked for: few readers come here, and the script is 1.4 MB. */
const FILES: Record<string, { read: () => string; type: string }> = {
  'swagger-ui.css': { read: () => packaged('swagger-ui.css'), type: 'text/css; charset=utf-8' },
  'swagger-ui-bundle.js': { read: () => packaged('swagger-ui-bundle.js'), type: 'text/javascript; charset=utf-8' },
  'docs.css': {
    read: () => readFileSync(new URL('../../../views/styles/api-docs.css', import.meta.url), 'utf8'),
    type: 'text/css; charset=utf-8',
  },
  'init.js': {
    read: () => readFileSync(new URL('../../../views/scripts/api-docs.js', import.meta.url), 'utf8'),
    type: 'text/javascript; charset=utf-8',
  },
}

export function docsRoutes() {
  const kept = new Map<string, string>()
  const routes = new Hono()
  routes.get('/', (c) =>
    c.html(
      framed(
        c,
        {
          title: 'For programs',
          here: '/api/docs',
          head: (
            <>
              <link rel="stylesheet" href="/api/docs/swagger-ui.css" />
              <link rel="stylesheet" href="/api/docs/docs.css" />
              <script src="/api/docs/swagger-ui-bundle.js" defer />
              <script src="/api/docs/init.js" defer />
            </>
          ),
        },
        <>
          <p class="crumbs">
            <a href="/">Ask a question</a>
          </p>
          <div id="docs">
            <h1>For programs</h1>
            <p>
              The contract is at <a href="/api/openapi.json">/api/openapi.json</a>. This page draws it, and needs a script to do so.
            </p>
          </div>
        </>,
      ),
    ),
  )
  routes.get('/:name', (c) => {
    const name = c.req.param('name')
    const file = Object.hasOwn(FILES, name) ? FILES[name] : undefined
    if (!file) return c.notFound()
    const text = kept.get(name) ?? file.read()
    kept.set(name, text)
    return c.body(text, 200, { 'content-type': file.type, 'cache-control': 'public, max-age=3600' })
  })
  return routes
}
