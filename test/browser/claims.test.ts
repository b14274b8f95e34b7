/** Each claim of the accessibility statement, and each key that it names, tried. A claim without its proof here fails. */
import type { Page } from 'playwright-core'
import { afterEach, describe, expect, test } from 'vitest'
import { CLAIMS, KEYS } from '../../views/parts/claims.ts'
import { STATES } from './states.ts'
import { focused, many, site, type Visit, visit } from './visit.ts'

let at: Visit
afterEach(() => at?.leave())
const go = async (...args: Parameters<typeof visit>): Promise<Page> => {
  at = await visit(...args)
  at.page.setDefaultTimeout(10_000)
  return at.page
}
const QUESTION = STATES.answer!

/** Names of what one can read or use on the page, beside the pane that only a wide screen has. */
const USABLE = `[...document.querySelectorAll('main :is(a, button, summary, input, select, textarea, blockquote)')]
  .filter((one) => !one.closest('.beside') && one.checkVisibility({ visibilityProperty: true }))
  .map((one) => one.getAttribute('aria-label') || one.id || one.textContent.replace(/\\s+/g, ' ').trim())`

/** Presses Tab until what is wanted holds the focus. */
async function tabTo(page: Page, wanted: string, most = 60): Promise<void> {
  for (let i = 0; i < most; i++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate<boolean>(`document.activeElement.matches(${JSON.stringify(wanted)})`)) return
  }
  throw new Error(`Tab does not reach ${wanted}`)
}

async function askByKeyboard(page: Page): Promise<void> {
  await tabTo(page, '#question')
  await page.keyboard.type('What did Ofsted say about return home interviews?')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.answer')
}

