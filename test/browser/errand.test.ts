import { afterEach, expect, test } from 'vitest'
import { picture, type Visit, visit } from './visit.ts'

let at: Visit
afterEach(() => at.leave())

/** The words of quotes with their reports' dates, as a reader sees them. */
const answerOf = (n: number) => at.page.locator('.answer').nth(n - 1)

async function ask(question: string, n: number): Promise<void> {
  await at.page.fill('#question', question)
  await at.page.keyboard.press('Enter')
  await at.page.waitForSelector(`#a${n}`)
}

test('a new user finds caseloads then and now, compares two councils, meets a refusal and cites it all', async () => {
  at = await visit('/')
  // An element that is missing fails here by name, not at the end of the test's time.
  at.page.setDefaultTimeout(10_000)
  await ask('What did Ofsted say about caseloads in 2009?', 1)
  expect(await answerOf(1).locator('.report-date').allTextContents()).toEqual(['29 June to 10 July 2009'])
  expect((await answerOf(1).locator('blockquote').allTextContents()).join(' ')).toContain('individual caseloads are often excessive')
  await at.page.locator('#a1q1-keep').click()
  await at.page.waitForSelector('.kept-count:text-is("1")')

  await ask('and in 2025?', 2)
  expect(await answerOf(2).locator('.report-date').allTextContents()).toEqual(['9 to 10 December 2025'])
  expect((await answerOf(2).locator('blockquote').allTextContents()).join(' ')).toContain('higher caseloads impact')

  await ask('Compare Staffordshire and Stoke-on-Trent on thresholds', 3)
  expect(await answerOf(3).locator('.side-name').allTextContents()).toEqual(['Staffordshire', 'Stoke-on-Trent'])
  await at.page.locator('#a3-keep').click()
  await at.page.waitForSelector('#a3q1 .keep--kept')

  await ask('What did Ofsted say about caseloads in Birmingham?', 4)
  expect(await answerOf(4).textContent()).toContain('no report on Birmingham')
  expect(await answerOf(4).locator('blockquote').count()).toBe(0)
  await picture(at.page, 'errand', true)

  await at.page.locator('#to-briefing').click()
  await at.page.waitForURL(/\/briefing\?/)
  expect(await at.page.locator('.pad-entry').count()).toBeGreaterThan(5)
  expect(await at.page.locator('.pad-entry figcaption').first().textContent()).toContain('Ofsted')
  expect(at.seen.messages).toEqual([])
})
