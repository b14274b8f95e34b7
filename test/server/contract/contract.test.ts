/** The OpenAPI document is true: generated requests get replies of the declared status and shape. */
import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { ask } from '../../../server/answer/ask.ts'
import { LONGEST_DRAFT } from '../../../server/drafts/draft.ts'
import { LARGEST_JSON } from '../../../server/http/security.ts'
import { realApp, realLibrary } from '../../support/app.ts'
import { breachesOf, judgeOf, type OpenApi, type Operation, operationsOf, type Schema, valuesOf } from '../../support/json-schema.ts'

/** Random but the same every time, so that a failure can be seen again. EXAMPLES=5000 for the long run. */
const RUNS = { seed: 8, numRuns: Number(process.env.EXAMPLES ?? 40) }
const JSON_HEADERS = { 'content-type': 'application/json' }

const app = await realApp()
const contract = (await (await app.request('/api/openapi.json')).json()) as OpenApi
const judge = judgeOf(contract)
const operations = operationsOf(contract)
const named = (id: string): Operation => operations.find(({ operation }) => operation.operationId === id)!.operation

async function send(path: string, method: string, operation: Operation, values: Record<string, unknown>): Promise<Response> {
  let address = path
  const query = new URLSearchParams()
  for (const { name, in: place } of operation.parameters ?? []) {
    if (values[name] === undefined) continue
    if (place === 'path') address = address.replace(`{${name}}`, encodeURIComponent(String(values[name])))
    else query.set(name, String(values[name]))
  }
  const body = operation.requestBody ? { body: JSON.stringify(values.body), headers: JSON_HEADERS } : {}
  return app.request(`${address}${query.size > 0 ? `?${query}` : ''}`, { method: method.toUpperCase(), ...body })
}

/** Ids that exist, beside made-up ones. */
const known = fc.constantFrom('000', '001', '002', '003', '004', '004.p24.s2', '004.p24', '000.h3', '002.p24.s1-2')

const requestsOf = (operation: Operation): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(
    Object.fromEntries([
      ...(operation.parameters ?? []).map(({ name, schema }) => [
        name,
        name === 'id' ? fc.oneof(known, valuesOf(schema, contract)) : valuesOf(schema, contract),
      ]),
      ...(operation.requestBody ? [['body', valuesOf(operation.requestBody.content['application/json']!.schema, contract)]] : []),
    ]),
  )

describe('the OpenAPI document', () => {
  it('is version 3.1 and describes every route under /api but the page that draws it', () => {
    expect(contract.openapi).toMatch(/^3\.1\./)
    const declared = operations.map(({ path, method }) => `${method.toUpperCase()} ${path}`)
    const served = app.routes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api') && !path.startsWith('/api/docs'))
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
    expect([...new Set(served)].sort()).toEqual(declared.sort())
  })

  it('is valid OpenAPI, and each of its schemas valid JSON Schema', async () => {
    const validator = new Validator()
    const { valid, errors } = await validator.validate(structuredClone(contract) as unknown as Record<string, unknown>)
    expect(errors ?? []).toEqual([])
    expect([valid, validator.version]).toEqual([true, '3.1'])
    const ajv = new Ajv2020({ strict: true, strictTuples: false, validateFormats: false, keywords: ['example'] })
    const whole = (schema: object) => ({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      components: contract.components,
      ...schema,
    })
    ajv.addKeyword('components')
    for (const schema of Object.values(contract.components.schemas)) expect(() => ajv.compile(whole(schema))).not.toThrow()
    for (const { operation } of operations)
      for (const { schema } of operation.parameters ?? []) expect(() => ajv.compile(whole(schema))).not.toThrow()
  })

  it('says how large every text, list and number may be that is sent', () => {
    const unbounded: string[] = []
    const look = (schema: Schema, path: string): void => {
      const real = schema.$ref ? contract.components.schemas[schema.$ref.split('/').at(-1)!]! : schema
      if (real.type === 'string' && real.maxLength === undefined && !real.enum) unbounded.push(path)
      if (real.type === 'array' && real.maxItems === undefined) unbounded.push(path)
      if (real.type === 'integer' && (real.minimum === undefined || real.maximum === undefined)) unbounded.push(path)
      if (real.items) look(real.items, `${path}[]`)
      for (const [name, one] of Object.entries(real.properties ?? {})) look(one, `${path}.${name}`)
    }
    for (const { operation } of operations) {
      for (const { name, schema } of operation.parameters ?? []) look(schema, `${operation.operationId} ${name}`)
      const body = operation.requestBody?.content['application/json']?.schema
      if (body) look(body, operation.operationId)
    }
    expect(unbounded).toEqual([])
  })

  it('names the faults of every operation, in one shape', () => {
    for (const { operation } of operations) {
      expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['403', '408', '414', '422', '429', '500', '503']))
      if (operation.requestBody) expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['400', '413', '415']))
      for (const [status, { content }] of Object.entries(operation.responses))
        if (Number(status) >= 400) expect(content?.['application/json']?.schema).toEqual({ $ref: '#/components/schemas/Error' })
    }
  })

  it('holds no address outside this service', () => {
    expect(JSON.stringify(contract)).not.toMatch(/https?:/)
  })
})

