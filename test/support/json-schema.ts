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
  maxItems?: number
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

/** Values of a schema. Text holds a letter, since blank questions are refused. */
export function valuesOf(schema: Schema, contract: OpenApi): fc.Arbitrary<unknown> {
  if (schema.$ref) return valuesOf(contract.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, contract)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  switch (schema.type) {
    case 'string':
      return fc.string({ unit: 'grapheme', maxLength: Math.min(120, (schema.maxLength ?? 40) / 4) }).map((text) => `a${text}`)
    case 'integer':
      return fc.integer({ min: schema.minimum ?? 0, max: schema.maximum ?? 1000 })
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
