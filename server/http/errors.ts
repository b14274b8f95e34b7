/** One error shape for programs, and the same in plain English for people. */
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

export type Issue = { path: string; message: string }

const CODES: Record<number, string> = {
  400: 'malformed',
  401: 'unauthorised',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  408: 'timed_out',
  409: 'conflict',
  413: 'too_large',
  414: 'address_too_long',
  415: 'unsupported_type',
  422: 'unusable',
  429: 'too_many',
  500: 'internal',
  503: 'not_ready',
  507: 'no_room',
}

/** A fault that the client can see. `message` says what is wrong and what to do. */
export class RequestFault extends HTTPException {
  readonly issues: Issue[] | undefined
  constructor(status: ContentfulStatusCode, message: string, issues?: Issue[]) {
    super(status, { message })
    this.issues = issues
  }
}

export const errorBody = (status: number, message: string, issues?: Issue[]) => ({
  error: { code: CODES[status] ?? 'error', message, ...(issues && { issues }) },
})

/** Addresses for programs: their faults are JSON. */
const FOR_PROGRAMS = /^\/(?:api|mcp|healthz|readyz|metrics|version)(?:\/|$)/
export const isApi = (c: Context): boolean => FOR_PROGRAMS.test(c.req.path)
