/** Styles, script and fonts, read and compressed once at start and served from memory under names that carry their hash. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { brotliCompress, brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { brand, brandCss } from '../../../views/frame/brand.ts'
import { encodingOf } from '../../http/compressed.ts'
import { slimCss } from './slim-css.ts'

const require = createRequire(import.meta.url)
const own = (path: string): string => readFileSync(new URL(`../../../views/${path}`, import.meta.url), 'utf8')

/** Notes and indents for who reads the source are not for the wire; notes stand on lines of their own. */
const withoutNotes = (script: string): string => script.replace(/^\s*\/\/.*\n/gm, '').replace(/^ +/gm, '')
const withoutSpace = (css: string): string =>
  css
    .replace(/([;{},])\n\s*/g, '$1')
    .replace(/ \{/g, '{')
    .replace(/;\}/g, '}')

/** In the order of the cascade. */
const STYLES = [
  'base',
  'frame',
  'chat',
  'quote',
  'keep',
  'answer',
  'no-answer',
  'suggest',
  'table',
  'beside',
  'report',
  'reader',
  'original',
  'catalogue',
  'national',
  'chart',
  'briefing',
  'print',
]
/** In one file: each begins with what it is about. */
const SCRIPTS = ['page', 'asking', 'places', 'keeping']
const style = (): string =>
  [
    brandCss(brand),
    slimCss(readFileSync(require.resolve('govuk-frontend/dist/govuk/govuk-frontend.min.css')).toString()),
    ...STYLES.map((name) => withoutSpace(own(`styles/${name}.css`).replace(/(?<!url\(')\/\*[^*]*\*\/\n/g, ''))),
  ]
    .join('\n')
    .replace('/*regular*/', fontUrl('regular'))
    .replace('/*semibold*/', fontUrl('semibold'))

const hashOf = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex').slice(0, 10)
const FONTS = {
  regular: readFileSync(require.resolve('@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff2')),
  semibold: readFileSync(require.resolve('@fontsource/source-sans-3/files/source-sans-3-latin-600-normal.woff2')),
}
const fontUrl = (name: keyof typeof FONTS): string => `/assets/${name}.woff2?v=${hashOf(FONTS[name])}`

const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="${brand.colours.brand}"/><path d="M7 21v-6q0-6 6-7v3q-3 1-3 4h3v6zm11 0v-6q0-6 6-7v3q-3 1-3 4h3v6z" fill="#fff"/></svg>`

const FILES: Record<string, { content: string | Buffer; type: string }> = {
  'style.css': { content: style(), type: 'text/css; charset=utf-8' },
  'htmx.js': { content: readFileSync(require.resolve('htmx.org/dist/htmx.min.js')), type: 'text/javascript; charset=utf-8' },
  'page.js': { content: SCRIPTS.map((name) => withoutNotes(own(`scripts/${name}.js`))).join('\n'), type: 'text/javascript; charset=utf-8' },
  'suggest.js': { content: withoutNotes(own('scripts/suggest.js')), type: 'text/javascript; charset=utf-8' },
  'icon.svg': { content: icon, type: 'image/svg+xml' },
  'regular.woff2': { content: FONTS.regular, type: 'font/woff2' },
  'semibold.woff2': { content: FONTS.semibold, type: 'font/woff2' },
}

/** Half a second for the styles, and 8% smaller than quality 9: made once somebody asks, while the other is served. */
const SMALLEST = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }
const small = new Set<Asset>()
function makeSmall(asset: Asset): void {
  if (!asset.br || small.has(asset)) return
  small.add(asset)
  brotliCompress(asset.plain, SMALLEST, (fault, bytes) => {
    if (!fault) asset.br = new Uint8Array(bytes)
  })
}

type Asset = {
  plain: Uint8Array<ArrayBuffer>
  br: Uint8Array<ArrayBuffer> | null
  gzip: Uint8Array<ArrayBuffer> | null
  type: string
  hash: string
}

const loaded: Record<string, Asset> = Object.fromEntries(
  Object.entries(FILES).map(([name, { content, type }]) => {
    const plain = new Uint8Array(Buffer.from(content as Buffer))
    // Fonts are compressed already.
    const packs = type.startsWith('font/')
      ? { br: null, gzip: null }
      : {
          br: new Uint8Array(brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })),
          gzip: new Uint8Array(gzipSync(plain, { level: 9 })),
        }
    return [name, { plain, ...packs, type, hash: hashOf(Buffer.from(plain)) }]
  }),
)

/** The address of an asset: it changes when the file does, so browsers may keep it for ever. */
export const assetUrl = (name: string): string => `/assets/${name}?v=${loaded[name]?.hash ?? ''}`

export function assetRoutes() {
  const routes = new Hono()
  routes.get('/:name', (c) => {
    const file = Object.hasOwn(loaded, c.req.param('name')) ? loaded[c.req.param('name')] : undefined
    if (!file) return c.notFound()
    const taken = encodingOf(c.req.header('accept-encoding') ?? '')
    const encoding = taken && file[taken] ? taken : null
    makeSmall(file)
    return c.body((encoding && file[encoding]) || file.plain, 200, {
      'content-type': file.type,
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
      ...(encoding && { 'content-encoding': encoding }),
    })
  })
  return routes
}