const PROOFS: Record<keyof typeof CLAIMS, () => Promise<void>> = {
  zoom: async () => {
    for (const name of ['answer', 'nearest', 'comparison', 'judgements', 'council', 'all judgements', 'reader', 'briefing', 'catalogue']) {
      const page = await go(STATES[name]!, { viewport: { width: 1280, height: 1024 } })
      const wide = await page.evaluate<string[]>(USABLE)
      await page.setViewportSize({ width: 320, height: 256 })
      const narrow = new Set(await page.evaluate<string[]>(USABLE))
      expect([name, wide.filter((one) => !narrow.has(one))]).toEqual([name, []])
      expect(wide.length).toBeGreaterThan(3)
      expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0)
      await at.leave()
    }
  },
  keyboard: async () => {
    const page = await go('/', { acceptDownloads: true })
    await askByKeyboard(page)
    await tabTo(page, '#a1q1-keep')
    await page.keyboard.press('Enter')
    await page.waitForSelector('#a1q1 .keep--kept')
    await tabTo(page, '#a1q2-open')
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(page)).toBe('beside-title')
    await page.evaluate('document.querySelector(".wordmark").focus()')
    await tabTo(page, '#to-briefing')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.pad-quote')
    await tabTo(page, '#format')
    await tabTo(page, '.govuk-button')
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
    expect(download.suggestedFilename()).toMatch(/\.docx$/)
  },
  scripts: async () => {
    const page = await go('/', { javaScriptEnabled: false, acceptDownloads: true })
    await page.fill('#question', 'What did Ofsted say about return home interviews?')
    await page.locator('#question').press('Enter')
    await page.waitForSelector('.answer')
    await page.click('#a1q1-keep')
    await page.waitForSelector('#a1q1 .keep--kept')
    await page.click('#a1q2-open')
    await page.waitForSelector('mark#quote')
    await page.getByRole('link', { name: 'Back to the answer' }).click()
    await page.click('#to-briefing')
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Export' }).click()])
    expect(download.suggestedFilename()).toMatch(/\.docx$/)
    // what needs scripts is not shown to who has none
    await page.goto(site + QUESTION)
    expect(await page.locator('[data-copy]:visible, .needs-script:visible').count()).toBe(0)
  },
  announced: async () => {
    const page = await go('/')
    await page.evaluate(`window.said = []; new MutationObserver(() => {
      const text = document.querySelector('#status').textContent; if (text) window.said.push(text)
    }).observe(document.querySelector('#status'), { childList: true, characterData: true, subtree: true })`)
    await page.fill('#question', 'What did Ofsted say about return home interviews?')
    await page.evaluate('document.querySelector("#suggested") && (document.querySelector("#suggested").hidden = true)')
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(page)).toBe('a1')
    const said = await page.evaluate<string[]>('window.said')
    expect(said.filter((text) => text.startsWith('Answer ready'))).toHaveLength(1)
  },
  colours: async () => {
    const shades = async (): Promise<number[]> =>
      (await at.page.evaluate<string>('getComputedStyle(document.body).backgroundColor')).match(/\d+/g)!.slice(0, 3).map(Number)
    const page = await go(QUESTION, { colorScheme: 'light' })
    expect(Math.min(...(await shades()))).toBeGreaterThan(200)
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(Math.max(...(await shades()))).toBeLessThan(60)
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' })
    const forced = '[document.querySelector("#a1q1 mark"), document.querySelector(".grade")].map((one) => getComputedStyle(one))'
    expect(await page.evaluate(`(([mark, grade]) => [mark.backgroundColor !== 'rgba(0, 0, 0, 0)', grade.borderStyle])(${forced})`)).toEqual(
      [true, 'solid'],
    )
  },
  pictures: async () => {
    for (const path of ['/councils/barnet', '/judgements', '/judgements/regions']) {
      const page = await go(many + path)
      const charts = await page.evaluate<{ marks: string[]; unnamed: number; missing: string[]; shapes: number; names: number }[]>(`
        [...document.querySelectorAll('svg.lanes')].map((picture) => {
          const marks = [...picture.querySelectorAll('a')]
          const inTable = new Set([...picture.closest('.chart').querySelectorAll('table a')].map((link) => link.getAttribute('href')))
          return {
            marks: marks.map((mark) => mark.getAttribute('href')),
            unnamed: marks.filter((mark) => !mark.getAttribute('aria-label')).length,
            missing: marks.map((mark) => mark.getAttribute('href')).filter((href) => !inTable.has(href)),
            shapes: new Set([...picture.querySelectorAll(':scope > g > svg.at path')].map((sign) => sign.getAttribute('d'))).size,
            names: picture.querySelectorAll('.lane-name').length,
          }
        })`)
      expect(charts.length).toBeGreaterThan(0)
      for (const { marks, unnamed, missing, shapes, names } of charts)
        expect([path, marks.length > 0, unnamed, missing, shapes, names]).toEqual([path, true, 0, [], 4, 4])
      await page.locator('svg.lanes a').first().focus()
      await page.keyboard.press('Tab')
      expect(await page.evaluate('document.activeElement.closest("svg.lanes") !== null')).toBe(true)
      await at.leave()
    }
  },
  print: async () => {
    const page = await go('/?q=What needs to improve in Stoke-on-Trent?')
    const quotes = await page.locator('.quote').count()
    await page.emulateMedia({ media: 'print' })
    await expect.poll(() => page.locator('.quote-text:visible').count()).toBe(quotes)
    expect(await page.locator('main :is(button, input, select):visible').count()).toBe(0)
    await page.emulateMedia({ media: 'screen' })
    await page.goto(site + STATES.letter!)
    const words = (await page.locator('.reader-text').innerText()).length
    await page.emulateMedia({ media: 'print' })
    expect((await page.locator('.reader-text').innerText()).length).toBe(words)
    expect(await page.locator('main :is(button, input, select):visible').count()).toBe(0)
  },
  shortcuts: async () => {
    const page = await go('/accessibility')
    await page.uncheck('#shortcut')
    await page.goto(site)
    await page.keyboard.press('?')
    await page.keyboard.press('/')
    expect([await page.locator('#keys').isVisible(), await focused(page)]).toEqual([false, ''])
    await page.goto(`${site}/accessibility`)
    await page.check('#shortcut')
    await page.goto(site)
    await page.keyboard.press('/')
    expect(await focused(page)).toBe('question')
  },
}

