/** What is wrong with a reply by the document; null where nothing is. The checks are those that contract testers make. */
import { judgeOf, type OpenApi } from '../support/json-schema.ts'
import type { Case } from './cases.ts'

const JSON_TYPE = /^application\/json(?:;|$)/

export function judging(contract: OpenApi): (one: Case, reply: Response) => Promise<string | null> {
  const judge = judgeOf(contract)
  return async ({ operation, expected, method, path }, reply) => {
    const { status, headers } = reply
    const text = await reply.text()
    const type = headers.get('content-type') ?? ''
    if (status >= 500) return `server error ${status}: ${text.slice(0, 200)}`
    if (!headers.has('x-request-id')) return 'no x-request-id'
    if (!JSON_TYPE.test(type) && method !== 'HEAD') return `content type ${type || 'missing'} is not declared`
    const body: unknown = method === 'HEAD' ? null : JSON.parse(text)
    if (status === 405) {
      if (expected !== 'method') return '405 to a declared method'
      const allowed = Object.keys(contract.paths[pathOf(contract, path)] ?? {}).map((one) => one.toUpperCase())
      const told = (headers.get('allow') ?? '').split(', ')
      return allowed.every((one) => told.includes(one)) && !told.includes(method) ? null : `Allow: ${headers.get('allow')}`
    }
    if (expected === 'method') return status === 414 ? null : `${status} to a method that is not declared`
    if (expected === 'accepted' && status !== 200 && status !== 404) return `${status} to what the document allows: ${text.slice(0, 200)}`
    if (expected === 'refused' && (status < 400 || status > 499)) return `${status} to what the document does not allow`
    return judge(operation, status, body)
  }
}

const pathOf = (contract: OpenApi, path: string): string => {
  const parts = (path.split('?')[0] ?? '').split('/')
  const fits = (own: string): boolean =>
    own.split('/').length === parts.length && own.split('/').every((part, i) => part.startsWith('{') || part === parts[i])
  return Object.keys(contract.paths).find(fits) ?? ''
}
