/** What is wrong with a reply to a hostile request; null where nothing is. */
import { ESCAPES, type Hostile } from './requests.ts'

/** `type` is empty where the body is packed and cannot be looked into. */
export function faultIn(status: number, type: string, body: string): string | null {
  if (status < 200 || status > 599) return `status ${status}`
  // 503 is for a server that is not ready, which this one is
  if (status === 500 || status > 500) return `status ${status}: ${body.slice(0, 300)}`
  if (type.startsWith('text/html') && ESCAPES.test(body)) return 'unescaped output'
  if (type.startsWith('application/json') && body !== '') {
    try {
      JSON.parse(body)
    } catch {
      return 'broken JSON'
    }
  }
  return null
}

export const told = ({ method, path, headers, body }: Hostile): string =>
  JSON.stringify({
    method,
    path: path.slice(0, 600),
    headers: headers.map(([name, value]) => [name, value.slice(0, 80)]),
    body: body?.slice(0, 600),
  })
