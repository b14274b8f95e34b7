/** Pages about the service, and its description for browsers that add it as a search engine. */
import { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { brand } from '../../../views/frame/brand.ts'
import { Layout } from '../../../views/frame/layout.tsx'
import { About } from '../../../views/service/about.tsx'
import { Accessibility } from '../../../views/service/accessibility.tsx'
import { Privacy } from '../../../views/service/privacy.tsx'
import type { AppEnv } from '../../http/env.ts'
import { collectionOf } from '../reports/report-card.ts'
import { assetUrl } from './assets.ts'

const page = (title: string, here: string, content: Child) => (
  <Layout title={title} assets={assetUrl} here={here}>
    {content}
  </Layout>
)

const escaped = (text: string): string => text.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** OpenSearch 1.1. Names longer than 16 characters are not allowed there. */
const openSearch = (origin: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escaped(brand.name.slice(0, 16))}</ShortName>
  <Description>${escaped(brand.strapline)}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Image width="16" height="16" type="image/svg+xml">${escaped(`${origin}${assetUrl('icon.svg')}`)}</Image>
  <Url type="text/html" method="get" template="${escaped(origin)}/?q={searchTerms}"/>
</OpenSearchDescription>
`

export function pageRoutes() {
  const routes = new Hono<AppEnv>()
  routes.get('/about', (c) => c.html(page('About', '/about', <About collection={collectionOf(c.get('corpus'))} />)))
  routes.get('/accessibility', (c) => c.html(page('Accessibility statement', '/accessibility', <Accessibility />)))
  routes.get('/privacy', (c) => c.html(page('Privacy', '/privacy', <Privacy />)))
  routes.get('/opensearch.xml', (c) =>
    c.body(openSearch(new URL(c.req.url).origin), 200, { 'content-type': 'application/opensearchdescription+xml' }),
  )
  return routes
}
