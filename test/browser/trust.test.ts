import { afterEach, describe, expect, test } from 'vitest'
import { accessibilityFaults } from './accessibility.ts'
import { focused, PHONE, site, type Visit, visit, WIDE } from './visit.ts'

let at: Visit
afterEach(() => at.leave())
const QUESTION = '/?q=What did Ofsted say about return home interviews?'

test('one question is one request, however often it is pressed, and the second press says so', async () => {
  at = await visit('/')
  const { page } = at
  let sent = 0
  let release = (): void => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/?q=**', async (route) => {
    sent++
    await held
    await route.continue()
  })
  await page.fill('#question', 'What did Ofsted say about caseloads?')
  await page.keyboard.press('Enter')
  // The button says that it is not to be pressed; people press it all the same.
  for (let again = 0; again < 2; again++) await page.locator('.ask-row button').click({ force: true })
  await page.waitForSelector('#question-left:text("being asked already")')
  expect(await page.locator('#status').textContent()).toContain('being asked already')
  release()
  await page.waitForSelector('.answer')
  expect(sent).toBe(1)
  await page.fill('#question', 'and in 2009?')
  await page.keyboard.press('Enter')
  await page.waitForSelector('#a2')
  expect(sent).toBe(2)
})

describe.each([
  ['on a phone', PHONE],
  ['beside the chat', WIDE],
])('Back after reading in the report, %s', (_, viewport) => {
  test('leads to the place that one left, and to the same link', async () => {
    at = await visit(QUESTION, { viewport })
    const { page } = at
    await page.locator('#a1q5-open').scrollIntoViewIfNeeded()
    await page.locator('#a1q5-open').focus()
    const left = await page.evaluate<number>('scrollY')
    expect(left).toBeGreaterThan(100)
    const before = page.url()
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.href !== before)
    await page.goBack()
    await page.waitForURL((url) => url.href === before)
    await expect.poll(() => focused(page)).toBe('a1q5-open')
    await expect.poll(async () => Math.abs((await page.evaluate<number>('scrollY')) - left)).toBeLessThan(40)
  })
})

