/** A page of the site with a watch on it: no console message, no fault and no request to another host goes unseen. */
import { mkdirSync } from 'node:fs'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { inject } from 'vitest'

export const site: string = inject('site')
/** Over made-up reports of a hundred councils. */
export const many: string = inject('many')
/** Keeps a PDF of two pages, and has an admin. */
export const kept: string = inject('kept')
export const WIDE = { width: 1366, height: 900 }
export const PHONE = { width: 390, height: 844 }
/** 1280 pixels at 400%, as WCAG 1.4.10 has it. */
export const ZOOMED = { width: 320, height: 256 }

let browser: Browser | undefined
const connected = async (): Promise<Browser> => {
  browser ??= await chromium.connect(inject('browser'))
  return browser
}

export type Visit = { page: Page; seen: { messages: string[]; hosts: Set<string>; paths: string[] }; leave: () => Promise<void> }

export async function visit(path: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await (await connected()).newContext({ viewport: WIDE, reducedMotion: 'reduce', ...options })
  const page = await context.newPage()
  const seen = { messages: [] as string[], hosts: new Set<string>(), paths: [] as string[] }
  page.on('console', (message) => seen.messages.push(message.text()))
  page.on('pageerror', (error) => seen.messages.push(error.message))
  page.on('request', (request) => {
    const { host, pathname } = new URL(request.url())
    seen.hosts.add(host)
    seen.paths.push(pathname)
  })
  await page.goto(path.startsWith('/') ? site + path : path)
  return { page, seen, leave: () => context.close() }
}

const OUTPUT = 'test/output'

/** Screenshots are for looking at: they are kept beside the tests and not committed. */
export async function picture(page: Page, name: string, fullPage = false): Promise<void> {
  mkdirSync(OUTPUT, { recursive: true })
  await page.screenshot({ path: `${OUTPUT}/${name}.png`, fullPage })
}

/** The id of the element that holds the focus. In words, since these tests know no types of the browser. */
export const focused = (page: Page): Promise<string> => page.evaluate<string>('document.activeElement?.id ?? ""')
