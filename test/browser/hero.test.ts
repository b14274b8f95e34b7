import { afterEach, describe, expect, test } from 'vitest'
import { type Visit, visit } from './visit.ts'

let at: Visit
afterEach(() => at.leave())

/** One of each kind of answer. */
const QUESTIONS = [
  'What did Ofsted say about return home interviews?',
  'What did Ofsted say about caseloads in 2009?',
  'Compare Staffordshire and Stoke-on-Trent on thresholds',
  'How has Staffordshire changed since 2009?',
  'What are the judgements for Staffordshire?',
  'How have Staffordshire’s judgements changed?',
  'What needs to improve in Stoke-on-Trent?',
  'How do good councils handle caseloads?',
  'What did elected members say about caseloads?',
  'What did Ofsted say about supervision in Stoke-on-Trent?',
]
/** None has an answer: what comes nearest is shown, and said to be no answer. */
const NEAR = [
  'Do care leavers get free bus passes?',
  'What did Ofsted say about school meals?',
  'Do kids get put up far away from home?',
  'Were managers looking at their own services through rose-tinted glasses?',
  'How involved were charities in services for children in Staffordshire in 2009?',
]
const EVIDENCE = '.answer:last-of-type :is(.quote-text, .quote--row th)'
const SCREENS = [
  { width: 375, height: 667 },
  { width: 1280, height: 800 },
]
const topOf = async (): Promise<number> => (await at.page.locator(EVIDENCE).first().boundingBox())?.y ?? Number.POSITIVE_INFINITY
/** The first line of the words, in pixels. */
const LINE = 30

describe.each(SCREENS)('at $width × $height the first words of evidence are above the fold', (viewport) => {
  test('opened by a link, ten questions of different kinds', async () => {
    at = await visit('/about', { viewport })
    const places: string[] = []
    for (const question of QUESTIONS) {
      await at.page.goto(new URL(`/?q=${encodeURIComponent(question)}`, at.page.url()).href)
      const top = await topOf()
      places.push(`${Math.round(top)} px: ${question}`)
      expect(`${top + LINE <= viewport.height} ${question}`).toBe(`true ${question}`)
    }
    console.info(places.join('\n'))
  })

  test('so are those of the nearest passage where nothing answers, under what says that it does not', async () => {
    at = await visit('/about', { viewport })
    const places: string[] = []
    for (const question of NEAR) {
      await at.page.goto(new URL(`/?q=${encodeURIComponent(question)}`, at.page.url()).href)
      const top = await topOf()
      places.push(`${Math.round(top)} px: ${question}`)
      expect(`${top + LINE <= viewport.height} ${question}`).toBe(`true ${question}`)
      const head = (await at.page.getByRole('heading', { name: 'Nearest passages, which do not answer it' }).boundingBox())!
      expect(head.y).toBeLessThan(top)
      expect(await at.page.evaluate("getComputedStyle(document.querySelector('.related .group')).borderTopStyle")).toBe('dashed')
    }
    console.info(places.join('\n'))
  })

  test('asked on the page', async () => {
    at = await visit('/', { viewport })
    await at.page.fill('#question', QUESTIONS[0]!)
    await at.page.keyboard.press('Enter')
    await at.page.waitForSelector(EVIDENCE)
    await expect.poll(async () => (await topOf()) + LINE <= viewport.height).toBe(true)
  })
})

