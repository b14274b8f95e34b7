import { afterEach, describe, expect, test } from 'vitest'
import { focused, kept, site, type Visit, visit, WIDE } from './visit.ts'

let at: Visit
afterEach(() => at.leave())
const QUESTION = '/?q=What did Ofsted say about return home interviews?'
const count = (): Promise<string | null> => at.page.locator('.kept-count').textContent()
const keepTwo = async (javaScriptEnabled: boolean, base = site): Promise<void> => {
  at = await visit(base + QUESTION, { javaScriptEnabled, viewport: WIDE })
  at.page.setDefaultTimeout(10_000)
  for (const n of [1, 2]) {
    await at.page.locator(`#a1q${n}-keep`).click()
    await at.page.waitForSelector(`.kept-count:text-is("${n}")`)
  }
}

/** Addresses of our own pages that a page leads to, without what only differs by a question asked or a place shown. */
async function pagesFrom(path: string, base: string): Promise<string[]> {
  await at.page.goto(base + path)
  // as written: the link of a mark in a picture (SVG) has no address of its own
  const links = await at.page
    .locator('a[href]')
    .evaluateAll((all: { getAttribute(name: string): string | null }[]) => all.map((link) => link.getAttribute('href') ?? ''))
  return links.flatMap((href) => {
    const { origin, pathname, search } = new URL(href, base + path)
    if (origin !== base || /^\/(?:api\/|assets|opensearch)|\.csv$|export|\/original$/.test(pathname)) return []
    return [pathname + search]
  })
}
/** The kind of a page: its path without names, and the fields of its address. */
const kindOf = (path: string): string => {
  const { pathname, searchParams } = new URL(path, site)
  const name = pathname.replace(/^(\/(?:reports|councils))\/[^/]+/, '$1/:id').replace(/(\/pages)\/.+/, '$1/:page')
  return `${name} ${[...new Set(searchParams.keys())].sort()}`
}

describe.each([
  ['with scripts', true],
  ['without scripts', false],
])('what is kept, %s', (_, javaScriptEnabled) => {
  test('survives a walk over every kind of page that a link leads to', async () => {
    await keepTwo(javaScriptEnabled, kept)
    const seen = new Map<string, string>()
    // of the reports, which are one kind of page, the one that has pages as printed
    const open = ['/reports/elmfield-report?quote=elmfield-report.p1.s2', QUESTION]
    for (let path = open.shift(); path !== undefined; path = open.shift()) {
      if (seen.has(kindOf(path))) continue
      seen.set(kindOf(path), path)
      const more = await pagesFrom(path, kept)
      expect(`${path} ${await count()}`).toBe(`${path} 2`)
      open.push(...more)
    }
    const walked = new Set([...seen.keys()].map((kind) => kind.split(' ')[0]))
    for (const kind of ['/judgements/regions', '/judgements', '/councils/:id', '/grid', '/reports/:id', '/reports/:id/pages/:page'])
      expect(walked).toContain(kind)
    expect(seen.size).toBeGreaterThan(20)
    await at.page.goto(`${kept}/briefing`)
    expect(await at.page.locator('.pad-quote').count()).toBe(2)
  })

  test('survives reload, Back, Clear and its undo, a question asked anew, and a second tab', async () => {
    await keepTwo(javaScriptEnabled)
    const { page } = at
    await page.reload()
    expect(await count()).toBe('2')
    await page.getByRole('link', { name: 'Reports', exact: true }).click()
    await page.waitForURL(/\/reports$/)
    expect(await count()).toBe('2')
    await page.goBack()
    await page.waitForSelector('#a1q2 .keep--kept')
    await page.getByRole('link', { name: 'Clear conversation' }).click()
    await page.waitForURL(/\/cleared$/)
    expect(await count()).toBe('2')
    expect(await page.locator('.notice').textContent()).toContain('your briefing with 2 quotes')
    await page.goBack()
    await page.waitForSelector('#a1q2 .keep--kept')
    await page.goForward()
    await page.getByRole('link', { name: 'Undo: back to the conversation' }).click()
    await page.waitForSelector('#a1q1 .keep--kept')
    await page.goto(`${site}/?q=and in 2009?`)
    expect(await count()).toBe('2')
    const second = await page.context().newPage()
    await second.goto(site + QUESTION)
    expect(await second.locator('.keep--kept').count()).toBe(2)
    await second.locator('#a1q3-keep').click()
    await second.waitForSelector('.kept-count:text-is("3")')
    if (javaScriptEnabled) await page.waitForSelector('.kept-count:text-is("3")')
    await page.reload()
    expect(await count()).toBe('3')
  })

  test('is still there when the browser starts again', async () => {
    await keepTwo(javaScriptEnabled)
    const storageState = await at.page.context().storageState()
    expect(storageState.cookies.every(({ expires, httpOnly }) => httpOnly && expires > Date.now() / 1000 + 86_400 * 300)).toBe(true)
    await at.leave()
    at = await visit('/briefing', { javaScriptEnabled, storageState })
    expect(await at.page.locator('.pad-quote').count()).toBe(2)
  })

  test('is removed from the briefing, and every removal is undone', async () => {
    await keepTwo(javaScriptEnabled)
    const { page } = at
    await page.locator('#to-briefing').click()
    await page.getByRole('button', { name: /^Remove\s*: entry 1,/ }).click()
    await page.waitForSelector('#removed')
    expect(await count()).toBe('1')
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.waitForSelector('.kept-count:text-is("2")')
    await page.getByRole('button', { name: 'Remove all 2 entries' }).click()
    await page.waitForSelector('#removed')
    expect(await count()).toBe('')
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.waitForSelector('.kept-count:text-is("2")')
    await page.getByRole('link', { name: /^Back to “What did Ofsted say/ }).click()
    await page.waitForSelector('#a1q1 .keep--kept')
  })
})

test('taking a quote out says so beside it, and Undo puts it back where it was', async () => {
  await keepTwo(true)
  const { page } = at
  await page.locator('#a1q1-keep').click()
  await page.waitForSelector('#a1q1 .undo')
  expect(await page.locator('#a1q1 .keep-said').textContent()).toBe('Taken out Undo')
  await page.locator('#a1q1 .undo').click()
  await page.waitForSelector('#a1q1 .keep--kept')
  expect(await focused(page)).toBe('a1q1-keep')
  await page.goto(`${site}/briefing`)
  const first = await page.locator('.pad-quote blockquote').first().textContent()
  await page.goto(site + QUESTION)
  expect(await page.locator('#a1q1 blockquote').textContent()).toContain(first)
  expect(at.seen.messages).toEqual([])
})

test('a quote that cannot be kept says so where it stands', async () => {
  at = await visit(QUESTION)
  await at.page.context().setOffline(true)
  await at.page.locator('#a1q1-keep').click()
  await at.page.waitForSelector('#a1q1 .keep-said:text("does not answer")')
})
