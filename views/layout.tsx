import type { Child } from 'hono/jsx'

type Props = { title: string; assets: (name: string) => string; children?: Child }

/** The frame of every page. */
export const Layout = ({ title, assets, children }: Props) => (
  <html lang="en-GB">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      <link rel="stylesheet" href={assets('govuk.css')} />
      <link rel="stylesheet" href={assets('style.css')} />
      <script src={assets('htmx.js')} defer />
      <script src={assets('page.js')} defer />
    </head>
    <body class="govuk-template__body">
      <a class="govuk-skip-link" href="#main">
        Skip to main content
      </a>
      <main id="main" class="govuk-width-container govuk-main-wrapper">
        {children}
      </main>
    </body>
  </html>
)
