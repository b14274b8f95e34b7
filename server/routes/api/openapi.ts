/** The contract as an OpenAPI 3.1 document, made from the routes. */
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import type { AppEnv } from '../../http/env.ts'
import { FAULTS, json } from './replies.ts'

const DOCUMENT = {
  openapi: '3.1.0',
  info: {
    title: 'Quotes from Ofsted reports',
    version: '1',
    description:
      'Questions answered with cited, word-for-word quotes. Every fault has one shape: `{"error": {"code", "message", "issues"?}}`. ' +
      'A wrong method is answered with 405 and the header Allow.',
    license: { name: 'MIT', identifier: 'MIT' },
  },
} as const

/** Adds `GET /openapi.json`, last: it describes the routes declared before it. */
export function describeApi(api: OpenAPIHono<AppEnv>): void {
  api.openAPIRegistry.registerPath({
    method: 'get',
    path: '/openapi.json',
    operationId: 'getContract',
    summary: 'This document',
    responses: { 200: json(z.record(z.string(), z.unknown()), 'OpenAPI 3.1'), ...FAULTS },
  })
  let kept: ReturnType<typeof api.getOpenAPI31Document> | undefined
  api.get('/openapi.json', (c) => {
    kept ??= api.getOpenAPI31Document(DOCUMENT)
    return c.json(kept)
  })
}
