import { afterEach, describe, expect, test } from 'vitest'
import { accessibilityFaults } from './accessibility.ts'
import { many, PHONE, picture, type Visit, visit, ZOOMED } from './visit.ts'

let at: Visit
afterEach(() => at.leave())

const PAGES: Record<string, string> = {
  'a council with its chart': '/councils/barnet',
  'the judgements with their chart': '/judgements?region=London',
  'a chart for each region': '/judgements/regions',
  'an answer over many councils': '/?q=What did Ofsted say about caseloads?',
}
/** The rules whose result depends on colours and widths. */
const DRAWN = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'landmark-unique']

const faults = (rules?: string[]): Promise<string[]> => accessibilityFaults(at.page, rules)

describe('axe finds no fault in either theme, open or folded, and nothing runs off the side', () => {
  for (const [name, path] of Object.entries(PAGES))
    test(name, async () => {
      at = await visit(many + path)
      expect(await faults()).toEqual([])
      await picture(at.page, `many-${name.replace(/\W+/g, '-')}`)
      for (const summary of await at.page.locator(':is(.chart-table, .rest) > summary').all()) await summary.click()
      await at.page.emulateMedia({ colorScheme: 'dark' })
      await at.page.setViewportSize(PHONE)
      expect(await faults(DRAWN)).toEqual([])
      await picture(at.page, `many-${name.replace(/\W+/g, '-')}-phone`)
      await at.page.setViewportSize(ZOOMED)
      expect(await at.page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0)
      expect(at.seen.messages).toEqual([])
    })
})

describe.each([
  ['with scripts', true],
  ['without scripts', false],
])('%s', (_, javaScriptEnabled) => {
  test('a mark of a council’s chart leads to the printed row, by keyboard as well', async () => {
    at = await visit(`${many}/councils/barnet`, { javaScriptEnabled, viewport: PHONE })
    const { page } = at
    await page.locator('.lanes a').nth(1).focus()
    expect(await page.evaluate('getComputedStyle(document.activeElement.querySelector(".hit")).strokeWidth')).toBe('2px')
    const name = (await page.locator('.lanes a').nth(1).getAttribute('aria-label')) ?? ''
    await page.keyboard.press('Enter')
    await page.waitForSelector('mark#quote')
    expect(await page.locator('mark#quote').textContent()).toBe(`Overall effectiveness ${name.split(',')[0]}`)
  })

  test('a bar leads to the list of its inspections', async () => {
    at = await visit(`${many}/judgements`, { javaScriptEnabled })
    const { page } = at
    const bar = page.getByRole('link', { name: /^2015, Good: \d+ inspections$/ }).first()
    const count = Number((await bar.locator('text').textContent()) ?? 0)
    expect(count).toBeGreaterThan(1)
    await bar.click()
    await page.waitForURL(/year=2015#requiresImprovement$/)
    expect(await page.locator('h2#requiresImprovement').textContent()).toContain(`${count} inspections`)
    expect(await page.locator('h2#requiresImprovement').isVisible()).toBe(true)
  })

  test('on a phone the head and the council stay while the table scrolls, and it says that it does', async () => {
    at = await visit(`${many}/judgements`, { javaScriptEnabled, viewport: { width: 375, height: 667 } })
    const { page } = at
    const wide = page.locator('.wide:has(tbody tr:nth-child(9))').last()
    await page.getByText('Scroll the table sideways').last().scrollIntoViewIfNeeded()
    expect(await page.getByText('Scroll the table sideways').last().isVisible()).toBe(true)
    await wide.evaluate((one: { scrollTop: number; scrollLeft: number }) => {
      one.scrollTop = 400
      one.scrollLeft = 200
    })
    const box = (await wide.boundingBox())!
    const head = (await wide.locator('thead th').first().boundingBox())!
    expect([Math.round(head.x - box.x), Math.round(head.y - box.y)]).toEqual([0, 0])
    expect(Math.round((await wide.locator('tbody th').nth(8).boundingBox())!.x - box.x)).toBe(0)
    const lines = await wide
      .locator('.grade')
      .evaluateAll((all: { getBoundingClientRect(): { height: number } }[]) =>
        Math.max(...all.map((one) => one.getBoundingClientRect().height)),
      )
    expect(lines).toBeLessThan(60)
  })

  test('the button to ask the ticked reports stays in sight', async () => {
    at = await visit(`${many}/reports`, { javaScriptEnabled, viewport: PHONE })
    await at.page.locator('.entry-tick input').nth(20).check()
    const button = (await at.page.getByRole('button', { name: 'Ask the ticked reports' }).boundingBox())!
    expect(button.y + button.height).toBeLessThanOrEqual(PHONE.height)
    await at.page.getByRole('button', { name: 'Ask the ticked reports' }).click()
    await at.page.waitForURL(/\/\?report=/)
  })
})

test('the judgements are chosen before their picture is walked through, and it can be passed over', async () => {
  at = await visit(`${many}/judgements`, { viewport: { width: 1280, height: 800 } })
  const { page } = at
  const walkTo = async (place: string): Promise<number> => {
    for (let stops = 1; stops < 20; stops++) {
      await page.keyboard.press('Tab')
      if (await page.evaluate<boolean>(`document.activeElement.matches('${place}')`)) return stops
    }
    return Number.POSITIVE_INFINITY
  }
  expect(await walkTo('#by-sort')).toBeLessThan(12)
  expect(await walkTo('a[href="#all-table"]')).toBe(5)
  await page.selectOption('#by-year', '2015')
  await page.getByRole('button', { name: 'Show' }).click()
  await page.waitForURL(/year=2015.*#list$/)
  expect((await page.locator('#list').boundingBox())!.y).toBeLessThan(100)
})

test.each(['/judgements', '/grid', '/councils', '/?q=What did Ofsted say about caseloads?'])(
  '%s fits a sheet of paper, without controls',
  async (path) => {
    at = await visit(many + path, { viewport: { width: 718, height: 1000 } })
    await at.page.emulateMedia({ media: 'print' })
    expect(await at.page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0)
    const beyond = await at.page.evaluate<number>(
      '[...document.querySelectorAll("main :is(td, th, p, blockquote)")].filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > innerWidth + 1).length',
    )
    expect(beyond).toBe(0)
    expect(await at.page.locator('main :is(button, input, select):visible').count()).toBe(0)
  },
)

test('on paper there is the picture, and in forced colours its marks show', async () => {
  at = await visit(`${many}/councils/barnet`, { colorScheme: 'dark' })
  await at.page.emulateMedia({ media: 'print' })
  await at.page.setViewportSize({ width: 794, height: 1123 })
  expect(await at.page.locator('.lanes').last().isVisible()).toBe(true)
  expect(await at.page.locator('.chart-table').isVisible()).toBe(false)
  await picture(at.page, 'many-print')
  await at.page.emulateMedia({ media: 'screen', forcedColors: 'active' })
  await picture(at.page, 'many-forced-colours')
  const colours = await at.page.evaluate<string[]>(
    '[".lane", ".lanes a .sign"].map((name) => getComputedStyle(document.querySelector(name)).fill)',
  )
  expect(new Set(colours).size).toBe(2)
})
