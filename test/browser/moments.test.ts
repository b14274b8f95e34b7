/** What a page becomes when something is done on it: axe finds no fault, in either theme, wide and at 320 pixels. */
import type { Page } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import { accessibilityFaults } from './accessibility.ts'
import { ADMIN_TOKEN } from './setup.ts'
import { kept, picture, site, type Visit, visit, WIDE } from './visit.ts'

let at: Visit
afterEach(() => at.leave())

const NARROW = { width: 320, height: 640 }
const MEETING = '/?q=What did Ofsted say about return home interviews?'

async function signIn(page: Page, token: string): Promise<void> {
  await page.fill('#token', token)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

async function upload(page: Page, name: string, content: string): Promise<void> {
  await signIn(page, ADMIN_TOKEN)
  await page.setInputFiles('#files', { name, mimeType: 'text/plain', buffer: Buffer.from(content) })
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect
    .poll(async () => {
      await page.goto(`${kept}/admin/reports`)
      return page.getByText('1 of 1 files done.').count()
    })
    .toBeGreaterThan(0)
}

/** The address, what is done there, and what shows that it was done. */
type Moment = [name: string, path: string, act: (page: Page) => Promise<unknown>, shown: string]
const MOMENTS: Moment[] = [
  ['the menu of pages', '/about', (page) => page.setViewportSize(NARROW).then(() => page.click('.menu')), '#pages:popover-open'],
  ['the keys', '/', (page) => page.keyboard.press('?'), '#keys:popover-open'],
  ['what limits the search', '/', (page) => page.click('.limits > summary'), '#ask-authority:visible'],
  ['how it was understood', MEETING, (page) => page.click('.understood > summary'), '#a1-authority:visible'],
  ['more on a quote', MEETING, (page) => page.click('#a1q1 .more summary'), '#a1q1 .around:visible'],
  ['a quote kept', MEETING, (page) => page.click('#a1q1-keep'), '#a1q1 .keep--kept'],
  ['a quote taken out', MEETING, (page) => page.click('#a1q1-keep').then(() => page.click('#a1q1 .keep--kept')), '#a1q1 .undo'],
  ['the reports searched', MEETING, (page) => page.click('.coverage > summary'), '.coverage-lists:visible'],
  [
    'a long answer opened',
    '/?q=What needs to improve in Stoke-on-Trent?',
    (page) => page.locator('.rest > summary').first().click(),
    '.rest[open] .quote:visible',
  ],
  [
    'all grades opened',
    '/?q=What are the judgements for Staffordshire?',
    (page) => page.getByText('Show all 34 grades').click(),
    '.judgements-part:visible',
  ],
  [
    'a passage over a comparison',
    '/?q=Compare Staffordshire and Stoke-on-Trent on thresholds',
    (page) => page.click('#a1q1 a.open'),
    'aside#beside mark, .reader-text mark',
  ],
  [
    'suggestions with one chosen',
    '/',
    async (page) => {
      await page.focus('#question')
      await page.keyboard.type('staff')
      await page.waitForSelector('#suggested [role=option]')
      await page.keyboard.press('ArrowDown')
    },
    '#suggested [aria-selected=true]',
  ],
  ['an empty question', '/', (page) => page.click('.ask-row button'), '#error-summary'],
  [
    'a server that says no',
    MEETING,
    async (page) => {
      await page.route('**/?q=**', (route) => route.fulfill({ status: 500, body: 'no' }))
      await page.fill('#question', 'and in 2025?')
      await page.keyboard.press('Enter')
    },
    '#trouble:not([hidden])',
  ],
  ['grades as a table', '/judgements', (page) => page.click('.chart-table > summary'), '.chart-table table:visible'],
  ['all judgements of an inspection', '/councils/staffordshire', (page) => page.click('.all-grades > summary'), '.all-grades[open]'],
  ['all judgements of a report', '/reports', (page) => page.click('.entry-grades summary'), '.entry-grades details[open]'],
  ['nothing to check', '/verify', (page) => page.getByRole('button', { name: 'Check the quotes' }).click(), '.govuk-error-summary'],
  ['a page of more quotes', `${kept}/?q=caseloads&report=elmfield-report`, (page) => page.click('#a1q1 .more summary'), '.page-of-quote'],
  ['the admin asked for a token', `${kept}/admin/reports`, async () => undefined, '#token'],
  ['a wrong token', `${kept}/admin/reports`, (page) => signIn(page, 'wrong'), '#token-error'],
  ['the admin signed in', `${kept}/admin/reports`, (page) => signIn(page, ADMIN_TOKEN), '#needs-person'],
  ['an upload that was no report', `${kept}/admin/reports`, (page) => upload(page, 'empty.txt', ' '), 'progress'],
]

test.each(MOMENTS)('%s', async (name, path, act, shown) => {
  at = await visit(path.startsWith('/') ? site + path : path, { viewport: WIDE })
  const { page } = at
  page.setDefaultTimeout(10_000)
  await act(page)
  await page.waitForSelector(shown)
  expect(await accessibilityFaults(page)).toEqual([])
  await picture(page, `moment-${name.replace(/\W+/g, '-')}`)
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.setViewportSize(NARROW)
  expect(await accessibilityFaults(page, ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size'])).toEqual(
    [],
  )
  expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0)
  await picture(page, `moment-${name.replace(/\W+/g, '-')}-narrow`)
})
