import { afterEach, expect, test } from 'vitest'
import { focused, PHONE, picture, site, type Visit, visit } from './visit.ts'

let at: Visit
const go = async (...args: Parameters<typeof visit>) => {
  at = await visit(...args)
  return at.page
}
afterEach(async () => {
  expect([...at.seen.hosts]).toEqual([new URL(site).host])
  await at.leave()
})
const CASELOADS = '/?q=What did Ofsted say about caseloads in 2009?'

test('asking with the keyboard alone answers, announces once and puts the focus on the answer', async () => {
  const page = await go('/')
  await page.keyboard.press('/')
  await page.keyboard.type('What did Ofsted say about')
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.type('return home interviews?')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.answer')
  await expect.poll(() => page.locator('#status').textContent()).toMatch(/^Answer ready: \d+ quotes from \d reports$/)
  await expect.poll(() => focused(page)).toBe('a1')
  await expect.poll(() => page.title()).toContain('What did Ofsted say about return home interviews?')
  await expect.poll(() => new URL(page.url()).searchParams.getAll('q')).toHaveLength(1)
  expect(at.seen.messages).toEqual([])
})

test('a quote opens beside the chat, Back closes it, and each state has an address', async () => {
  const page = await go('/?q=What did Ofsted say about return home interviews?')
  await page.locator('#a1q2 a.open').click()
  await page.waitForSelector('#a1q2[aria-current]')
  const mark = (await page.locator('#beside mark').first().textContent()) ?? ''
  expect(await page.locator('#a1q2 blockquote').textContent()).toContain(mark)
  await expect.poll(() => focused(page)).toBe('beside-title')
  await page.waitForURL(/open=/)
  const open = page.url()
  await page.keyboard.press('Escape')
  await expect.poll(() => focused(page)).toBe('a1q2')
  await page.goBack()
  await page.waitForURL((url) => !url.searchParams.has('open'))
  await page.waitForSelector('#a1q1')
  await page.goto(open)
  expect(await page.locator('#a1q2').getAttribute('aria-current')).toBe('true')
  expect(at.seen.messages).toEqual([])
})

test('on a phone the same link leads to the quote in its report', async () => {
  const page = await go('/?q=What did Ofsted say about return home interviews?', { viewport: PHONE })
  const words = (await page.locator('#a1q1 blockquote').textContent()) ?? ''
  await page.locator('#a1q1 a.open').click()
  await page.waitForURL(/\/reports\//)
  expect(await page.locator('mark#quote').textContent()).toBe(words.trim())
  expect(await page.locator('mark#quote').isVisible()).toBe(true)
})

test('arrows step through the quotes once one holds the focus', async () => {
  const page = await go('/?q=What did Ofsted say about return home interviews?')
  await page.locator('#a1q1').focus()
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => focused(page)).toBe('a1q2')
  await page.keyboard.press('ArrowUp')
  await expect.poll(() => focused(page)).toBe('a1q1')
})

test('a quote is copied with its citation', async () => {
  const page = await go(CASELOADS)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.locator('#a1q1 .more summary').click()
  await page.locator('#a1q1 [data-copy=citation]').click()
  await page.waitForSelector('#status:text-is("Copied")', { state: 'attached' })
  const copied = await page.evaluate('navigator.clipboard.readText()')
  expect(copied).toMatch(/^“.+” \(Ofsted, .+2009, paragraph \d+\)$/)
})

test('a question asked on from an answer keeps the conversation, and clearing it leaves an empty page', async () => {
  const page = await go('/?q=What did Ofsted say about caseloads in Staffordshire?')
  await page.fill('#question', 'and in Stoke?')
  await page.click('.ask-row button')
  await page.waitForSelector('#a2')
  await expect
    .poll(() => new URL(page.url()).searchParams.getAll('q'))
    .toEqual(['What did Ofsted say about caseloads in Staffordshire?', 'and in Stoke?'])
  expect(await page.locator('.answer').nth(1).locator('.understood summary').textContent()).toContain('Stoke-on-Trent')
  await page.getByRole('link', { name: 'Clear conversation' }).click()
  await page.waitForSelector('.start')
  expect(await page.locator('.answer').count()).toBe(0)
  expect(await page.evaluate('document.cookie')).toBe('')
  await page.getByRole('link', { name: 'Undo: back to the conversation' }).click()
  expect(await page.locator('.answer').count()).toBe(2)
})

test('quotes of several answers are gathered and taken to the briefing', async () => {
  const page = await go('/?q=What did Ofsted say about caseloads in 2009?')
  await page.locator('#a1q1 .keep').click()
  await page.waitForSelector('.kept-count:text-is("1")')
  await expect.poll(() => focused(page)).toBe('a1q1-keep')
  await page.fill('#question', 'and in 2025?')
  await page.keyboard.press('Enter')
  await page.waitForSelector('#a2')
  await page.locator('#a2-keep').click()
  await page.waitForSelector('#a2q1 .keep--kept')
  const kept = await page.locator('.kept-count').textContent()
  await page.locator('#to-briefing').click()
  await page.waitForURL(/\/briefing\?/)
  expect(String(await page.locator('.pad-entry').count())).toBe(kept)
  await page.getByRole('link', { name: 'Back to “and in 2025?”' }).click()
  await page.waitForSelector('#a2q1 .keep--kept')
})