describe.each(operations)('$method $path', ({ path, method, operation }) => {
  it('answers generated valid requests as declared', async () => {
    await fc.assert(
      fc.asyncProperty(requestsOf(operation), async (values) => {
        const reply = await send(path, method, operation, values)
        expect(judge(operation, reply.status, await reply.json())).toBeNull()
        expect([200, 404]).toContain(reply.status)
      }),
      RUNS,
    )
  })

  it('refuses what the document does not allow, as declared, whatever is wrong with it', async () => {
    const body = operation.requestBody?.content['application/json']?.schema
    const queries = (operation.parameters ?? []).filter((one) => one.in === 'query')
    const breaches = [
      ...(body ? [breachesOf(body, contract).map((breach) => ({ body: breach }))] : []),
      ...queries.map(({ name, schema }) =>
        fc.tuple(requestsOf(operation), breachesOf(schema, contract, true)).map(([values, breach]) => ({ ...values, [name]: breach })),
      ),
    ]
    if (breaches.length === 0) return
    await fc.assert(
      fc.asyncProperty(fc.oneof(...breaches), async (values) => {
        const reply = await send(path, method, operation, values)
        expect([400, 413, 422]).toContain(reply.status)
        expect(judge(operation, reply.status, await reply.json())).toBeNull()
      }),
      RUNS,
    )
  })

  it('refuses other methods with 405 and says which it takes', async () => {
    for (const other of ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'].filter((one) => one !== method.toUpperCase())) {
      const reply = await app.request(path.replace('{id}', '004'), { method: other })
      expect([other, reply.status]).toEqual([other, 405])
      expect(reply.headers.get('allow')?.split(', ')).toContain(method.toUpperCase())
      expect(await reply.json()).toMatchObject({ error: { code: 'method_not_allowed' } })
    }
  })

  const bodySchema = operation.requestBody?.content['application/json']?.schema
  if (!bodySchema) return

  const post = (body: string, headers: Record<string, string> = JSON_HEADERS) => app.request(path, { method: 'POST', body, headers })
  const refused = async (status: number, reply: Response): Promise<string> => {
    const body = (await reply.json()) as { error: { message: string } }
    expect([reply.status, judge(operation, reply.status, body)]).toEqual([status, null])
    return body.error.message
  }

  it('answers 422 with issues to values of the wrong kind', async () => {
    // any JSON but an object with the fields asked for
    const wrong = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.record({ question: fc.oneof(fc.integer(), fc.constant(null), fc.array(fc.string())) }),
    )
    await fc.assert(
      fc.asyncProperty(wrong, async (body) => {
        const reply = await post(JSON.stringify(body))
        await refused(422, reply.clone())
        expect(((await reply.json()) as { error: { issues: unknown[] } }).error.issues.length).toBeGreaterThan(0)
      }),
      RUNS,
    )
  })

  it('answers 400 to broken JSON', async () => {
    for (const broken of ['', '{', '{"question":', '{"question":"x"', 'question=x', '[1,]', '\u0000', '{"a":\ud800'])
      await refused(400, await post(broken))
  })

  it('answers 415 to another content type', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'application/jsonx', 'json'])
      await refused(415, await post('{"question":"x"}', { 'content-type': type }))
  })

  it('answers 413 to a body that is too large', async () => {
    const length = path === '/api/verify' ? LONGEST_DRAFT + 1 : LARGEST_JSON
    await refused(413, await post(JSON.stringify({ question: 'x', text: 'x'.repeat(length) })))
  })
})

