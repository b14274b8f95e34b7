/** So many examples through the app, and what was wrong with them. */
import fc from 'fast-check'
import type { makeApp } from '../../server/app.ts'
import { type OpenApi, operationsOf } from '../support/json-schema.ts'
import { type Case, casesOf } from './cases.ts'
import { judging } from './judging.ts'

export type Examples = { counts: Record<string, number>; faults: string[] }

const told = ({ what, method, path, headers, body }: Case): string =>
  `${what}: ${JSON.stringify({ method, path: path.slice(0, 300), headers: headers.map(([name, value]) => [name, value.slice(0, 60)]), body: body?.slice(0, 300) })}`

export async function tryExamples(app: ReturnType<typeof makeApp>, count: number, seed: number): Promise<Examples> {
  const contract = (await (await app.request('/api/openapi.json')).json()) as OpenApi
  const judge = judging(contract)
  const found: Examples = { counts: {}, faults: [] }
  for (const one of fc.sample(casesOf(contract, operationsOf(contract)), { numRuns: count, seed })) {
    found.counts[one.what] = (found.counts[one.what] ?? 0) + 1
    let request: Request
    try {
      request = new Request(`http://localhost${one.path}`, { method: one.method, headers: one.headers, body: one.body })
    } catch {
      // no client can send this
      continue
    }
    const fault = await judge(one, await app.fetch(request))
    if (fault) found.faults.push(`${fault}\n  ${told(one)}`)
  }
  return found
}
