import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { Layout } from '../../views/layout.tsx'
import { assetUrl } from './assets.ts'

/** A page that says in plain English what the API says in JSON. */
export const errorPage = (c: Context, status: number, message: string) =>
  c.html(
    <Layout title={`Error - ${status}`} assets={assetUrl}>
      <h1 class="govuk-heading-l">There is a problem</h1>
      <p class="govuk-body">{message}</p>
      <p class="govuk-body">
        <a class="govuk-link" href="/">
          Back to the start
        </a>
      </p>
    </Layout>,
    status as ContentfulStatusCode,
  )
