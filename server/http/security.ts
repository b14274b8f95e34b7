/** What every reply carries and what no request gets past. Each rule is shown to hold in test/server/http/security.test.ts. */
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { isApi, RequestFault } from './errors.ts'
import { allowedNames } from './hosts.ts'

/** No inline script or style, nothing from elsewhere, in nobody's frame. */
export const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

export const SECURITY_HEADERS = {
  'content-security-policy': CSP,
  'x-content-type-options': 'nosniff',
  // not no-referrer: on plain http that makes browsers send "Origin: null" with our own forms
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
  'x-frame-options': 'DENY',
}
const HEADERS = Object.entries(SECURITY_HEADERS)

export function securityHeaders(): MiddlewareHandler {
  return async (c, next) => {
    await next()
    const { headers } = c.res
    // only a file from elsewhere brings a policy of its own, a stricter one
    for (const [name, value] of HEADERS) if (!(name === 'content-security-policy' && headers.has(name))) headers.set(name, value)
  }
}

/** Twenty questions of 500 characters fit; browsers and proxies stop not far beyond. */
export const LONGEST_URL = 16_384
/** Methods that change nothing. */
export const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])
/** What a form on another site can send without asking first. */
const FORM_TYPE = /^(?:application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\b/i

/** Host allow-list and the length of addresses. */
export function requestGuard(names: string[]): MiddlewareHandler {
  const allowed = allowedNames(names)
  return async (c, next) => {
    const host = c.req.header('host') ?? hostOf(c.req.url)
    if (!allowed(host))
      throw new RequestFault(403, `This server does not answer to the name “${host.slice(0, 100)}”. Its owner can add it to ALLOWED_HOSTS.`)
    if (c.req.url.length > LONGEST_URL) throw new RequestFault(414, `This address is too long: at most ${LONGEST_URL} characters.`)
    await next()
  }
}

/** What sends or changes something has to come from our own pages, or from a program: no other site may send it (CSRF). */
export function ownForms(): MiddlewareHandler {
  return async (c, next) => {
    // an error is made only where it is thrown: its stack costs more than all of this
    if (!SAFE.has(c.req.method) && isForeign(c))
      throw new RequestFault(403, 'This was sent from another site. Send it from this service’s own page.')
    await next()
  }
}

function isForeign(c: Context): boolean {
  const host = c.req.header('host') ?? hostOf(c.req.url)
  const origin = c.req.header('origin')
  const site = c.req.header('sec-fetch-site')
  // behind a proxy the scheme differs, so only host and port are compared; some proxies name the port that browsers leave out
  const own = origin !== undefined && hostOf(origin) === hostOf(`${origin.split('//', 1)[0]}//${host}`) && hostOf(origin) !== ''
  if (origin !== undefined && !own) return true
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true
  // no other site can set this header, or send JSON, without asking first
  if (own || site === 'same-origin' || c.req.header('authorization') || isApi(c)) return false
  return FORM_TYPE.test(c.req.header('content-type') ?? 'text/plain')
}

/** Host and port of an address, without a regular expression or an exception. */
const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : '')

export const LARGEST_JSON = 64 * 1024
export const LARGEST_UPLOAD = 20 * 1024 * 1024
/** Routes that take files. */
const UPLOADS = /^\/admin\/reports$/
/** Routes that take drafts and long briefings, and limit them themselves with a message of their own. */
const OWN_LIMITS = /^\/(?:api\/)?(?:verify|briefing)(?:\/|$)/

const sized = (maxSize: number, said: string): MiddlewareHandler => {
  const tooLarge = (): never => {
    throw new RequestFault(413, `This is too large: at most ${said}.`)
  }
  const counted = bodyLimit({ maxSize, onError: tooLarge })
  return async (c, next) => {
    const length = c.req.header('content-length')
    if (SAFE.has(c.req.method)) return next()
    // a body of unknown length is counted as it comes
    if (length === undefined || c.req.header('transfer-encoding') !== undefined) return counted(c, next)
    if (!(Number(length) <= maxSize)) tooLarge()
    return next()
  }
}

export function bodySizes(): MiddlewareHandler {
  const [json, upload] = [sized(LARGEST_JSON, '64 kB'), sized(LARGEST_UPLOAD, '20 MB')]
  return (c, next) => (OWN_LIMITS.test(c.req.path) ? next() : (UPLOADS.test(c.req.path) ? upload : json)(c, next))
}

/** The API takes JSON and nothing else. */
export const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i
export function jsonOnly(): MiddlewareHandler {
  return async (c, next) => {
    if (!SAFE.has(c.req.method) && !JSON_TYPE.test(c.req.header('content-type') ?? ''))
      throw new RequestFault(415, 'Send JSON, with the header Content-Type: application/json.')
    await next()
  }
}
