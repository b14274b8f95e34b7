/** Styles, script and fonts, read once at start and served from memory under names that carry their hash. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Hono } from 'hono'

const require = createRequire(import.meta.url)
const own = (path: string): URL => new URL(`../../views/${path}`, import.meta.url)

const FILES: Record<string, { from: string | URL; type: string }> = {
  'govuk.css': { from: require.resolve('govuk-frontend/dist/govuk/govuk-frontend.min.css'), type: 'text/css; charset=utf-8' },
  'style.css': { from: own('style.css'), type: 'text/css; charset=utf-8' },
  'htmx.js': { from: require.resolve('htmx.org/dist/htmx.min.js'), type: 'text/javascript; charset=utf-8' },
  'page.js': { from: own('page.js'), type: 'text/javascript; charset=utf-8' },
  'regular.woff2': { from: require.resolve('@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff2'), type: 'font/woff2' },
  'semibold.woff2': { from: require.resolve('@fontsource/source-sans-3/files/source-sans-3-latin-600-normal.woff2'), type: 'font/woff2' },
}

const loaded = Object.fromEntries(
  Object.entries(FILES).map(([name, { from, type }]) => {
    const bytes = new Uint8Array(readFileSync(from))
    return [name, { bytes, type, hash: createHash('sha256').update(bytes).digest('hex').slice(0, 10) }]
  }),
)

/** The address of an asset: it changes when the file does, so browsers may keep it for ever. */
export const assetUrl = (name: string): string => `/assets/${name}?v=${loaded[name]?.hash ?? ''}`

export function assetRoutes() {
  const routes = new Hono()
  routes.get('/:name', (c) => {
    const file = Object.hasOwn(loaded, c.req.param('name')) ? loaded[c.req.param('name')] : undefined
    if (!file) return c.notFound()
    return c.body(file.bytes, 200, { 'content-type': file.type, 'cache-control': 'public, max-age=31536000, immutable' })
  })
  return routes
}