test('on a phone a sentence low in a long paragraph is on the screen where its report opens', async () => {
  at = await visit('/?q=What did inspectors find about life-story work?', { viewport: PHONE })
  const { page } = at
  await page.locator('#a1q1-open').click()
  await page.waitForURL(/#quote$/)
  await expect.poll(async () => (await page.locator('mark#quote').boundingBox())?.y ?? 0).toBeGreaterThan(80)
  expect((await page.locator('mark#quote').boundingBox())!.y).toBeLessThan(PHONE.height / 2)
})

describe.each([
  ['with scripts', true],
  ['without scripts', false],
])('no answer, %s', (_, javaScriptEnabled) => {
  test('looks like none: what comes near is apart, unmarked, and not opened by itself', async () => {
    at = await visit('/?q=What did Ofsted say about school meals?', { javaScriptEnabled, viewport: WIDE })
    const { page } = at
    expect(await page.locator('.no-answer h3').textContent()).toBe('No report says this in so many words')
    expect(await page.locator('.related > h3').textContent()).toBe('Nearest passages, which do not answer it')
    expect(await page.locator('.related .quote').count()).toBeGreaterThan(0)
    expect(await page.locator('mark:visible').count()).toBe(0)
    expect(await page.locator('aside#beside').count()).toBe(0)
    expect(await page.evaluate("getComputedStyle(document.querySelector('.related .group')).borderTopStyle")).toBe('dashed')
  })

  test('names what can be done next, and says once in words what was searched', async () => {
    at = await visit('/?q=What did Ofsted say about zebras?', { javaScriptEnabled })
    const { page } = at
    const said = (await page.locator('.answer').textContent()) ?? ''
    expect(said).not.toMatch(/nothing found in \d/)
    await page.getByRole('link', { name: /^See what is here: 2 councils, 5 documents/ }).waitFor()
    await page.getByRole('link', { name: 'How to add a report' }).click()
    await page.waitForURL(/\/about#add$/)
    expect(await page.locator('#add').isVisible()).toBe(true)
  })

  test('the reader that a link opens says where one is, and leads back', async () => {
    at = await visit(QUESTION, { javaScriptEnabled, viewport: PHONE })
    const { page } = at
    await page.locator('#a1q1-open').click()
    await page.waitForURL(/\/reports\//)
    const bar = page.locator('.cited')
    const box = await bar.boundingBox()
    expect(box!.y).toBeGreaterThanOrEqual(0)
    expect(box!.y).toBeLessThan(100)
    expect(await bar.textContent()).toMatch(/Staffordshire, 4 to 8 February 2019/)
    await bar.getByRole('link', { name: 'Back to the answer' }).click()
    await page.waitForSelector('#a1')
    expect(page.url()).toContain(`${site}/?q=`)
  })
})

test('Enter asks without scripts, and with them the box grows', async () => {
  at = await visit('/', { javaScriptEnabled: false })
  await at.page.fill('#question', 'What did Ofsted say about caseloads?')
  await at.page.locator('#question').press('Enter')
  await at.page.waitForSelector('.answer')
  await at.leave()
  at = await visit('/')
  const height = async (): Promise<number> => (await at.page.locator('#question').boundingBox())!.height
  const line = await height()
  await at.page.fill('#question', 'caseloads '.repeat(30))
  expect(await height()).toBeGreaterThan(line)
})

describe('suggestions', () => {
  const option = (name: string) => at.page.getByRole('option', { name })
  test('are questions with answers, chosen with the keyboard, and what was asked is offered again until it is forgotten', async () => {
    at = await visit('/')
    const { page } = at
    await page.focus('#question')
    await page.keyboard.type('casel')
    await option('What did Ofsted say about caseloads?').waitFor()
    await expect.poll(() => page.locator('#status').textContent()).toMatch(/^\d suggestions?, with the arrow keys$/)
    expect(await page.locator('#question').getAttribute('aria-controls')).toBe('suggested')
    await page.keyboard.press('ArrowDown')
    expect(await page.locator('#question').getAttribute('aria-activedescendant')).toBe('suggested-0')
    await page.keyboard.press('Escape')
    expect(await page.locator('#suggested').isVisible()).toBe(false)
    await page.keyboard.type('o')
    await option('What did Ofsted say about caseloads?').waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.answer .quote')
    await page.goto(site)
    await page.focus('#question')
    await option('What did Ofsted say about caseloads? asked before').waitFor()
    await page.goto(`${site}/privacy`)
    await page.getByRole('button', { name: 'Forget them' }).click()
    expect(await page.evaluate('localStorage.length')).toBe(0)
    expect(at.seen.messages).toEqual([])
  })

  test('offer reports by council, year and kind, and the one that is chosen opens', async () => {
    at = await visit('/')
    const { page } = at
    await page.focus('#question')
    await page.keyboard.type('stoke 2019 insp')
    await option('Stoke-on-Trent, inspection of children’s services, 4 to 15 February 2019 report').waitFor()
    expect(await page.locator('#suggested [role=option]').count()).toBe(1)
    expect(await accessibilityFaults(page)).toEqual([])
    await page.keyboard.press('ArrowDown')
    expect(await accessibilityFaults(page)).toEqual([])
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/reports\/004$/)
    await page.goBack()
    await page.waitForSelector('.start')
    expect(at.seen.messages).toEqual([])
  })

  test('? shows the keys, and Escape hides them', async () => {
    at = await visit('/')
    await at.page.keyboard.press('?')
    await at.page.waitForSelector('#keys:popover-open')
    await at.page.keyboard.press('Escape')
    expect(await at.page.locator('#keys').isVisible()).toBe(false)
  })
})

test('the ticked reports are asked from a bar that follows', async () => {
  at = await visit('/reports', { viewport: PHONE })
  const bar = await at.page.getByRole('button', { name: 'Ask the ticked reports' }).boundingBox()
  expect(bar!.y + bar!.height).toBeLessThanOrEqual(PHONE.height)
})

test('a wide table keeps the council and the head of its columns in view', async () => {
  at = await visit('/judgements', { viewport: { width: 375, height: 667 } })
  const left = async (): Promise<number> => (await at.page.locator('.grid tbody th').first().boundingBox())!.x
  const before = await left()
  await at.page
    .locator('.wide')
    .first()
    .evaluate((wide) => {
      ;(wide as unknown as { scrollLeft: number }).scrollLeft = 300
    })
  expect(await left()).toBe(before)
})

test('the programs’ page has the masthead and a way home', async () => {
  at = await visit('/api/docs', { viewport: WIDE })
  await at.page.waitForSelector('.swagger-ui .opblock')
  await at.page.locator('.masthead .wordmark').click()
  await at.page.waitForSelector('.start')
})