const PRESSED: Record<keyof typeof KEYS, () => Promise<void>> = {
  '/': async () => {
    const page = await go('/')
    await page.keyboard.press('/')
    expect(await focused(page)).toBe('question')
  },
  '?': async () => {
    const page = await go('/')
    await page.keyboard.press('?')
    expect(await page.locator('#keys').innerText()).toBe(Object.entries(KEYS).flat().join('\n'))
  },
  Enter: async () => {
    const page = await go('/')
    await page.focus('#question')
    await page.keyboard.type('caseloads')
    await page.keyboard.press('Shift+Enter')
    expect(await page.inputValue('#question')).toBe('caseloads\n')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.answer')
  },
  'Up and down arrows': async () => {
    const page = await go(QUESTION)
    await page.locator('#a1q1').focus()
    await page.keyboard.press('ArrowDown')
    expect(await focused(page)).toBe('a1q2')
    await page.keyboard.press('ArrowUp')
    expect(await focused(page)).toBe('a1q1')
    await page.focus('#question')
    await page.keyboard.type('casel')
    await page.waitForSelector('#suggested [role=option]')
    await page.keyboard.press('ArrowDown')
    expect(await page.locator('#question').getAttribute('aria-activedescendant')).toBe('suggested-0')
  },
  Escape: async () => {
    const page = await go(QUESTION)
    await page.focus('#question')
    await page.keyboard.type('casel')
    await page.waitForSelector('#suggested [role=option]')
    await page.keyboard.press('Escape')
    expect(await page.locator('#suggested').isVisible()).toBe(false)
    await page.locator('#a1q2-open').click()
    await expect.poll(() => focused(page)).toBe('beside-title')
    await page.keyboard.press('Escape')
    expect(await focused(page)).toBe('a1q2')
  },
}

test('the statement says what is proved here, and no more', async () => {
  const page = await go('/accessibility')
  expect(await page.locator('.claims li').allTextContents()).toEqual(Object.values(CLAIMS))
  expect(await page.locator('main ul').first().getAttribute('class')).toBe('claims')
  expect(Object.keys(PROOFS).sort()).toEqual(Object.keys(CLAIMS).sort())
  expect(Object.keys(PRESSED).sort()).toEqual(Object.keys(KEYS).sort())
})

describe('one can', () => {
  test.each(Object.entries(CLAIMS))('%s: %s', (name) => PROOFS[name as keyof typeof CLAIMS]())
})

describe('the key', () => {
  test.each(Object.entries(KEYS))('%s %s', (name) => PRESSED[name as keyof typeof KEYS]())
})

test('axe looks at every page that a link leads to', async () => {
  const page = await go('/')
  const kindOf = (path: string): string => new URL(path, site).pathname.replace(/^(\/(?:reports|councils))\/.+/, '$1/:id')
  const looked = new Set([...Object.values(STATES), '/cleared', '/judgements/regions'].map(kindOf))
  const open = ['/']
  const seen = new Set<string>()
  for (let path = open.shift(); path !== undefined; path = open.shift()) {
    if (seen.has(kindOf(path))) continue
    seen.add(kindOf(path))
    await page.goto(site + path)
    const links = await page
      .locator('a[href^="/"]')
      .evaluateAll((all: { getAttribute(name: string): string | null }[]) => all.map((link) => link.getAttribute('href') ?? ''))
    open.push(...links.filter((href) => !/\.csv|export|\/original|opensearch\.xml|\/api\/openapi/.test(href)))
  }
  expect([...seen].filter((kind) => !looked.has(kind))).toEqual([])
  expect(seen.size).toBeGreaterThan(12)
})