describe.each([
  ['with scripts', true],
  ['without scripts', false],
])('%s', (_, javaScriptEnabled) => {
  test('a quote has one action to press and one menu to open, on one row', async () => {
    at = await visit(`/?q=${QUESTIONS[0]}`, { javaScriptEnabled, viewport: SCREENS[0]! })
    const tools = at.page.locator('#a1q1 .quote-tools')
    expect(await tools.locator(':is(a, button, summary):visible').count()).toBe(3)
    const tops = await tools
      .locator(':is(a, button, summary):visible')
      .evaluateAll((all: { getBoundingClientRect(): { top: number; height: number } }[]) =>
        all.map((one) => Math.round(one.getBoundingClientRect().top + one.getBoundingClientRect().height / 2)),
      )
    expect(Math.max(...tops) - Math.min(...tops)).toBeLessThan(6)
    expect(await at.page.locator('.answer').textContent()).not.toContain('unnumbered paragraph')
  })

  test('its tools stay within the page, however long the place of the quote is', async () => {
    at = await visit(`/?q=${QUESTIONS[0]}`, { viewport: { width: 320, height: 640 } })
    await at.page.evaluate("document.querySelector('#a1q1 .quote-tools .open').append(' paragraph 1177, page 123')")
    await at.page.evaluate("document.querySelector('#a1q2 .more').open = true")
    expect(await at.page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0)
  })

  test('grades on a phone: what was judged has the width, the long table is folded and its rest opens', async () => {
    at = await visit('/?q=What are the judgements for Staffordshire?', { javaScriptEnabled, viewport: SCREENS[0]! })
    const { page } = at
    const rows = page.locator('.quote--row:visible')
    const before = await rows.count()
    const narrow = await rows
      .locator('th > span:last-child')
      .evaluateAll((all: { getBoundingClientRect(): { width: number } }[]) =>
        Math.min(...all.map((one) => one.getBoundingClientRect().width)),
      )
    expect(narrow).toBeGreaterThan(240)
    expect(await page.locator('.again .quote:visible').count()).toBe(0)
    await page.getByText('Show all 34 grades').click()
    await expect.poll(() => rows.count()).toBe(before + 32)
    await page.getByText('The same in 3 headings').click()
    await expect.poll(() => page.locator('.again .quote:visible').count()).toBe(3)
  })

  test('a long answer shows the first few, all of them when asked, and all on paper', async () => {
    at = await visit('/?q=What needs to improve in Stoke-on-Trent?', { javaScriptEnabled })
    const { page } = at
    const all = await page.locator('.quote').count()
    const folded = await page.locator('details.rest .quote').count()
    expect(folded).toBeGreaterThan(0)
    const seen = (): Promise<number> => page.locator('.quote:visible').count()
    expect(await seen()).toBe(all - folded)
    await page.emulateMedia({ media: 'print' })
    await expect.poll(seen).toBe(all)
    await page.emulateMedia({ media: 'screen' })
    for (const summary of await page.locator('details.rest > summary').all()) await summary.click()
    await expect.poll(seen).toBe(all)
  })

  test('the menu of pages is one row on a phone, and opens', async () => {
    at = await visit('/', { javaScriptEnabled, viewport: SCREENS[0]! })
    expect((await at.page.locator('.masthead').boundingBox())!.height).toBeLessThan(60)
    expect(await at.page.getByRole('link', { name: 'Reports', exact: true }).isVisible()).toBe(false)
    await at.page.getByRole('button', { name: 'Menu' }).click()
    await at.page.getByRole('link', { name: 'Reports', exact: true }).click()
    await at.page.waitForURL(/\/reports$/)
  })
})

test('on paper the number of a quote stands beside its words, in a comparison too', async () => {
  at = await visit('/?q=Compare Staffordshire and Stoke-on-Trent on thresholds', { viewport: { width: 718, height: 1000 } })
  await at.page.emulateMedia({ media: 'print' })
  const number = (await at.page.locator('#a1q1 .quote-number').boundingBox())!
  const words = (await at.page.locator('#a1q1 .quote-text').boundingBox())!
  expect(words.x).toBeGreaterThanOrEqual(number.x + number.width)
})

test('a comparison has the width, and the report slides over it on demand', async () => {
  at = await visit('/?q=Compare Staffordshire and Stoke-on-Trent on thresholds', { viewport: SCREENS[1]! })
  const { page } = at
  expect(await page.locator('#beside').isVisible()).toBe(false)
  expect((await page.locator('.side').first().boundingBox())!.width).toBeGreaterThan(500)
  await page.locator('#a1q1 a.open').click()
  await page.waitForSelector('aside#beside mark')
  expect((await page.locator('.side').first().boundingBox())!.width).toBeGreaterThan(500)
  await page.getByRole('link', { name: 'Close the passage' }).click()
  await page.waitForURL((url) => !url.searchParams.has('open'))
  expect(await page.locator('#beside').isVisible()).toBe(false)
})
