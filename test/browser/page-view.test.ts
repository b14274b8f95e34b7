/** The page as printed: reached from a quote, legible to axe in every theme and width, and free until somebody looks. */
import { afterEach, describe, expect, test } from 'vitest'
import { accessibilityFaults } from './accessibility.ts'
import { kept, PHONE, picture, type Visit, visit, WIDE, ZOOMED } from './visit.ts'

let at: Visit
afterEach(() => at.leave())
const ASKED = `${kept}/?q=caseloads&report=elmfield-report`
const images = (): string[] => at.seen.paths.filter((path) => path.includes('/image'))

test.each([
  ['with scripts', true],
  ['without scripts', false],
])('a quote leads to the page on which it begins, marked, and on to the page where it ends, %s', async (_, javaScriptEnabled) => {
  at = await visit(ASKED, { javaScriptEnabled, viewport: WIDE })
  const { page } = at
  expect(images()).toEqual([])
  await page.locator('#a1q1 .more summary').click()
  if (javaScriptEnabled) {
    await expect.poll(images).toHaveLength(1)
    await expect.poll(() => page.locator('#a1q1 img').evaluate((image: { naturalWidth: number }) => image.naturalWidth)).toBe(440)
  } else expect(images()).toEqual([])
  await page
    .locator('#a1q1')
    .getByRole('link', { name: /^See the page as printed/ })
    .click()
  await page.waitForURL(/\/pages\/1\?quote=/)
  expect(await page.locator('.original-marks rect').count()).toBe(1)
  expect(await page.locator('.original-page img').evaluate((image: { complete: boolean }) => image.complete)).toBe(true)
  await page.locator('.cited').getByRole('link', { name: 'page 2' }).click()
  await page.waitForURL(/\/pages\/2\?quote=/)
  expect(await page.locator('.original-marks rect').count()).toBe(1)
  await page.getByRole('link', { name: 'Read it as text' }).click()
  await page.waitForSelector('mark#quote')
  expect(await page.getByText('See the page', { exact: true }).isVisible()).toBe(true)
  expect(at.seen.messages).toEqual([])
})

describe('axe finds no fault, and nothing runs off the side', () => {
  const DRAWN = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'landmark-unique']
  test.each([
    ['a page with its quote', '/pages/quote?quote=elmfield-report.p1.s2'],
    ['a page alone', '/pages/2'],
    ['the reader with the page open', '?quote=elmfield-report.p1.s2#elmfield-report.p1'],
  ])('%s', async (name, path) => {
    at = await visit(`${kept}/reports/elmfield-report${path}`)
    for (const summary of await at.page.locator('.see-page > summary').all()) await summary.click()
    expect(await accessibilityFaults(at.page)).toEqual([])
    await picture(at.page, `printed-${name.replace(/\W+/g, '-')}`)
    await at.page.emulateMedia({ colorScheme: 'dark' })
    await at.page.setViewportSize(PHONE)
    expect(await accessibilityFaults(at.page, DRAWN)).toEqual([])
    await at.page.setViewportSize(ZOOMED)
    expect(await at.page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0)
  })
})

test('the briefing leads to the page as well', async () => {
  at = await visit(`${kept}/briefing?quote=elmfield-report.p1.s2&quote=004.p24.s2`)
  expect(await at.page.getByRole('link', { name: /^See the page/ }).count()).toBe(1)
  await at.page.getByRole('link', { name: /^See the page/ }).click()
  await at.page.waitForURL(/\/pages\/1\?quote=/)
})
