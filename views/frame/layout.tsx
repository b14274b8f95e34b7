import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { type Asked, briefingHref } from '../parts/links.ts'
import { count } from '../parts/wording.ts'
import { brand } from './brand.ts'
import { Keys } from './keys.tsx'

export type Assets = (name: string) => string
type Props = {
  title: string
  assets: Assets
  /** The address of the page in the navigation, such as "/reports". */
  here?: string
  /** Of the program, such as "1.2.0". */
  version: string
  /** How many quotes are kept for the briefing. */
  kept: number
  /** The conversation that the way to the briefing leads back to. */
  asked?: Asked[]
  /** What else belongs into the head. */
  head?: Child
  children?: Child
}

const NAVIGATION = [
  ['/', 'Ask'],
  ['/reports', 'Reports'],
  ['/verify', 'Check quotes'],
  ['/about', 'About'],
] as const
const FOOT = [
  ['/councils', 'Councils'],
  ['/judgements', 'Judgements'],
  ['/grid', 'Topics'],
  ['/about', 'About this service'],
  ['/accessibility', 'Accessibility'],
  ['/privacy', 'Privacy'],
  ['/api/docs', 'For programs'],
] as const

/** The rest of the frame stays when an answer is fetched; this link changes with what is asked and kept. */
const ToBriefing = ({ kept, asked, here }: { kept: number; asked: Asked[]; here: boolean }) => (
  <a id="to-briefing" hx-swap-oob="true" href={briefingHref(asked)} aria-current={here ? 'page' : undefined}>
    Briefing <span class="kept-count">{kept > 0 && kept}</span>
    <span class="govuk-visually-hidden">{kept > 0 && count(kept, 'quote').replace(/^\d+/, '')}</span>
  </a>
)

/** The frame of every page. */
export const Layout = ({ title, assets, version, here, kept, asked = [], head, children }: Props) => (
  <>
    {raw('<!doctype html>')}
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="same-origin" />
        <title>{title === brand.name ? title : `${title} - ${brand.name}`}</title>
        <link rel="preload" href={assets('regular.woff2')} as="font" type="font/woff2" crossorigin="anonymous" />
        <link rel="preload" href={assets('semibold.woff2')} as="font" type="font/woff2" crossorigin="anonymous" />
        <link rel="stylesheet" href={assets('style.css')} />
        <link rel="icon" href={assets('icon.svg')} type="image/svg+xml" />
        <link rel="search" href="/opensearch.xml" type="application/opensearchdescription+xml" title={brand.name} />
        <script src={assets('htmx.js')} defer />
        <script src={assets('page.js')} defer />
        {head}
      </head>
      <body class="govuk-template__body">
        <a class="govuk-skip-link" href="#main">
          Skip to main content
        </a>
        <header class="masthead">
          <div class="frame masthead-row">
            <a class="wordmark" href="/">
              <span class="wordmark-sign" aria-hidden="true" />
              <span>{brand.name}</span>
            </a>
            <nav id="pages" aria-label="Pages" popover="auto">
              <ul class="masthead-links">
                {NAVIGATION.map(([href, name]) => (
                  <li>
                    <a href={href} aria-current={here === href ? 'page' : undefined}>
                      {name}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
            <ToBriefing kept={kept} asked={asked} here={here === '/briefing'} />
            <button class="menu" type="button" popovertarget="pages">
              Menu
            </button>
          </div>
        </header>
        <main id="main" class="frame" tabindex={-1}>
          {children}
        </main>
        <div id="keys" class="keys" popover="auto" role="dialog" aria-label="Keys">
          <Keys />
        </div>
        <p id="status" class="govuk-visually-hidden" role="status" />
        <footer class="foot">
          <div class="frame foot-row">
            <ul>
              {FOOT.map(([href, name]) => (
                <li>
                  <a href={href}>{name}</a>
                </li>
              ))}
            </ul>
            <p>Independent of Ofsted. Each report stands under its own licence, shown beside it. Version {version}.</p>
          </div>
        </footer>
      </body>
    </html>
  </>
)
