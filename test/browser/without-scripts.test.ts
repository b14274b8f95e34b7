import { afterEach, expect, test } from 'vitest'
import { PHONE, type Visit, visit } from './visit.ts'

let at: Visit
const go = async (path: string) => {
  at = await visit(path, { javaScriptEnabled: false, viewport: PHONE })
  return at.page
}
afterEach(() => at.leave())

test('the whole journey works without scripts: ask, read, ask on, cite', async () => {
  const page = await go('/')
  expect(await page.locator('.needs-script').first().isVisible()).toBe(false)
  await page.fill('#question', 'What did Ofsted say about caseloads in 2009?')
  await page.click('.ask-row button')
  await page.waitForSelector('.answer')
  expect(page.url()).toMatch(/#a1$/)
  expect(new URL(page.url()).search).toMatch(/^\?q=[^&]+$/)
  await page.locator('#a1q1 .more summary').click()
  expect(await page.locator('#a1q1 .around mark').isVisible()).toBe(true)
  await page.fill('#question', 'and in 2025?')
  await page.click('.ask-row button')
  await page.waitForSelector('#a2')
  await page.locator('#a2q1 a.open').click()
  await page.waitForURL(/\/reports\/003\?quote=/)
  expect(await page.locator('.reader-text mark').count()).toBeGreaterThan(0)
  expect(await page.locator('.cited').textContent()).toContain('Staffordshire, 9 to 10 December 2025')
})

test('an empty question comes back as a page with an error summary', async () => {
  const page = await go('/?q=')
  expect(await page.title()).toMatch(/^Error - /)
  expect(await page.locator('.govuk-error-summary a').first().getAttribute('href')).toBe('#question')
})

test('personal data is warned of, and one may go on', async () => {
  const page = await go('/?q=my name is Ann, what about caseloads')
  expect(await page.inputValue('#question')).toContain('Ann')
  await page.getByRole('button', { name: 'Ask it as it is' }).click()
  await page.waitForSelector('.answer')
})

test('the catalogue filters and limits the chat', async () => {
  const page = await go('/reports')
  await page.selectOption('#by-kind', 'focused_visit')
  await page.getByRole('button', { name: 'Show' }).click()
  expect(await page.locator('.entry').count()).toBe(1)
  await page.check('#tick-003')
  await page.getByRole('button', { name: 'Ask the ticked reports' }).click()
  expect(await page.locator('.limits-reports').textContent()).toContain('Only 1 chosen report')
})
