/** Pages about the service, and its description for browsers that add it as a search engine. */
import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { brand } from '../../../views/frame/brand.ts'
import { About } from '../../../views/service/about.tsx'
import { Accessibility } from '../../../views/service/accessibility.tsx'
import { Privacy } from '../../../views/service/privacy.tsx'
import type { AppEnv } from '../../http/env.ts'
import { collectionOf } from '../reports/report-card.ts'
import { assetUrl } from './assets.ts'
import { framed } from './frame.tsx'

const page = (c: Context, title: string, here: string, content: Child) => c.html(framed(c, { title, here }, content))

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
  routes.get('/about', (c) => page(c, 'About', '/about', <About collection={collectionOf(c.get('corpus'))} />))
  routes.get('/accessibility', (c) => page(c, 'Accessibility statement', '/accessibility', <Accessibility />))
  routes.get('/privacy', (c) => page(c, 'Privacy', '/privacy', <Privacy />))
  routes.get('/opensearch.xml', (c) =>
    c.body(openSearch(new URL(c.req.url).origin), 200, { 'content-type': 'application/opensearchdescription+xml' }),
  )
  return routes
}