test('how a question was understood can be put right in place', async () => {
  const page = await go('/?q=What did Ofsted say about thresholds?')
  await page.locator('.understood summary').click()
  await page.selectOption('#a1-authority', 'Stoke-on-Trent')
  await page.getByRole('button', { name: 'Ask again' }).click()
  await page.waitForURL(/authority=Stoke-on-Trent/)
  await page.waitForSelector('.report-line')
  expect(await page.locator('.report-name').allTextContents()).toEqual(expect.arrayContaining([expect.stringContaining('Stoke-on-Trent')]))
  expect(await page.locator('.report-name', { hasText: 'Staffordshire' }).count()).toBe(0)
})

test('reports ticked in the catalogue limit the chat to them', async () => {
  const page = await go('/reports?authority=Staffordshire')
  await page.check('#tick-003')
  await page.getByRole('button', { name: 'Ask the ticked reports' }).click()
  await page.waitForURL(/\/\?report=003/)
  await page.fill('#question', 'What did Ofsted say about caseloads?')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.answer')
  expect(await page.locator('.report-date').allTextContents()).toEqual(['9 to 10 December 2025'])
})

test('the reader steps from mention to mention', async () => {
  const page = await go('/reports/002?words=social workers')
  expect(await page.locator('.find-result').textContent()).toMatch(/1 of \d+ mentions/)
  await page.getByRole('link', { name: 'Next mention' }).click()
  await page.waitForURL(/#m2$/)
  expect(await page.locator('#m2').isVisible()).toBe(true)
})

test('an empty question is an error that is named, linked and put into the title', async () => {
  const page = await go('/')
  await page.click('.ask-row button')
  await page.waitForSelector('#error-summary')
  await expect.poll(() => page.title()).toMatch(/^Error - /)
  await expect.poll(() => focused(page)).toBe('error-summary')
  expect(await page.locator('#question').getAttribute('aria-describedby')).toContain('question-error')
})

test('a question that is too long is kept in the box', async () => {
  const page = await go('/')
  const long = 'caseloads '.repeat(60).trim()
  await page.fill('#question', long)
  expect(await page.locator('#question-left').textContent()).toBe('99 characters too many')
  await page.keyboard.press('Enter')
  await page.waitForSelector('#error-summary')
  expect(await page.inputValue('#question')).toBe(long)
  expect(page.url()).toBe(`${site}/`)
})

test('personal data is warned of before it is in the address, and one may go on', async () => {
  const page = await go('/')
  await page.fill('#question', 'Who helps me about caseloads? Ring 01782 123456')
  await page.keyboard.press('Enter')
  await page.waitForSelector('#personal')
  expect(page.url()).toBe(`${site}/`)
  await page.getByRole('button', { name: 'Ask it as it is' }).click()
  await page.waitForSelector('.answer')
})

for (const [status, text] of [
  [429, 'many questions'],
  [500, 'our side'],
  [503, 'still being read'],
] as const)
  test(`status ${status} leaves the page and the question as they are, and says what to do`, async () => {
    const page = await go(CASELOADS)
    await page.route('**/?q=**', (route) => route.fulfill({ status, body: 'no' }))
    await page.fill('#question', 'and in 2025?')
    await page.keyboard.press('Enter')
    await page.waitForSelector('#trouble:not([hidden])')
    expect(await page.locator('#trouble').textContent()).toContain(text)
    expect(await page.inputValue('#question')).toBe('and in 2025?')
    expect(await page.locator('.answer').count()).toBe(1)
    if (status === 429) await picture(page, 'trouble')
  })

test('an answer that takes long says that it is being looked for', async () => {
  const page = await go(CASELOADS)
  await page.route('**/?q=**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500))
    await route.continue()
  })
  await page.fill('#question', 'and in 2025?')
  await page.keyboard.press('Enter')
  await page.waitForSelector('#question-left:text("Searching the reports")')
  expect(await page.locator('.ask-row button').getAttribute('aria-disabled')).toBe('true')
  await page.waitForSelector('#a2')
  await page.waitForTimeout(700)
  expect(await page.locator('#status').textContent()).toMatch(/^Answer ready/)
  expect(await page.locator('#question-left').textContent()).toBe('')
  expect(await page.locator('.ask-row button').getAttribute('aria-disabled')).toBe(null)
})

test('a server that has gone is said so', async () => {
  const page = await go(CASELOADS)
  await page.context().setOffline(true)
  await page.fill('#question', 'and in 2025?')
  await page.keyboard.press('Enter')
  await page.waitForSelector('#trouble:not([hidden])')
  expect(await page.locator('#trouble').textContent()).toContain('does not answer')
})