describe('what is refused', () => {
  const post = (body: unknown) => app.request('/api/ask', { method: 'POST', body: JSON.stringify(body), headers: JSON_HEADERS })

  it('answers 422 with the message to a question that is too long, empty or one of too many', async () => {
    for (const [body, path, said] of [
      [{ question: 'x'.repeat(501) }, 'question', 'A question has at most 500 characters.'],
      [{ question: ' ' }, 'question', 'Ask a question.'],
      [{ question: 'x', after: Array(21).fill('x') }, 'after', 'At most 20 earlier questions.'],
      [{ question: 'x', scope: { years: ['2019'] } }, 'scope.years.0', ''],
    ] as const) {
      const reply = await post(body)
      const { error } = (await reply.json()) as { error: { message: string; issues: { path: string }[] } }
      expect([reply.status, error.issues[0]?.path]).toEqual([422, path])
      expect(error.message).toContain(said)
    }
  })

  it('answers 404 to unknown ids and addresses', async () => {
    for (const path of ['/api/reports/999', '/api/quotes/004.p999.s1', '/api/nothing', '/api']) {
      const reply = await app.request(path)
      expect(reply.status).toBe(404)
      expect(await reply.json()).toMatchObject({ error: { code: 'not_found' } })
    }
  })

  it('answers 422 to a search without words or with an impossible limit', async () => {
    for (const query of ['', '?q=', '?q=x&limit=0', '?q=x&limit=101', '?q=x&limit=ten']) {
      const reply = await app.request(`/api/search${query}`)
      expect([query, reply.status, judge(named('search'), 422, await reply.json())]).toEqual([query, 422, null])
    }
  })
})

/** What a client generator makes of the document: one function for each operation. */
function clientOf(document: OpenApi): Record<string, (values: Record<string, unknown>) => Promise<unknown>> {
  return Object.fromEntries(
    operationsOf(document).map(({ path, method, operation }) => [
      operation.operationId,
      async (values: Record<string, unknown>) => (await send(path, method, operation, values)).json(),
    ]),
  )
}

describe('a client made from the document', () => {
  let client: ReturnType<typeof clientOf>
  beforeAll(() => {
    client = clientOf(contract)
  })

  it('gets the quotes that ask() gives, byte for byte', async () => {
    const { corpus } = await realLibrary()
    for (const question of ['What did Ofsted say about return home interviews in Stoke?', 'What was the overall judgement for Stoke?']) {
      const answer = await ask(question, [], corpus!)
      expect(answer.quotes.length).toBeGreaterThan(0)
      expect(JSON.stringify(await client.ask!({ body: { question } }))).toBe(JSON.stringify(answer))
    }
  })

  it('searches within the scope that the question names', async () => {
    const { hits } = (await client.search!({ q: 'return home interviews in Stoke', limit: 5 })) as {
      hits: { quote: { text: string; report: { id: string } } }[]
    }
    expect(hits[0]?.quote.text).toContain('return home interviews')
    expect(hits).toHaveLength(5)
    expect(new Set(hits.map(({ quote }) => quote.report.id))).toEqual(new Set(['004']))
  })
})
