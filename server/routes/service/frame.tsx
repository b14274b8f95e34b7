/** The frame of every page, with what this browser keeps for its briefing. */
import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { Layout } from '../../../views/frame/layout.tsx'
import type { Asked } from '../../../views/parts/links.ts'
import { readKept } from '../../briefing/kept-cookie.ts'
import { quoteIds, unpacked } from '../../briefing/own.ts'
import type { Entry } from '../../briefing/pad.ts'
import { assetUrl } from './assets.ts'
import { VERSION } from './version.ts'

export const ownEntries = (c: Context): Entry[] => unpacked(readKept(c))

type Frame = {
  title: string
  /** The address of the page in the navigation, such as "/reports". */
  here?: string
  /** The conversation that the way to the briefing leads back to. */
  asked?: Asked[]
  head?: Child
  /** Where it differs from what came with the request. */
  entries?: Entry[]
}

export const framed = (c: Context, { entries = ownEntries(c), ...frame }: Frame, children: Child) => (
  <Layout {...frame} assets={assetUrl} version={VERSION} kept={quoteIds(entries).length}>
    {children}
  </Layout>
)
