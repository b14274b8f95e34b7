/** Requests made from the OpenAPI document: as it allows, against it in one thing, and with what no document speaks of. */
import fc from 'fast-check'
import { breachesOf, type OpenApi, type Operation, valuesOf } from '../support/json-schema.ts'

/** `accepted`: 2xx, or 404 for an id that is made up. `refused`: 4xx. `method`: 405 that names the right ones. `any`: as declared. */
export type Expected = 'accepted' | 'refused' | 'method' | 'any'
export type Case = {
  what: string
  operation: Operation
  expected: Expected
  method: string
  path: string
  headers: [string, string][]
  body: string | null
}
type Declared = { path: string; method: string; operation: Operation }
type Values = Record<string, unknown>

const KNOWN_IDS = ['000', '004', '004.p24.s2', '004.p24', '000.h3', '002.p24.s1-2']
const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND']
const JSON_TYPE: [string, string] = ['content-type', 'application/json']

const CONTROL = ['\u0000', '\u0001', '\u001b[31m', '\u007f', '\u2028', '\ufeff', '\u202e', '\ufffe', 'a\u0000b', '%00', '\\u0000']
const LONG = [600, 5_000, 20_000, 70_000]
const HEADERS: [string, string][] = [
  ['accept', 'text/html'],
  ['accept', 'application/xml;q=0.1, */*;q=0'],
  ['accept', '\u00ff'],
  ['accept-encoding', 'br;q=NaN, gzip;q=-1'],
  ['accept-language', 'x-'.repeat(400)],
  ['authorization', 'Bearer undefined'],
  ['authorization', 'Basic ===='],
  ['cookie', `a=${'b'.repeat(3_000)}; kept=%zz; =`],
  ['if-none-match', '*'],
  ['if-modified-since', 'never'],
  ['range', 'bytes=0-18446744073709551615'],
  ['hx-request', 'true'],
  ['x-forwarded-for', '1.2.3.4, \u00ff'],
  ['x-forwarded-host', 'evil.example'],
  ['x-http-method-override', 'DELETE'],
  ['x-request-id', '"><script>'],
  ['expect', '200-maybe'],
  ['te', 'trailers'],
  ['x-schemathesis-unknown-header', '42'],
  ['sec-fetch-site', 'cross-site'],
  ['origin', 'null'],
  ['host', 'evil.example'],
]
const BODY_TYPES = ['text/plain', 'application/xml', 'application/json; charset=utf-16', 'multipart/form-data', '', 'application/jsonx']
const BROKEN = ['', '{', '[1,]', '\u0000', '{"a":\ud800', 'null', '[]', '"x"', '1e999', '{"question":"a"}{"question":"b"}', '\ufeff{}']

export function casesOf(contract: OpenApi, declared: Declared[]): fc.Arbitrary<Case> {
  const bodyOf = ({ requestBody }: Operation) => requestBody?.content['application/json']?.schema
  const queriesOf = ({ parameters = [] }: Operation) => parameters.filter((one) => one.in === 'query')

  const valid = (operation: Operation): fc.Arbitrary<Values> =>
    fc.record(
      Object.fromEntries([
        ...(operation.parameters ?? []).map(({ name, schema }) => [
          name,
          name === 'id' ? fc.oneof(fc.constantFrom(...KNOWN_IDS), valuesOf(schema, contract)) : valuesOf(schema, contract),
        ]),
        ...(bodyOf(operation) ? [['body', valuesOf(bodyOf(operation)!, contract)]] : []),
      ]),
    )
  const made = ({ path, method, operation }: Declared, values: Values, what: string, expected: Expected): Case => {
    let address = path
    const query: string[] = []
    for (const { name, in: place } of operation.parameters ?? []) {
      if (values[name] === undefined) continue
      const value = encodeURIComponent(String(values[name]))
      if (place === 'path') address = address.replace(`{${name}}`, value)
      else query.push(`${name}=${value}`)
    }
    return {
      ...{ what, operation, expected, method: method.toUpperCase() },
      path: `${address}${query.length > 0 ? `?${query.join('&')}` : ''}`,
      headers: operation.requestBody ? [JSON_TYPE] : [],
      body: operation.requestBody ? JSON.stringify(values.body) : null,
    }
  }

  const of = (one: Declared): fc.Arbitrary<Case> => {
    const { operation } = one
    const body = bodyOf(operation)
    const queries = queriesOf(operation)
    const names = (operation.parameters ?? []).map(({ name }) => name)
    const asAllowed = valid(operation).map((values) => made(one, values, 'as allowed', 'accepted'))
    const odd = (words: fc.Arbitrary<string>, what: string): fc.Arbitrary<Case>[] => [
      ...names.map((name) =>
        fc.tuple(valid(operation), words).map(([values, word]) => made(one, { ...values, [name]: word }, what, 'any')),
      ),
      ...(body ? [words.map((word) => ({ ...made(one, { body: textsAs(word, operation) }, what, 'any') }))] : []),
    ]
    const cases: fc.Arbitrary<Case>[] = [
      asAllowed,
      asAllowed.map((made) => ({
        ...made,
        what: 'unknown parameters',
        path: `${made.path}${made.path.includes('?') ? '&' : '?'}x-unknown=42&=&%00`,
      })),
      fc
        .tuple(asAllowed, fc.array(fc.constantFrom(...HEADERS), { minLength: 1, maxLength: 4 }))
        .map(([made, headers]) => ({ ...made, what: 'odd headers', expected: 'any', headers: [...made.headers, ...headers] })),
      fc
        .tuple(asAllowed, fc.constantFrom(...METHODS))
        .filter(([{ path }, method]) => !declared.some((other) => other.method.toUpperCase() === method && matches(other.path, path)))
        .map(([made, method]) => ({ ...made, what: 'another method', expected: 'method', method, body: null, headers: [] })),
      ...odd(fc.constantFrom(...CONTROL), 'control characters'),
      ...odd(
        fc.constantFrom(...LONG).map((length) => 'a'.repeat(length)),
        'very long',
      ),
      ...queries.map(({ name, schema }) =>
        fc
          .tuple(valid(operation), breachesOf(schema, contract, true))
          .map(([values, breach]) => made(one, { ...values, [name]: breach }, `${name} against the document`, 'refused')),
      ),
      ...queries
        .filter(({ required }) => required)
        .map(({ name }) => valid(operation).map((values) => made(one, { ...values, [name]: undefined }, `${name} missing`, 'refused'))),
    ]
    if (body)
      cases.push(
        breachesOf(body, contract).map((breach) => made(one, { body: breach }, 'body against the document', 'refused')),
        fc.constantFrom(...BROKEN).map((broken) => ({ ...made(one, {}, 'broken body', 'refused'), body: broken })),
        fc
          .tuple(asAllowed, fc.constantFrom(...BODY_TYPES))
          .map(([made, type]) => ({ ...made, what: 'body of another type', expected: 'any', headers: [['content-type', type]] })),
        asAllowed.map((made) => ({ ...made, what: 'no type', expected: 'refused', headers: [] })),
      )
    return fc.oneof(...cases)
  }
  return fc.oneof(...declared.map(of))
}

/** The body's texts, all of them the same. */
const textsAs = (word: string, { operationId }: Operation): unknown =>
  operationId === 'verify' ? { text: word } : { question: word, after: [word], scope: { authorities: [word], reports: [word] } }

const matches = (declared: string, path: string): boolean => {
  const parts = (path.split('?')[0] ?? '').split('/')
  const own = declared.split('/')
  return own.length === parts.length && own.every((part, i) => part.startsWith('{') || part === parts[i])
}
