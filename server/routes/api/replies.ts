/** Replies as the contract declares them: JSON of a schema, and the faults that a route can answer with. */
import type { z } from '@hono/zod-openapi'
import { ErrorSchema } from '../../contract/schemas.ts'

export const json = <T extends z.ZodType>(schema: T, description: string) => ({ content: { 'application/json': { schema } }, description })

const fault = (description: string) => json(ErrorSchema, description)

/** What every route under /api may answer. */
export const FAULTS = {
  403: fault('Sent from another site, or to a name that is not this server’s'),
  408: fault('Given up: it took too long'),
  414: fault('The address is too long'),
  422: fault('Unusable values; `issues` names each'),
  429: fault('Too many requests from one place; see Retry-After'),
  500: fault('Our fault; the message holds the number to report'),
  503: fault('Not ready yet, or overloaded; see Retry-After'),
} as const
/** What a route that takes a body may answer as well. */
export const BODY_FAULTS = {
  ...FAULTS,
  400: fault('Not JSON'),
  413: fault('Larger than this route takes: 64 kB, or a draft of 2,000,000 characters'),
  415: fault('Another type than application/json'),
} as const
export const UNKNOWN = { 404: fault('Unknown id') } as const
