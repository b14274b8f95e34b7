/** Serving under a path of a reverse proxy, such as https://intranet/quotes/: addresses go out with the prefix and come in without. */

/** Attributes that hold addresses. Quotation marks of report text are escaped, so this never matches inside it. */
const ATTRIBUTE = /(\s(?:href|src|srcset|action|formaction|data-suggest(?:ions)?|hx-(?:get|post|push-url|replace-url))=")\/(?!\/)/g
const CSS_URL = /(url\(["']?)\/(?!\/)/g
/** `"url":"/…` as JSON writes it: inside a text the quotation marks would be escaped. */
const JSON_URL = /("url":\s?")\/(?!\/)/g
const ADDRESS_HEADERS = ['location', 'hx-push-url', 'hx-replace-url', 'hx-redirect', 'hx-location']

const RULES: [string, RegExp][] = [
  ['text/html', ATTRIBUTE],
  ['text/css', CSS_URL],
  ['application/json', JSON_URL],
]

type Fetch<Env> = (request: Request, env?: Env) => Response | Promise<Response>

/** Works whether the proxy takes the prefix off or leaves it on. */
export function underBasePath<Env>(fetch: Fetch<Env>, base: string): Fetch<Env> {
  if (!base) return fetch
  return async (request, env) => {
    const url = new URL(request.url)
    if (url.pathname === base || url.pathname.startsWith(`${base}/`)) url.pathname = url.pathname.slice(base.length) || '/'
    const headers = new Headers(request.headers)
    // what is compressed cannot be rewritten
    headers.delete('accept-encoding')
    const body = request.method === 'GET' || request.method === 'HEAD' ? null : request.body
    const reply = await fetch(new Request(url, { method: request.method, headers, body, ...(body && { duplex: 'half' as const }) }), env)
    const changed = new Headers(reply.headers)
    for (const name of ADDRESS_HEADERS) {
      const value = changed.get(name)
      if (value?.startsWith('/') && !value.startsWith('//')) changed.set(name, base + value)
    }
    const rule = RULES.find(([type]) => changed.get('content-type')?.startsWith(type))
    if (!rule || reply.body === null) return new Response(reply.body, { status: reply.status, headers: changed })
    changed.delete('content-length')
    return new Response((await reply.text()).replace(rule[1], `$1${base}/`), { status: reply.status, headers: changed })
  }
}
