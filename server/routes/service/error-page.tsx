import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { Problem } from '../../../views/frame/problem.tsx'
import { framed } from './frame.tsx'

const HEADINGS: Record<number, string> = {
  404: 'Page not found',
  429: 'Too many questions in a short time',
  503: 'Not ready yet',
}

/** Faults that may be gone a moment later. */
const PASSING = new Set([429, 500, 503])

/** A page that says in plain English what the API says in JSON. */
export function errorPage(c: Context, status: number, message: string) {
  const heading = HEADINGS[status] ?? 'There is a problem'
  const { pathname, search } = new URL(c.req.url)
  const retry = c.req.method === 'GET' && PASSING.has(status) ? pathname + search : null
  return c.html(
    framed(c, { title: `Error - ${heading}` }, <Problem heading={heading} message={message} retry={retry} />),
    status as ContentfulStatusCode,
  )
}
