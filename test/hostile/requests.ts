/** Requests that nobody means well with, made by a seeded dice: the same seed gives the same requests on every machine. */

export type Hostile = { method: string; path: string; headers: [string, string][]; body: string | null }

/** Stands inside every text that is sent. It must never come back as a tag. */
export const CANARY = '<zq9w x="1">'
export const ESCAPES = /<zq9w/i

/** Mulberry32. */
export function diceOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const WORDS =
  'what did Ofsted say about return home interviews in Stoke Haringey 2019 overall judgement of inspectors and compare list how many care leavers "missing from home" -visit when who grade'.split(
    ' ',
  )
const NASTY = [
  CANARY,
  `"${CANARY}`,
  `'><script>${CANARY}</script>`,
  `</title></textarea>${CANARY}`,
  `javascript:${CANARY}`,
  `${CANARY}{{7*7}}\${7*7}<%= 7 %>`,
  "' OR 1=1; DROP TABLE reports; --",
  '$(touch /tmp/x) `id` | cat /etc/passwd',
  '../../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  '\u0000\u0001\u001b[31m\u007f\u0085\u2028\u2029\ufeff\ufffe\uffff',
  '\u202eevil\u202c \u200b\u200d\u2066 \u00ad',
  'İıſßﬃ Å e\u0301\u0301\u0301 K', // letters whose case or length changes
  `Z${'\u0335\u0489'.repeat(40)}`,
  '👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿\u{e0041}\u{10ffff}',
  '\ud800 \udc00\ud800',
  '％３Ｃｓｃｒｉｐｔ％３Ｅ ① ２０１９',
  '٢٠١٩ ২০১৯ Ⅷ ½',
  '((((((((((((((((((((a+)+)+)+)+',
  '"'.repeat(120),
  "'".repeat(121),
  '-'.repeat(90),
  '- - - -a -b -c',
  '()[]{}?*+.^$|\\/',
  'constructor __proto__ toString hasOwnProperty valueOf',
  'NaN Infinity -0 1e999 0x7f 99999999999999999999',
  'a'.repeat(480),
  'paragraph 99999999999999999999 of report 000',
  '000.p1.s1-999999999999',
  '004.p24.s2-1',
  '%s%s%n%x {0} %00',
]
const PATHS = [
  '/',
  '/reports',
  '/reports/004',
  '/reports/',
  '/api/ask',
  '/api/search',
  '/api/reports',
  '/api/reports/004',
  '/api/quotes/004.p24.s2',
  '/api/verify',
  '/api/openapi.json',
  '/api/docs',
  '/api/docs/init.js',
  '/assets/page.js',
  '/briefing',
  '/briefing/export',
  '/mcp',
  '/admin',
  '/healthz',
  '/readyz',
  '/metrics',
  '/about',
  '/privacy',
  '/accessibility',
  '/opensearch.xml',
] // prettier-ignore
const PARAMETERS = [
  'q',
  'after',
  'quote',
  'open',
  'report',
  'authority',
  'year',
  'kind',
  'words',
  'sort',
  'page',
  'limit',
  'format',
  'style',
  'note',
  'heading',
  'sure',
  '__proto__',
]
const ODD_PATHS = [
  '/%',
  '/%zz',
  '/%00',
  '/%c0%af',
  '/..%2f..%2f',
  '/%2e%2e/',
  '//evil.example/',
  '/\\evil',
  '/.;/',
  '/reports/%ff%fe',
  '/api//ask',
  '/api/ask/',
  '/API/ASK',
  '/reports/004%00.txt',
  '/assets/%2e%2e%2fpage.js',
  '/*',
  '/:id',
  '/api/reports/{id}',
]
const METHODS = ['GET', 'GET', 'GET', 'GET', 'POST', 'POST', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND']
const TYPES = [
  'application/json',
  'application/json',
  'application/json; charset=utf-16',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'multipart/form-data',
  'application/xml',
  'text/html',
  '',
  'a'.repeat(900),
]
const HEADERS: [string, string][] = [
  ['x-forwarded-for', `1.2.3.4, ${CANARY}`],
  ['x-forwarded-host', 'evil.example'],
  ['x-forwarded-proto', 'javascript'],
  ['x-original-url', '/admin'],
  ['x-http-method-override', 'DELETE'],
  ['range', 'bytes=0-18446744073709551615'],
  ['if-none-match', '*'],
  ['if-modified-since', 'never'],
  ['accept', '\u00ff/*;q=\u00ff'],
  ['accept-encoding', 'br;q=NaN, gzip;q=-1, *'],
  ['accept-language', 'x-'.repeat(200)],
  ['cookie', `a=${'b'.repeat(3000)}`],
  ['authorization', 'Bearer undefined'],
  ['authorization', 'Basic ===='],
  ['hx-request', 'true'],
  ['hx-current-url', CANARY],
  ['referer', `http://localhost/${CANARY}`],
  ['origin', 'null'],
  ['origin', 'not a url'],
  ['sec-fetch-site', 'cross-site'],
  ['host', 'evil.example'],
  ['host', 'localhost:99999'],
  ['x-request-id', CANARY],
  ['upgrade', 'h2c'],
  ['te', 'trailers'],
] // prettier-ignore

export function requestOf(dice: () => number): Hostile {
  const one = <T>(list: readonly T[]): T => list[Math.floor(dice() * list.length)]!
  const chance = (share: number): boolean => dice() < share
  const upTo = (most: number): number => Math.floor(dice() * (most + 1))

  const text = (): string => {
    const parts = Array.from({ length: 1 + upTo(6) }, () => (chance(0.6) ? one(WORDS) : one(NASTY)))
    const joined = parts.join(chance(0.9) ? ' ' : '')
    return chance(0.05) ? joined.repeat(1 + upTo(60)) : joined
  }
  const percent = (raw: string): string => {
    const bytes = Buffer.from(raw, 'utf8')
    if (chance(0.85)) return encodeURIComponent(Buffer.from(raw).toString())
    // overlong, cut off or doubled encodings
    return (
      [...bytes.subarray(0, 200)].map((byte) => (chance(0.5) ? `%${byte.toString(16)}` : `%25${byte.toString(16)}`)).join('') +
      one(['', '%', '%e', '%e2%80', '%ff', '%u0041'])
    )
  }
  const query = (): string => {
    if (chance(0.3)) return ''
    const times = chance(0.03) ? 200 : 1 + upTo(5)
    return `?${Array.from({ length: times }, () => `${one(PARAMETERS)}${one(['=', '=', '=', '[]=', '', '==', '=%00'])}${percent(text())}`).join(one(['&', '&', '&', ';', '&&']))}`
  }
  const value = (depth: number): unknown => {
    const kind = upTo(depth > 3 ? 4 : 7)
    if (kind === 0) return one([null, true, 0, -1, 1e308, 2 ** 53, ''])
    if (kind === 5) return Array.from({ length: upTo(4) }, () => value(depth + 1))
    if (kind > 5)
      return Object.fromEntries(
        Array.from({ length: upTo(4) }, () => [one([...PARAMETERS, 'question', 'scope', 'text']), value(depth + 1)]),
      )
    return text()
  }
  const body = (): string => {
    switch (upTo(9)) {
      case 0:
        return '['.repeat(1 + upTo(20_000))
      case 1:
        return `${'{"a":'.repeat(3_000)}1${'}'.repeat(3_000)}`
      case 2:
        return JSON.stringify({ question: text() }).slice(0, upTo(60))
      case 3:
        return JSON.stringify(value(0))
      case 4:
        return JSON.stringify({ question: text(), after: Array.from({ length: upTo(25) }, text), scope: value(1) })
      case 5:
        return JSON.stringify({ question: text(), scope: { authorities: [text()], years: [upTo(3000)], reports: [text(), '004'] } })
      case 6:
        return JSON.stringify({ text: Array.from({ length: upTo(30) }, text).join(one(['\n', '“', '”', '"', ' … ', '[', '] '])) })
      case 7:
        return JSON.stringify({
          jsonrpc: '2.0',
          id: one([1, null, text()]),
          method: one(['tools/call', 'initialize', 'tools/list', text()]),
          params: { name: one(['ask', 'get_quote', text()]), arguments: value(1) },
        })
      default:
        return JSON.stringify({ question: text() })
    }
  }
  const method = one(METHODS)
  const base = chance(0.75) ? one(PATHS) : chance(0.5) ? one(ODD_PATHS) : `${one(PATHS)}/${percent(text()).slice(0, 900)}`
  const path = base + query() + (chance(0.01) ? `&x=${'x'.repeat(20_000)}` : '')
  const withBody = method === 'POST' || method === 'PUT' || method === 'PATCH'
  const headers: [string, string][] = []
  if (withBody && chance(0.95)) headers.push(['content-type', one(TYPES)])
  if (path.startsWith('/mcp')) headers.push(['accept', 'application/json, text/event-stream'])
  if (chance(0.3)) headers.push(one(HEADERS))
  if (chance(0.05)) headers.push(...Array.from({ length: 30 }, (): [string, string] => [`x-${upTo(9999)}`, 'y'.repeat(upTo(200))]))
  return { method, path, headers, body: withBody ? body() : null }
}
