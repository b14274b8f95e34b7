/** What the tests need of OpenAPI 3.1: making requests by a schema, and judging replies by it. */

import { AjvJsonSchemaValidator } from '@modelcontextprotocol/server/validators/ajv'
import fc from 'fast-check'

export type Schema = {
  $ref?: string
  type?: string | string[]
  enum?: unknown[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
  pattern?: string
}
type Content = { 'application/json'?: { schema: Schema } }
export type Operation = {
  operationId: string
  parameters?: { name: string; in: 'path' | 'query'; required?: boolean; schema: Schema }[]
  requestBody?: { content: Content }
  responses: Record<string, { description: string; content?: Content }>
}
export type OpenApi = {
  openapi: string
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema> }
}

export const operationsOf = ({ paths }: OpenApi): { path: string; method: string; operation: Operation }[] =>
  Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })))

/** What the document says of a reply, as a check: null where the reply is as declared, else what is wrong. */
export function judgeOf(contract: OpenApi): (operation: Operation, status: number, body: unknown) => string | null {
  const validator = new AjvJsonSchemaValidator()
  // AJV resolves references inside one document only
  const whole = (schema: Schema) => ({ components: contract.components, ...schema })
  const kept = new Map<Schema, ReturnType<typeof validator.getValidator>>()
  return (operation, status, body) => {
    const schema = operation.responses[status]?.content?.['application/json']?.schema
    if (!schema) return `${operation.operationId} does not declare ${status}`
    const check = kept.get(schema) ?? validator.getValidator(whole(schema) as Parameters<typeof validator.getValidator>[0])
    kept.set(schema, check)
    const { valid, errorMessage } = check(body)
    return valid ? null : `${operation.operationId} ${status}: ${errorMessage}`
  }
}

const named = ({ $ref = '' }: Schema, contract: OpenApi): Schema => contract.components.schemas[$ref.split('/').at(-1) ?? ''] ?? {}

/** Longest texts and lists that are made at their full length. */
const LONGEST_MADE = 1000

/** Values of a schema, the largest and smallest among them. Text holds a letter, since blank questions are refused. */
export function valuesOf(schema: Schema, contract: OpenApi): fc.Arbitrary<unknown> {
  if (schema.$ref) return valuesOf(named(schema, contract), contract)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  switch (schema.type) {
    case 'string':
      return fc.oneof(
        {
          arbitrary: fc.string({ unit: 'grapheme', maxLength: Math.min(120, (schema.maxLength ?? 40) / 4) }).map((text) => `a${text}`),
          weight: 5,
        },
        // as long as it may be, counted in characters
        fc.constantFrom('a', '😀', 'é').map((sign) => sign.repeat(Math.min(LONGEST_MADE, schema.maxLength ?? 40))),
      )
    case 'integer': {
      const [min, max] = [schema.minimum ?? 0, schema.maximum ?? 1000]
      return fc.oneof(fc.integer({ min, max }), fc.constantFrom(min, max))
    }
    case 'array':
      return fc.array(valuesOf(schema.items ?? {}, contract), { maxLength: Math.min(5, schema.maxItems ?? 5) })
    case 'object':
      return fc.record(Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, one]) => [name, valuesOf(one, contract)])), {
        requiredKeys: schema.required ?? [],
      })
    default:
      throw new Error(`No values for ${JSON.stringify(schema)}`)
  }
}

const WRONG_TYPES = {
  string: [1, null, [], {}],
  integer: ['x', 1.5, null, [], 2 ** 60],
  array: ['x', {}, 1, null],
  object: ['x', [], 1, null],
}

/** Values that a schema does not allow, each for one reason. `inAddress`: what is written in a query, where all is text. */
export function breachesOf(schema: Schema, contract: OpenApi, inAddress = false): fc.Arbitrary<unknown> {
  if (schema.$ref) return breachesOf(named(schema, contract), contract)
  const type = schema.type as keyof typeof WRONG_TYPES
  const wrong: fc.Arbitrary<unknown>[] = []
  if (!inAddress) wrong.push(fc.constantFrom<unknown>(...WRONG_TYPES[type]))
  else if (type === 'integer') wrong.push(fc.constantFrom<unknown>('x', '', '1.5', '1e1', '0x1', ' 1', 'true'))
  if (schema.maxLength !== undefined && schema.maxLength <= LONGEST_MADE) wrong.push(fc.constant('a'.repeat(schema.maxLength + 1)))
  if (schema.pattern) wrong.push(fc.constantFrom('', ' ', '\n\t'))
  if (schema.maximum !== undefined) wrong.push(fc.constant(schema.maximum + 1))
  if (schema.minimum !== undefined) wrong.push(fc.constant(schema.minimum - 1))
  if (schema.items) {
    const { items } = schema
    wrong.push(breachesOf(items, contract).map((one) => [one]))
    if (schema.maxItems !== undefined && schema.maxItems <= LONGEST_MADE)
      wrong.push(valuesOf(items, contract).map((one) => Array(schema.maxItems! + 1).fill(one)))
  }
  const required = schema.required ?? []
  for (const [name, one] of Object.entries(schema.properties ?? {})) {
    const whole = valuesOf(schema, contract) as fc.Arbitrary<Record<string, unknown>>
    wrong.push(fc.tuple(whole, breachesOf(one, contract)).map(([value, breach]) => ({ ...value, [name]: breach })))
    if (required.includes(name)) wrong.push(whole.map(({ [name]: _, ...rest }) => rest))
  }
  return fc.oneof(...wrong)
}
